"""What a word for something named before stands for: the claim may say it in full, and nothing else in its place."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.values.article import Article


def stands(language: str, text: str, said: str, *, headline: bool = False) -> bool:
    """Whether an article of one text carries a sentence or a headline."""
    claims = Claims(Article(text=text, language=language))
    return (claims.headline if headline else claims.sentence)(said).stands


YARD = "The boat yard has lost a third of its orders. It wants to rent out two halls and sell a crane."
TURNED = "The boat yard has lost a third of its orders. The council wants to rent out two halls."
HALLE = "La halle du marché date de 1904. La mairie, faute d'argent, avait prévu de la vendre cet hiver."
BARCA = "La barca è stata riparata in marzo. L'armatore Ugo Lenzi nega di averla venduta."
MINA = "La mina cerró en 1998. El grupo quiere reabrirla antes de marzo."
PONTE = "A ponte foi fechada em maio. O diretor não sabe quando poderá abri-la."
PARC = "Două parcuri au fost inundate. Primăria le va redeschide dacă va primi pompe."
CLUB = "Позов подала спілка «Тихий берег». Вона довела, що яхт-клуб засипав озеро."
BAD = "Das Hallenbad soll einen Anbau bekommen. Darüber stimmt der Rat am 4. Mai ab."
KUR = "Die Stadt schließt ihr Kurhaus. Das hat der Rat am Montag beschlossen."
RENTE = "Der Verein bietet an, die Miete von 900 Euro zu zahlen. Die Bank hat das Angebot abgelehnt."


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", YARD, "The boat yard wants to sell a crane.", True),
        ("en", TURNED, "The boat yard wants to rent out two halls.", False),
        ("fr", HALLE, "La mairie avait prévu de vendre la halle du marché cet hiver.", True),
        ("fr", HALLE, "La halle du marché avait prévu de vendre la mairie.", False),
        ("it", BARCA, "Ugo Lenzi nega di aver venduto la barca.", True),
        ("it", BARCA, "Ugo Lenzi ha venduto la barca.", False),
        ("es", MINA, "El grupo quiere reabrir la mina antes de marzo.", True),
        ("es", MINA, "La mina quiere reabrir el grupo.", False),
        ("pt", PONTE, "O diretor não sabe quando poderá abrir a ponte.", True),
        ("ro", PARC, "Primăria va redeschide cele două parcuri dacă va primi pompe.", True),
        ("ro", PARC, "Primăria a redeschis cele două parcuri.", False),
        ("uk", CLUB, "Спілка «Тихий берег» довела, що яхт-клуб засипав озеро.", True),
        ("uk", CLUB, "Яхт-клуб довів, що спілка «Тихий берег» засипала озеро.", False),
        (
            "en",
            "Ann Holm sued the club. Her lawyer, Tom Rudd, expects a verdict.",
            "Ann Holm's lawyer expects a verdict.",
            True,
        ),
        (
            "es",
            "El portavoz, Luis Arce, habló el lunes. También exigió que cierre Radio Sur.",
            "Luis Arce exigió que cierre Radio Sur.",
            True,
        ),
        ("en", "“We will not sell the yard,” said Tom Rudd.", "Tom Rudd said they would not sell the yard.", True),
        (
            "uk",
            "Олег Бойко виступив у раді. Його пропозицію рада розгляне в четвер.",
            "Рада розгляне пропозицію Олега Бойка в четвер.",
            True,
        ),
        ("de", BAD, "Über den Anbau stimmt der Rat am 4. Mai ab.", True),
        ("de", KUR, "Der Rat hat am Montag die Schließung des Kurhauses beschlossen.", True),
        ("de", KUR, "Das Kurhaus hat am Montag die Schließung des Rats beschlossen.", False),
        ("de", RENTE, "Die Bank hat das Angebot abgelehnt, die Miete von 900 Euro zu zahlen.", True),
        ("de", RENTE, "Der Verein hat das Angebot abgelehnt, die Miete von 900 Euro zu zahlen.", False),
    ],
)
def test_a_word_for_what_was_named_is_said_in_full(language: str, text: str, said: str, *, right: bool) -> None:
    """A thing may be named where a sentence has a pronoun for it, and it does what the pronoun does."""
    assert stands(language, text, said) is right


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "El gremio exige un 8 por ciento. La junta ofreció un 4.", "La junta ofreció un 8 por ciento."),
        ("it", "Il sindacato chiede 120 euro. L'azienda ne ha offerti 60.", "L'azienda ha offerto 120 euro."),
        ("fr", "La directrice est partie. Le club l'accuse d'un vol.", "La directrice accuse le club d'un vol."),
        ("pt", "Atribuiu o atraso a um cliente que lhe deve 300 euros.", "A empresa deve 300 euros a um cliente."),
        ("es", "La piscina se inauguró en 1998 y cierra en verano.", "La piscina abrirá en verano."),
        ("fr", "Élodie Roux a crié. Sa fille a passé la nuit à Lens.", "Élodie Roux a passé la nuit à Lens."),
        ("en", "Ann Holm sued the club. Her lawyer expects a verdict.", "Ann Holm expects a verdict."),
        ("fr", "Dix-sept enfants toussaient. Un bus en a emmené six.", "Un bus a emmené dix-sept enfants."),
        ("es", "El hospital costará 2 millones. La región lo pagará a medias.", "La región pagará 2 millones."),
        ("es", "Lozano no opera. Las urgencias fueron a Villasana.", "Las urgencias de Villasana fueron a Lozano."),
        ("uk", "Рада купила поле. Іван Коваль відмовився від нього.", "Рада відмовилася від поля."),
    ],
)  # fmt: skip
def test_nothing_else_is_said_in_its_place(language: str, text: str, said: str) -> None:
    """A number, another doer and another time are not put in the place of a word for something named before."""
    assert not stands(language, text, said)


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("de", "Das Amt hatte im Mai versprochen, das Bad zu erhalten.", "Amt verspricht Erhalt von Bad", False),
        ("de", "Das Amt hat versprochen, das Bad zu erhalten.", "Amt verspricht Erhalt von Bad", True),
        ("en", "The minister had promised in spring to keep the pool.", "Minister promises to keep pool", False),
        ("en", "The minister promised on Monday to keep the pool.", "Minister promises to keep pool", True),
    ],
)  # fmt: skip
def test_a_headline_tells_nothing_long_over(language: str, text: str, said: str, *, right: bool) -> None:
    """What was before another deed is not told in a headline's present."""
    assert stands(language, text, said, headline=True) is right


