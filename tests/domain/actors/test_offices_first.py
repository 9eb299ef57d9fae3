"""An office before a name goes before what stands behind it, and nouns for people who are told of by them."""

import pytest

from tests.domain.actors.test_roles import roles_of

ROLES = [
    ("it", "Il sindaco Walter Bosi, campanaro per passione, propone un accordo. «Si può fare», dice.", "sindaco"),
    ("pt", "Para a médica Sofia Reis, especialista em doenças raras, o risco é baixo e vai passar.", "médica"),
    ("fr", "La capitaine, Inès Guy, auteure de deux buts, a levé la coupe samedi soir.", "capitaine"),
    # What tells of an office itself is more than a bare one, and a phrase is more than a trade.
    ("it", "L'avvocato Piero Neri, presidente della Camera penale, ha parlato ieri.", "presidente della Camera penale"),
    ("it", "L'ingegner Paolo Neri, direttore dell'impianto, ha parlato ieri.", "direttore dell'impianto"),
    ("ru", "Провизор Зинаида Корж, продавшая сироп, признала свою вину в среду.", "Провизор"),
    ("uk", "Пацієнтка Олена Гай подала позов проти лікарні в середу.", "Пацієнтка"),
    ("es", "La paciente, Carmela Ojeda, de 67 años, ya pasea por el pasillo.", "paciente"),
    ("de", "„Ich traute meinen Augen nicht“, sagt Ole Berg, Aufseher des Stadtmuseums.", "Aufseher des Stadtmuseums"),
    # Whose relative somebody is, is not what they are.
    ("es", "La madre del pescador, Eva Rey, nunca perdió la fe en ello.", "madre del pescador"),
    ("pt", "A mãe do pescador, Eva Reis, nunca perdeu a esperança nisso.", "mãe do pescador"),
    ("it", "La madre del pescatore, Ada Neri, non ha perso la speranza.", "madre del pescatore"),
    ("fr", "La mère du pêcheur, Ève Morel, n'a jamais perdu espoir.", "mère du pêcheur"),
    ("fr", "La mère de l'ouvrier, Ève Morel, n'a jamais perdu espoir.", "mère de l'ouvrier"),
    # Nouns for trades are told by their endings, alone or with what they are of.
    ("es", "Entre ellos está Pilar Gil, truficultora de segunda generación. «Me robaron», denuncia.",
     "truficultora de segunda generación"),
    ("it", "Ha vinto Bruna Satta, tartuficoltrice di terza generazione. «Non ci credevo più», dice.",
     "tartuficoltrice di terza generazione"),
    ("fr", "Parmi eux, Léa Guy, trufficultrice de métier. « Je n'y croyais plus », dit-elle.",
     "trufficultrice de métier"),
    ("es", "Entre ellos está Pilar Gil, cansada de esperar. «Me robaron», denuncia.", ""),
    ("it", "Ha vinto Bruna Satta, sicura di sé. «Non ci credevo più», dice.", ""),
    # A noun that ends as a participle is no clause.
    ("ru", "С этим спорит заведующий кафедрой ботаники Иван Гай. «Это ошибка», — сказал он.",
     "заведующий кафедрой ботаники"),
    ("ru", "«Это ошибка», — сказала заведующая лабораторией Анна Гай.", "заведующая лабораторией"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_an_office_goes_before_what_else_is_told(language: str, text: str, role: str) -> None:
    """Who bears an office is called by it first."""
    assert role in roles_of(text, language).values()
