"""Verbs of what somebody does to a thing and of what the thing does by itself: "closes the pool", "the pool closes"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, PASSIVE
from bot.domain.claims.rules.deeds.decided import is_decided_on
from bot.domain.claims.rules.grammar import FINITE, Grammar, places_in, tells

_FUTURE = f"{GOVERNS}future"
# How far behind a deed the number stands of those it is done to.
_COUNTED = 3
Pair = tuple[Token, int]


class Labile:
    """Compares what a claim has do by itself with what a sentence has done to it."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._people = grammar.words.light - grammar.words.durations.keys()

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does in the claim by themselves what they do to a thing in the sentence: "the council will close"."""
        labile = self._grammar.words.labile
        if not labile or tells(claim.tokens, PASSIVE):
            return ""
        tokens = aligned.told.tokens
        for deed, there in [pair for pair in aligned.pairs if pair[0].stem in labile]:
            if not (self._is_verb(deed) and self._is_verb(tokens[there])) or self._has_object(claim.tokens, deed):
                continue
            doer, here = aligned.pairs_of(deed.clause)[0]
            thing = self._object(tokens, tokens[there])
            before = here < there and tokens[here].clause == tokens[there].clause
            left_out = thing is not None and tokens.index(thing) not in aligned.matched
            if before and left_out and not self._is_led(claim, doer):
                return f"says of {doer.text} what the article says of another"
        return ""

    def _is_verb(self, token: Token) -> bool:
        """Whether a word is a verb of this kind, and no noun for the deed."""
        small = token.text[0].islower() or not self._grammar.nouns
        return token.stem in self._grammar.words.labile and small and not self._grammar.is_named(token)

    def is_thing(self, claim: Clauses, aligned: Aligned, doer: Pair, deed: Pair) -> bool:
        """Whether what a claim has do something by itself is in the sentence what that is done to."""
        (verb, there), tokens = deed, aligned.told.tokens
        if verb.stem not in self._grammar.words.labile or self._object(claim.tokens, verb) is not None:
            return False
        if is_decided_on(tokens, there, self._grammar) and not self._is_to_come(claim, verb):
            return False
        thing = self._object(tokens, tokens[there])
        return self._is_of(tokens, thing, doer[1]) and not self._is_led(claim, doer[0])

    @staticmethod
    def _is_to_come(claim: Clauses, verb: Token) -> bool:
        """Whether a claim tells a deed as to come."""
        inside = [token for token in claim.tokens if token.clause == verb.clause]
        return claim.headline or verb.mood == "future" or any(_FUTURE in token.signs for token in inside)

    def _is_of(self, tokens: Sequence[Token], thing: Token | None, at: int) -> bool:
        """Whether a word is a thing's first or stands behind what describes that: "the only | pool"."""
        if thing is None or thing.clause != tokens[at].clause:
            return False
        between = tokens[tokens.index(thing) : at]
        small = self._grammar.words.ties | self._grammar.words.joining
        return thing is tokens[at] or (
            bool(between) and all(one.content and one.folded not in small for one in between)
        )

    def _is_led(self, claim: Clauses, token: Token) -> bool:
        return self._grammar.is_tied(claim.tokens, claim.tokens.index(token))

    def _has_object(self, tokens: Sequence[Token], deed: Token) -> bool:
        """Whether a deed is done to something, or to a number of people: "arrested three people"."""
        if self._object(tokens, deed) is not None:
            return True
        behind = tokens[tokens.index(deed) + 1 :][:_COUNTED]
        return any(one.value is not None and one.after in self._people for one in behind if one.clause == deed.clause)

    def _object(self, tokens: Sequence[Token], deed: Token) -> Token | None:
        """What a deed is done to: the first word behind it that tells neither when nor how much; None for one led."""
        at, words = tokens.index(deed), self._grammar.words
        fused = words.fused - words.plural_articles
        for place in places_in(tokens, deed.clause):
            token = tokens[place]
            if place > at and (token.folded in words.joins or token.mood in FINITE):
                return None  # "It began and will end".
            if place <= at or not token.content or token.dated or token.value is not None:
                continue
            led = self._grammar.tie_before(tokens, place) or tokens[place - 1].folded in fused
            if led or tokens[place - 1].value is not None:
                return None
            if token.folded.partition("-")[0] in words.till | fused:
                return None  # "Until further notice" is read as one word, "alla fine" by its first.
            return token
        return None
