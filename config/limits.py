"""Every tuned number, with its unit and its reason. Grouped by the room that uses it."""

# --- fetching -------------------------------------------------------------------------------------------------------

# Bytes of a page or a plain text after decompression: the heaviest news pages have 2 to 3 MB of HTML, and 5 MB take
# seconds to parse.
PAGE_BYTES = 5_000_000

# Bytes of a PDF: reports with pictures are large, and only the text of their first pages is read.
PDF_BYTES = 20_000_000

# Seconds for a whole fetch, redirects included: after that a chat has moved on.
FETCH_SECONDS = 20.0

# Seconds without a single byte: news sites answer within two; a site that drips is cut by the whole limit above.
FETCH_IDLE_SECONDS = 8.0

# Seconds within which a page that refreshes itself to another address is taken for a redirect: longer ones are for
# readers who look at the page first.
REFRESH_FOLLOWED_SECONDS = 5

# Addresses that are followed from one page on to the next version of it.
MOVES = 2

# Pages of one article that are read and joined: stories in parts have two to five; slide shows have dozens.
ARTICLE_PAGES = 6

# Bytes taken from a connection in one turn of the event loop, before its answer begins (headers, and what servers send
# ahead of them: real ones have some 10 kB), and in all as they come over the wire (the largest body with its framing).
FETCH_READ_BYTES = 16_384
FETCH_HEAD_BYTES = 131_072
FETCH_WIRE_BYTES = 24_000_000

# How many times its body an answer may be on the wire: chunks of eight bytes are below twice, of one byte six times.
FETCH_FRAMING = 3

# Characters of a plain text that a command of the terminal reads in its own process: some tenths of a second.
DIRECT_CHARACTERS = 400_000

# Redirects followed: shorteners and consent detours take up to five; browsers stop at twenty.
FETCH_REDIRECTS = 8

# Connections to one host at a time: politeness, one brief needs one.
FETCH_CONNECTIONS_PER_HOST = 2

# Connections at a time in all: bounds memory to some 100 pages under way.
FETCH_CONNECTIONS = 50

# Bytes read at a time; also the step at which the size limits are looked at.
FETCH_CHUNK_BYTES = 65_536

# Ports that a web page is served from. Others belong to mail, databases and admin pages, where no link may knock.
WEB_PORTS = frozenset({80, 443, 8000, 8080, 8443})

# --- extraction -----------------------------------------------------------------------------------------------------

# Seconds of computing that one page, file or draft may take in a process of the pool before it is killed: the heaviest
# news page takes under two; a page that needs more is hostile. A busy machine does not make it so.
POOL_CALL_SECONDS = 15.0

# Seconds on the clock that it may take: what computes nothing must end too.
POOL_WALL_SECONDS = 45.0

# Seconds that a call waits for its turn, and then to be done: after that whoever asked is told that the bot is busy.
POOL_PATIENCE_SECONDS = 60.0

# Processes, and how many of them one server and one member may have at a time: somebody else always finds one free.
POOL_PROCESSES = 3
POOL_EACH_SERVER = 2
POOL_EACH_MEMBER = 1

# Calls that may wait for one member and in all: each may hold a page of 5 MB.
POOL_LINE = 12
POOL_LINES = 60

# Tries of a reading for which the bot was too busy, a `POOL_PATIENCE_SECONDS` each.
BUSY_TRIES = 2

# Bytes of address space of one process of the pool: libraries take 0.3 GB of it, a page of 5 MB up to 0.5 GB.
POOL_MEMORY_BYTES = 1_500_000_000

# Calls after which a process of the pool is replaced: what leaks in a parser never adds up.
POOL_CALLS_PER_PROCESS = 500

# Objects made after which a reading process looks for garbage. At Python's own 700 it looks through a page's tree again
# and again, which takes a tenth of the time of reading; at this number the garbage is at most some megabytes.
POOL_GARBAGE_OBJECTS = 20_000

# Characters of a page's text after which reading stops, as with a PDF: no article is as long.
PAGE_CHARACTERS = 400_000

# Characters of the data and the hidden HTML of one page that are looked through for its text, and values in one part:
# the data of the heaviest pages measured has 600,000 characters.
SPARE_CHARACTERS = 1_500_000
SPARE_NODES = 50_000
# Rows of a page that is sent as rows of data; real ones have some dozens.
SPARE_ROWS = 300

