"""Headlines that tell with a participle alone what is done: "Director acquitted of theft"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar


def participle(claim: Clauses, grammar: Grammar) -> Token | None:
    """The participle of a headline that has no other verb and names nobody behind it whom it could be done to."""
    if not claim.headline or any(PASSIVE in token.signs for token in claim.tokens):
        return None
    opened = False
    for before, token, after in zip((None, *claim.tokens), claim.tokens, (*claim.tokens[1:], None), strict=False):
        free = after is None or after.clause != token.clause or after.folded in grammar.words.ties or after.dated
        ending = bool(grammar.words.participles) and token.text.lower().endswith(grammar.words.participles)
        if (ending or (opened and free)) and _is_participle(token, before, grammar):
            return token  # With an ending of its own also before whom it is done to: "Bocciata la mozione".
        opened = opened or token.content
    return None


def _is_participle(token: Token, before: Token | None, grammar: Grammar) -> bool:
    """Whether a word may be a participle: by its time or its ending, with no helping verb before it."""
    if token.entities or not token.content or grammar.is_named(token):
        return False
    if not grammar.words.participles:
        return token.mood == "past"
    helped = before is not None and before.clause == token.clause and not before.content
    capital = grammar.nouns and token.text[0].isupper()
    return not helped and not capital and token.text.lower().endswith(grammar.words.participles)


def has_object(claim: Clauses, deed: Token, grammar: Grammar) -> bool:
    """Whether a word of a headline has another right behind it that it may be done to: "Mayor rejected plan"."""
    behind = [token for token in claim.tokens if token.clause == deed.clause and token.start > deed.start]
    first = next((token for token in behind if token.content), None)
    return first is not None and first.before not in grammar.words.ties and not first.dated and first.value is None


def turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does a thing in the sentence and has it done to them in a headline: "Police arrested in Rastow"."""
    deed = participle(claim, grammar)
    place_of = {id(token): place for token, place in aligned.pairs}
    there = place_of.get(id(deed))
    told = aligned.told.tokens
    if deed is None or there is None or any(PASSIVE in token.signs for token in told[max(0, there - 2) : there]):
        return ""
    behind = next((token for token in told[there + 1 :] if token.content and not token.dated), None)
    tied = grammar.words.ties - grammar.words.objects
    if behind is None or behind.clause != told[there].clause or behind.before in tied:
        return ""
    mine = [token for token in claim.tokens if token.content and token.start < deed.start]
    mine = mine or [token for token in claim.tokens if token.content and token.start > deed.start]
    doer = next((token for token in mine if not grammar.is_tied(claim.tokens, claim.tokens.index(token))), None)
    here = place_of.get(id(doer))
    if doer is None or here is None or here > there or told[here].clause != told[there].clause:
        return ""
    if grammar.is_tied(told, here):
        return ""
    return f"turns round who does what: {doer.text}"


def is_done_to(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a name is an apposition of whom the participle's deed is done to: "acquitted the director, Ann Holm,"."""
    deed = participle(claim, grammar)
    there = next((at for token, at in aligned.pairs if token is deed), None)
    told = aligned.told.tokens
    if there is None or there > place or told[place].clause != told[there].clause + 1:
        return False
    return all(token.entities & told[place].entities for token in told if token.clause == told[place].clause)
