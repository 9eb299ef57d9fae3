"""What belongs to another word of the sentence than in a claim: a denial, a date, an object, a source, the contrary."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AFTER, NOT, SOURCE
from bot.domain.claims.rules.cues.apposed import is_joined, opens_with_deed
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_year, places_in
from bot.domain.claims.rules.voiced.none import denies_the_noun

_NEAR = 3
_DENIED_WORDS = 2
_APART = 2


class Moved:
    """Compares what small words and others are said of."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._ties = grammar.words.ties - grammar.definite
        self._neither = grammar.words.special["neither"]

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against the claim, "" for nothing."""
        plain = [pair for pair in aligned.pairs if not pair[0].entities and pair[0].value is None and not pair[0].dated]
        signs = frozenset[str]().union(*[token.signs for token in claim.tokens])
        found = self._denied(claim.tokens, aligned, plain) if NOT in signs else ""
        found = found or self._contrary(aligned) or self._object(claim, aligned, plain) or self._tied(claim, aligned)
        if not found and len(plain) < len(aligned.pairs):
            found = self._date(aligned, plain)
        found = found or self._one_of(aligned, plain)
        return found or (self._source(claim.tokens, aligned) if SOURCE in signs else "")

    def _one_of(self, aligned: Aligned, plain: Sequence[tuple[Token, int]]) -> str:
        """A body, where the sentence names one of its people: "Councillor Ann Holm demands it", "the council"."""
        told, words = aligned.told.tokens, self._grammar.words
        for token, place in plain:
            if token.stem == told[place].stem:
                continue
            behind = [other for other in told[place + 1 : place + 2] if other.clause == told[place].clause]
            body = token.folded in words.officials or token.stem in words.bodies | words.groups
            if self._heads(token, told[place]) or (body and any(map(self._is_somebody, behind))):
                return f"gives to another what is done: {token.text}"
        return ""

    def _heads(self, token: Token, other: Token) -> bool:
        """Whether a word is who heads the sentence's body and only of one root with it: "primar", "primărie"."""
        apart = token.keys.isdisjoint(other.keys) and self._grammar.is_role(token)
        return apart and (other.folded in self._grammar.words.officials or other.stem in self._grammar.words.bodies)

    def _is_somebody(self, token: Token) -> bool:
        return any(map(self._grammar.is_surely_person, token.entities))

    def _denied(self, said: Sequence[Token], aligned: Aligned, plain: Sequence[tuple[Token, int]]) -> str:
        """A denial before another of two words: "decided not to open", "not decided whether to open"."""
        told = aligned.told.tokens
        mine = {place for token, place in plain if self._is_denied_whole(said, said.index(token))}
        theirs = {place for _, place in plain if self._is_denied(told, place) or self._is_of_neither(told, place)}
        if not mine or mine & theirs:
            return ""
        if not theirs and not self._denies_others(aligned, max(mine)):
            return ""
        if theirs and (self._is_none(told, mine, theirs) or self._carries_none(said, aligned, max(mine), theirs)):
            return ""
        if theirs and denies_the_noun(said, aligned, mine, theirs, self._grammar):
            return ""
        return f"denies what the article does not deny: {told[min(mine)].text}"

    def _is_none(self, told: Sequence[Token], mine: set[int], theirs: set[int]) -> bool:
        """Whether a claim denies the noun whose verb the sentence denies: "raises no fees", "fees are not raised"."""
        nouns = self._grammar.nouns and all(told[at].text[0].isupper() and not told[at].entities for at in mine)
        verbs = nouns and all(told[at].text[0].islower() for at in theirs)
        return verbs and len({told[at].clause for at in mine | theirs}) == 1

    def _denies_others(self, aligned: Aligned, verb: int) -> bool:
        """Whether all that a sentence denies in a verb's clause is a joined noun: "passengers and no bicycles"."""
        told, words = aligned.told.tokens, self._grammar.words
        denials = [at for at, token in enumerate(told) if NOT in token.signs and token.clause == told[verb].clause]
        return bool(denials) and all(
            at > verb + 1
            and told[at].folded in words.none
            and told[at - 1].folded in words.joining
            and at + 1 not in aligned.matched
            for at in denials
        )

    def _carries_none(self, said: Sequence[Token], aligned: Aligned, verb: int, nouns: set[int]) -> bool:
        """Whether a sentence tells of a verb, denied in the claim, that it does so to none of what stands behind it.

        "Carries thirty passengers and no cars": "does not carry cars".
        """
        told, noun = aligned.told.tokens, min(nouns)
        if len(nouns) > 1 or not verb < noun or told[noun].before not in self._grammar.words.none:
            return False
        if told[verb].clause != told[noun].clause:
            return False
        deed, thing = (next(said.index(token) for token, at in aligned.pairs if at == place) for place in (verb, noun))
        return deed < thing and not [token for token in said[deed + 1 : thing] if token.content]

    def _is_denied_whole(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a denial stands before a word, not before what it is a part of: "none of the injured"."""
        if not self._is_denied(tokens, at):
            return False
        verbal = sum(NOT in token.signs for token in tokens[max(0, at - _APART * 2) : at]) > 1  # "Ne prend pas de".
        return verbal or tokens[at].before not in self._grammar.words.partitives

    def _is_denied(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a denial stands right before a word, small words between."""
        for token in reversed(tokens[max(0, at - _DENIED_WORDS) : at]):
            if NOT in token.signs:
                return True
            if token.content or token.clause != tokens[at].clause:
                return False
        return False

    def _is_of_neither(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb stands behind those of whom neither does it: "weder der Rat noch die Bank wurde gefragt"."""
        inside = [token for token in tokens[:at] if token.clause == tokens[at].clause]
        return any(NOT in token.signs and token.folded in self._neither for token in inside)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _contrary(self, aligned: Aligned) -> str:
        """A deed in whose place the sentence has its contrary: "promised to reopen the pool, closed since May".

        What is set apart tells of something else: "the bridge, closed since May, will reopen".
        """
        words, told = self._grammar.words, aligned.told.tokens
        for (_, here), (token, there) in pairwise(aligned.pairs):
            helping = words.perfects | words.clitics  # "Condemned two and (has) acquitted three".
            before = (one.folded for one in reversed(told[:there]) if one.folded not in helping)
            ahead = next(before, "")
            joined = ahead in words.joins or ahead in words.joining  # "Agreed to talk, but refused to cut it".
            joined = joined and not _takes_of_first(aligned, token, (here, there))
            against = words.opposites.get(token.stem) if there > here + 1 and not joined else None
            between = told[here + 1 : there] if against else ()
            inside = [other for other in between if other.content and other.clause in aligned.used]
            contrary = against and any(not against.isdisjoint(other.keys) for other in inside)
            aside = bool(contrary) and all(other.clause != told[there].clause for other in inside)
            if contrary and not self._is_before(aligned, token, there, aside=aside):
                return f"says the contrary: {token.text}"
        return ""

    @staticmethod
    def _is_before(aligned: Aligned, token: Token, there: int, *, aside: bool) -> bool:
        """Whether a sentence tells a deed in the same words behind "after": "reopens after it was closed for long".

        `aside` is whether the contrary stands in a clause of its own.
        """
        tokens = aligned.told.tokens
        if token.folded != tokens[there].folded:
            return False
        timed = [at for other, at in aligned.pairs if other.dated or other.value is not None]
        if [at for at in timed if tokens[at].clause != tokens[there].clause]:
            return False
        before = [one for one in tokens[:there] if one.clause == tokens[there].clause]
        return aside or bool([one for one in before if AFTER in one.signs])

    def _object(self, claim: Clauses, aligned: Aligned, plain: Sequence[tuple[Token, int]]) -> str:
        """What something is done to, where the sentence has it before and goes on with what that completes.

        "Happy with the verdict, although she regretted that ..." tells of no verdict that she regretted.
        """
        told, words = aligned.told, self._grammar.words
        if words.free_order:
            return ""
        for (deed, at), (thing, where) in pairwise(plain):
            apart = told.tokens[where].clause - told.tokens[at].clause
            if apart > 0 and self._is_put_in(claim, aligned, (deed, at), thing):
                return f"tells of another thing: {thing.text}"
            if (
                apart >= 0
                or thing.clause != deed.clause
                or self._grammar.is_tied(claim.tokens, claim.tokens.index(thing))
            ):
                continue
            completed = any(token.folded in self._grammar.complements for token in told.tokens[at + 1 : at + _NEAR])
            inside = [token for token in told.tokens if token.clause == told.tokens[at].clause]
            stands = any(token.folded in words.anaphors | words.clitics for token in inside)
            relative = told.clauses.openers[told.tokens[at].clause] in self._grammar.relatives
            if completed and not stands and not relative:
                return f"tells of another thing: {thing.text}"
        return ""

    def _is_put_in(self, claim: Clauses, aligned: Aligned, deed: tuple[Token, int], thing: Token) -> bool:
        """Whether a thing of a later clause stands in the claim for what the sentence's deed is done to.

        "The council, which approved the sale in May, had published the plans": it has not approved the plans.
        """
        (verb, at), told = deed, aligned.told
        if self._grammar.is_named(verb) or not self._is_doing(told, at):
            return False
        if self._grammar.brackets and not self._goes_on(aligned, thing, at):
            return False
        mine = self._object_of(claim.tokens, claim.tokens.index(verb))
        theirs = self._object_of(told.tokens, at)
        if mine is None or theirs is None or claim.tokens[mine] is not thing or theirs in aligned.matched:
            return False
        own = told.tokens[theirs]
        known = own.before in self._grammar.definite
        known = known or (bool(self._grammar.words.named_endings) and self._goes_on(aligned, thing, at))
        return known and own.stem not in self._grammar.words.referring

    def _goes_on(self, aligned: Aligned, thing: Token, at: int) -> bool:
        """Whether a thing's clause is joined right behind a deed's and opens with another deed: ", behält aber"."""
        told = aligned.told
        where = next(place for token, place in aligned.pairs if token is thing)
        clause = told.tokens[where].clause
        if clause != told.tokens[at].clause + 1 or not is_joined(told, clause, self._grammar):
            return False
        said = (told.tokens[place] for place in places_in(told.tokens, clause))
        first = next((token for token in said if token.content), thing)
        return first is not thing and first.text[0].islower() and opens_with_deed(told.tokens, clause, self._grammar)

    def _is_doing(self, told: Told, at: int) -> bool:
        """Whether a word may be a verb behind who does it, no pronoun before it for whom it is done to."""
        token = told.tokens[at]
        if told.clauses.openers[token.clause] in self._grammar.relatives:
            return token.before not in self._grammar.words.clitics
        before = token.clause - 1
        aside = before > 0 and told.clauses.openers[before] in self._grammar.relatives  # "Ann, who fell, loses it".
        opens = not aside and not [1 for other in told.tokens[:at] if other.clause == token.clause and other.content]
        return not opens and not self._grammar.is_named(token) and token.before not in self._grammar.words.clitics

    def _object_of(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where a noun stands right behind a verb, an article between them or none; None where none does."""
        clause, at = tokens[at].clause, at + 1
        at += at < len(tokens) and tokens[at].folded in self._grammar.definite
        if at >= len(tokens) or tokens[at].clause != clause:
            return None
        return at if tokens[at].content and is_plain(tokens[at]) and tokens[at].before else None

    def _tied(self, claim: Clauses, aligned: Aligned) -> str:
        """What is tied to a deed in the place of another thing: "tried for the permit", "tried for another case"."""
        said, told = claim.tokens, aligned.told.tokens
        if claim.headline:
            return ""
        for (deed, at), (thing, where) in pairwise(aligned.pairs) if len(aligned.used) >= _APART else ():
            if told[at].clause == told[where].clause or deed.clause != thing.clause:
                continue
            if deed.entities or self._grammar.is_named(deed) or self._is_sole_day(thing, told, at):
                continue
            between = said[said.index(deed) + 1 : said.index(thing)][:_NEAR]
            if 0 < len(between) < _NEAR and self._ties_another(aligned, at, between[0]):
                return f"tells of another thing: {thing.text}"
        return self._of_joined(claim, aligned)

    @staticmethod
    def _is_sole_day(thing: Token, told: Sequence[Token], deed: int) -> bool:
        """Whether a claim ties a day to a deed whose clause has none: "In May, Webb, ..., lost it in one night"."""
        return thing.dated and not any(one.dated for one in told if one.clause == told[deed].clause)

    def _of_joined(self, claim: Clauses, aligned: Aligned) -> str:
        """What is tied to one of two joined deeds, where the claim has it of the other: "born in A and lives in B"."""
        said, told = claim.tokens, aligned.told.tokens
        for (deed, at), (thing, where) in pairwise(aligned.pairs):
            here = said.index(thing)
            if deed.entities or said[here - 1].folded not in self._ties or here != said.index(deed) + 2:
                continue
            own = self._tied_behind(aligned, at, None if thing.entities else said[here - 1])
            if not own or told[at].clause != told[where].clause:
                continue
            if any(one.start < deed.start and at < there < where for one, there in aligned.pairs):
                continue  # "Bought it for one and sold it for four": the claim's deed is the second.
            first, last = (at, where) if at < where else (where, at + 1)
            if any(self._opens_deed(aligned, place) for place in range(first + 1, last) if place != own):
                return f"tells of another thing: {thing.text}"
        return ""

    def _opens_deed(self, aligned: Aligned, place: int) -> bool:
        """Whether a word behind "and" has a tie of its own within a few words, as a joined deed has."""
        told, words = aligned.told.tokens, self._grammar.words
        token, small = told[place], self._ties | self._grammar.definite | words.articles
        ahead = told[place - 1 : place] if token.before in small else told[max(0, place - 2) : place]
        joined = any(other.folded in words.joining for other in ahead)  # "And lives", "y hoy vive".
        if not joined or not token.content or token.entities or token.dated or self._grammar.is_named(token):
            return False
        return any(other.folded in self._ties for other in told[place + 1 : place + 1 + _NEAR])

    def _tied_behind(self, aligned: Aligned, at: int, tie: Token | None) -> int:
        """Where the word stands that a claim leaves out and the sentence ties to what is at `at`; 0 for none.

        Where a `tie` is given it is tied by that one.
        """
        told = aligned.told.tokens
        for place in range(at + 1, min(at + 1 + _NEAR, len(told) - 1)):
            if place in aligned.matched or told[place].clause != told[at].clause:
                return 0
            if told[place].folded in self._ties:
                free = (
                    (tie is None or _is_same(tie, told[place]))
                    and place + 1 not in aligned.matched
                    and told[place + 1].content
                )
                return place + 1 if free else 0
        return 0

    def _ties_another(self, aligned: Aligned, at: int, tie: Token) -> bool:
        """Whether a preposition ties something to a word of the sentence which a claim leaves out."""
        told = aligned.told.tokens
        near = range(at + 1, min(at + 1 + _NEAR, len(told)))
        behind = [place for place in near if told[place].clause == told[at].clause]
        if not behind or told[behind[0]].folded not in self._ties or not _is_same(tie, told[behind[0]]):
            return False
        thing = next((place for place in behind if told[place].content), None)
        return thing is not None and thing not in aligned.matched

    def _date(self, aligned: Aligned, plain: Sequence[tuple[Token, int]]) -> str:
        """A number or year of the first of two joined deeds, of which the claim takes the second: "and restored"."""
        told, joins = aligned.told.tokens, self._grammar.words.joins | self._grammar.words.joining
        for token, place in aligned.pairs:
            if token.value is None and not token.dated:
                continue
            joining = place + 1
            while joining < len(told) and not told[joining].content:
                joining += 1
            deeds = [deed.clause for deed, at in plain if at == joining]
            if token.clause not in deeds or told[joining].clause != told[place].clause:
                continue
            between = {other.folded for other in told[max(place + 1, joining - _NEAR) : joining]}  # "E l'ha ritirata".
            own = any(other.value is not None or other.dated for other in told[joining + 1 : joining + 1 + _NEAR])
            if own and joins & between:
                return f"says when otherwise: {token.text}"
        return self._relative_date(aligned, plain)

    def _relative_date(self, aligned: Aligned, plain: Sequence[tuple[Token, int]]) -> str:
        """A day or year of a relative clause, told of the deed behind it: "who built it in 1974 went bankrupt"."""
        told = aligned.told.tokens
        if self._grammar.brackets:
            return self._date_of_relative(aligned, plain)
        for token, place in aligned.pairs:
            if not token.dated and not is_year(token):
                continue
            inside = [at for one, at in plain if one.clause == token.clause and one.start < token.start]
            relatives = self._grammar.relatives | self._grammar.words.twofold
            related = any(0 < at < place and told[at - 1].folded in relatives for at in inside)
            if related and inside[-1] > place and told[inside[-1]].clause == told[place].clause:
                return f"says when otherwise: {token.text}"
        return ""

    def _date_of_relative(self, aligned: Aligned, plain: Sequence[tuple[Token, int]]) -> str:
        """A day or year of a relative clause of which a claim takes nothing else, where verbs end such clauses."""
        told, openers = aligned.told.tokens, aligned.told.clauses.openers
        for token, place in aligned.pairs:
            clause = told[place].clause
            if not clause or openers[clause] not in self._grammar.relatives or not (token.dated or is_year(token)):
                continue
            if all(told[at].clause != clause for one, at in plain if one.clause == token.clause):
                return f"says when otherwise: {token.text}"
        return ""

    def _source(self, said: Sequence[Token], aligned: Aligned) -> str:
        """Who says it, where the sentence has a source of its own for it: "according to the union, ...; the firm"."""
        place_of = {id(token): place for token, place in aligned.pairs}
        mine, theirs = (_sources(tokens) for tokens in (said, aligned.told.tokens))
        named = place_of.get(id(said[mine[0]])) if len(mine) == 1 else None
        if named is None or len(theirs) != 1:
            return ""
        told, marks = aligned.told.tokens, aligned.told.clauses.marks
        first, last = sorted((told[named].clause, told[theirs[0]].clause))
        return "" if ";" not in marks[first + 1 : last + 1] else f"gives another source: {told[named].text}"


def _takes_of_first(aligned: Aligned, deed: Token, places: tuple[int, int]) -> bool:
    """Whether a number or a name behind a joined deed in a claim stands before it in the sentence: "acquitted two"."""
    behind = [(token, at) for token, at in aligned.pairs if token.start > deed.start and places[0] < at < places[1]]
    return any(token.entities or (token.value is not None and not token.dated) for token, _ in behind)


def crossed(aligned: Aligned) -> str:
    """Two years of which the second stands with the first's deed: "built in 1932, it was rebuilt in 1948"."""
    told, found = aligned.told.tokens, list[tuple[Token, int, int]]()
    plain = [(one, at) for one, at in aligned.pairs if is_plain(one)]
    for token, place in aligned.pairs:
        deed = next((at for one, at in reversed(plain) if one.clause == token.clause and one.start < token.start), None)
        if deed is not None and is_year(token):
            found.append((token, told[place].clause, told[deed].clause))
    for (year, home, away), (_, other, beside) in pairwise(found):
        if home != away == other != beside:
            return f"says when otherwise: {year.text}"
    return ""


def _is_same(one: Token, other: Token) -> bool:
    """Whether two prepositions are one, with or without an article in it: "da", "dalla"."""
    return one.folded.startswith(other.folded) or other.folded.startswith(one.folded)


def _sources(tokens: Sequence[Token]) -> list[int]:
    """Where the words stand that sources are named by."""
    found = (range(at + 1, min(at + 1 + _NEAR, len(tokens))) for at, one in enumerate(tokens) if SOURCE in one.signs)
    named = (next((at for at in near if _is_named(tokens[at], tokens[near.start - 1])), None) for near in found)
    return [at for at in named if at is not None]


def _is_named(token: Token, source: Token) -> bool:
    return token.clause == source.clause and (token.content or bool(token.entities))