# Open elements within each other that the HTML parser reads; it drops the rest. News pages stay below 60.
HTML_NESTING = 255

# Characters of all style sheets of a page, of one style and of one rule's selectors that are read: the heaviest pages
# carry 1.1 MB of styles, of which what hides text stands first.
SHEETS_CHARACTERS = 1_200_000
STYLE_CHARACTERS = 5000
SELECTOR_CHARACTERS = 3000

# Rules of a page's sheets that can hide or show one of its elements: the pages measured have up to some 900.
SHEETS_RULES = 3000

# Steps, from element to element, that all selectors of a page may take: pages need up to some 50,000, and so many take
# a third of a second.
SELECTOR_STEPS = 300_000

# Different class names of a page that are judged once: pages have some hundreds.
NAMES_KEPT = 4096

# Bytes at the start of a body in which its type is looked for, as browsers do.
SNIFF_BYTES = 2048

# Bytes of a body that charset detection looks at: more text does not change its mind.
CHARSET_SAMPLE_BYTES = 32_768

# Share of characters that may fail to decode before the charset that was named is held for a lie.
CHARSET_FAULTS_SHARE = 0.002

# Words below which a text is no article: the shortest complete agency flash has about thirty.
ARTICLE_WORDS = 20
# Words of a picture's caption at the most: what is longer tells the story.
CAPTION_WORDS = 45

# Pages of a PDF that are read: an article has a few; a report's first fifty hold its summary.
PDF_PAGES = 50

# Characters of a PDF's text after which reading stops: a novel is no article.
PDF_CHARACTERS = 400_000

# --- reading (quotes, actors, summary) ------------------------------------------------------------------------------

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

# What a sentence loses that points back at something the summary does not say ("The signal lasted ...").
SUMMARY_DANGLING = 0.4

# What a sentence about a year long past loses, and years from which it is long past.
SUMMARY_OLD = 0.7
SUMMARY_OLD_YEARS = 2

# Share of a headline's words that the sentence with the news has, where a scene was painted before it.
SUMMARY_SCENE_SHARE = 0.5

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

# Quotations from which somebody is one of the story's voices. A place that is first named behind so many characters,
# two paragraphs, and does nothing has at most this part of the least of their worths: it comes right behind them.
ACTOR_QUOTED = 2
ACTOR_NAMED_CHARACTERS = 400
ACTOR_NAMED = 0.99

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

# --- models ---------------------------------------------------------------------------------------------------------

# Actors and quotes that a model is asked for: what a chat shows, and a few more for those who ask for all.
MODEL_ACTORS = 12
MODEL_QUOTES = 10

# Items of a list in a model's answer that are looked at: more is a broken answer.
ANSWER_ITEMS = 40

# Quotes of the reader that are offered to a model, and how many words of each: the whole text is in the article.
OFFERED_QUOTES = 30
OFFERED_WORDS = 8

# Characters of a token at the least, by script, below what common tokenizers give for news: the safe side.
LATIN_TOKEN = 3.2
OTHER_TOKEN = 1.8
WIDE_TOKEN = 0.8

# Characters that the script of a text is told from.
SCRIPT_SAMPLE = 2000

# Characters that a sentence's number and line break add.
SENTENCE_OVERHEAD = 8

# Characters of an article that one call takes at the least, however small the window is said to be.
FEWEST_CHARACTERS = 400

# Sentences of the article that one sentence of a draft may rest on: more carry anything.
RESTS_ON = 3

# Share of the window that is filled: the rest is the margin for a tokenizer that cuts finer than was estimated.
WINDOW_SHARE = 0.85

# Parts of a long article that are sent: beyond six calls a brief costs more than it is worth, and says it is partial.
MODEL_PARTS = 6

# Seconds to connect to a model's server, and between two bytes of its answer.
MODEL_CONNECT_SECONDS = 5.0

# Further tries of a call on 408, 409, 425, 429, 5xx and lost connections; seconds before the first of them, doubled
# each time and spread by half either way; and seconds that a server may ask for by Retry-After and be waited for.
MODEL_RETRIES = 2
MODEL_BACKOFF_SECONDS = 0.5
MODEL_WAIT_SECONDS = 10.0

# Times the seconds of one call that a whole draft may take, with its parts and repairs: two minutes by default, less
# than another process waits for the flight.
MODEL_PATIENCE = 2.0

