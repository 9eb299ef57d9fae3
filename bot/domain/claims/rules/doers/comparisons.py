"""What is compared with what, what comes before what, and what depends on what."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import (
    AFTER,
    AGENT,
    BEFORE,
    CAUSE,
    CEILING,
    COND,
    FLOOR,
    LACK,
    LESS,
    MORE,
    PASSIVE,
    THAN,
)
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_year

_COMPARISON_WORDS, _COMPARED_WORDS = 5, 3
# And how many where two places are compared: "más escasas junto a las carreteras transitadas que en los prados".
_TIED_WORDS = 8
# "Più" and what there is more of stand before "di".
_NEAR_MORE = _TWO = 2
_NO_SIGNS: frozenset[str] = frozenset()
_COMPARING = {MORE, LESS}


class Comparisons:
    """Compares what stands on which side of "than", of what comes first, of a cause or a condition."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield self._compared(claim, aligned) or _mixes_two(claim, aligned)
        yield self._timed(claim, aligned)
        yield self._dependent(claim, aligned)

    def _compared(self, claim: Clauses, aligned: Aligned) -> str:
        """What is compared stands on the same side of "than"."""
        here, theirs = self._than(claim.tokens), self._than(aligned.told.tokens)
        if theirs is None:
            return "" if here is None else _of_another(claim, aligned, here)
        if here is None:
            return self._compared_by_other_words(claim, aligned, theirs)
        return self._on_another_side(claim, aligned, here, theirs)

    def _compared_by_other_words(self, claim: Clauses, aligned: Aligned, theirs: int) -> str:
        """What a claim without "than" between two sides takes of the sentence's other side, "" where it takes none."""
        if claim.tokens and THAN in claim.tokens[0].signs:
            # "Rispetto al 2022 le vendite sono cresciute": what stands right behind it is compared with.
            behind = [(token, place) for token, place in aligned.pairs if token.start > claim.tokens[0].start][:1]
            return f"turns a comparison round: {behind[0][0].text}" if behind and behind[0][1] < theirs else ""
        compares = next((token for token in claim.tokens if token.signs & _COMPARING), None)
        taken = self._taken_behind(claim, aligned, theirs) if compares is None else None
        token = taken if compares is None else _turned(aligned, compares, theirs)
        return "" if token is None else f"takes what the article compares with: {token.text}"

    def _on_another_side(self, claim: Clauses, aligned: Aligned, here: int, theirs: int) -> str:
        """What stands on the other side of the word that parts what is compared, "" where nothing does.

        `here` and `theirs` are where that word stands in the claim and in the sentence.
        """
        mine, than = claim.tokens[here], aligned.told.tokens[theirs]
        behind = [(token, place) for token, place in aligned.pairs if token.start > mine.start]
        if _is_ahead(behind, mine, than, theirs):
            return f"turns a comparison round: {behind[0][0].text}"
        for token, place in aligned.pairs:
            clause = aligned.told.tokens[place].clause
            if token.start < mine.start and self._is_joined_behind(token, aligned, than.clause, clause):
                return f"takes what the article compares with: {token.text}"
            if clause != than.clause and (token.clause != mine.clause or _is_said(aligned, clause)):
                continue  # "If it lasts longer than a month, he said": he is compared with nothing.
            if self._is_verb_at_end(aligned, place):
                continue
            if token.start < mine.start and place > theirs and clause <= than.clause + 1:
                return f"turns a comparison round: {token.text}"
        return ""

    def _is_verb_at_end(self, aligned: Aligned, place: int) -> bool:
        """Whether a word is the verb that ends a clause, where verbs do: "die weniger als zwei Hektar besitzen"."""
        tokens = aligned.told.tokens
        ends = place + 1 == len(tokens) or tokens[place + 1].clause != tokens[place].clause
        return self._grammar.brackets and ends and is_plain(tokens[place]) and tokens[place].text[0].islower()

    def _is_joined_behind(self, token: Token, aligned: Aligned, than: int, clause: int) -> bool:
        """Whether a day's clause is joined behind a comparison: "more than allowed, but on Friday it was normal"."""
        return token.dated and clause > than and aligned.told.clauses.openers[clause] in self._grammar.words.joins

    def _taken_behind(self, claim: Clauses, aligned: Aligned, than: int) -> Token | None:
        """A word that a claim without a comparison takes from what the sentence compares with."""
        tokens = aligned.told.tokens
        behind = tokens[than + 1 : than + 2]
        clause = behind[0].clause if any(map(self._is_circumstance, behind)) else None
        first = next((at for at in range(than + 1, len(tokens)) if tokens[at].content), None)
        thing = first if self._is_multiple(tokens, than) else None
        for token, place in aligned.pairs:
            bound = token.value is not None and place == than + 1  # "Mehr als 1.500".
            if place > than and (bound or self._tells_when(token) or tokens[place].clause == clause):
                return token
            if place == thing and is_plain(token) and any(at < than for _, at in aligned.pairs):
                return token
        return self._said_behind(claim, aligned, than)

    @staticmethod
    def _said_behind(claim: Clauses, aligned: Aligned, theirs: int) -> Token | None:
        """A word that with the small word behind it is what the sentence compares with: "mehr als im Jahr davor"."""
        told = aligned.told.tokens
        behind = {(one.folded, other.folded) for one, other in pairwise(told[theirs:])}
        for token, place in aligned.pairs:
            after = claim.tokens[claim.tokens.index(token) + 1 :][:1]
            if place > theirs or not after or after[0].content or after[0].clause != token.clause:
                continue
            if (token.folded, after[0].folded) in behind and told[place + 1].folded != after[0].folded:
                return token
        return None

    @staticmethod
    def _tells_when(token: Token) -> bool:
        return token.dated or (token.value is not None and token.text.isdigit())

    def _timed(self, claim: Clauses, aligned: Aligned) -> str:
        """What comes after, before or because of what: it stands on the same side of the word that tells."""
        for sign in (AFTER, BEFORE, CAUSE):
            here = _only(claim.tokens, sign)
            theirs = _only(aligned.told.tokens, sign) if here else 0
            if not theirs:
                continue
            if sign == CAUSE:
                results = self._grammar.words.special["results"]
                if (claim.tokens[here].folded in results) != (aligned.told.tokens[theirs].folded in results):
                    continue  # "The river rose, so it was closed": "it was closed because the river rose".
                turns = _turns_cause(claim, aligned, here, theirs, self._grammar.words.ties)
                return "turns a cause round" if turns else ""
            if _crosses(claim, aligned, here, theirs):
                return "turns an order of time round"
        return ""

    @staticmethod
    def _dependent(claim: Clauses, aligned: Aligned) -> str:
        """What a claim says that something depends on is what the sentence gives as its condition, and no more."""
        if claim.depends is None:
            return ""
        word, told = claim.tokens[claim.depends], aligned.told
        conditions = set(_conditions_of(told.tokens))
        ahead = [told.tokens[place].clause for token, place in aligned.pairs if token.start < word.start]
        said = [(token, place) for token, place in aligned.pairs if token.clause == word.clause]
        behind = [told.tokens[place].clause for token, place in said if token.start > word.start]
        rightly = behind and ahead and set(behind) <= conditions and not set(ahead) & conditions
        return "" if rightly else "turns a condition round"

    def _than(self, tokens: list[Token]) -> int | None:
        """Where the word stands that parts what is compared, behind a comparison."""
        words = self._grammar.words
        ties, multiplied = words.than_ties, [one for one in tokens if one.folded in words.multiplying]
        for at, token in enumerate(tokens):
            if at and tokens[at - 1].signs & {FLOOR, CEILING} and self._opens_phrase(tokens, at):
                return at  # "More than before": no bound of a number.
            if multiplied and token.folded in words.equalling and self._is_multiple(tokens, at):
                return self._last_equalling(tokens, at)
            if THAN not in token.signs and token.folded not in ties:
                continue
            if THAN in token.signs and self._is_behind_more(tokens, at):
                return at
            if self._is_behind_comparative(tokens, at):
                return at
        return None

    def _is_before_time(self, tokens: list[Token], at: int) -> bool:
        """Whether a preposition near "more" or "less" stands before a time: "più passeggeri dell'anno scorso"."""
        near, behind = tokens[max(0, at - _NEAR_MORE) : at], tokens[at + 1 : at + 2]
        if tokens[at].folded not in self._grammar.words.than_ties:
            return False
        if not [1 for one in near if one.signs & _COMPARING and one.clause == tokens[at].clause]:
            return False
        return any(one.dated or is_year(one) or one.folded in self._grammar.words.durations for one in behind)

    def _is_multiple(self, tokens: list[Token], at: int) -> bool:
        """Whether a word tells of how many times as much something is: "twice as long as the train"."""
        near = tokens[max(0, at - _COMPARISON_WORDS) : at]
        inside = [one for one in near if tokens[at].clause - one.clause <= (not tokens[at].before)]  # "El doble | que".
        return bool([1 for one in inside if one.folded in self._grammar.words.multiplying])

    def _last_equalling(self, tokens: list[Token], at: int) -> int:
        """Where the last of two such words stands: "twice as much cheese as ham"."""
        near = range(at + 1, min(at + 1 + _COMPARISON_WORDS, len(tokens)))
        same = [
            one for one in near if tokens[one].folded == tokens[at].folded and tokens[one].clause == tokens[at].clause
        ]
        return same[-1] if same else at

    def _is_behind_more(self, tokens: list[Token], at: int) -> bool:
        """Whether "more" or "less" stands before a word: near it, where it may be another than one that compares."""
        may_complete = tokens[at].folded in self._grammar.complements | self._grammar.relatives
        tied = [one for one in tokens[at + 1 : at + 2] if one.folded in self._grammar.words.ties]
        far = _TIED_WORDS if tied and tied[0].folded not in self._grammar.definite else _COMPARISON_WORDS
        near = tokens[max(0, at - far) : at] if may_complete else tokens[:at]
        inside = [one for one in near if may_complete or one.clause == tokens[at].clause]
        return bool([1 for one in inside if one.signs & _COMPARING])

    def _is_behind_comparative(self, tokens: list[Token], at: int) -> bool:
        """Whether a word parts what is compared, as what stands before it tells by its form or by a word before that.

        What a number bounds is not compared: "longer than 30 days".
        """
        words, behind = self._grammar.words, tokens[at + 1 : at + 2]
        if self._is_before_time(tokens, at):
            return True
        if not at or (behind and behind[0].text[0].isdigit()):
            return False
        last = tokens[at - 1]
        if last.content and last.text[0].islower() and last.folded.endswith(words.comparatives or "\0"):
            return True
        ahead = [other for other in tokens[max(0, at - _COMPARED_WORDS) : at] if other.clause == last.clause]
        told = [words.signs.get(other.folded, _NO_SIGNS) for other in ahead if other.folded not in words.comparing]
        compared = len(told) < len(ahead) or not _COMPARING.isdisjoint(_NO_SIGNS.union(*told))
        return THAN in tokens[at].signs and compared

    def _opens_phrase(self, tokens: list[Token], at: int) -> bool:
        """Whether a word parts what is compared and a phrase of when or where stands behind it."""
        parting = THAN in self._grammar.words.signs.get(tokens[at].folded, ())
        return parting and any(self._is_circumstance(other) for other in tokens[at + 1 : at + 2])

    def _is_circumstance(self, token: Token) -> bool:
        """Whether a word opens a phrase of when or where."""
        return token.folded in self._grammar.words.ties or bool(token.signs & {BEFORE, AFTER})


