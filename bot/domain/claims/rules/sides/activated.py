"""Who does in a claim what is done to them in the sentence: "the firm will pay" of "the firm will be paid"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many words before a participle its helping verb stands.
_HELPED = 3
# How many letters forms of one verb have in common: what was called and takes place is another.
_ROOT = 3


def activated(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does to nobody in a claim's clause what the sentence says is done to them, "" for nobody.

    A thing may close that is closed, and one that does it to itself is told so.
    """
    tokens = aligned.told.tokens
    done = {token.clause for token in tokens if PASSIVE in token.signs}
    if not done or claim.converse is not None or tells(claim.tokens, PASSIVE):
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        pairs = aligned.pairs_of(clause)
        if pairs and tokens[pairs[0][1]].clause in done and _is_activated(claim, aligned, pairs, grammar):
            return f"turns round who does what: {pairs[0][0].text}"
    return ""


def _is_activated(claim: Clauses, aligned: Aligned, pairs: Sequence[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether whom a clause opens with does there what is done to them."""
    (doer, home), *rest = pairs
    if doer.value is not None or grammar.is_tied(claim.tokens, claim.tokens.index(doer)):
        return False
    told, labile = aligned.told.tokens, grammar.words.labile
    deeds = [(token, at) for token, at in rest if at > home and is_plain(token) and _is_past(told[at], grammar)]
    return any(
        token.plain[:_ROOT] == told[at].plain[:_ROOT]
        and labile.isdisjoint([token.stem, told[at].stem])
        and _is_done(told, home, at, grammar, helped=token.before in grammar.words.perfects)
        and _does(claim, token, grammar)
        for token, at in deeds
    )


def _is_past(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a participle, or a verb of the past in a language that has one form for both."""
    return grammar.is_participle(token) if grammar.words.participles else token.mood == "past"


def _is_done(tokens: Sequence[Token], home: int, place: int, grammar: Grammar, *, helped: bool) -> bool:
    """Whether a verb surely makes a passive of a word, no other deed between it and whom that is done to."""
    near = tokens[max(home + 1, place - _HELPED) : place]
    helping = next((at for at, token in enumerate(near) if PASSIVE in token.signs), None)
    if helping is None or tokens[home].clause != tokens[place].clause:
        return False
    if near[helping].start <= tokens[home].start:
        return False  # It was put in to make a statement of a participle.
    gone = near[helping].folded in grammar.words.special["gone"]  # "È partito": but who "ha informato" is no such verb.
    made = helped or not gone or any(token.folded in grammar.words.been for token in near[helping:])
    return made and not any(is_plain(token) for token in near[helping + 1 :])


def _does(claim: Clauses, deed: Token, grammar: Grammar) -> bool:
    """Whether a word is a claim's own verb, and no pronoun stands there for whom it is done to."""
    inside = [token for token in claim.tokens if token.clause == deed.clause]
    if any(token.signs & {IS, WAS, PASSIVE} or token.folded in grammar.reflexives for token in inside):
        return False
    described = grammar.is_participle(deed) and deed.before not in grammar.words.perfects  # "Early elections".
    return deed.before not in grammar.words.clitics and not described and not grammar.is_named(deed)