# Bytes of a summary that `nutgraf check` reads: more is no summary.
DRAFT_BYTES = 1_000_000

# Seconds that a second look may take, where a call to the model may take longer, and claims that it is asked of: a
# reader waits for it after the draft, and with it a brief takes less than another process waits for the flight.
SECOND_LOOK_SECONDS = 20.0
SECOND_LOOK_CLAIMS = 40

# Failures in a row after which the model is left alone, and for how many seconds; a spent quota rests longer.
CIRCUIT_FAILURES = 3
CIRCUIT_SECONDS = 60.0
QUOTA_SECONDS = 900.0

# Tokens besides those of its answer that a model of OpenAI's may think with: some think more than they write.
MODEL_THINKING = 6000

# How freely a model chooses its words: hardly, as it is to repeat what the article says.
MODEL_TEMPERATURE = 0.2

# --- cache ----------------------------------------------------------------------------------------------------------

# Bumped whenever the shape or the meaning of a cached brief changes: old entries then are misses, not faults.
CACHE_FORMAT = 6

# Seconds a brief is kept: a week outlives the life of a news story in a chat.
BRIEF_SECONDS = 7 * 24 * 3600

# Bytes of a cached value up to which it is kept as it is, and of one, compressed, above which it is not kept: a brief
# of a long story has some 60 kB; what is larger is a book, and read again sooner than it is asked for again.
CACHE_PLAIN_BYTES = 200_000
CACHE_VALUE_BYTES = 1_000_000

# Bytes to which a cached value may unpack: the longest article that is read, four bytes a character, twice over.
CACHE_UNPACKED_BYTES = 8_000_000

# Bytes of the in-process cache in all, and of those the ones for small values such as which article a link leads to, so
# that large briefs never push out the marks by which a repeat is known; a value up to this size is small.
MEMORY_CACHE_BYTES = 64_000_000
MEMORY_CACHE_SMALL_BYTES = 8_000_000
MEMORY_CACHE_SMALL = 2_000

# Counts that the in-process cache keeps at most: one for each member and channel that asked within a window.
MEMORY_CACHE_COUNTS = 100_000

# Seconds a failure is remembered: sixty members posting one dead link ask the site once, and a site that is back
# is read again soon.
UNREACHABLE_SECONDS = 60
UNREADABLE_SECONDS = 600

# Seconds a brief is kept that the built-in engine wrote in the model's place: the model is asked again soon.
STAND_IN_SECONDS = 300

# Bytes of cached briefs that a desk keeps as it read them: some dozens of briefs, those of the links
# that go round just then.
REREAD_BYTES = 1_000_000

# Seconds a command to Redis may take. A cache that is slower than reading the article again is no help.
REDIS_SECONDS = 2.0

# Seconds after which an idle connection is tried before it is used.
REDIS_HEALTH_SECONDS = 30

# Connections of one process to Redis, for the cache and for the budget of requests each. Commands take a fraction of a
# millisecond, so that hundreds of jobs share them; who finds none free waits, as for a slow command.
REDIS_CONNECTIONS = 12

# Seconds that Redis is left alone after a fault: one time-out each five seconds is bearable, one each command is not.
REDIS_PAUSE_SECONDS = 5.0

# Seconds of a flight's lease, renewed by its holder each third of it: a killed holder is replaced after this time.
FLIGHT_LEASE_SECONDS = 15.0

# Seconds between two tries of a process that waits for another's flight.
FLIGHT_POLL_SECONDS = 0.1

# Seconds that a process waits for another's flight before it does the work itself: longer than any brief takes.
FLIGHT_WAIT_SECONDS = 240.0

# Characters of an article up to which the check runs on the event loop: some 3 ms, and 13 with the worst draft and
# nothing but quotations. Longer ones go to the pool.
CHECK_IN_LOOP_CHARACTERS = 1_200

# Characters of a text that is encoded, decoded or split on the event loop: some 5 ms. Longer ones go to a thread.
IN_LOOP_CHARACTERS = 40_000

# --- database -------------------------------------------------------------------------------------------------------

# Seconds that a writer waits for another on SQLite: a transaction takes milliseconds.
SQLITE_BUSY_SECONDS = 10.0

# Seconds that a connection to PostgreSQL may take, and connections that one process keeps.
DATABASE_SECONDS = 10.0
DATABASE_POOL = 5

