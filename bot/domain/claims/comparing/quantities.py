"""Numbers that another number may be said for: rounded, bounded, a share, a difference.

rounded     "nearly 100,000" for 95,000
bounded     "more than 5,000" for 5,200, "less than 100" for 90; never on the other side
share       "a third" for 33 %, "almost a third" for 31 %, "most" for 60 %, "more than half" for 70 of 120
difference  "155 million more" for "from 310 to 465 million"
vague       "thousands" for 4,200
written     "£19m" for "19 million pounds", "12km" for "12 kilometres", by a language's file `written.toml`

    signs = "£:pounds $:dollars"  # signs for money, each with its word
    short = "m:million"           # letters for a million beside such a sign, each with its word
    always = "bn:billion"         # those that stand for nothing else, also without a sign
    units = "km:kilometres"       # letters for a unit behind a number, each with its words, "-" between them
    clock = "Uhr pm"              # what stands behind a time of day with a point: "19.30 Uhr" for "19:30 Uhr"
    hours = "h heures"            # what parts the hour from the minutes: "19h30" for "19:30"
    at = "alle ore"               # words before a time of day with a point: "alle 19.30" for "alle 19:30"
    months = "January February"   # the twelve in their order: "12/03/2027" for "12 March 2027"
    month_first = "/"             # a mark in days of which the month may stand before the day
    month_tie = "de"              # what stands before a month and its year in full: "12 de março de 2027"
    nth = ".º -й"                 # what makes an ordinal of the number it stands right behind: "3.º"
    ordinals = "third:3"          # ordinals in words, each with its number: "3rd"
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from bot.domain.claims.comparing.support import NUMBER, plain, plain_number
from bot.domain.claims.comparing.tokens import Shape, Token, Told, Trait
from bot.domain.claims.comparing.wording import ALMOST, CEILING, FLOOR, Wording
from bot.domain.language import languages

# How far a rounded number may lie from the one it stands for, and the least that is rounded.
_ROUNDING, _LEAST_ROUNDED = 0.15, 10
_TEN, _FIVE = 10, 5
# How many times a bound the number may be that it is said of, and how many points a share lies beyond it.
_BEYOND, _POINTS = 1.5, 10
# The same of a hundred, a thousand and so on: nobody says "more than nineteen hundred".
_PLAINLY_BEYOND = 2
# How many points a share may lie from the percentage it stands for, how many a rounded one, and a rounded half.
_EXACT, _ROUNDED, _ROUNDED_HALF = 0.5, 4, 6
# How often a vague number holds its unit: "thousands" are 1,500 to 100,000.
_SOME, _MANY = 1.5, 100
_HALF, _MOST, _WHOLE = 50, 90, 100
# The most that "two in five" is told of, and how many words may stand in it between the two.
_SMALL, _RATIO_WORDS = 10, 3
_MILLION, _THOUSAND = 1_000_000, 1000
_YEARS = frozenset(range(1800, 2100))
# How many words behind a number of a part the number of the whole may stand: "of the company's 710 drivers".
_OWNED_WORDS = 5
_PAIR = 2
_NOTHING: frozenset[str] = frozenset()
_LANGUAGES, _NUMBERS = 32, 1024
_LAST_DAY = 31  # of a month
_SLASH = "/"
_DAY = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d)"
_DAY_PARTS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_WITH_ENDING = re.compile(r"(\d{1,3})[^\W\d_]{1,3}")
# Signs and letters with words for them.
_KEYS = ("signs", "always", "short", "units")


class Written:
    """A language's ways to write amounts of money, millions and units with signs and letters, times, days, ordinals."""

    def __init__(self, code: str, magnitudes: Mapping[str, float], stem: Callable[[str], str]) -> None:
        """`magnitudes` are the language's words for thousands and millions, `stem` tells a plain word's stem."""
        self._words = words = _signs_of(code)
        self._for_signs = {sign: word for key in _KEYS for sign, word in words.get(key, {}).items()}
        self._months, self._is_month_first = tuple(words.get("months", {})), bool(words.get("month_first"))
        signs, always, units, clock, hours, nth = (
            _any_of(words.get(key, {})) for key in ("signs", "always", "units", "clock", "hours", "nth")
        )
        short = _any_of({**words.get("short", {}), **words.get("always", {})})
        number, large = f"(?:{NUMBER.pattern})", _any_of(dict.fromkeys(magnitudes, ""))
        millions = rf"(?:\s?{short}(?!\w)\.?|\s(?i:{large})(?!\w))?"
        at = "|".join([rf"(?<={word}\s)" for word in words.get("at", {})]) or "(?!)"
        behind = rf"\d{{1,2}}\.\d\d\s?{clock}(?!\w)|\d{{1,2}}\s?{hours}\s?[0-5]\d(?!\w)"
        time = rf"(?:{at})\d{{1,2}}\.[0-5]\d(?!\.?\w|\s?%)|{behind}|{_DAY}|\d{{1,3}}{nth}(?!\w)"
        behind = rf"{number}\s?(?:{always}(?!\w)\.?|{units}(?![\w'’-]))"  # "15 l'ont refusé": no litres.
        #: What it begins with, for a set of characters in a pattern: a digit or a sign's first letter.
        self.first = rf"\d{''.join(sorted({re.escape(sign[0]) for sign in words.get('signs', {})}))}"
        ahead = f"(?=[{self.first}])"  # Most words begin with neither: told once, not by each way to write an amount.
        #: Finds what is written so: the pattern of a group that matches nothing where a language has no signs.
        self.pattern = rf"{ahead}(?:{time}|{signs}\s?{number}{millions}|{number}{millions}\s?{signs}(?!\w)|{behind})"
        self._time = re.compile(rf"(\d{{1,2}})(?:\.|\s?{hours}\s?)(\d\d)(?:\s?({clock}))?")
        self._part = re.compile(rf"(?P<number>{number})|(?P<written>{signs}|{short}(?!\w)|{units}(?!\w)|[^\W\d_]+)")
        self._nth = re.compile(rf"(\d{{1,3}}){nth}")
        self._ordinals = {stem(plain(word)): f"#{at}" for word, at in words.get("ordinals", {}).items()}

    def parts(self, written: str) -> list[tuple[str, int]]:
        """The number, what it is multiplied by and what it counts, as words, each with an offset in `written`.

        What a sign before the number counts stands at the end.
        """
        words = self._for_signs
        time, day = self._time.fullmatch(written), _DAY_PARTS.fullmatch(written)
        if time is not None:
            unit = time[3] or ""
            told = [(words.get(unit, "") or unit, time.start(3))] if unit else []
            return [(time[1], 0), (time[2], time.start(2)), *told]
        if day is not None:
            return self._day(day)
        if self._nth.fullmatch(written):
            return [(written, 0)]
        found = list(self._part.finditer(written))
        at = next(at for at, match in enumerate(found) if match.lastgroup == "number")
        behind = [(word, one.start()) for one in found[at:] for word in words.get(one[0], one[0]).split("-")]
        return [*behind, *((words.get(one[0], one[0]), len(written) - 1) for one in found[:at])]

    def _day(self, match: re.Match[str]) -> list[tuple[str, int]]:
        """A day's number, month and year; three numbers where none of two can be told for the month."""
        first, second, third = (int(part) for part in match.groups())
        if first > _LAST_DAY:
            day, month, year = 3, 2, 1
        else:
            turned = self._is_month_first and _SLASH in match[0] and second > len(self._months) >= first
            day, month, year = (2, 1, 3) if turned else (1, 2, 3)
        either = self._is_month_first and _SLASH in match[0] and max(first, second) <= len(self._months)
        at = {1: first, 2: second, 3: third}[month]
        name = self._months[at - 1] if 0 < at <= len(self._months) and (not either or first == second) else match[month]
        told = [(match[day], match.start(day)), (name, match.start(month)), (match[year], match.start(year))]
        tie = next(iter(self._words.get("month_tie", {})), "")
        return [told[0], (tie, told[1][1]), told[1], (tie, told[2][1]), told[2]] if tie else told

    def ordinal_of(self, bare: str, stem: str) -> str:
        """The key of an ordinal in words, or of a number with an ending, "" for any other word: "third", "3rd"."""
        written = _WITH_ENDING.fullmatch(bare)
        return f"#{int(written[1])}" if written is not None else self._ordinals.get(stem, "")


