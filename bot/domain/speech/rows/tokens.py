"""A paragraph as a row of tokens: what each word may be for a quotation's speaker; a name or a quotation is one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final

from bot.domain.language import languages
from bot.domain.language.calling import told_from
from bot.domain.language.elision import elided
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.text.spans import Span

_TOKEN = re.compile(r"[^\W_]+(?:(?:['’\-&]|\.(?![^\W\d_a-zß-ÿ][a-zß-ÿ]))[^\W_]+)*+|[,;:.!?…()\[\]—–]|\s-\s|--+")
_ASIDE_TOKENS = 8
_ASIDE = 80  # Characters before a mark in which what it closes may begin.


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a token may be in a sentence that reports speech.

    Plain strings in the slots of an object: the rules ask for parts in every line, and Python 3.11 takes twice as long
    to look up what a class has, eight times as long for a member of an enumeration.
    """

    QUOTE: str = "Q"
    NAME: str = "N"
    OWNER: str = "O"
    PRONOUN: str = "P"
    DESCRIPTION: str = "D"
    VERB: str = "V"
    WEAK_VERB: str = "W"
    PARTICIPLE: str = "G"
    ACCORDING: str = "A"
    ACCORDING_AFTER: str = "Z"
    SO: str = "S"
    PREPOSITION: str = "p"
    RELATIVE: str = "R"
    CONJUNCTION: str = "C"
    THAT: str = "T"
    AUXILIARY: str = "X"
    COMMA: str = ","
    COLON: str = ":"
    DASH: str = "-"
    OPEN: str = "("
    CLOSE: str = ")"
    DETERMINER: str = "d"
    END: str = "."
    WORD: str = "w"


Part: Final = _Parts()
ACTORS: Final = frozenset({Part.NAME, Part.PRONOUN, Part.DESCRIPTION})
_ASIDE_ENDS: Final = frozenset({Part.CLOSE, Part.QUOTE, Part.VERB})


@dataclass(slots=True)
class Token:
    """One token of a sentence.

    Attributes:
        part: what it may be, one of `Part`.
        start, end: offsets in the article's text.
        word: its text in lower case, of a quotation the last character alone.
        index: of the entity for a name or an owner ("Lee's"), of the span for a quotation, else -1.
        governed: whether a preposition stands before it, or a name that it only describes, so that it is no subject.
        definite: of a description, whether it points back ("the minister").
        animate: whether it names somebody or a body that can speak, where phrases are gathered.
        determined: of a description, whether a determiner or an adjective opens it.
        opening: of a description, its first word in lower case, "" where the noun is it.
    """

    part: str
    start: int
    end: int
    word: str
    index: int = -1
    governed: bool = False
    definite: bool = False
    animate: bool = False
    determined: bool = False
    opening: str = ""


