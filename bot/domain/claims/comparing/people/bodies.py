"""Which body a noun alone stands for, wherever the article names that: "the association", "the university".

beside    "the association Clean Air": "the association"
inside    "Almena University": "the university", where no other is named and none is told apart by an adjective
club      "FC Losk beat Elm. ... The team plays at home": the one that the article opens with, and tells of since
"""

from collections.abc import Mapping, Sequence

from bot.domain.claims.comparing.naming import Naming, is_apposed
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.values.actor import Kind

_NOBODY: frozenset[int] = frozenset()
# Among how many words of its first sentence an article names the club that it is about.
_OPENING = 4
_BODIES = frozenset({Kind.ORGANISATION, Kind.OTHER})


# Complexity: each sign that a noun may mean another is a way out before the next.
def named_shortly(naming: Naming, before: Sequence[Told], told: Told, at: int) -> int | None:
    """The only body that the article calls by a definite noun, beside its name or in it; None where it is not sure.

    `before` are the sentences before, read.
    """
    noun = told.tokens[at]
    stem = noun.stem
    called = naming.denoted.get(stem, _NOBODY)
    if len(called) == 1:
        return next(iter(called))
    called = naming.shortened.get(stem, _NOBODY)
    if noun.folded in naming.words.special["clubs"] and not called:
        return None if _is_described(naming, told, at) else _club(naming, before, told, at)
    if len(called) != 1 or not naming.reading.is_body(noun.text) or _is_described(naming, told, at):
        return None
    (body,) = called
    if naming.reading.entities[body].mentions[0].start > noun.start:
        return None
    alike = [one for other in before for one in other.tokens if one.stem == stem or one.folded == noun.folded]
    return (
        None if [1 for one in alike if not one.entities] else body
    )  # "Le conseil municipal" is not the "Conseil d'État".


def clubs_of(naming: Naming) -> set[str]:
    """The stems of a language's nouns for clubs and teams."""
    return {naming.words.stem(plain(word)) for word in naming.words.special["clubs"]}


# Complexity: what may be meant is asked one thing after the other.
def _club(naming: Naming, before: Sequence[Told], told: Told, at: int) -> int | None:
    """The club that an article opens with, of which its sentences tell without another in between; None for none."""
    opening = before[0].tokens[:_OPENING] if before else []
    first = next((place for place, token in enumerate(opening) if token.entities), None)
    if first is None or (first and opening[first - 1].folded in naming.words.ties - naming.leading):
        return None
    one = min(opening[first].entities)
    kind, noun = naming.reading.entities[one].kind, told.tokens[at]
    plays = any(token.folded in naming.words.special["matches"] for token in before[0].tokens)
    if kind not in _BODIES or (kind is Kind.OTHER and not plays) or naming.is_surely_person(one):
        return None
    named = naming.words.special["club_names"].isdisjoint(naming.reading.kinds_named.get(one, ()))
    if named and not naming.reading.may_be_kind(one, noun.folded, noun.keys, naming.words.stem):
        return None
    if any(other.stem == noun.stem and one not in other.entities for sentence in before for other in sentence.tokens):
        return None  # "Will sign for a French club": another.
    since = [token for sentence in before[1:] for token in sentence.tokens] + told.tokens[:at]
    return None if any(_is_other_body(naming, token, one) for token in since) else one


def _is_other_body(naming: Naming, token: Token, one: int) -> bool:
    """Whether a name is that of another body, tied to nothing."""
    if not token.entities or one in token.entities or not token.text[0].isupper():
        return False
    tied = token.before in naming.words.ties - naming.leading or token.before in naming.words.fused
    kinds = {naming.reading.entities[number].kind for number in token.entities}
    people = any(map(naming.is_surely_person, token.entities)) or any(map(naming.is_human, token.entities))
    return bool(kinds & _BODIES) and not people and not tied


def means_last(naming: Naming, noun: Token) -> bool:
    """Whether a noun may mean the body named last, since no one body alone has it in its name."""
    if noun.before in naming.words.special["definite_cases"]:
        return False
    return noun.stem in naming.words.bodies and len(naming.shortened.get(noun.stem, _NOBODY)) != 1


def _is_described(naming: Naming, told: Told, at: int) -> bool:
    """Whether a word behind a noun may tell which one it is, and is no verb: "le conseil municipal"."""
    behind = told.tokens[at + 1 : at + 2]
    if not behind or behind[0].clause != told.tokens[at].clause:
        return False
    one, language = behind[0], naming.reading.language
    if one.folded in naming.of_words and one.folded not in naming.words.perfects:
        return True  # "L'université de Losade".
    if not language.postposed:
        return one.content and one.text[0].isupper()  # "Die Universität Losen".
    small = one.dated or one.value is not None or one.text.lower() in language.stop_words
    return not (small or one.folded in naming.words.clitics or _is_verb(naming, one))


def _is_verb(naming: Naming, token: Token) -> bool:
    words, endings = naming.words, naming.reading.language.verb_endings or ("\0",)
    told = token.mood or token.signs or token.text.lower().endswith(endings)
    return bool(told) or token.folded in words.perfects or token.folded in words.speaking


def names_behind(naming: Naming, told: Told, at: int) -> bool:
    """Whether a noun stands right before the name of what it is, or before what it is of: "the union of miners"."""
    words, behind = naming.words, [one for one in told.tokens[at + 1 : at + 3] if one.clause == told.tokens[at].clause]
    if not behind or behind[0].entities:
        return bool(behind)
    tied = told.tokens[at].stem in words.bodies and behind[0].folded in naming.of_words
    tied = tied and behind[0].folded not in words.perfects  # "Firma a refuzat".
    plain = tied and any(one.content and one.text[0].islower() and not one.entities for one in behind[1:])
    return bool(plain) or is_apposed(told, at, naming)


def may_be_body(naming: Naming, number: int, noun: Token, told: Mapping[int, Token]) -> bool:
    """Whether an entity may be what a noun for a body stands for, as the one that it was `told` by before did."""
    other = told.get(number, noun)
    kind = naming.reading.entities[number].kind
    other_kind = kind is Kind.OTHER and (naming.is_human(number) or naming.is_where(number))
    unfit = other_kind or kind not in _BODIES or noun.keys.isdisjoint(other.keys)
    return not unfit and naming.reading.may_be_kind(number, noun.folded, noun.keys, naming.words.stem)
