"""Whom a trade calls behind a sentence on two of whom one is called otherwise: "Coach Bo Ray left Ann Lee out"."""

from bot.domain.speech.referents import Reader
from bot.domain.speech.rows.people_words import is_full, is_trade
from bot.domain.speech.rows.tokens import Part, Sentence
from bot.domain.values.actor import Kind

_TWO = 2


# Complexity: a name is taken only where nobody else may be meant.
def other_of_two(reader: Reader, row: Sentence, words: list[str]) -> int | None:
    """The one of two people in a sentence who has no role, where a noun for a trade points back and is not the other's.

    "“I was fuming,” the striker said" is who was left on the bench, and not the coach who did it.
    """
    language = reader.language
    article, _, noun = "-".join(words).replace("’", "-").replace("'", "-").rpartition("-")
    suffixed = bool(language.case_endings) and not article  # "atacantul"
    pointing = suffixed or article in language.definite or article in language.elisions
    if not pointing or not is_trade(noun, language):
        return None
    told = [token for token in row if token.part == Part.NAME and _is_person(reader, token.index)]
    people = {token.index for token in told}
    if len(people) != _TWO or any(token.governed for token in told):
        return None
    plain = [one for one in people if not reader.names.entities[one].roles]
    other = next(iter(people - set(plain)), None)
    if len(plain) != 1 or other is None or _is_called(reader, other, noun):
        return None
    person, gender = reader.names.entities[plain[0]], language.gender_of_role(noun)
    return plain[0] if is_full(person) and gender in {"", person.gender or gender} else None


def _is_person(reader: Reader, entity: int) -> bool:
    told = reader.names.entities[entity]
    return told.kind is Kind.PERSON or is_full(told)


def _is_called(reader: Reader, entity: int, noun: str) -> bool:
    """Whether the text calls somebody by a noun."""
    roles = reader.names.entities[entity].roles
    return any(noun in reader.text[role.start : role.end].lower().split() for role in roles)
