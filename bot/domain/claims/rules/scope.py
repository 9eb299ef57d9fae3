"""Which clauses of a sentence count for a claim: those that its words come from, and those that govern them."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import COND, GOVERNS, NOT, SOURCE, TURNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, is_time, places_in, tells

QUOTES = frozenset('"“”„«»')
_CUE_WORDS = 3
_INSERTED = 2
_ANTECEDENT, _LONG_ANTECEDENT = 3, 5
_TIED_RELATIVE = 2
_THREAT = f"{GOVERNS}threaten"
_DENIALS = {f"{GOVERNS}deny", f"{GOVERNS}refuse"}
_REJECTING = {TURNS, f"{GOVERNS}deny", f"{GOVERNS}refuse"}


class Governing:
    """Clauses and what they govern."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def scope(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim's words come from, and those that say how these are meant."""
        clauses = aligned.told.clauses
        antecedents = self.antecedents(aligned)
        apart = antecedents | {clause + 2 for clause in antecedents}  # Where the sentence goes on behind the relative.
        found = aligned.used - antecedents
        for clause in sorted(found):
            found |= self.chain(clauses, clause)
        for clause in range(len(clauses.openers)):
            if clause not in found and clause not in apart and self._governs_back(aligned, clause, found):
                found.add(clause)
        return found

    def antecedents(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim takes only a name or noun from, of which a relative clause behind tells more."""
        clauses = aligned.told.clauses
        related = (clause for clause in aligned.used if clause + 1 in aligned.used)
        return {clause for clause in related if self._relates(clauses, clause + 1) and self._is_taken(aligned, clause)}

    def _is_taken(self, aligned: Aligned, clause: int) -> bool:
        """Whether a clause ends in a name or noun that the claim takes, and the claim takes no more than that of it."""
        tokens = aligned.told.tokens
        mine = sorted({place for _, place in aligned.pairs if tokens[place].clause == clause})
        last = self._ending(tokens, places_in(tokens, clause), mine)
        if not last or tokens[last[-1]].signs:
            return False
        if last[-1] not in mine and not [at for at in mine if tokens[at].entities & tokens[last[-1]].entities]:
            return False
        if set(mine) <= set(last[-_ANTECEDENT:]) or all(tokens[place].entities for place in mine):
            return True
        plain = not any(tokens[place].signs for place in mine)
        return plain and last[-len(mine) :] == mine and len(mine) <= _LONG_ANTECEDENT

    def _ending(self, tokens: Sequence[Token], inside: list[int], mine: Sequence[int]) -> list[int]:
        """A clause's places that say something up to its end, an adjective behind a noun left out; [] without a noun.

        "Une expertise indépendante, dont les résultats ...": the results are those of the expertise.
        """
        if not tokens[inside[-1]].content:
            return []
        if inside[-1] not in mine and len(inside) > 1 and self._describes(tokens, inside[-1]):
            inside = inside[:-1]
        return [place for place in inside if tokens[place].content]

    def _describes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is an adjective behind its noun, in a language where it stands there."""
        token, noun = tokens[at], tokens[at - 1]
        if not self._grammar.postposed or token.signs or not is_plain(token) or self._grammar.is_named(token):
            return False
        return noun.content and self._grammar.is_named(noun)

    def _relates(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause may tell more of what stands right before it; "che" does behind a comma."""
        opener, endings = clauses.openers[clause], self._grammar.words.participles
        if opener in self._grammar.relatives or clauses.marks[clause] != ",":
            return opener in self._grammar.relatives
        first = next(token for token in clauses.tokens if token.clause == clause)
        participle = bool(endings) and first.content and not first.entities and first.text.lower().endswith(endings)
        return participle or opener in self._grammar.complements or self._is_tied_relative(clauses, clause)

    def _is_tied_relative(self, clauses: Clauses, clause: int) -> bool:
        """Whether a preposition and a relative word open a clause: "in which", "en el que"."""
        opening = [token.folded for token in clauses.tokens if token.clause == clause][: _TIED_RELATIVE + 1]
        tied = bool(opening) and opening[0] in self._grammar.words.ties
        small = self._grammar.relatives | self._grammar.complements
        found = next((at for at, word in enumerate(opening) if at and word in small), None)
        return tied and found is not None and all(word in self._grammar.definite for word in opening[1:found])

    def chain(self, clauses: Clauses, clause: int) -> set[int]:
        """A clause with those that it completes, one after the other; what only names somebody is passed over."""
        found = {clause}
        while clause > 0 and self._is_governed(clauses, clause):
            clause -= 1
            while clause > 0 and not self._tells(clauses, clause):
                found.add(clause)
                clause -= 1
            found.add(clause)
        return found

    def completes(self, aligned: Aligned, clause: int) -> bool:
        """Whether what the claim takes completes a clause."""
        return any(clause in self.chain(aligned.told.clauses, used) - {used} for used in aligned.used)

    @staticmethod
    def _tells(clauses: Clauses, clause: int) -> bool:
        """Whether a clause says more than a name."""
        for token in clauses.tokens:
            if token.clause == clause and ((token.content and not token.entities) or token.signs & SPEECH):
                return True
        return False

    def _beside(self, clauses: Clauses, clause: int) -> set[int]:
        """The nearest clauses on either side that say more than a name, and those between."""
        found: set[int] = set()
        for step in (-1, 1):
            at = clause + step
            while 0 <= at < len(clauses.openers):
                found.add(at)
                if self._tells(clauses, at):
                    break
                at += step
        return found

    def _is_governed(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause completes the one before it: "he denied | that ...", "says: ..."."""
        opener, mark = clauses.openers[clause], clauses.marks[clause]
        if mark == ";":
            return False
        if mark == ":":
            return self._announces(clauses, clause)
        if opener in self._grammar.complements:
            return self._completes_verb(clauses, clause)
        hangs = self._hangs(clauses, clause) and self._may_hang(clauses, clause)
        if mark in QUOTES or (mark == "," and (hangs or self._goes_on(clauses, clause))):
            return True
        if mark != "," or opener in self._grammar.relatives:
            return False
        inside = (token for token in clauses.tokens if token.clause == clause)
        return self._grammar.nouns and any(token.folded in self._grammar.words.complements for token in inside)

    def _completes_verb(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause that a complementing word opens neither tells of a noun nor is a phrase of a preposition."""
        return not self._tells_of_noun(clauses, clause) and not self._is_preposition(clauses, clause)

    def _is_preposition(self, clauses: Clauses, clause: int) -> bool:
        """Whether what opens a clause stands before a number or an article: ", to 62,000", ", to the investors"."""
        if clauses.openers[clause] not in self._grammar.words.ties:
            return False
        following = [token for token in clauses.tokens if token.clause == clause][1:2]
        return any(token.value is not None or token.folded in self._grammar.definite for token in following)

    def _goes_on(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause goes on behind a name put in for somebody: "accused its head, Ann Holm, | of ..."."""
        if clause < _INSERTED or self._tells(clauses, clause - 1) or clauses.marks[clause - 1] != ",":
            return False
        before = (token for token in clauses.tokens if token.clause == clause - _INSERTED)
        return clauses.openers[clause] in self._grammar.words.ties and any(
            _governs(sign) for token in before for sign in token.signs
        )

    def _tells_of_noun(self, clauses: Clauses, clause: int) -> bool:
        """Whether a word that is relative too tells behind a comma of the noun before it: "il parere, | che è ..."."""
        if clauses.marks[clause] != "," or clauses.openers[clause] not in self._grammar.words.twofold:
            return False
        before = [token for token in clauses.tokens if token.clause == clause - 1]
        last = before[-1:]
        if last and last[0].content and not last[0].signs and not self._grammar.is_named(last[0]):
            last = before[-2:-1]  # A noun and what describes it: "i campionati europei, che cominciano ...".
        noun = bool(last) and bool(last[0].entities or self._grammar.is_named(last[0]))
        return noun and not any(token.signs & SPEECH for token in before)

    def _announces(self, clauses: Clauses, clause: int) -> bool:
        """Whether the clause before a colon says or governs what follows; what rejects something is answered by it."""
        before = [token for token in clauses.tokens if token.clause == clause - 1]
        if any(token.signs & _REJECTING for token in before):
            return False
        governs = any(token.signs & SPEECH or any(map(_governs, token.signs)) for token in before)
        return governs or any(token.folded in self._grammar.words.speaking for token in before)

    def _may_hang(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause may complete the one before it: one that a relative word opens only with an infinitive."""
        if clauses.openers[clause] not in self._grammar.relatives:
            first = next((token for token in clauses.tokens if token.clause == clause), None)
            verb = first is not None and first.content and first.text[0].islower()
            if clauses.openers[clause] in self._grammar.words.joins | self._grammar.words.joining:
                return False  # "A fan failed, | and an inspector ..."
            return not (self._grammar.nouns and verb)  # "Lehnt das nicht ab, | hält es aber für verfrüht": an equal.
        return self._grammar.nouns and any(
            token.folded in self._grammar.words.complements for token in clauses.tokens if token.clause == clause
        )

    def _hangs(self, clauses: Clauses, clause: int) -> bool:
        """Whether the clause before one ends in a word that governs it: "cannot claim | the trip was paid"."""
        before = [token for token in clauses.tokens if token.clause == clause - 1]
        if not before:
            return False
        parted = before[-1].folded in self._grammar.words.particles  # "Schlägt vor, | die Schiffe ankern zu lassen"
        last = before if parted else before[-1:]
        return any(sign.startswith(GOVERNS) for token in last for sign in token.signs)

    def _governs_back(self, aligned: Aligned, clause: int, found: set[int]) -> bool:
        """Whether a clause tells on what its neighbours depend, or who says them: "..., if ...", "..., said X"."""
        clauses = aligned.told.clauses
        inside = [token for token in clauses.tokens if token.clause == clause]
        beside = self._beside(clauses, clause) & found
        if not beside or clauses.marks[clause] == ";":
            return False
        if any(COND in token.signs for token in inside[:2]):
            # A threat is one without what it depends on, too.
            return not _threatens(aligned) and not self._is_of_joined(aligned, clause)
        return self._is_cue(clauses, clause, inside, found)

    def _is_of_joined(self, aligned: Aligned, clause: int) -> bool:
        """Whether a condition is that of a verb joined behind all that a claim takes: "left and will return if ..."."""
        tokens, words = aligned.told.tokens, self._grammar.words
        mine = [place for place in aligned.matched if tokens[place].clause >= clause - 1]
        if not mine or tokens[max(mine)].clause != clause - 1:
            return False
        behind = range(max(mine) + 1, len(tokens))
        joined = [place for place in behind if tokens[place].clause < clause and tokens[place].folded in words.joins]
        return any(_speaks(tokens[place + 1]) for place in joined if place + 1 < len(tokens))

    def _is_cue(self, clauses: Clauses, clause: int, inside: Sequence[Token], found: set[int]) -> bool:
        """Whether a clause says little more than who says what stands beside it."""
        content = [token for token in inside if token.content and not token.entities]
        speaks = any(token.signs & SPEECH for token in inside)
        if not content:
            both = {clause - 1, clause + 1}
            return both <= found or (speaks and not both.isdisjoint(found) and not self._is_joined(inside))
        relates = bool(clause) and clauses.openers[clause] in self._grammar.relatives  # "Der" opens a sentence too.
        cue = speaks and not relates and clauses.openers[clause] not in self._grammar.conjunctions
        return cue and len(content) <= _CUE_WORDS

    def _is_joined(self, inside: Sequence[Token]) -> bool:
        """Whether a clause goes on with another deed: "lehnt es nicht ab, | verwies aber auf Brüssel"."""
        joins = self._grammar.words.joins | self._grammar.words.joining
        return any(token.folded in joins for token in inside[:_CUE_WORDS])


class Passing:
    """What a claim passes over: another deed of the same doer."""

    def __init__(self, grammar: Grammar, scope: Governing) -> None:
        self._grammar = grammar
        self._scope = scope

    def passes(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a word tells of another deed of the same doer than the claim does: "rejected it and sold the house".

        The claim takes only the doer from before the word, and its deed from behind what joins the two.
        """
        tokens, matched = aligned.told.tokens, aligned.matched
        sign, clause = tokens[at], tokens[at].clause
        if COND in sign.signs or not (NOT in sign.signs or governs(sign)) or self._scope.completes(aligned, clause):
            return False
        beyond = min((place for place in matched if place > at), default=None)
        if beyond is not None and self._says_besides(aligned, at, beyond):
            return True
        if not self._takes_only_doer(tokens, matched, at):
            return False
        if beyond is not None and tokens[beyond].clause != clause:
            return self._goes_on(claim, aligned.told, clause, beyond)
        joined = None if NOT in sign.signs else self._joined(tokens, at, len(tokens) if beyond is None else beyond + 1)
        return joined is not None and self._is_finite(claim, aligned, joined)

    def _takes_only_doer(self, tokens: list[Token], matched: frozenset[int], at: int) -> bool:
        """Whether all that a claim takes from before a word is who does it."""
        clause = tokens[at].clause
        ahead = [place for place in matched if tokens[place].clause == clause and place < at]
        if ahead and all(is_time(tokens[place]) for place in ahead):
            return ahead == self._opening(tokens, clause, len(ahead))  # "In May a fan failed, and a doctor warned".
        return self._is_doer(tokens, ahead, clause) if ahead else self._is_doer_before(tokens, matched, at)

    def _says_besides(self, aligned: Aligned, at: int, beyond: int) -> bool:
        """Whether a claim takes what somebody says or does besides what they say in the clause of a word.

        "The firm says that it is not to blame and accuses the farmers": the second verb is one of saying too.
        """
        tokens, clause, first = aligned.told.tokens, aligned.told.tokens[at].clause, aligned.told.tokens[beyond]
        joining = self._grammar.words.joins | self._grammar.words.joining
        if first.clause != clause or tokens[beyond - 1].folded not in joining or not _speaks(first):
            return False
        start = next(token.start for token, place in aligned.pairs if place == beyond)
        before = [(token, place) for token, place in aligned.pairs if place < at]
        if not before or any(
            token.start > start or not self._is_bare(tokens, place, clause) for token, place in before
        ):
            return False
        last = max(place for _, place in before)
        return any(_speaks(token) and token.clause < clause for token in tokens[last + 1 : at])

    def _is_bare(self, tokens: list[Token], place: int, clause: int) -> bool:
        """Whether a word only names who does it, in a clause before one."""
        return tokens[place].clause < clause and not tokens[place].signs and self._is_nominal(tokens[place])

    def _joined(self, tokens: list[Token], at: int, end: int) -> int | None:
        """The first word behind one, in its clause and before an end, that a joining word stands before."""
        joins = self._grammar.words.joins | self._grammar.words.joining
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
        return titled and all(self._is_nominal(tokens[place]) for place in places)

    def _is_doer_before(self, tokens: list[Token], matched: frozenset[int], at: int) -> bool:
        """Whether a word opens a clause and all that the claim takes from before it is a name: "X, | rejected it"."""
        clause = tokens[at].clause
        opening = [token for token in tokens[:at] if token.clause == clause and token.content and not token.entities]
        before = [place for place in matched if place < at]
        return bool(before) and not opening and all(tokens[place].entities for place in before)

    def _is_nominal(self, token: Token) -> bool:
        capital = self._grammar.nouns and token.text[0].isupper()
        return bool(token.entities) or capital or self._grammar.is_named(token) or not token.before

    def _goes_on(self, claim: Clauses, told: Told, clause: int, beyond: int) -> bool:
        """Whether the clause that a word stands in is joined to another as its equal: ", but sold", ", sold"."""
        away = told.tokens[beyond].clause
        openers, marks = told.clauses.openers, told.clauses.marks
        if marks[clause + 1 : clause + 2] == [":"]:
            return self._answers(claim, told, clause, away)
        if away != clause + 1 or marks[away] not in {"", ",", ";"}:
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
        denial = [token for token in told.tokens if token.clause == clause and token.content and not token.entities]
        opening = [token for token in told.tokens if token.clause == clause + 1][:1]
        denies = len(denial) == 1 and bool(denial[0].signs & _DENIALS)
        said = tells(opening, SOURCE) or any(token.signs & SPEECH for token in claim.tokens)
        return denies and away <= clause + 2 and said

    def _is_finite(self, claim: Clauses, aligned: Aligned, place: int) -> bool:
        """Whether a verb behind a join is told as done, in the same form in claim and sentence."""
        place, words = _past_denial(aligned.told.tokens, place), self._grammar.words
        other = aligned.told.tokens[place]
        token = next((token for token in claim.tokens if token.folded == other.folded), None)
        same = token is not None and governs(other) and other.signs == token.signs
        taken = place in aligned.matched or other.signs & SPEECH or same
        if token is None or not taken or self._grammar.is_named(token) or token.entities:
            return False
        if words.infinitives:
            return not other.plain.endswith(words.infinitives)
        return not words.infinitive_marks or other.plain.endswith(words.finite)


def _past_denial(tokens: Sequence[Token], place: int) -> int:
    """The place behind a word that only denies: "... and does not rule it out"."""
    denies = NOT in tokens[place].signs and not tokens[place].content
    return place + 1 if denies and place + 1 < len(tokens) else place


def _threatens(aligned: Aligned) -> bool:
    """Whether the claim tells of a threat that the sentence tells of."""
    tokens = aligned.told.tokens
    return bool([1 for token, place in aligned.pairs if _THREAT in token.signs & tokens[place].signs])


def _speaks(token: Token) -> bool:
    """Whether a word tells that somebody says or wants something."""
    return bool(token.signs & SPEECH) or governs(token)


def _governs(sign: str) -> bool:
    return sign.startswith(GOVERNS)
