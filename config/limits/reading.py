"""What the built-in engine reads: languages, sentences, quotes, actors, summaries, headlines."""

# Inhabitants from which a city is known by its other names too: those of small places hold many ordinary words.
CITY_ALIAS_POPULATION = 200_000

# Letters from which another name of a city counts: shorter ones are codes.
CITY_ALIAS_LETTERS = 4

# Characters of an article that are read to tell its language: some 300 words, more changes no verdict.
LANGUAGE_CHARACTERS = 2000

# Letters from which a text tells its language, some eight words: of shorter ones the hint stands.
LANGUAGE_LETTERS = 40

# Probability from which py3langid's verdict beats the page's own word.
LANGUAGE_CERTAINTY = 0.95

# Probability below which the page's own word is wrong whatever the verdict: another script, for the most part.
LANGUAGE_EXCLUDED = 0.01

# Probability below which a text without a hint has no language: a list of names, code, several languages.
LANGUAGE_LIKELIHOOD = 0.5
# Characters of a quotation within which no sentence is split: longer ones are speeches, or a mark gone astray.
SENTENCE_QUOTATION_CHARACTERS = 800

# Characters of an article that a summary is chosen from, some 6,000 words: what comes later tells no lead.
SUMMARY_CHARACTERS = 40_000

# Words of a summary's sentence: fewer say nothing, more are hard to read and lose worth.
SUMMARY_SENTENCE_WORDS = (6, 40)

# Share of the shorter sentence's content words from which two sentences say the same.
SUMMARY_OVERLAP = 0.6

# Share of a sentence within quotation marks from which it is somebody's word rather than the story's.
SUMMARY_SPOKEN_SHARE = 0.45

# What an opening that paints a scene loses: the lead of a feature stands some paragraphs below it.
SUMMARY_ANECDOTE = 0.7

# What a sentence is worth, weighed by hand on the development texts: lead-2 and lead-3 beat every published method, so
# the place weighs most, halves after that many sentences, and the rest corrects it.
SUMMARY_PLACE = 1.0
SUMMARY_PLACE_HALF = 3.0
SUMMARY_TITLE = 0.5
SUMMARY_CENTRALITY = 0.4
SUMMARY_ACTOR = 0.3
SUMMARY_NEWS = 0.25
SUMMARY_SPOKEN = 1.0

# Share of the best sentence's worth from which a first sentence with news is chosen before it: a lead tells who.
SUMMARY_LEAD = 0.75

# What a turn ("although") is worth in a summary's second place and an outlook ("will") in its third: as much as the
# lead's place, so that three sentences in a row do not tell one thing thrice.
SUMMARY_CUE = 1.0

# What a sentence loses whose words are all the chosen ones' words: what is said needs no saying again.
SUMMARY_REPEATS = 0.8

# Share of a sentence's characters from which a headline that ends it says all of it ("Ann Lee: The quay is shut").
SUMMARY_REPEATED = 0.6

# What a sentence loses that points back at something the summary does not say ("The signal lasted ...").
SUMMARY_DANGLING = 0.4

# What a sentence about a year long past loses, and years from which it is long past.
SUMMARY_OLD = 0.7
SUMMARY_OLD_YEARS = 2

# No article without a date is taken for older: "opened in 1958" is background, though the text names no other year.
SUMMARY_FIRST_YEAR = 2000

# Words of a first sentence that only points at the news in the second: "Lee is free. So a court ruled on Monday".
SUMMARY_TEASER_WORDS = 12

# Share of a headline's words that the sentence with the news has, where a scene was painted before it.
SUMMARY_SCENE_SHARE = 0.5
# The same where it has no day or figure, and the scene has no word of the headline.
SUMMARY_WHOLE_SHARE = 0.75

# Sentences that are looked at for a headline where the summary's own are too long for one.
SUMMARY_SPARE = 12

# Characters of a headline that is made from a sentence: two lines in a chat.
MADE_HEADLINE_CHARACTERS = 90

# Forms of headlines that are held against the sentences of a text without a title: each takes a millisecond or two.
MADE_HEADLINE_CHECKS = 10

# Characters of a sentence that a headline is made from: what is longer is no sentence, and would take long.
MADE_HEADLINE_FROM = 800

# What makes a quote telling, weighed by hand: a known speaker first, then a central one, a readable length, a place
# early in the text; a part of the reporter's sentence says less than a sentence of its own.
QUOTE_SPEAKER = 1.0
QUOTE_CENTRAL = 1.0
QUOTE_LENGTH = 0.8
QUOTE_EARLY = 0.5
QUOTE_PARTIAL = 0.6

