"""Says a claim that opens with whom something is done to with who does it first.

"Einen Rettungswagen versprach die Landrätin": "Die Landrätin versprach einen Rettungswagen". The first phrase has an
article that only such a phrase has, or a clitic right before the verb takes it up: "Las colonias las vio la bióloga",
"Pe director l-a criticat primarul". Or it is set off: "It was the director whom the mayor praised".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.rules.grammar import FINITE, SPEECH, is_time

# How many words the first phrase has at most, and how many parts stand between the verb and who does it.
_PHRASE, _BETWEEN = 6, 2
# The most words that open a claim which sets somebody off.
_SET_OFF = 2


class Fronted:
    """One article's way to put who does it before the verb."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._capitals = story.reading.language.nouns_capitalised
        # A preposition of whom alone something is done to, where it has no other use at a sentence's beginning.
        self._marks = self._words.objects - self._words.givens
        self._relatives = frozenset(map(folded, story.reading.language.relatives))

    def straight(self, text: str) -> str | None:
        """The claim with who does it first, None where it does not open with whom something is done to."""
        opener = self._opener(text)
        if opener:
            return self._unset(text, opener)
        if not self._may_be(text):
            return None
        clauses = self._story.said(text)
        inside = [token for token in clauses.tokens if not token.clause]
        parts = self._parts(inside)
        if parts is None:
            return None
        verb, told, start, end = parts
        taken_up = not (inside[0].folded in self._marks or self._is_cased(inside[0]))
        helped = [self._text(text, inside, start, end), self._text(text, inside, verb, told)]
        behind = [self._text(text, inside, told, start), self._text(text, inside, end, len(inside))]
        rest = text[_end(inside[-1]) :].rstrip(" .")
        if end == len(inside) and rest and self._is_relative(clauses.openers):
            helped[0], rest = f"{helped[0]}{rest},", ""
        first = self._text(text, inside, 0, verb - taken_up)
        whole = " ".join(filter(None, (*helped, _lowered(first), *behind)))
        return f"{whole[0].upper()}{whole[1:]}{rest}."

    def order(self, tokens: Sequence[Token]) -> tuple[int, ...]:
        """The places of a sentence's words with who does it first, where a preposition marks its first phrase.

        Empty for another sentence, and for one that says more than a name behind a comma.
        """
        inside = [token for token in tokens if not token.clause]
        parts = self._parts(inside) if tokens and tokens[0].folded in self._marks else None
        if parts is None or not all(token.entities for token in tokens[len(inside) :]):
            return ()
        verb, told, start, end = parts
        named = range(len(inside), len(tokens))
        ahead, behind = range(verb), (*range(told, start), *range(end, len(inside)))
        return (*range(start, end), *named, *range(verb, told), *ahead, *behind)

    def _parts(self, tokens: Sequence[Token]) -> tuple[int, int, int, int] | None:
        """Where the verb begins and ends, and who does it."""
        verb = self._verb(tokens)
        if verb is None:
            return None
        marked, told = tokens[0].folded in self._marks, verb + 1
        # "Lo ha firmato".
        told += not (marked or self._is_cased(tokens[0])) and tokens[verb].folded in self._words.perfects
        while marked and told < len(tokens) and self._helps(tokens, told):
            told += 1  # "L-a criticat", "a criticat-o".
        doer = self._doer(tokens, told)
        return None if doer is None else (verb, told, *doer)

    def _opener(self, text: str) -> int:
        """How many words open a claim that sets somebody off: two of "it was", one of "foi"; 0 of another claim."""
        words = text.lower().replace("'", " ").replace("’", " ").split()[: _SET_OFF + 1]
        clefts = self._words.special["clefts"]
        return next((count for count in range(_SET_OFF, 0, -1) if "-".join(words[:count]) in clefts), 0)

    def _unset(self, text: str, opener: int) -> str | None:
        """A claim that sets off who does it, or whom something is done to, as a sentence with who does it first."""
        tokens = self._story.said(text).tokens
        relatives = self._words.special["cleft_objects"] | self._relatives
        at = next((at for at in range(opener + 1, len(tokens) - 1) if tokens[at].folded in relatives), 0)
        if not opener < at <= opener + _PHRASE or at + _SET_OFF >= len(tokens):
            return None
        off, behind = self._text(text, tokens, opener, at), text[tokens[at + 1].start :]
        if tokens[at].folded not in self._words.special["cleft_objects"] or not self._opens(tokens[at + 1]):
            return f"{off[0].upper()}{off[1:]} {behind}"
        end = self._phrase_end(tokens, at + 1)
        verb = next((one for one in range(end, len(tokens)) if tokens[one].content), None)
        if end == at + 1 or verb is None:
            return None
        doer = self._text(text, tokens, at + 1, verb + 1)
        rest = text[_end(tokens[verb]) :]
        return f"{doer[0].upper()}{doer[1:]} {off}{rest}"

    def _opens(self, token: Token) -> bool:
        """Whether a word begins who does it."""
        return bool(token.entities) or token.folded in self._story.leading

    def _may_be(self, text: str) -> bool:
        """Whether a claim's first word is such an article, or one where a clitic may follow its noun."""
        first = folded(text.partition(" ")[0].partition("'")[0])
        if self._capitals:
            return first in self._words.accusative
        if first in self._marks:
            return True
        return first in self._words.resumed and not self._words.clitics.isdisjoint(text.lower().split()[2:])

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
        if tokens[0].folded in self._marks:
            return self._behind_marked(tokens)
        if self._capitals or tokens[0].folded not in self._story.leading:
            return None
        clitics = (at for at in range(2, min(_PHRASE, len(tokens) - 1)) if self._takes_up(tokens, at))
        clitic = next(clitics, None)
        return None if clitic is None else clitic + 1

    def _behind_marked(self, tokens: Sequence[Token]) -> int | None:
        """Where the verb stands behind a phrase with its preposition, with a clitic: "pe director | l-a criticat"."""
        places = range(2, min(_PHRASE, len(tokens) - 1))
        taking = self._words.clitics | self._words.perfects
        return next((at for at in places if tokens[at].folded in taking), None)

    def _helps(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word still belongs to the verb before it."""
        return not tokens[at - 1].content or tokens[at].folded in self._words.clitics

    def _is_word(self, token: Token) -> bool:
        """Whether a word is neither a noun nor ties or leads one."""
        small = token.folded in self._words.ties | self._story.leading | self._story.of_words
        return token.text[0].islower() and not small

    def _takes_up(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a clitic that takes the first phrase up stands right before a verb, and none stands before it."""
        before, behind = tokens[at - 1], tokens[at + 1]
        taking = self._words.resumed.get(tokens[0].folded, "").split("/")
        verb = behind.mood in FINITE or behind.folded in self._words.perfects
        return tokens[at].folded in taking and verb and before.content and before.mood not in FINITE

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
        if token.entities or (token.content and self._words.definite_endings):
            return True
        return token.content and at > start and token.before in self._story.leading

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
