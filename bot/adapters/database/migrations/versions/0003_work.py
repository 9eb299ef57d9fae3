"""What is owed and how far channels are done, what Discord refused, facts of the bot as a whole; claims that are done.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. What was claimed before was done, as far as anybody knows."""
    time = sa.DateTime(timezone=True)
    op.create_table(
        "owed",
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("parent", sa.BigInteger),
        sa.Column("room", sa.BigInteger),
        sa.Column("locale", sa.String(16)),
        sa.Column("trigger", sa.String(16), nullable=False),
        sa.Column("due", time, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
    )
    op.create_index("owed_due", "owed", ["due"])
    op.create_table(
        "marks",
        sa.Column("channel", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("guild", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
    )
    op.create_index("marks_guild", "marks", ["guild"])
    op.create_table(
        "refusals",
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", time, nullable=False),
    )
    op.create_index("refusals_channel", "refusals", ["channel"])
    op.create_table(
        "facts",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.add_column("claims", sa.Column("done", sa.Boolean, nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("claims", "done")
    for table in ("facts", "refusals", "marks", "owed"):
        op.drop_table(table)
