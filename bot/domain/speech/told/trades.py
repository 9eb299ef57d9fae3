"""Whether a trade means who bears it, though others are named beside it: "Trainer Bo Ray ... die Torhüterin"."""

from collections.abc import Iterable

from bot.domain.language.languages import Language
from bot.domain.speech.rows.people_words import is_trade
from bot.domain.speech.rows.tokens import Named, Token


def bears_alone(names: Named, token: Token, others: Iterable[int], language: Language) -> bool:
    """Whether a trade that tells a gender, and no office, can mean nobody of others, who are of another gender.

    So it is of women who are called something else: a noun for men may call anybody. An office passes on, and may be
    of somebody else whom the text does not name.
    """
    gender = language.gender_of_role(token.word)
    if not gender or not is_trade(token.word, language):
        return False
    people = (names.entities[one] for one in others)
    return all(one.gender not in {"", gender} or (gender == "f" and one.roles) for one in people)
