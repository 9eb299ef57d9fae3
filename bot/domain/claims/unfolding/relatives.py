"""What a relative clause tells, as a sentence of its own, and what a claim takes from it and from the rest.

"The hall, which Ann Reed built, was sold by Tom Webb": "Ann Reed built the hall"; Webb did not build it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.cues.asides import is_set_off
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, places_in
from bot.domain.claims.unfolding.clause_parts import ClauseParts, Relative, ToldOf
from bot.domain.claims.unfolding.phrases import PhraseFinder
from bot.domain.claims.unfolding.tied.apposed import ApposedNouns

SUBJECT, OBJECT, EITHER = "s", "o", "b"
# How many words open a sentence that sets off who did not do it: "it was not", "ce n'est pas".
_CLEFT = 3
# What stands before a noun that no clause completes, though it governs another verb: "wants to buy the hall that ...".
_AHEAD = {f"{GOVERNS}{name}" for name in ("plan", "must", "attempt", "future", "possible")}


class RelativeClauses:
    """One article's sentences and their relative clauses."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases
        self._apposed = ApposedNouns(story, grammar, phrases)
        agreement = agreement_of(story.reading.language.code)
        self._relating, self._marks = agreement.relating, agreement.addressing | story.words.objects
        self._origins = agreement.origins

    def of(self, told: Told) -> Iterator[Relative]:
        """A sentence's relative clauses."""
        for clause, opener in enumerate(told.clauses.openers):
            found = self._read(told, clause) if clause and self._may_relate(opener) else None
            if found is not None:
                yield found

    def _may_relate(self, opener: str) -> bool:
        return opener in self._relating or opener in self._marks

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _read(self, told: Told, clause: int) -> Relative | None:
        tokens = told.tokens
        inside = self._whole(told, clause)
        marked = tokens[inside[0]].folded in self._marks and len(inside) > 1
        form = self._relating.get(tokens[inside[marked]].folded)
        if form is None or any(told.quoted[at] is not None for at in inside) or len(inside) <= marked + 1:
            return None
        before = self._before(told, clause)
        addressed = before != places_in(tokens, clause - 1)
        named = self._phrases.noun_at(tokens, before) if addressed else self._phrases.last(tokens, clause - 1)
        if named is None or not self._is_relative(told, clause, named):
            return None
        chain, named = self._phrases.told_of(tokens, named)
        parted = self._parted(told, clause, inside[marked + 1 :], chain)
        if parted is None:
            return None
        made = self._made(told, *parted, ToldOf(named, chain, OBJECT if marked or addressed else form))
        if (
            made is not None
            and made.behind
            and not told.clauses.marks[clause]
            and self._phrases.is_unsure(tokens, inside)
        ):
            made = replace(made, behind=())  # "Owners who let their flats": of whom it is told are not all.
        return None if made is None else self._apposed.add(told, clause, named, made)

    def _before(self, told: Told, clause: int) -> list[int]:
        """The clause before one, without what stands there that tells to whom this is done: "el juez al | que"."""
        tokens, before = told.tokens, places_in(told.tokens, clause - 1)
        inside = [*before]
        marks = self._story.words.objects
        while inside and (tokens[inside[-1]].folded in marks or self._phrases.leads(tokens[inside[-1]])):
            inside.pop()
        marked = any(tokens[at].folded in marks for at in before[len(inside) :])
        return inside if marked and inside and not told.clauses.marks[clause] else before

    def _whole(self, told: Told, clause: int) -> list[int]:
        """A clause with those that its own infinitive or subjunctive opens: "pe care nu vrea | să o plătească"."""
        inside, marks = places_in(told.tokens, clause), self._story.words.infinitive_marks
        parted = told.clauses.marks[clause + 1 : clause + 3] == [",", ","]
        for aside in self._named_aside(told, clause) if parted else ():
            inside, clause = inside + places_in(told.tokens, aside), aside
        while clause + 1 < len(told.clauses.openers) and not told.clauses.marks[clause + 1]:
            clause += 1
            if told.clauses.openers[clause] not in marks:
                break
            inside += places_in(told.tokens, clause)
        return inside

    def _named_aside(self, told: Told, clause: int) -> range:
        """The clauses of an aside that names whom a clause opens with, and of what goes on: "which he, Ann, ..."."""
        ahead = [token for token in told.tokens if token.clause == clause]
        aside = [token for token in told.tokens if token.clause == clause + 1 and token.content]
        named = [token for token in aside if self._grammar.is_person(token) and token.text[0].isupper()]
        verbal = any(token.mood in FINITE or token.entities for token in ahead)
        return range(clause + 1, clause + 3) if named == aside != [] and not verbal else range(0)

    def _is_relative(self, told: Told, clause: int, named: range) -> bool:
        """Whether a clause tells of the noun before it, and does not complete a verb: "told the council that"."""
        before, led_by = told.tokens[named.stop - 1], told.tokens[max(0, named.start - 1)]
        if told.clauses.marks[clause] not in {"", ","} or NOT in before.signs:
            return False
        apart = NOT in led_by.signs and is_set_off(told, before.clause)
        if apart or self._is_denied(told, clause, named):
            return False  # "It was the nurse, not the family, | who called."
        if self._grammar.nouns:
            return self._phrases.ends_in_verb(told.tokens, places_in(told.tokens, clause))
        if told.clauses.openers[clause] not in self._grammar.complements:
            return True
        if told.clauses.marks[clause] == "," and self._is_told_aside(told, clause, named):
            return True
        ahead = [token for token in told.tokens if token.clause == clause - 1]
        signs = frozenset[str]().union(*(token.signs for token in ahead)) - _AHEAD
        return not signs & SPEECH and not any(sign.startswith(GOVERNS) for sign in signs)

    @staticmethod
    def _is_denied(told: Told, clause: int, named: range) -> bool:
        """Whether a sentence only sets off who did not do it: "it was not the nurse | who called"."""
        opening = [told.tokens[at] for at in places_in(told.tokens, clause - 1) if at < named.start]
        return any(NOT in one.signs for one in opening) and not any(one.content for one in opening[:_CLEFT])

    def _is_told_aside(self, told: Told, clause: int, named: range) -> bool:
        """Whether a clause behind a comma tells of the noun before that, and completes nothing."""
        inverted = self._is_inverted(told.tokens, places_in(told.tokens, clause)[1:])
        return inverted or self._is_close_behind(told, clause, named)

    def _is_inverted(self, tokens: Sequence[Token], inside: list[int]) -> bool:
        """Whether a clause has its verb first and who does it behind: ", que dirige Anne Roy"."""
        verb = self._phrases.verb(tokens, inside, None)
        return bool(verb) and verb[0] == inside[0] and self._phrases.behind(tokens, inside, verb) is not None

    def _is_close_behind(self, told: Told, clause: int, named: range) -> bool:
        """Whether a comma alone parts a noun from a clause, where none stands before what is completed."""
        marked = self._grammar.nouns or self._story.words.free_order
        ahead = [told.tokens[at] for at in places_in(told.tokens, clause - 1) if at < named.start]
        helping = self._grammar.perfects
        return not marked and any(one.mood in FINITE or one.folded in helping or governs(one) for one in ahead)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _parted(self, told: Told, clause: int, inside: list[int], named: range) -> tuple[list[int], list[int]] | None:
        """A relative clause, and where the sentence goes on behind it with the antecedent as its subject.

        None where the antecedent is the subject and where its verb begins is not told.
        """
        tokens, marks = told.tokens, told.clauses.marks
        first = self._phrases.titled(tokens, named).start
        ahead = [at for at in places_in(tokens, clause - 1) if at < first]
        if any(tokens[at].content or tokens[at].folded in self._story.words.ties for at in ahead):
            return inside, []
        if marks[clause] == "," or self._grammar.nouns:
            goes_on = clause + 1 < len(marks) and marks[clause + 1] == ","
            behind = places_in(tokens, clause + 1) if goes_on else []
            hangs = any(tokens[at].folded in self._story.words.clause_infinitives for at in behind)
            return inside, [] if hangs else behind  # "Die er bat, | den Hof zu kaufen, | lehnte ab".
        second = self._phrases.second_verb(tokens, inside)
        if second is None:
            return None
        return [at for at in inside if at < second], [at for at in inside if at >= second]

    # Complexity: each part of a clause is looked for behind the one before.
    def _made(self, told: Told, inside: list[int], rest: list[int], of: ToldOf) -> Relative | None:
        tokens = told.tokens
        doer = self._phrases.first(tokens, inside) if inside else None
        verb = self._phrases.verb(tokens, inside, doer)
        if not verb:
            return None
        main = self._phrases.verb(tokens, rest, None)
        chained = of.chain == of.named or (of.form == OBJECT and self.is_one(tokens, of.chain))
        told_of = self._phrases.titled(tokens, of.chain)
        order = self._order(tokens, inside, ClauseParts(told_of, verb, doer, of.form)) if chained else None
        joined = self._joined_verbs(tokens, [at for at in inside if at not in (doer or ())], verb)
        parts = [*verb, *joined], main, doer or self._behind_verb(order, verb, told_of) if order else ()
        deeds, others, does = [frozenset([at for at in places if tokens[at].content]) for places in parts]
        nouns = frozenset[int]()
        if not deeds:  # "Who has two shops": a verb that says nothing by itself.
            nouns = frozenset(at for at in inside if tokens[at].content and is_plain(tokens[at])) - does
        ordered = tuple(order or ())
        whole, subject = frozenset(inside), frozenset(told_of)
        return Relative(whole, subject, deeds | nouns, others, ordered, tuple(rest), doer=does, nouns=nouns)

    @staticmethod
    def _behind_verb(order: Sequence[int], verb: Sequence[int], told_of: range) -> Sequence[int]:
        """Who does it behind the verb: "al que había insultado | un delantero"; nobody where whom it tells of does."""
        first = order[: order.index(verb[0])] if verb[0] in order else ()
        return () if set(first) & {*told_of} else first

    def _joined_verbs(self, tokens: Sequence[Token], inside: list[int], verb: Sequence[int]) -> list[int]:
        """Where the other verbs of a clause stand that has one which says something."""
        inside = [at for at in inside if not tokens[at].dated]  # "En mai": no participle.
        joined = [at for at in inside if tokens[at].mood in FINITE or self._grammar.is_participle(tokens[at])]
        return joined if any(tokens[at].content for at in verb) else []

    def is_one(self, tokens: Sequence[Token], chain: range) -> bool:
        """Whether a chain of nouns is one thing's, of which a clause may tell: "the association of the Friends"."""
        surely = self._story.is_surely_person
        people = any(tokens[at].value is not None or any(map(surely, tokens[at].entities)) for at in chain)
        ties = {tokens[at].folded for at in chain} & self._story.words.ties
        return not people and self._origins.issuperset(ties)

    def _order(self, tokens: Sequence[Token], inside: list[int], parts: ClauseParts) -> list[int] | None:
        """Where the words of a relative clause stand in the order of a sentence, None where who does it is not sure."""
        verb, doer, form = parts.verb, parts.doer, parts.form
        passive = any(PASSIVE in tokens[at].signs for at in verb)
        done_to = form == OBJECT or any(tokens[at].value is not None for at in parts.named)
        behind = self._phrases.behind(tokens, inside, verb, nouns=done_to) if doer is None else None
        opens = form == SUBJECT or (doer is None and form == EITHER and (behind is None or passive))
        if opens:
            return [*parts.named, *self._phrases.main_order(inside, verb)]
        if doer is None:
            return self._inverted(tokens, inside, parts, behind)
        if passive or (form == EITHER and not self._phrases.is_doer(tokens, doer, parts.named)):
            return None
        return self._done_to(tokens, inside, parts, doer)

    def _done_to(self, tokens: Sequence[Token], inside: list[int], parts: ClauseParts, doer: range) -> list[int]:
        """The same where what the clause tells of is what is done to by who stands first in it."""
        verb = parts.verb
        rest = self._others(tokens, inside, {*doer, *verb})
        if self._grammar.nouns:
            named = [at for at in parts.named if tokens[at].content]  # Its article tells of another case.
            return [*doer, verb[-1], *named, *rest, *verb[:-1]]
        denied = [at for at in rest if at < verb[0] and NOT in tokens[at].signs]
        rest = [at for at in rest if at not in denied] if denied else rest
        return [*doer, *denied, *verb, *self._object(tokens, inside, parts.named), *rest]

    def _others(self, tokens: Sequence[Token], inside: list[int], taken: set[int]) -> list[int]:
        """A clause's places but for some, and for the pronouns right beside them: "pe care o concediase"."""
        clitics = self._story.words.clitics
        beside = {at for at in inside if tokens[at].folded in clitics and {at - 1, at + 1} & taken}
        return [at for at in inside if at not in taken | beside]

    def _object(self, tokens: Sequence[Token], inside: list[int], named: range) -> list[int]:
        """An antecedent with what marks that something is done to it: "a quien", "pe care"."""
        mark = inside[0] - 2
        marked = (
            mark >= 0 and tokens[mark].folded in self._marks and self._grammar.postposed
        )  # "Owes Ann Lee 5 pounds".
        return [*([mark] if marked and tokens[mark].clause == tokens[inside[0]].clause else []), *named]

    def _inverted(
        self, tokens: Sequence[Token], inside: list[int], parts: ClauseParts, behind: range | None
    ) -> list[int] | None:
        """The same where who does it stands behind the verb: "la sala que construyó Ana Ruiz"."""
        cased = self._grammar.nouns or (self._story.words.free_order and parts.form == EITHER)
        if behind is None or cased:
            return None
        unsure = self._phrases.leads(tokens[behind[0]]) or any(
            self._grammar.is_person(tokens[at]) for at in parts.named
        )
        if parts.form == EITHER and unsure and not self._story.words.objects:
            return None
        rest = self._others(tokens, inside, {*parts.verb, *behind})
        return [*behind, *parts.verb, *self._object(tokens, inside, parts.named), *rest]
