"""A sentence told in full, and whether a claim tells of what was put in as the sentence does."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokenizer import QUOTES
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, ANNOUNCED, NEUTRAL, PASSIVE, Wording
from bot.domain.claims.referring.counting import only_counts

_TIED, _BEHIND_ASIDE = 2, 2
_SAYING = frozenset({NEUTRAL, ANNOUNCED})


class _Flags(TypedDict, total=False):
    """What is told of words that were put in, by the names that `Expanded` has for it."""

    tied: bool
    done_to: bool
    parted: bool
    doing: bool
    spoken: bool
    owning: bool
    doer: int
    pronoun: str


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
        parted: whether the name of who says it may stand between them and what they belong to.
        doing: whether they stand for a pronoun that tells who does it.
        spoken: whether they stand for those whom a speaker means with "we".
        owning: whether they tell whose the noun beside them is.
        doer: where who does it stands, if behind the verb: "los pudo llevar un empleado"; -1 elsewhere.
        pronoun: of those, the word that they were put in for.
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
    parted: bool = False
    doing: bool = False
    spoken: bool = False
    owning: bool = False
    doer: int = -1
    pronoun: str = ""

    def is_turned(self, claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> bool:
        """Whether a claim in the active opens with what a sentence's object pronoun stands for, as who does it.

        Or with whose something is, of which it tells nothing: "his secretary sued" is no "he sued".
        """
        if any(PASSIVE in token.signs for token in claim.tokens):
            return False
        if self.owning and not claim.headline and self._is_alone(claim, aligned, ties):
            return True  # A headline may tell in the passive: "Ses organisateurs l'ont annulé", "festival annulé".
        if not self.done_to:
            return False
        if self.doer >= 0 and self._comes_first(claim, aligned):
            return True
        first, place = aligned.pairs[0]
        opens = first is aligned.tokens[0] and self._is_inside(place)
        return opens and not any(token.folded in ties for token in claim.tokens if token.start < first.start)

    def _comes_first(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a claim has what something is done to before who does it, and no pronoun for it behind that."""
        mine = next((token for token, place in aligned.pairs if self._is_inside(place)), None)
        doer = next((token for token, place in aligned.pairs if place == self.doer), None)
        if mine is None or doer is None or mine.start > doer.start:
            return False
        return not any(token.folded == self.pronoun and token.start > mine.start for token in claim.tokens)

    def _is_alone(self, claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> bool:
        """Whether a claim opens with whose something is and leaves that out, in a clause that nobody says."""
        first, place = aligned.pairs[0]
        tokens, clause = self.told.tokens, self.told.tokens[self.first].clause
        if first is not aligned.tokens[0] or not self._is_inside(place) or self._only_says(clause):
            return False
        before = self.first - 1
        thing = before if before >= 0 and tokens[before].content else self.last
        free = thing < len(tokens) and tokens[thing].content and tokens[thing].clause == clause
        led = any(token.folded in ties and token.before for token in claim.tokens if token.start < first.start)
        return free and not led and thing not in aligned.matched

    def is_moved(self, claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> bool:
        """Whether a claim ties to a deed, as with what, who does it in the sentence: "was charged with the lead"."""
        first = next((token for token, place in aligned.pairs if self._is_inside(place)), None) if self.doing else None
        if first is None:
            return False
        before = claim.tokens[max(0, claim.tokens.index(first) - _TIED) : claim.tokens.index(first)]
        led = [token for token in before if token.folded in ties and token.clause == first.clause]
        return bool(led) and not any(AGENT in token.signs for token in led)

    def is_untied(self, claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> bool:
        """Whether a claim has somebody do it who stands behind a preposition: "nobody works with it"."""
        opening = self._opens(aligned)
        if opening is None or any(PASSIVE in token.signs for token in claim.tokens):
            return False
        return not any(token.folded in ties for token in claim.tokens[: claim.tokens.index(opening)])

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

    def _opens(self, aligned: Aligned) -> Token | None:
        """What a claim opens with of the words that were put in behind a preposition, None where it does not."""
        first = aligned.pairs[0] if self.tied and aligned.pairs else None
        return first[0] if first is not None and self._is_inside(first[1]) else None

    def _is_inside(self, place: int) -> bool:
        return self.first <= place < self.last

    # Complexity: what stands beside may be of the same clause, of none, or of an aside.
    def _is_joined(self, aligned: Aligned, durations: Container[str]) -> bool:
        """Whether the words of the claim nearest to those put in are of the clause that they stand in."""
        clause, tokens, pairs = self.told.tokens[self.first].clause, self.told.tokens, aligned.pairs
        if self.parted:  # "Its chairman, Jon Reed, said the move would ...": whose name stands in a clause of its own.
            pairs = [(one, place) for one, place in pairs if self._is_inside(place) or not tokens[place].entities]
        taken = [at for at, (_, place) in enumerate(pairs) if self._is_inside(place)]
        if not taken:
            return False
        beside = [*pairs[taken[-1] + 1 : taken[-1] + 2], *pairs[max(0, taken[0] - 1) : taken[0]]]
        mine = [place for token, place in beside if token.clause == pairs[taken[0]][0].clause]
        near = mine or [place for _, place in beside[:1]]
        if not self.owning and self._counts_apart(aligned, clause, durations):
            return False
        return self._is_as_far(pairs[taken[-1]], beside[0] if beside and not mine else None) or (
            bool(near) and all(self._is_of(clause, tokens[place].clause) for place in near)
        )

    def _is_as_far(self, put_in: tuple[Token, int], beside: tuple[Token, int] | None) -> bool:
        """Whether an aside stands right behind what was put in, as in a claim: "the nurse, 46, sold".

        Or what they say does, where their clause tells no more than that: "the driver said | that it failed".
        """
        if beside is None:
            return False
        (mine, place), (other, there) = put_in, beside
        clause = self.told.tokens[place].clause
        aside = self.told.clauses.marks[clause + 1 : clause + 1 + _BEHIND_ASIDE] == [",", ","]
        aside = aside or (self._only_says(clause) and self._fills(clause))
        return aside and self.told.tokens[there].clause - clause == other.clause - mine.clause == 1

    def _only_says(self, clause: int) -> bool:
        """Whether a clause has a word of speech."""
        return any(token.clause == clause and token.signs & _SAYING for token in self.told.tokens)

    def _is_of(self, clause: int, other: int) -> bool:
        """Whether another clause is the same, or what is quoted right behind it: "called the move “a mistake”".

        Or what is wanted, in a clause of its own: "Ana Holban | vrea | să vândă moara".
        """
        quoted = other == clause + 1 and self.told.clauses.marks[other] in QUOTES
        if other == clause or quoted or (other == clause + _BEHIND_ASIDE and self._is_parted(clause)):
            return True
        return other == clause + 1 and not self.told.clauses.marks[other] and self._fills(clause)

    def _is_parted(self, clause: int) -> bool:
        """Whether an aside parts what was put in, which is all of its clause, from its verb: "it, built in May, is"."""
        marks = self.told.clauses.marks[clause + 1 : clause + 1 + _BEHIND_ASIDE]
        return marks == [",", ","] and self._fills(clause)

    def _fills(self, clause: int) -> bool:
        """Whether what was put in is all that a clause says, but for the noun that is theirs."""
        owned = {self.first - 1, self.last} if self.owning else set[int]()
        inside = (at for at, token in enumerate(self.told.tokens) if token.clause == clause and token.content)
        return all(self._is_inside(at) or at in owned for at in inside)

    def _counts_apart(self, aligned: Aligned, clause: int, durations: Container[str]) -> bool:
        """Whether a sentence counts some of the things, and names no others: "took six of them to hospital"."""
        tokens, matched = self.told.tokens, aligned.matched
        counts = (at for at, one in enumerate(tokens) if one.value is not None and one.after not in durations)
        counts = (at for at in counts if not tokens[at].share)  # "By 20 percent": of nothing that is told.
        alone = (at for at in counts if not self._is_inside(at))
        own = [at for at in alone if at not in matched and tokens[at].clause == clause]
        return any(not any(t.content for t in tokens[at + 1 : at + 2]) for at in own)

    def _is_completed(self, aligned: Aligned) -> bool:
        """Whether a claim takes who does it and the deed from the sentence, and passes over nothing else of it."""
        deed = next((at for at, (token, _) in enumerate(aligned.pairs) if at and tells(token)), len(aligned.pairs))
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


def tells(token: Token) -> bool:
    """Whether a word is neither a name nor a day."""
    return not token.entities and not token.dated


def _is_name(token: Token) -> bool:
    return bool(token.entities) and token.text[0].isupper()


def made(
    told: Told,
    at: int,
    put_in: Sequence[Token],
    number: int,
    *,
    dropped: int | None = None,
    length: int = 1,
    behind: bool = False,
    **told_as: Unpack[_Flags],
) -> Expanded:
    """A sentence with other words at a place, and without the `length` ones that they are said for.

    `behind` is whether they are of the clause of the word before, and not of the one behind; `told_as` what else
    `Expanded` tells of them.
    """
    beside = told.tokens[at - 1 if behind else at].clause
    speaker = told.quoted[min(at, len(told.quoted) - 1)]
    own = [(token.copy(), told.quoted[place]) for place, token in enumerate(told.tokens)]
    before = [pair for place, pair in enumerate(own[:at]) if place != dropped]
    rest = own[at + length * (dropped == at) :]
    pairs = [*before, *[(in_clause(token, beside), speaker) for token in put_in], *rest]
    tokens = [token for token, _ in pairs]
    opening = {token.clause: token.folded for token in reversed(tokens)}
    openers = [opening.get(clause, opener) for clause, opener in enumerate(told.clauses.openers)]
    full = in_full(told, tokens, [quoted for _, quoted in pairs], Clauses(tokens, openers, [*told.clauses.marks]))
    return Expanded(full, number, len(before), len(before) + len(put_in), **told_as)


def in_clause(token: Token, clause: int) -> Token:
    """A copy of a word in another clause."""
    put_in = token.copy()
    put_in.clause = clause
    return put_in


def in_full(told: Told, tokens: Sequence[Token], quoted: list[int | None], clauses: Clauses) -> Told:
    """A sentence of these words, each with its place and the word before it."""
    for at, token in enumerate(tokens):
        token.start = at
        token.before = tokens[at - 1].folded if at and tokens[at - 1].clause == token.clause else ""
    made = Told(told.number, clauses, quoted=quoted, subject=told.subject)
    made.place()
    return made
