"""Every tuned number, with its unit and its reason. Grouped by the room that uses it."""

# --- fetching -------------------------------------------------------------------------------------------------------

# --- extraction -----------------------------------------------------------------------------------------------------

# --- reading (quotes, actors, summary) ------------------------------------------------------------------------------

# Inhabitants from which a city is known by its other names too: those of small places hold many ordinary words.
CITY_ALIAS_POPULATION = 200_000

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

# Characters of a person's role: what a reader takes in beside a name.
ROLE_CHARACTERS = 80

# Words from which a quotation is speech without a cue; shorter ones are scare quotes, slogans or titles.
SPEECH_WORDS = 5

# --- check ----------------------------------------------------------------------------------------------------------

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

# Share of a sentence's content words that one paragraph must have: a fair paraphrase keeps about two thirds, a sentence
# on something else under a third.
SUPPORT_SHARE = 0.5

# Letters from which a word has content, and letters of it that are compared, so that inflected forms meet.
SUPPORT_WORD = 4
SUPPORT_STEM = 5

# Paragraphs before a quote's own in which its speaker may be named.
SPEAKER_PARAGRAPHS = 3

# Places at which a repeated quote is looked for before it is given up, which keeps the search linear.
QUOTE_PLACES = 50

# Characters of a translation for each of its original: between any two of our languages the ratio is below this.
TRANSLATION_FACTOR = 4

# Words of a text fragment that are given whole; a longer quote is given by its first and last words.
FRAGMENT_WORDS = 10

# --- models ---------------------------------------------------------------------------------------------------------

# --- cache ----------------------------------------------------------------------------------------------------------

# Bumped whenever the shape or the meaning of a cached brief changes: old entries then are misses, not faults.
CACHE_FORMAT = 1

# Seconds a brief is kept: a week outlives the life of a news story in a chat.
BRIEF_SECONDS = 7 * 24 * 3600

# Entries of the in-process cache: about 20 kB each, so some 20 MB at most.
MEMORY_CACHE_ENTRIES = 1000

# Seconds a failure is remembered: sixty members posting one dead link ask the site once, and a site that is back
# is read again soon.
UNREACHABLE_SECONDS = 60
UNREADABLE_SECONDS = 600

# Seconds a brief is kept that the built-in engine wrote in the model's place: the model is asked again soon.
STAND_IN_SECONDS = 300

# Seconds a command to Redis may take. A cache that is slower than reading the article again is no help.
REDIS_SECONDS = 2.0

# Seconds after which an idle connection is tried before it is used.
REDIS_HEALTH_SECONDS = 30

# Connections of one process: far above what a process has under way at once.
REDIS_CONNECTIONS = 50

# Seconds that Redis is left alone after a fault: one time-out each five seconds is bearable, one each command is not.
REDIS_PAUSE_SECONDS = 5.0

# Seconds of a flight's lease, renewed by its holder each third of it: a killed holder is replaced after this time.
FLIGHT_LEASE_SECONDS = 15.0

# Seconds between two tries of a process that waits for another's flight.
FLIGHT_POLL_SECONDS = 0.1

# Seconds that a process waits for another's flight before it does the work itself: longer than any brief takes.
FLIGHT_WAIT_SECONDS = 150.0

# Characters of an article up to which the check runs on the event loop: some 10 ms. Longer ones go to the pool.
CHECK_IN_LOOP_CHARACTERS = 30_000

# --- Discord --------------------------------------------------------------------------------------------------------

# Characters over all text displays of one Components V2 message, a limit of Discord's.
MESSAGE_CHARACTERS = 4000

# UTF-8 bytes over all text displays: above about 10,170 Discord answers HTTP 500 (discord-api-docs issue 8554).
MESSAGE_BYTES = 10_000

# Components of one message, nested ones included, a limit of Discord's.
MESSAGE_COMPONENTS = 40

# Links answered in one message: more is a list of links, not a story.
LINKS_PER_MESSAGE = 2
