"""What a sentence tells the other way round says as much, and what turns it round does not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support.told import by_language, said_wrongly

FILES = (
    "told_round.toml",
    "told_crosswise.toml",
    "told_twice_over.toml",
    "told_at_that_time.toml",
    "told_until.toml",
    "told_second.toml",
    "told_only_meant.toml",
    "told_apart.toml",
    "told_elsewhere.toml",
    "told_alike.toml",
    "told_of_parts.toml",
    "restated.toml",
    "exchanged.toml",
    "told_in_steps.toml",
    "unsaid.toml",
    "called_shortly.toml",
    "had_to.toml",
    "told_in_time.toml",
    "told_against.toml",
    "told_of_some.toml",
    "of_complement.toml",
    "beside_somebody.toml",
    "other_whys.toml",
    "heard.toml",
    "told_of_one_of_two.toml",
    "told_as_wanted.toml",
    "merged_statements.toml",
    "pointing_back.toml",
    "lent_deeds.toml",
    "lent_places.toml",
    "dealt_out.toml",
    "told_apart_from.toml",
    "told_in_front.toml",
    "told_as_denied.toml",
    "told_by_participles.toml",
    "told_of_other_statements.toml",
    "told_alone.toml",
    "told_meant.toml",
    "told_in_halves.toml",
    "second_deeds.toml",
    "told_of_own_clause.toml",
    "told_as_sooner.toml",
    "told_of_second_report.toml",
    "told_as_aside.toml",
    "counted_of_whom.toml",
    "merged_of_two.toml",
    "counts_left_out.toml",
    "told_of_receivers.toml",
    "told_with_conditions.toml",
    "told_of_the_rest.toml",
    "told_of_own_statements.toml",
)
MORE = {
    "de": "Die Sitzung dauerte drei Stunden.",
    "en": "The meeting lasted three hours.",
    "es": "La reunión duró tres horas.",
    "fr": "La réunion a duré trois heures.",
    "it": "La riunione è durata tre ore.",
    "pt": "A reunião durou três horas.",
    "ro": "Ședința a durat trei ore.",
    "ru": "Заседание длилось три часа.",
    "uk": "Засідання тривало три години.",
}


@by_language(map(Path(__file__).with_name, FILES), "kinds")
def test_told_round(language: str, texts: Sequence[dict[str, Any]]) -> None:
    """A claim told from another side stands; one that gives the deed or the number to another falls."""
    assert said_wrongly(texts, MORE[language]) == [], language
