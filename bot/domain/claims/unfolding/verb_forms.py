"""Words that are verbs in a clause, or help one, as far as their forms tell."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs


class VerbForms:
    """The verbs of one article's clauses."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar

    def _is_light_before(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a small word stands before a verb, and is no article of a noun: "preside | la fundación"."""
        light = self._is_light(tokens[at])
        return light and (not self.leads(tokens[at]) or any(map(self._is_finite, tokens[at + 1 : min(at + 2, end)])))

    def _is_adverb(self, token: Token, behind: Token) -> bool:
        """Whether a word stands between who does it and the verb: "which usually decides"."""
        plain = token.content and not token.mood and not token.entities and not governs(token)
        return plain and bool(behind.mood) and behind.content and not self._grammar.is_participle(token)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def second_verb(self, tokens: Sequence[Token], inside: Sequence[int]) -> int | None:
        """Where a second verb begins behind a noun: "that destroyed the hall | spared the pool"."""
        verbs = [at for at in inside if self._is_finite(tokens[at])]
        taken_up = self._grammar.postposed and len(inside) > 1 and self._is_light(tokens[inside[0]])
        verbs = [inside[1], *verbs] if taken_up and inside[1] not in verbs else verbs  # "Pe care îl | angajase".
        if inside and inside[0] not in verbs and self._may_open(tokens[inside[0]]) and self._takes(tokens, inside):
            verbs = [inside[0], *verbs]  # "Who saw the fire | was questioned".
        for at in verbs[1:]:
            first = at - (tokens[at].mood == "past" and self._perfects(tokens[at - 1]))
            first -= first == at and tokens[at].folded in self._words.been and self._perfects(tokens[first - 1])
            while first - 1 in inside and self._is_light(tokens[first - 1]):
                first -= 1
            before = tokens[first - 1]
            if first <= verbs[0]:
                continue  # "Whom the bank had sued": "had" is of the first one.
            noun = before.content and first - 1 not in verbs and before.folded not in self._words.ties
            if first == at and self._is_whole_past(tokens[first - 2 : first]) and tokens[at].mood == "past":
                return first  # "Whom the bank had sued | attacked the clerk".
            if noun and not (self._grammar.is_participle(before) and tokens[at].folded not in self._words.perfects):
                return first
        return None

    def is_unsure(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether no form tells that the word right behind a relative one is a verb, nor the next: "police stopped"."""
        near = [tokens[at] for at in inside[1:3]]
        return bool(near) and self._may_open(near[0]) and not any(map(self._is_finite, near))

    def _takes(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether no name stands right behind a clause's first word, which does it there: "que preside | Ann Lee"."""
        return not (self._grammar.postposed and any(tokens[at].entities for at in inside[1:2]))

    def _may_open(self, token: Token) -> bool:
        """Whether a word right behind a relative one may be its verb, though no ending tells: "who | saw"."""
        plain = token.content and not (token.entities or token.dated or token.signs) and token.value is None
        return plain and token.text[0].islower() and token.before not in self._words.ties

    def _perfects(self, token: Token) -> bool:
        """Whether a word makes a past of a participle that no helping verb of its own makes: "had | been sold"."""
        return token.folded in self._words.special["perfected"]

    def _is_whole_past(self, tokens: Sequence[Token]) -> bool:
        """Whether two words are a whole verb in the past: "had sued"."""
        helping = self._words.special["perfected"] | self._grammar.perfects
        helps = any(token.folded in helping for token in tokens[:1])
        return helps and (self._grammar.is_participle(tokens[-1]) or tokens[-1].mood == "past")

    def _is_light(self, token: Token) -> bool:
        """Whether a word is a pronoun before a verb or denies it."""
        small = self._words.clitics | self._grammar.reflexives
        return not token.content and (NOT in token.signs or token.folded in small)

    def leads(self, token: Token) -> bool:
        """Whether a word opens a noun phrase: an article, a possessive."""
        return token.folded in self._story.leading and not token.signs and token.folded not in self._grammar.perfects

    def _is_infinitive(self, token: Token) -> bool:
        return self._words.free_order and token.folded.endswith(self._words.infinitives or ("\0",))

    def _is_helping(self, token: Token) -> bool:
        helps = token.folded in self._grammar.perfects or token.signs & {IS, WAS, PASSIVE}
        return bool(helps) or governs(token)

    def _is_finite(self, token: Token) -> bool:
        """Whether a word is a verb by its ending, or helps one."""
        return (token.mood in FINITE and not token.entities) or self._is_helping(token)
