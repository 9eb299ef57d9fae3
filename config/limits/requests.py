"""Requests to Discord, by all processes together."""

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