def _any_of(words: Mapping[str, str]) -> str:
    """A pattern for any of some words, the longest first; one that matches nothing for none."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})" if words else "(?!)"


@lru_cache(maxsize=_LANGUAGES)
def _signs_of(code: str) -> dict[str, dict[str, str]]:
    path = languages.DATA / code / "written.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")) if code and path.is_file() else {}
    pairs = {key: [pair.partition(":") for pair in written.split()] for key, written in table.items()}
    return {key: {sign: word for sign, _, word in found} for key, found in pairs.items()}


@lru_cache(maxsize=_LANGUAGES)
def currencies(code: str) -> frozenset[str]:
    """A language's words for kinds of money, in lower case."""
    return frozenset([word.lower() for word in _signs_of(code).get("signs", {}).values()])


def money_signs(code: str) -> frozenset[str]:
    """A language's signs for kinds of money."""
    return frozenset(_signs_of(code).get("signs", {}))


@lru_cache(maxsize=_NUMBERS)
def number_shape(written: str) -> tuple[Shape, int]:
    """What a number in digits is, and what it may do."""
    value = float(plain_number(written))
    return _of_figures(written, f"={value:g}", value), Trait.COUNTS


def name_shape(written: str) -> tuple[Shape, int]:
    """What a number is that is a name, and what it may do: "№ 3"."""
    return _of_figures(written, f"№{written}", None), 0


