"""Noun phrases and verbs in a clause, as far as their forms tell them."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import FORMER, LESSER, folded
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, is_time, places_in
from bot.domain.claims.unfolding.verb_forms import VerbForms

# How many words a noun phrase has at most.
_LONGEST = 5


class PhraseFinder(VerbForms):
    """The noun phrases and verbs of one article's clauses."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        super().__init__(story, grammar)
        self._reported = frozenset(map(folded, story.reading.language.reported))
        self._nominative = frozenset(story.words.subjects)

    def last(self, tokens: Sequence[Token], clause: int) -> range | None:
        """Where the name or noun that a clause ends in stands, with its article; None without one."""
        inside = places_in(tokens, clause)
        if self._grammar.nouns:
            while inside and tokens[inside[-1]].text[0].islower():
                inside.pop()  # "Will die Halle kaufen, die ...".
        return self.noun_at(tokens, inside)

    def noun_at(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """Where the name or noun that some places end in stands, with its article; None without one."""
        if not inside or not self._may_be_noun(tokens[inside[-1]]):
            return None
        last = inside[-1]
        named = tokens[last].entities and tokens[last].text[0].isupper()
        start = self._name(tokens, inside, last) if named else self._noun(tokens, inside, last)
        start = start if named else self._with_amount(tokens, inside, start)
        bare = start == last and not named and self._grammar.is_participle(tokens[last])
        return None if bare else range(start, last + 1)  # "Ont profité que ...".

    def _with_amount(self, tokens: Sequence[Token], inside: Sequence[int], start: int) -> int:
        """Where a noun begins with how many millions of it there are: "(5 millions d')euros"."""
        tied = start - 2 in inside and tokens[start - 1].folded in self._words.partitives
        if not tied or self.leads(tokens[start]) or tokens[start - 2].plain not in self._words.magnitudes:
            return start
        start -= 2
        while start - 1 in inside and (tokens[start - 1].value is not None or self.leads(tokens[start - 1])):
            start -= 1
        return start

    def _may_be_noun(self, token: Token) -> bool:
        light = token.folded in self._words.special["some_person"]
        if not (token.content or light) or token.dated or token.before in self._grammar.perfects - self._story.leading:
            return False
        if self._grammar.nouns and token.text[0].islower() and token.value is None:
            return False  # "Zahlt für die Halle, die ...".
        led = (
            token.before in self._story.leading and token.before not in self._words.clitics and token.mood not in FINITE
        )  # "A plan".
        led = led and token.mood not in FINITE  # "A plan".
        return bool(token.entities) or led or not self._is_finite(token)

    def _name(self, tokens: Sequence[Token], inside: Sequence[int], start: int) -> int:
        """Where a name begins, with its article or those that it is joined to: "Olsen and Pratt"."""
        while start - 1 in inside:
            before = tokens[start - 1]
            joined = before.folded in self._words.joining and start - 2 in inside and bool(tokens[start - 2].entities)
            if not (before.entities & tokens[start].entities or joined or self.leads(before)):
                break
            start -= 1 + joined
            if self.leads(before):
                break
        return start

    def titled(self, tokens: Sequence[Token], named: range) -> range:
        """A name with the noun that tells what it is, and its article: "(la société) Armor"."""
        noun, article = named.start - 1, named.start - 2
        if article < 0 or not tokens[named.start].entities or not self.leads(tokens[article]):
            return named
        same = tokens[article].clause == tokens[noun].clause == tokens[named.start].clause
        plain = is_plain(tokens[noun]) and not tokens[noun].dated and not tokens[noun].entities
        return range(article, named.stop) if same and plain else named

    def _noun(self, tokens: Sequence[Token], inside: Sequence[int], last: int) -> int:
        """Where a noun begins, with its article and what describes it."""
        start = last
        while start - 1 in inside and last - start < _LONGEST - 1:
            before = tokens[start - 1]
            named = bool(before.entities) and before.text[0].isupper()
            if named or self._is_finite(before) or self._is_infinitive(before):
                break
            ranked = before.content or before.signs & {FORMER, LESSER}
            if not (ranked or self.leads(before) or before.plain in self._words.magnitudes):
                break
            start -= 1
            if self.leads(before) or before.value is not None:
                break
        return start

    def chain(self, tokens: Sequence[Token], named: range) -> range:
        """A noun with those that a preposition ties it to: "a sale to the town", "the court in Lausanne"."""
        start, clause = named.start, tokens[named.start].clause
        inside = places_in(tokens, clause)
        ties = self._words.ties | self._story.of_words
        if tokens[named.stop - 1].entities and self._grammar.is_person(tokens[named.stop - 1]):
            ties = self._story.of_words  # "Succeeds Tom Webb, who ...": but "the lawyer of Tom Webb, who ...".
        while start - 2 in inside:
            start += self._is_fused(tokens[start])
            tied = tokens[start - 1].folded in ties
            measured = tokens[start - 1].content and tokens[start - 2].value is not None  # "Three pounds a night".
            counted = self._words.free_order and tokens[start].value is not None  # "Викуп 80 тисяч євро".
            if not (tied or measured or counted) or not self._may_be_noun(tokens[start - 1 - tied]):
                break
            last = start - 1 - tied
            if (
                tied
                and tokens[last].plain in self._words.magnitudes
                and tokens[start - 1].folded not in self._story.of_words
            ):
                break  # "Asks ten million from the region, which": the region.
            written = tokens[last].entities and tokens[last].text[0].isupper()
            start = self._name(tokens, inside, last) if written else self._noun(tokens, inside, last)
        return range(start, named.stop)

    def _is_fused(self, token: Token) -> bool:
        """Whether a word is a preposition with the article of the noun behind it: "du phare"."""
        return not self._grammar.nouns and token.folded in self._words.ties and self.leads(token)

    def told_of(self, tokens: Sequence[Token], named: range) -> tuple[range, range]:
        """A noun's chain, and what a relative clause behind it tells of: all of it where the noun is an amount."""
        chain = self.chain(tokens, named)
        return chain, chain if chain != named and self._is_amount(tokens, chain, named) else named

    @staticmethod
    def _is_amount(tokens: Sequence[Token], chain: range, named: range) -> bool:
        """Whether the last noun of a chain only tells how much the one before it is: "a ransom of 80,000 euros"."""
        value = next((at for at in chain if tokens[at].value is not None), None)
        ahead = range(chain.start, value if value is not None else chain.start)
        counted = value is not None and named.stop - 1 > value and not tokens[named.stop - 1].entities
        return counted and any(tokens[at].content for at in ahead)

    def first(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """Where the name or noun that a clause opens with stands, None where it opens with its verb."""
        found = self._opening(tokens, inside)
        return None if found is None else self._with_owner(tokens, inside, found)

    def _opening(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """The same without whose it is."""
        start, end = inside[0], inside[-1] + 1
        token = tokens[start]
        if token.entities and token.text[0].isupper():
            stop = self.name_end(tokens, inside, start)
            return range(start, stop) if stop < end else None
        if token.folded in self._nominative and token.folded not in self._words.clitics:
            return range(start, start + 1)
        name = self._name_behind(tokens, inside)
        if name is not None:
            return range(start, self.name_end(tokens, inside, name))
        if self.leads(token) or token.value is not None:
            called = self._called(tokens, inside, start) if self.leads(token) else None
            return called if called is not None and called.stop < end else self._led(tokens, start, end)
        return range(start, start + 1) if self._is_bare(tokens, start, end) else None

    def _with_owner(self, tokens: Sequence[Token], inside: Sequence[int], named: range) -> range:
        """A noun with what tells whose it is: "Tom Webb's daughter", "la fille de Tom Webb"."""
        stop, end = named.stop, inside[-1]
        while tokens[stop - 1].owner and stop < end and tokens[stop].content and not self._is_finite(tokens[stop]):
            stop += 1
        tied = stop < end - 1 and tokens[stop].folded in self._story.of_words and not self._is_finite(tokens[stop])
        if tied and tokens[stop + 1].entities and tokens[stop + 1].text[0].isupper():
            behind = self.name_end(tokens, inside, stop + 1)
            stop = behind if behind <= end else stop
        return range(named.start, stop)

    def _name_behind(self, tokens: Sequence[Token], inside: Sequence[int]) -> int | None:
        """Where the name of who opens a clause stands, behind what they are: "mayor Ann Reed", "the mayor, Ann"."""
        first = tokens[inside[0]]
        aside = [at for at in inside if tokens[at].clause != first.clause]
        if aside and tokens[aside[0]].entities:
            return aside[0]
        return inside[1] if first.content and self._is_titled(tokens, inside) else None

    def _is_titled(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether a clause opens with what somebody is, no article before it, and their name: "mayor Ann Reed"."""
        title, names = tokens[inside[0]], [tokens[at] for at in inside[1:2] if tokens[at].text[0].isupper()]
        called = self._grammar.is_role(title)
        return bool(names) and called and not title.mood and is_plain(title) and self._grammar.is_person(names[0])

    @staticmethod
    def name_end(tokens: Sequence[Token], inside: Sequence[int], start: int) -> int:
        """The place behind the name that begins at one."""
        stop = start + 1
        while stop in inside and tokens[stop].entities & tokens[start].entities:
            stop += 1
        return stop

    def _is_bare(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether a noun without an article stands before a verb: "which residents had demanded"."""
        token = tokens[start]
        bare = token.content and is_plain(token) and not token.mood and not self._grammar.postposed
        bare = bare and start + 1 < end and not self._is_finite(token)
        return bare and self._is_finite(tokens[start + 1])

    def _led(self, tokens: Sequence[Token], start: int, end: int) -> range | None:
        """Where a noun with its article or number stands, a verb behind it."""
        stop = self._run(tokens, start + 1, end)
        joined = stop > start + 1 and stop + 1 < end and tokens[stop].folded in self._words.joining
        if joined and self.leads(tokens[stop + 1]):
            stop = self._run(tokens, stop + 2, end)
        verbal = stop < end and (self._is_finite(tokens[stop]) or self._is_light_before(tokens, stop, end))
        verbal = verbal or (stop + 1 < end and self._is_whole_past(tokens[stop : stop + 2]))
        if stop > start + 1 and not verbal:
            stop -= not self._grammar.nouns  # The last one is the verb.
        return range(start, stop) if start + 1 < stop < end else None

    def _run(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Where the words that say something, from a place on, end at a verb or at a small word."""
        stop = start
        while stop < min(end, start + _LONGEST - 1) and tokens[stop].content and not self._is_finite(tokens[stop]):
            if stop > start and tokens[stop].value is not None:
                break  # "The brewery owes 40,000 pounds."
            if (
                self._grammar.nouns
                and stop > start
                and tokens[stop - 1].text[0].isupper() > tokens[stop].text[0].isupper()
            ):
                break  # "Den ein Lieferwagen | gestreift hatte".
            stop += 1
        return stop

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def verb(self, tokens: Sequence[Token], inside: Sequence[int], doer: range | None) -> list[int]:
        """Where the words of a clause's verb stand, the one that tells its time last where verbs end clauses."""
        if not inside:
            return []
        if self._grammar.nouns:
            return self._german(tokens, inside)
        start = self._behind_time(tokens, inside) if doer is None else doer.stop
        found: list[int] = []
        for at in range(start, inside[-1] + 1):
            token = tokens[at]
            if not found and self._is_light(token):
                continue
            if at in inside[:-1] and self._is_adverb(token, tokens[at + 1]):
                continue
            if self._is_taken_up(tokens, found, at):
                continue
            if token.value is not None or (found and self._ends(token)):
                break
            found.append(at)
            if token.content and not (governs(token) and self._goes_on(tokens, inside, at)):
                break
        return found

    def _goes_on(self, tokens: Sequence[Token], inside: Sequence[int], at: int) -> bool:
        """Whether an infinitive may complete a verb: "просить | звільнити", not "попередив рятувальник"."""
        return not self._words.free_order or any(self._is_infinitive(tokens[there]) for there in inside if there > at)

    def _is_taken_up(self, tokens: Sequence[Token], found: Sequence[int], at: int) -> bool:
        """Whether a word is a pronoun behind what marks an infinitive: "să o plătească"."""
        marks, clitics = self._words.infinitive_marks, self._words.clitics
        return bool(found) and tokens[found[-1]].folded in marks and tokens[at].folded in clitics

    def _behind_time(self, tokens: Sequence[Token], inside: Sequence[int]) -> int:
        """Where a clause goes on behind the day or year that it opens with."""
        small = self._words.ties | self._story.leading
        timed = [at for at in inside if is_time(tokens[at]) or tokens[at].value is not None]
        if not timed or any(tokens[at].folded not in small for at in inside if at < timed[0]):
            return inside[0]
        last = next(at for at in timed if at + 1 not in timed)
        return min(last + 1, inside[-1])

    def _ends(self, token: Token) -> bool:
        """Whether a small word ends the verb before it: a preposition or an article."""
        small = token.folded in self._words.ties or self.leads(token)
        return not token.content and small and token.folded not in self._words.infinitive_marks

    def _german(self, tokens: Sequence[Token], inside: Sequence[int]) -> list[int]:
        """The verb at the end of a clause, or around it: "gebaut hat", "wurde von Webb verkauft"."""
        first, last = inside[0], inside[-1]
        if not tokens[first].before or tokens[first].before in self._words.joins:
            small = [at for at in inside if tokens[at].content and tokens[at].text[0].islower()]
            return sorted({first, *small[-1:]})
        found = [last]
        while found[0] - 1 in inside and tokens[found[0] - 1].text[0].islower() and not tokens[found[0]].content:
            found.insert(0, found[0] - 1)
            if tokens[found[0]].content:
                break
        return found if tokens[last].text[0].islower() else []

    def ends_in_verb(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether a clause has its verb at its end: not "die Bremsen hätten versagt", "die Brücke zu sperren"."""
        inside = inside[1:]
        small = [tokens[at] for at in inside if tokens[at].text[0].islower()]
        marks, begun = self._words.complements | self._reported, self._grammar.marked_infinitives
        if any(token.folded in marks or (begun and token.plain.startswith(begun)) for token in small):
            return False
        verb = self._german(tokens, inside)
        return bool(verb) and not any(self._is_helping(tokens[at]) for at in inside if at not in verb)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def behind(
        self, tokens: Sequence[Token], inside: Sequence[int], verb: Sequence[int], *, nouns: bool = False
    ) -> range | None:
        """Where somebody's name stands right behind a verb, a pronoun between them or none; None where none does.

        With what they are called before the name: "que dirigió su antigua alumna Ana Ruiz". `nouns` is whether nouns
        with their articles do, too: "que paieront la région et la ville".
        """
        start = verb[-1] + 1
        named = self._called(tokens, inside, start) if start in inside and self.leads(tokens[start]) else None
        if named is not None:
            return named
        start = self._behind_tied(tokens, inside, start) if nouns else self._behind_clitic(tokens, inside, start)
        if start not in inside:
            return None
        token = tokens[start]
        if token.entities and token.text[0].isupper() and self._grammar.is_person(token):
            return range(start, self.name_end(tokens, inside, start))
        if self._words.free_order and token.content:
            alone = nouns and start == inside[-1] and is_plain(token) and not is_time(token)
            return range(start, start + 1) if alone else self._called(tokens, inside, start, bare=True)
        if not self.leads(token) and not (self._grammar.postposed and token.content):
            return None
        return self._nouns(tokens, inside, start) if nouns else None

    def _behind_clitic(self, tokens: Sequence[Token], inside: Sequence[int], start: int) -> int:
        return start + (start in inside and tokens[start].folded in self._words.clitics)

    def _behind_tied(self, tokens: Sequence[Token], inside: Sequence[int], start: int) -> int:
        """Where a clause goes on behind what a preposition ties: "pagarán a partes iguales | la región"."""
        if start not in inside or tokens[start].folded not in self._words.ties or self.leads(tokens[start]):
            return start
        behind = (at for at in range(start + 1, inside[-1] + 1) if self.leads(tokens[at]) and at > start + 1)
        return next(behind, start)

    def _nouns(self, tokens: Sequence[Token], inside: Sequence[int], start: int) -> range | None:
        """Where a noun with its article and those joined to it stand, at the end of a clause; None without one."""
        small = self._story.leading | self._words.joining | self._story.of_words
        for at in range(start, inside[-1] + 1):
            token = tokens[at]
            if self._is_finite(token) or token.value is not None or not (token.content or token.folded in small):
                return None
        return range(start, inside[-1] + 1) if start + (not self._grammar.postposed) <= inside[-1] else None

    def _called(
        self, tokens: Sequence[Token], inside: Sequence[int], start: int, *, bare: bool = False
    ) -> range | None:
        """Where a noun with its article or possessive, or a `bare` one, stands with somebody's name behind; or None."""
        named = start + (not bare)
        while named in inside and named - start < _LONGEST and not tokens[named].entities:
            token = tokens[named]
            verbal = self._is_helping(token) if named == start + (not bare) else self._is_finite(token)
            if verbal or not (token.content or token.signs & {FORMER, LESSER}):
                return None
            named += 1
        if named not in inside or named == start + (not bare) or not self._grammar.is_person(tokens[named]):
            return None
        return range(start, self.name_end(tokens, inside, named)) if tokens[named].text[0].isupper() else None

    def main_order(self, inside: Sequence[int], verb: Sequence[int]) -> list[int]:
        """The places of a clause in the order of a sentence: the verb that tells the time behind who does it."""
        if not self._grammar.nouns:
            return list(inside)
        return [verb[-1], *(at for at in inside if at != verb[-1])]

    def is_doer(self, tokens: Sequence[Token], doer: range, named: range) -> bool:
        """Whether what opens a clause is sure to do it: where articles do not tell, somebody to a thing."""
        if not self._grammar.nouns:
            return True
        people = any(self._grammar.is_person(tokens[at]) for at in named)
        opening = tokens[doer.start]
        return not people and (self._grammar.is_person(opening) or opening.folded in self._nominative)
