"""What a claim gives to somebody whom the sentence only has near it: a possession, a deed done by nobody told.

"Its 410 members train in Brill": Brill has none. "Vale sued after its offer was returned": Vale returned none.
"""

from collections.abc import Container, Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, NEUTRAL, PASSIVE
from bot.domain.claims.rules.doers.openings import is_inverted
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells

_HELPING_WORDS = 4
_COUNTED_WORDS = 3
_TIME_WORDS = 2
# Where a noun with its article stands right behind a deed.
_BEHIND = 2

Pairs = Sequence[tuple[Token, int]]


class Lent:
    """Compares who has or does a thing with whom the sentence has for it."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        done, having = tells(aligned.told.tokens, PASSIVE), self._grammar.words.having
        if not (done or having) or claim.converse is not None or tells(claim.tokens, PASSIVE) or not aligned.pairs:
            return
        for clause in {token.clause for token, _ in aligned.pairs}:
            pairs = aligned.pairs_of(clause)
            if not self._grammar.is_tied(claim.tokens, claim.tokens.index(pairs[0][0])):
                yield self._had(claim, aligned, pairs) if having else ""
                yield self._returned(claim, aligned, pairs) if done else ""
        yield self._told(claim, aligned) if done else ""

    def _had(self, claim: Clauses, aligned: Aligned, pairs: Pairs) -> str:
        """What a place has in the claim, where the sentence tells whose it is and only names the place."""
        tokens, (owner, here) = aligned.told.tokens, pairs[0]
        if not self._has(claim, owner) or not self._grammar.is_tied(tokens, here):
            return ""
        things = [place for token, place in pairs[1:] if is_plain(token) and place < here]
        owned = any(self._is_owned(tokens, place) for place in things if tokens[place].clause == tokens[here].clause)
        return f"gives to another what is had: {owner.text}" if owned else ""

    def _has(self, claim: Clauses, owner: Token) -> bool:
        """Whether a name is who has something in a claim: "Bad Lehring has"."""
        behind = [one for one in claim.tokens if one.clause == owner.clause and one.start > owner.start]
        verb = next((one for one in behind if not one.text[0].isupper()), owner)
        return owner.text[0].isupper() and verb.folded in self._grammar.words.having

    def _is_owned(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a word before a thing says whose it is."""
        ahead = [one for one in tokens[max(0, place - _COUNTED_WORDS) : place] if one.clause == tokens[place].clause]
        return any(map(self._grammar.is_possessive, ahead))

    def _returned(self, claim: Clauses, aligned: Aligned, pairs: Pairs) -> str:
        """Who does in the claim what the sentence has done to a thing in the passive, by nobody told."""
        tokens, (doer, here) = aligned.told.tokens, pairs[0]
        if self._may_speak(tokens, doer, tokens[here].clause):
            return ""
        for deed, place in pairs[1:]:
            clause = tokens[place].clause
            if not is_plain(deed) or clause == tokens[here].clause or not self._is_done(tokens, place):
                continue
            done = [one for one, at in pairs if at < place and tokens[at].clause == clause and one.start > deed.start]
            if done and not self._grammar.is_tied(claim.tokens, claim.tokens.index(done[0])):
                return f"gives to another what is done: {doer.text}"
        return ""

    def _may_speak(self, tokens: Sequence[Token], doer: Token, clause: int) -> bool:
        """Whether a word may be who says it: "valued at two million, according to Vale", or names nobody."""
        speaks = any(token.signs & SPEECH for token in tokens if token.clause == clause)
        return speaks or not (doer.text[0].isupper() or self._grammar.is_named(doer))

    @staticmethod
    def _is_done(tokens: Sequence[Token], place: int) -> bool:
        """Whether a word stands behind what makes a passive of it, and its clause tells nobody who does it."""
        inside = places_in(tokens, tokens[place].clause)
        ahead = [tokens[at] for at in inside if at < place]
        return tells(ahead[-_HELPING_WORDS:], PASSIVE) and not tells([tokens[at] for at in inside], AGENT)

    def _told(self, claim: Clauses, aligned: Aligned) -> str:
        """Who tells in the claim what they are told in the sentence: "he was told that it was safe"."""
        own = {token.stem for token, _ in aligned.pairs}
        said = {token.stem for token in claim.tokens if NEUTRAL in token.signs} - own
        tokens = aligned.told.tokens
        if not said or tells(tokens, AGENT):
            return ""
        for before, helping, deed in zip(tokens, tokens[1:], tokens[2:], strict=False):
            passive = deed.stem in said and NEUTRAL in deed.signs and PASSIVE in helping.signs
            if passive and (before.entities or self._grammar.is_pronoun(before)):
                return f"turns round who does what: {deed.text}"
        return ""


