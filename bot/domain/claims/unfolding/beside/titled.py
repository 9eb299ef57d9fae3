"""What stands behind somebody's name and tells what they are, each part as a sentence of its own.

"..., said Ann Reed, chair of the club and head of the kilns for 22 years": "Ann Reed is head of the kilns".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from unicodedata import normalize

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, nobody
from bot.domain.claims.comparing.wording import FORMER, GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_year, places_in
from bot.domain.claims.unfolding.beside.spoken import Spoken

# What was, or will be.
_OTHERWISE = {WAS, f"{GOVERNS}future"}


class TitledStatements:
    """One article's sentences and what they tell that somebody is."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._grammar = grammar
        self._found: dict[int, list[Spoken]] = {}
        self._is_role = story.reading.language.is_role

    def beside(self, aligned: Aligned) -> Told | None:
        """The statement that all that a claim takes of a sentence is from, None where there is none."""
        told = aligned.told
        if aligned.missing or "," not in told.clauses.marks:
            return None
        found = self._found.get(told.number)
        if found is None:
            found = self._found[told.number] = list(self._of(told))
        for one in found:
            if aligned.matched & one.inside and aligned.matched <= one.inside | one.doer:
                return one.told
        return None

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a claim tells that somebody was or will be what such an aside tells that they are, "" if not."""
        told = aligned.told
        if not any(one.told is told for one in self._found.get(told.number, ())):
            return ""
        roles = [told.tokens[at] for at in aligned.matched if self._is_role(told.tokens[at].text.lower())]
        elected = any(map(self._grammar.is_participle, roles))  # "Eleita em 2019".
        lasts = elected or any(one.value is not None for one in claim.tokens)  # "Has been head for 22 years".
        been = frozenset[str]() if lasts else self._story.words.been
        otherwise = _OTHERWISE - {WAS} if elected else _OTHERWISE
        told_of = (one for one in claim.tokens if one.mood == "future" or one.signs & otherwise or one.folded in been)
        at = next(told_of, None)
        return "" if at is None else f"says when otherwise: {at.text}"

    def _of(self, told: Told) -> Iterator[Spoken]:
        """What each such aside of a sentence tells, role by role."""
        tokens, clauses = told.tokens, told.clauses
        for clause in range(1, len(clauses.openers)):
            aside = places_in(tokens, clause) if clauses.marks[clause] == "," else []
            role = self._role(tokens, aside)
            name = self._name(tokens, aside[0] - 1) if role else []
            own = name and not any(self._is_anothers(tokens, at) for at in aside[:-1])
            if own and not any(self._tells(tokens[at]) for at in aside[1:]):
                yield from self._parts(told, name, aside)

    def _role(self, tokens: Sequence[Token], places: Sequence[int]) -> bool:
        """Whether a word for what somebody is opens some places, an article before it or none."""
        led = bool(places) and tokens[places[0]].folded in self._story.leading
        return len(places) > led + 1 and self._is_role(tokens[places[led]].text.lower())

    def _is_anothers(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word for what somebody is stands right before a person's name: "| editor Tom Bell"."""
        behind = tokens[at + 1]
        person = self._grammar.is_person(behind, surely=True) and behind.text[0].isupper()
        return person and self._is_role(tokens[at].text.lower())

    def _name(self, tokens: Sequence[Token], last: int) -> list[int]:
        """Where the name of somebody stands that ends at a place, [] where none does."""
        one = tokens[last].entities
        if len(one) != 1 or not any(map(self._story.is_person, one)) or not tokens[last].text[0].isupper():
            return []
        first = last
        while first and tokens[first - 1].entities == one and tokens[first - 1].clause == tokens[last].clause:
            first -= 1
        return list(range(first, last + 1))

    @staticmethod
    def _tells(token: Token) -> bool:
        """Whether a word is a verb or a year, denies, or tells that somebody is something no more."""
        known = token.signs & (SPEECH | {NOT, IS, WAS, PASSIVE, FORMER})
        return is_year(token) or bool(known) or (token.mood in FINITE and token.content) or governs(token)

    def _parts(self, told: Told, name: list[int], aside: list[int]) -> Iterator[Spoken]:
        """Each role of an aside, where the next is joined to it."""
        tokens, joining = told.tokens, self._story.words.joining
        roles = [at for at in aside if self._is_role(tokens[at].text.lower())]
        # "Chefin der Firma und seit 22 Jahren Leiterin".
        joined = [at for at in aside[1:] if at < roles[-1] and tokens[at].folded in joining]
        starts = [aside[0], *joined]
        for start, end in zip(starts, [*starts[1:], aside[-1] + 1], strict=True):
            own = list(range(start + (start != aside[0]), end))
            yield Spoken(frozenset(own), frozenset(name), self._as_being(told, name, own))

    def _as_being(self, told: Told, name: list[int], role: list[int]) -> Told:
        """A sentence that tells that somebody is something."""
        being = [token.copy() for token in self._being]
        tokens = [*(told.tokens[at].copy() for at in name), *being, *(told.tokens[at].copy() for at in role)]
        for at, token in enumerate(tokens):
            token.clause, token.before = 0, tokens[at - 1].folded if at else ""
        quoted = [told.quoted[at] for at in name] + [None] * len(being) + [told.quoted[at] for at in role]
        made = replace(told, clauses=Clauses(tokens, [tokens[0].folded], [""]), quoted=quoted, named={}, _places={})
        made.place()
        return made

    @cached_property
    def _being(self) -> list[Token]:
        """The word that tells what somebody is."""
        signs = self._story.words.signs
        known = sorted(one for one in self._story.words.copulas if IS in signs.get(one, ()) and WAS not in signs[one])
        being = normalize("NFC", "".join(known[:1]))
        return self._story.tokenizer.read(being, 0, len(being), nobody).tokens if being else []
