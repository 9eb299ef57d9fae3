"""Who says a sentence whose last clause tells it: "Brand will miss the game against Holm, Tarrow confirmed"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs


# Complexity: the conditions of one reading, each a cheap way out before the next.
def said_by_somebody_inside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim whose speaker is named in what another says, who is named beside the verb of that."""
    told = aligned.told
    verbs = [token for token in claim.tokens if token.signs & SPEECH]
    cues = {token.clause for token in told.tokens if token.signs & SPEECH}
    if claim.headline or not verbs or len(cues) != 1:
        return ""
    (cue,) = cues
    beside = [token for token in told.tokens if token.clause >= cue]
    if not _is_only_told(beside, cue) or all(token.entities for token in told.tokens if token.clause == cue - 1):
        return ""
    named = frozenset[int]().union(*[token.entities for token in beside])
    if not cue or not named or told.clauses.openers[cue] in grammar.relatives | grammar.conjunctions:
        return ""
    mine = [pair for pair in aligned.pairs_of(verbs[0].clause) if pair[0].start < verbs[0].start and pair[0].entities]
    tied = any(grammar.is_tied(claim.tokens, claim.tokens.index(token)) for token, _ in mine)
    if not mine or tied or any(told.tokens[place].clause >= cue or token.entities & named for token, place in mine):
        return ""
    return "gives it to another speaker"


def _is_only_told(closing: Sequence[Token], cue: int) -> bool:
    """Whether a clause that tells who speaks, and what stands behind it, has no word of what is said.

    Not "Holm treated him and says that Brand was lucky", "the doctor, Ann Holm, says Brand would not have lived".
    """
    if any(token.content and not token.entities for token in closing if token.clause > cue):
        return False
    verb = next(at for at, token in enumerate(closing) if token.signs & SPEECH)
    return not any(token.mood in FINITE and token.content for token in closing[verb + 1 :])


# Complexity: the conditions of one reading, each a cheap way out before the next.
def governed_by_somebody_inside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who denies, wants or fears in a claim, named only in what the sentence has another deny.

    "The guard denies that he (Ann's brother) knew": Ann's brother denies nothing.
    """
    tokens = aligned.told.tokens
    if claim.headline or len(aligned.pairs) <= 1 or not aligned.pairs[0][0].entities:
        return ""
    if not (grammar.brackets or grammar.words.special["inverting"]):
        return ""  # "Negó que se fuera": only where the verb comes second is who denies it always told.
    doer, here = aligned.pairs[0]
    verb, there = next((pair for pair in aligned.pairs if pair[0].entities.isdisjoint(doer.entities)), (doer, here))
    if not governs(verb) or not governs(tokens[there]) or tokens[here].clause <= tokens[there].clause:
        return ""
    opener = aligned.told.clauses.openers[tokens[there].clause + 1]
    ahead = [token for token in tokens[:there] if token.clause == tokens[there].clause and token.content]
    if opener not in grammar.complements or not ahead or any(doer.entities & token.entities for token in ahead):
        return ""
    return "gives it to another speaker"
