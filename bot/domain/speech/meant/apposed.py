"""Whose name a comma puts behind a description: "the head of sales in Mardle, Ann Lee, said"."""

import re
from bisect import bisect_left

from bot.domain.language.languages import Language
from bot.domain.speech.rows.people_words import may_be_full, may_call
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_APPOSED = 80  # Characters behind a description in which its bearer's name begins.
_WORD = re.compile(r"[\w’'-]+")
_STOP = re.compile(rf"[{re.escape(''.join(POINTS))}]\s|\n")


def named_behind(text: str, names: Named, token: Token, language: Language) -> int | None:
    """The person whose full name a comma puts behind a description: "the head of sales in Mardle, Ann Lee, said".

    Or the body whose name it puts behind a noun for one: "l'azienda che lo vende, la Norvik, respinge".
    """
    if (bearer := _named_ahead(text, names, token)) is not None:
        return bearer
    comma = text.find(", ", token.end, token.end + _APPOSED)
    if comma < 0:
        return None
    if not language.is_role(token.word):
        body = language.postposed and language.is_body(token.word)
        return _body_behind(text, names, (token.end, comma), language) if body else None
    return None if text.startswith(tuple(POINTS), token.end) else _person_behind(text, names, token, comma, language)


def _named_ahead(text: str, names: Named, token: Token) -> int | None:
    """The person whose name a comma parts from what they are: "con Leo Gil, | un contable que se dice «...»"."""
    at = bisect_left(names.ends, token.start - len(", "))
    apposed = token.determined and names.ends[at : at + 1] == [token.start - len(", ")]
    if not apposed or not text.startswith(", ", names.ends[at]):
        return None
    person = names.entities[names.owners[at]]
    own = person.kind is Kind.PERSON and any(role.start == token.start for role in person.roles)
    return names.owners[at] if own else None


def _person_behind(text: str, names: Named, token: Token, comma: int, language: Language) -> int | None:
    """The person whose full name stands behind the comma of a noun for somebody's part in life."""
    at = bisect_left(names.starts, comma + 2)
    if at == len(names.starts) or not _leads_to(text, comma + 2, names.starts[at], language, names.ends[at]):
        return None
    if not _ends_apposed(text, names.ends[at], language):
        return None
    person = names.entities[names.owners[at]]
    plain = text[token.end : comma].islower() or comma == token.end
    known = person.kind is Kind.PERSON or (plain and may_be_full(person))
    full = known and " " in text[names.starts[at] : names.ends[at]]
    gender = language.gender_of_role(token.word)
    fits = not gender or person.gender in {"", gender}
    return names.owners[at] if full and fits and _is_no_clause(text[token.end : comma], language) else None


def _leads_to(text: str, start: int, name: int, language: Language, end: int) -> bool:
    """Whether a name stands here, or behind an article and a noun for its bearer: "an, der Jurist | Ole Berg".

    A noun that no list knows makes do where a comma and a verb end it: "the head of the jury, the critic | Ann, said".
    """
    words = _PARTS.split(text[start:name]) if start < name <= start + _LED else []
    small = language.function_words - language.auxiliaries  # "o hoje deputado | Nuno Paz"
    least, opens = (2, words[:1]) if language.case_endings else (3, words[1:2])  # "avocatul | Ion Popa"
    if not least <= len(words) <= least + 1 or words[-1] or not small.isdisjoint(opens):
        return start == name
    if not (language.case_endings or words[0] in language.definite):
        return False
    noun = words[-2].lower()
    known = language.is_role(noun) or may_call(noun, language) or language.tells_nation(noun)
    verb = _WORD.match(text, end + 2) if text.startswith(", ", end) else None
    told = language.verbs | language.weak_verbs | language.auxiliaries
    known = known or (verb is not None and verb.group() in told)
    return known or (language.nouns_capitalised and words[-2][0].isupper())


_PARTS = re.compile(r" |(?<=\bl)['’]")  # "l'Espagnol | Marco Serra"
_LED = 48  # Characters of an article, an adjective and a noun before a name.


def _body_behind(text: str, names: Named, between: tuple[int, int], language: Language) -> int | None:
    """The body that a comma and an article name behind a noun for one and its clause, before the verb of both."""
    start, comma = between
    article = _ARTICLE.match(text, comma + 2)
    led = article is not None and article.group(1).lower() in language.definite
    begin = article.end() if article is not None and led else comma + 2
    at = bisect_left(names.starts, begin)
    if names.starts[at : at + 1] != [begin] or names.entities[names.owners[at]].kind not in _BODIES:
        return None
    ends = text.startswith(", ", names.ends[at])
    verb = _WORD.match(text, names.ends[at] + 2) if ends else None
    acts = language.verbs | language.weak_verbs | language.auxiliaries | language.rejections
    tells = verb is not None and verb.group() in acts
    told = acts - language.auxiliaries  # "que lo ha vendido"
    plain = told.isdisjoint(_WORD.findall(text[start:comma])) and _STOP.search(text, start, comma) is None
    return names.owners[at] if tells and plain else None


_ARTICLE = re.compile(r"([^\W\d_]+)(?: |['’])")
_BODIES = frozenset({Kind.ORGANISATION, Kind.OTHER})


def _is_no_clause(between: str, language: Language) -> bool:
    """Whether plain words without a verb of speech stand between a description and its bearer's name."""
    words = _WORD.findall(between)
    told = any(word in language.verbs or word in language.auxiliaries - language.prepositions for word in words)
    return len(words) == len(between.split()) and _STOP.search(between) is None and not told


def _ends_apposed(text: str, end: int, language: Language) -> bool:
    """Whether a mark ends a name here, or tells where its bearer is at work: "the author, Ann Lee of the museum"."""
    behind = _WORD.match(text, end + 1)
    placed = behind is not None and behind.group() in language.of_words | language.prepositions
    return placed or text.startswith((",", ".", ":"), end)
