"""Reads the sentences around quotations as rows of tokens: names, descriptions, pronouns, verbs of speech, commas.

This is no grammar: a token says what it may be for a quotation's speaker, and the rules of `attribution` read the row.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from bot.domain import languages
from bot.domain.elision import elided
from bot.domain.languages import Language
from bot.domain.model import Kind
from bot.domain.names import Entity
from bot.domain.spans import Span
from config.limits import SENTENCE_TOKENS

_TOKEN = re.compile(r"[^\W_]+(?:[.'’\-&][^\W_]+)*|[,;:.!?…()\[\]—–]|\s-\s|--+")
_ENDS = frozenset(".!?…;")
_DAY_DIGITS = 2  # "am 3. Oktober": the point after a day ends no sentence.
_MODIFIERS = 6
_TAIL_WORDS = 12
_ASIDE_TOKENS = 8


class Part(StrEnum):
    """What a token may be in a sentence that reports speech."""

    QUOTE = "Q"
    NAME = "N"
    OWNER = "O"
    PRONOUN = "P"
    DESCRIPTION = "D"
    VERB = "V"
    WEAK_VERB = "W"
    PARTICIPLE = "G"
    ACCORDING = "A"
    ACCORDING_AFTER = "Z"
    SO = "S"
    PREPOSITION = "p"
    RELATIVE = "R"
    CONJUNCTION = "C"
    THAT = "T"
    AUXILIARY = "X"
    COMMA = ","
    COLON = ":"
    DASH = "-"
    OPEN = "("
    CLOSE = ")"
    DETERMINER = "d"
    END = "."
    WORD = "w"


ACTORS = frozenset({Part.NAME, Part.PRONOUN, Part.DESCRIPTION})


@dataclass(slots=True)
class Token:
    """One token of a sentence.

    Attributes:
        part: what it may be.
        start, end: offsets in the article's text.
        word: its text in lower case, of a quotation the last character alone.
        index: of the entity for a name or an owner ("Lee's"), of the span for a quotation, else -1.
        governed: whether a preposition stands before it, or a name that it only describes, so that it is no subject.
        definite: of a description, whether it points back ("the minister").
        animate: whether it names somebody or a body that can speak, where phrases are gathered.
        determined: of a description, whether a determiner or an adjective opens it.
    """

    part: Part
    start: int
    end: int
    word: str
    index: int = -1
    governed: bool = False
    definite: bool = False
    animate: bool = False
    determined: bool = False


Sentence = list[Token]


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of all entities in order of their place: three lists of one length; where roles begin and end."""

    entities: Sequence[Entity]
    starts: list[int]
    ends: list[int]
    owners: list[int]
    roles: Mapping[int, int]


def named(entities: Sequence[Entity]) -> Named:
    """The mentions of these entities, in order."""
    places = sorted((m.start, m.end, i) for i, entity in enumerate(entities) for m in entity.mentions)
    roles = {role.start: role.end for entity in entities for role in entity.roles}
    return Named(entities, [p[0] for p in places], [p[1] for p in places], [p[2] for p in places], roles)


def sentences_of(
    text: str,
    place: tuple[int, int],
    *,
    spans: Sequence[tuple[int, Span]],
    names: Named,
    language: Language,
) -> list[Sentence]:
    """The sentences of one paragraph as rows of tokens; each span, given with its number, is one token."""
    tokens = _without_asides(list(_tokens(text, place, spans=spans, names=names, language=language)))
    return [_chunked(text, row, names, language) for row in _split(text, tokens, language) if row]


def _tokens(
    text: str,
    place: tuple[int, int],
    *,
    spans: Sequence[tuple[int, Span]],
    names: Named,
    language: Language,
) -> Iterator[Token]:
    at, end = place
    for number, span in spans:
        yield from _words(text, (at, span.outer_start), names, language)
        yield Token(Part.QUOTE, span.outer_start, min(span.outer_end, end), text[span.end - 1], number)
        at = span.outer_end
    if at < end:
        yield from _words(text, (at, end), names, language)


