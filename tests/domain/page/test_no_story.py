"""Pages whose only text is a site's own: they are refused, and stories that say the same words are not."""

import pytest

from bot.domain.page.walls import PARTIAL
from bot.errors import TooShortError
from tests.domain.page.test_real_kinds import STORY, page, paragraphs, read

HOUSE = {
    "old browser": (
        "Your browser is out of date and no longer supported, so parts of this page may not work as they should.",
        "We recommend that you install a current version of Firefox, Chrome, Safari or Edge on your computer.",
        "Updating takes a few minutes. Please ask your administrator if you cannot do this yourself.",
    ),
    "old browser, in German": (
        "Ihr Browser wird von dieser Website nicht mehr unterstützt, deshalb fehlen Ihnen einige Teile der Seite.",
        "Bitte installieren Sie eine aktuelle Version von Firefox, Chrome, Safari oder Edge, bevor Sie weiterlesen.",
        "Wenn Sie das nicht selbst können, fragen Sie bitte Ihren Administrator um Hilfe bei der Einrichtung.",
    ),
    "rules for passwords": (
        "Your password must have at least eight characters, one capital letter and one number.",
        "It may not contain your name or your e-mail address, and it must differ from your last five passwords.",
        "Enter the new password twice and press the button that saves it.",
    ),
    "rules for passwords, in French": (
        "Votre mot de passe doit contenir au moins huit caractères, dont une majuscule et un chiffre.",
        "Il ne peut reprendre ni le nom ni l'adresse, et il doit être différent des cinq derniers.",
        "Saisissez deux fois le nouveau mot de passe, puis validez avec le bouton du bas.",
    ),
    "disclaimer": (
        "The content of this website has been compiled with care. However, we accept no liability for its accuracy.",
        "No part of it may be copied without the written permission of the publisher. All rights reserved.",
        "This site contains links to other pages over which we have no control and for which we are not liable.",
    ),
    "disclaimer, in Spanish": (
        "El editor no se hace responsable de los errores que pueda contener este sitio web ni de sus consecuencias.",
        "Todos los derechos reservados. Queda prohibida la copia sin autorización escrita de la empresa editora.",
    ),
}


@pytest.mark.parametrize("texts", HOUSE.values(), ids=HOUSE.keys())
def test_word_of_a_site_on_itself_is_no_article(texts: tuple[str, ...]) -> None:
    """Notes on browsers, rules for passwords and disclaimers alone are not briefed."""
    with pytest.raises(TooShortError):
        read(page(f"<div>{paragraphs(texts)}</div>"))


def test_menu_in_one_line_is_no_article() -> None:
    """Labels one after another have no sentence in them, however many they are."""
    with pytest.raises(TooShortError):
        read(page(f"<div>{'Home News Sport Culture Opinion Video Weather Travel Food Jobs Contact About ' * 3}</div>"))


def test_captions_alone_are_no_article() -> None:
    """Of a gallery without a text nothing is briefed."""
    figures = "".join(
        f"<figure><img src='{at}.jpg'><figcaption>{text}</figcaption></figure>" for at, text in enumerate(STORY)
    )
    with pytest.raises(TooShortError):
        read(page(figures))


def test_stub_beside_its_menu_is_no_article() -> None:
    """A beginning of a sentence and the labels of a menu behind it make no text together."""
    menu = "".join(
        f"<li><a href='/{name}'>{name}</a></li>" for name in ["News", "Sport", "Culture", "Video", "Weather", "Jobs"]
    )
    with pytest.raises(TooShortError):
        read(page(f"<div><p>{STORY[0][:50]}</p><ul>{menu}</ul></div>"))


SHORT = {
    "browsers": (
        "The town hall of Brennholm will replace the browser on its four hundred computers in May, the council says.",
        "An outdated browser had let a thief read the letters of two hundred families in the winter.",
        "The work costs forty thousand crowns, and the schools of the town follow in the autumn.",
    ),
    "passwords": (
        "“Nobody should use the name of a pet,” said Ines Falk, who teaches the crews of Brennholm to choose well.",
        "Half of them had told her that a new password is a nuisance, and that at least eight characters are too many.",
        "The ferry company lost two days of bookings after somebody had guessed one of them in January.",
    ),
    "cookies": (
        "We have put a new cookie banner on our pages, and from today you can accept or reject all with one click.",
        "The old one had three pages of settings, and hardly a reader of ours found the button to save them.",
    ),
}


@pytest.mark.parametrize("texts", SHORT.values(), ids=SHORT.keys())
def test_short_story_about_such_things_is_read(texts: tuple[str, ...]) -> None:
    """A short item or post about browsers, passwords or cookies is one, whole."""
    article = read(page(f"<article>{paragraphs(texts)}</article>"))
    assert (article.text, article.complete) == ("\n\n".join(texts), True)


@pytest.mark.parametrize(
    "line",
    [
        "Please subscribe to read the rest of this article.",
        "To continue reading, please subscribe.",
        "Sie möchten weiterlesen? Dieser Artikel ist nur für Abonnenten.",
        "Pour lire la suite, abonnez-vous.",
    ],
)
@pytest.mark.parametrize("count", [3, 5])
def test_call_to_pay_below_the_last_paragraph_makes_a_part(line: str, count: int) -> None:
    """What was read above "please subscribe" is called the public part, and the call is not of it."""
    article = read(page(f"<article>{paragraphs(STORY[:count])}<p>{line}</p></article>"))
    assert (article.text, article.notes) == ("\n\n".join(STORY[:count]), (PARTIAL,))


def test_call_to_pay_elsewhere_leaves_a_story_whole() -> None:
    """A site's offer in its header or far below its story says nothing of the story."""
    offer = "<p>Subscribe to read more of our stories on Sundays.</p>"
    tail = "".join(
        f"<section><h3>More from the county</h3><p><a href='/{at}'>{at}</a></p></section>" for at in range(4)
    )
    article = read(page(f"<header>{offer}</header><article>{paragraphs()}</article>{tail}<footer>{offer}</footer>"))
    assert (article.text, article.complete) == ("\n\n".join(STORY), True)