def has_pronoun_ahead(aligned: Aligned, here: int, there: int, grammar: Grammar) -> bool:
    """Whether a sentence opens with a pronoun that does it, and a clause that hangs on it names the claim's doer.

    "It has a list that two doctors sign": not the doctors, it has the list.
    """
    told, first = aligned.told, aligned.told.tokens[0]
    if told.clauses.openers[told.tokens[here].clause] not in grammar.relatives | grammar.complements:
        return False
    if told.subject in told.tokens[here].entities:
        return False
    if not there:
        return grammar.words.omits_subjects and told.subject is not None  # "Pide que el Estado pague".
    pronoun = first.folded in grammar.words.anaphors or (grammar.is_pronoun(first) and not grammar.is_possessive(first))
    return pronoun and 0 not in aligned.matched and not first.signs and not told.tokens[1].entities


def is_held(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a preposition stands before a word: "der" that opens a clause is an article and nothing else."""
    at = tokens.index(token)
    opens = grammar.nouns and at > 0 and tokens[at].before in grammar.definite and not tokens[at - 1].before
    return not opens and grammar.is_tied(tokens, at)


def without_time(pairs: list[tuple[Token, int]], durations: Container[str]) -> list[tuple[Token, int]]:
    """A clause's words without the time that opens it: "last year"."""
    for at, (token, _) in enumerate(pairs[:_TIME_WORDS]):
        if token.folded in durations:
            return pairs[at + 1 :]
    return pairs


def tied_otherwise(claim: Clauses, aligned: Aligned, deed: int, grammar: Grammar) -> bool:
    """Whether a noun beside a deed is tied otherwise than in the claim: "buys from a firm", "sells to a firm"."""
    told = aligned.told.tokens
    for token, place in aligned.pairs:
        if is_plain(token) and told[place].clause == told[deed].clause:
            mine = grammar.tie_before(claim.tokens, claim.tokens.index(token))
            theirs = grammar.tie_before(told, place)
            if mine and theirs and mine != theirs:
                return True
    return False


def stands_beside(token: Token, aligned: Aligned, place: int, deed: int, grammar: Grammar) -> bool:
    """Whether a claim's word is a name, or stands in the sentence in the clause of a deed, not as who does that."""
    tokens = aligned.told.tokens
    if grammar.brackets and is_inverted(tokens, place, deed, grammar):
        return False  # "Am Montag kaufte die Stadt ein Haus": it sold none.
    led = grammar.postposed and grammar.definite and not (grammar.words.definite_endings or grammar.words.free_order)
    if (
        led
        and 0 < place - deed <= _BEHIND
        and not grammar.is_tied(tokens, place)
        and _has_thing(tokens, place, grammar)
    ):
        return False  # "Compró la ciudad una casa".
    return bool(token.entities) or aligned.told.tokens[place].clause == aligned.told.tokens[deed].clause


def _has_thing(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether another noun with its article stands behind a word of its clause, and nothing ties it."""
    articles = grammar.definite | grammar.words.indefinite
    behind = [at for at in places_in(tokens, tokens[place].clause) if at > place and tokens[at].before in articles]
    return any(tokens[at].content and not grammar.is_tied(tokens, at) for at in behind)
