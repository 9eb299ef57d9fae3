"""Reads sentences as tokens in clauses.

Words have what they may be matched by, numbers their values, names whom they name; signs turn a sentence's meaning.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.joining import Joining
from bot.domain.claims.comparing.numerals import Numerals
from bot.domain.claims.comparing.quantities import Written, name_shape, number_shape, ordinal_shape
from bot.domain.claims.comparing.support import NUMBER
from bot.domain.claims.comparing.tokens import Clauses, Namer, Shape, Token, Trait, name
from bot.domain.claims.comparing.verbs.particles import VERB_LETTERS, participle_keys
from bot.domain.claims.comparing.wording import LESSER, Wording, folded, plain_word
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages
from bot.domain.language.elision import denying_head, elided, is_owner, supposed, supposes
from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS
from config.limits import WORD_SHAPES

# A colon between two digits parts nothing: "won 3:1", "at 10:30".
_WORD = r"\w+(?:(?:['’ʼ\-‑]|(?<=[A-ZÅÄÖ]):(?=[a-z]{1,2}\b))\w+)*"  # "IF:s" is one word.
_TOKEN = rf"(?P<number>{NUMBER.pattern}(?!\w))|(?P<word>{_WORD})|(?P<mark>(?!(?<=\d):\d)[^\w\s])"
_NUMBERING = {"№", "#"}
_ENDS = frozenset(POINTS)
_BREAKS = frozenset(',;:()–—"“”„«»')
_SHORT_NAME = re.compile(r"\([^\W\d_a-zа-яіїєґ]{2,8}\)")
# A name in quotation marks, and what stands before one: a word, no mark.
QUOTES = frozenset('"“”„«»')
_QUOTED_NAME = re.compile(r'["“”„«»][^\W\d_a-zа-яіїєґ][\w’\'-]*(?: [\w’\'-]+){0,2}["“”„«»]')
_GOES_ON = re.compile(r" (?=[^\W\d_A-ZА-ЯІЇЄҐ])")
_NOUN_BEFORE = re.compile(r"\w {1,2}\Z")
_SHORT, _LONGEST_NAME = 10, 60
_DIGITS = re.compile(r"\d+")
# Words between a comma and the relative word that a preposition ties to what is before.
_ORDERS = {wording.BEFORE, wording.AFTER}
_TIED, _ORDINAL_DIGITS = 3, 2  # "am 30. September": German writes ordinals with a point.

# A word's part as written, its offset in the word, what it is, what it may do.
_Part = tuple[str, int, Shape, int]
_Bare = tuple[
    *tuple[str, str, str, frozenset[str], frozenset[str], bool, float | None],
    *tuple[bool, str, frozenset[str], frozenset[str]],
]

_NONE: frozenset[str] = frozenset()


class Tokenizer:
    """Reads sentences of one language."""

    def __init__(self, language: Language, words: Wording) -> None:
        self._language = language
        self._words = words
        self._function = frozenset(map(folded, language.function_words)) - words.seasons
        opening = map(folded, language.conjunctions | language.relatives | language.that)
        self._breaking = frozenset(word for word in opening if word not in words.joining)
        self._that = frozenset(map(folded, language.that))
        self._tills = self._breaking & (words.till | words.since)
        self._relatives = frozenset(map(folded, language.relatives))
        self._parts: dict[str, list[_Part]] = {}
        self._leading = frozenset(map(folded, language.determiners | language.definite)) | frozenset(
            word for word, signs in words.signs.items() if wording.NOT in signs
        )
        self._days = frozenset(map(folded, language.days))
        self._plain_function = frozenset(map(plain_word, language.function_words)) | words.clitics
        self._plain_days = frozenset(map(plain_word, language.days))
        self._calendar = self._days | frozenset(map(folded, language.months)) | words.seasons
        self._joining = Joining(words, leading=self._leading, function=self._function)
        self._numerals = Numerals(words, language.of_words, frozenset(map(folded, language.months)))
        self._written = Written(language.code, words.magnitudes, words.stem)
        plain = rf"[^\W{self._written.first}]\w*+(?!['’ʼ\-‑:])"  # Most words are no amount and have no other part.
        self._token = re.compile(rf"(?=\S)(?:{plain}|(?P<written>{self._written.pattern})|{_TOKEN})")
        self._after_mark = language.nouns_capitalised  # "der", "die": relative only behind a comma, which parts anyway.

    def read(self, text: str, start: int, end: int, namer: Namer) -> Clauses:
        """The sentence `text[start:end]`; `namer` tells whom its words name."""
        found = Clauses([])
        tokens, openers, marks, known = found.tokens, found.openers, found.marks, self._parts
        breaking = self._that if self._after_mark else self._breaking
        mark, breaks, clause, before, of_shape, traits = "", True, -1, "", Token.of_shape, 0
        for match in self._token.finditer(text, start, end):
            written = match[0]
            if written in known:
                parts = known[written]
            elif match.lastgroup == "mark":
                parting = self._parting(text, match, found, start)
                mark, breaks = (parting, True) if parting else (mark, breaks)
                continue
            else:
                parts = self._remember(match)
            at = match.start()
            for part, offset, shape, may in parts:
                traits |= may
                token = of_shape(part, at + offset, shape)
                small = token.folded
                if breaks or (small in breaking and not self._is_tied(found, token)):
                    openers.append(small)
                    marks.append(mark)
                    mark, breaks, clause = "", False, clause + 1
                else:
                    token.before = before
                token.clause, before = clause, small
                tokens.append(token)
        found.traits = traits
        name(tokens, namer, self._words.clitics)
        if not self._tills.isdisjoint(openers):
            self._rejoin(found)
        if traits & Trait.CONDITIONS:
            self._conditions(tokens, text)
        if marks[1:2] == [","]:
            self._joining.open(found)
        if tokens and wording.COND in tokens[-1].signs:
            tokens[-1].signs -= {wording.COND}  # "Can be extended once."
        self._joining.join(found, traits)
        self._numerals.mark(tokens, traits)
        return found

    def _rejoin(self, found: Clauses) -> None:
        """Open no clause with a word that only says till when: "put off until May a decision"."""
        tokens = found.tokens
        for at in range(len(tokens) - 2, 0, -1):
            opening, time, behind = tokens[at], tokens[at + 1], tokens[at + 2 : at + 3]
            clause = opening.clause
            if clause == tokens[at - 1].clause or found.marks[clause] or opening.folded not in self._tills:
                continue
            ends = opening.folded in self._words.till or (behind and behind[0].folded in self._words.joining)
            if ends and (time.dated or time.value is not None):
                del found.openers[clause], found.marks[clause]
                opening.before = tokens[at - 1].folded
                for token in tokens[at:]:
                    token.clause -= 1

    def _is_tied(self, found: Clauses, token: Token) -> bool:
        """Whether a word opens no clause: a relative one behind a preposition, ", in which", or a phrase's second one.

        "Has looked after the animals", "never before": an order of time is told by no such phrase.
        """
        before = found.tokens[-1] if found.tokens else token
        if wording.CAUSE in token.signs and (before.folded in self._leading or before.folded in self._words.fused):
            token.signs, token.content = frozenset(), True
            return True  # "Le car" is a coach.
        if token.signs & _ORDERS and f"{before.folded}-{token.folded}" in self._words.phrases:
            return True
        if not found.openers or found.marks[-1] != "," or token.folded not in self._relatives:
            return False
        opening = 0
        for other in reversed(found.tokens):
            if other.clause != len(found.openers) - 1:
                break
            if opening == _TIED or not self._may_lead(other, part=opening > 0):
                return False
            opening += 1
        return bool(opening)

    def _may_lead(self, token: Token, *, part: bool) -> bool:
        """Whether a word may stand between a comma and a relative: a small one, or a `part`, "третину з яких"."""
        small = token.folded in self._words.ties or token.folded in self._leading
        return small or (part and wording.PART in token.signs)

    def _parting(self, text: str, match: re.Match[str], found: Clauses, start: int) -> str:
        """The mark that parts clauses here, "" where none does; "%" makes a percentage of the number before it."""
        mark = match[0]
        if mark == "%":
            self._percent(found.tokens[-1:])
            return ""
        if mark in "()":
            opening = text.rfind("(", max(start, match.start() - _SHORT), match.end())
            if opening >= 0 and _SHORT_NAME.match(text, opening):
                return ""  # A name's short form in brackets parts no clause: "the Board (ESB) said".
        if mark in QUOTES and self._is_quoted_name(text, match, start):
            return ""
        if mark == "," and self._language.verb_last and found.tokens and not found.tokens[-1].mood:
            return ""  # Where the verb stands last, no other word before a comma parts: "Aktaş, planı onayladı".
        if mark in _BREAKS:
            return mark
        ends = mark in _ENDS and found.tokens and not self._is_shortened(found.tokens[-1])
        return ";" if ends else ""  # A quotation of several sentences is one to the splitter.

    @staticmethod
    def _is_quoted_name(text: str, match: re.Match[str], start: int) -> bool:
        """Whether a mark belongs to a name in quotation marks behind a word or before a verb: "the club “Rowers”"."""
        at, first = match.start(), max(start, match.start() - _LONGEST_NAME)
        opening = max([text.rfind(mark, first, at) for mark in QUOTES])
        for begin in (at, opening):
            named = _QUOTED_NAME.match(text, begin) if begin >= 0 else None
            if named is None or (begin < at and named.end() != at + 1):
                continue
            if _NOUN_BEFORE.search(text, first, begin) or (begin == start and _GOES_ON.match(text, named.end())):
                return True
        return False

    @staticmethod
    def _percent(before: Sequence[Token]) -> None:
        """Make a percentage of a number right before the sign for one."""
        for last in [one for one in before if one.value is not None]:
            last.keys = frozenset({f"%{last.value:g}"})

    def _remember(self, match: re.Match[str]) -> list[_Part]:
        """The parts of a number in digits, or of a word that was not met of late."""
        written = match.group()
        if match.lastgroup == "number":
            ahead = match.string[match.start() - 1 : match.start()]
            return [(written, 0, *(number_shape if ahead not in _NUMBERING else name_shape)(written))]
        if match.lastgroup == "written":
            return [part for word, at in self._written.parts(written) for part in self._worded(word, at)]
        return self._parts_of(written)

    def _worded(self, written: str, at: int) -> list[_Part]:
        """The parts of a number or a word of an amount that stands at an offset in it."""
        if written[0].isdigit():
            return [(written, at, *(number_shape if written[-1].isdigit() else ordinal_shape)(written))]
        return [(part, at + offset, shape, may) for part, offset, shape, may in self._parts_of(written)]

    def _parts_of(self, written: str) -> list[_Part]:
        """A word's parts, each with its offset and what it is; kept of words that were met of late."""
        if written in self._parts:
            return self._parts[written]
        if len(self._parts) >= WORD_SHAPES:
            self._parts.clear()
        split, case = self._split(written), self._case(written)
        owns = is_owner(written, self._words.possessives, self._words.special)
        told = ((part, at, owns and part == split[-1][0], written[at - 1 : at] == "-") for part, at in split)
        shapes = [(part, at, (*self._shape(part), case, owner, joined)) for part, at, owner, joined in told]
        return self._parts.setdefault(written, [(part, at, shape, self._traits(shape)) for part, at, shape in shapes])

    def _traits(self, shape: Shape) -> int:
        small, bare, _, _, signs, _, value, dated, *_ = shape
        told = self._joining.traits(small, signs) | (small in self._words.opening_conditions and Trait.CONDITIONS)
        return told | self._numerals.traits(small, bare, counts=value is not None, dated=dated)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _split(self, written: str) -> list[tuple[str, int]]:
        """A word's parts with their offsets: an elided head, what an ending denies or makes passive; no genitive's."""
        head, words = elided(written, self._language), self._words
        whole = written.lower().replace("’", "'") if head else ""
        parts = [(words.unelided.get(whole, written[:head].rstrip("'’")), 0)] if head else []
        body = written[head:]
        if front := denying_head(body, words.special["denying_heads"]):
            return [(words.denial, 0), (body[front:], front)]
        straight, ends = body.replace("’", "'"), words.enclitics if "-" in body else ()
        tail = next((ending for ending in ends if body.endswith(ending) and len(body) > len(ending)), "")
        if tail:
            body = body[: -len(tail)]
            pronoun = tail[1:].removeprefix("t-")  # "A-t-il dit".
            return [*parts, (self._in_full(body, tail), head), (pronoun, len(written) - len(pronoun))]
        small = straight.lower()
        denied = next((end for end in words.denying if small.endswith(end) and len(body) > len(end)), "")
        if denied:
            body = words.clipped.get(body[: -len(denied)].lower(), body[: -len(denied)])
            parts += [(word, 0) for word in (words.denial, *supposed(denied, words.special))]
        elif supposes(straight, words.special["supposed_ends"]):
            parts += [(word, head) for word in words.special["supposition"]]
        elif self._is_passive(straight):
            parts.append((words.helping, head))
        return [*parts, (body if denied else self._less_ending(body), head)]

    def _in_full(self, body: str, tail: str) -> str:
        """An infinitive with the end that a pronoun cuts off, any other verb as it is: "abri-la", "abrir"."""
        ends = self._words.cut_short if tail in self._words.cutting else ()
        cut = next((end for end in ends if body.endswith(end)), "")
        return f"{body[: -len(cut)]}{self._words.cut_short[cut]}" if cut else body

    def _less_ending(self, body: str) -> str:
        """A word without a genitive's ending, or the case that an apostrophe parts from it."""
        case, straight = self._case(body), body.replace("’", "'")
        if case:
            return body[: -len(case) - 1]
        ending = next((ending for ending in self._words.possessives if straight.endswith(ending)), "")
        return body[: -len(ending)] or body if ending else body

    def _case(self, written: str) -> str:
        """The ending that an apostrophe parts from a name, "" in languages that have none: "Ankara'da"."""
        return written.replace("’", "'").partition("'")[2].lower() if self._language.suffixed_names else ""

    def _is_passive(self, written: str) -> bool:
        """Whether a verb is passive by its own ending: "besegrades"."""
        words, small = self._words, written.lower()
        if small in words.passives:
            return True
        return bool(words.passive_endings) and small.endswith(words.passive_endings) and small not in words.deponents

    def _signs(self, written: str, small: str) -> frozenset[str]:
        """What a word does to a sentence's meaning; with a capital no participle helps another: "lo Stato"."""
        signs = self._words.signs[small] if small in self._words.signs else self._words.governor(small)
        if signs and written[0].isupper() and small.endswith(self._words.participles or "\0"):
            return signs - {wording.PASSIVE}
        return signs

    def _shape(self, written: str) -> _Bare:
        """What a word is wherever it stands, but for its case and whether it has a genitive's ending."""
        words = self._words
        small, bare, lower = self._small(written), plain_word(written), written.lower()
        stem = words.stem(bare, lower)
        signs = self._signs(written, small)
        value = words.numbers.get(bare) if small not in words.articles else None
        keys = self._keys(bare, stem, value, noun=self._after_mark and written[0].isupper())
        keys |= {sign for sign in signs if sign.startswith(wording.GOVERNS)}
        if small in words.unmarked:
            keys = {f"{small}."}  # "Про" has the stem of "проти".
        if keys & words.turning and small not in words.light and words.signs.get(small) != _NONE:
            signs |= {wording.TURNS}
        titled = f"{written}." in self._language.abbreviations and written[0].isupper()
        says = value is not None or (len(bare) != 1 and not self._is_weightless(small))
        content = says and not titled and not signs & wording.FREE
        day = self._day_of(small)
        keys |= {day} - {""}
        dated = bool(day) or self._is_of_calendar(small, stem, turns=bool(signs), counts=value is not None)
        narrow, broad = words.narrower.get(stem, _NONE), words.broader.get(stem, _NONE)
        mood = words.mood(lower)
        return small, bare, stem, frozenset(keys), signs, content, value, dated, mood, narrow, broad

    def _small(self, written: str) -> str:
        """A word folded; in capitals no word that joins or stands for another: "WHO", "US"."""
        small = folded(written)
        return f"{small}." if small in self._function and written.isupper() and len(written) > 1 else small

    def _is_of_calendar(self, small: str, stem: str, *, turns: bool, counts: bool) -> bool:
        """Whether a word is a day's or a month's; by its stem only where it has no other use: "mais", "nove"."""
        free = not turns and not counts and len(stem) > VERB_LETTERS  # "Abriu" is no "abr."
        return small in self._calendar or (stem in self._calendar and free)

    def _day_of(self, small: str) -> str:
        """The day that a word names with a time of it ("Montagabend"), "" for any other word."""
        hour = next(filter(small.endswith, self._words.hours), "")
        day = small.removesuffix(hour) if hour else ""
        return day if day in self._days else ""

    def _keys(self, bare: str, stem: str, value: float | None, *, noun: bool) -> set[str]:
        """What a word may be matched by, but for what it governs."""
        words = self._words
        counts = value is not None and self._after_mark  # "Zwei" is no "zweite", but "nouă" is "new" too.
        keys = set[str]() if counts else {stem if stem[-1:] == "|" else bare, stem} | words.groups_of(stem)
        if bare in words.both:
            keys.add("=2")  # "Both sides" are the two sides.
        if value is not None:
            keys.add(f"={value:g}")
        elif "-" in bare and not self._is_changed(bare):
            for part in self._meaning_parts(bare):
                keys |= {part, words.stem(part)} | words.groups_of(words.stem(part))
        if bare in words.fractions:
            keys.add(f"%{words.fractions[bare]:g}")
        keys |= {self._written.ordinal_of(bare, stem)} - {""}
        digits = _DIGITS.match(bare)
        if digits is not None:
            keys.add(f"={float(digits.group()):g}")
        if words.roots:
            form = bare if bare.endswith(words.shared_ends) else stem
            keys.update(words.verbs_of(form, noun=noun))
            keys |= words.verb_groups(form, noun=noun)
        return keys | participle_keys(bare, words, noun=noun)

    def _is_changed(self, bare: str) -> bool:
        """Whether a part of a word with a hyphen makes it another thing: "vice-president", "mayor-elect"."""
        last = self._words.signs.get(bare.rpartition("-")[2], _NONE)
        return bare.partition("-")[0] in self._words.prefixes or LESSER in last

    def _meaning_parts(self, bare: str) -> list[str]:
        """The parts of a word with hyphens that may stand for it; of a day those that are one: "sexta-feira"."""
        parts = bare.split("-")
        if bare in self._plain_days:
            return [part for part in parts if part in self._plain_days]
        heads_first = self._language.postposed and parts[0] not in self._plain_function
        return parts[:1] if heads_first else parts

    def _is_weightless(self, small: str) -> bool:
        """Whether a word carries nothing that could be compared."""
        light = small in self._function or small in self._words.light or small in self._words.anaphors
        return light and small not in self._words.against and small not in self._words.majority

    def _is_shortened(self, token: Token) -> bool:
        ordinal = self._after_mark and token.text.isdigit() and len(token.text) <= _ORDINAL_DIGITS
        return ordinal or (token.value is None and self._language.is_shortened(token.text))

    def _conditions(self, tokens: Sequence[Token], text: str) -> None:
        """Tell conditions and sources from pronouns and prepositions written like them, by where they stand."""
        small, likened = self._leading | self._words.ties, self._words.special["likened"]  # A pronoun: before its verb.
        for at in [at for at, token in enumerate(tokens) if token.folded in self._words.opening_conditions]:
            token, following = tokens[at], tokens[at + 1 : at + 2]
            if text[max(0, token.start - 1)] == "-" or [1 for one in tokens[:at][-5:] if one.folded in likened]:
                continue  # "Recusou-se": a pronoun; "even lang als".
            opens = not token.before or self._is_if(tokens[at - 1], following)
            opens = opens or any(other.folded in small or wording.NOT in other.signs for other in following)
            token.signs = token.signs | {wording.COND} if opens else token.signs

    def _is_if(self, before: Token, following: Sequence[Token]) -> bool:
        """Whether a verb of what may come stands behind "if", and before it no verb that governs one: "se chover"."""
        verbs = (*self._words.infinitives, *self._words.special["supposing"])
        tied = before.folded in self._words.ties or any(sign.startswith(wording.GOVERNS) for sign in before.signs)
        return before.content and not tied and bool([1 for one in following if one.plain.endswith(verbs)])


@lru_cache(maxsize=32)
def tokenizer_of(code: str) -> Tokenizer:
    """The tokenizer of a language; it remembers the words it has met."""
    return Tokenizer(languages.of(code), wording_of(code))