def _words(text: str, place: tuple[int, int], names: Named, language: Language) -> Iterator[Token]:
    start, end = place
    mention = bisect_left(names.starts, start)
    following = names.starts[mention] if mention < len(names.starts) else end
    known = _parts(language.code)
    past = start
    for at, stop in _places(text, start, end, language):
        if at < past:
            continue
        while following < at:
            mention += 1
            following = names.starts[mention] if mention < len(names.starts) else end
        if following == at and names.ends[mention] <= end:
            past = max(stop, names.ends[mention])
            part = Part.OWNER if _owns(text, names.ends[mention]) else Part.NAME
            yield Token(part, at, past, text[at:past].lower(), names.owners[mention])
            continue
        word = text[at:stop].lower()
        if word in known:
            yield Token(known[word], at, stop, word)
        else:
            word = word.replace("’", "'")
            yield Token(_part(word, known), at, stop, word)


def _owns(text: str, end: int) -> bool:
    """Whether a name that ends here is a genitive: "Lee's plan", "Ames' plan"."""
    if text.startswith(("'s", "’s"), end):
        return True
    return text.startswith(("s' ", "s’ "), end - 1) and text[end + 2 : end + 3].islower()


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens without what stands in brackets and quotes nobody: a party, an age, a place."""
    kept: list[Token] = []
    past = 0
    for index, token in enumerate(tokens):
        if index < past:
            continue
        if token.part is Part.OPEN and kept and kept[-1].part is not Part.QUOTE:
            for at in range(index + 1, min(len(tokens), index + 2 + _ASIDE_TOKENS)):
                if tokens[at].part is Part.CLOSE:
                    past = at + 1
                if tokens[at].part in {Part.CLOSE, Part.QUOTE, Part.VERB}:
                    break
        if index >= past:
            kept.append(token)
    return kept


def _places(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """Where the tokens stand; elided heads and pronouns joined to their verb ("a-t-il") are tokens of their own."""
    plain = not language.elisions and not language.inverted_pronouns
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if plain:
            yield at, stop
            continue
        head = elided(match.group(), language)
        if head:
            yield at, at + head - 1
            at += head
        tail = next((p for p in language.inverted_pronouns if text.endswith(p, at, stop) and stop - at > len(p)), "")
        if tail:
            yield at, stop - len(tail)
            yield stop - len(tail.rpartition("-")[2]), stop
        else:
            yield at, stop


_POINTS = {
    ",": Part.COMMA,
    ";": Part.END,
    ":": Part.COLON,
    "—": Part.DASH,
    "–": Part.DASH,
    "(": Part.OPEN,
    "[": Part.OPEN,
    ")": Part.CLOSE,
    "]": Part.CLOSE,
    ".": Part.END,
    "!": Part.END,
    "?": Part.END,
    "…": Part.END,
}


def _part(word: str, known: Mapping[str, Part]) -> Part:
    if word[0].isalnum():
        return known.get(word) or known.get(word.partition("'")[0], Part.WORD)
    return _POINTS.get(word[0], Part.DASH)


@lru_cache(maxsize=32)
def _parts(code: str) -> dict[str, Part]:
    """What each word of a language may be; what stands later in this list wins."""
    language = languages.of(code)
    parts: dict[str, Part] = {}
    for words, part in (
        (language.determiners, Part.DETERMINER),
        (language.possessives, Part.DETERMINER),
        (language.auxiliaries, Part.AUXILIARY),
        (language.weak_verbs, Part.WEAK_VERB),
        (language.conjunctions, Part.CONJUNCTION),
        (language.relatives - language.determiners, Part.RELATIVE),
        (language.prepositions, Part.PREPOSITION),
        (language.that, Part.THAT),
        (language.so_words, Part.SO),
        (language.according_after, Part.ACCORDING_AFTER),
        (language.verbs, Part.VERB),
        (language.participles, Part.PARTICIPLE),
        (language.pronouns, Part.PRONOUN),
    ):
        parts.update(dict.fromkeys(words, part))
    return parts


def _split(text: str, tokens: list[Token], language: Language) -> Iterator[Sentence]:
    """Rows between the points that end sentences; a quotation that ends with a point may end one too.

    What is longer than any sentence is parted, so that the rules, which look around in a row, take linear time.
    """
    row: Sentence = []
    for index, token in enumerate(tokens):
        if len(row) >= SENTENCE_TOKENS:
            yield row
            row = []
        if token.part is Part.END:
            if row and _ends_here(text, row[-1], token, language):
                yield row
                row = []
            continue
        row.append(token)
        if (
            token.part is Part.QUOTE
            and index + 1 < len(tokens)
            and _quote_ends(text, token, tokens, index + 1, language)
        ):
            yield row
            row = []
    if row:
        yield row


def _ends_here(text: str, before: Token, point: Token, language: Language) -> bool:
    if text[point.start] != ".":
        return True
    if before.part is Part.QUOTE or text[point.end : point.end + 1].isalnum():
        return before.part is Part.QUOTE
    word = text[before.start : before.end]
    if word.endswith("."):
        return False
    last = word.split()[-1]
    if last + "." in language.abbreviations or (len(last) == 1 and last.isupper()):
        return False
    return not (language.nouns_capitalised and last.isdigit() and len(last) <= _DAY_DIGITS)


def _quote_ends(text: str, quote: Token, tokens: list[Token], following: int, language: Language) -> bool:
    """Whether a sentence ends with this quotation: it ends with a point, and no cue of its own follows."""
    last = text[max(quote.start, quote.end - 3) : quote.end].rstrip("\"'”“’»«)]」』 ")[-1:]
    token = tokens[following]
    if last not in _ENDS or token.part in {Part.COMMA, Part.DASH, Part.END}:
        return False
    if token.part is Part.QUOTE:
        return True
    if text[token.start].islower():
        return False
    if last == "." or language.verb_second:
        return True
    verbs = {Part.VERB, Part.WEAK_VERB}
    return not any(later.part in verbs for later in tokens[following + 1 : following + 4])


def _chunked(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """The row with roles joined to their names, descriptions made one token, and governed actors marked."""
    row = _with_phrases(text, row, language)
    if language.nouns_capitalised:
        return row  # `phrases` gathers them, as capitals tell where a phrase ends.
    row = _without_titles(text, row, language)
    _mark_nouns(row, language)
    row = _with_descriptions(text, row, names, language)
    _mark_governed(row, names, language)
    _mark_apposed(row)
    return row


def _without_titles(text: str, row: Sentence, language: Language) -> Sentence:
    """The row with what stands before a name as a title only made a part of it: "author Prof. Ann Lee"."""
    out: Sentence = []
    for token in reversed(row):
        named = token.word in language.titles and not _is_actor_word(token.word, language)
        if named and out and out[-1].part is Part.NAME and _adjacent(text, token, out[-1]):
            out[-1].start = token.start
        else:
            out.append(token)
    return out[::-1]


def _mark_nouns(row: Sentence, language: Language) -> None:
    """Make verbs of speech words where they are nouns: "her comments", "Lee's latest claims", "in reports"."""
    for index, token in enumerate(row):
        if token.part not in _REPORTING or token.word not in language.speech_nouns or index == 0:
            continue
        before = row[index - 1]
        if before.part is Part.PREPOSITION and before.word != "to":
            token.part = Part.WORD
        for back in range(index - 1, max(-1, index - 2 - _NOUN_MODIFIERS), -1):
            if row[back].part in {Part.DETERMINER, Part.OWNER}:
                token.part = Part.WORD
            if row[back].part is not Part.WORD or _is_actor_word(row[back].word, language):
                break


_REPORTING = frozenset({Part.VERB, Part.WEAK_VERB})
_NOUN_MODIFIERS = 2


def _mark_governed(row: Sentence, names: Named, language: Language) -> None:
    """Mark the actors that a preposition governs: "in the Senate", "of Ann Lee and Bo Ray", "in Leeds, England"."""
    for index, token in enumerate(row):
        if token.part not in ACTORS or index == 0:
            continue
        before = row[index - 1]
        if before.part is Part.DETERMINER and token.part is Part.NAME and index > 1:
            before = row[index - 2]
        following = row[index + 1].part if index + 1 < len(row) else None
        if before.part is Part.PREPOSITION:
            joins = before.word in language.conjunctions and following in _FINITE
            if joins:
                before.part = Part.CONJUNCTION  # "as Ann Lee said", "since Ann Lee came".
            token.governed = not joins
        elif index > 1 and row[index - 2].governed and token.part is Part.NAME and following not in _FINITE:
            place = names.entities[token.index].kind is Kind.PLACE
            token.governed = before.part is Part.CONJUNCTION or (before.part is Part.COMMA and place)


def _mark_apposed(row: Sentence) -> None:
    """Mark the descriptions that only tell who a name is: "Ann Lee, a lawyer from Leeds, said", "Her son, Bo, said"."""
    for index, token in enumerate(row):
        if token.part is not Part.DESCRIPTION:
            continue
        following = row[index + 1].part if index + 1 < len(row) else None
        behind = index > 1 and row[index - 1].part is Part.COMMA and row[index - 2].part is Part.NAME
        if behind and not row[index - 2].governed and following not in _FINITE:
            token.governed = True
        if following is Part.COMMA and index + 2 < len(row) and row[index + 2].part is Part.NAME:
            closes = index + 3 == len(row) or row[index + 3].part in {Part.COMMA, Part.QUOTE}
            token.governed = token.governed or closes


_FINITE = frozenset({Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})


def _with_phrases(text: str, row: Sentence, language: Language) -> Sentence:
    """Phrases such as "according to" made one token; "der" after a comma is a relative in German."""
    firsts = {phrase.split()[0] for phrase in language.according_to}
    joined: Sentence = []
    for token in row:
        if joined and joined[-1].part is Part.ACCORDING and token.start < joined[-1].end:
            continue
        if token.word in firsts:
            here = text[token.start : token.start + 40].lower()
            phrase = max((p for p in language.according_to if here.startswith(p + " ")), key=len, default="")
            if phrase:
                token = replace(token, part=Part.ACCORDING, end=token.start + len(phrase))  # noqa: PLW2901  # The phrase takes the word's place.
        elif token.part is Part.DETERMINER and joined and joined[-1].part is Part.COMMA:
            following = text[token.end + 1 : token.end + 2]
            if token.word in language.relatives and following.islower() and language.nouns_capitalised:
                token = replace(token, part=Part.RELATIVE)  # noqa: PLW2901  # As above.
        joined.append(token)
    return joined


def _with_descriptions(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    out: Sentence = []
    index = 0
    while index < len(row):
        token = row[index]
        bearer = _bearer(row, index, names) if language.postposed else 0
        if bearer:
            del out[_description_start(out, language) :]
            out.append(row[bearer])
            index = bearer
        elif token.part in {Part.WORD, Part.WEAK_VERB} and _is_actor_word(token.word, language):
            begin = _description_start(out, language)
            following = row[index + 1] if index + 1 < len(row) else None
            apposed = following is not None and following.part is Part.NAME and _adjacent(text, token, following)
            if following is not None and following.part is Part.WORD and _is_actor_word(following.word, language):
                out.append(token)  # "press officer", "campaign manager": the last of them counts.
            elif apposed and following is not None and names.entities[following.index].kind is not Kind.PLACE:
                del out[begin:]
                out.append(following)
                index += 1
            else:
                described, index = _description(text, out[begin:], row, index, language)
                del out[begin:]
                out.append(described)
        else:
            out.append(token)
        index += 1
    return out


def _bearer(row: Sentence, index: int, names: Named) -> int:
    """The index of the name whose role begins at this token, 0 when none does."""
    end = names.roles.get(row[index].start, -1)
    if end < 0:
        return 0
    at = index + 1
    while at < len(row) and (row[at].start < end or row[at].part is Part.COMMA):
        at += 1
    return at if at < len(row) and row[at].part is Part.NAME and row[at].start <= end + len(", ") else 0


def _is_actor_word(word: str, language: Language) -> bool:
    return word in language.groups or language.is_role(word) or (word.endswith("s") and word[:-1] in language.roles)


def _adjacent(text: str, token: Token, following: Token) -> bool:
    return text[token.end : following.start].strip(" .") == ""


_MODIFYING = frozenset({Part.WORD, Part.NAME, Part.OWNER})


def _description_start(out: Sentence, language: Language) -> int:
    """Where the determiner and the modifiers before a role noun begin, in the row so far."""
    begin = len(out)
    for back in range(1, min(_MODIFIERS, len(out)) + 1):
        token = out[-back]
        if token.part in {Part.DETERMINER, Part.OWNER}:
            return len(out) - back
        if token.part not in _MODIFYING or token.governed or token.word in language.stop_words:
            return begin
        begin = len(out) - back
    return begin


def _description(text: str, head: Sentence, row: Sentence, index: int, language: Language) -> tuple[Token, int]:
    """A description as one token, its "for the mayor" included, and the index of its last token in the row."""
    noun = row[index]
    first = head[0] if head else noun
    end, last = noun.end, index
    at = index + 1
    if (
        at < len(row)
        and row[at].word in language.of_words - language.place_prepositions
        and _adjacent(text, row[index], row[at])
    ):
        at += 1
        while at < len(row) and at - index <= _TAIL_WORDS and row[at].part in _MODIFYING | {Part.DETERMINER}:
            end, last = row[at].end, at
            at += 1
    definite = first.word in language.definite if head else language.postposed
    return Token(Part.DESCRIPTION, first.start, end, noun.word, -1, definite=definite), last
