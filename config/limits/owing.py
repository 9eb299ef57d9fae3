"""Answers that are owed, and new tries."""

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
