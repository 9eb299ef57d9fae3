"""Sentences as tokens in clauses, with all that a comparison asks of them.

Words have what they may be matched by, numbers their values, names whom they name; signs turn a sentence's meaning.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.support import NUMBER, plain_number
from bot.domain.claims.comparing.wording import Wording, folded, plain_word
from bot.domain.language import languages
from bot.domain.language.elision import elided
from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS
from config.limits import WORD_SHAPES

_TOKEN = re.compile(rf"(?P<number>{NUMBER.pattern}(?!\w))|(?P<word>\w+(?:['’ʼ\-‑]\w+)*)|(?P<mark>[^\w\s])")
_ENDS = frozenset(POINTS)
_BREAKS = frozenset(',;:()–—"“”„«»')
_SHORT_NAME = re.compile(r"\([^\W\d_a-zа-яіїєґ]{2,8}\)")
_SHORT = 10
# A name in quotation marks, and what stands before one: a word, no mark.
_QUOTES = frozenset('"“”„«»')
_QUOTED_NAME = re.compile(r'["“”„«»][^\W\d_a-zа-яіїєґ][\w’\'-]*(?: [\w’\'-]+){0,2}["“”„«»]')
_NOUN_BEFORE = re.compile(r"\w {1,2}\Z")
_LONGEST_NAME = 60
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True, eq=False)
class Token:
    """A word or number of a sentence.

    Attributes:
        text: as written, without an elided head or a genitive's ending.
        start: offset in the text that was read.
        folded: in lower case and one spelling, marks on letters kept.
        plain: without marks on letters.
        stem: without its ending.
        keys: what it may be matched by: its stem, the groups that say the same.
        clause: the number of its clause in the sentence.
        signs: what it does to the sentence's meaning.
        content: whether it says something that the evidence must say too.
        value: of a number.
        entities: numbers of the entities that it may name.
        before: the plain word right before it, "" at a clause's beginning.
        dated: whether it is a day or a month.
        rounded: of a number, whether a word before it says that it is rounded.
        bound: of a number, whether it is said to be more (`FLOOR`) or less (`CEILING`).
        share: in percent, of a percentage or a fraction.
        narrow: groups of words that it is a narrower one of: what a broader word of a claim may be matched by.
        broad: groups whose words it may be said for.
        mood: what a verb's ending tells of its time.
    """

    text: str
    start: int
    folded: str
    plain: str
    stem: str = ""
    keys: frozenset[str] = frozenset()
    clause: int = 0
    signs: frozenset[str] = frozenset()
    content: bool = False
    value: float | None = None
    entities: frozenset[int] = frozenset()
    before: str = ""
    dated: bool = False
    mood: str = ""
    rounded: bool = False
    bound: str = ""
    share: float | None = None
    narrow: frozenset[str] = frozenset()
    broad: frozenset[str] = frozenset()


@dataclass(slots=True)
class Clauses:
    """A sentence's tokens, and of each of its clauses the plain word that opens it and the mark before it.

    `headline` is whether it is one, with a grammar of its own; `converse` is the position of a verb that was put in
    the place of its converse; `depends` that of a word behind which stands what the rest depends on.
    """

    tokens: list[Token]
    openers: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    headline: bool = False
    converse: int | None = None
    depends: int | None = None


# What a word is wherever it stands: folded, plain, stem, signs, keys, value, content, dated, mood.
_Shape = tuple[str, str, str, frozenset[str], frozenset[str], float | None, bool, bool, str]

_NOBODY: frozenset[int] = frozenset()
_NO_GROUPS: frozenset[str] = frozenset()

Namer = Callable[[Token], frozenset[int]]


class Tokenizer:
    """Reads sentences of one language."""

    def __init__(self, language: Language, words: Wording) -> None:
        self._language = language
        self._words = words
        self._function = frozenset(map(folded, language.function_words))
        self._breaking = frozenset(
            word
            for word in map(folded, language.conjunctions | language.relatives | language.that)
            if word not in words.joining
        )
        self._relatives = frozenset(map(folded, language.relatives))
        self._parts: dict[str, list[tuple[str, int, _Shape]]] = {}
        self._leading = frozenset(map(folded, language.determiners | language.definite)) | frozenset(
            word for word, signs in words.signs.items() if wording.NOT in signs
        )
        self._calendar = frozenset(map(folded, language.days | language.months))
        self._after_mark = language.nouns_capitalised  # "der", "die": relative only behind a comma, which parts anyway.

    def read(self, text: str, start: int, end: int, namer: Namer) -> Clauses:
        """The sentence `text[start:end]`; `namer` tells whom a token names."""
        found = Clauses([])
        mark, breaks = "", True
        for match in _TOKEN.finditer(text, start, end):
            if match.lastgroup == "mark":
                parting = self._parting(text, match, found, start)
                mark, breaks = (parting, True) if parting else (mark, breaks)
                self._percent(found, match.group())
                continue
            for token in self._tokens(match, namer):
                parts = token.folded in self._breaking and not self._after_mark and not self._is_tied(found, token)
                if breaks or parts:
                    found.openers.append(token.folded)
                    found.marks.append(mark)
                    mark, breaks = "", False
                    token.before = ""
                else:
                    token.before = found.tokens[-1].folded
                token.clause = len(found.openers) - 1
                found.tokens.append(token)
        if self._words.opening_conditions or self._words.opening_sources:
            self._conditions(found)
        self._phrases(found.tokens)
        if self._words.particles:
            self._parted(found.tokens)
        if self._words.gapped:
            self._gapped(found.tokens)
        self._magnitudes(found.tokens)
        self._nearby(found.tokens)
        self._shares(found.tokens)
        return found

    def _is_tied(self, found: Clauses, token: Token) -> bool:
        """Whether a relative word stands behind a preposition that a comma parts from what is before: ", in which"."""
        if not found.openers or found.marks[-1] != "," or token.folded not in self._relatives:
            return False
        opening = 0
        for other in reversed(found.tokens):
            if other.clause != len(found.openers) - 1:
                break
            if opening == _NEARBY or (other.folded not in self._words.ties and other.folded not in self._leading):
                return False
            opening += 1
        return bool(opening)

    def _parting(self, text: str, match: re.Match[str], found: Clauses, start: int) -> str:
        """The mark that parts clauses here, "" where none does."""
        mark = match.group()
        opening = text.rfind("(", max(start, match.start() - _SHORT), match.end())
        if mark in "()" and opening >= 0 and _SHORT_NAME.match(text, opening):
            return ""  # A name's short form in brackets parts no clause: "the Board (ESB) said".
        if mark in _QUOTES and self._is_quoted_name(text, match, start):
            return ""
        if mark in _BREAKS:
            return mark
        ends = mark in _ENDS and found.tokens and not self._is_shortened(found.tokens[-1])
        return ";" if ends else ""  # A quotation of several sentences is one to the splitter.

    @staticmethod
    def _is_quoted_name(text: str, match: re.Match[str], start: int) -> bool:
        """Whether a mark belongs to a name in quotation marks behind the word for its bearer: "the club “Rowers”"."""
        at = match.start()
        if _QUOTED_NAME.match(text, at) and _NOUN_BEFORE.search(text, max(start, at - _LONGEST_NAME), at):
            return True
        first = max(start, at - _LONGEST_NAME)
        opening = max((text.rfind(mark, first, at) for mark in _QUOTES), default=-1)
        if opening < 0:
            return False
        named = _QUOTED_NAME.match(text, opening)
        return bool(named and named.end() == at + 1 and _NOUN_BEFORE.search(text, max(start, first), opening))

    @staticmethod
    def _percent(clauses: Clauses, mark: str) -> None:
        if mark == "%" and clauses.tokens and clauses.tokens[-1].value is not None:
            last = clauses.tokens[-1]
            last.keys = frozenset({f"%{last.value:g}"})

    def _tokens(self, match: re.Match[str], namer: Namer) -> list[Token]:
        written, at = match.group(), match.start()
        if match.lastgroup == "number":
            value = _value(written)
            token = Token(written, at, written, written, written, frozenset({f"={value:g}"}), content=True, value=value)
            return [token]
        parts = self._parts.get(written)
        if parts is None:
            if len(self._parts) >= WORD_SHAPES:
                self._parts.clear()
            parts = self._parts[written] = [(part, offset, self._shape(part)) for part, offset in self._split(written)]
        found: list[Token] = []
        narrower, broader = self._words.narrower, self._words.broader
        for part, offset, (small, bare, stem, signs, keys, value_of, content, dated, mood) in parts:
            token = Token(
                part, at + offset, small, bare, stem, keys, 0, signs, content, value_of, _NOBODY, "", dated, mood
            )
            if stem in narrower or stem in broader:
                token.narrow, token.broad = narrower.get(stem, _NO_GROUPS), broader.get(stem, _NO_GROUPS)
            token.entities = namer(token)
            if token.entities:
                token.content, token.signs = True, frozenset()
            found.append(token)
        return found

    def _split(self, written: str) -> list[tuple[str, int]]:
        """A word's parts with their offsets: an elided head, what an ending denies; without a genitive's ending."""
        head = elided(written, self._language)
        parts = [(written[:head].rstrip("'’"), 0)] if head else []
        body = written[head:]
        words, straight = self._words, body.replace("’", "'")
        denied = words.denying and straight.lower().endswith(words.denying) and len(body) > len(words.denying)
        if denied:
            body = body[: -len(words.denying)]
            parts.append((words.denial, 0))
            body = words.clipped.get(body.lower(), body)
        elif words.possessives and straight.endswith(words.possessives):
            ending = next(ending for ending in words.possessives if straight.endswith(ending))
            body = body[: -len(ending)] or body
        return [*parts, (body, head)]

    def _shape(self, written: str) -> "_Shape":
        """What a word is wherever it stands."""
        words = self._words
        small, bare = folded(written), plain_word(written)
        stem = words.stem(bare)
        signs = words.signs.get(small) or words.governor(small)
        value = words.numbers.get(bare) if small not in words.articles else None
        keys = {bare, stem} | words.groups_of(stem)
        keys |= {sign for sign in signs if sign.startswith(wording.GOVERNS)}
        if value is not None:
            keys.add(f"={value:g}")
        elif "-" in bare and bare.partition("-")[0] not in words.prefixes:
            for part in bare.split("-"):
                keys |= {part, words.stem(part)} | words.groups_of(words.stem(part))
        share = words.fractions.get(bare)
        if share is not None:
            keys.add(f"%{share:g}")
        if words.particles:
            keys |= _participles(bare, words)
        digits = _DIGITS.match(bare)
        if digits is not None:
            keys.add(f"={float(digits.group()):g}")
        if keys & words.turning:
            signs |= {wording.TURNS}
        weightless = small in self._function or small in words.light or small in words.anaphors
        weightless = weightless and small not in words.against
        titled = f"{written}." in self._language.abbreviations and written[0].isupper()
        weightless = weightless and small not in words.majority
        content = not titled and not signs & _FREE and (value is not None or not (weightless or len(bare) == 1))
        dated = small in self._calendar or stem in self._calendar
        return small, bare, stem, signs, frozenset(keys), value, content, dated, words.mood(written.lower())

    def _is_shortened(self, token: Token) -> bool:
        ordinal = self._after_mark and token.text.isdigit() and len(token.text) <= _ORDINAL_DIGITS
        return ordinal or (token.value is None and self._language.is_shortened(token.text))

    def _conditions(self, clauses: Clauses) -> None:
        """Tell conditions and sources from pronouns and prepositions written like them, by where they stand."""
        for at, token in enumerate(clauses.tokens):
            if token.folded in self._words.opening_conditions:
                following = clauses.tokens[at + 1 : at + 2]
                opens = not token.before or any(other.folded in self._leading for other in following)
                token.signs = token.signs | {wording.COND} if opens else token.signs
        first = clauses.tokens[:1]
        if clauses.marks[1:2] == [","] and first and first[0].folded in self._words.opening_sources:
            first[0].signs |= {wording.SOURCE}  # "Para la oposición, ..."

    def _phrases(self, tokens: list[Token]) -> None:
        """Give phrases of several words their signs and groups; what they are made of says nothing by itself."""
        phrases, words = self._words.phrases, self._words
        if not phrases:
            return
        for at, token in enumerate(tokens):
            if token.folded not in words.phrase_starts:
                continue
            for length in (4, 3, 2):
                if at + length > len(tokens):
                    continue
                phrase = "-".join(part.folded for part in tokens[at : at + length])
                if phrase not in phrases:
                    continue
                signs, groups = words.signs.get(phrase, frozenset()), words.same.get(phrase, frozenset())
                rest = frozenset().union(*(part.signs for part in tokens[at : at + length]))
                own = wording.NOT in rest or any(part.content for part in tokens[at + 1 : at + length])
                for part in tokens[at : at + length]:
                    part.signs = frozenset()
                    part.content = False
                token.signs = signs | (rest & {wording.NOT} if not signs else frozenset())
                if own and groups:  # "Voted against" is no "voted", "will not" no "will".
                    token.keys, token.stem, token.plain = groups, phrase, phrase
                token.keys = token.keys | groups
                token.content = bool(groups) and not signs & _FREE
                break

    def _gapped(self, tokens: list[Token]) -> None:
        """Join two words of a clause that mean something together: "makes him responsible"."""
        open_: dict[int, list[Token]] = {}
        for token in tokens:
            if token.folded not in self._words.gap_words:
                continue
            for other in open_.setdefault(token.clause, []):
                first, last = other.folded, token.folded
                groups = self._words.gapped.get((first, last)) or self._words.gapped.get((last, first))
                if groups and not self._is_parted(tokens, other, token):
                    other.keys, other.content = groups, True  # "Voted against" is no vote in favour.
                    other.signs -= {wording.ANNOUNCED, wording.NEUTRAL}
                    token.content, token.signs = False, frozenset()
            open_[token.clause].append(token)

    def _is_parted(self, tokens: list[Token], first: Token, last: Token) -> bool:
        """Whether others stand between two words who do the second: "voted for it and six against"."""
        between = [token for token in tokens if first.start < token.start < last.start]
        joined = [at for at, token in enumerate(between) if token.folded in self._words.joins]
        return bool(joined) and any(token.value is not None for token in between[joined[0] :])

    def _parted(self, tokens: list[Token]) -> None:
        """Join a verb with the particle that it leaves at its clause's end: "stellt ... ein", "eingestellt"."""
        words = self._words
        for at, token in enumerate(tokens):
            last = at + 1 == len(tokens) or tokens[at + 1].clause != token.clause
            if not last or token.folded not in words.particles or not token.before:
                continue
            verb = self._verb_of(tokens, at)
            if verb is None:
                continue
            phrase = f"{verb.folded}-{token.folded}"
            verb.signs = words.signs.get(phrase, frozenset())
            verb.keys = words.same.get(phrase, frozenset()) | {f"{token.plain}{verb.stem}"}
            verb.keys |= {sign for sign in verb.signs if sign.startswith(wording.GOVERNS)}
            verb.content = not verb.signs & _FREE
            token.content, token.signs = False, frozenset()

    def _verb_of(self, tokens: list[Token], at: int) -> Token | None:
        """The verb that a particle at its clause's end belongs to: the first word that may be one."""
        inside = [token for token in tokens[:at] if token.clause == tokens[at].clause]
        known = (token for token in inside if f"{token.folded}-{tokens[at].folded}" in self._words.phrases)
        small = (
            token
            for place, token in enumerate(inside)
            if place
            and token.text[0].islower()
            and not token.entities
            and token.folded not in self._function
            and token.folded not in self._leading
            and token.folded not in self._words.ties
            and token.before not in self._words.ties
            and token.before not in self._leading  # "Im vergangenen Jahr nahm ... ein"
        )
        return next(known, next(small, None))

    def _nearby(self, tokens: list[Token]) -> None:
        """Tell what words beside a number or a day say of it: percent, that it is rounded, that it ends a time."""
        words = self._words
        for at, token in enumerate(tokens):
            if token.value is None and not token.dated:
                continue
            near = tokens[max(0, at - _NEARBY) : at]
            if token.dated and at and token.text[0].isupper():
                token.content, token.signs = True, frozenset()  # "May" is a month, "may" is not.
            if token.value is not None and at + 1 < len(tokens) and tokens[at + 1].folded in words.percent:
                token.keys, tokens[at + 1].content = frozenset({f"%{token.value:g}"}), False
            token.rounded = token.value is not None and any(other.folded in words.about for other in near)
            for other in near:
                if token.value is not None and other is tokens[at - 1] and other.folded in words.about:
                    other.signs -= {wording.PART}  # "Some 2,300" is about as many, not a part of them.
                if other.folded in words.till:
                    other.signs -= {wording.COND, wording.BEFORE}

    def _shares(self, tokens: list[Token]) -> None:
        """Give percentages and fractions their shares, and what is said to be more or less its bound."""
        words = self._words
        for at, token in enumerate(tokens):
            fraction = words.fractions.get(token.plain)
            if fraction is None and token.value is None:
                continue
            near = tokens[max(0, at - _NEARBY) : at]
            if fraction is not None:
                times = (
                    near[-1] if near and near[-1].value in _TIMES and near[-1].folded not in words.articles else None
                )
                token.share = fraction * (times.value or 1) if times else fraction
                token.rounded = any(other.folded in words.about for other in near)
                if times:
                    token.keys, times.content = frozenset({f"%{token.share:g}"}), False
            elif any(key.startswith("%") for key in token.keys):
                token.share = token.value
            token.bound = self._bound(near)

    def _bound(self, near: Sequence[Token]) -> str:
        """Whether words before a number say that it is more or less: "more than", "over", "plus de"."""
        for token, following in zip_longest(near, near[1:]):
            behind = following is not None and (
                wording.THAN in following.signs or following.folded in self._language.of_words
            )
            if wording.FLOOR in token.signs or (wording.MORE in token.signs and behind):
                return wording.FLOOR
            if wording.CEILING in token.signs or (wording.LESS in token.signs and behind):
                return wording.CEILING
        return ""

    def _magnitudes(self, tokens: list[Token]) -> None:
        """Join a number and the word that multiplies it: "1.5 million"."""
        for at, token in enumerate(tokens[1:], 1):
            times = self._words.magnitudes.get(token.plain)
            before = tokens[at - 1]
            if times is None:
                continue
            if before.value is None and before.folded in self._words.articles and token.clause == before.clause:
                token.value, token.keys = times, frozenset({f"={times:g}"})  # "A million".
            elif before.value is not None:
                before.value *= times
                before.keys = frozenset({f"={before.value:g}"})
                token.content, token.value = False, None
                token.signs = token.signs | {"magnitude"}


