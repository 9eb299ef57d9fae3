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
from bot.domain.claims.rules.voiced.ahead import pairs_in_time

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
        for token, place in pairs_in_time(claim, aligned, self._grammar):
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
            noun = token.mood and self._grammar.is_named(token) and self._grammar.is_named(other)  # "La lechería".
            if not noun and self._has_another_mood(claim, aligned, (token, place), reported=reported):
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
        verbs = (verb, other) if other.mood == "future" else (other, verb)  # "Promised to open", "that it will open".
        infinitive = verbs[1].mood == "future" and verbs[0].plain.endswith(self._grammar.words.infinitives or "\0")
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
        before = before or [one for one in tokens[:place] if one.folded in self._grammar.perfects]  # "Hat zu gehen".
        decided = claim.headline and any(one.stem in words.deciding for one in before)  # "Town buys ferry".
        return bool(before) and not decided and not any(one.folded in words.achieving for one in before)

    def _is_asked(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim tells as done what a sentence only has somebody ask for: "called on Ann Holm to resign"."""
        words, tokens = self._grammar.words, aligned.told.tokens
        other = tokens[place]
        if other.before in words.clause_infinitives:
            return self._is_only_asked(claim, aligned, token, place)
        if token.mood != "past" or other.before not in words.infinitive_marks or claim.headline or place < _ASKED:
            return False
        asked = tokens[place - _ASKED].entities
        if not any(one.entities & asked and one.start < token.start for one, _ in aligned.pairs):
            return False
        inside = [one for one in tokens[: place - _ASKED] if one.clause == other.clause]
        opens = not inside or bool(inside[0].entities & asked)
        return not opens and not any(one.folded in words.achieving for one in inside)

    def _is_headlined(self, claim: Clauses, token: Token) -> bool:
        """Whether a headline tells a deed in the present, in a language in which a past is told by a helping verb."""
        present = claim.headline and bool(self._grammar.words.perfects) and not self._grammar.is_participle(token)
        return present and not self._is_told_as_past(claim, token)

    def _is_done(self, claim: Clauses, aligned: Aligned, token: Token, other: Token) -> bool:
        """Whether a claim tells as done what the sentence does not."""
        ahead = [1 for one in claim.tokens if one.mood == "future" and one.clause == token.clause]
        if ahead or (other.mood == "future" and self._is_headlined(claim, token)):
            return False  # "Sera éteint", "éteindra".
        if self._is_due(claim, aligned, token, other):
            return True
        if self._grammar.words.presents:
            done = token.mood == "past" or token.before in self._grammar.words.perfects
            return (done and other.mood == "future") or self._is_past(claim, token, other)
        return is_told_as_over(token, other) and not is_done(other, self._grammar)

    def _is_ahead(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a sentence's helping verb tells of what is to come and no verb of the claim: "seront", "ont été"."""
        tokens, at = aligned.told.tokens, claim.tokens.index(token)
        theirs = [other for other in tokens[max(0, place - _HELPING_WORDS) : place] if not other.content]
        if not [1 for one in theirs if one.mood in _BACKSHIFT] or [1 for one in claim.tokens if one.mood in _BACKSHIFT]:
            return False
        mine = [other for other in claim.tokens[max(0, at - _HELPING_WORDS) : at] if PASSIVE in other.signs]
        done = bool(mine) or token.mood == "past"
        return (done and any(other.mood == "future" for other in theirs)) or self._is_active(aligned, token, place)

    def _is_active(self, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim has a deed in the present that a sentence tells in the passive as to come: "sera vu"."""
        other, helping = aligned.told.tokens[place], aligned.told.tokens[place - 1]
        if PASSIVE not in helping.signs or helping.mood not in _BACKSHIFT or not self._grammar.is_participle(other):
            return False
        noun = self._grammar.is_named(token) or not is_plain(token)
        return not noun and not token.plain.endswith(self._grammar.words.infinitives or ("\0",))

    def _is_unreal(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim tells as done what would have been: "ha aperto", "avrebbe aperto"."""
        perfects, tokens, at = self._grammar.perfects, aligned.told.tokens, claim.tokens.index(token)
        for one in tokens[max(0, place - _HELPING_WORDS) : place]:
            if one.mood == "conditional" and one.folded in perfects and one.clause == tokens[place].clause:
                break
        else:
            return False
        mine = claim.tokens[max(0, at - _HELPING_WORDS) : at]
        done = any(one.folded in perfects or PASSIVE in one.signs for one in mine)
        return done and not any(_is_unsure(one) for one in claim.tokens if one is not token)

    def _is_deed_to_come(self, claim: Clauses, aligned: Aligned, token: Token, verb: int) -> bool:
        """Whether a claim tells as done what is the noun of a deed to come: "have sued", "would bring a suit"."""
        tokens = aligned.told.tokens
        if not tokens[verb].content or verb in aligned.matched or self._grammar.is_named(token):
            return False
        done = token.mood == "past" or token.before in self._grammar.words.perfects
        return done and not any(one.mood in _BACKSHIFT or one.signs & _TO_COME for one in claim.tokens)

    def _is_due(self, claim: Clauses, aligned: Aligned, token: Token, other: Token) -> bool:
        """Whether a claim tells as done what a sentence tells in the present of a day: "begins on 6 October"."""
        words, tokens = self._grammar.words, aligned.told.tokens
        if told_as_past(claim, aligned, token, other, self._grammar):
            return True
        if token.before not in words.perfects or other.entities or other.text.lower().endswith(words.participles):
            return False
        inside = [one for one in tokens if one.clause == other.clause]
        dated = any(one.dated for one in inside) and not any(map(self._grammar.is_over, inside))
        return dated and not self._grammar.is_named(other) and other.text[0].islower()

    def _of_deed(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> str:
        """Whether a claim makes a deed of what the sentence only means or counts."""
        if not claim.headline and is_refused(claim, aligned, token, place, self._grammar):
            return ""
        if self._is_only_allowed(claim, aligned, token, place) or self._is_only_meant(claim, aligned, token, place):
            return f"says that it has happened: {token.text}"
        verb = place - 1 - (place > 1 and not aligned.told.tokens[place - 1].content)
        ahead = place > 0 and aligned.told.tokens[verb].mood in _BACKSHIFT
        ahead = ahead and not self._grammar.is_named(aligned.told.tokens[verb])  # "A avaria e interrogou".
        noun = ahead and self._is_deed_to_come(claim, aligned, token, verb)
        if noun or self._is_unreal(claim, aligned, token, place):
            return f"says that it has happened: {token.text}"
        counted = self._makes_deed(claim, aligned, token, place)
        return f"makes a deed of what is only counted: {token.text}" if counted else ""

    def _is_said_to_come(self, claim: Clauses, token: Token, *, reported: bool) -> bool:
        """Whether a claim says by other words than a verb's ending that it is to come."""
        return self._is_foretold(claim, token, reported=reported) or self._grammar.has_time_for(
            claim.tokens, claim.tokens.index(token)
        )

    def _is_only_allowed(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim tells as done what somebody only has a time to do."""
        tokens = aligned.told.tokens
        if not self._grammar.has_time_for(tokens, place):
            return False
        inside = [one for one in claim.tokens if one.clause == token.clause]
        perfect = bool([1 for one in inside if one.folded in self._grammar.perfects])
        given = self._grammar.has_time_for(claim.tokens, claim.tokens.index(token))
        return not given and (perfect or self._is_told_as_past(claim, token))

    def _is_only_meant(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim tells as done what is an infinitive behind another word: "two months to appeal"."""
        words, other = self._grammar.words, aligned.told.tokens[place]
        marked = other.before in words.infinitive_marks or other.plain.endswith(words.infinitives)
        if not words.perfects or not marked or token.folded == other.folded:
            return False
        if other.entities or other.before in self._grammar.definite or token.plain.endswith(words.infinitives):
            return False  # "Depuis l'ouverture": a noun.
        if self._grammar.is_named(token) or not self._is_told_as_past(claim, token):
            return False
        if any(one.signs & _TO_COME for one in claim.tokens) or is_why(aligned.told.tokens, place, words):
            return False
        return self._hangs_on_noun(aligned.told.tokens, place) or completes(claim, aligned, place, self._grammar)

    def _long_over(self, claim: Clauses, aligned: Aligned) -> str:
        """A verb of a headline that tells in the present what was before another deed."""
        past = of_year(claim, aligned, self._grammar)
        if past is not None:
            return f"says when otherwise: {past.text}"
        pluperfects = self._grammar.words.pluperfects
        if not [token for token in aligned.told.tokens if token.folded in pluperfects]:
            return ""
        over = (token for token, place in aligned.pairs if self._is_long_over(claim, aligned, token, place))
        found = next(over, None)
        return "" if found is None else f"says when or how surely otherwise: {found.text}"

    def _is_long_over(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a headline tells in the present what was before another deed: "promises", "had promised"."""
        tokens = aligned.told.tokens
        inside = [at for at in range(place) if tokens[at].clause == tokens[place].clause]
        helping = next((at for at in inside if tokens[at].folded in self._grammar.words.pluperfects), None)
        if (
            helping is None
            or tokens[place].entities
            or self._grammar.is_named(token)
            or token.folded == tokens[place].folded
        ):
            return False
        ends = place + 1 == len(tokens) or tokens[place + 1].clause != tokens[place].clause
        near = ends if self._grammar.brackets else place - helping <= _HELPING_WORDS
        return near and not self._is_in_past(claim, token) and token.folded != tokens[place].folded

    def _is_in_past(self, claim: Clauses, token: Token) -> bool:
        """Whether a headline's word is told as over; "verspricht" ends as participles do, which stand last."""
        last = not [1 for one in claim.tokens if one.clause == token.clause and one.start > token.start]
        participle = self._grammar.is_participle(token) and (last or not self._grammar.brackets)
        return participle or self._is_told_as_past(claim, token)

    def _is_told_as_past(self, claim: Clauses, token: Token) -> bool:
        """Whether a claim's word is in the past, by itself or by a helping verb before it."""
        at = claim.tokens.index(token)
        before = [one for one in claim.tokens[max(0, at - _HELPING_WORDS) : at] if one.clause == token.clause]
        return any(map(self._grammar.is_over, [*before, token]))

    def _hangs_on_noun(self, tokens: list[Token], place: int) -> bool:
        """Whether a small word ties an infinitive to the noun before it."""
        near = range(max(0, place - _HELPING_WORDS), place)
        tie = next((at for at in reversed(near) if tokens[at].folded in self._grammar.words.ties), 0)
        noun = tie > 0 and not self._grammar.is_small(tokens[tie - 1])  # "La decisione di" carries nothing of its own.
        if noun and tokens[tie - 1].entities:  # "Condemned Brix to pay", and not "it was Brix that paid".
            ahead = [one for one in tokens[: tie - 1] if one.clause == tokens[place].clause and one.content]
            return any(is_plain(one) and not self._grammar.is_named(one) for one in ahead)
        return noun and self._grammar.is_thing(tokens, tie - 1)

    def _makes_deed(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim foretells as a deed what people only are called: "230 employés", "seront employés"."""
        tokens = aligned.told.tokens
        before = place - 1 - (tokens[place - 1].folded in self._grammar.words.ties)
        if before < 0 or tokens[before].value is None or tokens[before].dated or token.folded == tokens[before].folded:
            return False
        counted = [other.folded for other in claim.tokens if other.value is not None]
        if token.value is not None or token.before in counted or not self._is_foretold(claim, token):
            return False
        last = [other for other in claim.tokens if other.clause == token.clause and other.content][-1]
        return last is token and tokens[before].clause == tokens[place].clause

    @staticmethod
    def _is_foretold(claim: Clauses, token: Token, *, reported: bool = False) -> bool:
        """Whether a helping verb before a claim's word says that it is to come, in reported speech by a conditional."""
        ahead = _BACKSHIFT if reported else {"future"}
        at = claim.tokens.index(token)
        for other in claim.tokens[max(0, at - _HELPING_WORDS) : at]:
            helping = other.clause == token.clause and not other.content
            if helping and (other.mood in ahead or _FUTURE in other.signs):
                return True
        return False

    def _helped(self, aligned: Aligned, place: int) -> bool:
        """Whether a word of its own, or of its clause, says before a verb that it is to come: "vai abrir", "abrirá"."""
        tokens = aligned.told.tokens
        before = tokens[max(0, place - _HELPING_WORDS) : place]
        helped = any(token.signs & _AGREED or (token.mood == "future" and not token.content) for token in before)
        return helped or is_to_be_done(tokens, place, self._grammar)

    @staticmethod
    def _is_held(claim: Clauses, token: Token) -> bool:
        """Whether a claim tells what somebody fears or suspects, in the clause right behind."""
        return any(one.signs & _FEARED for one in claim.tokens if one.clause == token.clause - 1)

    def _is_past(self, claim: Clauses, token: Token, other: Token) -> bool:
        """Whether a claim tells in the past what a sentence tells in the present: "took effect", "takes effect"."""
        if token.mood != "past" or other.mood != "present" or other.entities or not other.before:
            return False
        at = claim.tokens.index(token)
        helped = any(other.signs & {PASSIVE, IS} for other in claim.tokens[max(0, at - _HELPING_WORDS) : at])
        words = self._grammar.words
        passive = PASSIVE in words.signs.get(other.before, ())
        done = passive and self._grammar.is_participle(other)
        if done or self._is_held(claim, token):
            return False  # "Was signed by", "signed"; "fears that they choose" in a mood that ends as pasts do.
        noun = self._grammar.singular(other.plain).endswith(self._grammar.words.deed_nouns or ("\0",))
        return not helped and not noun and not any(sign.startswith(GOVERNS) for sign in other.signs)


def _is_unsure(token: Token) -> bool:
    """Whether a word tells how sure a thing is, or who says it."""
    return token.mood == "conditional" or bool(token.signs & SPEECH) or (governs(token) and TURNS not in token.signs)
