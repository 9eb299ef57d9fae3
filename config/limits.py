"""Every tuned number, with its unit and its reason. Grouped by the room that uses it."""

# --- fetching -------------------------------------------------------------------------------------------------------

# --- extraction -----------------------------------------------------------------------------------------------------

# --- reading (quotes, actors, summary) ------------------------------------------------------------------------------

# --- check ----------------------------------------------------------------------------------------------------------

# --- models ---------------------------------------------------------------------------------------------------------

# --- cache ----------------------------------------------------------------------------------------------------------

# Bumped whenever the shape or the meaning of a cached brief changes: old entries then are misses, not faults.
CACHE_FORMAT = 1

# Seconds a brief is kept: a week outlives the life of a news story in a chat.
BRIEF_SECONDS = 7 * 24 * 3600

# Entries of the in-process cache: about 20 kB each, so some 20 MB at most.
MEMORY_CACHE_ENTRIES = 1000

# --- Discord --------------------------------------------------------------------------------------------------------

# Characters over all text displays of one Components V2 message, a limit of Discord's.
MESSAGE_CHARACTERS = 4000

# UTF-8 bytes over all text displays: above about 10,170 Discord answers HTTP 500 (discord-api-docs issue 8554).
MESSAGE_BYTES = 10_000

# Components of one message, nested ones included, a limit of Discord's.
MESSAGE_COMPONENTS = 40

# Links answered in one message: more is a list of links, not a story.
LINKS_PER_MESSAGE = 2
