"""What a court clears somebody of, told as what they did: "acquitted Jan Horn of setting the fire".

And what somebody is held for, which is no more than what they are suspected of: "arrested for theft".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.deeds.decided import unwanted
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, tells

# The signs of what is only suspected or said of somebody, and among how many words behind "for" the charge stands.
_SUSPECTED, _ALLEGED, _SAID, _CHARGE = f"{GOVERNS}suspect", f"{GOVERNS}allege", f"{GOVERNS}should", 3
_TELLING = SPEECH | {SOURCE}


def said_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> set[str]:
    """The signs of what is suspected and of what is wanted, where a claim says them by what else it tells."""
    said = {_SUSPECTED, _ALLEGED, _SAID} if is_held_for(claim, aligned, grammar) else set[str]()
    return said if claim.headline else said | unwanted(claim, aligned, grammar)


def is_held_for(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim that tells that somebody is held tells for what, which is what they are suspected of."""
    tokens, held = aligned.told.tokens, grammar.words.special["held"]
    if held.isdisjoint([tokens[at].folded for at in aligned.matched]):
        return False
    charging = grammar.words.special["charging"]
    suspected = next((at for at in range(len(tokens)) if _tells_suspicion(aligned, at, grammar)), None)
    place_of = {id(token): place for token, place in aligned.pairs}
    for at, token in enumerate(claim.tokens if suspected is not None else ()):
        behind = claim.tokens[at + 1 : at + 1 + _CHARGE] if token.folded in charging else []
        charge = next((place_of[id(one)] for one in behind if id(one) in place_of), -1)
        if suspected is not None and charge >= 0 and _is_suspected_of(aligned, suspected, charge):
            return True
    return False


def _tells_suspicion(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word tells that somebody is suspected or accused: with a verb at the clause's end, "… haben sollen"."""
    signs = aligned.told.tokens[at].signs
    said = grammar.brackets and _SAID in signs
    return said or _SUSPECTED in signs or (_ALLEGED in signs and _is_accused(aligned, at))


def _is_accused(aligned: Aligned, at: int) -> bool:
    """Whether a word tells what somebody is accused of, right behind them as who is held: "held a man accused of"."""
    tokens = aligned.told.tokens
    if at in aligned.matched:
        return False
    return bool([one for one in aligned.matched if one < at and tokens[one].clause == tokens[at].clause])


def _is_suspected_of(aligned: Aligned, suspected: int, charge: int) -> bool:
    """Whether a word is what somebody is suspected or accused of."""
    tokens = aligned.told.tokens
    if _SAID in tokens[suspected].signs:
        return tokens[charge].clause == tokens[suspected].clause and suspected + 1 == len(tokens)
    return charge > suspected


# Complexity: the conditions of one reading, each a cheap way out before the next.
def did_what_freed_of(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed that a claim has somebody do, "" where the sentence clears nobody of it."""
    tokens, freeing = aligned.told.tokens, grammar.words.freeing
    left = [at for at, token in enumerate(tokens) if at not in aligned.matched and _leaves_open(token, grammar)]
    if not left or not aligned.pairs or _is_open(claim, freeing):
        return ""
    freed = left[0]
    if _ALLEGED in tokens[freed].signs and any(token.signs & _TELLING for token in claim.tokens):
        return _undergone_by_accused(claim, aligned, freed)  # Who blames somebody says that they did it.
    behind = [place for token, place in aligned.pairs if place > freed and is_plain(token)]
    doer, here = aligned.pairs[0]
    person = bool(doer.entities) or grammar.is_role(doer)
    undergone = here > freed and tells(claim.tokens, PASSIVE)  # "Denied having sold the hall": "the hall was sold".
    if not behind or not (undergone or (person and tokens[here].clause <= tokens[freed].clause)):
        return ""
    return f"leaves out a denial: {tokens[freed].text}" if _is_charge(aligned, freed, min(behind), grammar) else ""


def _undergone_by_accused(claim: Clauses, aligned: Aligned, accusing: int) -> str:
    """What speaks against a claim in the active that has something done to whom the sentence accuses of doing it."""
    tokens = aligned.told.tokens
    if tells(claim.tokens, PASSIVE):
        return ""
    done = False
    for token, place in aligned.pairs:
        if done and place > accusing and tokens[place].clause == tokens[accusing].clause:
            return f"turns round who does what: {token.text}"
        done = done or tokens[place].clause > tokens[accusing].clause
    return ""


def _leaves_open(token: Token, grammar: Grammar) -> bool:
    """Whether a word frees somebody, or governs what an infinitive's clause behind it tells: "verdächtigt ihn, …"."""
    return token.stem in grammar.words.freeing or (grammar.brackets and token.content and governs(token))


def _is_open(claim: Clauses, freeing: frozenset[str]) -> bool:
    """Whether a claim denies a deed, frees somebody of it, or only says that it may be."""
    return tells(claim.tokens, NOT) or any(token.stem in freeing or governs(token) for token in claim.tokens)


def is_freed(beside: Sequence[Token], mine: Sequence[Token], freeing: frozenset[str]) -> bool:
    """Whether words that a claim takes free somebody, and so do those beside a charge: "vom Vorwurf freigesprochen"."""
    return any(token.stem in freeing for token in mine) and any(token.stem in freeing for token in beside)


def _is_charge(aligned: Aligned, freed: int, deed: int, grammar: Grammar) -> bool:
    """Whether "of" or an infinitive's clause ties a deed to who is freed of it, and nothing joins it."""
    tokens, words = aligned.told.tokens, grammar.words
    between = tokens[freed + 1 : deed]
    if any(token.folded in words.joins | words.joining for token in between):
        return False
    if tokens[deed].clause == tokens[freed].clause:
        return tokens[freed].stem in words.freeing and any(token.folded in grammar.of_words for token in between)
    opener, mark = (kept[tokens[deed].clause] for kept in (aligned.told.clauses.openers, aligned.told.clauses.marks))
    if mark == ":":
        return False  # "The fisherman denied it: his horn was to be heard."
    return opener not in grammar.relatives - grammar.definite and _is_infinite(tokens, tokens[deed].clause, grammar)


def _is_infinite(tokens: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether a clause has the mark of an infinitive, or its verb is one: "… zu haben", "d'avoir allumé"."""
    inside = [token for token in tokens if token.clause == clause]
    marks = grammar.words.infinitive_marks | grammar.words.clause_infinitives
    return any(token.folded in marks or token.folded in grammar.perfect_infinitives for token in inside)
