"""Answers and quotes know which room decides who sees them; answers what they say, quotes their part of an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. An older answer in a thread gets the thread for its room, which shows it to fewer, not to more.

    On SQLite the tables are changed in place: to copy them would drop the triggers of the full-text index.
    """
    for table in ("answers", "quotes"):
        op.add_column(table, sa.Column("room", sa.BigInteger, nullable=False, server_default="0"))
        op.add_column(table, sa.Column("spoiler", sa.Boolean, nullable=False, server_default=sa.false()))
    # An older answer is known by its article alone: a copy of it elsewhere is new once more.
    op.add_column("answers", sa.Column("content", sa.String(64), nullable=False, server_default=""))
    op.create_index("answers_by_content", "answers", ["channel", "content", "created"])
    op.add_column("quotes", sa.Column("part", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE answers SET room = coalesce(source_channel, channel)")
    op.execute("UPDATE quotes SET room = channel")
    op.execute(
        "UPDATE quotes SET channel = coalesce("
        "(SELECT max(answers.channel) FROM answers WHERE answers.id = quotes.answer), channel)"
    )
