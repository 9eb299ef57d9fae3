"""Sentences told in full: what their words stand for, as the sentences right before name it, in the place of these.

pronoun    "It wants to close the yard" behind "The firm is in debt": "The firm wants to close the yard"
clitic     "La mairie veut la vendre": "La mairie veut vendre la halle"
left out   "Atribuiu o atraso a um cliente": "A empresa atribuiu ..."
joined     "Darüber stimmt der Rat ab": "Über den Plan stimmt der Rat ab"
shell      "Parents criticised the move": "Parents criticised the closure of the pool"
ours       "We never promised it", said the mayor: "The town never promised it"
whole      "Das hat der Rat beschlossen": "... beschlossen, dass", and what the sentence before says
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told, nobody
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.alone.behind import behind_doer
from bot.domain.claims.referring.alone.doubled import doubled
from bot.domain.claims.referring.alone.everybody import Everybody
from bot.domain.claims.referring.alone.headless import Headless
from bot.domain.claims.referring.alone.reported import OfReport
from bot.domain.claims.referring.antecedents import Antecedents
from bot.domain.claims.referring.chains import Chains
from bot.domain.claims.referring.circumstances import Circumstances
from bot.domain.claims.referring.counting import Counting, takes_of_those
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.elsewhere import Elsewhere
from bot.domain.claims.referring.events.shells import Shells
from bot.domain.claims.referring.events.whose import WhoseDeed
from bot.domain.claims.referring.expanding.expanded import Expanded, made
from bot.domain.claims.referring.expanding.wholes import Wholes
from bot.domain.claims.referring.known.introduced import introduced
from bot.domain.claims.referring.narrower import Narrower
from bot.domain.claims.referring.nouns.aged import Aged
from bot.domain.claims.referring.nouns.another import Another
from bot.domain.claims.referring.nouns.casting import Casting
from bot.domain.claims.referring.nouns.couples import couple
from bot.domain.claims.referring.nouns.other import is_other
from bot.domain.claims.referring.pointers import Pointer, Pointers
from bot.domain.claims.referring.speakers.ours import Ours
from bot.domain.claims.referring.speakers.reported import Reported
from bot.domain.claims.referring.things import Thing, Things

# How many sentences back a thing is named, and how many ways to tell a sentence in full are tried.
_BACK, _TRIED = 2, 8
_CLITICS = 4


class Expanding:
    """One article's sentences with words that stand for something named before."""

    def __init__(self, story: Story, designations: Designations, ours: Ours) -> None:
        self._story = story
        self._words = story.words
        self._ours = ours
        self._pointers = Pointers(story)
        self._things = story.once(Things)
        self._chains = Chains(story, self._pointers, self._things, designations)
        self._counting = Counting(story)
        self._narrower = story.once(Narrower)
        self._of_report = OfReport(story)
        self._everybody, self._headless = Everybody(story), Headless(story)
        self._aged, self._another = Aged(story), story.once(Another)
        self._casting = Casting(story)
        self._circumstances = Circumstances(story)
        self._shells = Shells(story)
        self._whose = story.once(WhoseDeed)
        self._reported = Reported(story, ours.offices)
        self._elsewhere = story.once(Elsewhere)
        language = story.reading.language
        agreement = agreement_of(language.code)
        self._heads_last, self._theirs, self._agrees = agreement.heads_last, agreement.theirs, agreement.agree
        self._compounds = language.nouns_capitalised
        self._wholes = Wholes(story, self._pointers)

    @cached_property
    def _antecedents(self) -> Antecedents:
        """What pronouns may mean; most articles never need it."""
        return Antecedents(self._story, self._pointers)

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """The ways to tell a sentence in full by which it has what it lacks of a claim, or some of it."""
        if self._elsewhere.has_nearer(aligned, missing) or takes_of_those(aligned, missing, self._story):
            return iter(())
        if all(token.folded in self._words.against for token in missing):
            return iter(())  # No thing to be put in.
        found = islice(self._of(aligned, missing), _TRIED)
        return (full for full in found if not self._is_of_other(aligned, full))

    def completed(self, aligned: Aligned) -> Iterator[Told]:
        """The sentence told in full, where a claim's words that it lacks are those put in."""
        missing = [aligned.tokens[at] for at in aligned.missing]
        words, compounds = self._story.words, self._story.reading.language.nouns_capitalised
        for full in self.of(aligned, missing) if missing else ():
            if full.is_used(align(aligned.tokens, full.told, words, compounds=compounds), words):
                yield full.told

    def besides(self, aligned: Aligned) -> list[Token]:
        """A claim's words that a sentence has only in one for another of them.

        Or in a possessive, where it means somebody by their age besides: "Her club sacked the 24-year-old".
        """
        told, twice = aligned.told, doubled(aligned)
        if twice:
            return twice
        if not any(token.folded in self._aged.words for token in told.tokens):
            return []
        theirs = [token for token, at in aligned.pairs if token.entities and self._story.is_possessive(told.tokens[at])]
        return theirs if any(True for _ in self._aged.inside(told)) else []

    def _is_of_other(self, aligned: Aligned, full: Expanded) -> bool:
        if full.whole or full.parted or full.number == aligned.told.number:
            return False
        named = full.told.tokens[full.first : full.last]
        if any(self._another.is_nobody_there(aligned, token) for token in named):
            return True
        return is_other(self._story, aligned, named, self._story.sentences[full.number])

    # Complexity: what may be meant is asked one thing after the other.
    def _of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        yield from self._in_cast(aligned, missing)
        yield from self._in_chain(aligned, missing)
        yield from introduced(self._story, aligned.told, missing)
        yield from self._by_noun(aligned, missing)
        yield from self._by_age(aligned, missing)
        yield from self._owned(aligned, missing)
        yield from self._attached(aligned, missing)
        if aligned.told.number in self._ours.quoting:
            yield from self._spoken(aligned, missing)
        for at, named, number in self._whose.of(aligned, missing):
            yield made(aligned.told, at if self._heads_last else at + 1, named, number, behind=True)
        for at, named in self._reported.told(aligned, missing):
            yield made(aligned.told, at, named, aligned.told.number, dropped=at, parted=True, spoken=True)
        for at, named, number in self._narrower.of(aligned, missing):
            yield made(aligned.told, at, named, number, dropped=at)
        yield from self._counted(aligned, missing)
        yield from self._placed(aligned, missing)
        yield from self._decided(aligned, missing)
        if self._antecedents.are_others(aligned, missing):
            return
        for other in self._before(aligned.told, missing):
            pointers = [one for one in self._pointers.of(aligned) if not self._things.has_nearer(one, aligned)]
            known = self._casting.meant(aligned.told)
            if other.number == aligned.told.number - 1:
                yield from self._with_subject(aligned, other, missing, pointers)
            for thing in self._things.of(other, missing):
                somebody = bool(known) and self._casting.is_somebody(other.tokens[thing[0] : thing[1] + 1])
                free = (one for one in pointers if not somebody or self._is_free(known, one.at, other, thing))
                fitting = (one for one in free if self._things.fit(one, aligned.told, other, thing))
                yield from filter(None, (way for one in fitting for way in self._ways(aligned.told, one, other, thing)))
            if other.number == aligned.told.number - 1:
                yield from self._wholes.of(aligned, other)

    # Complexity: what stands for somebody may be a possessive, a clitic, a noun or nothing.
    def _in_cast(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with a claim's own words for somebody whom the article does not name."""
        told = aligned.told
        for at, other, thing in self._casting.of(told, aligned.matched):
            named = self._casting.called(self._chains.wanted(missing, other, thing), at, told)
            pointer = next((one for one in self._pointers.of(aligned) if one.at == at), None) if named else None
            if not named or (pointer is None and at < 0):
                continue
            if pointer is None and self._story.is_possessive(told.tokens[at]):
                place = self._pointers.owned_by(told, at)
                if place is not None:
                    place = at + 1 if self._heads_last else place + 1
                    yield made(told, place, named, other.number, behind=True, owning=True)
            elif pointer is not None and at >= 0 and told.tokens[at].folded in self._words.clitics:
                article = other.tokens[thing[0]].folded
                if self._agrees(pointer.form, named[-1 if self._heads_last else 0], article):
                    yield from filter(None, [self._put_in(told, pointer, other, thing)])
            else:
                place, dropped = (at, at) if pointer is None or at >= 0 else (pointer.place, None)
                tied = at > 0 and told.tokens[at - 1].folded in self._words.ties - self._story.leading
                doing = pointer is not None and pointer.subject
                yield made(told, place, named, other.number, dropped=dropped, doing=doing, tied=tied)

    def _is_free(self, known: dict[int, int], at: int, other: Told, thing: Thing) -> bool:
        """Whether a word is not known to stand for another person than the one told of by some words."""
        return at not in known or self._casting.is_told_there(known[at], other, thing)

    def _in_chain(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with a claim's own words for what it and those before it tell of."""
        told, known = aligned.told, self._casting.meant(aligned.told)
        for pointer in self._pointers.of(aligned):
            two = couple(self._story, told, pointer, missing)
            if two:
                place, gone = max(pointer.at, pointer.place), pointer.at if pointer.at >= 0 else None
                yield made(told, place, two, told.number - 1, dropped=gone, doing=True)
            for other, named in self._chains.of(told, pointer, missing):
                if pointer.at in known and self._casting.is_somebody(named):
                    continue
                dropped = pointer.at if pointer.at >= 0 else None
                at = max(pointer.at, pointer.place)
                tied = pointer.at > 0 and told.tokens[pointer.at - 1].folded in self._words.ties - self._story.leading
                yield made(told, at, named, other.number, dropped=dropped, doing=pointer.subject, tied=tied)
        for pointer, meant, number in self._of_report.of(aligned, missing, self._pointers.of(aligned)):
            yield made(told, pointer.at, meant, number, dropped=pointer.at, doing=True)

    def _counted(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with what its words for how many or all count, and with the noun that an article lacks."""
        for at, counted, number in self._counting.of(aligned, missing):
            yield made(aligned.told, at, counted, number, behind=at > 0)
        for at, named, number in self._everybody.of(aligned, missing):
            yield made(aligned.told, at, named, number, behind=True)
        for at, noun, gone in self._headless.of(aligned, missing):
            yield made(aligned.told, at, [noun], aligned.told.number - 1, dropped=gone, behind=at > 0)

    def _placed(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with the time or place that the one before names for a word for it: "since then", "there"."""
        told = aligned.told
        for at, length, tie, said in self._circumstances.of(aligned, missing):
            named, behind = [*self._read(tie.replace("-", " ")), *said], at + length
            if behind < len(told.tokens) and told.tokens[behind].clause != told.tokens[at].clause:
                yield made(told, behind, named, told.number - 1)  # "Until then, | the road": told of the road's clause.
            else:
                yield made(told, at, named, told.number - 1, dropped=at, length=length)

    def _decided(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with the deed that its noun for a plan stands for: "criticised (the move) the closure"."""
        for shell in self._shells.of(aligned, missing):
            at = shell.at + 1
            if shell.kept:
                yield made(aligned.told, at, shell.said, shell.number, behind=True, parted=True)
                continue
            before = aligned.told.tokens[shell.at - 1 : shell.at]
            length = 1 + any(one.folded in self._story.leading for one in before)
            at, said = at - length, [*self._read(shell.tie), *shell.said]
            yield made(aligned.told, at, said, shell.number, dropped=at, length=length, parted=True)

    def _owned(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with whose a thing is for a word that only points at them: "Last year its sales rose"."""
        told = aligned.told
        for at, token in enumerate(told.tokens):
            theirs = self._story.is_possessive(token) or (token.folded in self._theirs and self._is_led(told, at))
            place = self._pointers.owned_by(told, at) if theirs and not token.entities else None
            if place is None:
                continue
            for other, named in self._chains.of(told, Pointer(at, ""), missing):
                if len(named) < len(missing) and self._is_led(told, at):
                    continue  # "I suoi camion": nothing else may be lacking.
                here = at + 1 if self._heads_last else place + 1
                yield made(told, here, named, other.number, behind=True, owning=True)

    def _is_led(self, told: Told, at: int) -> bool:
        """Whether an article stands right before a word, in the sentence as it was written: "(la) loro casa"."""
        tokens, own = told.tokens, self._story.sentences[told.number].tokens
        if at == 0 and len(own) > 1 and own[1].folded == tokens[0].folded:
            return own[0].folded in self._story.leading
        return at > 0 and tokens[at - 1].folded in self._story.leading

    def _spoken(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with those whom a speaker means with "we", or whose a thing is that is "ours"."""
        told = aligned.told
        for at, named, stands in self._ours.told(aligned, missing):
            owned = self._pointers.owned_by(told, at) if self._story.is_possessive(told.tokens[at]) else None
            verb = self._behind_verb(told, at) if owned is None and self._is_clitic(told, at) else None
            if owned is not None:
                place = at + 1 if self._heads_last else owned + 1
                yield made(told, place, named, told.number, behind=True, parted=True, spoken=True)
            elif verb is not None:
                yield made(
                    told, verb, named, told.number, dropped=at, behind=True, parted=True, done_to=True, spoken=True
                )
            else:
                dropped = at if stands else None
                yield made(told, at, named, told.number, dropped=dropped, parted=True, spoken=True)

    def _is_clitic(self, told: Told, at: int) -> bool:
        """Whether a word for "we" stands right before its verb as whom it is done to: "nessuno ci ha consultato"."""
        first = at == 0 or told.tokens[at - 1].clause != told.tokens[at].clause
        return bool(self._words.clitics) and not first and told.tokens[at].before not in self._words.ties

    def _by_noun(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with somebody's or something's name for the noun that the article calls nobody else by."""
        told, matched, naming = aligned.told, aligned.matched, self._chains.naming(missing)
        for at, noun in enumerate(told.tokens):
            if at in matched:
                if not noun.broad or noun.entities:
                    continue
                named = self._chains.wider(missing, told, at, matched)
                if named:  # "The ferry Boa" for "the ship", which the claim's "ferry" stands for already.
                    yield made(told, at + 1, named, told.number, behind=True)
                continue
            named = self._chains.called(missing, naming, told, at, matched)
            if named:
                yield made(told, at, named, told.number, dropped=at)

    def _by_age(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with the name of whom it means by their age: "sacked (the 24-year-old) Ann Holm"."""
        told = aligned.told
        wanted = [token for token in missing if token.entities]
        for at, length, one in self._aged.inside(told) if wanted else ():
            named = [token for token in wanted if one in token.entities]
            if named:
                tied = told.tokens[at - 2].folded in self._words.ties - self._story.leading
                ahead = [
                    token for token in told.tokens[:at] if token.content and token.clause == told.tokens[at].clause
                ]
                done_to = bool(ahead) and not self._aged.does(told.tokens[at - 1], told.tokens[at + length - 1])
                yield made(
                    told, at, named, told.number, dropped=at, length=length, tied=tied, done_to=done_to and not tied
                )

    # Complexity: whom an ending means is told by what it agrees with, and by nothing else there that does.
    def _attached(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with the one person whom an infinitive's ending means: "vuole incontrarlo"."""
        told, language = aligned.told, self._story.reading.language
        before = self._story.sentences[told.number - 1] if told.number > 0 else None
        for pointer in self._pointers.of(aligned) if before is not None else ():
            gender = self._words.genders.get(pointer.form, "") if pointer.verb else ""
            if before is None or not gender:
                continue
            articles = [one.before for one in before.tokens if one.content and not one.entities]
            subject = [before.subject] if before.subject is not None and not before.named else []
            people = [
                one for one in (*before.named, *subject) if self._story.is_surely_person(one) and one not in told.named
            ]
            fitting = [one for one in people if self._story.reading.entities[one].gender in {"", gender}]
            if len(fitting) == 1 and gender not in map(language.articles.get, articles):
                named = [token for token in missing if fitting[0] in token.entities]
                full = [*self._read(pointer.verb), *named]
                if named:
                    yield made(told, pointer.at, full, before.number, dropped=pointer.at, done_to=True)

    def _with_subject(
        self, aligned: Aligned, other: Told, missing: Sequence[Token], pointers: Sequence[Pointer]
    ) -> Iterator[Expanded]:
        """A sentence that leaves its subject out, with the person whom the one before tells of."""
        told = aligned.told
        named = [token for token in missing if told.subject is not None and told.subject in token.entities]
        if named and told.subject in other.named and any(one.at < 0 for one in pointers):
            somebody = frozenset({told.subject or 0})
            yield made(told, 0, [replace(token, entities=somebody) for token in named], other.number)

    def _before(self, told: Told, missing: Sequence[Token]) -> Iterator[Told]:
        """The sentences right before one, in its paragraph or one that it leans on, that have a word that it lacks."""
        reading = self._story.reading
        first, _ = reading.paragraph_at(reading.sentences[told.number][0])
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            other, apart = self._story.sentences[number], reading.sentences[number][0] < first
            places = other.places
            known = [1 for token in missing for key in token.keys if key in places] or told.subject in other.named
            if known and (not apart or self._pointers.lean(number + 1)):
                yield other
            if apart:
                return

    def _ways(self, told: Told, pointer: Pointer, other: Told, thing: Thing) -> Iterator[Expanded | None]:
        """A sentence with a thing in a word's place; behind who does it where they stand behind the verb."""
        clitic = pointer.at >= 0 and told.tokens[pointer.at].folded in self._words.clitics
        behind = behind_doer(self._story, told, pointer.at) if clitic else None
        if behind is None:
            yield self._put_in(told, pointer, other, thing)
            return
        (doer, end), word = behind, told.tokens[pointer.at].folded
        named, kept = other.tokens[thing[0] : thing[1] + 1], "-" in word
        dropped = None if kept else pointer.at
        place = doer if kept else doer - 1
        yield made(told, end, named, other.number, dropped=dropped, behind=True, done_to=True, doer=place, pronoun=word)

    def _put_in(self, told: Told, pointer: Pointer, other: Told, thing: Thing) -> Expanded | None:
        """A sentence with a thing in a word's place, or behind the verb that the word stands before."""
        tied = bool(pointer.behind) or (pointer.at > 0 and told.tokens[pointer.at - 1].folded in self._words.ties)
        named = [*self._read(pointer.verb or pointer.behind), *other.tokens[thing[0] : thing[1] + 1]]
        if pointer.at < 0:
            return made(told, pointer.place, named, other.number)
        if told.tokens[pointer.at].folded not in self._words.clitics:
            done_to = bool(pointer.behind or pointer.verb)
            doing = (pointer.subject or self._compounds) and not (tied or done_to)
            at = pointer.at
            return made(told, at, named, other.number, dropped=at, tied=tied, done_to=done_to, doing=doing)
        token = told.tokens[pointer.at]
        behind = pointer.at + 1 if token.joined else self._behind_verb(told, pointer.at)
        if behind is None:
            return None
        dropped = None if "-" in token.folded else pointer.at  # "L-a" helps its verb besides.
        return made(told, behind, named, other.number, dropped=dropped, behind=True, done_to=True)

    def _behind_verb(self, told: Told, at: int) -> int | None:
        """Where the object of the verb behind a clitic would stand."""
        small = self._words.perfects | self._words.clitics
        for place in range(at + 1, min(at + 1 + _CLITICS, len(told.tokens))):
            token = told.tokens[place]
            if token.clause != told.tokens[at].clause:
                return None
            helped = token.before in self._words.perfects and not token.content  # "Li ha già ordinati."
            helped = helped and not token.text.endswith(self._words.participles or "\0")  # "L'a remarqué."
            if token.folded not in small and not helped:
                return place + 1
        return None

    def _read(self, text: str) -> list[Token]:
        return self._story.tokenizer.read(text, 0, len(text), nobody).tokens if text else []
