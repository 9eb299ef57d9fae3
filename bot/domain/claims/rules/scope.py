"""Which clauses of a sentence count for a claim: those that its words come from, and those that govern them."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import COND, GOVERNS, TURNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar

QUOTES = frozenset('"“”„«»')
_CUE_WORDS = 3
_INSERTED = 2
_ANTECEDENT = 3
_TIED_RELATIVE = 2
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
            if clause not in found and clause not in apart and self._governs_back(clauses, clause, found):
                found.add(clause)
        return found

    def antecedents(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim takes only a name or noun from, of which a relative clause behind tells more."""
        clauses = aligned.told.clauses
        related = (clause for clause in aligned.used if clause + 1 in aligned.used)
        return {clause for clause in related if self._relates(clauses, clause + 1) and _ends_in_taken(aligned, clause)}

    def _relates(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause may tell more of what stands right before it; "che" does behind a comma."""
        opener = clauses.openers[clause]
        return opener in self._grammar.relatives or (
            clauses.marks[clause] == ","
            and (opener in self._grammar.complements or self._is_tied_relative(clauses, clause))
        )

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

    @staticmethod
    def _tells(clauses: Clauses, clause: int) -> bool:
        """Whether a clause says more than a name."""
        inside = (token for token in clauses.tokens if token.clause == clause)
        return any((token.content and not token.entities) or token.signs & SPEECH for token in inside)

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
            return not self._tells_of_noun(clauses, clause)
        hangs = self._hangs(clauses, clause) and self._may_hang(clauses, clause)
        if mark in QUOTES or (mark == "," and (hangs or self._goes_on(clauses, clause))):
            return True
        if mark != "," or opener in self._grammar.relatives:
            return False
        inside = (token for token in clauses.tokens if token.clause == clause)
        return self._grammar.nouns and any(token.folded in self._grammar.words.complements for token in inside)

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
        noun = bool(before) and bool(before[-1].entities or self._grammar.is_named(before[-1]))
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

    def _governs_back(self, clauses: Clauses, clause: int, found: set[int]) -> bool:
        """Whether a clause tells on what its neighbours depend, or who says them: "..., if ...", "..., said X"."""
        inside = [token for token in clauses.tokens if token.clause == clause]
        beside = self._beside(clauses, clause) & found
        if not beside or clauses.marks[clause] == ";":
            return False
        if any(COND in token.signs for token in inside[:2]):
            return True
        content = [token for token in inside if token.content and not token.entities]
        if not content:
            return {clause - 1, clause + 1} <= found
        cue = any(token.signs & SPEECH for token in inside) and clauses.openers[clause] not in self._grammar.relatives
        return cue and len(content) <= _CUE_WORDS and clauses.openers[clause] not in self._grammar.conjunctions


def _governs(sign: str) -> bool:
    return sign.startswith(GOVERNS)


def _ends_in_taken(aligned: Aligned, clause: int) -> bool:
    """Whether a clause ends in a name or noun that the claim takes, and the claim takes no more than that of it."""
    tokens = aligned.told.tokens
    mine = [place for _, place in aligned.pairs if tokens[place].clause == clause]
    inside = [place for place, token in enumerate(tokens) if token.clause == clause]
    last = [place for place in inside if tokens[place].content]
    if not last or last[-1] != inside[-1] or tokens[last[-1]].signs:
        return False
    people = frozenset[int]().union(*(tokens[place].entities for place in mine))
    if last[-1] not in mine and not tokens[last[-1]].entities & people:
        return False
    return all(tokens[place].entities for place in mine) or set(mine) <= set(last[-_ANTECEDENT:])
