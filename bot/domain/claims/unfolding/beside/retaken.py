"""What is done to a pronoun by the second of two joined deeds, told of what the first is done to.

"The agency inspected the yard and closed it in June": "the agency closed the yard in June". So is what somebody else
does to it in a clause behind "but" or "and", where nothing else may be meant.
"""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import CAUSE, NOT, PASSIVE
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import Grammar, is_time, places_in, tells
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

# The most words between what joins two deeds and the pronoun: a verb of two words, a small one before it.
_VERB_WORDS = 3
# How many words of who does it, a verb and a thing stand at least before what joins.
_LEAST = 3
_SURE = frozenset({"past", "future", "conditional"})


class RetakenObjects:
    """One article's sentences with a pronoun for what their first deed is done to."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._agreement = agreement_of(story.reading.language.code)
        self._joins = story.words.joins | story.words.joining
        self._of = story.words.partitives
        self._ties = (story.words.ties | story.words.givens) - self._of - story.leading
        self._while = story.words.special["while"] | grammar.complements
        self._bare = story.words.free_order or bool(story.words.definite_endings)

    def of(self, told: Told) -> Iterator[Statement]:
        """The second deed of each two that a sentence joins so."""
        tokens, retaking = told.tokens, self._agreement.retaking
        for at in (at for at, token in enumerate(tokens) if token.folded in retaking and at > _LEAST):
            if self._is_pronoun(tokens, at):
                joined = self._joined(tokens, at)
                made = self._by_another(told, at) if joined is None else self._told(told, joined, at)
                yield from () if made is None else (made,)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against who does to a thing what another does to its pronoun: "A opposes it, B supports it"."""
        tokens, matched = aligned.told.tokens, aligned.matched
        subject = aligned.tokens[0] if aligned.tokens else None
        if subject is None or aligned.places[0] is None or not (subject.entities or self._grammar.is_role(subject)):
            return ""
        home = tokens[aligned.places[0]].clause
        inside = places_in(tokens, home + 1) if home < tokens[-1].clause else []
        for at in inside:
            if tokens[at].folded not in self._agreement.retaking or not self._is_pronoun(tokens, at):
                continue
            deed = [place for place in inside if place in matched and tokens[place].content]
            others = [place for place in inside if place not in matched and self._is_doer(tokens, place)]
            both = others and len([place for place in matched if tokens[place].clause == home]) > 1
            if deed and both and tells(claim.tokens, PASSIVE) == tells([tokens[one] for one in inside], PASSIVE):
                return f"gives to another what is done: {subject.text}"
        return ""

    def _is_doer(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may name who does it: a noun that nothing ties and that is no time."""
        token = tokens[at]
        named = bool(token.entities) or self._grammar.is_role(token) or self._grammar.is_noun(tokens, at)
        return token.content and named and not (at and self._is_tied(tokens, at)) and not is_time(token)

    def _is_pronoun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word that may be an article or tell whose something is stands for what a deed is done to."""
        token, behind = tokens[at], tokens[at + 1 : at + 2]
        if token.joined or not (self._story.is_possessive(token) or token.folded in self._story.leading):
            return True
        if token.folded not in self._words.clitics:
            return not any(one.content and one.clause == token.clause and not is_time(one) for one in behind)
        return any(one.folded in self._grammar.perfects or one.mood in _SURE for one in behind)

    def _joined(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where a word stands that joins a pronoun's deed to the one before, with no more than that deed between."""
        deeds = self._deeds(tokens[at])
        for place in range(at - 1, max(0, at - 2 - _VERB_WORDS), -1):
            token = tokens[place]
            deeds -= token.content
            if token.folded in self._joins:
                return place
            another = token.clause != tokens[at].clause or self._phrases.leads(token)
            if deeds < 0 or another or token.entities or is_time(token) or token.folded in self._ties:
                return None
        return None

    def _told(self, told: Told, joined: int, at: int) -> Statement | None:
        """The second deed with what the first is done to in a pronoun's place, None where that is not sure."""
        tokens, clause = told.tokens, _first_clause(told, joined)
        ahead = [place for place in places_in(tokens, clause) if place < joined]
        behind = self._behind(told, joined, at)
        doer = self._doer(tokens, ahead) if len(ahead) >= _LEAST else None
        if doer is None:
            return None
        thing = self._thing(tokens, [place for place in ahead if place > doer[-1]], tokens[at].folded)
        if thing is None:
            return None
        return self._made(tokens, doer, behind, at, thing)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _by_another(self, told: Told, at: int) -> Statement | None:
        """The deed of another's clause, None where it is not sure what a pronoun stands for there."""
        tokens, clause = told.tokens, told.tokens[at].clause
        if not clause:
            return None
        ahead, behind = places_in(tokens, clause - 1), places_in(tokens, clause)
        if told.clauses.openers[clause] in self._joins:
            behind = behind[1:]
        elif told.clauses.marks[clause] == "," and self._contrasts(told, clause - 1):
            ahead = [*dropwhile(lambda place: tokens[place].folded in self._while, ahead)]
        else:
            return None
        doer, first = (self._doer(tokens, places) if len(places) >= _LEAST else None for places in (behind, ahead))
        if doer is None or first is None or not self._is_right_behind(tokens, doer, at):
            return None
        pronoun = tokens[at].folded
        other = self._agrees(tokens, first, pronoun) and not self._is_of_thing(tokens[first[-1]], pronoun)
        things = [place for place in ahead if place > first[-1]]
        thing = None if other else self._thing(tokens, things, pronoun) or self._tied(tokens, things, pronoun)
        rest = [place for place in behind if place > doer[-1]]
        return None if thing is None else self._made(tokens, doer, rest, at, thing)

    def _contrasts(self, told: Told, clause: int) -> bool:
        """Whether a clause tells beside what somebody does what another does: "while A opposes it, | B supports it"."""
        opening = told.clauses.openers[max(0, clause - 1) : clause + 1]
        first = [word for word in opening if word not in self._grammar.complements]
        return first[-1:] != [] and first[-1] in self._words.special["while"]

    def _is_of_thing(self, doer: Token, pronoun: str) -> bool:
        """Whether who does it is a person, and a pronoun stands for no person."""
        return self._grammar.is_person(doer) and self._agreement.is_for_thing(pronoun)

    def _is_right_behind(self, tokens: Sequence[Token], doer: Sequence[int], at: int) -> bool:
        """Whether no more than a deed stands between who does it and a pronoun."""
        between = tokens[doer[-1] + 1 : at]
        tied = any(token.folded in self._ties for token in between)
        return doer[-1] < at and not tied and sum(token.content for token in between) <= self._deeds(tokens[at])

    def _deeds(self, pronoun: Token) -> int:
        """How many words that say something a pronoun's verb may have before it."""
        return int(pronoun.folded not in self._words.clitics or pronoun.joined)

    def _made(
        self, tokens: Sequence[Token], doer: Sequence[int], behind: Sequence[int], at: int, thing: range
    ) -> Statement:
        """A deed with a thing in a pronoun's place."""
        rest = [place for place in behind if place != at or "-" in tokens[at].folded]  # "L-a" helps its verb besides.
        where = next((n for n, place in enumerate(rest) if place > self._before(tokens, behind, at)), len(rest))
        order = (*doer, *rest[:where], *thing, *rest[where:])
        return Statement(frozenset(rest) - {at}, frozenset([*doer, *thing, at]), order)

    def _doer(self, tokens: Sequence[Token], ahead: Sequence[int]) -> Sequence[int] | None:
        """Who does it, before the verb; where no article stands before nouns, all before a past or what helps it."""
        if not self._bare:
            return self._phrases.first(tokens, ahead)
        small = self._grammar.perfects | self._words.clitics
        verb = next((at for at in ahead if tokens[at].mood == "past" or tokens[at].folded in small), ahead[0])
        found = [at for at in ahead if at < verb and NOT not in tokens[at].signs]
        return found if found and verb < ahead[-1] else None

    @staticmethod
    def _behind(told: Told, joined: int, at: int) -> list[int]:
        """The places of the second deed, with what it is the effect of: "closed it | because of lead"."""
        clause = told.tokens[at].clause
        cause = [token for token in told.tokens if token.clause == clause + 1][:1]
        caused = bool(cause) and CAUSE in cause[0].signs and not told.clauses.marks[clause + 1]
        last = clause + caused
        return [place for place, token in enumerate(told.tokens) if place > joined and clause <= token.clause <= last]

    def _before(self, tokens: Sequence[Token], behind: Sequence[int], at: int) -> int:
        """The place behind which a thing stands for a pronoun: that itself, or the verb that it stands before."""
        if tokens[at].folded not in self._words.clitics or tokens[at].joined:
            return at
        inside = [place for place in behind if place > at]
        return next((place for place in inside if tokens[place].folded not in self._grammar.perfects), at)

    def _thing(self, tokens: Sequence[Token], inside: Sequence[int], pronoun: str) -> range | None:
        """The only thing behind a verb that no preposition ties and that a pronoun may stand for."""
        found = [one for one in self._things(tokens, inside) if self._may_be(tokens, one, pronoun)]
        return found[0] if len(found) == 1 else None

    def _tied(self, tokens: Sequence[Token], inside: Sequence[int], pronoun: str) -> range | None:
        """The only noun of a deed, tied by a preposition, that a pronoun may stand for: "opposes (to) the plan"."""
        behind = inside[1:]
        tied = next((place for place in behind if tokens[place].folded in self._ties | self._words.fused), None)
        if tied is None or any(tokens[place].content for place in behind if place < tied):
            return None
        nouns = [place for place in behind if place > tied and tokens[place].content and not is_time(tokens[place])]
        led = tied if tokens[tied].folded in self._words.fused else tied + 1
        one = range(led, nouns[0] + 1) if len(nouns) == 1 else None
        return one if one is not None and self._agrees(tokens, one, pronoun) else None

    def _things(self, tokens: Sequence[Token], inside: Sequence[int]) -> Iterator[range]:
        """What stands behind a verb without a preposition: a name, or a noun with its article."""
        start = 0
        for place in inside[1:]:
            token = tokens[place]
            opens = self._phrases.leads(token) or (token.content and (self._bare or bool(token.entities)))
            if place < start or not opens or is_time(token) or self._is_tied(tokens, place):
                continue
            stop = self._end(tokens, inside, place)
            start = stop
            if any(tokens[at].content for at in range(place, stop)):
                yield range(place, stop)

    def _is_tied(self, tokens: Sequence[Token], place: int) -> bool:
        before = tokens[place - 1]
        ties = (self._ties | self._of) - self._words.objects  # "Arrested (pe) the driver".
        return before.folded in ties or tokens[place].folded in self._ties

    def _end(self, tokens: Sequence[Token], inside: Sequence[int], start: int) -> int:
        """The place behind a noun with what describes it, up to another preposition or a time."""
        stop = start + 1
        while stop in inside and tokens[stop].folded not in self._ties and not is_time(tokens[stop]):
            if self._phrases.leads(tokens[stop]) and tokens[stop - 1].folded not in self._of:
                break
            stop += 1
        return stop

    def _agrees(self, tokens: Sequence[Token], thing: Sequence[int], pronoun: str) -> bool:
        """Whether a pronoun may stand for what is told at some places."""
        content = [tokens[at] for at in thing if tokens[at].content] or [tokens[thing[-1]]]
        first = tokens[thing[0]]
        article = first.folded if first.folded in self._agreement.nouns else ""
        noun = content[-1 if self._agreement.heads_last else 0]
        return self._agreement.agree(pronoun, noun, article)

    def _may_be(self, tokens: Sequence[Token], thing: range, pronoun: str) -> bool:
        """The same of a thing that something is done to, whose ending may tell more: "водія" is of a man."""
        noun = next(tokens[at] for at in thing if tokens[at].content)
        forms = self._agreement.accusatives.items()
        form = next((form for ending, form in forms if noun.folded.endswith(ending)), "")
        return form in self._agreement.pronouns.get(pronoun, "") if form else self._agrees(tokens, thing, pronoun)


def _first_clause(told: Told, joined: int) -> int:
    """The clause of the deed before a word that joins: its own, or the one before where it opens that."""
    clause = told.tokens[joined].clause
    return clause - (joined > 0 and told.tokens[joined - 1].clause != clause)
