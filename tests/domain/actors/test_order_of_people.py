"""Whom a short item tells of first: people by their full names, then kin and bodies that come late."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

STORIES = [
    (
        "pt",
        (
            "O hospital suspendeu as cirurgias. // “Já tinha a mala feita”, lamenta Graça Monteiro. O marido, "
            "Abílio, não "
            "se conforma: “Ela não dorme”. // “Temos dois médicos”, admitiu a diretora clínica, Helena Vasques."
        ),
        ["Graça Monteiro", "Helena Vasques", "Abílio"],
    ),
    (
        "de",
        (
            "Das Amt hat 40 Stöcke gesperrt. // Das Feld gehört Landwirt Eike Petersen. „Ich spritze nach "
            "Vorschrift“, so Petersen. "
            "Seine Frau Insa wird deutlicher: „Hier will uns jemand fertigmachen.“ // Die Toxikologin Deniz "
            "Kurt widerspricht: „Wir haben den Stoff auch im Bach.“"
        ),
        ["Eike Petersen", "Deniz Kurt", "Insa"],
    ),
    (
        "ro",
        (
            "Podul a fost închis joi. // „Am auzit un pocnet”, spune Ion Rusu, paznicul. Soția lui, Floarea, a "
            "sunat. "
            "„Credeam că a căzut”, spune Floarea. // „Copiii vor ocoli”, s-a plâns primarul Vasile Popa."
        ),
        ["Ion Rusu", "Vasile Popa", "Floarea"],
    ),
    # Whom the headline names is nobody's husband alone.
    (
        "en",
        (
            "Callum was found on Thursday. // “We sang all night,” said skipper Ross Munro. “He shouted at the "
            "sea,” Callum said. "
            "// “I saw one glove,” said Zoe Pettifer, the pilot."
        ),
        ["Callum", "Ross Munro", "Zoe Pettifer"],
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), STORIES)
def test_full_names_come_before_first_names(language: str, text: str, names: list[str]) -> None:
    """Kin known by a first name alone come behind whoever has a full name, unless the headline is theirs."""
    title = "Callum found alive" if language == "en" else ""
    article = Article(text.replace(" // ", "\n\n"), language=language, title=title)
    assert [actor.name for actor in write_draft(article, Wish()).actors][: len(names)] == names
