"""A verb that says little does not stand for any deed: "Ann Reed hid the key" is not "Ann Reed made the key"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain


def of_lighter_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A clause whose only verb says little, of something to which the sentence has another thing done."""
    light = grammar.words.light
    small = [at for at, one in enumerate(claim.tokens[:-1]) if one.folded in light and one.before and not one.content]
    for at in small:
        verb = claim.tokens[at]
        if verb.folded in grammar.perfects:
            continue
        thing = None if verb.signs & {PASSIVE, WAS} else _thing(claim.tokens, at, grammar)
        place = next((where for token, where in aligned.pairs if token is thing), None)
        done = None if place is None else _deed(aligned, place, grammar)
        if done is not None and not done.keys & verb.keys:
            return f"says what no sentence of the article does: {verb.text}"
    return ""


def _thing(tokens: Sequence[Token], at: int, grammar: Grammar) -> Token | None:
    """The noun right behind a verb, an article between them or none, where its clause has no other verb behind it."""
    led = tokens[at + 1].folded in grammar.definite and tokens[at + 1].folded not in grammar.words.fused
    behind = tokens[at + 1 + led : at + 2 + led]
    if not behind or not behind[0].content or behind[0].clause != tokens[at].clause or not is_plain(behind[0]):
        return None
    verbal = behind[0].signs or behind[0].mood in FINITE
    return None if verbal or _has_verb(tokens[at + 2 + led :], tokens[at].clause, grammar) else behind[0]


def _has_verb(behind: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether a clause has another verb further on, as far as forms tell."""
    rest = [one for one in behind if one.clause == clause and one.content]
    small = bool(rest) and grammar.nouns and rest[-1].text[0].islower()
    small = small or any(one.clause == clause and one.folded in grammar.words.particles for one in behind)
    return small or any(one.mood in FINITE or grammar.is_participle(one) for one in rest)


def _deed(aligned: Aligned, place: int, grammar: Grammar) -> Token | None:
    """The verb right before a thing and its article in a sentence, where the claim leaves it out."""
    tokens, at = aligned.told.tokens, place - 1
    if at > 0 and tokens[at].folded in grammar.definite and not tokens[at].content:
        at -= 1
    elif not grammar.words.free_order and not tokens[place].plain.endswith(grammar.words.definite_endings or "\0"):
        return None
    verb = tokens[at] if at >= 0 else None
    if verb is None or verb.clause != tokens[place].clause or not verb.content or at in aligned.matched:
        return None
    noun = not is_plain(verb) or verb.text[0].isupper() or grammar.is_named(verb)
    return None if noun else verb
