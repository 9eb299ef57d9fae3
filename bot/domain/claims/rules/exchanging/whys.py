"""Why something is done, taken from another half of a sentence: "shut because of a fault; rain fell", "of rain"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CAUSE, IS, LEADS, PASSIVE, WAS
from bot.domain.claims.rules.exchanging.spans import first_words
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, places_in
from bot.domain.claims.rules.turned.causes import TURNED_CAUSE, conceding

# How many words a phrase that tells why may have: "à la suite de".
_LONGEST = 4
_CAUSING, _BEING = {CAUSE, LEADS}, {IS, WAS, PASSIVE}
OTHER_WHY = f"{TURNED_CAUSE} of another deed"


@dataclass(frozen=True, slots=True)
class _Why:
    """Where a phrase that tells why stands, and where what it tells ends."""

    at: int
    first: int
    end: int


def other_why(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against the reason that a claim tells, "" for nothing."""
    found = _of_another(claim, aligned, grammar) or _of_spite(claim, aligned, grammar)
    return found or _turned(claim, aligned, grammar) or _unsaid(claim, aligned, grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against why something is done where the sentence tells that, and the deed, in halves apart; or ""."""
    told = aligned.told
    if not told.tokens[-1].clause:
        return ""
    starts = _halves(told.clauses, grammar)
    parted = [claim.tokens[at].clause for at in _halves(claim, grammar)] if starts else []
    for why in whys_of(claim, grammar, wide=True) if starts else ():
        reason, rest = _sides(claim, aligned, why, grammar)
        half = _half_of(claim.tokens[why.at], parted)
        rest = [pair for pair in rest if _half_of(pair[0], parted) == half]
        mine, theirs = ({sum(start <= place for start in starts) for _, place in some} for some in (reason, rest))
        if len(mine) != 1 or len(theirs) != 1 or mine == theirs or _is_time(claim.tokens, why, grammar):
            continue
        if reason[0][1] == min(aligned.matched) and grammar.is_person(reason[0][0]):
            continue  # Who opens the sentence does what either half tells: "descartada por Ruth Calvo".
        ends = (0, *starts, len(told.tokens))
        there, here = (range(*ends[place : place + 2]) for place in (mine.pop(), theirs.pop()))
        if not _is_tied(told.clauses, (there, here), grammar):
            return f"{OTHER_WHY}: {reason[0][0].text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _of_spite(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a reason that is in the sentence what did not hinder it: "despite her fear", "for fear"."""
    told = aligned.told.tokens
    spites = [told.index(token) for token in conceding(told, grammar)]
    if not spites or next(conceding(claim.tokens, grammar), None) is not None:
        return ""
    beyond = {place for at in spites for place in places_in(told, told[at].clause) if place > at}
    if grammar.nouns:  # No comma tells where it ends.
        beyond = {next((place for place in range(at, len(told)) if told[place].content), at) for at in spites}
    for why in whys_of(claim, grammar, wide=True):
        reason, rest = _sides(claim, aligned, why, grammar)
        if reason and reason[0][1] in beyond and rest and beyond.isdisjoint([place for _, place in rest]):
            return f"{OTHER_WHY}: {reason[0][0].text}"
    return ""


def _turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what is done and why that the sentence tells the other way round, or with other things.

    "Gave him goats in exchange for a field" is not "in exchange for goats, gave him a field".
    """
    mine = list(whys_of(claim, grammar))
    theirs = (
        [place for why in whys_of(aligned.told.clauses, grammar) for place in range(why.first, why.end)] if mine else []
    )
    if len(mine) != 1 or not theirs:
        return ""
    reason, rest = _sides(claim, aligned, mine[0], grammar)
    added = [token for token, place in reason if place not in theirs and is_plain(token)]
    lost = [token for token, place in rest if place in theirs]
    return f"{OTHER_WHY}: {added[0].text}" if added and lost else ""


def _unsaid(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a reason of which a sentence has no word, and tells no other by a word for it either."""
    lacked = [aligned.tokens[at] for at in aligned.missing]
    whys = list(whys_of(claim, grammar)) if lacked else []
    for why in whys:
        inside = {id(token) for token in claim.tokens[why.first : why.end]}
        missing = [token for token in lacked if id(token) in inside]
        said = any(id(token) in inside for token, _ in aligned.pairs)
        if missing and not said and not _hints(aligned.told.clauses, grammar):
            return f"adds a cause: {missing[0].text}"
    return ""


def _hints(told: Clauses, grammar: Grammar) -> bool:
    """Whether a sentence tells of something as why by a word for that alone: "because of this", "so"."""
    tokens, special = told.tokens, grammar.words.special
    tied = special["results"] | special["therefore"] | special["reason"]
    if any(token.signs & _CAUSING or _size(tokens, at, tied) for at, token in enumerate(tokens)):
        return True
    return any(not _tells(tokens, why, range(len(tokens))) for why in whys_of(told, grammar))


def _is_time(tokens: Sequence[Token], why: _Why, grammar: Grammar) -> bool:
    """Whether a phrase tells how long or when: "for ten years"."""
    said = [token for token in tokens[why.first : why.end] if token.content and token.value is None]
    return all(token.dated or token.folded in grammar.words.durations for token in said)


def _half_of(token: Token, parted: Sequence[int]) -> int:
    """How many of a claim's halves, told by the clauses that begin them, stand before a word's own."""
    return sum(clause <= token.clause for clause in parted)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _sides(
    claim: Clauses, aligned: Aligned, why: _Why, grammar: Grammar
) -> tuple[list[tuple[Token, int]], list[tuple[Token, int]]]:
    """What a claim has as the reason, and what else it tells but for who does it and when."""
    inside = {id(token) for token in claim.tokens[why.first : why.end]}
    leading = {id(token) for token in claim.tokens[why.at : why.first]}
    reason = [pair for pair in aligned.pairs if id(pair[0]) in inside and not pair[0].dated]
    reason = reason or _same(claim.tokens[why.first : why.end], aligned.told.tokens)
    rest = [pair for pair in aligned.pairs if id(pair[0]) not in inside | leading]
    plain = [(token, at) for token, at in rest if is_plain(token) and not token.dated and not grammar.is_role(token)]
    own = {aligned.told.tokens[place].clause for token, place in plain[1:]}
    doing = len(plain) > 1 and aligned.told.tokens[plain[0][1]].clause not in own
    return reason, plain[1:] if doing else plain


def _same(tokens: Sequence[Token], told: Sequence[Token]) -> list[tuple[Token, int]]:
    """The words of a reason that are no more than the phrase that opens it, with where the sentence has them."""
    said = {one.stem: one for one in tokens}
    return [(said[one.stem], at) for at, one in enumerate(told) if one.content and one.stem in said]


def _halves(clauses: Clauses, grammar: Grammar) -> list[int]:
    """Where the halves begin that stand behind a semicolon or a word that sets them against the first: "while"."""
    tokens = clauses.tokens
    found = list[int]()
    for at in range(1, len(tokens)):
        if tokens[at].clause == tokens[at - 1].clause:
            continue
        if clauses.marks[tokens[at].clause] == ";" or _is_set_against(tokens, at, grammar):
            found.append(at)
    return found


def _is_set_against(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word, or it and the next one, sets a clause that has its own verb against the one before."""
    words = grammar.words.special["contrast_openers"]
    pair = "-".join([token.folded for token in tokens[at : at + 2]])
    if tokens[at].folded not in words and pair not in words:
        return False
    inside = [token for token in tokens[at:] if token.clause == tokens[at].clause]
    helping = grammar.perfects - grammar.definite | grammar.words.copulas
    verb = any(one.mood in FINITE or one.folded in helping or one.signs & _BEING for one in inside)
    return verb and len(inside) > _LONGEST


# Complexity: the conditions of one reading, each a cheap way out before the next.
def whys_of(clauses: Clauses, grammar: Grammar, *, wide: bool = False) -> Iterator[_Why]:
    """The phrases that tell why, with what they govern: in front up to a comma, or the noun where none follows.

    `wide` is whether words count that tell where from, by whom or for whom besides: "aus Liebe", else before a deed.
    """
    tokens, special = clauses.tokens, grammar.words.special
    whys, others = special["whys"], special["bare_whys"] | grammar.words.motives
    therefore = special["results"] | special["therefore"]
    firsts, last = first_words(whys, others), 0
    for at in [at for at, token in enumerate(tokens) if token.folded in firsts]:
        size = _size(tokens, at, whys) if at >= last else 0
        if not size and at >= last and (wide or _leads_deed(tokens, at, grammar)):
            size = _size(tokens, at, others)
        if not size or tokens[at].before in grammar.definite or _size(tokens, at, therefore) >= size:
            # "La faute de la clinique", "por isso".
            continue
        first = last = at + size
        end = next((place for place in range(first + 1, len(tokens)) if _ends(clauses, place)), len(tokens))
        if not at and end == len(tokens):
            end = _phrase_end(tokens, first, grammar)
        yield _Why(at, first, end)


def _leads_deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an infinitive stands behind a word, no more than a small word between: "pour la vendre"."""
    behind = [token for token in tokens[at + 1 : at + 3] if token.clause == tokens[at].clause]
    said = next((token for token in behind if token.content), None)
    led = said is not None and said.before in grammar.definite and said.before not in grammar.words.clitics
    return said is not None and not led and said.plain.endswith(grammar.words.infinitives or ("\0",))


def _phrase_end(tokens: Sequence[Token], first: int, grammar: Grammar) -> int:
    """Where an opening phrase ends that no comma parts from the rest: at the verb, else behind its noun."""
    said = (at for at in range(first, len(tokens)) if tokens[at].content and tokens[at].value is None)
    noun = next(said, len(tokens) - 1)
    if not grammar.nouns:
        return noun + 1
    noun = next((at for at in range(first, len(tokens)) if _is_capital(tokens[at])), noun)
    verbs = grammar.perfects | grammar.words.copulas
    behind = range(noun + 1, len(tokens))
    ended = (at for at in behind if tokens[at].folded in verbs or (tokens[at].content and not _is_capital(tokens[at])))
    return next(ended, noun + 1)


def _is_capital(token: Token) -> bool:
    return token.content and token.text[0].isupper()


def _ends(clauses: Clauses, at: int) -> bool:
    clause = clauses.tokens[at].clause
    return clause != clauses.tokens[at - 1].clause and clauses.marks[clause] in {",", ";"}


def _size(tokens: Sequence[Token], at: int, whys: frozenset[str]) -> int:
    """How many words at a place tell why, 0 for none."""
    words = [token.folded for token in tokens[at : at + _LONGEST]]
    return next((size for size in range(len(words), 0, -1) if "-".join(words[:size]) in whys), 0)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_tied(clauses: Clauses, halves: tuple[range, range], grammar: Grammar) -> bool:
    """Whether the later of two halves, of which the first has the reason, may tell that the one is why of the other."""
    reason, deed = halves
    later = max(halves, key=lambda half: half.start)
    tokens = clauses.tokens
    words = grammar.words.special
    whys = [why for why in whys_of(clauses, grammar) if why.at in later]
    if later is deed and any(not _tells(tokens, why, later) for why in whys):
        return True  # "Because of that".
    if later is reason and [1 for why in whys_of(clauses, grammar) if why.at in deed and _tells(tokens, why, deed)]:
        return False
    tied = words["results"] | words["therefore"] | words["reason"]
    leading = {place for why in whys for place in range(why.at, why.first)}
    signs = [at for at in later if tokens[at].signs & _CAUSING and at not in leading]
    if later is reason:
        signs += leading
    return bool(signs) or any(_size(tokens, at, tied) for at in later if at not in leading)


def _tells(tokens: Sequence[Token], why: _Why, half: range) -> bool:
    """Whether what a phrase that tells why governs says something by itself."""
    return any(tokens[at].content for at in range(why.first, min(why.end, half.stop)))