Sentence = list[Token]


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of all entities in order of their place: three lists of one length; where roles begin and end.

    `beside` are the ends of names that "and" may join, `role_starts` where roles begin, in order.
    """

    entities: Sequence[Entity]
    starts: list[int]
    ends: list[int]
    owners: list[int]
    roles: Mapping[int, int]
    role_starts: Sequence[int]
    beside: frozenset[int] = frozenset()


def copied(token: Token) -> Token:
    """Another token like this one, which may be changed: several times faster than `dataclasses.replace`."""
    return Token(
        token.part,
        token.start,
        token.end,
        token.word,
        token.index,
        token.governed,
        token.definite,
        token.animate,
        token.determined,
        token.opening,
    )


def parts_of(row: Sentence) -> str:
    """What the tokens of a row may be, a character each: what is looked for in it is found at once."""
    return "".join(map(_PART, row))


_PART = attrgetter("part")


def named(entities: Sequence[Entity]) -> Named:
    """The mentions of these entities, in order."""
    places = sorted((m.start, m.end, i) for i, entity in enumerate(entities) for m in entity.mentions)
    roles = {role.start: role.end for entity in entities for role in entity.roles}
    starts, ends = [place[0] for place in places], [place[1] for place in places]
    joined = [at for at, start in enumerate(starts[1:]) if _AND <= start - ends[at] <= _TITLED]
    beside = frozenset([ends[at] for at in joined] + [ends[at + 1] for at in joined])
    return Named(entities, starts, ends, [place[2] for place in places], roles, sorted(roles), beside)


_AND, _TITLED = 3, 16  # Characters of " y ", and of " e l'assessore ".


def tokens_of(
    text: str, place: tuple[int, int], spans: Sequence[tuple[int, Span]], names: Named, language: Language
) -> list[Token]:
    """The tokens of one paragraph, those of asides left out; each span is given with its number."""
    tokens: list[Token] = []
    at, end = place
    for number, span in spans:
        tokens += _words(text, (at, span.outer_start), names, language)
        tokens.append(Token(Part.QUOTE, span.outer_start, min(span.outer_end, end), _last(text, span), number))
        at = span.outer_end
    if at < end:
        tokens += _words(text, (at, end), names, language)
    aside = text.find("(", *place) >= 0 or text.find("[", *place) >= 0
    return _without_asides(tokens) if aside else tokens


def _without_letters(text: str, tokens: Sequence[Token], names: Named, language: Language) -> list[Token]:
    """The tokens, letters and their points behind a title made a part of it: "Major | a. D.", "Prof. | Dr. med."."""
    if not tokens or not (
        _SPELT.search(text, tokens[0].start, tokens[-1].end) or _has_pointed_role(text, tokens, names)
    ):
        return list(tokens)
    out: list[Token] = []
    past = end = -1
    for token in tokens:
        if token.start in names.roles:
            past = max(past, names.roles[token.start])
        pointed = token.part == Part.WORD and out and text.startswith(".", token.end)
        if pointed and _is_lettered(text, out[-1], token, past, language):
            out[-1].end = end = max(end, token.end + 1)
        elif token.end > end:
            out.append(token)
            end = token.end
    return out


_SPELT = re.compile(r"\.(?<=[^\W_]\.)[^\W_]")  # The point stands first, as it is found at once.


def _has_pointed_role(text: str, tokens: Sequence[Token], names: Named) -> bool:
    """Whether one of the roles beside names begins among these tokens and has a point in it or behind it."""
    first = bisect_left(names.role_starts, tokens[0].start)
    for start in names.role_starts[first : bisect_right(names.role_starts, tokens[-1].start, first)]:
        if text.find(".", start, names.roles[start] + 1) > 0:
            return True
    return False


def _is_lettered(text: str, title: Token, token: Token, past: int, language: Language) -> bool:
    """Whether a word with a point is letters, within a role that ends at `past` or, in one word, behind a title."""
    within = title.start < token.start < past
    spelt = text[token.start : token.end + 1]
    return within or ("." in spelt[:-1] and spelt in language.abbreviations and language.is_role(title.word))


def _past_letters(text: str, end: int, language: Language) -> int:
    """Past the letters of an office behind a name that ends here: "Tess Bright | MP"."""
    letters = _LETTERS.match(text, end)
    return letters.end() if letters is not None and language.is_role(letters.group(1).lower()) else end


_LETTERS = re.compile(r" ([A-Z]{2,4})\b")


def _last(text: str, span: Span) -> str:
    """The last character of what is quoted, the marks left out that close a quotation within it."""
    inner = text[max(span.start, span.end - 3) : span.end].rstrip(_CLOSING)
    return inner[-1:] or text[span.end - 1]


_CLOSING = "\"'”’“‘»›"


def _words(text: str, place: tuple[int, int], names: Named, language: Language) -> list[Token]:
    tokens: list[Token] = []
    start, end = place
    starts = names.starts
    mention = bisect_left(starts, start)
    following = starts[mention] if mention < len(starts) else end
    known, phrases = _parts(language.code)
    past = stop = start
    for found in _found(text, start, end, language):
        at = text.find(found, stop)
        stop = at + len(found)
        if at < past:
            continue
        while following < at:
            mention += 1
            following = starts[mention] if mention < len(starts) else end
        if following == at and names.ends[mention] <= end:
            past = max(stop, names.ends[mention])
            part = Part.OWNER if _owns(text, names.ends[mention], language) else Part.NAME
            name = Token(part, at, past, text[at:past].lower(), names.owners[mention])
            _take_particles(text, tokens, name, names.entities[name.index].name, phrases)
            tokens.append(name)
            if text[past + 1 : past + 3].isupper():
                past = _past_letters(text, past, language)
            continue
        word = found.lower()
        told = known.get(word)
        if told is None:
            told = _WORD_PART
            if not word.isalpha():
                word = word.replace("’", "'")
                told = _part(word, known)
        tokens.append(Token(told, at, stop, word))
    return _without_letters(text, tokens, names, language) if language.nouns_capitalised else tokens


_WORD_PART = Part.WORD


def _part(word: str, known: Mapping[str, str]) -> str:
    """What a word with a hyphen, an apostrophe or a digit, or a dash, may be."""
    if not word[0].isalnum():
        return Part.DASH
    verb, _, clitic = word.partition("-")
    if clitic and known.get(verb) == Part.VERB and known.get(clitic) in _CLITIC:
        return Part.VERB  # "a | liniștit-o | edila"
    return known.get(word) or known.get(word.partition("'")[0], Part.WORD)


_CLITIC = frozenset({Part.PRONOUN, Part.DETERMINER})


def _take_particles(text: str, before: list[Token], mention: Token, name: str, phrases: Mapping[str, str]) -> None:
    """Give a surname the particles before it that its full name has: "said van Dyk" of Ann van Dyk.

    A name has the phrase that tells it, by its last word with its language.
    """
    if before and before[-1].word in phrases:
        _take_phrase(text, before, mention, phrases[before[-1].word])
    if " " not in name or mention.word.startswith(name.lower()):
        return
    at = len(before)
    while at > 0 and before[at - 1].word in _inner_words(name) and text[before[at - 1].end] == " ":
        at -= 1
    headed = at > 0 and text[before[at - 1].start].isupper() and text[before[at - 1].end] == " "
    if at < len(before) and not headed:  # "the head of Bayer"
        mention.start = before[at].start
        del before[at:]


def _take_phrase(text: str, before: list[Token], mention: Token, code: str) -> None:
    """Give a name the phrase that tells it, which then stands right behind what somebody is: "a roofer | called"."""
    begin = told_from(text, mention.start, mention.end, languages.of(code))
    while begin >= 0 and before and before[-1].start >= begin:
        mention.start = before.pop().start


@lru_cache(maxsize=4096)
def _inner_words(name: str) -> frozenset[str]:
    """The words of a name that begin small, as its particles do."""
    return frozenset(word for word in name.split()[1:-1] if word[0].islower())


def _owns(text: str, end: int, language: Language) -> bool:
    """Whether a name that ends here is a genitive: "Lee's plan", "Ames' plan", in German "Ames’ Plan"."""
    if language.suffixed_names:  # "Aktaş'ın", "Aktaş'a": whatever ending it is, the name is no subject.
        return text.startswith(("'", "’"), end) and text[end + 1 : end + 2].isalpha()
    if text.startswith(("'s", "’s"), end):
        return True
    if language.bare_before:  # "Ames’ Plan", unless the mark closes what ‚ opened.
        apart = text[end - 1] in language.bare_before and text.startswith(("' ", "’ ", "‘ "), end)
        return apart and text[end + 2 : end + 3].isalpha() and text.rfind("‚", max(0, end - _ASIDE), end) < 0
    return text.startswith(("s' ", "s’ "), end - 1) and text[end + 2 : end + 3].islower()


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens without what stands in brackets and quotes nobody: a party, an age, a place."""
    kept: list[Token] = []
    past = 0
    for found in _OPENED.finditer(parts_of(tokens)):
        index = found.start()
        if index < past:
            continue
        kept += tokens[past:index]
        past = index
        if kept and kept[-1].part != Part.QUOTE:
            near = range(index + 1, min(len(tokens), index + 2 + _ASIDE_TOKENS))
            end = next((at for at in near if tokens[at].part in _ASIDE_ENDS), index)
            past = end + 1 if tokens[end].part == Part.CLOSE else index
    return kept + tokens[past:]


