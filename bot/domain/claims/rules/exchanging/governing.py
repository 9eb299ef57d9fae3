"""What a sentence has only as what another word leads to, told as done: "agreed to close it", "before he could"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import BEFORE, COND, GOVERNS, NOT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain, tells

# Words from a helping verb to its deed, and from what marks an infinitive to that: "să nu se mai".
_HELPED, _MARKED = 2, 4
# How many words may stand before a word for "before" that opens a clause: "noch bevor", "до того як".
_OPENING = 2
_AHEAD, _UNREAL = {"future", "conditional"}, f"{GOVERNS}unreal"
_MEANT = "tells as done what is only meant"


def only_led_to(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what a sentence only has somebody agree to, dream of or put off.

    Not where the word that leads to it tells that it is done, as "managed" does.
    """
    if claim.headline or tells(claim.tokens, NOT):
        return ""
    tokens = aligned.told.tokens
    for token, place in aligned.pairs:
        other = tokens[place]
        if _is_supposed(tokens, place, grammar) and not _supposes(claim.tokens, grammar):
            return f"{_MEANT}: {token.text}"
        mark = _mark(tokens, place, grammar) if _is_verb(claim, token, other, grammar) else -1
        done = mark >= 0 and _is_done(claim, token, grammar)
        if mark >= 0 and not done and _is_habit(aligned, mark, grammar):
            return f"says that something still is: {token.text}"
        if mark >= 0 and (_is_prevented(tokens, mark, grammar) or _is_led(aligned, mark, grammar, done=done)):
            return f"{_MEANT}: {token.text}"
    return ""


