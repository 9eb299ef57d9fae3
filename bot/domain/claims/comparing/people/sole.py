"""The one person whom a noun for anybody, or for a kind of people, stands for: "Ann Holm left. The woman sold it"."""

from collections.abc import Collection, Iterable, Sequence

from bot.domain.claims.comparing.people.cast import Cast
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, SOURCE, Wording
from bot.domain.language.languages import Language

# How many sentences back somebody is named.
_BACK = 3
_EITHER = frozenset({"", "m", "f"})
_SAYS = frozenset({NEUTRAL, ANNOUNCED, SOURCE})


def person_of_kind(
    cast: Cast, before: Sequence[Told], recent: Sequence[Sequence[int]], noun: Token, wide: frozenset[int] | None
) -> int | None:
    """The person for whom a noun for a kind stands: the only one of those who are of it, or of those named last.

    `wide` are those who are of it, None for a noun that anybody may be called by.
    """
    only = _only_of_office(cast, wide, noun) if wide else None
    one = _sole_person(cast, before, recent, noun) if only is None else only
    return one if wide is None or one in wide else None


# Complexity: each sentence back is asked for one who fits, for others, and for somebody new or without a name.
def _sole_person(cast: Cast, before: Sequence[Told], recent: Sequence[Sequence[int]], noun: Token) -> int | None:
    """The only person who may be meant, of those named last; those of the other gender alone are passed over.

    `before` are the sentences before, and `recent` whom each of them names. A new man or woman told of nearer may be
    meant too.
    """
    language, words = cast.language, cast.words
    who = language.gender_of_role(noun.text.lower()) or language.articles.get(noun.before, "")
    genders = {"", who} if who else _EITHER
    for told, named in zip(before[: -_BACK - 1 : -1], recent[: -_BACK - 1 : -1], strict=True):
        people = [number for number in (*named, *cast.asides(told)) if cast.people[number]]
        fitting = [number for number in people if cast.genders[number] in genders]
        if fitting and _only_says(told, fitting):
            other = _unnamed_before(cast, before, genders)
            if other:
                return other[0] if len(other) == 1 else None
        if fitting or (people and not who):
            return fitting[0] if len(fitting) == 1 and (who or len(people) == 1) else None
        if any(is_new(language, words, token) for token in told.tokens):
            return None
    return None


def _only_says(told: Told, people: Sequence[int]) -> bool:
    """Whether a sentence names people only as those who say what it tells: "according to the judge, Tom Webb, ..."."""
    said = [at for at, token in enumerate(told.tokens) if token.signs & _SAYS]
    if not said:
        return False
    places = [at for one in people for at in told.named.get(one, ())]
    clauses = {told.tokens[at].clause for at in said}
    beside = {*clauses, *(clause + 1 for clause in clauses)} if SOURCE in told.tokens[said[0]].signs else clauses
    return bool(places) and all(told.tokens[at].clause in beside for at in places)


def _unnamed_before(cast: Cast, before: Sequence[Told], genders: Collection[str]) -> list[int]:
    """Those without a name, of such genders, whom the nearest sentence tells of that tells of any; none for nobody."""
    for told in before[: -_BACK - 1 : -1]:
        found = dict.fromkeys(one for one in cast.meant(told.number).values() if cast.is_unnamed(one))
        fitting = [one for one in found if cast.genders[one] in genders]
        if fitting:
            return fitting
    return []


def _only_of_office(cast: Cast, people: Iterable[int], noun: Token) -> int | None:
    """The only one of some people who is named before a noun and may be called so; None for nobody or for several."""
    who = cast.language.gender_of_role(noun.text.lower()) or cast.language.articles.get(noun.before, "")
    fitting = [one for one in people if cast.may_be_called(one, who, noun.start)]
    return fitting[0] if len(fitting) == 1 else None


def is_either(cast: Cast, named: Iterable[int], gender: str, person: int | None) -> bool:
    """Whether somebody is one of two or more of a gender whom a sentence names."""
    fitting = {one for one in named if one < cast.named and cast.genders[one] == gender}
    return len(fitting) > 1 and person in fitting


def is_new(language: Language, words: Wording, token: Token) -> bool:
    """Whether a word is a noun for somebody without a name, told as new or in a language without articles: "a man"."""
    led = token.before in words.indefinite or token.before in language.indefinite or not language.definite
    if token.entities or not led:
        return False
    return token.stem in words.humans or language.is_role(token.text.lower())
