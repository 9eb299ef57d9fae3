"""Says a claim that opens with whom something is done to with who does it first.

"Einen Rettungswagen versprach die Landrätin": "Die Landrätin versprach einen Rettungswagen". The first phrase has an
article that only such a phrase has, or a clitic right before the verb takes it up: "Las colonias las vio la bióloga".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.rules.grammar import SPEECH, is_time

# How many words the first phrase has at most, and how many parts stand between the verb and who does it.
_PHRASE, _BETWEEN = 6, 2
# The letters in which articles of women and of several end, as do the clitics that take such a noun up.
_ENDINGS = {"a", "s"}


class Fronted:
    """One article's way to put who does it before the verb."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._capitals = story.reading.language.nouns_capitalised
        self._relatives = frozenset(map(folded, story.reading.language.relatives))

    def straight(self, text: str) -> str | None:
        """The claim with who does it first, None where it does not open with whom something is done to."""
        if not self._may_be(text):
            return None
        clauses = self._story.claim(text)
        inside = [token for token in clauses.tokens if not token.clause]
        verb = self._verb(inside)
        if verb is None:
            return None
        taken_up, told = not self._is_cased(inside[0]), verb + 1
        told += taken_up and inside[verb].folded in self._words.perfects  # "Lo ha firmato".
        doer = self._doer(inside, told)
        if doer is None:
            return None
        start, end = doer
        helped = [self._text(text, inside, start, end), self._text(text, inside, verb, told)]
        behind = [self._text(text, inside, told, start), self._text(text, inside, end, len(inside))]
        rest = text[_end(inside[-1]) :].rstrip(" .")
        if end == len(inside) and rest and self._is_relative(clauses.openers):
            helped[0], rest = f"{helped[0]}{rest},", ""
        first = self._text(text, inside, 0, verb - taken_up)
        whole = " ".join(filter(None, (*helped, _lowered(first), *behind)))
        return f"{whole[0].upper()}{whole[1:]}{rest}."

    def _may_be(self, text: str) -> bool:
        """Whether a claim's first word is such an article, or one where a clitic may follow its noun."""
        first = folded(text.partition(" ")[0].partition("'")[0])
        if self._capitals:
            return first in self._words.accusative
        return first in self._story.leading and any(word in self._words.clitics for word in text.lower().split()[2:])

    def _is_cased(self, token: Token) -> bool:
        return self._capitals and token.folded in self._words.accusative

    def _is_relative(self, openers: Sequence[str]) -> bool:
        return len(openers) > 1 and openers[1] in self._relatives

    def _verb(self, tokens: Sequence[Token]) -> int | None:
        """Where the verb stands behind the first phrase."""
        if len(tokens) <= _PHRASE // 2:
            return None
        if self._is_cased(tokens[0]):
            noun = next((at for at in range(1, len(tokens)) if tokens[at].text[0].isupper()), len(tokens))
            plain = (at for at in range(noun + 1, len(tokens)) if self._is_word(tokens[at]))
            verb = next(plain, len(tokens))
            return verb if noun < verb <= _PHRASE and verb < len(tokens) - 1 else None
        if self._capitals or tokens[0].folded not in self._story.leading:
            return None
        clitics = (at for at in range(2, min(_PHRASE, len(tokens) - 1)) if self._takes_up(tokens, at))
        clitic = next(clitics, None)
        return None if clitic is None else clitic + 1

    def _is_word(self, token: Token) -> bool:
        """Whether a word is neither a noun nor ties or leads one."""
        small = token.folded in self._words.ties | self._story.leading | self._story.of_words
        return token.text[0].islower() and not small

    def _takes_up(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a clitic stands right before a verb, and no noun that it would be the article of."""
        behind = tokens[at + 1]
        word, article = tokens[at].folded, tokens[0].folded
        same = word in self._words.clitics and (word[-1] == article[-1]) == (article[-1] in _ENDINGS)
        free = tokens[at].before not in self._words.ties and not behind.entities and behind.text[0].islower()
        return same and free and tokens[at - 1].content

    def _doer(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        """Where who does it begins and ends, behind the verb or what a preposition ties there."""
        for _ in range(_BETWEEN):
            if at >= len(tokens):
                return None
            if is_time(tokens[at]):
                at += 1
                continue
            if tokens[at].folded in self._words.fused | (self._words.ties - self._story.leading):
                at = next((one for one in range(at + 1, len(tokens)) if tokens[one].content), len(tokens)) + 1
                continue
            if tokens[at].signs & SPEECH or self._is_cased(tokens[at]):
                return None
            end = self._phrase_end(tokens, at)
            return (at, end) if end > at else None
        return None

    def _phrase_end(self, tokens: Sequence[Token], at: int) -> int:
        """Where a noun's phrase that begins at a place ends: behind its noun or name."""
        start = at
        while at < len(tokens) and not self._heads(tokens, at, start):
            at += 1
        named = at < len(tokens)
        at += 1
        while at < len(tokens) and self._goes_on(tokens, at):
            at += 1
        return at if named else start

    def _heads(self, tokens: Sequence[Token], at: int, start: int) -> bool:
        token = tokens[at]
        if self._capitals:
            return token.text[0].isupper()
        return bool(token.entities) or (token.content and at > start and token.before in self._story.leading)

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        token, before = tokens[at], tokens[at - 1]
        named = bool(token.entities) and token.text[0].isupper()
        genitive = self._capitals and token.folded in self._story.of_words - self._words.ties
        of = genitive or (self._capitals and before.folded in self._story.of_words and token.text[0].isupper())
        return named or of or (self._capitals and token.text[0].isupper() and not is_time(token))

    @staticmethod
    def _text(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
        return text[tokens[first].start : _end(tokens[last - 1])] if first < last else ""


def _end(token: Token) -> int:
    return token.start + len(token.text)


def _lowered(phrase: str) -> str:
    """A phrase's article without the capital that it has at the beginning of a sentence."""
    return f"{phrase[0].lower()}{phrase[1:]}"
