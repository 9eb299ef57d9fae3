"""How a draft is held against its article."""

# Sentences of a summary below which the built-in one serves: one sentence is no brief.
FEWEST_SENTENCES = 2

# Sentences of a summary at most, whatever an engine says: DESIGN's longest is four.
SUMMARY_SENTENCES = 4

# Characters of a headline, a sentence and a name: above them it is something else.
HEADLINE_CHARACTERS = 200
SENTENCE_CHARACTERS = 600
NAME_CHARACTERS = 80

# Characters of a dropped part that are recorded: enough to recognise it in a log.
DROPPED_CHARACTERS = 200

# Characters of a draft's sentence that are looked through for several sentences in one.
SPLIT_CHARACTERS = 3000

# Letters from which a word has content, and letters of it that are compared, so that inflected forms meet.
SUPPORT_WORD = 4
SUPPORT_STEM = 5

# Sentences and actors of a draft that are looked at, which keeps the check linear: all that a model may answer for all
# the parts of an article.
DRAFT_ITEMS = 240

# Letters that two forms of a word share at the least, letters that an ending has at the most ("București",
# "Bucureștiului"), and words of the article that one word is compared with.
NAME_PREFIX = 4
NAME_ENDING = 4
NAMES_COMPARED = 50

# Words and marks of a sentence at most: a legal one has some 200, and what is longer is a list without points.
SENTENCE_TOKENS = 300

# Words of a name at most: the longest bodies' names have nine.
NAME_WORDS = 10

# Words of a run of capitals that holds a name, its titles and roles before it: a longer one is a heading or shouting.
RUN_WORDS = 16

# Likeness from which a name is another's in the spelling of another language: "Poutine" and "Putin" have 0.83.
RESPELT_SHARE = 0.7

# Characters of an article in which countries are looked for when the summary is in another language.
COUNTRY_CHARACTERS = 20_000

# Characters of an article's beginning in which a headline is looked for.
HEADLINE_SEARCH_CHARACTERS = 3000

# Letters and digits in a row from which they are a code: no word, and no number, is as long.
CODE_CHARACTERS = 40

# Places at which a repeated quote is looked for before it is given up, which keeps the search linear.
QUOTE_PLACES = 50

# Words of one language whose shapes (stem, meaning, signs) are remembered; news uses some 30,000 forms.
WORD_SHAPES = 40_000

# Characters of a quotation that is split whole, to be shown by whole sentences; of a longer one the paragraph is.
WHOLE_QUOTATION_CHARACTERS = 4000

# A quote with a slip: likeness of its characters from which it is another's, words that it has at the least, characters
# at the most (which bounds the comparison), spans that it is compared with, spans that one word leads to, and quotes
# of a draft that are looked for so.
ALIGNED_SHARE = 0.93
ALIGNED_FEWEST_WORDS = 5
ALIGNED_CHARACTERS = 400
ALIGNED_SPANS = 3
ALIGNED_HOLDERS = 50
ALIGNED_QUOTES = 8

# Characters of a translation for each of its original: between any two of our languages the ratio is below this.
TRANSLATION_FACTOR = 4

# Characters that it may have besides: short quotes grow most.
TRANSLATION_SPARE = 40

# Words of a text fragment that are given whole; a longer quote is given by its first and last words.
FRAGMENT_WORDS = 10

# Characters of a fragment given whole, which bounds one in a script without spaces; words around an ambiguous one; and
# quotes of an article that are looked up elsewhere in it, which keeps that linear.
FRAGMENT_CHARACTERS = 120
FRAGMENT_CONTEXT = 3
FRAGMENT_CHECKS = 50

# Characters of a claim that is said in other forms: a longer one joins statements, and a form with three slots takes
# time that grows with the square of its length.
RESTATED_CHARACTERS = 300
# Other forms of one claim that are held against an article; each costs as much as the claim itself.
RESTATED_FORMS = 6
