"""Who does a thing: nobody does in a claim what another does in the sentence, or has done to them."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, IS, NEUTRAL, PASSIVE, SOURCE, WAS
from bot.domain.claims.rules.cues.apposed import apposed_to_name
from bot.domain.claims.rules.cues.asides import is_put_in
from bot.domain.claims.rules.deeds.declined import declined
from bot.domain.claims.rules.doers import openings
from bot.domain.claims.rules.doers.labile import Labile
from bot.domain.claims.rules.doers.lent import has_pronoun_ahead, is_held, without_time
from bot.domain.claims.rules.doers.objects import does_by_agent
from bot.domain.claims.rules.doers.participles import has_object, is_done_to
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, places_in, tells

_SUBJECT_WORDS = 3
_HELPING = {IS, WAS, PASSIVE}
_FEWEST, _OWNER_WORDS = 2, 2
_NOUN_WORDS = 4
# How many words stand between a number and the end of the measure that it begins: "three pounds a night".
_MEASURE_WORDS = 5


class Doers:
    """Compares who does what, clause by clause."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._labile = Labile(grammar)

    def grabbed(self, claim: Clauses, aligned: Aligned) -> str:
        """Whose deed it is: a clause of the sentence that has somebody of its own is not another's."""
        told = aligned.told
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            counted = openings.is_count(pairs)
            pairs = pairs[counted:]  # "Three passengers".
            if not pairs or not self._may_grab(claim, aligned, pairs[0]):
                continue
            taken = [self._deed_of(claim, pairs)] if counted else pairs[1:]
            home = told.tokens[pairs[0][1]].clause
            for away in openings.clauses_besides(pairs[0][1], taken, told, self._grammar):
                of_another = openings.leaves_out(told, away, home, self._grammar)
                of_another = of_another or self._is_of_another_before(aligned, away, home)
                of_another = of_another or openings.is_of_apposed(aligned, away, home, self._grammar)
                if of_another and self._takes_deed(told, away, taken):
                    return f"gives to another what is done: {pairs[0][0].text}"
                if self._has_own(told, away, aligned.matched) and not openings.is_told_of(
                    told, away, home, taken, self._grammar
                ):
                    return f"gives to another what is done: {pairs[0][0].text}"
        return ""

    def _may_grab(self, claim: Clauses, aligned: Aligned, doer: tuple[Token, int]) -> bool:
        """Whether who does it in the claim may be another than who does it in the sentence."""
        (first, place), told = doer, aligned.told
        home = told.tokens[place].clause
        inside = [token for token in told.tokens if token.clause == home]
        if openings.is_amount(first, frozenset()) or [1 for token in inside if token.signs & SPEECH]:
            return False
        if openings.is_deed(claim, doer, told, self._grammar):
            return False
        if openings.names_speaker(told, home) or is_done_to(claim, aligned, place, self._grammar):
            return False
        # "He had proposed it; | the council voted against it."
        return not (self._grammar.is_opposed(claim.tokens) and self._grammar.is_opposed(inside))

    def _has_own(self, told: Told, away: int, matched: frozenset[int]) -> bool:
        """Whether a clause that stands for itself has somebody of its own who does it, whom the claim leaves out."""
        if self._follows_apposition(told, away):
            return False
        places = places_in(told.tokens, away)
        first = max((at for at in places if self._tells(told.tokens[at])), default=-1)
        inside = [at for at in places if at > first and told.tokens[at].content]  # "The mayor said the town has none."
        if not inside or inside[0] in matched or self._hangs_on(told, away, inside[0]):
            return False
        if openings.goes_on(told, inside, matched, self._grammar):
            return False
        people = [at for at in inside[:_SUBJECT_WORDS] if self._grammar.is_person(told.tokens[at])]
        return self._opens(told.tokens, inside) or bool(people and people[0] not in matched)

    def _takes_deed(self, told: Told, clause: int, taken: Sequence[tuple[Token, int]]) -> bool:
        """Whether a word that is no name and has no article is taken of a clause."""
        words = (told.tokens[place] for _, place in taken if told.tokens[place].clause == clause)
        return any(is_plain(token) and not self._grammar.is_named(token) for token in words)

    def _is_of_another_before(self, aligned: Aligned, clause: int, home: int) -> bool:
        """Whether a clause opens with a verb behind a name put in, and a claim leaves out whom that name tells of.

        `home` is the clause behind of who does it in the claim: "Two members, the Hales, are accused; Lee is not".
        """
        told, matched = aligned.told, aligned.matched
        opening = [told.tokens[at] for at in places_in(told.tokens, clause)][:1]
        verb = any(token.mood or token.signs & _HELPING or token.folded in self._grammar.perfects for token in opening)
        if clause >= home or clause < _FEWEST or not verb or told.clauses.marks[clause - 1 : clause + 1] != [",", ","]:
            return False
        before = [at for at in places_in(told.tokens, clause - _FEWEST) if told.tokens[at].content]
        return bool(before) and matched.isdisjoint(before) and not any(told.tokens[at].mood in FINITE for at in before)

    def _opens(self, tokens: list[Token], inside: Sequence[int]) -> bool:
        """Whether words of a clause open with who does it, or a number right before what it counts."""
        number, *behind = inside
        opens = tokens[number].value is not None and not tokens[number].dated and not tokens[number].before
        counts = opens and behind[:1] == [number + 1] and is_plain(tokens[number + 1])
        return counts or openings.may_be_subject(tokens, number, self._grammar)

    def _tells(self, token: Token) -> bool:
        """Whether a word tells that somebody says what follows: not "call" in "to call a strike"."""
        return bool(token.signs & SPEECH) and token.before not in self._grammar.words.infinitive_marks

    def _follows_apposition(self, told: Told, clause: int) -> bool:
        """Whether a clause is put in, or opens with the verb of who stands before it: "the firm, X, built it"."""
        if is_put_in(told.clauses, clause, self._grammar):
            return True
        if clause < _FEWEST or told.clauses.marks[clause - 1 : clause + 1] != [",", ","]:
            return False
        ahead = [token for token in told.tokens if clause - _FEWEST <= token.clause < clause]
        opening = [told.tokens[at] for at in places_in(told.tokens, clause)][:_SUBJECT_WORDS]
        verb = next((at for at, token in enumerate(opening) if token.mood), None)
        bare = not any(token.mood or token.signs for token in ahead)
        return bare and verb is not None and not any(self._grammar.is_named(token) for token in opening[:verb])

    def _hangs_on(self, told: Told, clause: int, first: int) -> bool:
        """Whether a clause tells more of what stands before it, or completes it."""
        opener = told.clauses.openers[clause]
        relative = opener in self._grammar.relatives and not told.tokens[first].entities
        relative = relative and not (clause and openings.stands_alone(told.tokens, clause, self._grammar))
        return relative or opener in self._grammar.complements or self._grammar.is_compared(told.tokens, first)

    def usurped(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does in the claim what in the sentence another does, who stands before it: "A gave it and B paid"."""
        if self._grammar.words.free_order:
            return declined(aligned, self._grammar)
        passive = tells(claim.tokens, PASSIVE)
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            pairs = without_time(pairs, self._grammar.words.durations)
            pairs = pairs[openings.is_count(pairs) :]
            if not self._may_usurp(claim, aligned, pairs):
                continue
            doer, here = pairs[0]
            deed, there = self._deed_of(claim, pairs)
            if claim.headline and not has_object(claim, deed, self._grammar):
                continue  # "Mayor's plan rejected".
            if self._labile.is_thing(claim, aligned, (doer, here), (deed, there)):
                continue
            later = self._is_behind(claim, aligned, (doer, here), there, passive=passive)
            if not (later or passive) and openings.follows_pronoun(aligned.told.tokens, here, there, self._grammar):
                later = has_object(claim, deed, self._grammar)
            others = later or self._is_anothers(aligned, here, there, passive=passive)
            if others and not does_by_agent(aligned, here, there, self._grammar):
                return f"gives to another what is done: {doer.text}"
        return ""

    def _is_behind(
        self, claim: Clauses, aligned: Aligned, doer: tuple[Token, int], there: int, *, passive: bool
    ) -> bool:
        """Whether who does it in a claim stands in the sentence behind the deed, as another than who does it there."""
        (token, here), told = doer, aligned.told
        undergone = passive and tells((one for one in claim.tokens if one.clause == token.clause), PASSIVE)
        if not undergone and self._is_told_later(claim, aligned, doer, there):
            return True
        behind = not passive and self._is_told_behind(aligned, here, there)
        return behind or openings.is_asked_only(told, here, there)

    def _may_usurp(self, claim: Clauses, aligned: Aligned, pairs: list[tuple[Token, int]]) -> bool:
        """Whether a claim's clause has somebody who does something, and neither opens with the deed nor a time."""
        if len(pairs) < _FEWEST or openings.is_amount(pairs[0][0], self._grammar.words.light):
            return False
        if self._deed_of(claim, pairs)[0] is pairs[0][0] or is_held(claim.tokens, pairs[0][0], self._grammar):
            return False
        return claim.headline or not openings.is_deed(claim, pairs[0], aligned.told, self._grammar)

    def _deed_of(self, claim: Clauses, pairs: list[tuple[Token, int]]) -> tuple[Token, int]:
        """The first word behind who does it that may tell what is done, or the first word where none may."""
        plain = [(token, place) for token, place in pairs[1:] if not token.entities and token.value is None]
        if self._grammar.nouns:
            plain = [(token, place) for token, place in plain if not self._is_tied_noun(claim, token)]
        return plain[0] if plain else pairs[0]

    def _is_tied_noun(self, claim: Clauses, token: Token) -> bool:
        """Whether a word with the capital of a noun stands behind a preposition, as nothing that is done: "nach"."""
        return token.text[0].isupper() and self._grammar.is_tied(claim.tokens, claim.tokens.index(token))

    def _is_anothers(self, aligned: Aligned, here: int, there: int, *, passive: bool) -> bool:
        """Whether a deed is another's than whom the claim has do it, by where both stand in the sentence."""
        tokens, openers = aligned.told.tokens, aligned.told.clauses.openers
        home, away = tokens[here].clause, tokens[there].clause
        if home < away and self._is_led(aligned.told, here) and openers[away] not in self._grammar.relatives:
            return True
        if not passive and here < there and openings.has_doer_behind(aligned, there, self._grammar):
            return True
        if passive or home != away:
            return False
        if here < there:
            return openings.has_doer_beside(aligned, here, there, self._grammar)
        return self._has_own_before(aligned, here, there)

    def _has_own_before(self, aligned: Aligned, here: int, there: int) -> bool:
        """Whether another than a word behind a deed, whom the claim passes over, opens their clause and does it."""
        tokens = aligned.told.tokens
        before = openings.first_in(tokens, there, self._grammar)
        named = before + (tells(tokens[before:there], PASSIVE) and bool(tokens[before + 1].entities))
        if before >= there or not aligned.matched.isdisjoint((before, named)):  # "The firm Armor is run by."
            return False
        if self._grammar.is_tied(tokens, here) and not openings.is_owner(aligned.told, here, there, self._grammar):
            return False
        beside = there - 1 == before and not self._grammar.is_tied(tokens, before)  # "Police arrested".
        subject = openings.may_be_subject(tokens, before, self._grammar)
        return beside or (subject and not openings.is_inverted(tokens, here, there, self._grammar))

    def _is_told_later(self, claim: Clauses, aligned: Aligned, doer: tuple[Token, int], there: int) -> bool:
        """Whether a sentence has somebody else do it and names whom the claim has do it in a later clause alone.

        "Ann Holm asked for help, but the minister refused": the minister asked for nothing.
        """
        told, (token, here) = aligned.told, doer
        led = self._grammar.nouns and token.before in self._grammar.definite
        if token.before in self._grammar.words.ties and not led:
            return False
        named = any(at <= there for entity in token.entities for at in told.named.get(entity, ()))
        if named or self._grammar.is_pronoun(told.tokens[here]):
            return False
        if not openings.is_done_before(told, there, told.tokens[here].clause, self._grammar):
            return False
        return self._has_another(claim, aligned, there) or has_pronoun_ahead(aligned, here, there, self._grammar)

    def _is_told_behind(self, aligned: Aligned, here: int, there: int) -> bool:
        """Whether another stands behind a deed and a name put in: "The owner, X, got a medal for saving a swimmer".

        Behind a preposition too where the claim's verb is the same: "The owner, X, bought it from Y".
        """
        same = any(one.stem == aligned.told.tokens[at].stem for one, at in aligned.pairs if at == there)
        tokens, clause = aligned.told.tokens, aligned.told.tokens[there].clause
        tied = self._grammar.tie_before(tokens, here) and (not same or self._is_led(aligned.told, here))
        behind = here > there and tokens[here].clause == clause and not tied
        return behind and self._is_of_another_before(aligned, clause, clause + 1)

    def _has_another(self, claim: Clauses, aligned: Aligned, there: int) -> bool:
        """Whether a sentence opens with somebody who does what stands at a place, and the claim has not them do it."""
        tokens, grammar = aligned.told.tokens, self._grammar
        led = [at for at, other in enumerate(tokens[:there]) if other.content or other.before in grammar.definite]
        said = [at for at in led if tokens[at].folded not in grammar.perfects]  # "Lo ha detto": "lo" is no article.
        own = self._own_doer(claim, tokens, [*said, there])
        if own == there:
            return False
        mine = next((other for other, place in aligned.pairs if place == own), None)
        return mine is None or self._grammar.is_tied(claim.tokens, claim.tokens.index(mine))

    def _own_doer(self, claim: Clauses, tokens: list[Token], said: list[int]) -> int:
        """Which of a sentence's words does it, the last where none does."""
        if claim.headline or any(token.signs & {NEUTRAL, SOURCE} for token in claim.tokens):
            said = [*[at for at in said[:-1] if not tokens[at].dated][:1], said[-1]]  # Who speaks may do nothing else.
        return next((at for at in said[:-1] if self._is_doer(tokens, at)), said[-1])

    def _is_doer(self, tokens: list[Token], at: int) -> bool:
        """Whether a word is a noun or name that nothing ties, and no time: "Last year its sales"."""
        owned = at > 0 and self._grammar.is_possessive(tokens[at - 1]) and tokens[at].content
        timed = tokens[at].dated or tokens[at].folded in self._grammar.words.durations
        return (
            not timed
            and (owned or openings.may_be_subject(tokens, at, self._grammar))
            and not self._grammar.is_tied(tokens, at)
        )

    def _is_led(self, told: Told, here: int) -> bool:
        """Whether a word stands behind one that tells who does it: "by the council"."""
        before = told.tokens[max(0, here - _SUBJECT_WORDS) : here]
        last = next((token for token in reversed(before) if token.signs or token.content), None)
        if last is not None and last.content and last.before in self._grammar.of_words:
            return False  # "The firm for transport Nordtrans."
        return tells(before, AGENT) and self._grammar.is_tied(told.tokens, here) and not openings.is_asked(told, here)

    def of_another(self, claim: Clauses, aligned: Aligned) -> str:
        """What the claim says of one thing and a relative clause of the sentence of another, right before it."""
        told = aligned.told
        for clause in aligned.used - {0}:
            relative = told.clauses.openers[clause] in self._grammar.relatives and not openings.is_ordered(told, clause)
            if not relative or not openings.is_taken(aligned, clause, self._grammar):
                continue
            noun, ahead = self._ahead_of(told, clause)
            ahead |= self._doer_before(claim, aligned, clause)
            others = aligned.matched & (ahead - noun) if noun else ()
            if others and (not aligned.matched & noun or self._is_relatives(claim, aligned, clause, noun)):
                return f"says of another what the article says of {told.tokens[min(noun)].text}"
        return ""

    def _ahead_of(self, told: Told, clause: int) -> tuple[set[int], set[int]]:
        """The noun that a relative clause tells of, and the words before it of which it tells nothing."""
        last = places_in(told.tokens, clause - 1)
        noun = self._thing_before(told.tokens, last)
        if not noun and told.clauses.openers[clause] not in self._grammar.complements:
            noun = self._grammar.bare_noun(told.tokens, last)
            noun = noun or openings.governed_last(told.tokens, last, self._grammar)
        noun |= self._measured_before(told.tokens, noun)
        if told.clauses.marks[clause] != ",":
            if told.clauses.marks[clause - 1] == ",":
                noun = apposed_to_name(told, clause, noun, self._grammar)
            return noun, set(range(last[-1] if last else 0))
        named = clause > 1 and all(told.tokens[at].entities for at in last if told.tokens[at].content)
        if not named or told.clauses.marks[clause - 1] != ",":
            return noun, set(last)
        before = places_in(told.tokens, clause - _FEWEST)  # "To the mayor, | Ann Holm, | who ...".
        apposed = self._thing_before(told.tokens, before)
        return (apposed | set(last), {*before, *last}) if apposed else (noun, set(last))

    def _doer_before(self, claim: Clauses, aligned: Aligned, clause: int) -> set[int]:
        """Where who does it in the claim stands, before a statement whose last noun a relative clause tells of."""
        told, (doer, here) = aligned.told, aligned.pairs[0]
        if told.tokens[here].clause >= clause - 1 or told.clauses.marks[clause] != ",":
            return set()
        if doer.value is not None or doer.dated or self._grammar.is_tied(claim.tokens, claim.tokens.index(doer)):
            return set()
        before = [told.tokens[at] for at in places_in(told.tokens, clause - 1)]
        finite = any(token.mood in FINITE or token.folded in self._grammar.perfects for token in before)
        return {here} if finite else set()

    def _is_relatives(self, claim: Clauses, aligned: Aligned, clause: int, noun: set[int]) -> bool:
        """Whether a claim's deed is a relative clause's, its noun only tied behind it: "a storm that broke it"."""
        for number in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(number)
            if not pairs or pairs[0][1] >= min(noun) or not is_plain(pairs[0][0]) or tells(claim.tokens, PASSIVE):
                continue
            deed = next((token for token, at in pairs[1:] if aligned.told.tokens[at].clause == clause), pairs[-1][0])
            behind = [claim.tokens.index(token) for token, at in pairs if at in noun and token.start > deed.start]
            if any(self._grammar.tie_before(claim.tokens, at) for at in behind):
                return True
        return False

    def of_relative(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does in the claim what a relative clause has somebody of its own do: "a picture that a friend took"."""
        told = aligned.told
        if self._grammar.relatives.isdisjoint(told.clauses.openers[1:]):
            return ""
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            if not pairs or not self._may_do(claim, told, pairs[0]):
                continue
            doer, home = pairs[0][0], told.tokens[pairs[0][1]].clause
            aside = openings.is_told_aside(told, home, self._grammar)
            if aside and openings.is_done_before(told, self._deed_of(claim, pairs)[1], home, self._grammar):
                return f"gives to another what is done: {doer.text}"  # "He gets what | the town offered".
            deeds = [(one, at) for one, at in pairs[1:] if told.tokens[at].clause > home and is_plain(told.tokens[at])]
            owned = any(self._has_relative_doer(told, at, aligned.matched) for _, at in deeds)
            if owned and not self._grammar.are_nouns(claim.tokens, deeds, told.tokens):
                return f"gives to another what is done: {doer.text}"
        return ""

    def _may_do(self, claim: Clauses, told: Told, pair: tuple[Token, int]) -> bool:
        """Whether a claim's first word does it there, and is not named before too: "she blamed X, which she said"."""
        token, place = pair
        passive = tells(claim.tokens, PASSIVE) or token.share is not None
        if passive or self._grammar.tie_before(claim.tokens, claim.tokens.index(token)):
            return False
        return not openings.is_named_before(told, token, told.tokens[place].clause)

    def _has_relative_doer(self, told: Told, deed: int, matched: frozenset[int]) -> bool:
        """Whether a deed of a relative clause stands behind a noun or name that does it, which a claim leaves out."""
        clause = told.tokens[deed].clause
        if told.clauses.openers[clause] not in self._grammar.relatives or self._grammar.is_named(told.tokens[deed]):
            return False
        inside = places_in(told.tokens, clause)
        if len(inside) < _SUBJECT_WORDS or tells([told.tokens[at] for at in inside], PASSIVE):
            return False
        own = next((at for at in inside[1:] if told.tokens[at].content), deed)
        if own - inside[0] > _OWNER_WORDS or own >= deed or own in matched:
            return False
        if own + 1 in matched and told.tokens[own + 1].entities:
            return False  # "The head Ann Holm".
        return told.tokens[own].before in self._grammar.definite or bool(told.tokens[own].entities)

    def _thing_before(self, tokens: Sequence[Token], places: list[int]) -> set[int]:
        """The last noun of a clause, empty where that is a day or somebody says it: "anunció el viernes que ..."."""
        found = self._noun_phrase(tokens, places)
        said = any(tokens[at].dated or governs(tokens[at]) or tokens[at].signs & SPEECH for at in found)
        return set() if said else set(found)

    def _measured_before(self, tokens: Sequence[Token], noun: set[int]) -> set[int]:
        """The noun of which a clause's last one tells the measure, or none: "a tax of three pounds, which ..."."""
        first, articles = min(noun, default=0), self._grammar.words.articles
        ahead = range(first - 1, max(0, first - _MEASURE_WORDS) - 1, -1)
        numbers = (at for at in ahead if tokens[at].value is not None)
        number = next((at for at in numbers if tokens[at].folded not in articles), None)
        if number is None or number < _FEWEST or tokens[number - 1].folded not in self._grammar.of_words:
            return set()
        inside = [at for at in places_in(tokens, tokens[first].clause) if at < number - 1]
        return set(self._noun_phrase(tokens, inside))

    def _noun_phrase(self, tokens: Sequence[Token], places: list[int]) -> list[int]:
        """The last noun of a clause with what belongs to it, up to its article; empty where it has none."""
        found: list[int] = []
        for at in reversed(places):
            if tokens[at].folded in self._grammar.definite:
                break
            found.append(at)
        content = [at for at in reversed(found) if tokens[at].content]
        tied = any(tokens[at].folded in self._grammar.words.ties for at in found)
        return [] if len(found) == len(places) or (tied and len(content) > _NOUN_WORDS) else content
