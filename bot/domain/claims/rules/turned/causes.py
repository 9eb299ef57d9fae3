"""What opens a sentence as a cause or as what came before, told as what followed: "because it failed, he left"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.joining import HEADS
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, CONCESSION, LEADS, NOT, Wording
from bot.domain.claims.rules.deeds.sequence import governed
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, tells

# A result's word and the one before it that joins.
_JOINED = 2
_PHRASE, _TWO = 3, 2
# How many words stand at most from what opens a cause to its noun, that word too.
_LEADING_WORDS = 3
_CAUSING = {CAUSE, LEADS}
_ORDERING = {CAUSE, AFTER, BEFORE}
# How far before a deed the word stands that tells it as why another is done: "pour ne pas avoir".
_MOTIVE_WORDS, _WHY_WORDS = 4, 2
TURNED_CAUSE = "turns a cause round"
_TURNED = {CAUSE: TURNED_CAUSE, AFTER: "turns an order of time round", BEFORE: "turns an order of time round"}


def turned_cause(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim of which the cause is what it causes in the sentence, one of them in front.

    Or one of them is told as a result: "it closed, so the river rose", "it closed because the river rose".
    """
    told, heads = aligned.told.clauses, grammar.words.special[f"results{HEADS}"]
    # A result is told in a clause of its own.
    if claim.openers[1:]:
        words = [token.folded for token in claim.tokens + told.tokens if token.folded in heads]
        found = _turned_result(claim, aligned, grammar.words.special) if words else None
        if found is not None:
            return found
    opening = claim.tokens[0].signs | told.tokens[0].signs
    for sign in [sign for sign in _TURNED if sign in opening]:
        mine, theirs = governed(claim, sign), governed(told, sign)
        if mine is None or theirs is None:
            continue
        # Who does both may stand anywhere.
        deeds = [(token, at) for token, at in aligned.pairs if is_plain(token)]
        if {(claim.tokens.index(token) in mine, at in theirs) for token, at in deeds} == {(True, False), (False, True)}:
            return _TURNED[sign]
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denied_cause(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a cause that a sentence denies before it tells another: "not because A, but because B"."""
    told = aligned.told.tokens
    causes = {token.clause for token in told if CAUSE in token.signs}
    mine = next((token.clause for token in claim.tokens if CAUSE in token.signs), None)
    if len(causes) < _TWO or mine is None or any(NOT in token.signs for token in claim.tokens):
        return ""
    first, denying = min(causes), {token.clause for token in told if NOT in token.signs}
    given = [token for token, at in aligned.pairs if token.clause == mine and told[at].clause == first]
    other = any(told[at].clause in causes - {first} for _, at in aligned.pairs)
    if not first or first - 1 not in denying or other or not given:
        return ""
    return f"gives a cause that the article denies: {given[0].text}"


def orders_deeds(claim: Clauses, deeds: Sequence[Token], words: Wording) -> bool:
    """Whether a claim tells when or why, and one of some words is a deed: what is known of is no order of deeds."""
    ends = (*words.infinitives, *words.gerunds) or "\0"
    if not [1 for token in deeds if token.mood in FINITE or token.plain.endswith(ends)]:
        return False
    return any(not token.content and token.signs & _ORDERING for token in claim.tokens)


def tells_result(clauses: Clauses, special: Mapping[str, frozenset[str]]) -> int:
    """Where the only word stands by which a clause opens as what follows from the one before; 0 without one."""
    heads = special[f"results{HEADS}"]
    found = [at for at, token in enumerate(clauses.tokens) if token.folded in heads] if heads else []
    found = [
        at for at in found if _opens(clauses, at) and _is_result(clauses, at, special["results"], special["causes"])
    ]
    return found[0] if len(found) == 1 else 0


def _opens(clauses: Clauses, at: int) -> bool:
    """Whether a word opens its clause, another one before it that joins or none: "and so"."""
    clause = clauses.tokens[at].clause
    return bool(clause) and clause != clauses.tokens[max(0, at - _JOINED)].clause


def _is_result(clauses: Clauses, at: int, results: frozenset[str], causes: frozenset[str]) -> bool:
    """Whether one of some words stands at a place, or a phrase of up to three, none that tells a cause: "тому що"."""
    words = [token.folded for token in clauses.tokens[at : at + _PHRASE]]
    if causes and "-".join(words[:_TWO]) in causes:
        return False
    return any("-".join(words[: end + 1]) in results for end in range(len(words)))


def _turned_result(claim: Clauses, aligned: Aligned, special: Mapping[str, frozenset[str]]) -> str | None:
    """What speaks against a claim that tells as a result what is a cause, or the other way; None where none is told."""
    told = aligned.told.clauses
    mine, theirs = tells_result(claim, special), tells_result(told, special)
    if not mine and not theirs:
        return None
    causes, theirs_caused = _caused(claim, mine), _caused(told, theirs)
    if causes is None or theirs_caused is None:
        return None
    deeds = [(token, at) for token, at in aligned.pairs if is_plain(token)]
    sides = {(claim.tokens.index(token) in causes, at in theirs_caused) for token, at in deeds}
    return _TURNED[CAUSE] if sides == {(True, False), (False, True)} else ""


def _caused(clauses: Clauses, result: int) -> range | None:
    """Where a sentence tells the cause: before what it opens a result by, or what a word of causes governs."""
    return range(result) if result else governed(clauses, CAUSE)


def caused_its_cause(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who causes in a claim what a sentence gives as the cause: "stopped because of a leak"."""
    first = _cause_told(aligned.told.clauses, grammar)
    if first is None:
        return ""
    verb = next((token for token in claim.tokens[1:] if CAUSE in token.signs), None)
    if verb is None or not _is_verb(claim, verb, grammar) or _is_led_alike(claim, aligned.told.clauses, verb):
        return ""
    taken = [place for token, place in aligned.pairs if token.start < verb.start]
    later = ((token, place) for token, place in aligned.pairs if token.start > verb.start and not token.dated)
    effect, place = next(later, (verb, None))
    return f"{TURNED_CAUSE}: {effect.text}" if taken and place == first and first not in taken else ""


def _is_led_alike(claim: Clauses, told: Clauses, verb: Token) -> bool:
    """Whether a sentence has the word and what leads the cause behind it as a claim has: "was caused by a fan"."""
    at = claim.tokens.index(verb)
    ahead = claim.tokens[at + 1 : at + 2]
    led = [
        one.folded == verb.folded and after.folded == ahead[0].folded and not after.content
        for one, after in pairwise(told.tokens)
        if ahead and CAUSE in one.signs
    ]
    return led[:1] == [True]


def _cause_told(told: Clauses, grammar: Grammar) -> int | None:
    """Where the first word of a cause stands that a word which is no verb leads; None without one."""
    cause = next((at for at, token in enumerate(told.tokens) if CAUSE in token.signs), None)
    if cause is None or not _leads(told, cause, grammar):
        return None
    return next((at for at in range(cause + 1, len(told.tokens)) if told.tokens[at].content), None)


def _is_verb(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a claim's word of causes is a finite verb or helped by one: "caused", "a provoqué"."""
    finite = token.mood in FINITE or token.before in grammar.perfects
    bare = grammar.brackets and token.text[0].islower()
    return (finite or bare) and token.folded not in grammar.words.ties | {claim.openers[token.clause]}


def _leads(clauses: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether a word of causes is no verb: it opens its clause or ties, or stands before a word that does."""
    token, behind = clauses.tokens[at], clauses.tokens[at + 1 : at + 2]
    opens = token.folded == clauses.openers[token.clause]
    small = grammar.words.ties
    return opens or token.folded in small or any(one.folded in small | grammar.of_words for one in behind)


def conceded(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has something happen in spite of what its sentence gives as the cause."""
    told = aligned.told.tokens
    if tells(told, CONCESSION):
        return _caused_by_spite(claim, aligned)
    if not [1 for token in told if token.signs & _CAUSING and token.clause in aligned.used]:
        return ""
    spite = next(conceding(claim.tokens, grammar), None)
    joining = grammar.words.contrasting - grammar.words.special["conceding"]
    if spite is None or any(token.folded in joining for token in told):
        return ""
    theirs = {token.clause for token in conceding(told, grammar)}
    beyond = theirs.isdisjoint([told[place].clause for _, place in aligned.pairs_of(spite.clause)])
    return f"{TURNED_CAUSE}: {spite.text}" if beyond else ""


def _caused_by_spite(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim that gives as a cause, or as who did it, what did not hinder it: "door protesten"."""
    told = aligned.told.tokens
    for token, place in aligned.pairs:
        spite = [one for one in told[max(0, place - _LEADING_WORDS) : place] if CONCESSION in one.signs]
        ahead = claim.tokens[: claim.tokens.index(token)][-_LEADING_WORDS:]
        led = [one for one in ahead if one.signs & {CAUSE, AGENT} and one.clause == token.clause]
        if spite and led and not tells(ahead, CONCESSION):
            return f"{TURNED_CAUSE}: {token.text}"
    return ""


def conceding(tokens: Sequence[Token], grammar: Grammar) -> Iterator[Token]:
    """The words that open what did not hinder something, of a phrase the second: "although", "bien que"."""
    words = grammar.words.special["conceding"]
    for at, token in enumerate(tokens):
        phrase = f"{tokens[max(0, at - 1)].folded}-{token.folded}"
        if CONCESSION in token.signs or token.folded in words or phrase in words:
            yield token


def is_motive(aligned: Aligned, cause: Token, grammar: Grammar) -> bool:
    """Whether a sentence tells what a claim gives as a cause as the deed for which another is done.

    "The board fined the firm for missing its targets": because it missed them; "pour avoir traversé", "por no cumplir".
    """
    tokens = aligned.told.tokens
    behind = [(token, at) for token, at in aligned.pairs if token.start > cause.start and is_plain(token)]
    if not behind or grammar.words.motives.isdisjoint([token.folded for token in tokens]):
        return False
    deed, place = behind[0]
    between = _led_by(tokens, place, grammar.words.motives)
    if between is None or min(aligned.matched) >= place - len(between):
        return False
    if any(token.folded in grammar.perfect_infinitives for token in between):
        return True
    return _is_plain_motive(deed, tokens[place], grammar) and all(NOT in token.signs for token in between)


def _led_by(tokens: Sequence[Token], place: int, words: frozenset[str]) -> list[Token] | None:
    """The words between a deed and one of some words soon before it in its clause, None without one."""
    ahead = [token for token in tokens[max(0, place - _MOTIVE_WORDS) : place] if token.clause == tokens[place].clause]
    led = [at for at, token in enumerate(ahead) if token.folded in words]
    return ahead[led[-1] + 1 :] if led else None


def _is_plain_motive(deed: Token, told: Token, grammar: Grammar) -> bool:
    """Whether a deed in "-ing" or an infinitive tells a motive: not "used for making bread", "per pagare"."""
    words = grammar.words
    if words.gerunds:
        return deed.mood == "past" and told.plain.endswith(words.gerunds)
    return words.motives.isdisjoint(words.aims) and told.plain.endswith(words.infinitives or "\0")


def is_why(tokens: Sequence[Token], place: int, words: Wording) -> bool:
    """Whether an infinitive tells why another thing is done, and not what for: "multó al club por no pagar"."""
    near = {one.folded for one in tokens[max(0, place - _WHY_WORDS) : place]}
    return not near.isdisjoint(words.motives - words.aims)
