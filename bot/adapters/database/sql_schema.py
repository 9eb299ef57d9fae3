"""The tables of the database as SQLAlchemy knows them. `migrations/` makes them; a test holds the two together."""

import sqlalchemy as sa

metadata = sa.MetaData()
_Time = sa.DateTime(timezone=True)

guild_settings = sa.Table(
    "guild_settings",
    metadata,
    sa.Column("guild", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("data", sa.Text, nullable=False),
)
settings_changes = sa.Table(
    "settings_changes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("guild", sa.BigInteger, nullable=False),
)
answers = sa.Table(
    "answers",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("part", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("channel", sa.BigInteger, nullable=False),
    sa.Column("guild", sa.BigInteger),
    sa.Column("source", sa.BigInteger),
    sa.Column("source_channel", sa.BigInteger),
    sa.Column("poster", sa.BigInteger, nullable=False),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("content", sa.String(64), nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("headline", sa.Text, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("length", sa.String(16), nullable=False),
    sa.Column("language", sa.String(16)),
    sa.Column("links", sa.String(64), nullable=False),
    sa.Column("created", _Time, nullable=False),
    sa.Column("room", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("spoiler", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("engine", sa.String(16), nullable=False, server_default="auto"),
    sa.Column("trigger", sa.String(16), nullable=False, server_default="watch"),
    sa.Column("head", sa.BigInteger),
    sa.Column("target", sa.BigInteger),
    sa.Column("target_channel", sa.BigInteger),
    sa.Column("locale", sa.String(16)),
    sa.Column("sentence", sa.Text, nullable=False, server_default=""),
    sa.Column("site", sa.Text),
)
deletions = sa.Table(
    "deletions",
    metadata,
    sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("channel", sa.BigInteger, nullable=False),
    sa.Column("thread", sa.Boolean, nullable=False),
    sa.Column("answer", sa.BigInteger, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("due", _Time, nullable=False),
)
quotes = sa.Table(
    "quotes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("answer", sa.BigInteger, nullable=False),
    sa.Column("guild", sa.BigInteger, nullable=False),
    sa.Column("channel", sa.BigInteger, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("speaker", sa.Text),
    sa.Column("speaker_folded", sa.Text, nullable=False),
    sa.Column("text_folded", sa.Text, nullable=False, server_default=""),
    sa.Column("link", sa.Text),
    sa.Column("created", _Time, nullable=False),
    sa.Column("room", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("spoiler", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("part", sa.Integer, nullable=False, server_default="0"),
)
usage = sa.Table(
    "usage",
    metadata,
    sa.Column("guild", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("channel", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("briefs", sa.Integer, nullable=False),
    sa.Column("model_briefs", sa.Integer, nullable=False),
    sa.Column("hits", sa.Integer, nullable=False),
    sa.Column("tokens_in", sa.BigInteger, nullable=False),
    sa.Column("tokens_out", sa.BigInteger, nullable=False),
    sa.Column("cost", sa.Float, nullable=False),
)
opt_outs = sa.Table(
    "opt_outs",
    metadata,
    sa.Column("user", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", _Time, nullable=False),
)
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("guild", sa.BigInteger, nullable=False),
    sa.Column("user", sa.BigInteger, nullable=False),
    sa.Column("at", _Time, nullable=False),
    sa.Column("setting", sa.String(64), nullable=False),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("after", sa.Text, nullable=False),
)
departures = sa.Table(
    "departures",
    metadata,
    sa.Column("guild", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", _Time, nullable=False),
)
claims = sa.Table(
    "claims",
    metadata,
    sa.Column("name", sa.String(200), primary_key=True),
    sa.Column("at", _Time, nullable=False),
    sa.Column("done", sa.Boolean, nullable=False, server_default=sa.true()),
)
owed = sa.Table(
    "owed",
    metadata,
    sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("channel", sa.BigInteger, nullable=False),
    sa.Column("guild", sa.BigInteger),
    sa.Column("parent", sa.BigInteger),
    sa.Column("room", sa.BigInteger),
    sa.Column("locale", sa.String(16)),
    sa.Column("trigger", sa.String(16), nullable=False),
    sa.Column("due", _Time, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
)
marks = sa.Table(
    "marks",
    metadata,
    sa.Column("channel", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild", sa.BigInteger, nullable=False),
    sa.Column("message", sa.BigInteger, nullable=False),
)
promises = sa.Table(
    "promises",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("due", _Time, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
)
refusals = sa.Table(
    "refusals",
    metadata,
    sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("channel", sa.BigInteger, nullable=False),
    sa.Column("guild", sa.BigInteger),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", _Time, nullable=False),
)
facts = sa.Table(
    "facts",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
spending = sa.Table(
    "spending",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("scope", sa.String(16), primary_key=True),
    sa.Column("holder", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("briefs", sa.Integer, nullable=False),
    sa.Column("money", sa.Float, nullable=False),
)
