"""Proves a sentence from the article's own: finds the sentence that has its words, and asks the rules about it.

1. A claim's words that say something are laid beside those of the sentences that share most of them.
2. What a sentence lacks may be the name that its pronoun means, or what the article calls the actor (`lacking`).
3. Where a sentence has all of it, the rules are asked; the first that they say nothing against is the evidence.
4. Where that fails the claim is tried in other words (`variants`) and other forms (`restating`) that say as much.
5. A claim that joins two statements stands when each stands, near the other or with a name of its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property, partial

from bot.domain.claims.background import Background
from bot.domain.claims.comparing.alignment import Aligned, align, fullest, told_apart
from bot.domain.claims.comparing.reading import bare
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.support import Support
from bot.domain.claims.comparing.tokens import Clauses, Token, content_of
from bot.domain.claims.comparing.wording import GOVERNS, NEUTRAL
from bot.domain.claims.contradictions import DENIED, Contradictions
from bot.domain.claims.lacking import Lacking
from bot.domain.claims.parts import Descriptions
from bot.domain.claims.pointing import Pointing
from bot.domain.claims.referring.appositions import STILL, Appositions
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.expanding.expanding import Expanding
from bot.domain.claims.referring.known.beside import beside
from bot.domain.claims.referring.nouns.apposed import closed_up
from bot.domain.claims.referring.speakers.ours import Ours
from bot.domain.claims.referring.topics import Topics
from bot.domain.claims.restating.ballots import Ballots
from bot.domain.claims.restating.bound.binding import Binding, together
from bot.domain.claims.restating.bound.pointing_back import PointingBack
from bot.domain.claims.restating.contrasting import Contrasting
from bot.domain.claims.restating.elided import Elided
from bot.domain.claims.restating.forms import BOUND
from bot.domain.claims.restating.heading import Heading
from bot.domain.claims.restating.measures.measuring import Measuring
from bot.domain.claims.restating.portions import Portions
from bot.domain.claims.restating.quoted.retelling import Retelling
from bot.domain.claims.restating.restating import Restating
from bot.domain.claims.restating.verbatim.corrected import CorrectedTimes
from bot.domain.claims.restating.verbatim.cutting import Cutting
from bot.domain.claims.rules.cues.denied import loses_word
from bot.domain.claims.rules.exchanging.settled import FINAL, UNCONDITIONAL, UNCUT
from bot.domain.claims.rules.grammar import governs
from bot.domain.claims.rules.mentioned import weigh_telling
from bot.domain.claims.rules.rules import Rules
from bot.domain.claims.rules.sides.slots import keeps_another
from bot.domain.claims.rules.speech import ANOTHER_SPEAKER, AS_FACT
from bot.domain.claims.splitting import Splitting
from bot.domain.claims.stances import Stances
from bot.domain.claims.unfolding.beside.closed_up import ClosedUp
from bot.domain.claims.unfolding.beside.excepting import Excepting
from bot.domain.claims.variants import Variants
from bot.domain.values.proof import Proof, Verdict

NO_NUMBER = "has a number that the article has not"
LACKS = "says what no sentence of the article does"
UNPROVEN = "no sentence of the article says it"
ANOTHERS = ("gives to another", "turns round who")  # Only forms that tell it from another's side are tried then.
_EVIDENCE, _FITTING, _LEAST_CONTENT, _DEEP = 3, 0.5, 2, 2  # The last: how often what is left is taken apart.


class Prover:
    """One article's sentences, asked for proof."""

    def __init__(self, story: Story, rules: Rules, parts: Descriptions, support: Support) -> None:
        self._story = story
        self._rules = rules
        is_called, was_called = cache(parts.is_called), cache(parts.was_called)
        background = Background(story)
        self._designations = Designations(story)
        self._ours = Ours(story, background.is_group, self._designations)
        self._lacking = Lacking(story, background, self._ours)
        self._contradictions = Contradictions(story)
        self._stances = Stances(story, rules, self._lacking.of_sentence)
        self._pointing = Pointing(story, rules, self._lacking.of_sentence, self._in_full)
        self._support = support
        self._variants, self._restating, self._binding = Variants(story, is_called), Restating(story), Binding(story)
        again = partial(self._prove_statement, rests_on=())
        self._measuring = Measuring(story, lambda aligned: self._expanding.completed(aligned), again)  # noqa: PLW0108 made when asked
        self._ballots = Ballots(story)
        self._heading = Heading(story, parts.verdict, is_called)
        self._unfolding = ClosedUp(story)
        self._cutting = Cutting(story, rules)
        self._laying = {True: CorrectedTimes(story), False: CorrectedTimes(story, self._unfolding.align)}
        self._contrasting = Contrasting(story, self._lacking.of_article)
        self._elided = Elided(story, rules, self._lacking.of_article)
        self._portions = Portions(story, rules)
        self._retelling = Retelling(story, rules, self._in_full, self._unfolding.exchanged)
        self._splitting = Splitting(story, background.is_noun)
        self._back = PointingBack(
            story, rules, self._binding, self._lacking.of_sentence, lambda text: self._prove_statement(text, ())
        )
        self._excepting = Excepting(story, rules.fault, self._lacking.of_article)
        self._compounds = story.reading.language.nouns_capitalised
        self._appositions = Appositions(story, is_called, was_called, self._designations)

    @cached_property
    def topics(self) -> Topics:
        """What is told of a headline's words before its colon."""
        return Topics(self._story)

    @cached_property
    def _expanding(self) -> Expanding:
        return Expanding(self._story, self._designations, self._ours)

    def prove(self, text: str, rests_on: Sequence[int] = (), *, headline: bool = False) -> Verdict:
        """Whether sentences of the article carry `text`, and which."""
        verdict = self._prove_restated(text, rests_on, headline=headline)
        if verdict.stands or verdict.why.startswith(UNCUT):
            return verdict
        found = None if headline else self._cutting.prove(text, rests_on)
        found = found or self._joined(text, rests_on, 0 if headline else _DEEP) or self._back.prove(text)
        return found or verdict

    def _joined(self, text: str, rests_on: Sequence[int], deep: int) -> Verdict | None:
        """The proof of a claim of statements that are told near each other or of somebody by name; None without one.

        `deep` is how often the second of two statements may be taken apart again.
        """
        for one, other in self._splitting.halves(text, in_a_row=deep > 0):
            first = self._prove_statement(one, rests_on)
            if not first.stands:
                continue
            second = self._prove_statement(other, rests_on)
            found = second if second.stands else self._joined(other, rests_on, deep - 1) if deep else None
            evidence = tuple(dict.fromkeys((*first.evidence, *(found.evidence if found is not None else ()))))
            near = found and (self._splitting.name_somebody(one, other) or self._binding.joins(first, found, other))
            if near and found and len(evidence) <= _EVIDENCE and self._binding.points_there(first, found, other):
                return replace(first, evidence=evidence)
        return None

    def _prove_statement(self, text: str, rests_on: Sequence[int]) -> Verdict:
        """Whether the article has one of a claim's statements, in its own words or in others."""
        return self._verbatim(text) or self._prove_restated(text, rests_on)

    def _verbatim(self, text: str) -> Verdict | None:
        """The proof of what the article has word for word as a sentence, None where it has not."""
        number, places = self._story.reading.number_of(bare(text)), self._story.reading.sentences
        return None if number is None else Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(places[number],))

    def _prove_restated(self, text: str, rests_on: Sequence[int], *, headline: bool = False) -> Verdict:
        """Whether sentences of the article carry `text` or another form of it that says as much."""
        text = self._restating.straight(text)
        verdict = self._prove(text, rests_on, headline=headline)
        if verdict.stands or verdict.why.startswith(FINAL):
            return verdict
        still, turned = (verdict.why.startswith(why) for why in (STILL, ANOTHERS))
        others = self._restating.of(text, turned=turned, still=still)
        proofs = filter(None, (self._all_of(told, rests_on, headline=headline) for told in others))
        return next(proofs, verdict)

    def _all_of(self, told: Sequence[str], rests_on: Sequence[int], *, headline: bool) -> Verdict | None:
        """The proof of sentences that stand together near each other, None where one of them falls."""
        proofs: list[Verdict] = []
        for said in told:
            one, bound = said.removeprefix(BOUND), proofs[-1:] if said.startswith(BOUND) else []
            proof = self._verbatim(one) or self._prove(one, rests_on, headline=headline, again=True)
            if bound and (not proof.stands or not self._binding.is_bound(one, proof, told[0], *bound)):
                proof = self._binding.short(one, told[0], *bound) or replace(proof, stands=False)
            if not proof.stands or not all(self._binding.are_near(other, proof) for other in proofs):
                return None
            proofs.append(proof)
        return together(proofs, _EVIDENCE)

    def is_titled(self, text: str) -> bool:
        """Whether the page's own title says what a headline does."""
        claim, told = self._story.claim(text), self._story.title
        claim.headline = claim.headed = True
        tokens = content_of(claim.tokens)
        if told is None or len(tokens) < _LEAST_CONTENT or self._strange(text, tokens):
            return False
        aligned = align(tokens, told, self._story.words, compounds=self._compounds)
        missing = [aligned.tokens[at] for at in aligned.missing]
        return all(self._is_described(aligned, token) for token in missing) and not self._rules.fault(claim, aligned)

    def _is_described(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word stands right before one of the title's, in the claim as in the article: "(new) stadium"."""
        if token.entities or token.value is not None or token.dated or token.signs:
            return False
        head = next((other for other, _ in aligned.pairs if other.before == token.folded), None)
        if head is None or head.entities:
            return False
        return any(other.keys & token.keys for other in beside(self._story, head, len(self._story.sentences), -1))

    def _prove(self, text: str, rests_on: Sequence[int], *, headline: bool = False, again: bool = False) -> Verdict:
        claim = self._story.claim(text)
        self._rules.set_headline(claim, headed=headline)
        self._appositions.set_apart(text, claim)
        called = "" if headline else self._appositions.fault(text, claim)
        if called:
            return Verdict(stands=False, why=called)
        weigh_telling(claim)
        if len(content_of(claim.tokens)) < _LEAST_CONTENT:
            return Verdict(stands=False, why="has no words that could be compared")
        if again and len(self._story.lacks(content_of(claim.tokens))) > 1:
            return Verdict(stands=False, why=UNPROVEN)
        strange = self._strange(text, content_of(claim.tokens))
        stance = None if strange else self._stances.prove(claim)
        return stance or self._in_other_words(text, claim, rests_on, strange, again=again)

    def _in_other_words(
        self, text: str, claim: Clauses, rests_on: Sequence[int], strange: str, *, again: bool
    ) -> Verdict:
        """Whether a sentence carries a claim in its own words, or it tells what somebody is, or says as much.

        `again` is whether the claim is another form of one that no sentence carries.
        """
        headed = None if claim.headline or strange else self._heading.prove(text, claim)
        if headed is not None and headed.vetoed:
            return headed
        verdict = self._held(claim, rests_on, again=again)
        if verdict.stands or verdict.why.startswith(FINAL):
            return verdict
        if headed is not None and verdict.why.startswith((LACKS, AS_FACT)):
            return headed
        ways = self._varied if again else partial(self._otherwise, strange=bool(strange))
        found = None if again and strange else ways(text, claim, rests_on)
        return found or self._why(claim, verdict, strange)

    def _otherwise(self, text: str, claim: Clauses, rests_on: Sequence[int], *, strange: bool) -> Verdict | None:
        """The proof of a claim in other words, None where there is none; of a strange number only by what it counts."""
        measured = self._measuring.prove(text, claim) or (None if claim.headline else self._ballots.prove(claim))
        if measured is not None and strange and self._support.strange_name(text):
            measured = None
        if measured is not None or strange:
            return measured
        found = self._varied(text, claim, rests_on) or self._elided.prove(claim, text)
        found = found or self._contrasting.prove(claim) or self._excepting.prove(claim)
        if found is None and not self._story.lacks(content_of(claim.tokens)):
            found = self._pointing.prove(text, claim)
        return found or self._portions.prove(claim)

    def _varied(self, text: str, claim: Clauses, rests_on: Sequence[int]) -> Verdict | None:
        """The proof of a claim in other words that say as much."""
        others = (self._held(variant, rests_on, again=True) for variant in self._variants.of(text, claim))
        found = next((other for other in others if other.stands), None)
        named = (claim, self._variants.named(text, claim, whole=False)) if found is None else ()
        told = filter(None, (self._retelling.prove(one) for one in named if one is not None))
        return found or next(told, None)

    def _why(self, claim: Clauses, verdict: Verdict, strange: str) -> Verdict:
        """A verdict on a claim that falls, with what it has that the article has nowhere."""
        if strange:
            return replace(verdict, why=strange, vetoed=True)
        counted = (one for one in content_of(claim.tokens) if one.value is not None)
        number = next(filter(self._is_nowhere, counted), None)
        # A number in words may be another way to say what is written in figures.
        return verdict if number is None else replace(verdict, why=f"{NO_NUMBER}: {number.text}")

    # Complexity: a sentence that falls is told in full only where another may lend it what it lacks.
    def _held(self, claim: Clauses, rests_on: Sequence[int], *, again: bool = False) -> Verdict:
        """Whether a sentence carries the claim, one after the other; not what speaks against another form (`again`)."""
        tokens = content_of(claim.tokens)
        near, absent, laid = (
            list[Aligned](),
            set[int](),
            self._laying[claim.headline and self._story.words.free_order].align,
        )
        best, why, vetoed = (-1.0, -1), UNPROVEN, False
        for told in self._story.sharing(tokens, rests_on):
            aligned = laid(tokens, told, self._story.words, compounds=self._compounds)
            missing = self._lacking.of_article(claim, aligned)
            fault = "" if missing else self._fault(claim, aligned)
            if not missing and not fault:
                place = self._story.reading.sentences[told.number]
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
            absent = absent if near else self._story.lacks(tokens)
            whole = None if self._is_lost(aligned, missing, absent) else self._in_full(claim, aligned)
            if whole is not None:
                return whole
            near.append(aligned)
            vetoed = vetoed or (not again and self._speaks_against(claim, aligned, missing, fault))
            if (share := 1 - len(missing) / len(tokens)) > best[0]:
                best = (share, told.number)
                why = f"{LACKS}: {missing[0].text}" if missing else fault
        sentences = self._story.reading.sentences
        named = tuple(dict.fromkeys(sentences[at] for at in rests_on if 0 <= at < len(sentences)))[:_EVIDENCE]
        fitting = (sentences[best[1]],) if best[0] >= _FITTING else ()
        nearest = named or tuple(sentences[at] for at in fullest(near, _EVIDENCE))
        return Verdict(stands=False, why=why, evidence=named or fitting, vetoed=vetoed, nearest=nearest)

    def _is_lost(self, aligned: Aligned, missing: Sequence[Token], absent: set[int]) -> bool:
        """Whether no other sentence can lend one what it lacks; whom "we" means a speaker's office may tell."""
        return aligned.told.number not in self._ours.quoting and not absent.isdisjoint(map(id, missing))

    def _denied(self, claim: Clauses, aligned: Aligned) -> str:
        """What tells that another sentence denies in a claim's own words what this one says in others, or ""."""
        if not self._contradictions.is_otherwise(aligned):
            return ""
        others = (told for told in self._story.sharing(aligned.tokens, ()) if told is not aligned.told)
        laid = (align(aligned.tokens, told, self._story.words, compounds=self._compounds) for told in others)
        faults = (self._rules.fault(claim, other) for other in laid if self._contradictions.is_own(other))
        return next((fault for fault in faults if fault.startswith(DENIED)), "")

    # Complexity: what was put in is asked one thing after the other.
    def _in_full(self, claim: Clauses, aligned: Aligned, deep: int = 1) -> Verdict | None:
        """The proof of a claim by a sentence with what its words stand for in their place, None where there is none.

        `deep` is how many more of its words may be replaced.
        """
        missing = [aligned.tokens[at] for at in aligned.missing]
        if aligned.told.number in self._ours.quoting:  # The words for those whom "we" means, besides what it quotes.
            missing += self._ours.passed_over(aligned)
        missing = missing or self._expanding.besides(aligned)
        if not missing or any(self._lacking.is_barred(claim, aligned, token) for token in missing):
            return None
        ties = self._story.words.ties
        for full in () if self._unfolding.of_another(claim, aligned) else self._expanding.of(aligned, missing):
            laid = align(aligned.tokens, full.told, self._story.words, compounds=self._compounds)
            apart = ties - self._story.leading
            if not full.is_used(laid, self._story.words) or full.is_untied(claim, laid, apart):
                continue
            if full.is_turned(claim, laid, ties) or full.is_moved(claim, laid, apart - self._story.of_words):
                continue
            lent = not full.whole and self._lacking.deeds.are_put_in(claim, laid, range(full.first, full.last))
            if lent or keeps_another(laid, aligned, claim.tokens, missing, self._story):
                continue
            fault = self._lacks(claim, laid, strict=full.spoken) or self._rules.fault(claim, laid)
            if fault or self._unfolding.exchanged(claim, laid):
                again = self._in_full(claim, laid, deep - 1) if deep and laid.missing else None
                if again is not None:
                    return again
                continue
            evidence = tuple(self._story.reading.sentences[at] for at in (full.number, full.told.number))
            return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    def _lacks(self, claim: Clauses, aligned: Aligned, *, strict: bool) -> bool:
        """Whether a sentence lacks a claim's word, where it is `strict` no noun of the article's topic either."""
        nouns = [token for token in self._lacking.of_sentence(aligned) if not token.entities] if strict else []
        return bool(nouns) or bool(self._lacking.of_article(claim, aligned))

    # Complexity: what a sentence makes depend on something is told without that nowhere else; all else may be.
    def _fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What the rules say against a claim of which a sentence has every word."""
        crossed = "" if self._rules.is_clipped(claim) else self._unfolding.fault(claim, aligned)
        if crossed := crossed or self._retelling.crossed(claim, aligned):
            return crossed
        fault = self._rules.fault(claim, aligned)
        closed = closed_up(claim, aligned, self._story) if fault else None
        fault = fault if closed is None else self._rules.fault(claim, closed)
        lost = loses_word(claim, aligned, self._story.words, behind_verb=self._compounds)
        if not fault or lost:
            wrong = lost or self._ballots.miscounted(claim, aligned) or self._denied(claim, aligned)
            return wrong or self._measuring.refuted(claim, aligned.told)
        parted = self._is_said_nearer(claim, aligned) or not self._rules.parted_fault(claim, aligned)
        elsewhere = not fault.startswith(UNCONDITIONAL) and self._is_told_elsewhere(claim, aligned)
        return self._rules.exchanged(claim, aligned) if parted or elsewhere else fault

    def _is_told_elsewhere(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a sentence carries a claim but for nouns of another clause that the article tells of it."""
        for other, lost in told_apart(aligned, claim.tokens):
            nouns = self._rules.are_told_beyond(claim, aligned, other, lost)
            lacks = not nouns or self._rules.of_other_clause(claim, aligned) or self._lacking.of_article(claim, other)
            if not lacks and not self._rules.fault(claim, other):
                return True
        return False

    def _is_said_nearer(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a sentence carries a claim in the words nearest to each other, where it has some of them twice."""
        other = align(aligned.tokens, aligned.told, self._story.words, compounds=self._compounds, exact=0)
        taken = [place for token, place in other.pairs if not token.entities]
        alike = all(self._says(token, aligned.told.tokens[at]) for token, at in other.pairs)
        if other.places == aligned.places or len(set(taken)) < len(taken) or not alike:
            return False
        return not self._lacking.of_article(claim, other) and not self._rules.fault(claim, other)

    @staticmethod
    def _says(token: Token, other: Token) -> bool:
        """Whether two words have more in common than what they govern: not "closed" and "nearly"."""
        shared = token.keys & other.keys
        if token.stem != other.stem and NEUTRAL in other.signs and NEUTRAL not in token.signs:
            return False  # Who assures something has not promised it.
        return governs(other) <= governs(token) and (not shared or any(not key.startswith(GOVERNS) for key in shared))

    def _speaks_against(self, claim: Clauses, aligned: Aligned, missing: list[Token], fault: str) -> bool:
        """Whether a sentence contradicts the claim."""
        if fault == ANOTHER_SPEAKER or self._contradictions.found(claim.tokens, aligned, missing):
            return True
        lent = len(missing) == 1 and self._rules.of_another_speaker(claim, aligned)
        return (lent or self._rules.copies_speech(claim, aligned)) if missing else self._rules.is_sure(fault, aligned)

    def _strange(self, text: str, tokens: Sequence[Token]) -> str:
        """A number or a name that the article has nowhere, which no second look makes true."""
        for token in tokens:
            if token.value is not None and token.text[0].isdigit() and self._is_nowhere(token):
                return f"{NO_NUMBER}: {token.text}"
            if token.dated and self._is_nowhere(token):
                return f"has a day that the article has not: {token.text}"
        name = self._support.strange_name(text)
        if [1 for token in tokens if token.text == name and (token.entities or token.share or token.broad)]:
            return ""  # In another case: "Вірі" for "Віра"; "ein Drittel", "drei Tiere".
        return f"has a name that the article has not: {name}" if name else ""

    def _is_nowhere(self, token: Token) -> bool:
        return not (token.rounded or token.bound) and not self._story.has(token)
