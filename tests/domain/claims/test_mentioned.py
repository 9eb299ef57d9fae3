"""What a sentence names as a time, a cause or a comparison is not what it tells as done."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": (
        "The old mill was repaired after a fire in 2021. The tunnel was closed on Friday after the collapse of a wall. "
        "About 500 guests visited the fair on Sundays, more than before the strike."
    ),
    "de": (
        "Die alte Mühle wurde nach einem Brand im Jahr 2021 repariert. Der Tunnel wurde am Freitag nach dem Einsturz "
        "einer Mauer gesperrt. Rund 500 Gäste besuchten sonntags den Markt, mehr als vor dem Streik."
    ),
    "fr": (
        "Le vieux moulin a été réparé après un incendie en 2021. Le tunnel a été fermé vendredi après la chute d'un "
        "mur. Environ 500 clients visitaient la foire le dimanche, plus qu'avant la grève."
    ),
    "es": (
        "El viejo molino fue reparado tras un incendio en 2021. El túnel fue cerrado el viernes tras el derrumbe de un "
        "muro. Unos 500 clientes visitaban la feria los domingos, más que antes de la huelga."
    ),
    "it": (
        "Il vecchio mulino è stato riparato dopo un incendio nel 2021. Il tunnel è stato chiuso venerdì dopo il crollo "
        "di un muro. Circa 500 clienti visitavano la fiera la domenica, più che prima dello sciopero."
    ),
    "pt": (
        "O velho moinho foi reparado depois de um incêndio em 2021. O túnel foi fechado na sexta-feira após o colapso "
        "de um muro. Cerca de 500 clientes visitavam a feira aos domingos, mais do que antes da greve."
    ),
    "ro": (
        "Vechea moară a fost reparată după un incendiu în 2021. Tunelul a fost închis vineri după prăbușirea unui zid. "
        "Circa 500 de clienți vizitau târgul duminica, mai mult decât înainte de grevă."
    ),
    "uk": (
        "Старий млин відремонтували після пожежі у 2021 році. Тунель закрили у п'ятницю після обвалу стіни. Близько "
        "500 гостей відвідували ярмарок щонеділі, більше ніж до страйку."
    ),
}
TRUE = [
    ("en", "The old mill was repaired after a fire in 2021."),
    ("en", "The tunnel was closed on Friday."),
    ("en", "About 500 guests visited the fair on Sundays."),
    ("de", "Der Tunnel wurde am Freitag gesperrt."),
    ("de", "Rund 500 Gäste besuchten sonntags den Markt."),
    ("fr", "Le tunnel a été fermé vendredi."),
    ("es", "El túnel fue cerrado el viernes."),
    ("it", "Il tunnel è stato chiuso venerdì."),
    ("pt", "O túnel foi fechado na sexta-feira."),
    ("ro", "Tunelul a fost închis vineri."),
    ("uk", "Тунель закрили у п'ятницю."),
]
FALSE = [
    ("en", "The old mill burned down in 2021."),
    ("en", "The tunnel collapsed on Friday."),
    ("en", "About 500 guests visited the fair before the strike."),
    ("de", "Die alte Mühle brannte 2021."),
    ("de", "Der Tunnel stürzte am Freitag ein."),
    ("de", "Rund 500 Gäste besuchten den Markt vor dem Streik."),
    ("fr", "Le vieux moulin a brûlé en 2021."),
    ("fr", "Le tunnel est tombé vendredi."),
    ("fr", "Environ 500 clients visitaient la foire avant la grève."),
    ("es", "El viejo molino se incendió en 2021."),
    ("es", "El túnel se derrumbó el viernes."),
    ("es", "Unos 500 clientes visitaban la feria antes de la huelga."),
    ("it", "Il vecchio mulino è bruciato nel 2021."),
    ("it", "Il tunnel è crollato venerdì."),
    ("it", "Circa 500 clienti visitavano la fiera prima dello sciopero."),
    ("pt", "O velho moinho ardeu em 2021."),
    ("pt", "O túnel colapsou na sexta-feira."),
    ("pt", "Cerca de 500 clientes visitavam a feira antes da greve."),
    ("ro", "Vechea moară a ars în 2021."),
    ("ro", "Tunelul s-a prăbușit vineri."),
    ("ro", "Circa 500 de clienți vizitau târgul înainte de grevă."),
    ("uk", "Старий млин згорів у 2021 році."),
    ("uk", "Тунель обвалився у п'ятницю."),
    ("uk", "Близько 500 гостей відвідували ярмарок до страйку."),
]


def stands(language: str, said: str) -> bool:
    """Whether the text in a language says it."""
    return Claims(Article(text=TEXTS[language], language=language)).sentence(said).stands


@pytest.mark.parametrize(("language", "said"), TRUE)
def test_what_is_told_as_done_stands(language: str, said: str) -> None:
    """The deed itself, with its day, and what is counted without what it is compared with."""
    assert stands(language, said)


@pytest.mark.parametrize(("language", "said"), FALSE)
def test_what_is_only_named_falls(language: str, said: str) -> None:
    """What something comes after is another's deed, of another day; what is compared with is no time of the rest."""
    assert not stands(language, said)


@pytest.mark.parametrize(
    ("text", "said", "stood"),
    [
        ("Le tunnel a été fermé après la découverte de fissures.", "Des fissures ont été découvertes.", True),
        ("Le tunnel a été fermé avant la découverte de fissures.", "Le tunnel a été découvert.", False),
        ("Il tunnel è stato chiuso dopo il crollo del muro vecchio.", "Il muro vecchio è crollato.", True),
        ("Il tunnel è stato chiuso prima del crollo del muro vecchio.", "Il muro vecchio è crollato.", False),
    ],
)
def test_what_came_before_has_happened(text: str, said: str, *, stood: bool) -> None:
    """After a collapse something has collapsed, and it is what the noun is said of; before one it has not."""
    language = "fr" if text.startswith("Le") else "it"
    assert Claims(Article(text=text, language=language)).sentence(said).stands is stood