# Seconds for which a start waits for PostgreSQL: a server that is started anew takes a few.
DATABASE_START_SECONDS = 60.0

# Seconds that one command to PostgreSQL may take: ours take milliseconds, the daily sweep of a large database some
# seconds.
DATABASE_COMMAND_SECONDS = 20.0


# Changes of settings that are kept: those of many seconds, in which every process has looked.
CHANGES_KEPT = 10_000

# Days after which the data of a server that was left is deleted: thrown out by mistake, a bot is back in a month.
LEFT_DAYS = 30

# Numbers of PostgreSQL's advisory locks that a migration and a change of settings hold: any that nothing else uses.
# Servers' ids, which are locked too, are far above them.
MIGRATION_LOCK = 7_266_001
CHANGES_LOCK = 7_266_002

# --- Discord --------------------------------------------------------------------------------------------------------

# Characters over all text displays of one Components V2 message, a limit of Discord's.
MESSAGE_CHARACTERS = 4000

# UTF-8 bytes over all text displays: above about 10,170 Discord answers HTTP 500 (discord-api-docs issue 8554).
MESSAGE_BYTES = 10_000

# Components of one message, nested ones included, a limit of Discord's.
MESSAGE_COMPONENTS = 40

# Characters of a link: browsers and servers give up at about this length.
LINK_CHARACTERS = 2048

# Characters of a link button's address, a limit of Discord's.
BUTTON_LINK_CHARACTERS = 512

# Links answered in one message: more is a list of links, not a story.
LINKS_PER_MESSAGE = 2
# Links of a message that are tried until so many could be read: a list of six with a wall at its head is common.
LINKS_TRIED = 6

# Letters of a path's last part above which it is an article's title rather than a word such as "view" or "article".
SLUG_LETTERS = 14

# Characters of a quote that takes two lines of a card at most, and words from which it says something by itself.
CARD_QUOTE_CHARACTERS = 190
CARD_QUOTE_WORDS = 5

# Notes in a footer, and characters of each: a footer is small.
SHOWN_NOTES = 2
NOTE_CHARACTERS = 160

# Words that a reader takes in in a minute, silently, of news prose.
WORDS_PER_MINUTE = 230

# Days after which a story is called old ("From 2019", "40 days old"), and after which a change of it is told: a month
# is the span after which a link that comes up again is mostly taken for news; most changes within a day mend words.
OLD_NEWS_DAYS = 31
LATE_CHANGE_DAYS = 1

# --- answering ------------------------------------------------------------------------------------------------------
# A text in a chat that is an article: characters, words and sentences that it has at the least, and the share of words
# such as "I" and "you" that it has at the most. Long messages of people have several in each hundred.
PASTE_CHARACTERS = 300
PASTE_WORDS = 90
PASTE_SENTENCES = 4
PASTE_PERSONAL_SHARE = 0.01
# Servers whose settings a process remembers: some kilobytes each.
SETTINGS_REMEMBERED = 20_000
# Seconds between two looks for changed settings: half of the second in which a change works everywhere.
SETTINGS_LOOK_SECONDS = 0.4
# Seconds that it is remembered which links a message had, to tell whether an edit changed them.
SEEN_SECONDS = 24 * 3600
# Deleted messages that are remembered, so that an answer which is just being posted to one is taken away.
GONE_REMEMBERED = 2000
# Seconds until a deletion that Discord refused is tried again, doubled with each try, and at the longest; tries, which
# are some weeks in all.
DELETION_SECONDS = 60
DELETION_LONGEST_SECONDS = 24 * 3600
DELETION_TRIES = 40
# Deletions, and pointers that lead nowhere, that are looked at in one go.
TIDY_BATCH = 50
# Seconds between two such looks.
TIDY_SECONDS = 60
# Characters of a thread's name, a limit of Discord's.
THREAD_NAME_CHARACTERS = 100
# Seconds within which an update of a message tells of an edit: Discord sends updates for pins and previews too, which
# name the last edit again. Clocks differ by less.
EDIT_SECONDS = 120
# Seconds within which a proxy deletes the message that it repeats: PluralKit does so after a second.
PROXY_SECONDS = 4.0
# Characters that a proxy takes off what a member wrote: the tags by which it knows whom to speak for.
PROXY_TAG_CHARACTERS = 100
# Messages, of those posted last, of which is remembered that a proxy repeated them, and for whom.
PROXIED_REMEMBERED = 1_000
# Messages that are looked at for an article where somebody asks in a reply to a reply to a reply.
REPLY_CHAIN = 5
# Seconds that a sign stands which says why there is no brief: long enough to be seen by whoever asked for one.
SIGN_SECONDS = 15.0
# Seconds after which an answer is tried again that a channel's limit of a minute put off.
BUSY_SECONDS = 10.0
# Seconds that a channel is known to hide spoilers, or not to: its changes are heard of sooner than that.
SPOILERS_SECONDS = 3600.0
# Seconds that must lie between two refreshes of an answer.
REFRESH_SECONDS = 600
# Domains in a server's list that are allowed or denied: each is compared with the host of every link.
DOMAINS = 1000
# Bytes of a file with such lists: twice over what two full lists of ordinary domains take.
DOMAINS_FILE_BYTES = 100_000
# Roles that may ask: as many as a role select of Discord's shows.
ROLES = 25
# Hours of the longest window for repeats: a month, after which a story is news again.
REPEAT_HOURS = 720

