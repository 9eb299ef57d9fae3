"""What a claim passes over in a sentence: another deed of the same doer."""

from collections.abc import Sequence
from itertools import dropwhile

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AFTER, BEFORE, COND, GOVERNS, NOT, SOURCE
from bot.domain.claims.rules.cues.denied import is_impossible, stands_apart
from bot.domain.claims.rules.cues.joined import is_doer_before, opens_joined, said_next, speaks
from bot.domain.claims.rules.deeds.conjuncts import is_gapped
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, is_time, places_in, tells
from bot.domain.claims.rules.joining.finite import contrasts, done_behind, have_done_both, past_denial, stands_second
from bot.domain.claims.rules.joining.unrelated import is_unrelated
from bot.domain.claims.rules.meant.purposes import is_of_aim
from bot.domain.claims.rules.meant.undecided import is_left_open
from bot.domain.claims.rules.scope import QUOTES, Governing

_DENIALS = {f"{GOVERNS}deny", f"{GOVERNS}refuse"}
_TOLD = {"past", "future"}
_FUTURE = f"{GOVERNS}future"
# A denial, what helps a verb, and the verb.
_NEAR = 4
_OPENING = 3


class Passing:
    """What a claim passes over: another deed of the same doer."""

    def __init__(self, grammar: Grammar, scope: Governing) -> None:
        self._grammar = grammar
        self._scope = scope

    def passes(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a claim may leave out a word, since it tells of another deed or has the condition otherwise."""
        sign = aligned.told.tokens[at]
        if is_of_aim(aligned, at, self._grammar) or is_left_open(claim, aligned, at, self._grammar):
            return True
        if COND in sign.signs:
            phrase = self._is_until(claim, aligned, at) or self._is_phrase(claim, aligned, at)
            return phrase or self._is_restricted(claim, aligned, at)
        if NOT in sign.signs and is_gapped(aligned, at, self._grammar):
            return True
        if is_impossible(claim, aligned, at, self._grammar):
            return True
        if governs(sign) and is_unrelated(claim, aligned, at, self._grammar):
            return True
        return (NOT in sign.signs or governs(sign)) and self._is_of_other_deed(claim, aligned, at)

    def _is_of_other_deed(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a word tells of another deed of the same doer than the claim does: "rejected it and sold the house".

        The claim takes only the doer from before the word, and its deed from behind what joins the two.
        """
        tokens, matched, clause = aligned.told.tokens, aligned.matched, aligned.told.tokens[at].clause
        beyond = min((place for place in matched if place > at), default=None)
        if beyond is not None and self._is_past_quotation(claim, aligned, at, beyond):
            return self._takes_only_doer(tokens, matched, at)
        instead = self._says_instead(claim, aligned, at)
        if instead or self._scope.completes(aligned, clause):
            return instead
        if beyond is not None and self._says_besides(aligned, at, beyond):
            return True
        alone = self._takes_only_doer(tokens, matched, at) or opens_joined(aligned, at, self._grammar)
        if not alone and not self._opens_denied(aligned, at):
            return False
        if beyond is not None and tokens[beyond].clause != clause:
            return self._goes_on(claim, aligned.told, clause, beyond)
        return self._is_joined(claim, aligned, at, len(tokens) if beyond is None else beyond + 1)

    def _is_past_quotation(self, claim: Clauses, aligned: Aligned, at: int, beyond: int) -> bool:
        """Whether a finite verb is joined behind quoted words of a clause: "called it “a joke” and demanded a vote"."""
        told, tokens = aligned.told.clauses, aligned.told.tokens
        first, last = tokens[at].clause, tokens[beyond].clause
        if first == last or not QUOTES.issuperset(told.marks[first + 1 : last + 1]):
            return False
        verb = places_in(tokens, last)[1:2]
        joining = self._grammar.words.joins | self._grammar.words.joining
        return bool(verb) and told.openers[last] in joining and self._is_finite(claim, aligned, verb[0])

    def _says_instead(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a claim takes only who speaks and what they say by a verb joined behind: "denies it and says"."""
        beyond = min((place for place in aligned.matched if place > at), default=None)
        verb = said_next(aligned.told.tokens, at, beyond, self._grammar) if beyond is not None else None
        if verb is None or not any(speaks(token) for token in claim.tokens):
            return False
        if aligned.matched.isdisjoint(range(at)):
            return self._opens_alike(claim, aligned.told.tokens, at)
        return self._takes_only_doer(aligned.told.tokens, aligned.matched, at)

    def _opens_alike(self, claim: Clauses, tokens: Sequence[Token], at: int) -> bool:
        """Whether a claim opens with the light word that a sentence has for who speaks: "the man"."""
        small = self._grammar.definite | self._grammar.words.ties
        doers = {token.folded for token in tokens[:at] if token.clause == tokens[at].clause} - small
        return any(token.folded in doers for token in claim.tokens[:_OPENING])

    def of_another(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a claim has a word govern what the sentence says by a verb joined behind it, "" where not."""
        tokens, governing = aligned.told.tokens, [pair for pair in aligned.pairs if governs(pair[0])]
        spoken = [token for token in claim.tokens if speaks(token)] if governing else []
        for governor, at in governing:
            if governor.signs & _DENIALS and self._is_of_verb_before(aligned, governor, at):
                return f"tells of another thing: {tokens[at].text}"
            alone = all(token is governor for token in spoken)
            if alone and self._is_of_verb_behind(aligned, governor, at):
                return f"leaves out what it is a part of: {tokens[at].text}"
        return ""

    def _is_of_verb_behind(self, aligned: Aligned, governor: Token, at: int) -> bool:
        """Whether what a claim has a word govern is said by a verb joined behind it in the sentence."""
        behind = [place for token, place in aligned.pairs if token.start > governor.start]
        if not behind or min(behind) <= at:
            return False
        return said_next(aligned.told.tokens, at, min(behind), self._grammar) is not None

    def _is_until(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a claim has the day of what a thing lasts until, as its end or as that of what will be then.

        "Until a new head is elected in June": "until June", "a new head will be elected in June".
        """
        tokens, tills = aligned.told.tokens, self._grammar.words.till
        if tokens[at].folded not in tills:
            return False
        behind = [(token, place) for token, place in aligned.pairs if place > at]
        days = [token for token, _ in behind if token.dated]
        if len(behind) == len(aligned.pairs):
            return bool(days) and any(token.mood == "future" or _FUTURE in token.signs for token in claim.tokens)
        if len(days) != len(behind) or not days:
            return False
        first = claim.tokens.index(days[0])
        return any(token.folded in tills for token in claim.tokens[max(0, first - _NEAR) : first])

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_phrase(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a claim has all that a condition tells in a phrase: "if he is convicted", "in case of conviction"."""
        tokens = aligned.told.tokens
        inside = [place for place in places_in(tokens, tokens[at].clause) if tokens[place].content]
        mine = [token for token, place in aligned.pairs if place in inside]
        others = [token for token, place in aligned.pairs if place not in inside and not token.entities]
        if not mine or not aligned.matched.issuperset(inside) or all(token.signs & SPEECH for token in others):
            return False  # "If I am in office, ...": nobody says that she is in office.
        if any(token.signs & {BEFORE, AFTER} for token in claim.tokens) or self._has_done(mine):
            return False
        said = [(token, claim.tokens.index(token)) for token in mine]
        tied = all(self._grammar.is_tied(claim.tokens, place) for _, place in said)
        return tied and all(self._grammar.is_noun(claim.tokens, place) for _, place in said)

    def _has_done(self, tokens: Sequence[Token]) -> bool:
        """Whether a word makes a past of a participle, though it may be written like a preposition: "a suspendat"."""
        perfects = self._grammar.words.perfects
        return any(token.before in perfects and self._grammar.is_participle(token) for token in tokens)

    def _is_restricted(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a claim has in a relative clause on what of it opens it the condition that this word opens.

        "Drivers who move keep their jobs": "the drivers keep their jobs if they move".
        """
        tokens, relates = aligned.told.tokens, self._grammar.relatives | self._grammar.words.twofold
        opener = next((token.start for token in claim.tokens if token.folded in relates and token.clause), None)
        if opener is None or not self._is_of_same(tokens, at):
            return False
        clause = tokens[at].clause
        held = [(token.start > opener, place > at and tokens[place].clause == clause) for token, place in aligned.pairs]
        behind = [within for later, within in held if later]
        if [within for later, within in held if not later] != [False] or len(set(behind)) == 1:
            return False
        return behind == sorted(behind, reverse=True)  # The condition stands before the deed.

    def _is_of_same(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a condition's doer is a word that stands for another, or left out: "if they move", "si aceptan"."""
        words, opening = self._grammar.words, tokens[at + 1 : at + 2]
        small = words.subjects | words.anaphors
        if any(token.folded in small for token in (tokens[at], *opening)):
            return True
        return words.omits_subjects and bool(opening) and not self._grammar.is_named(opening[0])

    def _is_of_verb_before(self, aligned: Aligned, denial: Token, at: int) -> bool:
        """Whether all that a claim has somebody deny is told of another verb before: "confirms the cuts, but denies".

        Who does both stands before the first, and no word behind the second stands for what was told.
        """
        tokens, words = aligned.told.tokens, self._grammar.words
        doers = [place for token, place in aligned.pairs if token.start < denial.start]
        things = [place for token, place in aligned.pairs if token.start > denial.start]
        if not doers or not things or not max(doers) < min(things) <= max(things) < at:
            return False
        between = tokens[max(things) + 1 : at]
        inside = [token for token in tokens if token.clause == tokens[at].clause and token not in tokens[: max(things)]]
        points = any(token.folded in words.anaphors | words.clitics for token in inside)
        return any(token.folded in words.joins | words.joining for token in between) and not points

    def _opens_denied(self, aligned: Aligned, at: int) -> bool:
        """Whether what is said opens with the denial of a verb of "us", without a word for it: "No subiremos"."""
        tokens, endings = aligned.told.tokens, self._grammar.words.first_endings
        ahead = [place for place in range(at) if tokens[place].content or place in aligned.matched]
        inside = any(tokens[place].clause == tokens[at].clause for place in ahead)
        if NOT not in tokens[at].signs or not endings or inside:
            return False
        verb = self._denied(tokens, at, len(tokens))
        return verb is not None and verb.folded.endswith(endings)

    def _is_joined(self, claim: Clauses, aligned: Aligned, at: int, end: int) -> bool:
        """Whether a verb before an end is joined to one that a word denies or governs, and stands for itself."""
        tokens = aligned.told.tokens
        joined = self._joined(tokens, at, end)
        if joined is None or have_done_both(tokens, at, joined, self._grammar):
            return False
        if NOT in tokens[at].signs:
            return self._stands_alone(aligned, at, joined)
        return self._is_finite(claim, aligned, joined)

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a claim denies a deed that is only joined to a denied one: "did not say why and closed the road"."""
        denied = [at for at, token in enumerate(claim.tokens) if NOT in token.signs]
        tokens = aligned.told.tokens
        for at in (at for at, token in enumerate(tokens) if denied and NOT in token.signs):
            joined = self._joined(tokens, at, len(tokens))
            if joined is None or not self._stands_alone(aligned, at, joined):
                continue
            deed = joined + (not tokens[joined].content)
            mine = next((token for token, place in aligned.pairs if place == deed), None)
            near = claim.tokens[denied[0] : denied[0] + _NEAR]
            if mine in near and not any(at < place < joined for place in aligned.matched):
                return f"denies what the article does not deny: {tokens[deed].text}"
        return ""

    def _stands_alone(self, aligned: Aligned, at: int, joined: int) -> bool:
        """Whether a verb that the claim takes behind a join is not the one denied: "non ha detto perché e ha chiuso".

        Each of the two verbs has its helping verb, or both are pasts of one word in a language whose pasts are no
        participles.
        """
        tokens, second = aligned.told.tokens, aligned.told.tokens[joined]
        first = self._denied(tokens, at, joined)
        if stands_apart(tokens, at, joined, self._grammar):
            return True
        said = [token for token in tokens[at + 1 : joined - 1] if token is not first and (token.content or token.signs)]
        if first is None or not said:
            return False
        if self._has_own_help(first, second):
            behind = range(joined + 1, min(joined + 1 + _NEAR, len(tokens)))
            return any(place in aligned.matched for place in behind)
        plain = first.mood == second.mood and first.mood in _TOLD and self._grammar.words.omits_subjects
        return plain and not self._grammar.is_named(second) and joined in aligned.matched

    def _has_own_help(self, first: Token, second: Token) -> bool:
        """Whether the second of two verbs has its own word for who does it, or the same help as the first."""
        helped = {first.folded, second.folded} <= self._grammar.perfects or _FUTURE in first.signs & second.signs
        return second.folded in self._grammar.words.subjects or (helped and not second.content)

    def _denied(self, tokens: Sequence[Token], at: int, end: int) -> Token | None:
        """The verb that a denial is of, or what helps it: "non ha detto", "n'a pas dit"."""
        perfects = self._grammar.perfects
        if at and tokens[at - 1].folded in perfects:
            return tokens[at - 1]
        said = (token for token in tokens[at + 1 : end] if token.folded in perfects or token.content or token.signs)
        return next(said, None)

    def _takes_only_doer(self, tokens: list[Token], matched: frozenset[int], at: int) -> bool:
        """Whether all that a claim takes from before a word is who does it."""
        clause = tokens[at].clause
        ahead = [place for place in matched if tokens[place].clause == clause and place < at]
        if ahead and all(is_time(tokens[place]) for place in ahead):
            return ahead == self._opening(tokens, clause, len(ahead))  # "In May a fan failed, and a doctor warned".
        if is_doer_before(tokens, sorted(ahead), at, self._grammar):
            return True
        return self._is_doer(tokens, ahead, clause) if ahead else self._is_doer_before(tokens, matched, at)

    def _says_besides(self, aligned: Aligned, at: int, beyond: int) -> bool:
        """Whether a claim takes what somebody says or does besides what they say in the clause of a word.

        "The firm says that it is not to blame and accuses the farmers": the second verb is one of saying too.
        """
        tokens, clause, first = aligned.told.tokens, aligned.told.tokens[at].clause, aligned.told.tokens[beyond]
        joining = self._grammar.words.joins | self._grammar.words.joining
        if first.clause != clause or tokens[beyond - 1].folded not in joining or not speaks(first):
            return False
        start = next(token.start for token, place in aligned.pairs if place == beyond)
        before = [(token, place) for token, place in aligned.pairs if place < at]
        if not before or any(
            token.start > start or not self._is_bare(tokens, place, clause) for token, place in before
        ):
            return False
        last = max(place for _, place in before)
        return any(speaks(token) and token.clause < clause for token in tokens[last + 1 : at])

    def _is_bare(self, tokens: list[Token], place: int, clause: int) -> bool:
        """Whether a word only names who does it, in a clause before one."""
        return tokens[place].clause < clause and not tokens[place].signs and self._is_nominal(tokens[place])

    def _joined(self, tokens: list[Token], at: int, end: int) -> int | None:
        """The first word behind one, in its clause and before an end, that a joining word stands before."""
        joins = (self._grammar.words.joins | self._grammar.words.joining) - self._grammar.reflexives
        inside = (place for place in range(at + 1, end) if tokens[place].clause == tokens[at].clause)
        return next((place for place in inside if tokens[place - 1].folded in joins), None)

    @staticmethod
    def _opening(tokens: list[Token], clause: int, length: int) -> list[int]:
        """The first places of a clause that say something."""
        return [at for at in places_in(tokens, clause) if tokens[at].content][:length]

    def _is_doer(self, tokens: list[Token], places: list[int], clause: int) -> bool:
        """Whether these words are all that a clause begins with: who does it, with nothing else of the deed."""
        first = next((at for at, token in enumerate(tokens) if token.clause == clause and token.content), None)
        if first is None:
            return False  # A clause of a pronoun alone: "He did not say whether he would return".
        titled = all(not token.signs for token in tokens[first : min(places)])  # "Councillor Ann Holm"
        return titled and all(self._is_nominal(tokens[at]) or self._describes(tokens, at) for at in places)

    def _is_doer_before(self, tokens: list[Token], matched: frozenset[int], at: int) -> bool:
        """Whether a word opens a clause and all that the claim takes from before it is a name: "X, | rejected it"."""
        clause = tokens[at].clause
        opening = [token for token in tokens[:at] if token.clause == clause and token.content and not token.entities]
        before = [place for place in matched if place < at]
        return bool(before) and not opening and all(tokens[place].entities for place in before)

    def _describes(self, tokens: list[Token], at: int) -> bool:
        """Whether a word is an adjective right behind a noun with its article, where those stand so."""
        return self._grammar.postposed and at > 0 and is_plain(tokens[at]) and self._grammar.is_named(tokens[at - 1])

    def _is_nominal(self, token: Token) -> bool:
        capital = self._grammar.nouns and token.text[0].isupper()
        return bool(token.entities) or capital or self._grammar.is_named(token) or not token.before

    def _goes_on(self, claim: Clauses, told: Told, clause: int, beyond: int) -> bool:
        """Whether the clause that a word stands in is joined to another as its equal: ", but sold", ", sold"."""
        away = told.tokens[beyond].clause
        openers, marks = told.clauses.openers, told.clauses.marks
        if marks[clause + 1 : clause + 2] == [":"]:
            return self._answers(claim, told, clause, away)
        if away != clause + 1:
            return contrasts(told, clause, away, self._grammar)
        if marks[away] not in {"", ",", ";"}:
            return False
        opener = openers[away]
        joins = self._grammar.words.joins | self._grammar.words.joining
        first = next(token for token in told.tokens if token.clause == away)
        return opener in joins or (marks[away] == "," and first is told.tokens[beyond] and not first.entities)

    @staticmethod
    def _answers(claim: Clauses, told: Told, clause: int, away: int) -> bool:
        """Whether a denial alone is answered behind a colon by a source's word, or by what the claim tells as said.

        "She denies it: according to her, ...", "She denied this: she got the letter in May".
        """
        said = [token for token in told.tokens if token.clause == clause and token.content and not token.entities]
        denial = list(dropwhile(lambda token: not token.signs, said))  # "The fisherman Jan Lee disagrees: ..."
        opening = [token for token in told.tokens if token.clause == clause + 1][:1]
        denies = len(denial) == 1 and bool(denial[0].signs & _DENIALS)
        told_by = tells(opening, SOURCE) or any(token.signs & SPEECH for token in claim.tokens)
        return denies and away <= clause + 2 and told_by

    def goes_on_finite(self, claim: Clauses, aligned: Aligned, clause: int) -> bool:
        """Whether a claim takes a verb that is joined to another clause's: "ha tenido | que cerrar y pide ayuda".

        What completes a verb by an infinitive is over where a verb with an ending of its own is joined to that.
        """
        tokens, endings = aligned.told.tokens, self._grammar.words.infinitives
        inside = places_in(tokens, clause) if endings else []
        mine = [at for at in inside if at in aligned.matched]
        first = next((at for at in inside if tokens[at].content), None)
        if not mine or first is None or not tokens[first].plain.endswith(endings):
            return False
        joined = self._joined(tokens, first, mine[0] + 1)
        return joined is not None and self._is_finite(claim, aligned, joined)

    def _is_finite(self, claim: Clauses, aligned: Aligned, place: int) -> bool:
        """Whether a verb behind a join is told as done, in the same form in claim and sentence."""
        place = past_denial(aligned.told.tokens, place)
        if self._is_told(aligned, place):
            return True
        other = aligned.told.tokens[place]
        token = next((token for token in claim.tokens if token.folded == other.folded), None)
        same = token is not None and governs(other) and other.signs == token.signs
        taken = place in aligned.matched or other.signs & SPEECH or same
        if token is None or not taken or self._grammar.is_named(token) or token.entities:
            return False
        return self._ends_finite(other) or stands_second(aligned.told.tokens, place, self._grammar)

    def _ends_finite(self, verb: Token) -> bool:
        """Whether a verb is no infinitive by its ending, or tells of what is to come: "wants her post and will sue"."""
        words = self._grammar.words
        if words.infinitives:
            return not verb.plain.endswith(words.infinitives)
        to_come = _FUTURE in verb.signs
        return to_come or not words.infinitive_marks or verb.plain.endswith(words.finite)

    def _is_told(self, aligned: Aligned, place: int) -> bool:
        """Whether a claim has a verb of the past or future behind a join in the same time, maybe in another word.

        "Hopes to restore the power and has sent 350 engineers", "denies it and will demand a million".
        """
        tokens = aligned.told.tokens
        done = done_behind(tokens, place, self._grammar)
        if done is not None:
            return done in aligned.matched
        mine = (token for token, at in aligned.pairs if at == place)
        return tokens[place].mood in _TOLD and any(token.mood == tokens[place].mood for token in mine)
