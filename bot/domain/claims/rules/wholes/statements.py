"""Two statements of a sentence with a semicolon between: what the one tells of somebody is not told of the other."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells


def of_other_statement(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A clause of the claim that takes words from two statements of which the second leans on nothing."""
    told, words = aligned.told, grammar.words
    if ";" not in told.clauses.marks or told.quoted.count(None) < len(told.quoted):
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        behind = _second_statement(aligned, clause)
        leaning = words.anaphors | words.subjects
        alone = _is_doer_alone(aligned, clause, behind, grammar) or _has_own_doer(aligned, clause, behind, grammar)
        if alone or _is_agent_alone(claim, aligned, clause, behind, grammar):
            return f"joins {behind[0].text} with what another belongs to: {behind[-1].text}"
        if behind and behind[0].text[0].isupper() and leaning.isdisjoint([token.folded for token in behind]):
            return f"joins {behind[0].text} with what another belongs to: {behind[-1].text}"
    return ""


def _is_doer_alone(aligned: Aligned, clause: int, behind: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim's clause has nothing of a second statement but the noun that does it, behind its deed."""
    tokens = aligned.told.tokens
    taken = [at for _, at in aligned.pairs_of(clause) if any(tokens[at] is token for token in behind)]
    first = next((token for token in behind if token.content), None)
    alone = len(taken) == 1 and tokens[taken[0]] is first and first.before in grammar.definite
    return alone and taken[0] != aligned.pairs_of(clause)[0][1]


def _has_own_doer(aligned: Aligned, clause: int, behind: Sequence[Token], grammar: Grammar) -> bool:
    """Whether what the first statement opens with does in the claim what another such does in the second.

    "The hall in Selby was sold; the hall in York was rebuilt": the one in Selby was not rebuilt.
    """
    tokens, pairs = aligned.told.tokens, aligned.pairs_of(clause)
    opening = next((at for at, one in enumerate(tokens) if one.content), -1)
    first = next((one for one in behind if one.content), None)
    if first is None or not pairs or pairs[0][1] != opening or first.before not in grammar.definite:
        return False
    at = tokens.index(first)
    alike = is_plain(first) and not first.keys.isdisjoint(pairs[0][0].keys)
    return alike and at not in aligned.matched and any(place > at for _, place in pairs)


def _second_statement(aligned: Aligned, clause: int) -> list[Token]:
    """The words of a sentence's second statement, where a clause of the claim takes words from both."""
    told = aligned.told
    used = {told.tokens[at].clause for _, at in aligned.pairs_of(clause)}
    parted = range(min(used) + 1, max(used) + 1) if used else range(0)
    second = next((one for one in parted if told.clauses.marks[one] == ";"), None)
    return [token for token in told.tokens if second is not None and token.clause >= second]


def _is_agent_alone(claim: Clauses, aligned: Aligned, clause: int, behind: Sequence[Token], grammar: Grammar) -> bool:
    """Whether who does it in a claim in the active does something else in a second statement, in the passive.

    "She found two comets; a third was found by Ann Lee": Ann Lee did not find two.
    """
    tokens = aligned.told.tokens
    if not tells(behind, PASSIVE) or tells(claim.tokens, PASSIVE):
        return False
    doer, *others = [at for _, at in aligned.pairs_of(clause)]
    first = tokens.index(behind[0])
    helping = next((at for at in range(first, len(tokens)) if PASSIVE in tokens[at].signs), first)
    led = tells(tokens[helping:doer], AGENT) and any(at < first for at in others)
    alone = led and not any(first <= at < helping for at in (doer, *others))
    return alone and not _leans_on_opening(aligned, [at for at in others if at < first], behind, grammar)


def _leans_on_opening(aligned: Aligned, taken: Sequence[int], behind: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a second statement goes on with what the first opens with, all that a claim takes of that.

    "Ten workers were exposed; they are watched by a doctor": the doctor watches the ten.
    """
    words, opening = grammar.words, behind[0]
    pronoun = opening.folded in words.subjects | words.anaphors and not grammar.is_possessive(opening)
    if not pronoun and not (words.omits_subjects and (PASSIVE in opening.signs or opening.folded in words.perfects)):
        return False
    said = [at for at, one in enumerate(aligned.told.tokens) if one.content]
    return list(taken) == said[: len(taken)]