# Sources of one command that are under way at once: while one is written the next is read in another process.
SOURCES_AT_ONCE = 2

# Hours in which a bot or webhook that repeats an article gets no answer, whatever the window for members is.
BOT_REPEAT_HOURS = 48
# Entries of a list (channels, domains, roles) that an answer to an admin names before it counts the rest.
SHOWN_ENTRIES = 25
# Characters of such a list: five of them and all else that `/config show` says fit one message.
SHOWN_LIST_CHARACTERS = 600
# Seconds between two questions to Discord after channels that the client does not know: twenty a second of its fifty.
CHECK_PAUSE_SECONDS = 0.05
# Latest changes of settings that `/config show` names.
SHOWN_CHANGES = 8
# The playground's port where none is named.
PLAYGROUND_PORT = 8300
# Seconds after which a command of the terminal shows what it waits for: what is quicker needs no line.
PROGRESS_SECONDS = 0.8
# --- owed answers ---------------------------------------------------------------------------------------------------
# Seconds after which a message is owed nothing any more: a chat has moved on.
OWED_SECONDS = 3600
# New tries, and seconds in which there may be more, of an answer whose reading was broken off, whose site is away, or
# that fails for a reason nobody foresaw: a deploy takes minutes, and a page that kills its process is left alone.
OWED_TRIES = 3
OWED_PATIENCE_SECONDS = 300
# Seconds after which a task that was cancelled and goes on is cancelled again.
CANCEL_AGAIN_SECONDS = 1.0
# Seconds that Discord is relied on to know a nonce again: it says "a few minutes". Whoever posts later looks first.
NONCE_SECONDS = 90
# Messages after the answered one among which an answer is looked for that nobody noted: as many as one request brings.
OWN_REPLY_LOOK = 100
# Seconds that one try may take: far more than the slowest page and model do, so that nothing waits for ever.
JOB_SECONDS = 420.0
# Seconds before the first new try, doubled each time, up to the longest: Discord's troubles last seconds or minutes.
OWED_FIRST_WAIT = 1.0
OWED_LONGEST_WAIT = 60.0
# Seconds after which an answer that was not given is looked after: most take less, and one under way is left alone.
OWED_LOOK_SECONDS = 15.0
# Looks after which a job that the engine still holds is given to it under another key: a minute, in which a job of a
# dead process has long been taken over. Two jobs for one message answer once.
OWED_LOOKS = 4
# Answers that may wait, for one server and in all, and that may be under way at once: what one server floods does not
# delay another, and a minute's work waits at the most.
WAITING_PER_SERVER = 250
WAITING_IN_ALL = 5_000
AT_ONCE_PER_SERVER = 4
AT_ONCE_IN_ALL = 64
# Seconds between two questions which answers other processes have given: a server's next one waits for it.
ENDED_LOOK_SECONDS = 0.25
# Seconds between two notes of how far channels are done: after a kill as much is read back twice.
MARKS_SECONDS = 1.0
# Jobs that one process does at once: they wait for pages and models, and reading has a pool of its own.
JOBS_AT_ONCE = 32
# Seconds of the lease of a job, renewed while its process lives: a killed one is replaced after this time.
JOB_LEASE_SECONDS = 10.0
# Seconds in which Discord takes the answer that a command was promised, less a moment for giving it; seconds after
# which a process that is silent about its promises is taken for dead, and between two looks; promises taken over at
# once.
PROMISE_SECONDS = 870
PROMISE_LEASE_SECONDS = 12.0
PROMISE_LOOK_SECONDS = 3.0
PROMISES_AT_ONCE = 10
# Characters of an option that are written down with a promise: a name, a link or a search, and no article. What is
# longer stands in the cache alone, until Discord takes no answer any more.
PROMISED_CHARACTERS = 300
# Seconds and messages of a channel that are read back after a start or a lost session, and servers at once.
CATCH_UP_SECONDS = 3600
CATCH_UP_MESSAGES = 50
CATCH_UP_AT_ONCE = 4
# Seconds that a process waits for what a worker's cache remembers, between two looks for it, and that it is kept.
DESK_SECONDS = 10.0
DESK_LOOK_SECONDS = 0.05
DESK_KEPT_SECONDS = 300
# Seconds after which what is asked is given to the job engine once more: a Redis that was killed loses jobs.
DESK_AGAIN_SECONDS = 5.0
# --- requests to Discord --------------------------------------------------------------------------------------------
# Requests a second of all processes: Discord takes 50 within a second, and the slack comes on top of the pace.
REQUESTS_A_SECOND = 45.0
# Requests that may be sent at once before the pace counts.
REQUESTS_SLACK = 4
# Seconds for which a request's reserved moment stands, a twentieth of Discord's second and what a busy machine takes to
# wake somebody; and moments that are reserved anew until one is used however late.
RESERVED_SECONDS = 0.1
RESERVED_TRIES = 5
# Requests a second of one process while Redis is away: three processes together stay below Discord's limit.
REQUESTS_A_SECOND_ALONE = 15.0
# Seconds after the loss of Redis until a process asks it again, and counts alone where it is still away: Discord's
# second has ended by then for what was reserved together.
ALONE_AFTER_SECONDS = 1.5
# Processes that share each of Discord's windows while they cannot count together, seconds in which they go on so after
# Redis is back, which forgot what was counted (Discord's windows last up to five), and windows that are remembered.
ALONE_SHARES = 3
SHY_SECONDS = 6.0
WINDOWS_REMEMBERED = 10_000
# Seconds after which what is not urgent asks again whether there is room: at the least, and at the most.
BUDGET_LOOK_SECONDS = 0.1
BUDGET_LONGEST_LOOK = 1.0
# Seconds added to the end of a window that Discord names: what its answer took on the way.
WINDOW_MARGIN_SECONDS = 0.1
# Refused requests (401, 403, 429) within so many seconds at which the bot holds still: half of what Discord bears.
INVALID_REQUESTS = 5_000
INVALID_SECONDS = 600
# Seconds in which one shard of a group may identify, a limit of Discord's.
IDENTIFY_SECONDS = 5.0
# --- archive and digest ---------------------------------------------------------------------------------------------
# Characters of a speaker's name and of words that are searched for: with two dates and a channel they go into a
# button's custom id of 100 characters, so that a page can be turned after a restart and in any process.
SEARCH_SPEAKER_CHARACTERS = 28
SEARCH_WORDS_CHARACTERS = 30
# Quotes of one page at the most: more are not read at once.
PAGE_QUOTES = 8
# Characters of a quote that stands in a digest: longer ones would leave no room for the headlines.
DIGEST_QUOTE_CHARACTERS = 240
# Parts of a digest's card, so that its stories stand apart: well within `MESSAGE_COMPONENTS`.
DIGEST_PARTS = 30
# Seconds between two looks for digests that are due: they are promised for an hour, not for a second.
DIGEST_LOOK_SECONDS = 60.0
# Hours that a digest may be late, after which it is left out for that day: the bot was away when it was due.
DIGEST_LATE_HOURS = 4
# --- housekeeping ---------------------------------------------------------------------------------------------------
# Seconds between two looks whether the day's sweep is done.
SWEEP_LOOK_SECONDS = 3600.0
# Seconds after which work that was claimed and is not done is taken over: a digest and a sweep take less by far.
CLAIM_SECONDS = 600
# Seconds without a further server after which a start counts as complete: each server is dealt with when it comes, and
# nothing waits for the last one. The client's own two seconds are for bots that keep members.
GUILD_READY_SECONDS = 0.5
# Seconds that answers under way are waited for when the bot is told to stop: less than a host's patience of ten.
CLOSE_SECONDS = 8.0
