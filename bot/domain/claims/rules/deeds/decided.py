"""What is only decided on is not done: "voted on Tuesday to close the pool" is not "the pool closed on Tuesday".

Nor is what somebody is only sentenced or ordered to do: "fue condenada a pagar" is not "pagó".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE, Wording
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

_HELPED, _REFUSES, _PLANS, _FAILS = 2, f"{GOVERNS}refuse", f"{GOVERNS}plan", f"{GOVERNS}fail"
# How many words stand between a word of deciding and the infinitive of what is decided.
_BETWEEN = 5


def only_decided(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what somebody whom it leaves out decides on, "" where nothing.

    Of languages whose infinitives have endings.
    """
    endings, tokens = grammar.words.infinitives or ("\0",), aligned.told.tokens
    for token, place in aligned.pairs:
        if token.stem in grammar.words.deciding and _is_of_another(aligned, token, place, grammar):
            return f"gives to another what is done: {aligned.pairs_of(token.clause)[0][0].text}"
        infinitive = is_plain(token) and tokens[place].plain.endswith(endings) and tokens[place].content
        if not infinitive or token.folded == tokens[place].folded or not _is_done(claim, token, grammar):
            continue
        if not claim.headline and is_refused(claim, aligned, token, place, grammar):
            continue
        if _is_decided(aligned, place, grammar) or _is_told_to(aligned, place, grammar):
            return f"tells as done what is only meant: {token.text}"
    return ""


def is_verb(token: Token, words: Wording) -> bool:
    """Whether a word is a verb by its ending, where such endings tell: "вимагала", "вимагає", and no noun."""
    ends = words.durative + words.prospective
    return bool(ends) and (bool(token.mood) or token.folded.endswith(ends))


def is_refused(claim: Clauses, aligned: Aligned, token: Token, place: int, grammar: Grammar) -> bool:
    """Whether a claim denies a deed that somebody refused, or did not want to do: "refused to pay", "did not pay"."""
    tokens, at = aligned.told.tokens, claim.tokens.index(token)
    if NOT in tokens[place - 1].signs or not [1 for one in claim.tokens[max(0, at - _HELPED) : at] if NOT in one.signs]:
        return False
    ahead = range(max(0, place - _HELPED - 1), place)
    if any(_FAILS in tokens[at].signs and (not at or NOT not in tokens[at - 1].signs) for at in ahead):
        return True  # "Nie udało się uratować": "nie uratowali".
    return any(_REFUSES in tokens[at].signs for at in ahead) or _is_unwanted(tokens, place - 1, grammar)


def unwanted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> set[str]:
    """The sign of what is wanted, where a claim denies what a sentence says somebody did not want to do; else none."""
    if not tells(claim.tokens, NOT):
        return set()
    tokens = aligned.told.tokens
    return {_PLANS} if any(_is_unwanted(tokens, at - 1, grammar) for at in aligned.matched) else set()


def _is_unwanted(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb that says that somebody once wanted something is denied at a place: "não quis"."""
    wanted = at > 0 and tokens[at].folded in grammar.words.special["wanted"]
    return wanted and any(NOT in one.signs for one in tokens[max(0, at - _HELPED) : at])


def _is_of_another(aligned: Aligned, decides: Token, place: int, grammar: Grammar) -> bool:
    """Whether a sentence tells by a noun who decides, and a claim has somebody decide who stands far behind it.

    "The council's decision to shut it angers parents" told as "parents decided to shut it".
    """
    tokens, (doer, there) = aligned.told.tokens, aligned.pairs_of(decides.clause)[0]
    if doer.value is not None or doer.start >= decides.start or there <= place + 1:
        return False
    of = tokens[place + 1].folded in grammar.of_words | grammar.genitives
    if not of and not ((grammar.inflects or grammar.words.free_order) and tokens[place + 1].content):
        return False
    owner = next((at for at in range(place + 1, there) if tokens[at].content), there)
    return owner not in aligned.matched and any(owner < at < there for at in aligned.matched)


def is_decided_on(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word is an infinitive behind one of deciding, and so is to come: "a décidé lundi de fermer"."""
    endings, deciding = grammar.words.infinitives, grammar.words.deciding
    marked = tokens[place].before in grammar.words.infinitive_marks
    if not marked and not (endings and tokens[place].plain.endswith(endings)):
        return False
    return any(token.stem in deciding for token in tokens[max(0, place - _BETWEEN) : place])


def _is_done(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a claim's verb is past by its own ending or a helping verb, a word such as "already" behind that."""
    past = token.mood == "past" or token.before in grammar.perfects
    if not past:
        at = claim.tokens.index(token)
        past = any(other.folded in grammar.perfects for other in claim.tokens[max(0, at - _HELPED) : at])
    return past and not grammar.is_named(token)


def _is_told_to(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a small word ties an infinitive to a passive's participle that the claim leaves out: "ordered to"."""
    tokens, words = aligned.told.tokens, grammar.words
    if not place or tokens[place - 1].content or not words.participles:
        return False
    ahead = [at for at in places_in(tokens, tokens[place].clause) if at < place]
    helping = next((at for at in ahead if PASSIVE in tokens[at].signs), place)
    done = (at for at in ahead if at > helping and grammar.is_participle(tokens[at]))
    return any(at not in aligned.matched for at in done)


def _is_decided(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a word of deciding stands before a place, and the claim takes neither it nor who decides."""
    tokens = aligned.told.tokens
    ahead = [at for at in _clause_before(tokens, place) if at < place]
    deciding = next((at for at in ahead if tokens[at].stem in grammar.words.deciding), None)
    if deciding is None or deciding in aligned.matched:
        return False
    return not any(at <= deciding and not tokens[at].dated for at in aligned.matched)


def _clause_before(tokens: Sequence[Token], place: int) -> list[int]:
    clause = tokens[place].clause
    return [*(places_in(tokens, clause - 1) if clause else ()), *places_in(tokens, clause)]


def completes(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether an infinitive completes a deed that a claim leaves out, and is not done by it: "agreed to sell"."""
    tokens, words, at = aligned.told.tokens, grammar.words, place - 1
    if claim.headline or not words.achieving or tells(claim.tokens, NOT):
        return False  # Who refused to sell did not sell.
    small = words.ties | words.clitics | words.infinitive_marks
    while at > 0 and tokens[at].folded in small:
        at -= 1
    verb = tokens[max(0, at)]
    if at < 0 or at in aligned.matched or verb.folded in words.achieving:
        return False
    if not verb.content or not is_plain(verb) or grammar.is_named(verb):
        return False
    return verb.mood == "past" or (grammar.is_participle(verb) and verb.before in grammar.perfects)
