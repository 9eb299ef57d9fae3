"""Who has somebody do a deed, told as who does it: "the coach let the captain take the penalty"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, tells
from bot.domain.claims.rules.named.topics import is_led

# How many words stand between a verb of letting and the deed.
_NEAR = 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def lets_do(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody do what a sentence has them let or make another do, or ""."""
    tokens, letting = aligned.told.tokens, grammar.words.special["letting"]
    places = [at for at, token in enumerate(tokens) if at and token.folded in letting]
    first = next((pair for pair in aligned.pairs if not pair[0].dated), None)
    if not places or first is None or is_led(claim.tokens, claim.tokens.index(first[0]), grammar):
        return ""
    mine = next((token for token in claim.tokens if token.folded in letting), None)
    for at in places:
        deed = _deed(tokens, at, grammar)
        if deed is None or tokens[first[1]].clause != tokens[at].clause or grammar.is_pronoun(tokens[first[1]]):
            continue
        if mine is None:
            done = any(place == deed and token.folded != tokens[deed].folded for token, place in aligned.pairs)
            done = done or (_tells_saying(tokens[deed]) and any(map(_tells_saying, claim.tokens)))
            does = first[1] < at and done and at not in aligned.matched
            if does and not tells(claim.tokens, PASSIVE):
                return f"gives to another what is done: {first[0].text}"
        elif at < first[1] < deed and first[0].start < mine.start:
            behind = [tokens[place] for token, place in aligned.pairs if place < at and token.start > mine.start]
            small = grammar.definite - grammar.nominatives  # "Den Bus ließ die Schule prüfen."
            if any(one.before not in small for one in behind):
                return f"turns round who does what: {first[0].text}"
    return ""


def _tells_saying(token: Token) -> bool:
    """Whether a word is for saying or writing something, which no claim must match: "had a speech written"."""
    return not token.signs.isdisjoint(SPEECH)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the infinitive stands that a verb of letting governs, None where none does."""
    words = grammar.words
    ends = words.infinitives or tuple(words.special["letting_ends"])
    clause, marks = tokens[at].clause, () if grammar.brackets else words.infinitive_marks
    opening = next((one for one in tokens[at:] if one.clause > clause), tokens[at])
    last = clause + (opening.folded in marks)  # "I-a lăsat pe elevi să aleagă."
    behind = [place for place in range(at + 1, len(tokens)) if tokens[place].clause <= last]
    for place in behind[-1:] if grammar.brackets else behind[:_NEAR]:
        token = tokens[place]
        if token.before in marks:
            return place
        if token.text[0].islower() and token.folded.endswith(ends or "\0"):
            return place
        if not ends and place > at + 1 and token.content and not grammar.is_named(token):
            return place  # "Let the captain take it": no ending tells.
    return None