def _mixes_two(claim: Clauses, aligned: Aligned) -> str:
    """Whether a claim takes the one side of one comparison and the other of another, "" where the sentence has one.

    "Selby is smaller than Norwick" of "Norwick is larger than Selby but smaller than Marlow".
    """
    tokens = aligned.told.tokens
    mine = _parting(claim.tokens)
    parting = _parting(tokens) if len(mine) == 1 else []
    if len(parting) < _TWO:
        return ""
    here = claim.tokens[mine[0]].start
    ahead = [place for token, place in aligned.pairs if token.start < here and not token.entities]
    behind = [(token, place) for token, place in aligned.pairs if token.start > here][:1]
    than = next((at for at in parting if ahead and at > ahead[-1]), None)
    return "" if than is None or not behind else _besides(tokens, than, behind[0])


def _besides(tokens: Sequence[Token], than: int, standard: tuple[Token, int]) -> str:
    """Whether what a claim compares with does not stand behind a "than", before the next comparison."""
    more = next((at for at in range(than, len(tokens)) if tokens[at].signs & _COMPARING), len(tokens))
    return "" if than < standard[1] < more else f"turns a comparison round: {standard[0].text}"


def _parting(tokens: Sequence[Token]) -> list[int]:
    """Where words for "than" stand near behind what is more or less."""
    more, found = -1 - _COMPARISON_WORDS, list[int]()
    for at, token in enumerate(tokens):
        if token.signs & _COMPARING:
            more = at
        elif THAN in token.signs and at - more <= _COMPARISON_WORDS:
            found.append(at)
    return found


