"""A row of words as phrases: each a noun with what stands before it, and how that ties it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, tells

# Marks a phrase as told to whom by its case alone.
DATIVE = "dative"
CHAINED = "of"
# Among how many words before a participle its helping verb stands: "a fost vândută".
_HELPED = 2
# An article of a genitive and of a dative: "der".
EITHER = "either"


@dataclass(slots=True)
class DealtPhrase:
    """A noun with what stands before it: how it is tied, "" where nothing ties it, and where its words stand."""

    tie: str
    places: list[int]


def is_deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb."""
    token = tokens[at]
    if token.entities or token.value is not None:
        return False
    if grammar.brackets and token.folded in grammar.perfects:
        return True
    if grammar.is_named(token):
        return False
    return token.mood in FINITE or bool(token.signs & {IS, WAS, PASSIVE}) or _is_done(tokens, at, grammar)


def _is_done(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells a deed that governs something, by a participle behind a verb that makes a past of it."""
    token = tokens[at]
    helped = token.before in grammar.perfects or (
        tells(tokens[max(0, at - _HELPED) : at], PASSIVE) and bool(token.before)
    )
    perfect = helped and token.content and not tells([token], PASSIVE)
    ended = grammar.brackets and token.content and token.text[0].islower() and grammar.is_past_participle(token)
    return perfect or ended or (governs(token) and token.content) or token.folded in grammar.words.special["gave"]


# Complexity: a phrase begins with a preposition, an article, a number, or a word of a case.
def phrases_in(tokens: Sequence[Token], places: range, grammar: Grammar) -> list[DealtPhrase]:
    """The phrases of a row of words, each with what ties it."""
    found: list[DealtPhrase] = []
    tie, fresh = "", True
    for at in places:
        token = tokens[at]
        if not token.content or (token.folded in grammar.words.ties and token.folded in grammar.words.against):
            own = tie_of(tokens, at, grammar)
            if own == CHAINED:
                continue  # "The maps of the valley": one phrase; "des cartes" begins one.
            tie, fresh = own or tie, fresh or bool(own) or tokens[at - 1].value is None  # "10 mil euros".
            continue
        led = tie_of(tokens, at - 1, grammar) == CHAINED or _is_chained(tokens, at, grammar)
        cased = DATIVE if not tie and not led and ends_as_dative(token, grammar) else ""
        if cased and found and found[-1].tie == DATIVE and not fresh:
            cased = ""  # "Медсестрі Стефанії".
        counts = token.value is not None and tokens[at - 1].value is None
        counts = counts or (tokens[at - 1].dated and not token.dated)  # "On Sunday | the Lions".
        if not found or ((fresh or cased or counts) and not led):
            of = CHAINED if led and tokens[at - 1].folded not in grammar.words.fused else ""
            found.append(DealtPhrase(tie or cased or of, []))
        found[-1].places.append(at)
        tie, fresh = "", False
    return found


def _is_chained(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "of" and an article stand before a word: "the maps of the valley"."""
    return at > 1 and tokens[at - 1].folded in grammar.definite and tie_of(tokens, at - 2, grammar) == CHAINED


def tie_of(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """How a small word ties what stands behind it, by its first letter, "" for not at all."""
    token, words = tokens[at], grammar.words
    if token.folded in words.oblique:
        return DATIVE
    if token.folded in grammar.genitives or (
        token.folded in words.special["chaining"] and ends_as_dative(token, grammar)
    ):
        return EITHER
    if token.folded in words.special["chaining"]:
        return CHAINED
    follows = at + 1 < len(tokens) and tokens[at + 1].folded in words.articles
    ties = token.folded in words.ties and (token.folded not in grammar.definite or token.folded in words.fused)
    if ties or (follows and token.folded in grammar.definite):  # "A uma fã".
        twins = words.special["twin_ties"]
        return min(twins) if token.folded in twins else token.plain[:1]
    return ""


def ends_as_dative(token: Token, grammar: Grammar) -> bool:
    """Whether a word tells by its ending to whom it is."""
    ends = tuple(grammar.words.special["given_to_ends"])
    return bool(ends) and token.folded.endswith(ends) and token.value is None and not token.dated
