"""Which of two deeds is the later one: "first asked for it and later rejected it", not the other way round.

"He left after it had failed" is "it failed before he left", and no other order.
A day is not given to what was before or after the deed that it tells of.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.joining import SIDED, SIDES
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

_BEHIND = 4
# A word for "after" and the preposition behind it.
_AFTER_WORDS = 2
_ORDERING, _DEEDS = {BEFORE, AFTER}, 2


def turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether the later deed of a claim is the earlier of the sentence's two, which the claim has both."""
    mine = _later(claim.tokens, grammar)
    theirs = None if mine is None else _later(aligned.told.tokens, grammar)
    if mine is None or theirs is None:
        return "" if claim.headline else _doer_beyond(claim, aligned, grammar)
    place_of = {id(token): place for token, place in aligned.pairs}
    place = place_of.get(id(claim.tokens[mine]))
    before = {place_of.get(id(token)) for token in claim.tokens[:mine] if is_plain(token)}
    turned_round = place is not None and place < theirs and theirs in before
    return f"turns the order of time round: {claim.tokens[mine].text}" if turned_round else ""


def ranked(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who is ahead in the claim and behind in the sentence, or what is the basis of the other: "is based on"."""
    special = grammar.words.special
    sided = frozenset() if claim.headline else special[SIDED]
    for one, other in (SIDES[:2], SIDES[2:]) if [1 for token in claim.tokens if token.folded in sided] else ():
        if _is_turned_side(claim, aligned, (special[one], special[other]), grammar):
            return "turns round who is ahead"
    return ""


def _is_turned_side(
    claim: Clauses, aligned: Aligned, sides: tuple[frozenset[str], frozenset[str]], grammar: Grammar
) -> bool:
    """Whether what stands before and behind a word of two sides stands so in the sentence, and its word is the other's.

    Or the other way round, and the word is the same.
    """
    told = aligned.told.tokens
    mine, theirs = _only_of(claim.tokens, sides[0] | sides[1]), _only_of(told, sides[0] | sides[1])
    if not mine or not theirs:
        return False
    word = claim.tokens[mine]
    pairs = [(token, place) for token, place in aligned.pairs if token is not word and place != theirs]
    before = next((at for token, at in reversed(pairs) if token.start < word.start), theirs)
    behind = next((at for token, at in pairs if token.start > word.start), theirs)
    same = (word.folded in sides[0]) == (told[theirs].folded in sides[0])
    first, last = (behind, before) if same else (before, behind)
    return first < theirs < last and not grammar.is_tied(told, first)


def _only_of(tokens: Sequence[Token], words: frozenset[str]) -> int:
    """Where the only one of some words stands, 0 where it opens the sentence or none or several do."""
    found = [at for at, token in enumerate(tokens) if token.folded in words] if words else []
    return found[0] if len(found) == 1 else 0


def _doer_beyond(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in a claim what the sentence tells before "before" or "after", behind which it only names them.

    "She called the police before she told the mayor" tells of no call of the mayor's.
    """
    tokens, pairs = aligned.told.tokens, aligned.pairs
    ordering = [at for at, token in enumerate(tokens) if token.signs & _ORDERING and at not in aligned.matched]
    if not ordering or len(pairs) < _DEEDS or tells(claim.tokens, PASSIVE):
        return ""
    doer, here = pairs[0]
    last = max(at for _, at in pairs[1:])
    between = [at for at in ordering if last < at < here and _tells_deed(tokens[at + 1 : here])]
    may_do = between and is_plain(pairs[-1][0]) and _may_do(claim, doer, grammar)
    return f"gives to another what is done: {doer.text}" if may_do else ""


def _may_do(claim: Clauses, doer: Token, grammar: Grammar) -> bool:
    """Whether a word names somebody or tells what they are, and a claim ties it to nothing."""
    somebody = bool(doer.entities) or grammar.is_role(doer)
    return somebody and not grammar.is_tied(claim.tokens, claim.tokens.index(doer))


def _tells_deed(between: Sequence[Token]) -> bool:
    """Whether words say something beside a time or a number: not "three days after the mayor"."""
    return any(is_plain(token) and not token.dated for token in between if token.content)


def _later(tokens: Sequence[Token], grammar: Grammar) -> int | None:
    """Where the deed stands that a sentence tells as the later one, None where it tells of none or of several."""
    marked = [at for at, token in enumerate(tokens) if token.folded in grammar.words.later]
    if marked and any(token.folded in grammar.perfect_infinitives for token in tokens[marked[0] + 1 : marked[0] + 2]):
        return None  # "Après avoir été entendu": what was before.
    if len(marked) != 1:
        return None
    behind = range(marked[0] + 1, min(marked[0] + 1 + _BEHIND, len(tokens)))
    return next((at for at in behind if tokens[at].content), None)


def is_mirrored(claim: Clauses, aligned: Aligned) -> bool:
    """Whether a claim tells by one of "before" and "after" in the order that the sentence tells by the other."""
    mine, theirs = ({sign for token in one.tokens for sign in token.signs} & _ORDERING for one in (claim, aligned.told))
    return len(mine) == len(theirs) == 1 and mine != theirs and _is_swapped(claim, aligned, min(mine), min(theirs))


def _is_swapped(claim: Clauses, aligned: Aligned, sign: str, other: str) -> bool:
    """Whether what a sign governs in a claim is in the sentence what the other sign does not, and the other way."""
    mine, theirs = governed(claim, sign), governed(aligned.told.clauses, other)
    if mine is None or theirs is None:
        return False
    deeds = [(claim.tokens.index(token) in mine, at in theirs) for token, at in aligned.pairs if is_plain(token)]
    noun = is_plain(aligned.pairs[0][0]) and len(deeds) > _DEEDS  # For who does both it may stand anywhere.
    return set(deeds[noun:]) == {(True, False), (False, True)}


def governed(clauses: Clauses, sign: str) -> range | None:
    """Where the words stand that the only word with a sign governs, in front up to a comma; None where all would."""
    tokens, marks = clauses.tokens, clauses.marks
    found = [at for at, token in enumerate(tokens) if sign in token.signs]
    if len(found) != 1:
        return None
    if found[0]:
        return range(found[0], len(tokens))
    end = next((clause for clause, mark in enumerate(marks) if clause and mark == ","), None)
    return None if end is None else range(len([token for token in tokens if token.clause < end]))


def moved(aligned: Aligned) -> Token | None:
    """A day that a claim gives to what was before or after that: "found on Friday | after they were reported lost"."""
    tokens = aligned.told.tokens
    days = [pair for pair in aligned.pairs if pair[0].dated]
    if not days:
        return None
    ordering = {token.folded: token.clause for at, token in enumerate(tokens) if _is_ordering(tokens, at)}
    for day, place in days if ordering else ():
        # "Since a storm broke it in May": since May.
        apart = {clause for word, clause in ordering.items() if word != day.before}
        if apart and _is_parted(aligned, tokens[place].clause, apart):
            return day
    return None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_parted(aligned: Aligned, here: int, ordering: set[int]) -> bool:
    """Whether all that a claim tells stands beyond what orders it, and of a clause it takes only who does it."""
    tokens = aligned.told.tokens
    said = [place for token, place in aligned.pairs if is_plain(token)]
    if any(tokens[place].clause == here and not _is_first(tokens, place) for place in said):
        return False
    opening = [token for token in tokens if token.clause == here and token.content and not token.dated]
    if not here and len(opening) <= 1 and not any(map(_names, opening)):
        return False  # "On Tuesday evening, after a debate, the council approved it."
    away = {tokens[place].clause for place in said} - {here}
    return bool(away) and all(any(min(here, one) < at <= max(here, one) for at in ordering) for one in away)


def _is_ordering(tokens: list[Token], at: int) -> bool:
    """Whether a word opens a clause of what was before or after, and not a time: "after it fell", not "since May"."""
    if tokens[at].before or not tokens[at].signs & {BEFORE, AFTER}:
        return False
    return not any(token.dated or token.value is not None for token in tokens[at + 1 : at + 3])


def is_after(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a deed is told behind a word for "after", with the ending of what has been: "después de que hallara"."""
    tokens, endings = aligned.told.tokens, grammar.words.after_endings
    if not endings or not tokens[place].folded.endswith(endings):
        return False
    before = [token for token in tokens if token.clause == tokens[place].clause - 1][-_AFTER_WORDS:]
    return any(AFTER in token.signs for token in before)


def _is_first(tokens: list[Token], at: int) -> bool:
    """Whether a word is the first of its clause that says something and is no number."""
    before = (token for token in tokens[:at] if token.clause == tokens[at].clause)
    return not any(token.content and token.value is None for token in before)


def _names(token: Token) -> bool:
    return bool(token.entities) or token.value is not None
