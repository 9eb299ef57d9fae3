"""An answer knows what asked for it, its thread's head and where its pointers lead; deletions still to be done."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The first brief of the same article in the same channel, which older pointers led to.
_FIND_EARLIER = """
    UPDATE answers SET {column} = (
        SELECT earlier.{found} FROM answers AS earlier
        WHERE earlier.kind = 'brief' AND earlier.content = answers.content AND earlier.created <= answers.created
            AND (earlier.channel = answers.channel OR earlier.source_channel = answers.channel)
        ORDER BY earlier.created LIMIT 1
    ) WHERE kind = 'pointer'
"""


def upgrade() -> None:
    """Add the columns. The head of a thread was a row of its own; older pointers lead to the first brief there."""
    op.add_column("answers", sa.Column("engine", sa.String(16), nullable=False, server_default="auto"))
    op.add_column("answers", sa.Column("trigger", sa.String(16), nullable=False, server_default="watch"))
    for name in ("head", "target", "target_channel"):
        op.add_column("answers", sa.Column(name, sa.BigInteger))
    op.add_column("answers", sa.Column("locale", sa.String(16)))
    op.create_index("answers_by_target", "answers", ["target"])
    op.create_index("answers_by_head", "answers", ["head"])
    op.create_table(
        "deletions",
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("thread", sa.Boolean, nullable=False),
        sa.Column("answer", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("deletions_by_due", "deletions", ["due"])
    op.execute("UPDATE answers SET \"trigger\" = 'command' WHERE source IS NULL")
    op.execute(
        "UPDATE answers SET head = (SELECT max(heads.id) FROM answers AS heads WHERE heads.kind = 'head' "
        "AND heads.source = answers.source) WHERE kind <> 'head' AND channel <> source_channel"
    )
    op.execute("DELETE FROM answers WHERE kind = 'head'")
    op.execute(_FIND_EARLIER.format(column="target_channel", found="channel"))
    op.execute(_FIND_EARLIER.format(column="target", found="id"))