def _is_verb(claim: Clauses, token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a claim has, in another form than an infinitive, a verb that nothing before it governs."""
    noun = token.text[0].isupper() if grammar.nouns else grammar.is_named(token)
    if noun or not (is_plain(token) and is_plain(other)) or token.folded == other.folded:
        return False
    infinitive = token.text.lower().endswith(grammar.words.infinitives or "\0")
    infinitive = infinitive or token.before in grammar.words.infinitive_marks
    ahead = claim.tokens[: claim.tokens.index(token)]
    return not infinitive and not any(governs(one) or one.mood in _AHEAD for one in ahead)


def _is_done(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a verb tells as done, by its ending or by a helping verb close before it."""
    at = claim.tokens.index(token)
    near = [one for one in claim.tokens[:at] if one.clause == token.clause]
    near = near if grammar.brackets else near[-_HELPED:]
    past = token.folded in grammar.words.special["simple_pasts"]
    return past or any(
        one.mood == "past" or one.folded in grammar.perfects or PASSIVE in one.signs for one in (token, *near)
    )


def _mark(tokens: Sequence[Token], place: int, grammar: Grammar) -> int:
    """Where an infinitive or a gerund begins, with its mark where it has one; -1 for what is neither."""
    words, other = grammar.words, tokens[place]
    if grammar.marked_infinitives and other.plain.startswith(grammar.marked_infinitives):
        return place
    for at in range(place - 1, max(-1, place - 1 - _MARKED), -1):
        if tokens[at].clause != other.clause or tokens[at].content:
            break
        if tokens[at].folded in words.infinitive_marks or _is_rather(tokens, at, grammar):
            return at
        if tokens[at].folded in words.special["infinitive_marks"] and tokens[at].before in words.ties:
            return at - 1  # "Fără a vinde".
    if other.plain.endswith(tuple(words.special["gerunds"]) or ("\0",)):
        return place - 1 if other.before in words.special["gerund_ties"] else -1  # "Accused of selling".
    return place if _is_bare(tokens, place, grammar) else -1


def _is_bare(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word is an infinitive by its ending alone, where a verb for what one can do ends a clause before that.

    "Libéré" is none, "libérer" is.
    """
    words, other = grammar.words, tokens[place]
    written = other.text.lower()
    if not other.text[0].islower() or other.before in grammar.definite - words.ties:
        return False
    if grammar.brackets:
        behind = [one for one in tokens[place + 1 : place + 2] if one.clause == other.clause]
        able = any(one.folded in words.special["able"] for one in behind)
        return able and written.endswith(words.clause_endings or ("\0",))
    ends = bool(words.infinitives) and written.endswith(words.infinitives)
    return ends and not written.endswith(tuple(words.special["no_infinitives"]) or ("\0",))


def _is_rather(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an infinitive without a mark stands behind a word: "rather than sell"."""
    special = grammar.words.special
    before = tokens[at - 1].folded if at else ""
    return tokens[at].folded in special["bare_behind"] and before in special["rather_than"]


def _supposes(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim has a word for a condition or for what something looks like."""
    said = [one.folded for one in tokens]
    pairs = {f"{one}-{other}" for one, other in pairwise(said)}
    return tells(tokens, COND) or not grammar.words.special["as_if"].isdisjoint({*said, *pairs})


def _is_supposed(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word is of a clause that tells what something looks like, or what would not matter: "as though he"."""
    special, clause = grammar.words.special, tokens[place].clause
    first = next(at for at, one in enumerate(tokens) if one.clause == clause)
    opening = [one.folded for one in tokens[max(0, first - 1) : place]]
    opened = {*opening, *[f"{one}-{other}" for one, other in pairwise(opening)]} & special["as_if"]
    if not opened or not special["supposed_verbs"]:
        return bool(opened)
    inside = any(one.folded in special["supposed_verbs"] for one in tokens if one.clause == clause)
    return inside and any(one.clause != clause and (one.mood in _AHEAD or _UNREAL in one.signs) for one in tokens)


def _is_prevented(tokens: Sequence[Token], mark: int, grammar: Grammar) -> bool:
    """Whether something else was before somebody could do it or managed to: "ehe er fliehen konnte"."""
    words, clause = grammar.words, tokens[mark].clause
    inside = [at for at, one in enumerate(tokens) if clause - grammar.brackets <= one.clause <= clause]
    inside = [*range(max(0, inside[0] - _OPENING), inside[0]), *inside]  # "Avant | que".
    able = words.achieving | words.special["achieving"] | words.special["able"]
    leads = grammar.complements | words.ties | words.infinitive_marks
    for at in inside:
        if at < mark and BEFORE in tokens[at].signs:
            opens = not tokens[at].before or at - inside[0] < _OPENING or tokens[at + 1].folded in leads
            last = len(tokens) if grammar.brackets else mark
            if opens and any(tokens[one].folded in able for one in inside if at < one < last or one == mark):
                return True
    return False


def _is_habit(aligned: Aligned, mark: int, grammar: Grammar) -> bool:
    """Whether an infinitive tells what somebody was in the habit of doing, without that in the claim: "solía"."""
    tokens, habits = aligned.told.tokens, grammar.words.special["habits"]
    ahead = [at for at in range(mark) if tokens[at].clause >= tokens[mark].clause - grammar.brackets]
    return any(tokens[at].folded in habits and at not in aligned.matched for at in ahead)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_led(aligned: Aligned, mark: int, grammar: Grammar, *, done: bool) -> bool:
    """Whether a word that a claim leaves out leads to an infinitive, and does not tell that it is done.

    `done` is whether the claim tells it as done.
    """
    tokens, words = aligned.told.tokens, grammar.words
    clause = tokens[mark].clause
    ahead = [one for one in range(mark) if clause - 1 <= tokens[one].clause <= clause]
    inside = [one for one in ahead if tokens[one].clause == clause]
    if any(tokens[one].content for one in inside) and not grammar.brackets:
        ahead = inside
    short = words.special["short_of"] | words.instead
    lowered = (tokens[one].folded for one in reversed(inside or ahead))
    near = next((word for word in lowered if word in short or word not in words.ties | grammar.definite), "")
    if _is_rather(tokens, mark, grammar) or near in short:
        return done
    achieving = words.achieving | words.special["achieving"] | words.special["habits"]
    achieved = [one for one in ahead if tokens[one].folded in achieving]
    if achieved:
        return _is_denied(aligned, achieved, ahead)
    if grammar.brackets:
        verbs = [one for one in ahead if tokens[one].clause < clause and tokens[one].text[0].islower()]
        aimed = any(tokens[one].folded in words.aims for one in inside)
        return done and clause > 0 and not aimed and aligned.matched.isdisjoint(verbs)
    leading = [at for at in ahead if tokens[at].content and is_plain(tokens[at]) and not tokens[at + 1].entities]
    leading = [at for at in leading if not grammar.is_role(tokens[at])]
    return done and bool(leading) and leading[-1] not in aligned.matched


def _is_denied(aligned: Aligned, achieved: Sequence[int], ahead: Sequence[int]) -> bool:
    """Whether a sentence denies that somebody managed what follows."""
    tokens = aligned.told.tokens
    denials = [at for at in ahead if NOT in tokens[at].signs]
    return any(tokens[at].clause == tokens[one].clause for at in denials for one in achieved)