def ordinal_shape(written: str) -> tuple[Shape, int]:
    """What a number with an ordinal's ending is, and what it may do: "21-й"."""
    figures = "".join(filter(str.isdigit, written))
    shape = _of_figures(written, f"#{int(figures)}", float(figures))
    return (*shape[:3], shape[3] | {f"={float(figures):g}"}, *shape[4:]), Trait.COUNTS


def _of_figures(written: str, key: str, value: float | None) -> Shape:
    keys = frozenset({key})
    return written, written, written, keys, _NOTHING, True, value, False, "", _NOTHING, _NOTHING, "", False, False


def said_for(token: Token, told: Told, words: Wording) -> list[int]:
    """Positions of numbers in a sentence that a token of a claim may stand for."""
    vague = words.vague.get(token.plain)
    if vague:
        return _vague(vague, told)
    if token.share is not None:
        return _of_share(token, told, words)
    if token.folded in words.majority or token.stem in words.majority:
        shares = [at for at, other in enumerate(told.tokens) if other.share is not None and other.share > _HALF]
        return shares or [part for part, share in _parts(told, words) if _HALF < share < _WHOLE]
    if token.value is None:
        return []
    return _rounded(token, told, words) or _bounded(token, told) or _difference(token.value, told.tokens, words)


def _rounded(token: Token, told: Told, words: Wording) -> list[int]:
    value = token.value or 0
    if not token.rounded or value < _LEAST_ROUNDED:
        return []
    counted = [(at, other) for at, other in enumerate(told.tokens) if other.value is not None]
    near = ((at, other.value or 0) for at, other in counted if not _is_year(other, words))
    most = _rounding_of(value)
    near = ((at, other) for at, other in near if _may_round(token.bound, value, other))
    return [at for at, other in near if abs(other - value) <= min(most, _ROUNDING * max(value, other))]


