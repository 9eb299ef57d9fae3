"""Quotes are searched whatever their accents: their words are kept folded, and indexed so.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

from bot.adapters.database.folding import folded

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Rows that are folded at once.
BATCH = 1000


def upgrade() -> None:
    """Fold what is kept, and index that instead."""
    op.add_column("quotes", sa.Column("text_folded", sa.Text, nullable=False, server_default=""))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if is_sqlite:
        for name in ("quotes_added", "quotes_gone"):
            op.execute(f"DROP TRIGGER {name}")
        op.execute("DROP TABLE quotes_words")
    else:
        op.execute("DROP INDEX quotes_words")
    _fold()
    if is_sqlite:
        _index_sqlite()
    else:
        op.execute("CREATE INDEX quotes_words ON quotes USING gin (to_tsvector('simple', text_folded))")


def _fold() -> None:
    connection, last = op.get_bind(), 0
    rows = sa.text("SELECT id, text, speaker FROM quotes WHERE id > :last ORDER BY id LIMIT :count")
    update = sa.text("UPDATE quotes SET text_folded = :text, speaker_folded = :speaker WHERE id = :id")
    while found := connection.execute(rows, {"last": last, "count": BATCH}).all():
        connection.execute(
            update,
            [{"id": id_, "text": folded(text), "speaker": folded(speaker or "")} for id_, text, speaker in found],
        )
        last = found[-1][0]


def _index_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE quotes_words USING fts5("
        "text_folded, content='quotes', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute("INSERT INTO quotes_words(quotes_words) VALUES ('rebuild')")
    op.execute(
        "CREATE TRIGGER quotes_added AFTER INSERT ON quotes BEGIN "
        "INSERT INTO quotes_words(rowid, text_folded) VALUES (new.id, new.text_folded); END"
    )
    op.execute(
        "CREATE TRIGGER quotes_gone AFTER DELETE ON quotes BEGIN "
        "INSERT INTO quotes_words(quotes_words, rowid, text_folded) VALUES ('delete', old.id, old.text_folded); END"
    )
