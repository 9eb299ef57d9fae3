"""A local Discord: a gateway, the REST API and a chat page on 127.0.0.1, so that the real client runs with no account.

server.py       LocalDiscord: the server as an async context manager
connect.py      points discord.py at it, and back
guilds.py       accounts, guilds, members and roles, and what the gateway asks of them
places.py       channels and threads, and who sees what happens in them
service.py      messages, reactions and typing; every change is told to those who listen
members.py      what people do: post, press, choose, call commands
composing.py    mentions, and the numbers of components
state.py        guilds, channels, members, messages as they are kept
wire.py         the same as JSON, in the shapes of API v10
permissions.py  permissions from roles and channel overwrites
gateway.py      sessions: identify, heartbeats, resume, events by shard and intent
rest/           the REST API, a file for each group of routes
limits.py       what Discord refuses in messages, modals and commands
buckets.py      rate limits
validate.py     requests against Discord's OpenAPI description
page/           the chat page
run.py          `nutgraf playground`
newsroom.py     the demo guild and its articles
"""
