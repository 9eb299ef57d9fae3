"""What Discord takes, and how it is shown."""

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
