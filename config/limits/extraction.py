"""What is read from a page or a file, and the processes that read it."""

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
