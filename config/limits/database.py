"""What is kept in the database."""

# Seconds that a writer waits for another on SQLite: a transaction takes milliseconds.
SQLITE_BUSY_SECONDS = 10.0

# Seconds that a connection to PostgreSQL may take, and connections that one process keeps.
DATABASE_SECONDS = 10.0
DATABASE_POOL = 5

# Seconds for which a start waits for PostgreSQL: a server that is started anew takes a few.
DATABASE_START_SECONDS = 60.0

# Seconds that one command to PostgreSQL may take: ours take milliseconds, the daily sweep of a large database some
# seconds.
DATABASE_COMMAND_SECONDS = 20.0


# Changes of settings that are kept: those of many seconds, in which every process has looked.
CHANGES_KEPT = 10_000

# Days after which the data of a server that was left is deleted: thrown out by mistake, a bot is back in a month.
LEFT_DAYS = 30

# Numbers of PostgreSQL's advisory locks that a migration and a change of settings hold: any that nothing else uses.
# Servers' ids, which are locked too, are far above them.
MIGRATION_LOCK = 7_266_001
CHANGES_LOCK = 7_266_002
