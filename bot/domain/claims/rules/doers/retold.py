"""What a sentence tells the other way round and yet says the same: a passive, a cause, a source, a place, an object."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CAUSE, GOVERNS, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells

_CAUSE_WORDS = 4
_SOURCE_WORDS = 4
_TRIPLE = 3
# What somebody reckons: "is estimated at", by whom a source tells.
_RECKONED = {f"{GOVERNS}suspect", f"{GOVERNS}plan"}

Triple = tuple[Token, Token, Token]


class Retold:
    """Tells which of the words that stand the other way round may."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._articles = grammar.definite | grammar.words.indefinite | grammar.words.clitics

    def is_same(self, claim: Clauses, aligned: Aligned, words: Triple, place_of: Mapping[int, int]) -> bool:
        """Whether a claim's words, who does it, the deed, whom it is done to, say what the sentence does."""
        first, middle, last = words
        if self._opens_passive(claim, middle, last) or self._ends_clause(claim, last):
            return True
        if self.is_caused(claim, aligned, first, last) or self._is_reckoned(claim, aligned, words, place_of):
            return True
        if self._is_placed(claim, last) or self._is_said_by(claim, aligned, first, place_of[id(first)]):
            return True
        tokens, here = aligned.told.tokens, place_of[id(first)]
        if self._is_givers(claim, aligned, (first, here), (last, place_of[id(last)])):
            return True
        doer = resumed(tokens, place_of[id(last)], place_of[id(middle)], self._grammar)
        if doer is None:
            return False
        apposed = tokens[here].text[0].isupper() and tokens[here].clause == tokens[doer].clause + 1
        return apposed or here in {doer, doer + 1} or bool(tokens[doer].entities & tokens[here].entities)

    def _is_givers(self, claim: Clauses, aligned: Aligned, doer: tuple[Token, int], giver: tuple[Token, int]) -> bool:
        """Whether somebody takes or declines what another, tied behind it in a claim, gives in the clause before.

        "A firm offered 30,000 euros, but the choir declined": "the choir declined 30,000 euros from a firm".
        """
        (first, here), (last, there), told = doer, giver, aligned.told
        home, away = told.tokens[there].clause, told.tokens[here].clause
        if (
            away != home + 1
            or told.clauses.openers[away] not in self._grammar.words.joins
            or self._is_free(claim, last)
        ):
            return False
        inside = [at for at in places_in(told.tokens, away) if told.tokens[at].content]
        opening = next(at for at in places_in(told.tokens, home) if told.tokens[at].content)
        deed = next((token for token, at in aligned.pairs if at == inside[-1] and is_plain(token)), None)
        if deed is None or here not in {inside[0], inside[-1]} or there - opening not in {0, 1}:  # "A piano factory".
            return False
        return first.start <= deed.start < last.start

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def taken_up(self, claim: Clauses, aligned: Aligned) -> str | None:
        """What speaks against a claim that takes up by a pronoun whom it opens with: "la avería la descubrió Ana".

        None where it does not, or it is not sure who does it in the sentence.
        """
        tokens, told = claim.tokens, aligned.told.tokens
        if self._grammar.words.clitics.isdisjoint([token.folded for token in tokens]) or tells(told, PASSIVE):
            return None
        for (thing, here), (deed, there) in pairwise(aligned.pairs):
            mine = _resumed_from_opening(tokens, tokens.index(deed), self._grammar) if is_plain(deed) else None
            if mine is None or not self._is_behind_noun(tokens, tokens.index(deed)):
                continue
            beyond = next((at for token, at in aligned.pairs if token.start >= tokens[mine].start), there)
            theirs = _resumed_from_opening(told, there, self._grammar)
            if told[there].before in self._articles and (theirs is None or told[there].before == deed.before):
                continue  # "Cuesta más que la piscina": a noun with its article.
            if here >= theirs if theirs is not None else here < there < beyond:
                return f"turns round who does what: {thing.text}"
            return "" if theirs is not None or beyond < there < here else None
        return None

    def _is_behind_noun(self, tokens: Sequence[Token], deed: int) -> bool:
        """Whether a pronoun before a deed stands right behind what it takes up: not "más que la piscina"."""
        clitics = self._grammar.words.clitics
        at = next((at for at in range(deed - 1, 0, -1) if tokens[at].folded in clitics), 0)
        small = at > 0 and tokens[at].text[0].islower()  # "La" of another order of a claim's words is an article.
        return small and tokens[at - 1].content and tokens[at - 1].clause == tokens[deed].clause

    def is_resumed_by_another(self, claim: Clauses, aligned: Aligned, clause: int) -> bool:
        """Whether another does in a claim what is done to a noun that a pronoun takes up: "el resto lo paga Ana"."""
        pairs, tokens = aligned.pairs_of(clause), aligned.told.tokens
        if len(pairs) < _TRIPLE or pairs[0][0].value is not None or pairs[0][0].dated:
            return False
        (doer, here), (deed, there), (_, place) = pairs[:_TRIPLE]
        theirs = resumed(tokens, place, there, self._grammar) if is_plain(deed) else None
        if theirs is None or not self._is_free(claim, doer):
            return False
        apposed = tokens[here].clause == tokens[theirs].clause + 1 and tokens[here].text[0].isupper()
        same = here in {theirs, theirs + 1} or bool(tokens[theirs].entities & tokens[here].entities)
        return not same and not apposed

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim that has a cause or a source undergo what the sentence tells; "" for nothing."""
        told = aligned.told.tokens
        if tells(claim.tokens, PASSIVE):
            return self._of_source(claim, aligned) if tells(told, SOURCE) else ""
        said = {token.folded for token in told}
        if said.isdisjoint(self._grammar.words.reasons) or said.isdisjoint(self._grammar.reflexives):
            return ""
        behind = [pair for (deed, _), pair in pairwise(aligned.pairs[1:]) if is_plain(deed)]
        caused = [token for token, at in behind if self._stops_for(told, at) and self._is_free(claim, token)]
        return f"turns round who does what: {aligned.pairs[0][0].text}, {caused[0].text}" if caused else ""

    def _of_source(self, claim: Clauses, aligned: Aligned) -> str:
        """A source to which a claim in the passive has something done: "X is estimated" for "according to X"."""
        for clause in {token.clause for token in aligned.tokens}:
            inside = [token for token in claim.tokens if token.clause == clause]
            first, here = next(iter(aligned.pairs_of(clause)), (inside[0], -1))
            spoken = here < 0 or not tells(inside, PASSIVE) or any(token.signs & SPEECH for token in inside)
            if not spoken and self._is_free(claim, first) and self._is_source(aligned.told.tokens, here):
                return f"gives to another what is done: {first.text}"
        return ""

    def _is_said_by(self, claim: Clauses, aligned: Aligned, first: Token, here: int) -> bool:
        """Whether a word is the source both of the claim and of the sentence."""
        return self._is_source(claim.tokens, claim.tokens.index(first)) and self._is_source(aligned.told.tokens, here)

    def _is_free(self, claim: Clauses, token: Token) -> bool:
        """Whether no preposition stands before a claim's word."""
        return not self._grammar.is_tied(claim.tokens, claim.tokens.index(token))

    @staticmethod
    def _is_source(tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands right behind one that names a source."""
        for token in reversed(tokens[max(0, at - _SOURCE_WORDS) : at]):
            if token.entities or token.clause != tokens[at].clause:
                return False  # "In his view four of five can be saved": the four are no source.
            if SOURCE in token.signs:
                return True
        return False

    def is_caused(self, claim: Clauses, aligned: Aligned, first: Token, last: Token) -> bool:
        """Whether a cause is told from its other side: "a strike stopped it", "it stopped because of a strike"."""
        place_of, told = {id(token): place for token, place in aligned.pairs}, aligned.told.tokens
        here, there = place_of[id(first)], place_of[id(last)]
        mine = self._because(claim.tokens, claim.tokens.index(last))
        theirs = self._because(told, here) or self._stops_for(told, here)
        subject = not self._grammar.is_tied(told, there)
        opens = not self._grammar.is_tied(claim.tokens, claim.tokens.index(first))
        return (mine and subject and not theirs) or (theirs and opens and not mine)

    @staticmethod
    def _because(tokens: Sequence[Token], at: int) -> bool:
        """Whether a word right before one, in its clause, says that it is the cause."""
        before = tokens[max(0, at - _CAUSE_WORDS) : at]
        return any(CAUSE in token.signs for token in before if token.clause == tokens[at].clause)

    def _stops_for(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is for what something that does so by itself does: "si è fermato per un guasto"."""
        words, inside = self._grammar.words, places_in(tokens, tokens[at].clause)
        if self._grammar.tie_before(tokens, at) not in words.reasons:
            return False
        ahead = [tokens[place] for place in inside if place < at]
        itself = any(token.folded in self._grammar.reflexives for token in ahead)
        return itself and any(token.stem in words.labile for token in ahead)

    def _opens_passive(self, claim: Clauses, deed: Token, last: Token) -> bool:
        """Whether a claim in the passive opens with whom it is done to, and only ties the last word to that.

        "Ann Holm was dismissed as director of the Rowers": the Rowers dismissed Ann Holm.
        """
        if self._grammar.words.participles and not self._grammar.is_participle(deed):
            return False  # "É dona de 40 % da câmara."
        between = [token for token in claim.tokens if token.clause == deed.clause and token.start < deed.start]
        return tells(between, PASSIVE) and self._grammar.is_tied(claim.tokens, claim.tokens.index(last), objects=False)

    def _ends_clause(self, claim: Clauses, deed: Token) -> bool:
        """Whether a word is what is done, behind whom it is done to: "wird im Mai abgerissen", "hat ihn gesehen"."""
        inside = [token for token in claim.tokens if token.clause == deed.clause]
        last = self._grammar.brackets and inside[-1] is deed and is_plain(deed) and deed.text[0].islower()
        return last and (tells(inside, PASSIVE) or any(token.folded in self._grammar.perfects for token in inside))

    def _is_reckoned(self, claim: Clauses, aligned: Aligned, words: Triple, place_of: Mapping[int, int]) -> bool:
        """Whether a source reckons in the claim what is reckoned by it: "is estimated at two million, says X"."""
        first, middle, last = words
        told, here, there = aligned.told.tokens, place_of[id(first)], place_of[id(middle)]
        if not (middle.signs | told[there].signs) & _RECKONED or tells(claim.tokens, PASSIVE):
            return False
        return (
            self._is_source(told, here)
            and self._is_done(told, there)
            and not self._grammar.is_tied(told, place_of[id(last)])
        )

    def _is_done(self, tokens: Sequence[Token], deed: int) -> bool:
        """Whether a deed is told in the passive, or as done by itself."""
        inside = [tokens[at] for at in places_in(tokens, tokens[deed].clause) if at < deed]
        return tells(inside, PASSIVE) or any(token.folded in self._grammar.reflexives for token in inside)

    def _is_placed(self, claim: Clauses, last: Token) -> bool:
        """Whether the last word of a claim tells where, in the name of who does it: "the town of Orl", "in Orl"."""
        tokens = claim.tokens
        within = self._grammar.tie_before(tokens, tokens.index(last)) in self._grammar.words.within
        return within and bool(last.entities) and not self._grammar.is_person(last)


def resumed(tokens: Sequence[Token], place: int, deed: int, grammar: Grammar) -> int | None:
    """Who does what is done to the noun that opens a clause and that a pronoun takes up: "la avería la vio Ana".

    None where no pronoun does so right before a deed.
    """
    before = _pronoun_before(tokens, place, deed, grammar) if grammar.words.resumed else None
    if before is None:
        return None
    inside = places_in(tokens, tokens[place].clause)
    if any(tokens[at].content for at in inside if at < place):
        return None
    if tokens[before].folded not in _pronouns(tokens, place, inside[0], grammar.words.resumed):
        return None
    return _doer_behind(tokens, [at for at in inside if at > deed], grammar)


def _resumed_from_opening(tokens: Sequence[Token], deed: int, grammar: Grammar) -> int | None:
    """Who does what is done to the noun that opens a deed's clause and that a pronoun takes up, None for nobody."""
    opening = next((at for at in places_in(tokens, tokens[deed].clause) if tokens[at].content), deed)
    nouns = [at for at in range(opening, deed) if tokens[at].content]
    found = (resumed([*tokens[:opening], *tokens[at:]], opening, deed - at + opening, grammar) for at in nouns[:1])
    doer = next((at for at in found if at is not None), None)
    return doer if opening < deed else None


def resumes_earlier(aligned: Aligned, clause: int, place: int, deed: int, grammar: Grammar) -> bool:
    """Whether a pronoun before a deed may stand for a noun of the claim that an earlier clause of the sentence has.

    "The bus failed its test; un taller lo reparó": the workshop mended the bus. `clause` is the claim's.
    """
    tokens = aligned.told.tokens
    pronoun = _pronoun_before(tokens, place, deed, grammar)
    for token, at in aligned.pairs_of(clause) if pronoun is not None else ():
        home = tokens[at].clause
        if is_plain(token) and home < tokens[place].clause:
            first = places_in(tokens, home)[0]
            if tokens[pronoun or 0].folded in _pronouns(tokens, at, first, grammar.words.resumed):
                return True
    return False


def _pronoun_before(tokens: Sequence[Token], place: int, deed: int, grammar: Grammar) -> int | None:
    """Where a pronoun stands before a verb whose object it is, behind a noun; None where none does."""
    at, clitics, joins = deed - 1, grammar.words.clitics, grammar.words.joins | grammar.words.joining
    while at > place and not tokens[at].content and tokens[at].folded not in clitics | joins:
        at -= 1
    return at if at > place and tokens[at].folded in clitics else None


def _pronouns(tokens: Sequence[Token], place: int, first: int, taking: Mapping[str, str]) -> set[str]:
    """The pronouns that may take up a noun, by what stands before it or by its own ending."""
    keys = [*(token.folded for token in tokens[first:place])]
    keys += [key for key in taking if key.startswith("-") and tokens[place].folded.endswith(key[1:])]
    return {pronoun for key in keys for pronoun in taking.get(key, "").split("/")} - {""}


def _doer_behind(tokens: Sequence[Token], behind: Sequence[int], grammar: Grammar) -> int | None:
    """The first noun behind a verb that tells neither when nor where, None where a preposition leads it."""
    said = [at for at in behind if tokens[at].content and tokens[at].value is None]
    times = _times(tokens, said, grammar)
    left = (at for at in said if at not in times)
    doer = next((at for at in left if grammar.tie_before(tokens, at) not in grammar.words.within), None)
    return None if doer is None or _is_led(tokens, doer, grammar) else doer


def _times(tokens: Sequence[Token], said: Sequence[int], grammar: Grammar) -> set[int]:
    """Those of some places where words tell when: "el lunes por la tarde", "dal prossimo anno"."""
    days = {at for at in said if tokens[at].dated}
    lasting = {at for at in said if tokens[at].folded in grammar.words.durations}
    behind = {at for one, at in pairwise(said) if one in days and grammar.tie_before(tokens, at)}
    return days | lasting | behind | {one for one, at in pairwise(said) if at in lasting}


def _is_led(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before a word, and none that says something between them."""
    place, leading = at - 1, grammar.words.ties | grammar.words.objects
    while place > 0 and not tokens[place].content and tokens[place].folded not in leading:
        place -= 1
    return tokens[place].folded in leading
