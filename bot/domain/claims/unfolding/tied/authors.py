"""Whose a thing is by what a participle tells of it: "a plan drawn up by the council" is "the council's plan".

That holds of who made it or runs it: "a plan criticised by the council" is no plan of the council's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in
from bot.domain.claims.unfolding.described import DescribedStatements
from bot.domain.claims.unfolding.tied.owners import ToldOwners
from bot.domain.claims.unfolding.tied.phrases import TiedPhrases


@dataclass(frozen=True)
class Authored:
    """A thing and by whom a participle says that something is done to it, by positions.

    Attributes:
        thing: the noun for it, with what describes it.
        deed: the participle.
        doer: by whom, with an article.
        order: the sentence with who does it right behind the thing and without the participle; empty where the deed
            does not make it theirs, or that is not sure.
        ahead: how many words of the order stand before who does it.
        behind: how many of its last words are a clause of their own.
    """

    thing: range
    deed: int
    doer: tuple[int, ...]
    order: tuple[int, ...]
    ahead: int
    behind: int = 0


class AuthoredThings:
    """One article's sentences and such things in them."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._making = story.words.special["making"]
        self._words = story.words
        self._grammar = grammar
        self._phrases = TiedPhrases(story, grammar)
        self._owners = story.once(ToldOwners)
        self._small = story.words.ties | story.leading | story.of_words
        self._described = DescribedStatements(story, grammar, self._phrases)
        self._found: dict[int, list[Authored]] = {}

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a claim calls a thing somebody's to which they do something else, or lets them do that; "" if not."""
        found, matched = self.of(aligned.told), aligned.matched
        for one in found:
            if one.deed in matched:
                others = (other for other in found if matched.isdisjoint(one.doer) and other.deed not in matched)
                doer = next((at for other in others for at in other.doer if at in matched), None)
                if doer is not None:
                    return f"gives to another what is done: {aligned.told.tokens[doer].text}"
            elif not one.order and self._owns(claim, aligned, one):
                tokens = aligned.told.tokens
                return f"joins {tokens[one.thing[-1]].text} with what another belongs to: {tokens[one.deed].text}"
        return ""

    def is_told(self, one: Authored, aligned: Aligned) -> bool:
        """Whether a claim has who made a thing right beside it: "the council's plan", not "the council has a plan"."""
        things = [at for at, place in enumerate(aligned.places) if place in one.thing]
        doers = [at for at, place in enumerate(aligned.places) if place in one.doer]
        pairs = ((min(thing, doer), max(thing, doer)) for thing in things for doer in doers)
        return one.order != () and any(self._are_beside(aligned.tokens, *pair) for pair in pairs)

    def _are_beside(self, tokens: Sequence[Token], first: int, second: int) -> bool:
        """Whether nothing but small words stands between two words of a claim."""
        before = tokens[second].before
        return second == first + 1 and (before in self._small or before == tokens[first].folded)

    def _owns(self, claim: Clauses, aligned: Aligned, one: Authored) -> bool:
        """Whether a claim calls a thing somebody's."""
        owned = [self._owners.of(claim, token) for token, at in aligned.pairs if at in one.thing]
        return any(token in owned and at in one.doer for token, at in aligned.pairs) if owned else False

    def of(self, told: Told) -> list[Authored]:
        """The things of a sentence, found once."""
        found = self._found.get(told.number)
        if found is None:
            led = [at for at, token in enumerate(told.tokens) if AGENT in token.signs and at > 1]
            led = led or self._cased(told.tokens)
            found = self._found[told.number] = [*self._behind(told, led), *self._ahead(told)] if led else []
        return found

    def _cased(self, tokens: Sequence[Token]) -> list[int]:
        """Where participles stand before a word whose case tells by whom it is done."""
        suffered, endings = self._words.suffered, self._words.agent_endings
        if not suffered or not endings:
            return []
        ending = [at for at, token in enumerate(tokens[:-1]) if token.folded.endswith(suffered) and at]
        return [at for at in ending if tokens[at + 1].folded.endswith(endings)]

    def _ahead(self, told: Told) -> Iterator[Authored]:
        """Things with a participle before them: "den vom Rat vorgelegten Plan"."""
        tokens = told.tokens
        for one in self._described.found(told) if self._grammar.nouns else ():
            start, noun = one.noun
            led = next((at for at in range(start + 1, one.deed) if AGENT in tokens[at].signs), None)
            doer = tuple(range(led + 1, one.deed)) if led is not None else ()
            if not doer or any(tokens[at].folded in self._words.ties for at in doer):
                continue
            ahead = [at for at in places_in(tokens, tokens[noun].clause) if at <= start]
            rest = [at for at in places_in(tokens, tokens[noun].clause) if at > noun]
            sure = self._makes(tokens, one.deed) and not tokens[noun].clause
            order = (*ahead, noun, *doer, *rest) if sure else ()
            yield Authored(range(noun, noun + 1), one.deed, doer, order, len(ahead) + 1)

    def _behind(self, told: Told, agents: Sequence[int]) -> Iterator[Authored]:
        """Things with a participle right behind them, or behind a comma: "the plan, drawn up by the council, ..."."""
        tokens = told.tokens
        for led in agents:
            deed = led - (AGENT in tokens[led].signs)
            deed -= not self._may_tell(tokens, deed)  # "Drawn up by".
            thing = self._thing(told, deed) if self._may_tell(tokens, deed) else None
            doer = self._doer(tokens, led) if tokens[deed].clause == tokens[led].clause else ()
            if thing is None or not doer:
                continue
            if self._makes(tokens, deed) and not tokens[thing.start].clause:
                yield self._without_participle(told, thing, deed, doer)
            else:
                yield Authored(thing, deed, doer, (), 0)

    def _makes(self, tokens: Sequence[Token], deed: int) -> bool:
        return tokens[deed].folded in self._making

    def _may_tell(self, tokens: Sequence[Token], deed: int) -> bool:
        """Whether a word may be a participle that tells of a noun before it."""
        token = tokens[deed]
        if not is_plain(token) or token.text[0].isupper():
            return False
        if self._makes(tokens, deed):
            return True
        if self._words.suffered:
            return token.folded.endswith(self._words.suffered)
        ends = not self._words.participles or token.text.lower().endswith(self._words.participles)
        return ends and (token.content or bool(self._words.participles))

    def _thing(self, told: Told, deed: int) -> range | None:
        """Where the noun stands that a participle tells of, None where that is not sure."""
        tokens, found = told.tokens, self._noun(told, deed)
        if found is None or not self._grammar.postposed or found.start < 1 or len(found) > 1:
            return found
        before = tokens[found.start - 1]
        noun = before.content and is_plain(before) and before.clause == tokens[found.start].clause
        noun = noun and not self._phrases.is_verbal(tokens, found.start - 1)
        return range(found.start - noun, found.stop)  # "L'offre concurrente".

    # Complexity: each way in which a noun may stand before its participle is a question of its own.
    def _noun(self, told: Told, deed: int) -> range | None:
        """The same without what stands before a word that describes it."""
        tokens, clause = told.tokens, told.tokens[deed].clause
        inside = places_in(tokens, clause)
        first, before = deed == inside[0], tokens[deed].before
        if self._grammar.nouns and not first:
            return None  # "Von Weber geplant, von Reet gebaut".
        if not first and before not in self._words.joining:
            return self._phrases.noun_at(tokens, [at for at in inside if at < deed])
        aside = clause > 0 and told.clauses.marks[clause] == "," and (first or self._may_tell(tokens, inside[0]))
        if not aside:
            return None
        last = places_in(tokens, clause - 1)[-1:]
        found = self._phrases.last(tokens, clause - 1)
        if found is not None or not last or not tokens[last[0]].content or not is_plain(tokens[last[0]]):
            return found
        led = self._words.free_order or self._phrases.leads(tokens[last[0] - 1])
        return range(last[0], last[0] + 1) if led else None

    def _doer(self, tokens: Sequence[Token], led: int) -> tuple[int, ...]:
        """By whom it is done, behind the word that leads to them."""
        inside = [at for at in places_in(tokens, tokens[led].clause) if at > led]
        if not inside:
            return ()
        if tokens[inside[0]].entities and tokens[inside[0]].text[0].isupper():
            return tuple(range(inside[0], self._phrases.name_end(tokens, inside, inside[0])))
        start = inside[0] + self._phrases.leads(tokens[inside[0]])
        stop = start
        while stop in inside and tokens[stop].content and not self._phrases.is_verbal(tokens, stop):
            stop += 1
        return tuple(range(inside[0], stop)) if stop > start else ()

    def _without_participle(self, told: Told, thing: range, deed: int, doer: tuple[int, ...]) -> Authored:
        """A thing of a main clause, which is told without its participle, who did it behind the thing."""
        tokens, marks = told.tokens, told.clauses.marks
        home, aside = tokens[thing.start].clause, tokens[deed].clause
        ahead = [at for at in places_in(tokens, home) if at < thing.stop]
        rest = [at for at in places_in(tokens, home) if at > doer[-1]]
        more: list[int] = []
        if home != aside:
            rest = places_in(tokens, aside + 1) if marks[aside + 1 : aside + 2] == [","] else []
            more = places_in(tokens, aside + 2) if marks[aside + 1 : aside + 3] == [",", ""] else []
        if any(self._phrases.is_verbal(tokens, at) for at in more):
            more = []  # "Ne prévoit | que 50 postes", but not "prévoit | que X achète".
        return Authored(thing, deed, doer, (*ahead, *doer, *rest, *more), len(ahead), len(more))
