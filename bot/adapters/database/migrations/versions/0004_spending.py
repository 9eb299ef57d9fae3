"""What models wrote and cost in a day, in all and by server and user, for the operator's budgets.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "spending",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("scope", sa.String(16), primary_key=True),
        sa.Column("holder", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("briefs", sa.Integer, nullable=False),
        sa.Column("money", sa.Float, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("spending")
