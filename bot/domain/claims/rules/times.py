"""When something happens by its verb: what is to come is not told as done, nor what only is so now."""

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, IS, PASSIVE, TURNS
from bot.domain.claims.rules.deeds.decided import completes, is_decided_on, is_refused
from bot.domain.claims.rules.deeds.declined import is_done
from bot.domain.claims.rules.deeds.ended import of_year, told_as_past
from bot.domain.claims.rules.deeds.sequence import is_after, moved
from bot.domain.claims.rules.doers.participles import is_to_be_done
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, is_year
from bot.domain.claims.rules.turned.causes import is_why
from bot.domain.claims.rules.turned.foretold import is_told_as_over

_FUTURE = f"{GOVERNS}future"
_TO_COME = {f"{GOVERNS}{name}" for name in ("future", "possible", "plan", "expect", "promise")}
_AGREED, _REFUSE = {_FUTURE, f"{GOVERNS}agree"}, f"{GOVERNS}refuse"
_PLAN = {f"{GOVERNS}plan"}
_HELPING_WORDS = 3
_SAID = SPEECH | {f"{GOVERNS}{name}" for name in ("warn", "admit")}
_FEARED = {f"{GOVERNS}suspect", f"{GOVERNS}warn"}
_BACKSHIFT = {"future", "conditional"}
# What in a claim has the deed behind it told in the time of the telling: "promised that they would pay".
_FORETELLS = {f"{GOVERNS}{name}" for name in ("promise", "threaten", "expect", "suspect", "plan")}
# How many words stand between a deed and whom somebody asks for it: "Ann Holm to resign".
_ASKED = 2


