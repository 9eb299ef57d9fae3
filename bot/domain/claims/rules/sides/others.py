"""Who does in a claim's passive what another does in the sentence: the one who announces it, or to whom it is done.

announced   "the contract was cancelled by Ann Holm" of "Ann Holm announced that the council had cancelled it"
turned      "the contract with the council was ended by the firm" of "the council ended the contract with the firm"
to come     "the hall was closed" of "the hall would be closed"
offered     "the parents received a bus" of "the council offered the parents a bus"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE, WAS
from bot.domain.claims.rules.doers.agents import is_apposed
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

_AGENT_WORDS = 3
_AHEAD = {"future", "conditional"}
_OPEN = {f"{GOVERNS}{name}" for name in ("offer", "promise", "plan", "attempt")}


def done_by_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does what a claim's passive tells, "" where nothing does."""
    tokens, places = aligned.told.tokens, {id(token): place for token, place in aligned.pairs}
    for at, led in enumerate(claim.tokens):
        deed = _deed(claim, at, places, grammar) if AGENT in led.signs else None
        agent = _agent(claim, at, places, grammar) if deed is not None else None
        subject = _subject(aligned, deed, grammar) if deed is not None else None
        if agent is None or deed is None or subject is None or tokens[subject].entities & agent.entities:
            continue
        if _does_not(claim, aligned, (places[id(agent)], deed, subject), grammar):
            return f"turns round who does what: {agent.text}"
    return ""


def _deed(claim: Clauses, led: int, places: dict[int, int], grammar: Grammar) -> int | None:
    """Where the sentence has the deed of a claim's passive that tells by whom it is done; None without one."""
    inside = [at for at, token in enumerate(claim.tokens) if token.clause == claim.tokens[led].clause]
    helping = [at for at in inside if at < led and PASSIVE in claim.tokens[at].signs]
    behind = [at for at in inside if helping and at > helping[-1] and claim.tokens[at].content]
    deed = claim.tokens[behind[-1 if grammar.brackets else 0]] if behind else None
    return places.get(id(deed)) if deed is not None and is_plain(deed) else None


def _agent(claim: Clauses, at: int, places: dict[int, int], grammar: Grammar) -> Token | None:
    """Who does it, behind the word that tells so: somebody by name or office, or a body; None for anything else."""
    behind = [one for one in claim.tokens[at + 1 : at + 1 + _AGENT_WORDS] if one.clause == claim.tokens[at].clause]
    found = next((one for one in behind if one.content), None)
    if found is None or found.dated or found.value is not None or id(found) not in places:
        return None
    body = found.stem in grammar.words.bodies or found.folded in grammar.words.officials
    return found if found.entities or body or grammar.is_role(found) else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _subject(aligned: Aligned, deed: int, grammar: Grammar) -> int | None:
    """Where the noun or name stands that does a deed in the active, the first before it; None where none does.

    Where verbs may stand before it, that is one behind the deed which the claim leaves out: "sperrte die Polizei".
    """
    tokens = aligned.told.tokens
    home = [at for at in range(len(tokens)) if tokens[at].clause == tokens[deed].clause]
    if tells([tokens[at] for at in home if at < deed], PASSIVE):
        return None
    before = [at for at in home if at < deed and _may_do(tokens, at, grammar)]
    if before or not grammar.brackets:
        return before[0] if before else None
    left = (at for at in home if at > deed and at not in aligned.matched and tokens[at].before in grammar.definite)
    return next((at for at in left if _may_do(tokens, at, grammar)), None)


def _may_do(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a name or a noun with an article, and nothing ties it."""
    token = tokens[at]
    opens = all(one.folded in grammar.definite for one in tokens[:at] if one.clause == token.clause)  # "Der Rat".
    if not token.content or token.dated or token.value is not None or (grammar.is_tied(tokens, at) and not opens):
        return False
    if token.before in grammar.words.oblique - grammar.words.nominative:
        return False
    return bool(token.entities) or grammar.is_named(token) or token.before in grammar.definite


def _does_not(claim: Clauses, aligned: Aligned, told: tuple[int, int, int], grammar: Grammar) -> bool:
    """Whether who does it in a claim stands in another clause of the sentence, or behind a deed of who is its own.

    `told` are the places of that one, of the deed and of who does it there.
    """
    tokens, (agent, deed, subject) = aligned.told.tokens, told
    mine = next((token for token, place in aligned.pairs if place == subject), None)
    done_to = mine is not None and not grammar.is_tied(claim.tokens, claim.tokens.index(mine))
    if agent == subject or done_to or is_apposed(aligned.told, tokens[subject], agent):
        return False
    if tokens[agent].clause != tokens[deed].clause:
        near = tokens[max(0, agent - _AGENT_WORDS) : agent]
        return not tells([one for one in near if one.clause == tokens[agent].clause], AGENT)
    if agent < deed:
        return any(token.folded in grammar.definite for token in tokens[agent + 1 : subject])
    return mine is not None


def only_offered(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what somebody received, where the sentence has it offered or promised to them alone."""
    verb = claim.tokens[claim.converse] if claim.converse is not None else None
    place = next((place for token, place in aligned.pairs if token is verb), None)
    if verb is None or place is None or verb.signs & _OPEN or not aligned.told.tokens[place].signs & _OPEN:
        return ""
    if aligned.told.tokens[place].folded in grammar.words.special["given_away"]:
        return ""  # "A offert 40 pianos".
    return f"leaves out how sure it is: {verb.text}"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_already(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a passive of what is done, where the sentence has it as to come: "would be closed"."""
    tokens = aligned.told.tokens
    for at in (at for at, token in enumerate(tokens) if PASSIVE in token.signs and token.mood in _AHEAD):
        deed = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), None)
        mine = next((token for token, place in aligned.pairs if place == deed), None)
        if deed is None or mine is None or tokens[deed].clause != tokens[at].clause:
            continue
        inside = [one for one in claim.tokens if one.clause == mine.clause and one.start < mine.start]
        ahead = any(one.mood in _AHEAD or any(sign.startswith(GOVERNS) for sign in one.signs) for one in inside)
        over = any(WAS in one.signs or one.folded in grammar.perfects for one in inside)
        if over and tells(inside, PASSIVE) and not ahead:
            return f"says that it has happened: {mine.text}"
    return ""
