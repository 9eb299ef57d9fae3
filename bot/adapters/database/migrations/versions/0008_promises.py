"""Answers that were promised to commands and not given yet, so that another process gives them.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "promises",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
    )
    op.create_index("promises_by_due", "promises", ["due"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("promises")
