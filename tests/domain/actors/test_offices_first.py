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
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_an_office_goes_before_what_else_is_told(language: str, text: str, role: str) -> None:
    """Who bears an office is called by it first."""
    assert role in roles_of(text, language).values()