@pytest.mark.parametrize(
    ("language", "noun", "verb"),
    [("es", "policía", "pedía"), ("es", "biología", "dirigía"), ("pt", "museu", "perdeu"), ("pt", "notícia", "dizia")],
)
def test_a_noun_that_ends_as_a_verb_tells_no_time(language: str, noun: str, verb: str) -> None:
    """The article before it stands for nobody: "La policía"."""
    words = wording_of(language)
    assert words.mood(noun) == ""
    assert words.mood(verb) == "past"


TWO = {
    "es": "La ciudad abrió dos puentes. Ambos fueron construidos por la firma Tolva.",
    "en": "The firm runs two mines, one in Selby and one in Orl. Both were opened by Ann Reed in 1960.",
    "uk": "У місті є два басейни. Обидва збудувала Ірма Вольд у 1960 році.",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "Ambos puentes fueron construidos por la firma Tolva."),
        ("en", "Both mines were opened by Ann Reed in 1960."),
        ("uk", "Обидва басейни збудувала Ірма Вольд у 1960 році."),
    ],
)
def test_both_are_the_two_of_the_sentence_before(language: str, said: str) -> None:
    """Alone it stands for the two things that were named last."""
    assert stands(language, TWO[language], said)


def test_both_of_two_different_things_are_no_two_of_the_one() -> None:
    """A pool and a hall are not two halls."""
    text = "The town has a pool and a hall. Both were built by Ann Reed in 1960."
    assert not stands("en", text, "Both halls were built by Ann Reed in 1960.")


@pytest.mark.parametrize(
    ("language", "text", "lie"),
    [
        ("de", "Ein Laptop wurde aus dem Auto eines Arztes gestohlen.", "Ein Arzt hat einen Laptop gestohlen."),
        ("de", "Ein Laptop wurde aus dem Auto gestohlen.", "Das Auto hat einen Laptop gestohlen."),
        ("en", "The letter was found in the bag of the driver.", "The driver found the letter."),
    ],
)
def test_who_stands_behind_a_preposition_in_a_passive_does_nothing(language: str, text: str, lie: str) -> None:
    """Where something was found or taken from is not who found or took it."""
    assert not stands(language, text, lie)