def _may_round(bound: str, value: float, other: float) -> bool:
    """Whether a rounded number lies on the side of another that its word tells: "nearly 20,000" is no 20,400."""
    if bound == FLOOR:
        return value < other
    return value > other if bound in {CEILING, ALMOST} else value != other


def _rounding_of(value: float) -> float:
    """How far what a number is rounded from may lie: 1,000 of "some 13,000", 5 of "about 25"."""
    unit = 1.0
    while value >= unit * _TEN and value % (unit * _TEN) == 0:
        unit *= _TEN
    return unit * _FIVE if value % (unit * _FIVE) == 0 else unit


def _is_year(token: Token, words: Wording) -> bool:
    """Whether a number behind a preposition may be a year, which is near no other number: "in 2010"."""
    return token.value in _YEARS and token.text.isdigit() and token.before in words.ties


def _bounded(token: Token, told: Told) -> list[int]:
    value = token.value or 0
    years = token.text.isdigit() and value in _YEARS  # "Beyond the year 2000", "most of any 2016 candidate".
    given = [(at, other.value) for at, other in enumerate(told.tokens) if other.value is not None]
    numbers = [(at, other) for at, other in given if not (years and other in _YEARS)]
    if token.bound == FLOOR:
        most = _PLAINLY_BEYOND if _is_power_of_ten(value) else _BEYOND
        return [at for at, other in numbers if value < other <= value * most]
    if token.bound == CEILING:
        return [at for at, other in numbers if value > other >= value / _BEYOND]
    return []


def _is_power_of_ten(value: float) -> bool:
    """Whether a number is a hundred, a thousand and so on, in words or figures."""
    while value >= _TEN * _TEN and value % _TEN == 0:
        value /= _TEN
    return value == _TEN


def _of_share(token: Token, told: Told, words: Wording) -> list[int]:
    """Positions of numbers that a percentage or a fraction may stand for."""
    return _shares(token, told) or _part(token, told, words) or _bare(token, told.tokens)


def _shares(token: Token, told: Told) -> list[int]:
    shares = [(at, other.share) for at, other in enumerate(told.tokens) if other.share is not None]
    return [at for at, share in shares if is_share(token, share)]


def is_share(token: Token, share: float) -> bool:
    """Whether a share that a claim tells, exactly, nearly or as a bound, may stand for another."""
    mine = token.share or 0
    if token.bound == FLOOR:
        return mine < share <= (_MOST if mine == _HALF else mine + _POINTS)
    if token.bound == CEILING:
        return mine - _POINTS <= share < mine
    if token.bound == ALMOST and share > mine:
        return False
    rounded = _ROUNDED_HALF if mine == _HALF else _ROUNDED
    return abs(mine - share) <= (rounded if token.rounded else _EXACT)


def _bare(token: Token, tokens: Sequence[Token]) -> list[int]:
    """The same number without what it counts, told before: "asked for six per cent, the firm offered four"."""
    same = [at for at, other in enumerate(tokens) if other.share is None and other.value == token.value is not None]
    return [at for at in same if all(other.clause != tokens[at].clause for other in tokens[at + 1 : at + 2])]


def _part(token: Token, told: Told, words: Wording) -> list[int]:
    """A share of what is counted: "more than half" of "of 120 traders 70"."""
    return [part for part, share in _parts(told, words) if share < _WHOLE and is_share(token, share)][:1]


def _parts(told: Told, words: Wording) -> Iterator[tuple[int, float]]:
    """Where numbers of a part of what is counted stand, with its share in a hundred: "70 of its 120 traders"."""
    for part, whole in parts_of(told.tokens, words):
        yield part, _WHOLE * (told.tokens[part].value or 0) / (told.tokens[whole].value or 1)


