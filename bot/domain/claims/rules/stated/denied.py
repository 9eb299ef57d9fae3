"""What somebody denies or doubts, in the place of which a claim puts what only stands inside it.

"Denied knowing about the leaking roof": not "denied that the roof was leaking".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, places_in

OTHER_DENIED = "has somebody deny another thing"
_DENIES = f"{GOVERNS}deny"
_HELPING = {IS, WAS, PASSIVE}
# How many words before a verb its own denial stands, and behind a helping verb its participle.
_BEFORE, _HELPED = 3, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denies_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what somebody denies or doubts in a claim, "" for nothing."""
    doubting, tokens = grammar.words.special["doubting"], aligned.told.tokens
    found = next(
        (pair for pair in aligned.pairs if _DENIES in tokens[pair[1]].signs or tokens[pair[1]].folded in doubting), None
    )
    if found is None or not (_DENIES in found[0].signs or found[0].folded in doubting):
        return ""
    mine, denial = found
    near = tokens[max(0, denial - _BEFORE) : denial]
    if grammar.is_thing(tokens, denial) or any(NOT in one.signs for one in near if one.clause == tokens[denial].clause):
        return ""
    rest = [one for one in claim.tokens if one.start > mine.start]
    if rest and (rest[-1].clause > mine.clause or any(one.signs & _HELPING for one in rest)):
        return _other_than(rest, aligned, denial, grammar)
    return ""


# Complexity: what is denied may be another deed, its cause, or what somebody is said to be in passing.
def _other_than(rest: Sequence[Token], aligned: Aligned, denial: int, grammar: Grammar) -> str:
    """What a claim leaves out or puts in the place of what is denied, "" where it does neither."""
    tokens = aligned.told.tokens
    home = _home(aligned, denial, grammar)
    taken = [at for at in aligned.matched if at > denial and is_plain(tokens[at])]
    joins = grammar.words.joins | grammar.words.joining
    if not home or not taken or any(one.folded in joins for one in tokens[denial : max(taken)]):
        return ""
    head = _head(tokens, home, grammar, completes=tokens[home[0]].clause > tokens[denial].clause)
    if head >= 0 and not _has(rest, tokens, head, aligned):
        return f"{OTHER_DENIED}: {tokens[head].text}"
    for at in home:
        why = CAUSE in tokens[at].signs and not any({CAUSE, AGENT} & one.signs for one in rest)
        behind = next((one for one in home if one > at and tokens[one].content), at)
        if why and behind > at and behind not in aligned.matched:
            return f"{OTHER_DENIED}: {tokens[behind].text}"
    if grammar.words.free_order and _is_aside(aligned, taken, home):
        return f"{OTHER_DENIED}: {tokens[taken[-1]].text}"
    return ""


def _home(aligned: Aligned, denial: int, grammar: Grammar) -> list[int]:
    """The places of what is denied: the clause that completes the verb, or what stands behind this."""
    told, tokens = aligned.told, aligned.told.tokens
    clause = tokens[denial].clause
    behind = [at for at in places_in(tokens, clause) if at > denial]
    later = places_in(tokens, clause + 1)
    ordered = bool(behind) and bool(tokens[behind[-1]].signs & {BEFORE, AFTER})  # "Avant | que".
    complete = bool(later) and told.clauses.openers[clause + 1] in grammar.complements and not ordered
    if complete or not any(tokens[at].content for at in behind):
        return later
    return behind


# Complexity: the verb of a clause stands first, behind who does it, behind what helps it, or last.
def _head(tokens: Sequence[Token], home: Sequence[int], grammar: Grammar, *, completes: bool) -> int:
    """Where the verb of what is denied stands, -1 where none is plain; `completes` is whether a clause tells it."""
    said = [at for at in home if tokens[at].content and not tokens[at].dated and not _is_adverb(tokens[at], grammar)]
    if not said:
        return -1
    if grammar.brackets:
        marks = grammar.perfects | grammar.words.infinitive_marks | grammar.perfect_infinitives | grammar.words.copulas
        free = [at for at in home if not tokens[at].signs & _HELPING and tokens[at].folded not in marks]
        return free[-1] if free and tokens[free[-1]].text[0].islower() and is_plain(tokens[free[-1]]) else -1
    first = said[0]
    if grammar.words.free_order:
        return next((at for at in said if tokens[at].mood in FINITE), -1)
    helping = grammar.perfects | grammar.perfect_infinitives
    helps = next((at for at in home if tokens[at].signs & _HELPING or tokens[at].folded in helping), len(tokens))
    named = grammar.is_named(tokens[first]) or not is_plain(tokens[first])
    if not named and (helps < first or _is_verb(tokens[first], grammar)):
        return first
    if not completes:
        return -1
    behind = [at for at in home if helps < at <= helps + _HELPED and not tokens[at].signs & _HELPING]
    behind = [at for at in behind if tokens[at].content or tokens[at].signs]
    return behind[0] if named and behind and is_plain(tokens[behind[0]]) else -1


def _is_verb(token: Token, grammar: Grammar) -> bool:
    endings = (*grammar.words.gerunds, *grammar.words.infinitives)
    return grammar.is_participle(token) or bool(token.mood) or token.plain.endswith(endings or "\0")


def _is_adverb(token: Token, grammar: Grammar) -> bool:
    return token.folded.endswith(tuple(grammar.words.special["adverb_ends"]) or "\0") and not grammar.words.free_order


def _has(rest: Sequence[Token], tokens: Sequence[Token], at: int, aligned: Aligned) -> bool:
    """Whether a claim has a verb of what is denied, or the noun behind one that only helps: "ter tido conhecimento"."""
    head = tokens[at]
    if at in aligned.matched or any(one.stem == head.stem or one.keys & head.keys for one in rest):
        return True
    behind = tokens[at + 1] if at + 1 < len(tokens) else head
    return behind.content and behind.clause == head.clause and at + 1 in aligned.matched


def _is_aside(aligned: Aligned, taken: Sequence[int], home: Sequence[int]) -> bool:
    """Whether the last word that is taken opens an aside behind what is denied: "the letter, sold here, ..."."""
    tokens, clauses = aligned.told.tokens, aligned.told.clauses
    clause = tokens[home[0]].clause + 1
    if clause + 1 >= len(clauses.openers) or clauses.marks[clause : clause + 2] != [",", ","]:
        return False
    opening = next((at for at in places_in(tokens, clause)), -1)
    own = [at for at in taken if tokens[at].clause not in {clause, tokens[home[0]].clause}]
    return opening in taken and tokens[opening].content and not own
