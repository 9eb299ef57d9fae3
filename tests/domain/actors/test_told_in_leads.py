"""Roles told in the lead or before a quotation, and what stands beside a name and is none."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

ROLES = [
    # An office that only one holds, of whom speaks right behind; nobody who tells of its holder.
    (
        "en",
        "The harbour master has written to the minister. “Half of them have no plotter,” Bo Ray wrote.",
        "Bo Ray",
        "harbour master",
    ),
    ("en", "The harbour master has written to the minister. “He is a stubborn man,” said Bo Ray.", "Bo Ray", ""),
    (
        "en",
        "The harbour master has gone. Bo Ray has lived in the street since 1960.",
        "Bo Ray",
        "has lived in the street",
    ),
    (
        "de",
        "Die Bürgermeisterin will einen Bus. „Das sind 19 Kilometer“, sagt Ada Lind (parteilos).",
        "Ada Lind",
        "Bürgermeisterin",
    ),
    ("de", "Die Bürgermeisterin will einen Bus. „Das sind 19 Kilometer“, sagt Ole Berg.", "Ole Berg", ""),
    # A sentence that singles somebody out.
    (
        "en",
        "It was her old coach who talked her round. “I left a boat on her lawn,” Bo Ray recalled.",
        "Bo Ray",
        "old coach",
    ),
    ("fr", "C'est le maire qui a donné l'alerte. « Tout le talus bougeait », raconte Luc Roux.", "Luc Roux", "maire"),
    ("es", "Fue el alcalde quien dio la alarma. «Todo el talud se movía», cuenta Luis Gil.", "Luis Gil", "alcalde"),
    # Whom the lead tells of, though a sentence stands between that names nobody.
    (
        "en",
        "A nurse who posted a photograph has been awarded £84,000. // Ann Lee, 39, had worked there.",
        "Ann Lee",
        "nurse",
    ),
    (
        "fr",
        (
            "L'ancienne comptable a été condamnée jeudi. Le tribunal l'a aussi privée de ses droits. // Anne Roux, "
            "54 ans, est restée immobile."
        ),
        "Anne Roux",
        "ancienne comptable",
    ),
    (
        "fr",
        (
            "L'ancienne comptable a été condamnée jeudi. Luc Petit avait porté plainte. // Anne Roux, 54 ans, "
            "habite à côté."
        ),
        "Anne Roux",
        "54 ans",
    ),
    (
        "es",
        (
            "La antigua contable fue condenada el jueves. El tribunal la inhabilitó además. // Ana Gil, de 54 años, "
            "escuchó el fallo de pie."
        ),
        "Ana Gil",
        "antigua contable",
    ),
    # The only one named so far, behind an age that opens a sentence.
    (
        "en",
        "Tom Ray climbed the steps twice a night. // Now 81, the former keeper lives below the tower.",
        "Tom Ray",
        "former keeper",
    ),
    (
        "fr",
        "Luc Roux montait les marches deux fois par nuit. // À 81 ans, l'ancien gardien vit encore là.",
        "Luc Roux",
        "ancien gardien",
    ),
    (
        "es",
        "Luis Gil subía los peldaños cada noche. // A sus 81 años, el antiguo farero vive al lado.",
        "Luis Gil",
        "antiguo farero",
    ),
    (
        "en",
        "Tom Ray climbed the steps with Ted Orr. // Now 81, the former keeper lives below the tower.",
        "Tom Ray",
        "climbed the steps with Ted Orr",
    ),
    # A part in life before a comma, whose bearer's home follows; a German one of several; a year with no role.
    ("en", "She held off the champion, Ada Vogt of Germany, by half a length.", "Ada Vogt", "champion"),
    ("de", "„Da war ein Grollen“, sagte Ole Berg, einer der Geretteten, am Abend.", "Ole Berg", "einer der Geretteten"),
    ("fr", "La maire, Anne Roux, élue en 2020, dit avoir vu le trou.", "Anne Roux", "maire"),
]


@pytest.mark.parametrize(("language", "text", "name", "role"), ROLES)
def test_a_lead_tells_a_role(language: str, text: str, name: str, role: str) -> None:
    """What somebody is may be told before the name in another sentence, and nobody else's is theirs."""
    draft = write_draft(Article(text.replace(" // ", "\n\n"), language=language), Wish())
    assert {actor.name: actor.role for actor in draft.actors}[name] == role


def test_the_noun_of_a_cue_is_the_role_of_whom_the_text_calls_by_nothing_else() -> None:
    """Who alone is told of is the widow whom a quotation's cue names."""
    text = "For Iris Tweedy the vote means two hours on a bus. “I am 81,” the widow said. “How many have I left?”"
    draft = write_draft(Article(text, language="en"), Wish())
    assert [(actor.name, actor.role) for actor in draft.actors] == [("Iris Tweedy", "widow")]
