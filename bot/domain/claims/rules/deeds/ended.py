"""What a sentence tells as over, by the time until which it was so, or as an aim: "he led the firm until 2019"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import BEFORE, FORMER, IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time, is_year, places_in

_TIME_WORDS = 3
_QUOTES = frozenset('"“”„«»')
# The fewest letters of a stem by which two forms of a verb are known.
_STEM = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def still(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells in the present, without its end, what a sentence tells as over; "" where it does not."""
    tokens = aligned.told.tokens
    ended = {clause for clause in aligned.used if is_over(tokens, clause, grammar, aligned.matched)}
    past = {token.clause for token in claim.tokens if _is_past(token, grammar)} if ended else {0}
    if past.issuperset(token.clause for token in aligned.tokens):
        return ""
    now = any(IS in token.signs for token in claim.tokens)
    pairs = [(token, tokens[place]) for token, place in aligned.pairs if tokens[place].clause in ended]
    pairs = [pair for pair in pairs if pair[0].clause not in past]
    told = (token for token, other in pairs if is_plain(token) and (now or _is_now(token, other, grammar)))
    found = next(told, None) or (_joined_later(aligned, ended, grammar) if pairs[1:] else None)
    return "" if found is None else f"says that something still is: {found.text}"


def _joined_later(aligned: Aligned, ended: set[int], grammar: Grammar) -> Token | None:
    """What a claim joins of what was until a time to what is since then: "it belonged to X, since then to the town"."""
    tokens, later = aligned.told.tokens, grammar.words.special["since_then"]
    since = {token.clause for token in tokens if token.folded in later} - ended
    deeds = [token for token, place in aligned.pairs if tokens[place].clause in since and is_plain(token)]
    return deeds[0] if deeds and later.isdisjoint(token.folded for token in aligned.tokens) else None


