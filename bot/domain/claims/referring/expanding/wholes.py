"""Sentences with all that the one right before says in the place of a word for it: "The council decided that"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, folded
from bot.domain.claims.referring.expanding.expanded import Expanded, in_clause, in_full, tells
from bot.domain.claims.referring.pointers import Pointers


class Wholes:
    """One article's sentences with words for all that the one before says."""

    def __init__(self, story: Story, pointers: Pointers) -> None:
        language = story.reading.language
        self._story, self._words, self._pointers = story, story.words, pointers
        self._compounds = language.nouns_capitalised
        self._ends = language.verb_second and bool(language.perfect)
        self._that = next(iter(sorted(map(folded, language.that))), "")

    def of(self, aligned: Aligned, other: Told) -> Iterator[Expanded]:
        """A sentence with all that the one right before says, where a word of it may stand for that."""
        told = aligned.told
        noun = next((told.tokens[at] for at in range(1, len(told.tokens)) if self._repeats(told, at)), None)
        if self._that and (noun is not None or self._pointers.stands_for_all(aligned)):
            yield self._completed(told, other, noun)

    def _repeats(self, told: Told, at: int) -> bool:
        """Whether a noun with an article stands for what the sentence before says: "the decision", "das Angebot"."""
        token = told.tokens[at]
        if token.stem not in self._words.referring or not token.content or token.entities:
            return False
        led = token.before in self._story.leading and token.before not in self._words.perfects
        return led and told.tokens[at - 1].clause == token.clause  # "A criticat": "a" is an article too.

    def _completed(self, told: Told, other: Told, noun: Token | None) -> Expanded:
        """A sentence with what the one before says as what completes it; the deed that a noun names is said by it."""
        first = len(told.clauses.openers)
        openers = [*told.clauses.openers, self._that, *other.clauses.openers[1:]]
        marks = [*told.clauses.marks, ",", *other.clauses.marks[1:]]
        tokens = [token.copy() for token in told.tokens]
        for token in other.tokens:
            put_in = in_clause(token, token.clause + first)
            if noun is not None and _names(noun, token):
                put_in.signs, put_in.content = frozenset(), False
            tokens.append(put_in)
        full = in_full(told, tokens, [*told.quoted, *other.quoted], Clauses(tokens, openers, marks))
        first, last = len(told.tokens), len(tokens)
        deeds = frozenset(at for at in range(first, last) if self._may_be_deed(tokens, at))
        return Expanded(full, other.number, first, last, whole=True, ends=self._ends, deeds=deeds)

    def _may_be_deed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may be a verb: no name, number or day, and no noun by its capital or what stands before it."""
        token, before = tokens[at], tokens[at - 1]
        noun = token.before in self._story.leading or token.before in self._words.ties or before.value is not None
        noun = noun or (self._compounds and token.text[0].isupper())
        return token.content and tells(token) and token.value is None and not noun


def _names(noun: Token, deed: Token) -> bool:
    """Whether a noun names a deed: by its stem, or as both offer, demand, allege ..."""
    governed = {sign for sign in noun.signs & deed.signs if sign.startswith(GOVERNS)}
    return bool(governed) or not noun.keys.isdisjoint(deed.keys)
