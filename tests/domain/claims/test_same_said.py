"""Claims that say in another place of the sentence, or in another voice, what the article says; and what does not."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

DOING = {
    "en": ("The flood damaged 40 houses.", "Because of the flood, 40 houses were damaged."),
    "de": ("Das Hochwasser beschädigte 40 Häuser.", "Wegen des Hochwassers wurden 40 Häuser beschädigt."),
    "fr": ("L'inondation a endommagé 40 maisons.", "À cause de l'inondation, 40 maisons ont été endommagées."),
    "es": ("La inundación dañó 40 casas.", "40 casas resultaron dañadas a causa de la inundación."),
    "uk": ("Повінь пошкодила 40 будинків.", "Через повінь пошкоджено 40 будинків."),
}
SUPPLIER = {
    "de": "Der Wirt Emil Karst erklärte, dass der Händler die Ware vertauscht habe, und will das Bußgeld anfechten.",
    "uk": "Власник Роман Дуб пояснив, що постачальник підмінив товар, і має намір оскаржити штраф.",
}
ROOF = "Підрядник, фірма «Рейка», уже двічі ремонтував дах."
ELECTION = "Die Grünen verloren drei Sitze. Stärkste Kraft wurde zum zweiten Mal die Union mit 31 Prozent."
FAN = "In 2022 a fan failed, and an inspector recommended new alarms."
POOL = "The swimming pool will stay shut for at least three weeks."
VISITORS = "Visitor numbers fell after the theft became known, to 62,000."


def stands(language: str, text: str, said: str) -> bool:
    """Whether an article of one text carries a sentence."""
    return Claims(Article(text=text, language=language)).sentence(said).stands


@pytest.mark.parametrize("language", DOING)
def test_what_does_a_thing_causes_it(language: str) -> None:
    """What a thing does happens because of it."""
    assert stands(language, *DOING[language])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The flood reached the town, and thieves damaged 40 houses.", "40 houses were damaged because of the flood."),
        ("The mayor closed 40 roads after the flood.", "Because of the flood, the mayor closed 40 roads."),
        ("Ann Holm closed 40 roads.", "Because of Ann Holm, 40 roads were closed."),
        ("The flood was followed by two fires.", "Because of the flood, two fires followed."),
    ],
)
def test_what_comes_with_a_thing_is_not_caused_by_it(text: str, said: str) -> None:
    """Another clause, a time, a person and a passive give no cause."""
    assert not stands("en", text, said)


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("en", "The lease runs for six months and can be extended once.", "The lease runs for six months.", True),
        ("en", "The lease can be extended if it is signed.", "The lease can be extended.", False),
        ("en", FAN, "In 2022 an inspector recommended new alarms.", True),
        ("en", "In 2022 an inspector failed to fit new alarms.", "In 2022 an inspector fitted new alarms.", False),
        ("en", POOL, "The swimming pool will be closed for at least three weeks.", True),
        ("en", "The board shut at least three pools.", "The board was shut by at least three pools.", False),
        ("en", VISITORS, "Visitor numbers fell to 62,000.", True),
        ("en", "Ann Holm wants her post back and will sue the city.", "Ann Holm will sue the city.", True),
        ("en", "Ann Holm wants to stay and sue the city.", "Ann Holm will sue the city.", False),
        ("de", SUPPLIER["de"], "Emil Karst will das Bußgeld anfechten.", True),
        ("de", SUPPLIER["de"], "Der Händler will das Bußgeld anfechten.", False),
        ("de", SUPPLIER["de"], "Der Händler hat die Ware vertauscht.", False),
        ("uk", SUPPLIER["uk"], "Роман Дуб планує оскаржити штраф.", True),
        ("uk", SUPPLIER["uk"], "Постачальник планує оскаржити штраф.", False),
        ("uk", SUPPLIER["uk"], "Постачальник підмінив товар.", False),
        ("uk", ROOF, "Фірма «Рейка» двічі ремонтувала дах.", True),
        ("uk", "Підрядник мав борги, місто двічі ремонтувало дах.", "Підрядник двічі ремонтував дах.", False),
        ("de", ELECTION, "Die Union wurde mit 31 Prozent zum zweiten Mal stärkste Kraft.", True),
        ("de", ELECTION, "Die Grünen wurden zum zweiten Mal stärkste Kraft.", False),
    ],
)
def test_a_thing_is_said_in_another_place(language: str, text: str, said: str, *, right: bool) -> None:
    """What only stands elsewhere is the same; what another does, plans or says stays theirs."""
    assert stands(language, text, said) is right


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        (
            "en",
            "The mayor put the damage at 3 million.",
            "According to the mayor, the damage amounts to 3 million.",
            True,
        ),
        ("en", "The mayor put the damage at 3 million.", "The damage amounts to 3 million.", False),
        ("en", "The board has scheduled a hearing for Monday.", "The board will hold a hearing on Monday.", True),
        ("en", "The board has put off a hearing until Monday.", "The board held a hearing on Monday.", False),
        ("en", "The firm placed an order for ten buses.", "The firm ordered ten buses.", True),
        ("de", "Der Wirt beziffert den Schaden auf 9.000 Euro.", "Laut dem Wirt beträgt der Schaden 9.000 Euro.", True),
        ("de", "Der Wirt beziffert den Schaden auf 9.000 Euro.", "Der Schaden beträgt 9.000 Euro.", False),
        ("de", "Die Wirtin bat die Gäste um Entschuldigung.", "Die Wirtin entschuldigte sich bei den Gästen.", True),
        ("de", "Die Wirtin bat die Gäste um Entschuldigung.", "Die Gäste entschuldigten sich bei der Wirtin.", False),
        ("de", "Die Rennen im Mai finden nicht statt.", "Die Rennen im Mai fallen aus.", True),
        ("fr", "Le maire évalue les dégâts à 3 millions.", "Selon le maire, les dégâts s'élèvent à 3 millions.", True),
        ("es", "El alcalde cifró el daño en 3 millones.", "Según el alcalde, el daño asciende a 3 millones.", True),
        ("it", "Il sindaco stima i danni in 3 milioni.", "Secondo il sindaco, i danni ammontano a 3 milioni.", True),
        ("pt", "O prefeito estimou os danos em 3 milhões.", "Segundo o prefeito, os danos somam 3 milhões.", True),
        (
            "ro",
            "Primarul estimează pagubele la 3 milioane.",
            "Potrivit primarului, pagubele ajung la 3 milioane.",
            True,
        ),
        ("uk", "Мер оцінив збитки у 3 мільйони.", "За словами мера, збитки становлять 3 мільйони.", True),
        ("uk", "Мер оцінив збитки у 3 мільйони.", "За словами судді, збитки становлять 3 мільйони.", False),
    ],
)
def test_a_form_says_as_much_with_who_says_it(language: str, text: str, said: str, *, right: bool) -> None:
    """Whose estimate, excuse or appointment it is may be said in another form, and not left out or given to another."""
    assert stands(language, text, said) is right
