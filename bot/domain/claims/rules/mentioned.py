"""What a sentence only speaks of and does not tell as done: "postponed the opening", "closed after a collapse"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import AFTER, ANNOUNCED, BEFORE, CAUSE, LEADS, NEUTRAL, NOT
from bot.domain.claims.rules.grammar import UNDONE, Grammar, is_plain

_TIMING = {AFTER, BEFORE, CAUSE}
_PHRASE_WORDS, _PAIR = 3, 2


class Mentioned:
    """Compares deeds with the nouns for them."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        for token, place in aligned.pairs:
            if self._is_done(token, aligned.told.tokens[place]):
                yield self._spoken_of(claim, aligned, token, place)
                yield self._of_another(aligned, token, place)
                yield self._only_named(aligned, token, place)

    def _is_done(self, token: Token, other: Token) -> bool:
        """Whether the claim tells as done what may be a noun in the sentence."""
        if not is_plain(token) or token.folded == other.folded:
            return False
        return self._grammar.is_named(other) and not self._grammar.is_named(token)

    def _spoken_of(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> str:
        """What the sentence tells as done, before what the claim does, where the claim leaves it out."""
        told = aligned.told
        timing = self._timing(told.tokens, place)
        if self._is_same_deed(aligned, token, place, timing) and not self._is_opposed(told.tokens, place):
            return ""
        deeds = self._deeds_beside(claim, told, place, timing)
        told_so = bool(deeds) and (
            self._is_told(claim, token, told.tokens[deeds[-1]]) or self._supports(told.tokens, deeds[-1], place)
        )
        contested = timing is None and min(aligned.matched) >= place and self._is_contested(told, place)
        if deeds and deeds[-1] not in aligned.matched and not told_so and not contested:
            return f"leaves out what is done: {told.tokens[deeds[-1]].text}"
        return ""

    def _deeds_beside(self, claim: Clauses, told: Told, place: int, timing: int | None) -> list[int]:
        """Where a sentence tells what is done; beside a claim's own time no role: "după arestarea brutarului"."""
        deeds = self._deeds(told, place, timing)
        if not [1 for one in claim.tokens if one.signs & _TIMING]:
            return deeds
        return [at for at in deeds if not self._grammar.is_role(told.tokens[at])]

    def _is_same_deed(self, aligned: Aligned, token: Token, place: int, timing: int | None) -> bool:
        """Whether a noun's own deed is told, and with whose it is where it is a time: "after the discovery of X"."""
        told, nouns = aligned.told, self._grammar.words.deed_nouns
        other = told.tokens[place]
        noun = bool(nouns) and other.plain.endswith(nouns) and not token.plain.endswith(nouns)
        if token.stem != other.stem or noun:
            return False
        # "After the discovery of cracks": cracks were discovered.
        return timing is None or (
            BEFORE not in told.tokens[timing].signs and self._bearer(told, place) in aligned.matched
        )

    def _is_contested(self, told: Told, place: int) -> bool:
        """Whether something is raised against what a noun tells as done: "appealed against the acquittal"."""
        words, clause = self._grammar.words, told.tokens[place].clause
        if told.tokens[place].folded not in words.special["accomplished"]:
            return False
        return any(one.folded in words.special["appealing"] for one in told.tokens if one.clause == clause)

    def _is_opposed(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether somebody is against a noun's deed, which then need not be done: "se oponen al derribo"."""
        ahead = [token for token in tokens[:place] if token.clause == tokens[place].clause and token.content]
        return bool(ahead) and ahead[-1].stem in self._grammar.words.opposing

    def _deeds(self, told: Told, place: int, timing: int | None) -> list[int]:
        """Where a sentence tells what is done, of which a noun at a place is only spoken of."""
        tokens, clause = told.tokens, told.tokens[place].clause
        clauses = {clause}
        if timing is not None and not tokens[timing].before and clause:
            clauses.add(clause - 1)  # "Was repaired | after a fire".
        deeds = [at for at in range(place) if tokens[at].clause in clauses and self._is_deed(tokens[at])]
        if deeds or timing is None:
            return deeds
        behind = range(place + 1, len(tokens))  # "Wurde nach einem Brand repariert": the verb stands last.
        return [at for at in behind if tokens[at].clause == clause and self._is_deed(tokens[at])]

    @staticmethod
    def _timing(tokens: Sequence[Token], place: int) -> int | None:
        """Where the word stands that makes a noun a time or a cause, None without one: "after a fire"."""
        near = range(place - 1, max(-1, place - 1 - _PHRASE_WORDS), -1)
        inside = (at for at in near if tokens[at].clause == tokens[place].clause)
        return next((at for at in inside if tokens[at].signs & _TIMING), None)

    def _of_another(self, aligned: Aligned, token: Token, place: int) -> str:
        """Whose deed the noun is, where the claim gives it to another: "after the collapse of a pillar"."""
        told = aligned.told
        subject = next((where for other, where in aligned.pairs if other.clause == token.clause), place)
        if self._timing(told.tokens, place) is None or subject >= place:
            return ""
        bearer = self._bearer(told, place)
        mine = next((other for other, where in aligned.pairs if where == bearer), None)
        if bearer is None or (mine is not None and mine.clause == token.clause):
            return ""
        return f"gives to another what is done: {told.tokens[bearer].text}"

    def _only_named(self, aligned: Aligned, token: Token, place: int) -> str:
        """Whether a claim tells as done what the sentence only ties to another noun: "the founder's grandson"."""
        tokens, words = aligned.told.tokens, self._grammar.words
        other, owner = tokens[place], tokens[place - 2] if place > 1 else None
        past = token.mood == "past" or token.before in words.perfects
        if owner is None or not past or other.before not in words.fused or other.stem != token.stem:
            return ""
        named = owner.content and owner.clause == other.clause and place - 2 not in aligned.matched
        return f"tells as done what is only named: {other.text}" if named and not owner.signs else ""

    def _bearer(self, told: Told, place: int) -> int | None:
        """The noun that is tied to one for a deed as whose it is, None without one."""
        tokens = told.tokens
        behind = range(place + 1, min(place + 1 + _PHRASE_WORDS, len(tokens)))
        tie = next((at for at in behind if tokens[at].folded in self._grammar.of_words), None)
        if tie is None or tokens[tie].clause != tokens[place].clause:
            return None
        found = (at for at in range(tie + 1, len(tokens)) if tokens[at].clause == tokens[tie].clause)
        first = next((at for at in found if tokens[at].content and tokens[at].value is None), None)
        if first is None or tokens[first].dated:
            return None
        named = tokens[first].entities and not self._grammar.is_person(tokens[first])
        return None if named else first

    def _supports(self, tokens: Sequence[Token], deed: int, place: int) -> bool:
        """Whether a verb only says with the noun right behind it what that means alone: "made a loss", "lost"."""
        between = tokens[deed + 1 : place]
        bare = tokens[deed].folded in self._grammar.words.supporting and not any(one.content for one in between)
        return bare and not any(one.folded in self._grammar.words.ties for one in between)

    @staticmethod
    def _is_told(claim: Clauses, token: Token, deed: Token) -> bool:
        """Whether a word of the claim says what is done, or its denial that it is not: "opened an inquiry"."""
        denied = any(NOT in other.signs for other in claim.tokens if other.clause == token.clause)
        return bool(deed.keys & token.keys) or (denied and bool(deed.signs & UNDONE))

    def _is_deed(self, token: Token) -> bool:
        plain = token.content and is_plain(token) and token.text[0].islower() and LEADS not in token.signs
        return plain and bool(token.before) and not self._grammar.is_named(token)


def weigh_telling(claim: Clauses) -> None:
    """Count what a claim tells as said where it says nothing else but who: "the board published its report"."""
    content = content_of(claim.tokens)
    named = content and content[0].entities and content[-1].entities and all(token.entities for token in content)
    pair = len(claim.openers) == 1 and not claim.headline and _are_two(content)
    if named or len(content) < _PAIR or (pair and not any(NOT in token.signs for token in claim.tokens)):
        for token in claim.tokens:
            token.content = token.content or bool(token.signs & {ANNOUNCED, NEUTRAL})


def _are_two(content: Sequence[Token]) -> bool:
    """Whether two nouns are all that is said, the second of which may be a name: "the council", "Ann Lee"."""
    heads = [*(one for one, after in pairwise(content) if not one.entities & after.entities), *content[-1:]]
    return len(heads) == _PAIR and is_plain(heads[0]) and (is_plain(heads[1]) or bool(heads[1].entities))
