"""What a claim takes from a relative clause and from the rest of a sentence that these do not tell of the same."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, is_time, tells
from bot.domain.claims.unfolding.clause_parts import Relative
from bot.domain.claims.unfolding.tied.owners import ToldOwners

# How many words stand from "by" to whom it leads.
_AGENT_WORDS = 3


class CrossedClauses:
    """One article's sentences, a claim beside their relative clauses."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._grammar = grammar
        self._owners = story.once(ToldOwners)
        self._relating = agreement_of(story.reading.language.code).relating

    def fault(self, claim: Clauses, aligned: Aligned, relatives: Sequence[Relative]) -> str:
        """What a claim joins that a relative clause tells of another than the rest does, "" where nothing is."""
        for relative in relatives:
            for clause in {token.clause for token in aligned.tokens}:
                pairs = aligned.pairs_of(clause)
                crossed = relative.deeds and self._crossed(claim, pairs, aligned, relative)
                crossed = crossed or self._told_of_other(claim, clause, aligned, relative)
                if crossed:
                    return f"joins {crossed.text} with what another belongs to: {crossed.text}"
        return ""

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _told_of_other(self, claim: Clauses, clause: int, aligned: Aligned, relative: Relative) -> Token | None:
        """A noun of which a claim's own relative clause tells what a sentence's tells of another."""
        if not clause or claim.openers[clause] not in self._relating or relative.deeds.isdisjoint(aligned.matched):
            return None
        if not any(at in relative.deeds for _, at in aligned.pairs_of(clause)):
            return None
        before = aligned.pairs_of(clause - 1)
        other = before != [] and all(at not in relative.antecedent | relative.inside for _, at in before)
        last = [token for token in claim.tokens if token.clause == clause - 1 and token.content][-1:]
        if not other or last != [before[-1][0]]:
            return None
        verbal = governs(last[0]) or bool(last[0].signs & SPEECH) or last[0].mood in FINITE
        return None if verbal or self._grammar.is_participle(last[0]) else last[0]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _crossed(
        self, claim: Clauses, pairs: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """What one clause of a claim takes wrongly from a relative clause or from what stands around it."""
        inside = [one for one in pairs if one[1] in relative.inside and not self._is_outside(one[0], aligned, relative)]
        told_of = inside != [] and self.is_told_of(aligned, relative)
        own = relative.inside | relative.antecedent if told_of else relative.inside
        around = [one for one in pairs if one[1] not in own]
        if not inside or not around:
            return self._owners.other(claim, inside, relative) if inside and not told_of else None
        if relative.whose and all(at in relative.nouns for _, at in inside) and _tell_more(around):
            return inside[0][0]  # "Ann Lee, whose brother coaches it, won": he did not.
        deeds = [(token, at) for token, at in inside if at in relative.deeds]
        if not deeds:
            return self._without_deed(claim, (inside, around), aligned, relative)
        done = next((token for token, at in deeds if at in relative.nouns or not self._grammar.is_named(token)), None)
        if done is None or not told_of:
            return done  # None for "the head of the club": "who heads the club".
        if relative.rest:
            return None if relative.rest & aligned.matched else around[0][0]
        return self._done_by(claim, done, around, aligned, relative)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _without_deed(
        self,
        claim: Clauses,
        taken: tuple[Sequence[tuple[Token, int]], Sequence[tuple[Token, int]]],
        aligned: Aligned,
        relative: Relative,
    ) -> Token | None:
        """The same where a claim takes no verb of the relative clause; `taken` is what is from inside and around it."""
        inside, around = taken
        told = [token for token, at in aligned.pairs if at in relative.deeds]
        later = told != [] and told[0].clause > inside[0][0].clause and not relative.participle
        if later and aligned.matched.isdisjoint(relative.rest):
            return None  # "By March the head, Ann Lee, wants it": the deed is told in a later part of the claim.
        other = next((token for token, at in inside if at in relative.doer), None)
        first = next((token for token, at in around if at in relative.rest), None)
        if other is not None and first is not None and other.start < first.start:
            return other  # "The man whom the bank sued hit the clerk": the bank hit nobody.
        # What a verb that says nothing by itself takes may be told of what is taken.
        light = relative.deeds == relative.nouns and not relative.whose
        return None if light else self._told_of_rest(claim, inside, aligned, relative)

    @staticmethod
    def is_told_of(aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim has whom a relative clause tells of, by no word that the sentence has for another besides."""
        tokens, own = aligned.told.tokens, relative.antecedent
        taken = [(token, tokens[at]) for token, at in aligned.pairs if at in own]
        if not taken or any(token.stem == one.stem for token, one in taken):
            return bool(taken) or not any(tokens[at].content for at in own)  # "A woman who".
        others = {one.stem for at, one in enumerate(tokens) if at not in own}
        return any(token.stem not in others for token, _ in taken)  # "The firm sold it to the group, whose head ...".

    def _done_by(
        self, claim: Clauses, done: Token, around: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """Who does it in a claim, where a relative clause tells of somebody or something of its own that does it."""
        first = around[0][0]
        apart = next((token for token, _ in around if is_time(token)), None)
        if apart is not None and not _tell_more(around):
            return apart  # "Police freed Ann Lee, who was born in Selby, on Sunday": she was not born then.
        instead = self._does_instead(claim, (first, done), aligned, relative)
        return first if instead else self._done_by_other(claim, done, around, aligned, relative)

    def _done_by_other(
        self, claim: Clauses, done: Token, around: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """Who opens a claim's clause, where a relative clause tells of another who does it: "which Ann Reed built"."""
        if not relative.doer or relative.doer & aligned.matched:
            return None
        first = next(token for token in aligned.tokens if token.clause == done.clause)
        if first.start > done.start or self._grammar.is_tied(claim.tokens, claim.tokens.index(first)):
            return None  # "After the fire, the hall was built."
        own = [token for token, at in aligned.pairs if at in relative.antecedent]
        if relative.tied and first in own:  # "An appeal by two owners, on which the court rules".
            return None if tells(claim.tokens, PASSIVE) else first
        return next((token for token, _ in around if token is first), None)

    def _does_instead(self, claim: Clauses, pair: tuple[Token, Token], aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim has somebody else do what a relative clause tells, which names somebody itself."""
        (doer, done), tokens = pair, aligned.told.tokens
        if not self._grammar.is_person(doer) or doer.start > done.start or tells(claim.tokens, PASSIVE):
            return False
        others = (tokens[at] for at in relative.inside - aligned.matched if tokens[at].text[0].isupper())
        return any(self._grammar.is_person(one) and not one.entities & doer.entities for one in others)

    def _told_of_rest(
        self, claim: Clauses, inside: Sequence[tuple[Token, int]], aligned: Aligned, relative: Relative
    ) -> Token | None:
        """What a claim tells of the rest of a sentence that a relative clause tells alone, without its verb."""
        pointed = relative.participle or self._points_back(aligned, relative)  # "Closed for repairs".
        others = [
            token
            for token, at in inside
            if is_time(token)
            or not pointed
            or self._leads(claim, token, at, aligned, relative)
            or self._unties(claim, (token, at), aligned, relative)
        ]
        return next((token for token in others if not self._describes(claim, token, aligned, relative)), None)

    def _leads(self, claim: Clauses, token: Token, at: int, aligned: Aligned, relative: Relative) -> bool:
        """Whether somebody by whom a participle says a thing is done does another in a claim: "used by 9, is shut"."""
        endings = self._story.words.agent_endings  # "Найнятий керуючим": "керуючий".
        by_case = bool(endings) and aligned.told.tokens[at].folded.endswith(endings)
        if by_case and not token.folded.endswith(endings):
            return relative.participle
        led = tells(aligned.told.tokens[max(0, at - _AGENT_WORDS) : at], AGENT)
        tied = led and self._grammar.is_tied(claim.tokens, claim.tokens.index(token))
        return led and not tied and not tells([one for one in claim.tokens if one.clause == token.clause], PASSIVE)

    def _unties(self, claim: Clauses, pair: tuple[Token, int], aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim has for a pronoun what is only tied to what it means: "a suit against it"."""
        (token, at), tokens = pair, aligned.told.tokens
        tied = self._grammar.is_tied(tokens, at) and self._grammar.is_noun(tokens, at)
        if not tied or self._grammar.is_tied(claim.tokens, claim.tokens.index(token)):
            return False
        others = relative.inside - relative.deeds - aligned.matched
        nouns = [place for place in others if tokens[place].content and self._grammar.is_noun(tokens, place)]
        return any(not self._grammar.is_tied(tokens, place) for place in nouns)

    def _describes(self, claim: Clauses, token: Token, aligned: Aligned, relative: Relative) -> bool:
        """Whether a claim ties a word to whom the relative clause tells of: "the man from Selby", "who lives in X"."""
        at = claim.tokens.index(token)
        if is_time(token) or not self._grammar.is_tied(claim.tokens, at):
            return self._is_beside(claim, at, aligned, relative)
        before = next((one for one in reversed(claim.tokens[:at]) if one.content), token)
        return any(one is before and place in relative.antecedent for one, place in aligned.pairs)

    @staticmethod
    def _is_outside(token: Token, aligned: Aligned, relative: Relative) -> bool:
        """Whether a sentence has a word outside a relative clause too, which the claim does not take."""
        spare = {at for key in token.keys for at in aligned.told.places.get(key, ())} - aligned.matched
        return bool(spare - relative.inside)

    def _points_back(self, aligned: Aligned, relative: Relative) -> bool:
        """Whether a word outside a relative clause may stand for what that names: "who asked the bank, praised its"."""
        tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
        last = max(relative.inside)
        parted = [at for at, mark in enumerate(marks) if mark == ";" and at > max(aligned.used)]
        spare = [at for at in range(last + 1, len(tokens)) if at not in aligned.matched]
        spare = [at for at in spare if not parted or tokens[at].clause < parted[0]]
        return any(self._leans(tokens[at]) or tokens[at].joined or self._is_clitic(tokens, at) for at in spare)

    def _leans(self, token: Token) -> bool:
        """Whether a word stands for something named before, and tells not what is theirs: "whose"."""
        return self._story.leans(token) and token.folded not in self._story.words.whose

    def _is_clitic(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word written like an article stands for a thing before what makes a past: "l'a retiré"."""
        words = self._story.words
        helping = tokens[at + 1 : at + 2]
        return tokens[at].folded in words.clitics and any(one.folded in words.perfects for one in helping)

    @staticmethod
    def _is_beside(claim: Clauses, at: int, aligned: Aligned, relative: Relative) -> bool:
        """Whether a word stands right beside one for whom the relative clause tells of: "a 54-year-old driver"."""
        near = claim.tokens[max(0, at - 1) : at + 2]
        return is_plain(claim.tokens[at]) and any(
            one in near and place in relative.antecedent for one, place in aligned.pairs
        )


def _tell_more(around: Sequence[tuple[Token, int]]) -> bool:
    """Whether words tell more than whom a clause tells of, and when."""
    return any(is_plain(token) and not is_time(token) and token.value is None for token, _ in around)
