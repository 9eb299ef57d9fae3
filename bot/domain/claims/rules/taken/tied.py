"""Who is only named to tell who another is: of "Paul Holt, a cousin of the mayor, was held" the mayor was not held."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.cues.apposed import before_adjective
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_time, places_in


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_tied(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody named in an aside for another's sake do what follows that."""
    told = aligned.told
    tokens, marks = told.tokens, told.clauses.marks
    for home in aligned.used:
        if not home or home + 1 not in aligned.used or marks[home : home + 2] != [",", ","]:
            continue
        if home - 1 in aligned.used or not _goes_on(tokens, home + 1, grammar):
            continue
        inside = places_in(tokens, home)
        first = min([at for at in inside if at in aligned.matched])
        titled = bool(tokens[first].entities) and first - 1 in inside and grammar.is_role(tokens[first - 1])
        first -= titled and any(tokens[at].content for at in inside if at < first - 1)  # "A cousin of Mayor Rey".
        first = before_adjective(tokens, first, grammar, titled=titled)
        head = next((at for at in reversed(inside) if at < first and tokens[at].content), -1)
        from_where = inside[0] < first and grammar.tie_before(tokens, first) and tokens[first].text[0].isupper()
        if head < 0 and not from_where:
            continue  # "Light Step, of New Aurora, closed".
        if head >= 0 and not (_is_tied(tokens, head, first, grammar) and _opens(tokens, inside, head, grammar)):
            continue
        mine = next(token for token, at in aligned.pairs if at in inside)
        if not is_time(mine) and mine.value is None and not grammar.is_tied(claim.tokens, claim.tokens.index(mine)):
            return f"gives to another what is done: {mine.text}"
    return ""


def _opens(tokens: Sequence[Token], inside: Sequence[int], head: int, grammar: Grammar) -> bool:
    """Whether an aside may tell what somebody is: its noun stands behind no preposition and no verb."""
    ahead = [tokens[at] for at in inside if at < head]
    small = grammar.definite | grammar.words.indefinite
    plain = all(token.content or token.folded in small for token in ahead)
    verbal = any(token.mood in FINITE for token in ahead)
    return plain and not verbal and tokens[head].value is None


def _is_tied(tokens: Sequence[Token], head: int, first: int, grammar: Grammar) -> bool:
    """Whether a word is told to be whose or of what the noun before it is: "a cousin of the mayor"."""
    between = [token.folded for token in tokens[head + 1 : first]]
    ties = grammar.of_words | grammar.genitives | grammar.words.ties
    cased = grammar.words.free_order and grammar.is_role(tokens[head])
    cased = cased and (not tokens[first].entities or grammar.is_inflected(tokens[first]))  # Not "лікарка Ірина Поп".
    if not grammar.words.free_order and not tokens[first].entities and grammar.is_role(tokens[head]):
        cased = tokens[first].folded.endswith(tuple(ending for _, ending in grammar.words.owner_endings))  # "Noii".
    return not ties.isdisjoint(between) or cased


def _goes_on(tokens: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether a clause opens with a verb, or with what helps one."""
    words, first = grammar.words, tokens[places_in(tokens, clause)[0]]
    small = grammar.definite | grammar.conjunctions | grammar.relatives | grammar.complements | words.subjects
    if first.folded in small - words.clitics - grammar.perfects or first.folded in words.ties - grammar.perfects:
        return False
    if first.entities or first.dated or first.value is not None or first.text[0].isupper() or AGENT in first.signs:
        return False
    ended = bool(words.definite_endings) and first.plain.endswith(words.definite_endings) and not first.mood
    return not ended and (not words.free_order or first.mood in FINITE or bool(first.signs))