def _of_another(claim: Clauses, aligned: Aligned, here: int) -> str:
    """What speaks against a claim that compares another with whom a sentence without "than" calls more or less.

    "They would move to Selby, where rents are lower": "rents are lower in Torp than in Selby".
    `here` is where the claim has its "than".
    """
    start, taken = claim.tokens[here].start, [token for token, _ in aligned.pairs if token.entities]
    if not taken or any(token.start < start for token in taken):
        return ""
    other = next((token for token in claim.tokens[:here] if token.entities), None)
    return "" if other is None else f"turns a comparison round: {other.text}"


def _turned(aligned: Aligned, compares: Token, than: int) -> Token | None:
    """A word before a claim's comparison that the sentence has behind its own, of the same side; None for none."""
    tokens = aligned.told.tokens
    same = any(token.signs & compares.signs & _COMPARING for token in tokens[:than])
    inside = [(token, place) for token, place in aligned.pairs if token.start < compares.start and same]
    return next((one for one, at in inside if at > than and tokens[at].clause == tokens[than].clause), None)


def _is_ahead(behind: Sequence[tuple[Token, int]], mine: Token, than: Token, theirs: int) -> bool:
    """Whether all that a claim compares with is what the sentence compares: "B had fewer than A" of "A ... than B"."""
    inside = [place for token, place in behind if token.clause == mine.clause]
    return than.folded == mine.folded and bool(inside) and max(inside) < theirs


