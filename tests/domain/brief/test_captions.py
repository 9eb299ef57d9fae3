"""A caption that opens an article: no headline, no news, and its photographer nobody of the story."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.page.files.clean import clean_paste
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

CAPTIONED = [
    (
        "en",
        "The lamp at Carrick Head. Picture: Jess Rowe",
        "For nine winters Tom Ferrier climbed the 142 steps twice a night.",
        "The Lights Board said on Tuesday that six lighthouses are to be switched off.",
        "Jess Rowe",
    ),
    (
        "de",
        "Die Glocke über der Tür. Foto: Ute Brand",
        "Wenn Renate Kolb das Licht einschaltet, warten schon alle.",
        "Die Adler-Apotheke in Neukirch schließt Ende Juni, wie die Kammer am Mittwoch mitteilte.",
        "Ute Brand",
    ),
    (
        "fr",
        "Des parcs vides dans la baie. (Photo Élise Tanguy)",
        "Chaque matin, Luc Roux descend à la grève avec son chien.",
        "La préfecture a interdit lundi la vente des huîtres de la baie de Kerlann.",
        "Élise Tanguy",
    ),
    (
        "es",
        "Las ovejas de Luis Barrios cruzan el puente. / Foto: Clara Reig",
        ("Luis Barrios tenía seis años cuando hizo a pie el camino."),
        "El Gobierno de Castilla autorizó este martes la construcción de un polígono industrial.",
        "Clara Reig",
    ),
]
TITLES = {"en": "The last light", "de": "Ein Abschied", "fr": "La saison perdue", "es": "El último rebaño de la cañada"}


@pytest.mark.parametrize(("language", "caption", "scene", "news", "photographer"), CAPTIONED)
def test_a_caption_is_no_part_of_the_story(
    language: str, caption: str, scene: str, news: str, photographer: str
) -> None:
    """A summary begins with the news behind a caption and a scene, and nobody acts whom a credit alone names."""
    text = f"{caption}\n\n{scene}\n\n{news}"
    draft = write_draft(Article(text, title=TITLES[language], language=language), Wish())
    assert draft.sentences[0].text == news
    assert photographer not in {actor.name for actor in draft.actors}


@pytest.mark.parametrize("caption", [one[1] for one in CAPTIONED if ":" in one[1]])
def test_a_caption_is_no_headline(caption: str) -> None:
    """A text whose first line ends in a credit has no headline."""
    story = "The board said that six of the oldest lighthouses of the coast are to be switched off for good. " * 3
    assert clean_paste(f"{caption}\n\n{story}").title is None


BEFORE = [
    ("fr", "Le lac du Sorbet, mardi après-midi, vu de la digue. Photo E. Tanguy"),
    ("fr", "Des ouvriers dégagent l'une des tombes, mardi, place du Foin. Photo L'Écho / J. R."),
    ("en", "The quay at dawn on Tuesday. Photo A. Lee"),
    ("de", "Erfrorene Triebe am Sonnenhang bei Rebach. Foto: Ulla Brand\n\nVon Tim Brand"),
]
NEWS = {
    "fr": "Neuf communes du Haut-Verd seront privées d'eau chaque nuit à partir de samedi.",
    "en": "Nine towns will have no water at night from Saturday.",
    "de": "Nach zwei Nächten mit minus sechs Grad rechnen die Winzer mit dem Ausfall der halben Ernte.",
}


@pytest.mark.parametrize(("language", "caption"), BEFORE)
def test_a_credit_with_initials_or_a_byline_ends_a_caption(language: str, caption: str) -> None:
    """“Photo E. Tanguy” behind a sentence makes a caption of it, and the news behind it leans on nothing."""
    behind = {"fr": "La préfecture l'a dit.", "en": "The county said so.", "de": "Der Schaden ist groß."}[language]
    title = {"fr": "L'eau coupée", "en": "Taps off", "de": "Frost vernichtet die halbe Weinernte"}[language]
    article = Article(f"{caption}\n\n{NEWS[language]} {behind}", title=title, language=language)
    assert write_draft(article, Wish()).sentences[0].text == NEWS[language]


@pytest.mark.parametrize(
    ("language", "dateline", "news"),
    [
        ("es", "Fuente Mora, 12 nov.- ", "Dos personas han muerto por un brote de legionela."),
        ("it", "Roccalba, 3 maggio - ", "Due persone sono morte per un incendio."),
        ("en", "Kelford, 12 May - ", "Two people have died in a fire."),
        ("fr", "Brens, 12 mai – ", "Deux personnes sont mortes dans un incendie."),
        ("es", "", "Pedro Ruiz, 12 años - y ya campeón - ganó el torneo."),
    ],
)
def test_a_place_and_a_day_before_a_dash_are_no_part_of_the_news(language: str, dateline: str, news: str) -> None:
    """“Lima, 12 nov.-” is an agency's dateline, where a capital follows."""
    draft = write_draft(Article(f"{dateline}{news}", title="Uno", language=language), Wish())
    assert draft.sentences[0].text == news