def parts_of(tokens: Sequence[Token], words: Wording) -> Iterator[tuple[int, int]]:
    """Where numbers of a part of what is counted stand, with where its own number does."""
    counted = [at for at, other in enumerate(tokens) if _counts(other)]
    for at, other in combinations(counted, 2):
        wholes = (place for place in (at, other) if _is_whole(tokens, place, words))
        whole = next(wholes, other if _is_of(tokens, at, other, words) else None)
        if whole is None or tokens[at].clause > tokens[other].clause + 1:
            continue
        yield other if whole == at else at, whole


def _is_whole(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a number is of what something is a part: "davon 70", "of the 140 workers" at a clause's beginning."""
    if tokens[at].before in words.partitives:
        return True
    opens = at > 1 and tokens[at - 2].clause == tokens[at].clause and not tokens[at - 2].before
    return opens and not tokens[at - 1].content and tokens[at - 2].folded in words.partitives


def _is_of(tokens: Sequence[Token], at: int, other: int, words: Wording) -> bool:
    """Whether a number is told of another behind it: "640 of the company's 710 drivers"."""
    if tokens[at].clause != tokens[other].clause or any(map(_counts, tokens[at + 1 : other])):
        return False
    behind = tokens[at + 1].folded in words.partitives and other - at <= _OWNED_WORDS
    return behind or is_ratio(tokens, at, other, words)


def is_ratio(tokens: Sequence[Token], at: int, other: int, words: Wording) -> bool:
    """Whether small numbers stand together as a part and its whole: "three in four", "two out of every five"."""
    whole, between = tokens[other], tokens[at + 1 : other]
    small = 0 < (tokens[at].value or 0) < (whole.value or 0) <= _SMALL
    between = [token for token in between if token.folded not in words.ratios]  # "De cada", "of every".
    timed = whole.dated or whole.after in words.durations or any(token.content for token in between)
    tied = any(token.folded in words.ties for token in (*between[:1], *between[-1:]))
    return small and len(between) <= _RATIO_WORDS and not timed and tied


def _difference(value: float, tokens: Sequence[Token], words: Wording) -> list[int]:
    """The second of two numbers between which something changes, where they are so far apart."""
    counted = [at for at, other in enumerate(tokens) if _counts(other)]
    for one, other in combinations(counted, 2):
        first, last = tokens[one].value or 0, tokens[other].value or 0
        parted = tokens[one].before in words.ties and tokens[other].before in words.ties
        if parted and tokens[one].clause == tokens[other].clause and abs(scaled(first, last) - last) == value:
            return [other]
    return []


def _counts(token: Token) -> bool:
    return token.value is not None and not (token.text.isdigit() and token.value in _YEARS)


def scaled(first: float, last: float) -> float:
    """The first of two numbers in the unit of the last: "from 310 to 465 million"."""
    if first >= _THOUSAND or last < _MILLION:
        return first
    unit = _MILLION if last < _MILLION * _THOUSAND else _MILLION * _THOUSAND
    return first * unit


def _vague(base: float, told: Told) -> list[int]:
    """Numbers that "thousands" may stand for: some of them, and not as many as the next word would be for."""
    numbers = ((at, other.value) for at, other in enumerate(told.tokens) if other.value is not None)
    return [at for at, value in numbers if base * _SOME <= value < base * _MANY]


def names_two(tokens: Sequence[Token], at: int, joining: frozenset[str]) -> bool:
    """Whether a noun stands right before the names of just two that it is for: "the islands of Hensay and Ronna"."""
    named: list[list[Token]] = [[]]
    for token in tokens[at + 1 :]:
        if token.clause == tokens[at].clause and token.folded in joining:
            named.append([])
        elif token.clause == tokens[at].clause and token.content and token.text[0].isupper():
            named[-1].append(token)
        elif token.content or named[-1] or token.clause != tokens[at].clause:
            break
    close = joining | {tokens[at].folded}  # A noun with a capital may be no name, where one stands before it.
    return len(named) == _PAIR and all(one and (one[0].entities or one[0].before in close) for one in named)
