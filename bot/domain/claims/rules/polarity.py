"""What a claim may neither lose nor turn round: denials, conditions, bounds, how sure something is."""

from collections.abc import Iterator
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import (
    AFTER,
    AGENT,
    CAUSE,
    CEILING,
    COND,
    FLOOR,
    FORMER,
    GOVERNS,
    LACK,
    LESS,
    LESSER,
    MORE,
    NOT,
    ONLY,
    PART,
    TURNS,
    alike,
)  # fmt: skip
from bot.domain.claims.rules.adding import SAID, Added
from bot.domain.claims.rules.cues.denied import denied_so, denies_otherwise, is_same_denial, lacking, missed
from bot.domain.claims.rules.cues.found import leads_to_fact
from bot.domain.claims.rules.cues.namers import without_titles
from bot.domain.claims.rules.deeds.contrary import favoured, is_tied, opposed
from bot.domain.claims.rules.deeds.vouched import is_only_held
from bot.domain.claims.rules.exchanging.openings import opens_by_role
from bot.domain.claims.rules.governed import Excused, next_is_matched
from bot.domain.claims.rules.grammar import SPEECH, UNDONE, Grammar, governs, is_year, places_in
from bot.domain.claims.rules.headed.renamed import is_renamed
from bot.domain.claims.rules.joining.denials import denies_back, in_other_half
from bot.domain.claims.rules.meant.by_plan import planned
from bot.domain.claims.rules.passing import Passing
from bot.domain.claims.rules.scope import QUOTES, Governing
from bot.domain.claims.rules.turned.foretold import is_scheduled
from bot.domain.claims.rules.wholes.limits import limits_count

_KEPT = {NOT, COND, ONLY, FORMER, LESSER, FLOOR, CEILING}
_BOUNDS = {FLOOR, CEILING}
_MUST, _FUTURE, _UNREAL = f"{GOVERNS}must", f"{GOVERNS}future", f"{GOVERNS}unreal"
# What a claim says as somebody's view is no less sure than what the article says that they hold or warn of.
_VIEWS = {f"{GOVERNS}suspect", f"{GOVERNS}warn", f"{GOVERNS}allege", _UNREAL}
_SAYINGS = {f"{GOVERNS}promise", f"{GOVERNS}admit"}
_DENIALS = UNDONE | {NOT, LACK}
_NEXT, _INTENDED = {FORMER}, {f"{GOVERNS}plan", f"{GOVERNS}promise"}
_TOLD, _DENIED = {"past", "future"}, UNDONE | {f"{GOVERNS}deny"}
_NEAR_NUMBER, _BOUND_WORDS, _PAIR = 3, 4, 2


