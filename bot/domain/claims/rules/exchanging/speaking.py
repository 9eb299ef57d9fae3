"""Who says which of two things in one sentence: "the council says that ..., but tenants say that ..."."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import GOVERNS, SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar
from bot.domain.claims.rules.speech import ANOTHER_SPEAKER

_SAYING = SPEECH | {f"{GOVERNS}{name}" for name in ("allege", "suspect", "admit")}


@dataclass(frozen=True, slots=True)
class _Said:
    """The clause that tells who speaks, and those that tell what they say: from the one behind it up to an end."""

    cue: int
    end: int

    def has(self, clause: int) -> bool:
        return self.cue < clause < self.end


# Complexity: the conditions of one reading, each a cheap way out before the next.
def said_by_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who says a thing in a claim, "" where nothing does."""
    quoted = [1 for speaker in aligned.told.quoted if speaker is not None]
    told = (
        []
        if quoted or not [1 for one in claim.tokens if one.signs & _SAYING]
        else _statements(aligned.told.clauses, grammar)
    )
    pairs = _claimed(claim, aligned, grammar) if told else None
    if pairs is None or not pairs[0] or not pairs[1]:
        return ""
    tokens, (speaking, spoken) = aligned.told.tokens, pairs
    own = next((one for one in told if all(tokens[at].clause == one.cue for at in speaking)), None)
    clauses = {tokens[at].clause for at in spoken}
    if own is not None:
        others = any(one.has(clause) for one in told if one is not own for clause in clauses)
        return ANOTHER_SPEAKER if others and not any(map(own.has, clauses)) else ""
    return ANOTHER_SPEAKER if _is_spoken_of(aligned, told, speaking, clauses, grammar) else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _claimed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> tuple[list[int], list[int]] | None:
    """Where a sentence has who speaks in a claim, and what they say; None where nobody does."""
    source = next((at for at, token in enumerate(claim.tokens) if SOURCE in token.signs), None)
    if source is None:
        mine = _statements(claim, grammar)
        if not mine:
            return None
        speaking = [at for token, at in aligned.pairs if token.clause == mine[0].cue and not token.signs & _SAYING]
        return speaking, [at for token, at in aligned.pairs if mine[0].has(token.clause)]
    behind = [token for token in claim.tokens[source + 1 :] if token.content]
    if not behind:
        return None
    first = [one for one in behind if one is behind[0] or (one.entities and one.entities == behind[0].entities)]
    return [at for one, at in aligned.pairs if one in first], [at for one, at in aligned.pairs if one not in first]


def _is_spoken_of(
    aligned: Aligned, told: Sequence[_Said], speaking: Sequence[int], clauses: set[int], grammar: Grammar
) -> bool:
    """Whether who speaks in a claim is only spoken of in what another says: "according to the court, the firm paid"."""
    tokens = aligned.told.tokens
    home = next((one for one in told if all(one.has(tokens[at].clause) for at in speaking)), None)
    if home is None or not all(map(home.has, clauses)):
        return False
    if any(tokens[at].entities or grammar.is_pronoun(tokens[at]) or not tokens[at].content for at in speaking):
        return False
    return not any(token.signs & _SAYING for token in tokens if home.has(token.clause))


def _statements(clauses: Clauses, grammar: Grammar) -> list[_Said]:
    """Who says what in a sentence that opens with who speaks, one statement after the other; none where it does not."""
    cues = [clause for clause in range(len(clauses.openers) - 1) if _is_cue(clauses, clause, grammar)]
    if not cues or cues[0]:
        return []
    ends = [*cues[1:], len(clauses.openers)]
    return [_Said(cue, end) for cue, end in zip(cues, ends, strict=True)]


def _is_cue(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause tells who says what stands behind it, and is no part of what another says."""
    inside = [token for token in clauses.tokens if token.clause == clause]
    opener, behind = clauses.openers[clause], clauses.openers[clause + 1]
    if not inside or (opener in grammar.complements and opener not in grammar.definite):
        return False
    if SOURCE in inside[0].signs:
        return clauses.marks[clause + 1] == ","
    if not any(token.signs & _SAYING for token in inside):
        return False
    return behind in grammar.complements or (grammar.brackets and clauses.marks[clause + 1] == ",")
