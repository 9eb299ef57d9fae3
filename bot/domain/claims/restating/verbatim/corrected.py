"""Sentences that tell when something is not, and then when it is, told of the second time alone.

"The pool will not open in May, but in June at the earliest": "the pool will open in June at the earliest".
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import Wording
from bot.domain.claims.rules.grammar import Grammar, is_time
from bot.domain.claims.rules.meant.corrections import Correction, correction_of


class CorrectedTimes:
    """One article's sentences, each laid beside a claim as the one statement that it makes.

    `lay` lays claims beside those that correct no time.
    """

    def __init__(self, story: Story, lay: Callable[..., Aligned] = align) -> None:
        self._story = story
        self._lay = lay
        self._grammar = story.once(Grammar)
        self._made: dict[int, tuple[Told, frozenset[str]] | None] = {}

    def align(self, tokens: Sequence[Token], told: Told, words: Wording, *, compounds: bool) -> Aligned:
        """A claim beside a sentence, as it tells of its second time where the claim has that."""
        made = self._of(told)
        if made is not None and any(is_time(token) and token.keys & made[1] for token in tokens):
            return align(tokens, made[0], words, compounds=compounds)
        return self._lay(tokens, told, words, compounds=compounds)

    def _of(self, told: Told) -> tuple[Told, frozenset[str]] | None:
        """A sentence of the article as it tells of its second time, with what only that is matched by."""
        number = told.number
        if number < 0 or told is not self._story.sentences[number]:
            return None
        if number not in self._made:
            found = correction_of(told.tokens, self._grammar)
            plain = found is not None and told.quoted.count(None) == len(told.quoted)
            self._made[number] = _corrected(told, found) if found is not None and plain else None
        return self._made[number]


def _corrected(told: Told, found: Correction) -> tuple[Told, frozenset[str]]:
    tokens, clauses = told.tokens, told.clauses
    home, last = tokens[found.denials[0]].clause, tokens[found.joint].clause
    gone = {*found.denials, *found.denied, found.joint}
    gone |= {at for at, token in enumerate(tokens) if home < token.clause < last}
    kept = [at for at in range(len(tokens)) if at not in gone]
    made = [tokens[at].copy() for at in kept]
    for before, token in zip((None, *made), made, strict=False):
        token.clause = token.clause if token.clause <= home else max(home, token.clause - last + home)
        token.before = before.folded if before is not None and before.clause == token.clause else ""
    parts = Clauses(
        made,
        [*clauses.openers[: home + 1], *clauses.openers[last + 1 :]],
        [*clauses.marks[: home + 1], *clauses.marks[last + 1 :]],
    )
    quoted = [told.quoted[at] for at in kept]
    whole = replace(told, clauses=parts, quoted=quoted, named={}, _places={})
    whole.place()
    denied = frozenset[str]().union(*(tokens[at].keys for at in found.denied))
    times = (tokens[at].keys for at in found.times)
    return whole, frozenset[str]().union(*times) - denied
