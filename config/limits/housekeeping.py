"""What is deleted after a time."""

# Seconds between two looks whether the day's sweep is done.
SWEEP_LOOK_SECONDS = 3600.0
# Seconds after which work that was claimed and is not done is taken over: a digest and a sweep take less by far.
CLAIM_SECONDS = 600
# Seconds without a further server after which a start counts as complete: each server is dealt with when it comes, and
# nothing waits for the last one. The client's own two seconds are for bots that keep members.
GUILD_READY_SECONDS = 0.5
# Seconds that answers under way are waited for when the bot is told to stop: less than a host's patience of ten.
CLOSE_SECONDS = 8.0
