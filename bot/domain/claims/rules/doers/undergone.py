"""What somebody has done in a claim and what was done to them in the sentence, told by a participle.

"Ann Holm, expelled by the club": the claim that she has expelled the club takes the words and turns the deed round.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, CAUSE, PASSIVE
from bot.domain.claims.rules.doers.recipients import is_of_office
from bot.domain.claims.rules.doers.retold import Retold
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

# How many small words stand between a helping verb and its participle.
_HELPING_WORDS = 3
_AGENT_WORDS = 3
_PAIR = 2
_OWNED_WORDS = 2


class Undergone:
    """Compares who has done a thing with whom the sentence says did it."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._retold = Retold(grammar)
        self._having = grammar.perfects | grammar.perfect_infinitives
        self._compares = bool(grammar.words.participles) and not grammar.brackets and not grammar.words.free_order

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against the claim, "" for nothing."""
        if claim.converse is not None or tells(claim.tokens, PASSIVE):
            return ""
        if not self._compares:
            free = self._grammar.words.free_order
            doer = None if free else _exchanged(aligned) or self._tied_in_passive(claim, aligned)
            return "" if doer is None else f"gives to another what is done: {doer.text}"
        for helping, deed, place in self._deeds(claim, aligned):
            doer = self._done_by_another(claim, aligned, helping, deed, place)
            if doer is not None:
                return f"turns round who does what: {doer.text}"
            doer = self._tied_behind(claim, aligned, helping, place)
            if doer is not None:
                return f"gives to another what is done: {doer.text}"
        doer = self._of_object(claim, aligned) or _exchanged(aligned) or self._tied_in_passive(claim, aligned)
        return "" if doer is None else f"gives to another what is done: {doer.text}"

    def _tied_behind(self, claim: Clauses, aligned: Aligned, helping: Token, place: int) -> Token | None:
        """Who has done a thing in a claim, where the sentence has them behind the deed, tied to a word of its own.

        "It has rejected the union's charges": the union has rejected nothing.
        """
        told = aligned.told.tokens
        if self._is_passive(told, place) or tells(told[max(0, place - _HELPING_WORDS) : place], PASSIVE):
            return None
        pairs = [(t, p) for t, p in aligned.pairs_of(helping.clause) if t.start < helping.start]
        doer, where = next(((t, p) for t, p in pairs if self._is_free(claim.tokens, t)), (None, 0))
        if doer is None or where < place or told[where].clause != told[place].clause:
            return None
        ties = self._grammar.words.ties - self._grammar.words.objects
        tied = (at for at in range(max(place + 1, where - _AGENT_WORDS), where) if told[at].folded in ties)
        return doer if any(not is_of_office(told, at, where, self._grammar) for at in tied) else None

    def _tied_in_passive(self, claim: Clauses, aligned: Aligned) -> Token | None:
        """Who does a thing in a claim, and is only tied behind the deed in the sentence's passive.

        "Was stolen from a doctor's car": the doctor has stolen nothing.
        """
        if claim.headline or len(aligned.pairs) < _PAIR:
            return None
        tokens, (doer, here), *others = aligned.told.tokens, *aligned.pairs
        plain = (pair for pair in others if not (self._grammar.nouns and pair[0].text[0].isupper()))
        deed, there = next(plain, others[0])
        if tokens[here].clause != tokens[there].clause or not (is_plain(doer) and is_plain(deed)):
            return None
        if here < there:
            tied = self._grammar.brackets and self._is_owner(tokens, here, there)
        else:
            tied = self._is_tied_behind(tokens, here, there) and self._is_free(claim.tokens, doer)
        return doer if tied else None

    def _is_tied_behind(self, tokens: Sequence[Token], here: int, there: int) -> bool:
        """Whether a word is tied behind what is done in a passive, and does not do it."""
        if not tells(tokens[max(0, there - _HELPING_WORDS) : there], PASSIVE) or self._is_agent(tokens, here, there):
            return False
        between = tokens[there + 1 : here]  # What is the cause may be told as what does it.
        return not tells(between, CAUSE) and any(one.folded in self._grammar.words.ties for one in between)

    def _is_owner(self, tokens: Sequence[Token], here: int, there: int) -> bool:
        """Whether a word is the genitive behind a noun tied in a passive: "aus dem Auto eines Arztes"."""
        inside = [tokens[at] for at in places_in(tokens, tokens[there].clause) if at > here]
        noun = here - _OWNED_WORDS
        owned = noun >= 0 and tokens[here].before in self._grammar.genitives and tokens[noun].text[0].isupper()
        return owned and tells(inside, PASSIVE) and self._grammar.is_tied(tokens, noun)

    def _of_object(self, claim: Clauses, aligned: Aligned) -> Token | None:
        """Who does it in a claim and has it done by another to a pronoun in the sentence: "X answered him"."""
        told, clitics = aligned.told.tokens, self._grammar.words.clitics
        for clause in {token.clause for token, place in aligned.pairs if told[place].folded in clitics}:
            doer, where = aligned.pairs_of(clause)[0]
            if told[where].folded not in clitics or not self._is_free(claim.tokens, doer):
                continue
            ahead = [at for at in places_in(told, told[where].clause) if at < where and told[at].content]
            if ahead and ahead[0] not in aligned.matched and not self._grammar.is_tied(told, ahead[0]):
                return doer
        return None

    def _deeds(self, claim: Clauses, aligned: Aligned) -> Iterator[tuple[Token, Token, int]]:
        """The helping verbs of a claim with their participles, and where the sentence has these."""
        perfects = self._grammar.perfects
        for token, place in aligned.pairs:
            if token.folded in perfects:
                yield token, token, place  # A phrase that is read as one word: "ha respinto".
            if not is_plain(token) or not self._is_participle(token):
                continue
            at = claim.tokens.index(token)
            ahead = claim.tokens[max(0, at - _HELPING_WORDS) : at]
            helping = [one for one in ahead if one.folded in perfects and one.clause == token.clause]
            if helping and not any(one.content for one in claim.tokens[claim.tokens.index(helping[-1]) + 1 : at]):
                yield helping[-1], token, place

    def _done_by_another(
        self, claim: Clauses, aligned: Aligned, helping: Token, deed: Token, place: int
    ) -> Token | None:
        """Who has done a thing to another in a claim, where the sentence tells it in the passive of somebody else."""
        told = aligned.told.tokens
        if not self._is_passive(told, place):
            return None
        pairs = aligned.pairs_of(deed.clause)
        doer, where = next(((t, p) for t, p in pairs if self._is_free(claim.tokens, t)), (None, 0))
        if doer is None or doer.start > helping.start:
            return None
        behind = [t for t, p in pairs if t.start > deed.start and p != where and not t.dated and t.value is None]
        if not behind or not self._is_free(claim.tokens, behind[0]):
            return None
        same = self._is_agent(told, where, place) or self._retold.is_caused(claim, aligned, doer, behind[0])
        return None if same else doer

    def _is_passive(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a word is a participle that no helping verb makes a past in the active of."""
        token = tokens[place]
        if not self._is_participle(token) or self._grammar.is_named(token):
            return False
        ahead = [one for one in tokens[max(0, place - _HELPING_WORDS) : place] if one.clause == token.clause]
        if tells(ahead, PASSIVE):
            return True
        return not any(one.folded in self._having for one in ahead) and not self._is_joined(tokens, token)

    def _is_joined(self, tokens: Sequence[Token], token: Token) -> bool:
        """Whether "but" or "and" opens a clause with a participle, to which a past's helping verb is left out."""
        before = [one for one in tokens if one.clause == token.clause - 1]
        joined = bool(before) and token.before in self._grammar.words.joins
        return joined and not tells(before, PASSIVE) and any(one.folded in self._having for one in before)

    def _is_participle(self, token: Token) -> bool:
        return token.text.lower().endswith(self._grammar.words.participles)

    def _is_free(self, tokens: Sequence[Token], token: Token) -> bool:
        """Whether no preposition stands before a word."""
        return not token.dated and not self._grammar.is_tied(tokens, tokens.index(token), objects=False)

    @staticmethod
    def _is_agent(tokens: Sequence[Token], where: int, place: int) -> bool:
        """Whether a word stands right behind one that tells who does it, in the deed's clause."""
        inside = places_in(tokens, tokens[place].clause)
        led = [tokens[at] for at in inside if where - _AGENT_WORDS <= at < where]
        return tokens[where].clause == tokens[place].clause and tells(led, AGENT)


def _exchanged(aligned: Aligned) -> Token | None:
    """Who does in a claim what the other one of two clauses tells, and the other way round; None for nobody.

    "The report criticised that the firm had delayed it": not the firm, that the report had.
    """
    tokens = aligned.told.tokens
    opening = [aligned.pairs_of(clause)[:_PAIR] for clause in sorted({token.clause for token, _ in aligned.pairs})]
    told = [[tokens[place].clause for _, place in pairs] for pairs in opening]
    for (one, mine), (other, theirs) in combinations(zip(opening, told, strict=True), _PAIR):
        whole = len(mine) == _PAIR == len(theirs) and mine[0] != mine[1]
        if not whole or mine != theirs[::-1]:
            continue
        if all(pair[0][0].value is None and not pair[0][0].dated for pair in (one, other)):
            return one[0][0]
    return None
