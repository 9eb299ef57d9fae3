"""Pages that are fetched: bytes, seconds, connections."""

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