# Complexity: a day that is not now is asked for where a claim tells of now alone.
def moved_to_now(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells of now what a clause tells of the past, or of before something, and has no "now" for."""
    tokens, now = aligned.told.tokens, grammar.words.now
    if not [token for token in claim.tokens if token.folded in now]:
        return ""
    told = {token.clause for token in tokens if token.folded in now}
    day = next((token for token in tokens if token.folded in grammar.words.seasons), None)
    if day is not None and not told and day.clause in aligned.used:
        return f"says when otherwise: {day.text}"  # "Yesterday", told as today.
    before = _told_of_before(tokens) - told
    for token, place in aligned.pairs:
        other = tokens[place]
        past = other.mood == "past" and token.mood != "past" and other.clause not in told
        if (past or other.clause in before) and is_plain(token) and token.folded != other.folded:
            return f"says that something still is: {token.text}"
    return ""


def _told_of_before(tokens: Sequence[Token]) -> set[int]:
    """The clauses that open with what they were before, and those behind: "before the storm, each caught ten"."""
    opening = {token.clause for token in tokens if BEFORE in token.signs and not token.before}
    return opening | {clause + 1 for clause in opening}


def aimed_at(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells as done what a sentence opens with as its aim: "to avoid a jam, the city will"."""
    tokens, aims = aligned.told.tokens, grammar.words.opening_sources | grammar.words.infinitive_marks
    if not aims or not tokens or tokens[0].folded not in aims:
        return ""
    deed = next((token for token, place in aligned.pairs if place == 1), None)
    if deed is None or deed.folded == tokens[1].folded or deed.before in aims or not is_plain(deed):
        return ""
    return f"tells as done what is only meant: {deed.text}"


def _is_past(token: Token, grammar: Grammar) -> bool:
    """Whether a word of a claim tells that something was, or gives its time."""
    if token.folded in grammar.perfects or token.mood == "past" or is_time(token):
        return True
    return bool(token.signs & {FORMER, WAS}) or (PASSIVE in token.signs and IS not in token.signs)


def _is_now(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a sentence's verb is past by its own ending or a helping verb, and the claim has it in another form."""
    if token.folded == other.folded:
        return False
    signs = grammar.words.signs  # A phrase: "est la propriété de", "était la propriété de".
    phrase = IS in signs.get(token.text.lower(), ()) and WAS in signs.get(other.text.lower(), ())
    return phrase or other.mood == "past" or other.before in grammar.perfects


def is_over(tokens: Sequence[Token], clause: int, grammar: Grammar, taken: frozenset[int] = frozenset()) -> bool:
    """Whether a clause tells in the past until when something was, its end being none of the places taken."""
    inside = [*places_in(tokens, clause), *_own_end(tokens, clause, grammar)]
    till = next((at for at in inside if tokens[at].folded in grammar.words.till), None)
    if till is None or not any(grammar.is_over(tokens[at]) for at in inside):
        return False
    near = [tokens[at] for at in inside if till < at <= till + _TIME_WORDS and at not in taken]
    return any(is_time(token) or token.folded in grammar.words.durations for token in near)


def _own_end(tokens: Sequence[Token], clause: int, grammar: Grammar) -> Sequence[int]:
    """Where a clause's end stands that opens one of its own: "ran it | until last year"."""
    behind = places_in(tokens, clause + 1)
    return behind if behind and tokens[behind[0]].folded in grammar.words.till else ()


def told_as_past(claim: Clauses, aligned: Aligned, token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a claim has a past for a present on a day, in a language of brackets: "stimmten", "stimmen am 4. Mai"."""
    inside = [one for one in aligned.told.tokens if one.clause == other.clause] if grammar.brackets else []
    if other.entities or not any(one.dated and one.before not in grammar.words.since for one in inside):
        return False
    if any(map(grammar.is_over, inside)) or _has_perfect(inside, grammar):
        return False
    mine = [one for one in claim.tokens if one.clause == token.clause]
    if token is mine[-1] and _has_perfect(mine, grammar):
        return grammar.is_participle(token) and _is_present_of(token, other, grammar)
    return _is_past_of(token, other, grammar)


def _has_perfect(tokens: Sequence[Token], grammar: Grammar) -> bool:
    return any(token.folded in grammar.perfects for token in tokens)


def _is_present_of(participle: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a verb has an ending of the present and its stem stands in a participle: "stimmen", "abgestimmt"."""
    if other.plain.endswith(grammar.words.finite):
        return False
    stems = (other.plain.removesuffix(ending) for ending in ("en", "t") if other.plain.endswith(ending))
    return any(len(stem) >= _STEM and stem in participle.plain for stem in stems)


def _is_past_of(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a verb has a past's ending and the other, of the same stem, one of the present's: "stimmten"."""
    stems = (token.plain.removesuffix(ending) for ending in grammar.words.finite if token.plain.endswith(ending))
    return any(other.plain in {f"{stem}en", f"{stem}n", f"{stem}t", f"{stem}et"} for stem in stems)


def of_year(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Token | None:
    """The verb of a headline without a year that tells in the present what was done in a year; None without one."""
    years = {token.clause for token in aligned.told.tokens if token.value is not None and is_year(token)}
    if not years or [token for token in claim.tokens if token.value is not None and is_year(token)]:
        return None
    for clause in _quoting(aligned.told.clauses.marks):  # A name in quotation marks parts the year from the deed.
        years |= set() if years.isdisjoint(clause) else set(clause)
    pairs = aligned.pairs
    return next((token for token, place in pairs if _is_of_year(aligned, token, place, years, grammar)), None)


def _quoting(marks: Sequence[str]) -> list[range]:
    """The clauses before, within and behind a pair of quotation marks."""
    pairs = enumerate(pairwise(marks))
    return [range(at - 1, at + 2) for at, (opening, closing) in pairs if opening in _QUOTES and closing in _QUOTES]


def _is_of_year(aligned: Aligned, token: Token, place: int, years: set[int], grammar: Grammar) -> bool:
    """Whether a headline tells in the present what was done in a year: "last went on strike in 2009"."""
    other = aligned.told.tokens[place]
    prefix = grammar.words.participle_prefix if grammar.brackets else ""
    participle = token.plain.startswith(prefix) if prefix else grammar.is_participle(token)
    if other.clause not in years or not is_plain(token) or token.mood == "past" or participle:
        return False
    named = other.text[0].isupper() if grammar.nouns else grammar.is_named(other)
    over = other.mood == "past" or (
        any("~" in key for key in token.keys & other.keys)
        and (_is_perfect(aligned.told.tokens, place, grammar) or _is_strong_past(token, other, grammar))
    )
    return over and not named and not _is_of_participle(aligned.told.tokens, place, grammar)


def _is_of_participle(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the year behind a deed is that of a participle beside a noun: "sold the firm founded in 1921"."""
    inside = [place for place in places_in(tokens, tokens[at].clause) if place > at]
    year = next((place for place in inside if tokens[place].value is not None and is_year(tokens[place])), at)
    beside = (tokens[place] for place in inside if place < year and tokens[place - 1].content and place > at + 1)
    return any(map(grammar.is_participle, beside))


def _is_perfect(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb of being or having stands right before another: "est mort", "ha muerto"."""
    helping = tokens[at - 1] if at else tokens[at]
    return helping.clause == tokens[at].clause and (helping.folded in grammar.perfects or IS in helping.signs)


def _is_strong_past(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a verb is in a past that another vowel tells, where a claim has its present: "starben", "sterben"."""
    present = grammar.words.present_endings
    if not present or other.plain.endswith(present) or grammar.is_past_participle(other):
        return False
    return _root(token, grammar) != _root(other, grammar)


def _root(token: Token, grammar: Grammar) -> str:
    """A verb without the ending of its present or its infinitive."""
    return next(
        (token.plain.removesuffix(end) for end in grammar.words.participles if token.plain.endswith(end)), token.plain
    )
