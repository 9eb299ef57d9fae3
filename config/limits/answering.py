"""When and how a message is answered."""

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

# Sources of one command that are under way at once: while one is written the next is read in another process, which
# finds one more waiting when it is done.
SOURCES_AT_ONCE = 3

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