class Polarity:
    """Compares what turns a meaning."""

    def __init__(self, grammar: Grammar, scope: Governing) -> None:
        self._grammar, self._scope, self._marks = grammar, scope, frozenset(grammar.words.headline_futures)
        self._parting = grammar.words.joining | grammar.words.till
        self._adding = Added(grammar)
        self._excused = Excused(grammar, scope)
        self._passing = Passing(grammar, scope)

    def faults(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield self._lost(claim, aligned, scope)
        yield self._adding.fault(claim, aligned, scope)
        yield opposed(claim, aligned)
        yield self._sided(claim, aligned)
        yield self._cut_off(claim, aligned)
        yield self._denied(claim, aligned)

    def _lost(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        kept, matched = self._kept(claim, aligned), aligned.matched
        for at, token in enumerate(aligned.told.tokens):
            left_out = self._left_out(aligned, at, matched, kept) if token.clause in scope and at not in matched else ""
            weighs = left_out and (self._weighs(aligned, at, matched) or self._scope.is_filled_up(aligned, at))
            apart = weighs and in_other_half(aligned, at, self._grammar)
            if weighs and not apart and not self._passing.passes(claim, aligned, at):
                return f"leaves out {left_out}: {token.text}"
        return ""

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _left_out(self, aligned: Aligned, at: int, matched: frozenset[int], kept: set[str]) -> str:
        """What a claim leaves out with a word of the sentence, "" where it may."""
        tokens, token = aligned.told.tokens, aligned.told.tokens[at]
        signs = token.signs
        if signs and [1 for other in aligned.tokens if signs & other.signs and _is_same_word(token, other)]:
            return ""  # The sentence has the word twice: "had threatened it, but dropped the threat".
        if token.value is not None and not token.share and not is_year(token) and self._is_partitive(tokens, at):
            return "of how many"
        if token.folded in self._grammar.words.articles and PART not in kept and self._is_one_of(aligned, at):
            return "of how many"
        strict = self._strict(aligned, at, matched, kept) if signs else None
        if not strict:
            return ""
        when = {COND} if kept & {token.folded, *signs & {AFTER}} else set[str]()  # "Until", "as soon as", "when".
        return _told_of(self._excused.without(aligned, at, strict), kept | when)

    def _is_one_of(self, aligned: Aligned, at: int) -> bool:
        """Whether a word takes one of several whose number the claim has: "one of its 48 cables"."""
        tokens = aligned.told.tokens
        if not self._is_partitive(tokens, at):
            return False
        behind = range(at + 2, min(at + 2 + _NEAR_NUMBER, len(tokens)))
        counted = next((place for place in behind if tokens[place].content), None)
        return counted in aligned.matched and tokens[counted or 0].value is not None

    # Complexity: each sign may be kept by another word than the sentence's.
    def _kept(self, claim: Clauses, aligned: Aligned) -> set[str]:
        """The signs of a claim's own words: what has a match of its own stands for that alone."""
        own = {id(token) for token, _ in aligned.pairs}
        kept = {sign for token in claim.tokens if id(token) not in own for sign in token.signs}
        kept |= _VIEWS | _SAYINGS if self._says(claim.tokens) else self._objected(claim, aligned)
        if f"{GOVERNS}plan" in kept:
            kept.add(f"{GOVERNS}demand")  # Who asks for something wants it.
            said = [1 for token in aligned.told.tokens if token.signs & SPEECH]
            kept |= {_FUTURE, _UNREAL} if said else set()  # "Said he would vote against it."
        kept -= {NOT} if NOT in kept and not denies_otherwise(claim, aligned) else set()
        kept |= {_UNREAL} if [1 for token in claim.tokens if token.signs & _DENIED] else set()
        kept |= denied_so(kept, aligned.told.tokens) | planned(claim, self._grammar.words)
        kept |= {PART} if self._counts_part(claim.tokens, own) else set()
        kept |= self._excused.over(claim, aligned) | (claim.tokens[0].signs & {COND})  # "Lehnt er ab, ..."
        ahead = [1 for token in aligned.told.tokens if _FUTURE in token.signs] and self._foretells(claim, aligned)
        return kept | ({_FUTURE} if ahead else set())

    def _objected(self, claim: Clauses, aligned: Aligned) -> set[str]:
        """What a claim gives as the cause of a criticism is what the critic holds: "criticised them because they"."""
        causes = [token for token in claim.tokens if CAUSE in token.signs]
        ahead = [token for token, _ in aligned.pairs if causes and token.start < causes[0].start]
        return {f"{GOVERNS}suspect"} if any(token.stem in self._grammar.words.opposing for token in ahead) else set()

    def _foretells(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a claim tells of what is to come, as headlines may do in other words."""
        moods = [token.mood for token in claim.tokens]
        reports = [1 for token in claim.tokens if token.signs & (SPEECH | _SAYINGS)]  # "Said that it would be".
        if "future" in moods or ("conditional" in moods and reports):
            return True
        if not claim.headline:
            return is_scheduled(claim, aligned, self._grammar)
        return any(one.folded in self._grammar.words.headline_futures for one in claim.tokens) or self._is_to_come(
            claim
        )

    def _is_to_come(self, claim: Clauses) -> bool:
        """Whether a headline tells what is to come in the present: "The ward closes", or from when on it is so."""
        plain = [one for one in claim.tokens if not one.entities and one.before not in self._grammar.words.ties]
        if not self._grammar.words.participles or any(map(self._grammar.is_over, plain)):
            return False
        done = any(map(self._grammar.is_participle, plain))
        return not done or self._begins(claim.tokens) or any(map(self._is_present, plain))

    def _begins(self, tokens: list[Token]) -> bool:
        """Whether words say from when on something is so."""
        words = self._grammar.words.since  # "Din", "de la".
        pairs = enumerate(zip(("", *(token.folded for token in tokens)), tokens, strict=False))
        since = (
            at for at, (before, token) in pairs if not words.isdisjoint({token.folded, f"{before}-{token.folded}"})
        )
        near = (token for at in since for token in tokens[at + 1 : at + 1 + _NEAR_NUMBER])
        return any(token.dated or token.value is not None for token in near)

    def _is_present(self, token: Token) -> bool:
        """Whether a word is a verb in the present, by its ending."""
        verb = token.mood == "present" and token.content and token.text[0].islower()
        return verb and not self._grammar.is_named(token) and not self._grammar.is_participle(token)

    @staticmethod
    def _says(tokens: list[Token]) -> bool:
        """Whether a claim lets somebody say something: who "did not answer" says nothing."""
        said = [1 for at, one in enumerate(tokens) if one.signs & SPEECH and not (at and NOT in tokens[at - 1].signs)]
        return said != []

    # Complexity: each sign has an excuse of its own.
    def _strict(self, aligned: Aligned, at: int, matched: frozenset[int], kept: set[str]) -> set[str]:
        """The signs of a sentence's word that a claim may not lose."""
        tokens, words = aligned.told.tokens, self._grammar.words
        token, taken = tokens[at], next_is_matched(tokens, at, matched)
        strict = {sign for sign in token.signs if sign in _KEPT or sign.startswith(GOVERNS)}
        if LACK in token.signs and LACK not in kept:
            strict |= lacking(tokens, at, matched, words)
        if strict & _NEXT:
            strict -= self._excused.of_next(tokens, at, taken=taken and not is_renamed(aligned, at, words))
        if strict & _BOUNDS and not self._bounds(tokens, at, matched):
            strict -= _BOUNDS
        if taken or (ONLY in strict and (self._follows_article(token) or limits_count(tokens, at, matched))):
            strict -= {ONLY}  # Only the second counts: the second counts. "Em uma só noite".
        if PART in token.signs and (taken or self._is_partitive(tokens, at)):
            strict.add(PART)
        if _MUST in strict and self._is_feared(tokens, at, matched, kept):
            strict -= {_MUST}  # "Fears that farms must close", "fears the end of farms".
        if _UNREAL in strict and _is_led(tokens[:at], token.clause):
            strict -= {_UNREAL}  # "Sagte, sie hätten verloren", "ha promesso che avrebbe aperto": asked elsewhere.
        return strict

    def _follows_article(self, token: Token) -> bool:
        """Whether an article or a word for one stands right before a word."""
        small = (self._grammar.definite, self._grammar.words.articles, self._grammar.words.special["ones"])
        return any(token.before in words for words in small)

    @staticmethod
    def _is_feared(tokens: list[Token], at: int, matched: frozenset[int], kept: set[str]) -> bool:
        """Whether the claim takes what governs a word, or says it in a word of its own."""
        governed = any(governs(tokens[place]) for place in matched if place < at)
        feared = {sign for told in tokens[:at] for sign in kept & told.signs} - {_UNREAL}
        return governed or any(sign.startswith(GOVERNS) for sign in feared)

    def _weighs(self, aligned: Aligned, at: int, matched: frozenset[int]) -> bool:
        """Whether a sign has to do with what the claim takes: not where that is only what stands before it."""
        told, clause = aligned.told, aligned.told.tokens[at].clause
        mine = [place for place in matched if told.tokens[place].clause == clause]
        back = denies_back(told.tokens, max(mine, default=at), at, self._grammar)
        if back or self._scope.completes(aligned, clause) or not mine or max(mine) > at:
            return True
        if clause in self._scope.antecedents(aligned) or self._is_joined_behind(aligned, max(mine), at):
            return False
        content = [place for place in places_in(told.tokens, clause) if told.tokens[place].content]
        reaches = self._reaches_back(told.tokens, at, [place for place in content if place < at], matched)
        return reaches or (content[-1:] <= [at] and len(mine) * 2 >= min(len(content), len(matched)))

    def _reaches_back(self, tokens: list[Token], at: int, before: list[int], matched: frozenset[int]) -> bool:
        """Whether a word tells of all before it: "the opening was put off to May", "it will close in case of rain"."""
        deeds = {*before, *(place - 1 for place in before if not tokens[place - 1].content)}
        told = [tokens[place] for place in deeds if {place, place + 1} & matched and COND in tokens[at].signs]
        inside = tokens[at].folded in self._grammar.words.opening_conditions  # It opens no clause.
        ahead = any(inside or _FUTURE in token.signs or token.mood == "future" for token in told)
        return ahead or (self._turns_all(tokens[at]) and matched.issuperset(before))

    def _turns_all(self, token: Token) -> bool:
        """Whether a word turns round what stands before it, and is joined to no other deed."""
        return TURNS in token.signs and token.before not in self._grammar.words.joins | self._grammar.words.joining

    def _is_joined_behind(self, aligned: Aligned, last: int, at: int) -> bool:
        """Whether a word belongs to another deed, joined behind all that a claim takes: "left and promised a plan"."""
        tokens, words = aligned.told.tokens, self._grammar.words
        joined = [place for place in range(last + 1, at) if tokens[place].folded in words.joins]
        verb = tokens[joined[-1] + 1] if joined else None
        if verb is None or (verb is tokens[at] and any(token.mood in _TOLD for token in tokens[at + 1 : at + 2])):
            return verb is not None  # "All left in time and nobody was hurt."
        return verb.content and not self._grammar.is_named(verb) and governs(tokens[at])

    def _counts_part(self, tokens: list[Token], own: set[int]) -> bool:
        """Whether a claim says of a few that they are a part: "one of the three", no share that the sentence has."""
        words = self._grammar.words
        parted = [token for token, following in pairwise(tokens) if following.folded in words.partitives]
        parted = [one for one in parted if one.share is None or id(one) not in own or one in tokens[:_PAIR]]
        if [1 for one in parted if one.share is not None or one.value is not None or one.folded in words.articles]:
            return True
        return bool(tokens) and tokens[0].folded in words.opening_parts

    def _bounds(self, tokens: list[Token], at: int, matched: frozenset[int]) -> bool:
        """Whether the claim takes the number behind a bound: "at least six", and not "under which six were found"."""
        near = range(at + 1, min(at + 1 + _BOUND_WORDS, len(tokens)))
        tied = [1 for one in near[:1] if tokens[one].folded in self._grammar.relatives - self._grammar.definite]
        return not tied and next((place for place in near if tokens[place].value is not None), None) in matched

    def _is_partitive(self, tokens: list[Token], at: int) -> bool:
        parted = any(token.clause != tokens[at].clause for token in tokens[at + 1 : at + 2])  # "48, | d'arracher".
        if parted or any(token.signs & {MORE, LESS} or token.dated for token in tokens[at + 2 : at + 3]):
            return False  # "Dix de plus", "30 de junho".
        return any(token.folded in self._grammar.words.partitives for token in tokens[at + 1 : at + 2])

    def _sided(self, claim: Clauses, aligned: Aligned) -> str:
        """A side that the claim leaves out behind a verb: "voted for it" where the article has "voted against it"."""
        tokens, against = aligned.told.tokens, self._grammar.words.against
        idle = against.isdisjoint([token.folded for token in tokens]) or self._grammar.is_opposed(claim.tokens)
        if idle or any(token.signs & {NOT, TURNS} for token in claim.tokens):
            return ""
        for at, token in enumerate(tokens[1:-1], 1):
            if token.folded in self._grammar.words.anaphors and tokens[at + 1].clause == token.clause:
                continue  # "Die Opposition verlangt dagegen seinen Rücktritt."
            beside = {at - 1, at + 1, at + 2} & aligned.matched
            if token.folded in against and at not in aligned.matched and {at - 1} & beside and len(beside) > 1:
                return f"leaves out a denial: {token.text}"
        return favoured(claim, aligned, self._grammar)

    def _cut_off(self, claim: Clauses, aligned: Aligned) -> str:
        """What a clause completes and the claim leaves out: "I have heard people say | that ..."."""
        told, governing = aligned.told, self._governing(claim, aligned)
        spoken = [token for token in claim.tokens if token.signs & SPEECH] if governing else []
        attributed = not all(is_only_held(claim, token, aligned, self._grammar) for token in spoken)
        for clause in governing:
            joined = told.tokens[places_in(told.tokens, clause)[-1]].folded in self._parting
            if not joined and told.clauses.marks[min(clause + 1, len(told.clauses.marks) - 1)] not in QUOTES:
                cut = self._completed(told, clause, aligned.matched)
                if cut is None or (attributed and self._grammar.is_held(claim.tokens, cut, _VIEWS)):
                    continue
                if not (self._plans(claim, cut) or self._passing.goes_on_finite(claim, aligned, clause + 1)):
                    return f"leaves out what it is a part of: {cut.text}"
        return ""

    def _governing(self, claim: Clauses, aligned: Aligned) -> set[int]:
        """The clauses that what a claim takes completes, of which it takes nothing but a name or a noun told of."""
        told, opening = aligned.told, opens_by_role(claim, aligned, self._grammar)
        telling = {told.tokens[place].clause for token, place in aligned.pairs[opening:] if not token.entities}
        chains = {clause: self._scope.chain(told.clauses, clause) - {clause} for clause in telling}
        if not set().union(*chains.values()) - telling:
            return set()
        telling -= self._scope.antecedents(aligned)
        return set[int]().union(*(chains[clause] for clause in telling)) - telling - self._scope.antecedents(aligned)

    @staticmethod
    def _plans(claim: Clauses, cut: Token) -> bool:
        """Whether a claim leaves out that somebody will do what it says they want, or will not do what it denies."""
        said = frozenset[str]().union(*(token.signs for token in claim.tokens))  # "Did not rule it out": "may sell it".
        same = _INTENDED if f"{GOVERNS}plan" in said else UNDONE if NOT in said else said & {f"{GOVERNS}possible"}
        return bool(cut.signs & same)

    def _completed(self, told: Told, clause: int, matched: frozenset[int]) -> Token | None:
        """The word that a clause's end completes and the claim has not; None where the clause only tells who speaks."""
        tokens, inside = told.tokens, without_titles(told.tokens, places_in(told.tokens, clause), matched)
        spoken = next((at for at in inside if tokens[at].signs & SPEECH), None)
        before = inside if spoken is None else self._behind_join(tokens, [at for at in inside if at < spoken])
        content = [at for at in before if tokens[at].content]
        last = next((at for at in content[::-1] if self._scope.is_weighty(tokens[at]) and at not in matched), None)
        if last is None or leads_to_fact(told, last, matched, self._grammar):
            return None
        return tokens[last] if spoken is None or last == content[-1] else None

    def _behind_join(self, tokens: list[Token], places: list[int]) -> list[int]:
        """The places behind the last word that joins; all where none does."""
        if places and AGENT in tokens[places[-1]].signs:
            return []  # "Justified it by saying that ...".
        joins = self._grammar.words.joins | self._grammar.words.joining
        return places[max((at for at, place in enumerate(places) if tokens[place].folded in joins), default=-1) + 1 :]

    def _denied(self, claim: Clauses, aligned: Aligned) -> str:
        """A denial that stands before another word than in the sentence."""
        told = aligned.told
        words, denials = self._grammar.words, self._grammar.denials(aligned, _DENIALS) + missed(told.tokens)
        taken = {id(token) for token, _ in aligned.pairs}
        for at, token in enumerate(claim.tokens):
            if NOT not in token.signs or id(token) in taken:
                continue  # What a phrase denies may be said in one word: "no longer allowed", "banned".
            place = self._denied_place(claim, aligned, at)
            reaching = [other for other in denials if not self._is_joined_apart(told.tokens, other, place)]
            denied = {
                other.clause
                for other in reaching
                if not is_tied(other, words) or _is_next(told, other, place) or is_same_denial(claim, at, told, other)
            }
            if place is not None and not self._scope.chain(told.clauses, told.tokens[place].clause) & denied:
                return f"denies what the article does not deny: {told.tokens[place].text}"
        return ""

    def _is_joined_apart(self, tokens: list[Token], denial: Token, place: int | None) -> bool:
        """Whether a verb is joined behind a denial that does not reach it: "owes nothing and accuses the mayor"."""
        words, verb = self._grammar.words, tokens[place or 0]
        if not place or denial.clause != verb.clause or self._grammar.nouns:
            return False
        if denial.start > verb.start:  # "Was put off and the ward takes nobody."
            return any(token.before in words.joins for token in tokens[place + 1 : tokens.index(denial)])
        finite = governs(verb) and (not words.infinitives or not verb.plain.endswith(words.infinitives))
        finite = finite and (not words.finite or verb.plain.endswith(words.finite))
        joins = words.joins if tokens[place - 2] is denial else words.joining  # Not "has not yet agreed".
        return finite and tokens[place - 1].folded in joins

    @staticmethod
    def _denied_alike(claim: Clauses, aligned: Aligned, at: int) -> int | None:
        """Where the deed stands that none of some do: the first behind the same denial in the sentence, or the last.

        "None of the 23 whom he saw had to stay": "he saw 23; none had to stay".
        """
        tokens, behind = aligned.told.tokens, [one for one in aligned.pairs if one[0].start > claim.tokens[at].start]
        denied = (where for where, one in enumerate(tokens) if one.stem == claim.tokens[at].stem)
        first = next(denied, len(tokens))
        return next((place for _, place in behind if place > first), behind[-1][1] if behind else None)

    def _denied_place(self, claim: Clauses, aligned: Aligned, at: int) -> int | None:
        """Where the sentence has the next word behind a claim's denial, or in its clause the nearest before it."""
        place_of = {id(token): place for token, place in aligned.pairs}
        if claim.tokens[at + 1 : at + 2] and claim.tokens[at + 1].folded in self._grammar.words.partitives:
            return self._denied_alike(claim, aligned, at)
        spoken = {token.folded: place for place, token in enumerate(aligned.told.tokens) if token.signs & SPEECH}
        clause = claim.tokens[at].clause
        near = [*(one for one in claim.tokens[at + 1 :] if one.clause == clause), *claim.tokens[:at][::-1]]
        places = (place_of.get(id(token), spoken.get(token.folded)) for token in near)
        return next((place for place in places if place is not None), None)


def _is_next(told: Told, denial: Token, place: int | None) -> bool:
    """Whether a word is the first that says something behind a preposition that denies: "without a buyer"."""
    return place == next((at for at, one in enumerate(told.tokens) if one.start > denial.start and one.content), None)


def _is_same_word(token: Token, other: Token) -> bool:
    return token.stem == other.stem or alike(token.stem, other.stem)


def _told_of(strict: set[str], kept: set[str]) -> str:
    """What signs tell of which a claim keeps none, or no denial where there is one: "unless one is found", "if"."""
    lost = bool(strict) and (not strict & kept or ({NOT, COND} <= strict and NOT not in kept))
    return SAID.get(min(strict), "how sure it is") if lost else ""


def _is_led(before: list[Token], clause: int) -> bool:
    """Whether words before one of a clause let somebody say it, or govern the clause."""
    return any(one.signs & SPEECH or (governs(one) and one.clause == clause - 1) for one in before)
