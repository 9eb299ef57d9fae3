"""Who does what to whom in sentences of several statements: relative clauses, joined deeds, comparisons."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.told import by_language, said_wrongly

pytestmark = pytest.mark.long

FILES = (
    "unfolded.toml",
    "told_as_meant.toml",
    "told_plainly.toml",
    "told_by_whom.toml",
    "told_named.toml",
    "told_further.toml",
    "told_together.toml",
    "told_beside_others.toml",
    "told_of_clubs.toml",
    "told_of_somebody.toml",
    "told_of_us.toml",
    "told_disavowed.toml",
    "told_in_polish_and_dutch.toml",
    "told_then.toml",
    "told_sides.toml",
    "told_begun_alike.toml",
    "told_in_chains.toml",
    "told_given.toml",
    "told_pending.toml",
    "told_basically.toml",
    "told_of_sources.toml",
    "told_dated.toml",
    "told_gapped.toml",
    "told_by_kind.toml",
    "told_of_two.toml",
    "told_in_place.toml",
    "told_otherwise.toml",
    "told_by_turns.toml",
    "told_shortened.toml",
    "told_beside.toml",
    "told_excepted.toml",
    "told_measured.toml",
    "told_lengths.toml",
    "told_counted.toml",
    "told_left.toml",
    "told_multiplied.toml",
    "told_opening_passives.toml",
    "told_opened.toml",
    "told_tied.toml",
    "told_behind.toml",
    "told_of_halves.toml",
    "told_by_closing.toml",
    "told_of_somebody.toml",
    "told_exchanged.toml",
    "told_as_threatened.toml",
    "told_clause_by_clause.toml",
    "told_owned.toml",
    "told_whose_bare.toml",
    "told_who_says.toml",
    "told_named_next.toml",
    "told_near_misses.toml",
    "told_in_order.toml",
    "told_of_own_doers.toml",
    "told_where_and_by_whom.toml",
    "told_counted.toml",
    "told_left.toml",
    "told_multiplied.toml",
    "told_opening_passives.toml",
    "told_compared.toml",
    "told_given_to.toml",
    "told_in_turkish_swedish_and_russian.toml",
)


@by_language(map(Path(__file__).with_name, FILES), "told")
def test_each_statement_is_told_of_whom_it_is_about(language: str, texts: Sequence[dict[str, Any]]) -> None:
    """What a relative clause or a joined deed tells of one is not told of another."""
    assert said_wrongly(texts) == [], language
