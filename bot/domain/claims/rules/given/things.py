"""What is done to a thing of somebody's, told as done to them: "found the bicycle of the missing doctor"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, tells
from bot.domain.claims.rules.named.topics import is_led

# How many words stand between a thing and whose it is: "of the missing", "de la antigua".
_BETWEEN = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_to_owner(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has done to somebody what a sentence has done to a thing of theirs, or ""."""
    tokens = aligned.told.tokens
    for token, at in aligned.pairs:
        if token.owner or token.dated or token.value is not None or _is_owning(claim.tokens, token, grammar):
            continue
        if not _is_somebody(token, grammar) and not _is_marked(claim.tokens, token, grammar):
            continue
        thing = _thing_of(tokens, at, grammar)
        if thing is None or thing in aligned.matched or not _is_thing(tokens, thing, grammar):
            continue
        if is_led(tokens, thing, grammar) or tokens[thing].before in grammar.words.fused:
            continue  # "From the hands of the minister."
        before = [place for _, place in aligned.pairs if place < thing and tokens[place].clause == tokens[at].clause]
        if any(not tokens[place].entities and not tokens[place].dated for place in before):
            return f"says of {token.text} what the article says of another"
    return ""


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    special = grammar.words.special
    light = token.folded in special["kin"] or token.folded in special["some_person"]
    return light or grammar.is_role(token) or (bool(token.entities) and grammar.is_person(token, surely=True))


def _is_marked(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether the word that marks to whom something is done stands before a word: "a la montañera"."""
    at = tokens.index(token)
    return any(one.folded in grammar.words.special["persons_marked"] for one in tokens[max(0, at - 2) : at])


def _is_owning(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a claim has somebody as whose something is, or tied to something else."""
    at = tokens.index(token)
    while at and tokens[at - 1].content and not tokens[at - 1].dated and tokens[at - 1].clause == token.clause:
        at -= 1  # "Of the old headmaster."
    tying = (grammar.of_words, grammar.genitives, grammar.words.ties)
    for one in tokens[max(0, at - _BETWEEN) : at][::-1]:
        if one.content or one.clause != token.clause:
            return False
        ties = [1 for words in tying if one.folded in words]
        if ties and one.folded not in grammar.words.special["persons_marked"]:
            return True
    return False


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _thing_of(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the thing stands that a sentence says is somebody's, None where it says no such thing of them."""
    token = tokens[at]
    if token.owner:
        behind = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), None)
        return behind if behind is not None and tokens[behind].clause == token.clause else None
    of, tied, described = grammar.of_words | grammar.genitives, _has_ending(tokens, at, grammar), 0
    for place in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        one = tokens[place]
        if one.clause != token.clause or one.value is not None or one.mood in FINITE:
            return None
        if one.folded in of and not (AGENT in one.signs and tells(tokens[:place], PASSIVE)):
            tied = True
        elif one.content and tied and not _describes(one, grammar):
            return place
        elif one.content:
            described += 1
        parts = one.folded in grammar.words.ties and one.folded not in grammar.definite and one.folded not in of
        if described > 1 or parts or one.folded in grammar.words.joining:
            return None
    return None


def _describes(token: Token, grammar: Grammar) -> bool:
    """Whether a word only describes the noun behind it: "зниклого лікаря", "fostului învățător"."""
    return bool(token.signs) or token.folded.endswith(grammar.words.agreeing_endings or "\0")


def _has_ending(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun, or what describes it, has the ending for whose something is: "fostului învățător"."""
    if tokens[at].entities and not grammar.is_role(tokens[at]):
        return False  # A name has its title's ending.
    agreeing = grammar.words.agreeing_endings
    ends = agreeing or tuple(ending for _, ending in grammar.words.owner_endings if ending)
    near = tokens[max(0, at - 1) : at + (not agreeing)]
    return bool(ends) and any(one.folded.endswith(ends) for one in near)


def _is_thing(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a thing, and nobody, no deed, and no part, number or group of somebody."""
    noun, words = tokens[at], grammar.words
    light = noun.folded in words.light or noun.stem in words.groups | words.bodies or bool(noun.signs)
    light = light or grammar.is_role(noun) or noun.folded in words.special["some_person"] | words.special["kin"]
    thing = is_plain(noun) and not light and not noun.share and not grammar.is_participle(noun)
    return thing and not any(one.value is not None for one in tokens[max(0, at - 1) : at])
