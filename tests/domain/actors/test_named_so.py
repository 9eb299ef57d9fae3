"""Roles and speakers whose name a phrase tells: "a roofer called Denny Osgood", "zidar pe nume Denis Popa"."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from tests.domain.speech.test_quotes import read

ROLES = [
    ("en", "The pier was saved by a retired roofer called Denny Osgood.", "retired roofer"),
    ("en", "Police called Denny Osgood on Monday.", ""),
    ("en", "A mother called Denny Osgood a liar on Monday.", ""),
    ("de", "Den Steg rettete ein Dachdecker namens Ole Berg.", "Dachdecker"),
    ("fr", "Un couvreur nommé Denis Roux a sauvé le quai.", "couvreur"),
    ("fr", "Le conseil a nommé Denis Roux lundi.", ""),
    ("it", "Un muratore di nome Denis Rocca ha salvato il molo.", "muratore"),
    ("pt", "Um pedreiro chamado Rui Rocha salvou o cais.", "pedreiro"),
    ("ro", "Un zidar pe nume Ion Popa a salvat cheiul.", "zidar"),
    ("uk", "Причал врятував покрівельник на ім'я Денис Рокитний.", "покрівельник"),
    ("ru", "Причал спас кровельщик по имени Денис Рокотов.", "кровельщик"),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_a_phrase_that_tells_a_name_is_no_part_of_a_role(language: str, text: str, role: str) -> None:
    """What stands before "called" or "namens" is what the bearer of the name is."""
    actors = write_draft(Article(text, title="Der Steg", language=language), Wish()).actors
    assert next(actor.role for actor in actors if actor.kind.value == "person") == role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A roofer called Denny Osgood remembers it differently. “People were praying on deck,” he said."),
        ("de", "Ein Dachdecker namens Denny Osgood rettete sie. „Alle haben an Deck gebetet“, sagte er."),
    ],
)
def test_who_is_told_to_have_a_name_speaks(language: str, text: str) -> None:
    """A pronoun behind a quotation means who the sentence before told to have a name."""
    assert [speaker for _, speaker in read(text, language)] == ["Denny Osgood"]
