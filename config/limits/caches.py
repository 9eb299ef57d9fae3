"""What is kept for a while, and for how long."""

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

# Characters of an article up to which the check runs on the event loop: some 3 ms, and 9 with the worst draft of as
# many sentences. Longer ones go to the pool.
CHECK_IN_LOOP_CHARACTERS = 300

# Characters of a text that is encoded, decoded or split on the event loop: some 5 ms. Longer ones go to a thread.
IN_LOOP_CHARACTERS = 40_000