# Words of a quote that is read at one look: fewer say little, more are a speech.
QUOTE_WORDS = (10, 50)

# Milliseconds of one core that the built-in engine may take for an article of 800 words: a reader notices a hundred.
READER_MILLISECONDS = 15

# Milliseconds that the check of one brief of an article of 800 words may take, at the median of several articles.
CHECK_MILLISECONDS = 15

# Actors kept of one article: a long list names hundreds, of whom nobody reads more.
ACTORS = 60

# What an actor is worth by its part in the story, weighed by hand on the development texts.
ACTOR_MENTIONS = 1.0
ACTOR_LEAD = 1.2
ACTOR_TITLE = 0.8
ACTOR_ACTS = 0.2
ACTOR_SPEAKS = 0.3

# Letters of a given name in which a vowel may be miswritten, and mentions of the right form beside one of the other:
# shorter names that differ by a vowel are two people's, and so are two that come up again and again.
SLIP_LETTERS = 6
SLIP_MENTIONS = 3
# Times that a capital is a mere place for each time that it stands for its state, from which it is an actor of its own.
SEAT_STAYS = 3

# Factor for people: readers ask who, and people are seldom scenery.
ACTOR_PERSON = 1.1

# Factor for a place that only tells whose or which court, region or office another is, in languages with cases.
ACTOR_WHOSE = 0.85

# Quotations from which somebody is one of the story's voices. A place that is first named behind so many characters,
# two paragraphs, and does nothing has at most this part of the least of their worths: it comes right behind them.
ACTOR_QUOTED = 2
ACTOR_NAMED_CHARACTERS = 400
ACTOR_NAMED = 0.99

# Characters up to which an item is short, some two hundred words: each of its people has a part in it, and whatever it
# merely names comes behind them.
ACTOR_SHORT_CHARACTERS = 1400

# Factor for a newspaper, a station or a network, which mostly tells the story rather than plays in it.
ACTOR_MEDIUM = 0.5

# Factor for what is named in rows alone ("in Ohio, Iowa and Utah"), and the names that make a row.
ACTOR_LISTED = 0.6
ACTOR_ROW = 3

# Characters from the beginning within which a medium must do more than report to be a part of the story.
MEDIUM_LEAD_CHARACTERS = 800

# Inhabitants from which a name is a city's whatever stands before it: smaller ones share their names with people.
CITY_CERTAIN_POPULATION = 1_000_000

# Inhabitants from which a town gives its name to its province, not the other way round ("Wyoming" is no town's).
CITY_TOWN_POPULATION = 100_000

# Different words of sport from which countries that act are teams.
SPORT_WORDS = 8

# Times that a country's adjective and a noun must name a body together ("the Israeli army") for it to be an actor.
PEOPLES_BODY_MENTIONS = 2

# Characters from the beginning within which a first mention counts, some five paragraphs.
ACTOR_LEAD_CHARACTERS = 1000

# Characters from the beginning within which a deed tells a role, and the words that it must have.
ROLE_LEAD_CHARACTERS = 3000
ROLE_WORDS = 4

# Actors whose mention makes a sentence worth more: those that the chat shows.
SUMMARY_ACTORS = 5

# Characters of a person's role: what a reader takes in beside a name.
ROLE_CHARACTERS = 80

# Characters of a line that signs the quotation above it: a name and an office.
SIGNATURE_CHARACTERS = 100

# Characters of a line without a point at its end that is a heading: whom it names is not who speaks below it.
HEADING_CHARACTERS = 90

# Quotations that stand alone, of which is looked up whether the article has them a second time: each look reads all of
# its text, and no layout shows more.
PULLED_QUOTES = 20

# What a mention of a person weighs towards what "he" and "she" mean, as the subject of a verb of speech, as the subject
# of its sentence, elsewhere, and behind a preposition or as a genitive; the share that a sentence leaves of it; the
# weight below which one is out of focus; what is added for who spoke in the sentence before, where the pronoun speaks;
# how many times as much as the next the first must weigh; and what a third must weigh to leave a speaker's pronoun
# open.
FOCUS_WEIGHTS = (1.2, 1.0, 0.6, 0.2)
FOCUS_DECAY = 0.4
FOCUS_LEAST = 0.02
FOCUS_SPEAKER = 0.5
FOCUS_LEAD = 1.2
FOCUS_CROWD = 0.05

# Words from which a quotation is speech without a cue; shorter ones are scare quotes, slogans or titles.
SPEECH_WORDS = 5
