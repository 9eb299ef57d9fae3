"""An answer knows its brief's first sentence and its page's site, for digests."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; older answers have no sentence and their digests go without."""
    op.add_column("answers", sa.Column("sentence", sa.Text, nullable=False, server_default=""))
    op.add_column("answers", sa.Column("site", sa.Text))
