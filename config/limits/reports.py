"""Quote search and digests."""

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
