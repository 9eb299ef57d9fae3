"""A denial in one of two halves that "and" joins, each with a doer and a verb of its own.

"None was urgent and all the patients will get a date": they will get one, and nobody says that they will not.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, places_in

_HELPING = {PASSIVE, IS, WAS}
# Among how many words behind a joint a noun and its verb stand.
_DOING = 7
# How many words a claim takes of a half at least.
_TAKEN = 2
# Among how many words before a participle its helping verb stands.
_HELPED = 2


def in_other_half(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a denial, or what is done in the first half, is in another half than all that a claim takes.

    Or a part of something in what another deed is done to: "lost four of six rooms and sells fish".
    """
    tokens = aligned.told.tokens
    if tokens[at].value is not None and NOT not in tokens[at].signs:
        return _counts_for_other_deed(aligned, at, grammar)
    done = NOT not in tokens[at].signs and _is_done(tokens, at, grammar)
    if not done and NOT not in tokens[at].signs:
        return False
    places = places_in(tokens, tokens[at].clause)
    taken = [place for place in aligned.matched if tokens[place].clause == tokens[at].clause]
    joint = _joint(tokens, places, grammar, but=at if done else -1) if len(taken) >= _TAKEN else 0
    return bool(joint) and (at < joint or not done) and all((place < joint) != (at < joint) for place in taken)


def _is_done(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word that may govern others is done to a thing: "was suspended", "se han suspendido"."""
    before = tokens[max(0, at - _HELPED) : at]
    helped = any(PASSIVE in token.signs or token.folded in grammar.perfects for token in before)
    return helped and governs(tokens[at]) and tokens[at].content


def _counts_for_other_deed(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether "and" stands between a number right behind a deed and what a claim takes next, the deed left out."""
    tokens, matched = aligned.told.tokens, aligned.matched
    places = places_in(tokens, tokens[at].clause)
    deed = at - 1 if at and tokens[at - 1].clause == tokens[at].clause else -1
    if deed < 0 or deed in matched or not tokens[deed].content or grammar.is_named(tokens[deed]):
        return False
    taken = next((place for place in places if place > at and place in matched), None)
    return taken is not None and any(tokens[place].folded in grammar.words.joins for place in range(at, taken))


def denies_back(tokens: Sequence[Token], last: int, at: int, grammar: Grammar) -> bool:
    """Whether a word denies all before it in its clause, no joint between it and the last that a claim takes."""
    words = grammar.words
    if last >= at or tokens[at].folded not in words.special["denying_back"]:
        return False
    return not any(token.folded in words.joins for token in tokens[last:at])


def denied_of_other_half(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a denial that the sentence has only in the other half than all that the claim takes."""
    tokens = aligned.told.tokens
    mine = [token for token in claim.tokens if NOT in token.signs]
    if not mine or claim.headline:
        return ""
    denials = [at for at, token in enumerate(tokens) if NOT in token.signs and token.clause in aligned.used]
    if denials and all(in_other_half(aligned, at, grammar) for at in denials):
        return f"denies what the article does not deny: {mine[0].text}"
    return ""


# Complexity: each half is asked for its verb and what governs there, one after the other.
def _joint(tokens: Sequence[Token], places: Sequence[int], grammar: Grammar, *, but: int = -1) -> int:
    """Where "and" joins two halves with verbs of their own, the second with its own doer; 0 for nowhere.

    `but` is the place of a verb which governs nothing there, if nothing but phrases stands behind it.
    """
    joins = grammar.words.joins & grammar.words.joining
    for number, at in enumerate(places):
        if not number or tokens[at].folded not in joins:
            continue
        before, behind = [tokens[place] for place in places[:number]], [tokens[place] for place in places[number + 1 :]]
        heavy = [place for place in places[:number] if governs(tokens[place]) and tokens[place].content]
        free = set(heavy) <= {but} and not any(COND in token.signs for token in before)
        behind_it = [place for place in places[:number] if tokens[place].content and place > but >= 0]
        free = free and all(tokens[place].dated or grammar.is_tied(tokens, place) for place in behind_it)
        if free and any(_is_verb(token, grammar) for token in before) and _has_doer(behind, grammar):
            return at
    return 0


def _has_doer(behind: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words open with a noun or a name that nothing ties, and a verb behind it."""
    verb = next((at for at, token in enumerate(behind[:_DOING]) if _is_verb(token, grammar)), 0)
    if not verb or not any(token.content for token in behind[:verb]):
        return False
    first = behind[0]
    opens = first.folded in grammar.definite or bool(first.entities) or NOT in first.signs or first.value is not None
    return (opens or bool(first.signs)) and first.folded not in grammar.words.ties


def _is_verb(token: Token, grammar: Grammar) -> bool:
    helps = bool(token.signs & _HELPING) or token.folded in grammar.perfects - grammar.definite
    helps = helps or (governs(token) and not token.content)
    return not token.entities and (helps or token.mood in FINITE)
