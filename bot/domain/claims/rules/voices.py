"""Who does it and to whom it is done: active and passive told apart."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Told
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE
from bot.domain.claims.rules.grammar import Grammar

_OBJECT_WORDS = 3
_CLITIC_WORDS = 2
_AGENT_WORDS = 2


class Voices:
    """Compares a claim in the passive with a sentence in the active."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether who does something in the sentence has it done to them in the claim: "the council was rejected"."""
        if claim.converse is not None or claim.headline:
            return ""
        told = aligned.told
        for clause in {token.clause for token in claim.tokens if PASSIVE in token.signs}:
            helping = next(token for token in claim.tokens if token.clause == clause and PASSIVE in token.signs)
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            deed = self._deed(claim, pairs, helping, told)
            doer = None if deed is None else self._doer(told, deed)
            for token, place in pairs:
                if doer is None or not self._is_same(told, place, doer):
                    continue
                tied = self._is_tied(claim.tokens, claim.tokens.index(token))
                if tied != (token.start < helping.start) and not self._is_agent(claim, token):
                    return f"turns round who does what: {token.text}"
        return ""

    def of_pronoun(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a word that stands for a sentence's pronoun does in the claim what is done to the pronoun.

        "The union accuses her": what "her" means is not who accuses the union.
        """
        told = aligned.told
        free = claim.converse is None and not any(PASSIVE in token.signs for token in claim.tokens)
        for clause in {token.clause for token in aligned.tokens} if free else ():
            said = [pair for pair in zip(aligned.tokens, aligned.places, strict=True) if pair[0].clause == clause]
            doer, where = said[0]
            tied = self._grammar.is_tied(claim.tokens, claim.tokens.index(doer))
            if where is not None or doer.entities or doer.value is not None or doer.dated or tied:
                continue
            deed = next(((token, place) for token, place in said if place is not None), None)
            if deed is None or not self._has_object(told.tokens, deed[1]):
                continue
            for token, place in said:
                ahead = place is not None and token.start > deed[0].start and place < deed[1]
                if ahead and place is not None and self._is_doer(claim, token, told, place, deed[1]):
                    return f"turns round who does what: {doer.text}, {token.text}"
        return ""

    def _is_doer(self, claim: Clauses, token: Token, told: Told, place: int, deed: int) -> bool:
        """Whether a word before a sentence's verb is who does it, as far as its form, in the claim another's, tells."""
        other = told.tokens[place]
        if other.dated or other.value is not None or other.clause != told.tokens[deed].clause:
            return False
        if self._grammar.is_tied(told.tokens, place) or self._is_agent(claim, token):
            return False
        return not self._grammar.words.free_order or other.folded != token.folded

    def _has_object(self, tokens: Sequence[Token], deed: int) -> bool:
        """Whether a pronoun beside a verb is whom it is done to."""
        words = self._grammar.words
        for at in range(deed - 1, max(-1, deed - 1 - _CLITIC_WORDS), -1):
            first, hyphen, _ = tokens[at].folded.partition("-")  # "L-a acuzat"
            if tokens[at].clause != tokens[deed].clause or (tokens[at].content and not tokens[at].entities):
                break
            if first in words.clitics and (hyphen or at):
                return True
        behind = tokens[deed + 1 : deed + 2]
        return any(token.folded in words.object_pronouns and token.clause == tokens[deed].clause for token in behind)

    @staticmethod
    def _deed(claim: Clauses, pairs: Sequence[tuple[Token, int]], helping: Token, told: Told) -> int | None:
        """Where the sentence has what is done in a claim's passive, also where it carries little ("given")."""
        at = claim.tokens.index(helping) + 1
        for token in claim.tokens[at : at + 1]:
            places = [place for key in token.keys for place in told.places.get(key, ())]
            if places and not token.entities:
                return min(places)
        behind = ((token, place) for token, place in pairs if token.start > helping.start)
        return next((p for t, p in behind if not (t.entities or t.value is not None or t.dated)), None)

    def _is_tied(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a preposition stands before a word, articles and the other words of its name between them."""
        place = at - 1
        while place >= 0 and (
            tokens[place].folded in self._grammar.definite or tokens[place].entities & tokens[at].entities
        ):
            place -= 1
        same = place >= 0 and tokens[place].clause == tokens[at].clause
        return same and tokens[place].folded in self._grammar.words.ties

    @staticmethod
    def _is_same(told: Told, place: int, doer: int) -> bool:
        """Whether two places are one word, or of one name."""
        shared = told.tokens[place].entities & told.tokens[doer].entities
        return place == doer or (bool(shared) and told.tokens[place].clause == told.tokens[doer].clause)

    def _doer(self, told: Told, deed: int) -> int | None:
        """Who does what a sentence tells in the active with whom it is done to; None where it does not."""
        tokens = told.tokens
        inside = [at for at, token in enumerate(tokens) if token.clause == tokens[deed].clause]
        led = any(AGENT in tokens[at].signs for at in inside if self._grammar.nouns or deed < at <= deed + _AGENT_WORDS)
        if led or any(PASSIVE in tokens[at].signs for at in inside):
            return None
        content = [at for at in inside if tokens[at].content]
        if not content or content[0] >= deed or tokens[content[0]].dated:
            return None
        if not self._grammar.is_named(tokens[content[0]]) and any(map(_governs, tokens[content[0]].signs)):
            return None  # "Wants it to be built": who wants it stands before.
        ties = self._grammar.words.ties - self._grammar.definite  # "Der" opens a clause as an article.
        if any(tokens[at].folded in ties for at in inside if at < content[0]):
            return None
        behind = [at for at in content if deed < at <= deed + _OBJECT_WORDS]
        between = [at for at in content if content[0] < at < deed and not self._is_same(told, at, content[0])]
        objects = behind[:1] + (between if self._grammar.nouns else [])
        done = any(
            not self._is_tied(tokens, at)
            and not tokens[at].dated
            and tokens[at].value is None
            and (at == deed + 1 or tokens[at].before in self._grammar.definite)
            for at in objects
        )
        return content[0] if done else None

    def _is_agent(self, claim: Clauses, token: Token) -> bool:
        """Whether a word that says who does it stands right before a word of a claim."""
        at = claim.tokens.index(token)
        return any(AGENT in other.signs for other in claim.tokens[max(0, at - _OBJECT_WORDS) : at])


def _governs(sign: str) -> bool:
    return sign.startswith(GOVERNS)