def _is_said(aligned: Aligned, clause: int) -> bool:
    """Whether a clause of the sentence tells who says it."""
    return any(token.clause == clause and token.signs & SPEECH for token in aligned.told.tokens)


def _turns_cause(claim: Clauses, aligned: Aligned, here: int, theirs: int, ties: frozenset[str]) -> bool:
    """Whether a cause stands for what it causes, in the active as in the passive: "caused", "was caused by"."""
    if claim.tokens[here].folded == aligned.told.tokens[theirs].folded and AGENT in claim.tokens[here].signs:
        return _crosses(claim, aligned, here, theirs, dated=False)  # "Through a tunnel", in both.
    by, told_by = _agent_of(claim.tokens, here, ties), _agent_of(aligned.told.tokens, theirs, ties)
    here, theirs = by or here, told_by or theirs
    return _crosses(claim, aligned, here, theirs, turned=bool(by) != bool(told_by), dated=False)


def _crosses(
    claim: Clauses, aligned: Aligned, here: int, theirs: int, *, turned: bool = False, dated: bool = True
) -> bool:
    """Whether what stands behind a word of a claim stands before the sentence's, and the other way round.

    Of what is `turned` it is what does not. Who does both may stand before it. Days are left out unless `dated`.
    """
    start = claim.tokens[here].start
    pairs = [(token, place) for token, place in aligned.pairs if dated or not token.dated]
    behind = [place for token, place in pairs if token.start > start]
    ahead = [place for token, place in pairs if token.start < start]
    first, last = (ahead, behind) if turned else (behind, ahead)
    return bool(behind and ahead) and max(first) < theirs < max(last)


def _agent_of(tokens: Sequence[Token], at: int, ties: frozenset[str]) -> int:
    """Where the word stands that ties what a passive verb of causing is caused by, 0 for any other: "caused by".

    Not "rejected by the judge for lack of records": a preposition tells the cause.
    """
    if tokens[at].folded in ties or LACK in tokens[at].signs:
        return 0
    inside = [place for place, token in enumerate(tokens) if token.clause == tokens[at].clause]
    passive = next((place for place in inside if place < at and PASSIVE in tokens[place].signs), at)
    return next((place for place in inside if passive < at and place > passive and AGENT in tokens[place].signs), 0)


def _only(tokens: Sequence[Token], sign: str) -> int:
    """Where the only word with a sign stands; 0 where it opens the sentence, or there is none or more than one."""
    found = [at for at, token in enumerate(tokens) if sign in token.signs]
    if len(found) > 1:
        found = [at for at in found if AGENT not in tokens[at].signs] or found
    return found[0] if len(found) == 1 else 0


def _conditions_of(tokens: Sequence[Token]) -> Iterator[int]:
    """The clauses that words for conditions open, which may stand right before them: "desde | que"."""
    for token, behind in pairwise([*tokens, None]):
        if token is not None and COND in token.signs:
            yield token.clause if behind is None else behind.clause
