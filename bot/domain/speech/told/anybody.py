"""Whom a noun that fits anybody calls behind the sentence that is about them: "Ray wept. “...,” the man said"."""

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.meant.rivals import tells_of_another
from bot.domain.speech.rows.ages import is_age, may_be_aged
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.values.actor import Kind


def is_anybody(token: Token, language: Language) -> bool:
    """Whether a noun that points back fits anybody of its gender, or is an age, which a German one need not be."""
    aged = is_age(token.word, language) and not language.nouns_capitalised
    return token.definite and (aged or token.word in language.anybody)


def may_be_anybody(text: str, names: Named, last: int, token: Token, language: Language) -> bool:
    """Whether such a noun means whom the sentence before is about, where nobody else there may be meant.

    Nor somebody of the paragraph whom the text calls by nothing, where it calls the last one by something.
    """
    called = Called(text, names, language)
    told, gender = names.entities[last], called.gender(token)
    place = max(mention.start for mention in told.mentions if mention.start < token.start)
    begin = max(text.rfind(". ", 0, place), text.rfind("\n", 0, place)) + 1
    if not _may_be_called(told, text[begin:place].lower(), gender, language):
        return False
    others = called.named_before(token) - {last}
    rivals = (others & called.people_between(begin, token.start)) | {
        one for one in others if not names.entities[one].roles
    }
    if any(_is_alike(names.entities[one], gender) for one in rivals):
        return False
    return may_be_aged(text, told, token.word) and not tells_of_another(text, names, token, language, since=place)


def _may_be_called(told: Entity, before: str, gender: str, language: Language) -> bool:
    """Whether a name may be of somebody of a gender, by what stands before it in its sentence: "Soția lui, | Ana"."""
    words = before.replace(",", " ,").split()
    apposed = (
        told.kind is Kind.OTHER and "," in words and any(map(language.is_role, words))
    )  # "Её ученик, юный | Костя"
    calling = next((one for one in map(language.gender_of_role, words) if one), "")
    return (apposed or _is_somebody(told)) and gender in {"", told.gender or calling or gender}


def _is_alike(one: Entity, gender: str) -> bool:
    """Whether a noun of a gender may mean somebody."""
    return one.kind is Kind.PERSON and one.gender in {"", gender or one.gender}


def is_apposed(text: str, names: Named, entity: int, token: Token) -> bool:
    """Whether a token is a first name alone between the commas of an apposition: "Quest'ultima, | Rosaria, tace"."""
    told = names.entities[entity]
    beside = text[max(0, token.start - 2) : token.start] == ", " and text.startswith(",", token.end)
    return beside and told.kind is Kind.OTHER and told.name in languages.given_names()


def _is_somebody(told: Entity) -> bool:
    """Whether a name may be somebody's: in full, or a first name alone."""
    return is_full(told) or (told.kind is Kind.OTHER and told.name in languages.given_names())