def _participles(word: str, words: Wording) -> set[str]:
    """The verb of a participle or infinitive with a particle, as it is where the two stand apart: "ein-ge-stellt"."""
    for particle in words.particles:
        rest = word.removeprefix(particle)
        if rest != word and rest.startswith(("ge", "zu")) and len(rest) > _PARTICIPLE:
            return {f"{particle}{words.stem(rest[2:])}"}
    return set()


# Signs whose words need no word in the evidence to match: the sign itself is compared.
_FREE = frozenset(
    {
        wording.NOT,
        wording.COND,
        wording.ALL,
        wording.ONLY,
        wording.FORMER,
        wording.THAN,
        wording.BEFORE,
        wording.AFTER,
        wording.CAUSE,
        wording.FLOOR,
        wording.CEILING,
        wording.NEUTRAL,
        wording.ANNOUNCED,
        wording.SOURCE,
        wording.PASSIVE,
        wording.AGENT,
        wording.IS,
        wording.WAS,
    }
)


_NEARBY = 3
_TIMES = range(2, 10)  # "Two thirds", "three quarters".
_ORDINAL_DIGITS = 2  # "am 30. September": German writes ordinals with a point.
_PARTICIPLE = 5


def _value(written: str) -> float:
    return float(plain_number(written))


@lru_cache(maxsize=32)
def tokenizer_of(code: str) -> Tokenizer:
    """The tokenizer of a language; it remembers the words it has met."""
    return Tokenizer(languages.of(code), wording.of(code))


def content_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that say something."""
    return [token for token in tokens if token.content]
