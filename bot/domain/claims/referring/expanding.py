"""Sentences told in full: what their words stand for, as the sentences right before name it, in the place of these.

pronoun    "It wants to close the yard" behind "The firm is in debt": "The firm wants to close the yard"
clitic     "La mairie veut la vendre": "La mairie veut vendre la halle"
left out   "Atribuiu o atraso a um cliente": "A empresa atribuiu ..."
joined     "Darüber stimmt der Rat ab": "Über den Plan stimmt der Rat ab"
shell      "Parents criticised the move": "Parents criticised the closure of the pool"
whole      "Das hat der Rat beschlossen": "... beschlossen, dass", and what the sentence before says
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokenizer import QUOTES
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, nobody
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE, Wording, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.chains import Chains
from bot.domain.claims.referring.circumstances import Circumstances
from bot.domain.claims.referring.counting import Counting, only_counts
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.elsewhere import Elsewhere
from bot.domain.claims.referring.events.shells import Shells
from bot.domain.claims.referring.narrower import Narrower
from bot.domain.claims.referring.pointers import Pointer, Pointers
from bot.domain.claims.referring.things import Thing, Things

# How many sentences back a thing is named, and how many ways to tell a sentence in full are tried.
_BACK, _TRIED, _CLITICS, _TIED, _BEHIND_ASIDE = 2, 8, 4, 2, 2


@dataclass(frozen=True)
class Expanded:
    """A sentence told in full.

    Attributes:
        told: the sentence with what a word of it stands for.
        number: of the sentence that names that.
        first: where the words are that were put in.
        last: where the sentence goes on behind them.
        whole: whether they are all that the other sentence says.
        ends: whether a verb may stand behind what it is done to, at its clause's end.
        deeds: of a whole, the positions of its words that may be verbs.
        tied: whether a preposition stands before the word that they were put in for.
        done_to: whether they stand for a pronoun that tells to whom or what something is done.
        planned: whether they stand for a noun for a plan.
        doing: whether they stand for a pronoun that tells who does it.
    """

    told: Told
    number: int
    first: int
    last: int
    whole: bool = False
    ends: bool = False
    deeds: frozenset[int] = frozenset()
    tied: bool = False
    done_to: bool = False
    planned: bool = False
    doing: bool = False

    def is_turned(self, claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> bool:
        """Whether a claim in the active opens with what a sentence's object pronoun stands for, as who does it."""
        if not self.done_to or any(PASSIVE in token.signs for token in claim.tokens):
            return False
        first, place = aligned.pairs[0]
        opens = first is aligned.tokens[0] and self._is_inside(place)
        return opens and not any(token.folded in ties for token in claim.tokens if token.start < first.start)

    def is_moved(self, claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> bool:
        """Whether a claim ties to a deed, as with what, who does it in the sentence: "was charged with the lead"."""
        first = next((token for token, place in aligned.pairs if self._is_inside(place)), None) if self.doing else None
        if first is None:
            return False
        before = claim.tokens[max(0, claim.tokens.index(first) - _TIED) : claim.tokens.index(first)]
        led = [token for token in before if token.folded in ties and token.clause == first.clause]
        return bool(led) and not any(AGENT in token.signs for token in led)

    def is_used(self, aligned: Aligned, words: Wording) -> bool:
        """Whether a claim tells of what was put in what the sentence itself tells."""
        if self.tied and self._passes_over(aligned, words.infinitives or ("\0",)):
            return False
        if only_counts(aligned, range(self.first, self.last)):
            return False  # "Eleven were hurt; two of them died": not two were hurt.
        return self._is_completed(aligned) if self.whole else self._is_joined(aligned, words.durations)

    def _passes_over(self, aligned: Aligned, infinitives: tuple[str, ...]) -> bool:
        """Whether a claim leaves out the infinitive that the words put in complete: "promised to think about it"."""
        behind = self.told.tokens[self.last : self.last + 1]
        verb = [one for one in behind if one.content and one.plain.endswith(infinitives)]
        return bool(verb) and verb[0].clause == self.told.tokens[self.first].clause and self.last not in aligned.matched

    def opens(self, aligned: Aligned) -> Token | None:
        """What a claim opens with of the words that were put in behind a preposition, None where it does not."""
        first = aligned.pairs[0] if self.tied and aligned.pairs else None
        return first[0] if first is not None and self._is_inside(first[1]) else None

    def _is_inside(self, place: int) -> bool:
        return self.first <= place < self.last

    def _is_joined(self, aligned: Aligned, durations: Container[str]) -> bool:
        """Whether the words of the claim nearest to those put in are of the clause that they stand in."""
        clause, pairs = self.told.tokens[self.first].clause, aligned.pairs
        taken = [at for at, (_, place) in enumerate(pairs) if self._is_inside(place)]
        if not taken:
            return False
        beside = [*pairs[taken[-1] + 1 : taken[-1] + 2], *pairs[max(0, taken[0] - 1) : taken[0]]]
        mine = [place for token, place in beside if token.clause == pairs[taken[0]][0].clause]
        if self.planned:  # "Its chairman, Jon Reed, said the move would ...": whose name stands in a clause of its own.
            mine = [place for place in mine if not self.told.tokens[place].entities] or mine
        near = mine or [place for _, place in beside[:1]]
        if self._counts_apart(aligned, clause, durations):
            return False
        return bool(near) and all(self._is_of(clause, self.told.tokens[place].clause) for place in near)

    def _is_of(self, clause: int, other: int) -> bool:
        """Whether another clause is the same, or what is quoted right behind it: "called the move “a mistake”"."""
        quoted = other == clause + 1 and self.told.clauses.marks[other] in QUOTES
        return other == clause or quoted or (other == clause + _BEHIND_ASIDE and self._is_parted(clause))

    def _is_parted(self, clause: int) -> bool:
        """Whether an aside parts what was put in, which is all of its clause, from its verb: "it, built in May, is"."""
        marks = self.told.clauses.marks[clause + 1 : clause + 1 + _BEHIND_ASIDE]
        inside = (at for at, token in enumerate(self.told.tokens) if token.clause == clause and token.content)
        return marks == [",", ","] and all(map(self._is_inside, inside))

    def _counts_apart(self, aligned: Aligned, clause: int, durations: Container[str]) -> bool:
        """Whether a sentence counts some of the things, and names no others: "took six of them to hospital"."""
        tokens, matched = self.told.tokens, aligned.matched
        counts = (at for at, token in enumerate(tokens) if token.value is not None and token.after not in durations)
        alone = (at for at in counts if not self._is_inside(at))
        own = [at for at in alone if at not in matched and tokens[at].clause == clause]
        return any(not any(t.content for t in tokens[at + 1 : at + 2]) for at in own)

    def _is_completed(self, aligned: Aligned) -> bool:
        """Whether a claim takes who does it and the deed from the sentence, and passes over nothing else of it."""
        deed = next((at for at, (token, _) in enumerate(aligned.pairs) if at and _tells(token)), len(aligned.pairs))
        if any(self._is_inside(place) for _, place in aligned.pairs[: 1 if self.ends else deed + 1]):
            return False
        if self.deeds.isdisjoint(aligned.matched):
            return False  # "It will pay that": what something costs is no statement.
        spare = self._passed(aligned)
        return len(spare) <= 1 and not any(token.signs or _is_name(token) for token in spare)

    def _passed(self, aligned: Aligned) -> list[Token]:
        """The words of the sentence's own clauses that say something which the claim does not."""
        tokens = self.told.tokens[: self.first]
        clauses = {tokens[place].clause for place in aligned.matched if not self._is_inside(place)}
        return [t for at, t in enumerate(tokens) if t.content and t.clause in clauses and at not in aligned.matched]


class Expanding:
    """One article's sentences with words that stand for something named before."""

    def __init__(self, story: Story, designations: Designations) -> None:
        self._story = story
        self._words = story.words
        self._pointers = Pointers(story)
        self._things = Things(story)
        self._chains = Chains(story, self._pointers, self._things, designations)
        self._counting = Counting(story)
        self._narrower = Narrower(story)
        self._circumstances = Circumstances(story)
        self._shells = Shells(story)
        self._elsewhere = Elsewhere(story)
        language = story.reading.language
        self._heads_last = agreement_of(language.code).heads_last
        self._compounds = language.nouns_capitalised
        self._ends = language.verb_second and bool(language.perfect)
        self._that = next(iter(sorted(map(folded, language.that))), "")

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """The ways to tell a sentence in full by which it has what it lacks of a claim, or some of it."""
        if self._elsewhere.has_nearer(aligned, missing):
            return iter(())
        return islice(self._of(aligned, missing), _TRIED)

    def _of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        yield from self._in_chain(aligned, missing)
        yield from self._by_noun(aligned, missing)
        yield from self._owned(aligned, missing)
        for at, token, number in self._narrower.of(aligned, missing):
            yield _made(aligned.told, at, [token], number, dropped=at)
        yield from self._counted(aligned, missing)
        yield from self._placed(aligned, missing)
        yield from self._decided(aligned, missing)
        for other in self._before(aligned.told, missing):
            pointers = [one for one in self._pointers.of(aligned) if not self._things.has_nearer(one, aligned)]
            if other.number == aligned.told.number - 1:
                yield from self._with_subject(aligned, other, missing, pointers)
            for thing in self._things.of(other, missing):
                fitting = (one for one in pointers if self._things.fit(one, aligned.told, other, thing))
                yield from filter(None, (self._put_in(aligned.told, one, other, thing) for one in fitting))
            if other.number == aligned.told.number - 1:
                yield from self._in_whole(aligned, other)

    def _in_chain(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with a claim's own words for what it and those before it tell of."""
        told = aligned.told
        for pointer in self._pointers.of(aligned):
            for other, named in self._chains.of(told, pointer, missing):
                dropped = pointer.at if pointer.at >= 0 else None
                made = _made(told, max(pointer.at, pointer.place), named, other.number, dropped=dropped)
                tied = pointer.at > 0 and told.tokens[pointer.at - 1].folded in self._words.ties - self._story.leading
                yield replace(made, doing=pointer.subject, tied=tied)

    def _counted(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with what its words for how many count."""
        for at, counted, number in self._counting.of(aligned, missing):
            yield _made(aligned.told, at, counted, number, behind=at > 0)

    def _placed(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with the time or place that the one before names for a word for it: "since then", "there"."""
        told = aligned.told
        for at, length, tie, said in self._circumstances.of(aligned, missing):
            yield _made(told, at, [*self._read(tie), *said], told.number - 1, dropped=at, length=length)

    def _decided(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with the deed that its noun for a plan stands for: "criticised (the move) the closure"."""
        for shell in self._shells.of(aligned, missing):
            at = shell.at + 1
            if shell.kept:
                yield replace(_made(aligned.told, at, shell.said, shell.number, behind=True), planned=True)
                continue
            before = aligned.told.tokens[shell.at - 1 : shell.at]
            length = 1 + any(one.folded in self._story.leading for one in before)
            at -= length
            said = [*self._read(shell.tie), *shell.said]
            made = _made(aligned.told, at, said, shell.number, dropped=at, length=length)
            yield replace(made, planned=True)

    def _owned(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with whose a thing is for a word that only points at them: "Last year its sales rose"."""
        told = aligned.told
        for at, token in enumerate(told.tokens):
            if token.entities or not self._story.is_possessive(token):
                continue
            place = self._pointers.owned_by(told, at)
            if place is None:
                continue
            for other, named in self._chains.of(told, Pointer(at, ""), missing):
                yield _made(told, at + 1 if self._heads_last else place + 1, named, other.number, behind=True)

    def _by_noun(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Expanded]:
        """A sentence with somebody's or something's name for the noun that the article calls nobody else by."""
        told = aligned.told
        for at in range(len(told.tokens)):
            named = [] if at in aligned.matched else self._chains.called(missing, told, at, aligned.matched)
            if named:
                yield _made(told, at, named, told.number, dropped=at)

    def _with_subject(
        self, aligned: Aligned, other: Told, missing: Sequence[Token], pointers: Sequence[Pointer]
    ) -> Iterator[Expanded]:
        """A sentence that leaves its subject out, with the person whom the one before tells of."""
        told = aligned.told
        named = [token for token in missing if told.subject is not None and told.subject in token.entities]
        if named and told.subject in other.named and any(one.at < 0 for one in pointers):
            yield _made(
                told, 0, [replace(token, entities=frozenset({told.subject or 0})) for token in named], other.number
            )

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

    def _put_in(self, told: Told, pointer: Pointer, other: Told, thing: Thing) -> Expanded | None:
        """A sentence with a thing in a word's place, or behind the verb that the word stands before."""
        tied = bool(pointer.behind) or (pointer.at > 0 and told.tokens[pointer.at - 1].folded in self._words.ties)
        named = [*self._read(pointer.verb or pointer.behind), *other.tokens[thing[0] : thing[1] + 1]]
        if pointer.at < 0:
            return _made(told, pointer.place, named, other.number)
        if told.tokens[pointer.at].folded not in self._words.clitics:
            made = _made(told, pointer.at, named, other.number, dropped=pointer.at)
            done_to = bool(pointer.behind or pointer.verb)
            return replace(
                made, tied=tied, done_to=done_to, doing=(pointer.subject or self._compounds) and not (tied or done_to)
            )
        token = told.tokens[pointer.at]
        behind = pointer.at + 1 if token.joined else self._behind_verb(told, pointer.at)
        if behind is None:
            return None
        dropped = None if "-" in token.folded else pointer.at  # "L-a" helps its verb besides.
        return replace(_made(told, behind, named, other.number, dropped=dropped, behind=True), done_to=True)

    def _behind_verb(self, told: Told, at: int) -> int | None:
        """Where the object of the verb behind a clitic would stand."""
        small = self._words.perfects | self._words.clitics
        for place in range(at + 1, min(at + 1 + _CLITICS, len(told.tokens))):
            token = told.tokens[place]
            if token.clause != told.tokens[at].clause:
                return None
            helped = token.before in self._words.perfects and not token.content  # "Li ha già ordinati."
            if token.folded not in small and not helped:
                return place + 1
        return None

    def _read(self, text: str) -> list[Token]:
        return self._story.tokenizer.read(text, 0, len(text), nobody).tokens if text else []

    def _in_whole(self, aligned: Aligned, other: Told) -> Iterator[Expanded]:
        """A sentence with all that the one right before says, where a word of it may stand for that."""
        told = aligned.told
        noun = next((told.tokens[at] for at in range(1, len(told.tokens)) if self._repeats(told, at)), None)
        if self._that and (noun is not None or self._pointers.stands_for_all(aligned)):
            yield self._completed(told, other, noun)

    def _repeats(self, told: Told, at: int) -> bool:
        """Whether a noun with an article stands for what the sentence before says: "the decision", "das Angebot"."""
        token = told.tokens[at]
        if not token.content or token.entities or token.before not in self._story.leading - self._words.perfects:
            return False  # "A criticat": "a" is an article too.
        return token.stem in self._words.referring and told.tokens[at - 1].clause == token.clause

    def _completed(self, told: Told, other: Told, noun: Token | None) -> Expanded:
        """A sentence with what the one before says as what completes it; the deed that a noun names is said by it."""
        first = len(told.clauses.openers)
        openers = [*told.clauses.openers, self._that, *other.clauses.openers[1:]]
        marks = [*told.clauses.marks, ",", *other.clauses.marks[1:]]
        tokens = [token.copy() for token in told.tokens]
        for token in other.tokens:
            put_in = replace(token, clause=token.clause + first)
            if noun is not None and _names(noun, token):
                put_in.signs, put_in.content = frozenset(), False
            tokens.append(put_in)
        made = _told(told, tokens, [*told.quoted, *other.quoted], Clauses(tokens, openers, marks))
        first = len(told.tokens)
        deeds = frozenset(at for at in range(first, len(tokens)) if self._may_be_deed(tokens, at))
        return Expanded(made, other.number, first, len(tokens), whole=True, ends=self._ends, deeds=deeds)

    def _may_be_deed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may be a verb: no name, number or day, and no noun by its capital or what stands before it."""
        token, before = tokens[at], tokens[at - 1]
        noun = token.before in self._story.leading or token.before in self._words.ties or before.value is not None
        noun = noun or (self._compounds and token.text[0].isupper())
        return token.content and _tells(token) and token.value is None and not noun


def _tells(token: Token) -> bool:
    """Whether a word is neither a name nor a day."""
    return not token.entities and not token.dated


def _is_name(token: Token) -> bool:
    return bool(token.entities) and token.text[0].isupper()


def _names(noun: Token, deed: Token) -> bool:
    """Whether a noun names a deed: by its stem, or as both offer, demand, allege ..."""
    governed = {sign for sign in noun.signs & deed.signs if sign.startswith(GOVERNS)}
    return bool(governed) or not noun.keys.isdisjoint(deed.keys)


def _made(
    told: Told,
    at: int,
    put_in: Sequence[Token],
    number: int,
    *,
    dropped: int | None = None,
    length: int = 1,
    behind: bool = False,
) -> Expanded:
    """A sentence with other words at a place, and without the `length` ones that they are said for.

    `behind` is whether they are of the clause of the word before, and not of the one behind.
    """
    beside = told.tokens[at - 1 if behind else at].clause
    speaker = told.quoted[min(at, len(told.quoted) - 1)]
    own = [(token.copy(), told.quoted[place]) for place, token in enumerate(told.tokens)]
    before = [pair for place, pair in enumerate(own[:at]) if place != dropped]
    rest = own[at + length * (dropped == at) :]
    pairs = [*before, *((replace(token, clause=beside), speaker) for token in put_in), *rest]
    tokens = [token for token, _ in pairs]
    opening = {token.clause: token.folded for token in reversed(tokens)}
    openers = [opening.get(clause, opener) for clause, opener in enumerate(told.clauses.openers)]
    made = _told(told, tokens, [quoted for _, quoted in pairs], Clauses(tokens, openers, [*told.clauses.marks]))
    return Expanded(made, number, len(before), len(before) + len(put_in))


def _told(told: Told, tokens: Sequence[Token], quoted: list[int | None], clauses: Clauses) -> Told:
    """A sentence of these words, each with its place and the word before it."""
    for at, token in enumerate(tokens):
        token.start = at
        token.before = tokens[at - 1].folded if at and tokens[at - 1].clause == token.clause else ""
    made = Told(told.number, clauses, quoted=quoted, subject=told.subject)
    made.place()
    return made
