"""What a relative clause tells, as a sentence of its own, and what a claim takes from it and from the rest.

"The hall, which Ann Reed built, was sold by Tom Webb": "Ann Reed built the hall"; Webb did not build it.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, NOT, PASSIVE
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.cues.asides import is_set_off
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, is_time, places_in, tells
from bot.domain.claims.unfolding.clause_parts import ClauseParts, Relative, ToldOf
from bot.domain.claims.unfolding.phrases import PhraseFinder
from bot.domain.claims.unfolding.tied.apposed import ApposedNouns
from bot.domain.claims.unfolding.tied.owners import ToldOwners

SUBJECT, OBJECT, EITHER = "s", "o", "b"
# How many words stand from "by" to whom it leads.
_AGENT_WORDS = 3
# What stands before a noun that no clause completes, though it governs another verb: "wants to buy the hall that ...".
_AHEAD = {f"{GOVERNS}{name}" for name in ("plan", "must", "attempt", "future", "possible")}


class RelativeClauses:
    """One article's sentences and their relative clauses."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases
        self._owners = ToldOwners(story)
        self._apposed = ApposedNouns(story, grammar, phrases)
        agreement = agreement_of(story.reading.language.code)
        self._relating, self._marks = agreement.relating, agreement.addressing | story.words.objects
        self._origins = agreement.origins

    def fault(self, claim: Clauses, aligned: Aligned, relatives: Sequence[Relative]) -> str:
        """What a claim joins that a relative clause tells of another than the rest does, "" where nothing is."""
        for relative in relatives:
            for clause in {token.clause for token in aligned.tokens}:
                crossed = relative.deeds and self._crossed(claim, aligned.pairs_of(clause), aligned, relative)
                if crossed:
                    return f"joins {crossed.text} with what another belongs to: {crossed.text}"
        return ""

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _crossed(
        self, claim: Clauses, pairs: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """What one clause of a claim takes wrongly from a relative clause or from what stands around it."""
        inside = [one for one in pairs if one[1] in relative.inside and not self._is_outside(one[0], aligned, relative)]
        told_of = inside != [] and self.is_told_of(aligned, relative)
        own = relative.inside | relative.antecedent if told_of else relative.inside
        around = [one for one in pairs if one[1] not in own]
        if not inside or not around:
            return self._owners.other(claim, inside, relative) if inside and not told_of else None
        deeds = [(token, at) for token, at in inside if at in relative.deeds]
        if not deeds:  # What a verb that says nothing by itself takes may be told of what is taken.
            light = relative.deeds == relative.nouns and not relative.whose
            return None if light else self._told_of_rest(claim, inside, aligned, relative)
        done = next((token for token, at in deeds if at in relative.nouns or not self._grammar.is_named(token)), None)
        if done is None:
            return None  # "The head of the club": "who heads the club".
        if not told_of:
            return done
        if relative.rest:
            return None if relative.rest & aligned.matched else around[0][0]
        return self._done_by(claim, done, around, aligned, relative)

    @staticmethod
    def is_told_of(aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim has whom a relative clause tells of, by no word that the sentence has for another besides."""
        tokens, own = aligned.told.tokens, relative.antecedent
        taken = [(token, tokens[at]) for token, at in aligned.pairs if at in own]
        if not taken or any(token.stem == one.stem for token, one in taken):
            return bool(taken)
        others = {one.stem for at, one in enumerate(tokens) if at not in own}
        return any(token.stem not in others for token, _ in taken)  # "The firm sold it to the group, whose head ...".

    def _done_by(
        self, claim: Clauses, done: Token, around: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """Who does it in a claim, where a relative clause tells of somebody or something of its own that does it."""
        first = around[0][0]
        instead = self._does_instead(claim, (first, done), aligned, relative)
        return first if instead else self._done_by_other(claim, done, around, aligned, relative)

    def _done_by_other(
        self, claim: Clauses, done: Token, around: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """Who opens a claim's clause, where a relative clause tells of another who does it: "which Ann Reed built"."""
        if not relative.doer or relative.doer & aligned.matched:
            return None
        first = next(token for token in aligned.tokens if token.clause == done.clause)
        if first.start > done.start or self._grammar.is_tied(claim.tokens, claim.tokens.index(first)):
            return None  # "After the fire, the hall was built."
        own = [token for token, at in aligned.pairs if at in relative.antecedent]
        if relative.tied and first in own:  # "An appeal by two owners, on which the court rules".
            return None if tells(claim.tokens, PASSIVE) else first
        return next((token for token, _ in around if token is first), None)

    def _does_instead(self, claim: Clauses, pair: tuple[Token, Token], aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim has somebody else do what a relative clause tells, which names somebody itself."""
        (doer, done), tokens = pair, aligned.told.tokens
        if not self._grammar.is_person(doer) or doer.start > done.start or tells(claim.tokens, PASSIVE):
            return False
        others = (tokens[at] for at in relative.inside - aligned.matched if tokens[at].text[0].isupper())
        return any(self._grammar.is_person(one) and not one.entities & doer.entities for one in others)

    def _told_of_rest(
        self, claim: Clauses, inside: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """What a claim tells of the rest of a sentence that a relative clause tells alone, without its verb."""
        pointed = relative.participle or self._points_back(aligned, relative)  # "Closed for repairs".
        others = [
            token
            for token, at in inside
            if is_time(token)
            or not pointed
            or self._leads(claim, token, at, aligned, relative)
            or self._unties(claim, (token, at), aligned, relative)
        ]
        return next((token for token in others if not self._describes(claim, token, aligned, relative)), None)

    def _leads(self, claim: Clauses, token: Token, at: int, aligned: Aligned, relative: Relative) -> bool:
        """Whether somebody by whom a participle says a thing is done does another in a claim: "used by 9, is shut"."""
        endings = self._story.words.agent_endings  # "Найнятий керуючим": "керуючий".
        by_case = bool(endings) and aligned.told.tokens[at].folded.endswith(endings)
        if by_case and not token.folded.endswith(endings):
            return relative.participle
        led = tells(aligned.told.tokens[max(0, at - _AGENT_WORDS) : at], AGENT)
        tied = led and self._grammar.is_tied(claim.tokens, claim.tokens.index(token))
        return led and not tied and not tells([one for one in claim.tokens if one.clause == token.clause], PASSIVE)

    def _unties(self, claim: Clauses, pair: tuple[Token, int], aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim has for a pronoun what is only tied to what it means: "a suit against it"."""
        (token, at), tokens = pair, aligned.told.tokens
        tied = self._grammar.is_tied(tokens, at) and self._grammar.is_noun(tokens, at)
        if not tied or self._grammar.is_tied(claim.tokens, claim.tokens.index(token)):
            return False
        others = relative.inside - relative.deeds - aligned.matched
        nouns = [place for place in others if tokens[place].content and self._grammar.is_noun(tokens, place)]
        return any(not self._grammar.is_tied(tokens, place) for place in nouns)

    def _describes(self, claim: Clauses, token: Token, aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim ties a word to whom the relative clause tells of: "the man from Selby", "who lives in X"."""
        at = claim.tokens.index(token)
        if is_time(token) or not self._grammar.is_tied(claim.tokens, at):
            return self._is_beside(claim, at, aligned, relative)
        before = next((one for one in reversed(claim.tokens[:at]) if one.content), token)
        return any(one is before and place in relative.antecedent for one, place in aligned.pairs)

    @staticmethod
    def _is_outside(token: Token, aligned: Aligned, relative: Relative) -> bool:
        """Whether a sentence has a word outside a relative clause too, which the claim does not take."""
        spare = {at for key in token.keys for at in aligned.told.places.get(key, ())} - aligned.matched
        return bool(spare - relative.inside)

    def _points_back(self, aligned: Aligned, relative: Relative) -> bool:
        """Whether a word outside a relative clause may stand for what that names: "who asked the bank, praised its"."""
        tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
        last = max(relative.inside)
        parted = [at for at, mark in enumerate(marks) if mark == ";" and at > max(aligned.used)]
        spare = [at for at in range(last + 1, len(tokens)) if at not in aligned.matched]
        spare = [at for at in spare if not parted or tokens[at].clause < parted[0]]
        return any(self._leans(tokens[at]) or self._is_clitic(tokens, at) for at in spare)

    def _leans(self, token: Token) -> bool:
        """Whether a word stands for something named before, and tells not what is theirs: "whose"."""
        return self._story.leans(token) and token.folded not in self._story.words.whose

    def _is_clitic(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word written like an article stands for a thing before what makes a past: "l'a retiré"."""
        words = self._story.words
        helping = tokens[at + 1 : at + 2]
        return tokens[at].folded in words.clitics and any(one.folded in words.perfects for one in helping)

    @staticmethod
    def _is_beside(claim: Clauses, at: int, aligned: Aligned, relative: Relative) -> bool:
        """Whether a word stands right beside one for whom the relative clause tells of: "a 54-year-old driver"."""
        near = claim.tokens[max(0, at - 1) : at + 2]
        return is_plain(claim.tokens[at]) and any(
            one in near and place in relative.antecedent for one, place in aligned.pairs
        )

    def of(self, told: Told) -> Iterator[Relative]:
        """A sentence's relative clauses."""
        for clause, opener in enumerate(told.clauses.openers):
            found = self._read(told, clause) if clause and self._may_relate(opener) else None
            if found is not None:
                yield found

    def _may_relate(self, opener: str) -> bool:
        return opener in self._relating or opener in self._marks

    def _read(self, told: Told, clause: int) -> Relative | None:
        tokens = told.tokens
        inside = self._whole(told, clause)
        marked = tokens[inside[0]].folded in self._marks and len(inside) > 1
        form = self._relating.get(tokens[inside[marked]].folded)
        if form is None or any(told.quoted[at] is not None for at in inside) or len(inside) <= marked + 1:
            return None
        named = self._phrases.last(tokens, clause - 1)
        if named is None or not self._is_relative(told, clause, named):
            return None
        chain, named = self._phrases.told_of(tokens, named)
        parted = self._parted(told, clause, inside[marked + 1 :], chain)
        if parted is None:
            return None
        made = self._made(told, *parted, ToldOf(named, chain, OBJECT if marked else form))
        return None if made is None else self._apposed.add(told, clause, named, made)

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
        if NOT in led_by.signs and is_set_off(told, before.clause):
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
        ahead = [at for at in places_in(tokens, clause - 1) if at < named.start]
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
        parts = [*verb, *self._joined_verbs(tokens, inside, verb)], main, (doer or ()) if order else ()
        deeds, others, does = [frozenset([at for at in places if tokens[at].content]) for places in parts]
        nouns = frozenset[int]()
        if not deeds:  # "Who has two shops": a verb that says nothing by itself.
            nouns = frozenset(at for at in inside if tokens[at].content and is_plain(tokens[at])) - does
        ordered = tuple(order or ())
        whole, subject = frozenset(inside), frozenset(told_of)
        return Relative(whole, subject, deeds | nouns, others, ordered, tuple(rest), doer=does, nouns=nouns)

    def _joined_verbs(self, tokens: Sequence[Token], inside: list[int], verb: Sequence[int]) -> list[int]:
        """Where the other verbs of a clause stand that has one which says something."""
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