class Times:
    """Compares verbs' times."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """A verb of another time than in the sentence, by its ending."""
        other_day = moved(aligned)
        return f"says when otherwise: {other_day.text}" if other_day is not None else self._of_verbs(claim, aligned)

    def _of_verbs(self, claim: Clauses, aligned: Aligned) -> str:
        """A verb of another time, whatever day a claim gives."""
        told_as_done, reported = self._telling(claim, aligned)
        for token, place in aligned.pairs:
            if told_as_done and not claim.headline and self._is_ahead(claim, aligned, token, place):
                return f"says that it has happened: {token.text}"
            other = aligned.told.tokens[place]
            if other.mood == "future" and self._is_told_so(claim, token, other):
                continue
            if self._is_asked(claim, aligned, token, place):
                return f"tells as done what is only meant: {token.text}"
            fault = self._of_deed(claim, aligned, token, place)
            if fault:
                return fault
            verb = not (
                token.mood and self._grammar.is_named(token) and self._grammar.is_named(other)
            )  # "La lechería".
            if verb and self._has_another_mood(claim, aligned, (token, place), reported=reported):
                return f"says when or how surely otherwise: {token.text}"
            if self._is_said_done(claim, aligned, (token, place), sure=told_as_done, reported=reported):
                return f"says that it has happened: {token.text}"
        return self._long_over(claim, aligned) if claim.headline else ""

    def _is_told_so(self, claim: Clauses, token: Token, other: Token) -> bool:
        """Whether a claim may tell so what a sentence's verb seems to tell of what is to come."""
        return self._is_first_past(token, other) or self._is_scheduled(claim, token)

    def _is_first_past(self, token: Token, other: Token) -> bool:
        """Whether a speaker's own past ends as what is to come does, of the claim's verb: "retirei", "retirou"."""
        pairs = [one.split(":") for one in self._grammar.words.first_pasts] if token.mood == "past" else []
        return bool([1 for first, third in pairs if other.folded == token.folded.removesuffix(third) + first])

    def _telling(self, claim: Clauses, aligned: Aligned) -> tuple[bool, bool]:
        """Whether a claim tells something as done, and whether both sides tell what somebody says."""
        ahead = [token for token in claim.tokens if token.signs & _TO_COME]
        sure = all(token.signs & _TO_COME == _PLAN and self._grammar.is_named(token) for token in ahead)  # "The plan".
        # "Will close, she said", "said that it would close".
        said = [one for one in claim.tokens if one.signs & _SAID]
        told = aligned.told
        quoted = bool(said and [1 for at in aligned.matched if told.quoted[at] is not None])
        reported = quoted or (bool(said) and bool([1 for one in told.tokens if one.signs & SPEECH]))
        return sure and not reported, reported

    def _is_said_done(
        self, claim: Clauses, aligned: Aligned, pair: tuple[Token, int], *, sure: bool, reported: bool
    ) -> bool:
        """Whether a claim tells or reports as done what is not."""
        token, other = pair[0], aligned.told.tokens[pair[1]]
        if reported:
            return not claim.headline and self._is_backshifted_wrongly(claim, aligned, token, pair[1])
        sure = sure and (claim.headline or not is_refused(claim, aligned, *pair, self._grammar))
        after = is_after(aligned, pair[1], self._grammar)
        if not sure or after or token.folded == other.folded or self._grammar.is_named(token):
            return False  # The very same word, or what is spoken of, has no time.
        relative = other.before in self._grammar.relatives  # "A rule that takes effect": no article.
        return (relative or not self._grammar.is_named(other)) and self._is_done(claim, aligned, token, other)

    def _is_backshifted_wrongly(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim reports as done what somebody says is to come: "we will mend it", "said it was mended"."""
        other = aligned.told.tokens[place]
        to_come = other.mood == "future" or self._helped(aligned, place)
        if not to_come or token.mood in _BACKSHIFT or self._grammar.is_named(token) or self._grammar.is_named(other):
            return self._is_told_in_past(token, other)
        inside = [one for one in claim.tokens if one.clause == token.clause]
        ahead = any(one.mood in _BACKSHIFT or one.signs & _TO_COME for one in inside)
        return not ahead and self._is_told_as_past(claim, token)

    def _is_told_in_past(self, token: Token, other: Token) -> bool:
        """Whether a verb is past and the sentence's not, in a language that reports in the time of what is said."""
        same = self._grammar.words.free_order and wording.alike(token.stem, other.stem)
        return same and token.mood == "past" and not other.mood and not self._grammar.is_named(other)

    def _has_another_mood(self, claim: Clauses, aligned: Aligned, pair: tuple[Token, int], *, reported: bool) -> bool:
        """Whether one verb is to come or conditional and the same verb of the sentence is not.

        A headline may tell in the present what is to come.
        """
        token, place = pair
        other = aligned.told.tokens[place]
        told_later = {token.mood, other.mood} == _BACKSHIFT and reported
        if token.mood == other.mood or told_later or self._is_foretelling(aligned, token, other):
            return False
        if (token.mood, other.mood) == ("future", "past") and not reported and not self._grammar.is_named(other):
            return not self._helped(aligned, place)  # Another verb too: "abrirá", "se inauguró".
        ahead = {token.mood, other.mood} & _BACKSHIFT
        if "future" in ahead and self._may_be_to_come(claim, aligned, pair, reported=reported):
            ahead -= {"future"}
        if other.mood == "future" and self._is_headlined(claim, token):
            return False
        return bool(ahead) and (token.stem == other.stem or wording.alike(token.stem, other.stem))

    def _may_be_to_come(self, claim: Clauses, aligned: Aligned, pair: tuple[Token, int], *, reported: bool) -> bool:
        """Whether a sentence tells a verb as to come, or as decided on, or a claim what somebody says is."""
        told = is_decided_on(aligned.told.tokens, pair[1], self._grammar) or self._helped(aligned, pair[1])
        if not told and not claim.headline:
            ahead = aligned.told.tokens[max(0, pair[1] - _HELPING_WORDS) : pair[1]]
            told = bool([1 for one in ahead if _REFUSE in one.signs])  # "Rules out selling it."
        return told or self._is_said_to_come(claim, pair[0], reported=reported)

    def _is_foretelling(self, aligned: Aligned, verb: Token, other: Token) -> bool:
        """Whether a claim's conditional or infinitive is what somebody promises or expects, as in the sentence."""
        infinitive = other.mood == "future" and verb.plain.endswith(self._grammar.words.infinitives or "\0")
        if not infinitive and {verb.mood, other.mood} != _BACKSHIFT:
            return False
        before = [pair for pair in aligned.pairs if pair[0].start < verb.start and verb.clause - pair[0].clause <= 1]
        return any(one.signs & _FORETELLS & aligned.told.tokens[place].signs for one, place in before)

    def _is_scheduled(self, claim: Clauses, token: Token) -> bool:
        """Whether a claim tells in the present, with its day or year, what is to come: "the contract ends in 2026"."""
        words = self._grammar.words
        if not (words.presents or words.remote_pasts):
            return False
        inside = (one for one in claim.tokens if one.clause == token.clause)
        now = token.mood == "present" or (
            not token.mood and not token.text.lower().endswith(words.remote_pasts or ("",))
        )
        past = self._grammar.is_participle(token) or self._is_told_as_past(claim, token)
        return now and not past and any(one.dated or is_year(one) for one in inside)

    def _is_only_asked(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim tells as done what an infinitive clause ends with: "forderte, das Bad zu öffnen"."""
        words, tokens = self._grammar.words, aligned.told.tokens
        other = tokens[place]
        marked = token.before not in words.clause_infinitives
        if not marked or not other.plain.endswith(words.clause_endings) or any(map(governs, claim.tokens)):
            return False
        before = [one for one in tokens if one.clause == other.clause - 1]
        before = before or [one for one in tokens[:place] if one.folded in self._grammar.perfects]  # "Hat es zu tun".