_OPENED = re.compile(re.escape(Part.OPEN))


def _found(text: str, start: int, end: int, language: Language) -> Iterable[str]:
    """The text of each token, elided heads and pronouns joined to their verb ("a-t-il") apart."""
    found = _TOKEN.findall(text, start, end)
    return _parted(found, language) if language.elisions or language.inverted_pronouns else found


def _parted(words: Iterable[str], language: Language) -> Iterator[str]:
    for word in words:
        head = elided(word, language)
        if head:
            yield word[: head - 1]
        rest = word[head:]
        tails = language.inverted_pronouns if rest.endswith(language.inverted_pronouns) else ()
        tail = next((one for one in tails if rest.endswith(one) and len(rest) > len(one)), "")
        yield rest.removesuffix(tail)
        if tail:
            yield tail.rpartition("-")[2]


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


@lru_cache(maxsize=32)
def _parts(code: str) -> tuple[dict[str, str], dict[str, str]]:
    """What each word and point of a language may be, and the last words of the phrases that tell a name.

    What stands later in the list wins.
    """
    language = languages.of(code)
    parts: dict[str, str] = {}
    for words, part in (
        (language.determiners, Part.DETERMINER),
        (language.possessives, Part.DETERMINER),
        (language.weak_verbs, Part.WEAK_VERB),
        (language.auxiliaries, Part.AUXILIARY),
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
    ends = (phrase.rpartition(" ")[2] for phrase in language.naming_phrases)
    return parts | _POINTS, dict.fromkeys(ends, code)
