"""Roles and speakers whose name a phrase tells: "a roofer called Denny Osgood", "zidar pe nume Denis Popa"."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from tests.domain.speech.test_quotes import read

ROLES = [
    ("en", "The pier was saved by a retired roofer called Denny Osgood.", "retired roofer"),
    ("en", "Her solicitor, a young man named Denny Osgood, wept.", "solicitor"),
    ("ru", "«Мы носили воду вёдрами», — рассказывает семиклассник Матвей Орлов.", "семиклассник"),
    ("uk", "«Ми носили воду відрами», — розповідає семикласниця Ніна Гай.", "семикласниця"),
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


BESIDE = [
    # An age and "and" before what somebody is; a particle of the verb before the name.
    ("pt", "«Já era tempo», brincou Ana Lemos, hoje com 54 anos e professora em Brejo.", "professora em Brejo"),
    ("es", "«Ya era hora», bromeó Ana Lemos, hoy con 54 años y profesora en Lorca.", "profesora en Lorca"),
    ("ro", "„Era timpul”, a glumit Ana Popa, de 54 de ani și profesoară la Brad.", "profesoară la Brad"),
    ("de", "„Wir fangen gerade erst an“, kündigte der Anwalt an, Sebastian Ott.", "Anwalt"),
    # What was done to somebody is no part of what they are.
    ("uk", "Суд скасував у середу звільнення лікарки Лариси Терещук.", "лікарки"),
    ("uk", "Суд розглянув скаргу вчительки Лариси Терещук.", "вчительки"),
    ("uk", "Суд вислухав колишню вчительку Ларису Терещук.", "колишню вчительку"),
    ("uk", "На місце приїхав начальник пожежної частини Іван Гай.", "начальник пожежної частини"),
    ("ru", "Суд отменил в среду увольнение врача Ларисы Терещук.", "врача"),
    ("ru", "Суд рассмотрел жалобу бывшей учительницы Ларисы Терещук.", "бывшей учительницы"),
    ("ru", "«Лопались струны», — вспомнила флейтистка Софья Глинская, выступившая свидетелем.", "флейтистка"),
    ("ro", "Meteorologul a plecat. „Livada era a bunicului meu”, povestește Viorica Mureșan.", ""),
    ("it", "Il titolo passa alla seconda, la keniana Faith Chelimo. Chelimo ha vinto la gara a Lusaro.", "keniana"),
]


@pytest.mark.parametrize(("language", "text", "role"), BESIDE)
def test_a_role_is_what_somebody_is(language: str, text: str, role: str) -> None:
    """A role has neither a verb nor a noun that governs it, and stands behind an age and "and"."""
    actors = write_draft(Article(text, title="Das Fest", language=language), Wish()).actors
    assert next(actor.role for actor in actors if actor.kind.value == "person") == role
