"""What somebody is goes before what was done to them or what they did, wherever it stands."""

import pytest

from bot.domain.brief.builtin import read_article
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

CALLED = [
    ("de", "Insolvenzverwalter Kai Groß nennt die Lösung gut.", "Insolvenzverwalter"),
    ("de", "Hausverwalterin Anna Groß klagt gegen die Stadt.", "Hausverwalterin"),
    ("es", "La maestra Ana Ruiz, acusada de falsedad, lo niega.", "maestra"),
    ("es", "La doctora Ana Ruiz, acusada de falsedad, lo niega.", "doctora"),
    ("fr", "La docteure Anne Gil, accusée de faux, nie tout.", "docteure"),
    ("ro", "Proiecționista Stela Floarea, angajată aici de 33 de ani, se teme.", "Proiecționista"),
    ("uk", "Про побори розповіла третьокурсниця Дарина Гай, яка погодилася свідчити.", "третьокурсниця"),
    ("pt", "Merendeira da rede municipal, Aparecida Lima gravou um vídeo.", "Merendeira da rede municipal"),
    ("fr", "Cantinière de l'école du bourg, Anne Gil a tourné une vidéo.", "Cantinière de l'école du bourg"),
    ("es", "Ana Ruiz, acusada de falsedad, lo niega.", "acusada de falsedad"),
    ("es", "Ana Ruiz, empleada del banco, lo niega.", "empleada del banco"),
    ("en", "The cause was found, according to Ann Lee, who runs the clinic.", "runs the clinic"),
    ("fr", "La cause est connue, selon Anne Gil, qui dirige la clinique.", "dirige la clinique"),
    ("es", "La causa es conocida, según Ana Ruiz, que dirige la clínica.", "dirige la clínica"),
    ("it", "La causa è nota, secondo Anna Riva, che dirige la clinica.", "dirige la clinica"),
]
THINGS = [
    ("es", "Gritaba hacia la oscuridad del pozo Olga Paz, hasta que llegaron.", "pozo"),
    ("it", "Gridava nel buio del pozzo Olga Neri, finché non sono arrivati.", "pozzo"),
    ("fr", "Elle criait dans l'ombre du puits Olga Roux, jusqu'à leur arrivée.", "puits"),
    ("fr", "Manière de vivre, Anne Gil sourit toujours.", "Manière de vivre"),
    ("pt", "Véspera de Natal, Ana Lima saiu de casa.", "Véspera de Natal"),
]


def roles_in(code: str, text: str) -> list[str]:
    """The roles of a text's actors."""
    brief, _ = read_article(Article(text, language=code), Wish())
    return [actor.role for actor in brief.actors]


@pytest.mark.parametrize(("code", "text", "role"), CALLED)
def test_what_somebody_is_goes_before_what_happened(code: str, text: str, role: str) -> None:
    """A title, were it on no list, goes before a participle or a relative clause behind the name."""
    assert role in roles_in(code, text)


@pytest.mark.parametrize(("code", "text", "thing"), THINGS)
def test_a_thing_beside_a_name_is_no_role(code: str, text: str, thing: str) -> None:
    """What somebody stands in, or what opens a sentence, calls nobody."""
    assert thing not in roles_in(code, text)
