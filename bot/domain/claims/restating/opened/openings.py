"""Puts what a claim opens with behind what it tells: "In June the keeper was sold".

Where and when something is so may open a sentence or end it and says the same; who does it and to whom is told by the
words in between, which keep their order.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import (
    AFTER,
    AGENT,
    BEFORE,
    CAUSE,
    CEILING,
    COND,
    FLOOR,
    GOVERNS,
    IS,
    LESS,
    MORE,
    NOT,
    PASSIVE,
    SOURCE,
    THAN,
    WAS,
    folded,
)
from bot.domain.claims.rules.grammar import FINITE, SPEECH, is_time

# The most words that open a claim.
_OPENING = 9
# What makes an opening more than a place, a time or a manner.
_OTHER = {SOURCE, COND, AGENT, BEFORE, AFTER, CAUSE, NOT, *SPEECH}
_TIMING = {CEILING, FLOOR}
_HELPING = {PASSIVE, IS, WAS}
_COMPARED = {MORE, LESS, THAN}


class Openings:
    """One article's way to put what opens a claim at its end."""

    def __init__(self, story: Story) -> None:
        self._story = story
        language = story.reading.language
        self._words = story.words
        self._second = language.verb_second and language.nouns_capitalised
        self._inverts = (language.postposed and not language.verb_second) or story.words.free_order
        places = map(folded, language.place_prepositions)
        ties = story.words.ties | story.words.fused | story.words.special["as_what"]
        self._ties = ties.union(places) - story.leading
        self._clitics = story.words.clitics | frozenset(map(folded, language.reflexives))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def behind(self, text: str) -> str | None:
        """The claim with its opening at the end of its first clause, None where it opens with who does it."""
        if self._second:
            return None  # The verb stands second: another part would have to open it.
        tokens = self._story.said(text).tokens
        timed = [1 for one in tokens[:3] if one.dated or one.value is not None or one.folded in self._words.durations]
        if not timed and tokens[0].folded not in self._ties:
            return None
        cut = self._cut(tokens)
        if not 0 < cut < len(tokens) - 1 or not self._may_move(tokens[:cut], alone=tokens[-1].clause <= 1):
            return None
        end = self._end(tokens, cut)
        if not any(map(self._is_verb, tokens[cut:end])) or COND in tokens[cut].signs:
            return None
        if end < len(tokens) and any(token.signs & _COMPARED for token in tokens[cut:end]):
            return None  # "Fewer than | the year before": no word comes between.
        opening = text[: _end(tokens[cut - 1])]
        rest, behind = text[tokens[cut].start : _end(tokens[end - 1])], text[_end(tokens[end - 1]) :]
        named = tokens[0].entities or (len(opening) > 1 and opening[1].isupper())
        opening = opening if named else f"{opening[0].lower()}{opening[1:]}"
        return f"{rest[0].upper()}{rest[1:]} {opening}{behind}"

    def _may_move(self, opening: Sequence[Token], *, alone: bool) -> bool:
        """Whether words tell where, when or how something is, and nothing that governs the rest.

        Why it is so, too, where the rest is one clause `alone`: "for lack of proof, the court acquitted him".
        """
        other = _OTHER - {CAUSE} if alone else _OTHER
        if any(token.signs & other or any(sign.startswith(GOVERNS) for sign in token.signs) for token in opening):
            return False
        return any(token.content for token in opening)

    def _cut(self, tokens: Sequence[Token]) -> int:
        """Where what a claim tells begins behind its opening, 0 where it opens with that."""
        first = tokens[0]
        if not (first.folded in self._ties or first.signs & _TIMING or self._is_timed(tokens)):
            return 0
        apart = next((at for at, token in enumerate(tokens[:_OPENING]) if token.clause != first.clause), 0)
        if apart and not any(map(self._is_verb, tokens[:apart])):
            return apart  # A comma stands behind it.
        return self._before_verb(tokens) if self._inverts else self._behind_time(tokens)

    def _is_timed(self, tokens: Sequence[Token]) -> bool:
        """Whether a claim opens with a time without a preposition: "Next year", "Last Monday", "Entro due giorni"."""
        first, *behind = tokens[:3]
        timed = [is_time(token) or token.folded in self._words.durations for token in behind]
        counted = bool(behind) and behind[0].value is not None
        return is_time(first) or (not first.entities and any(timed[: 1 + counted]))

    def _behind_time(self, tokens: Sequence[Token]) -> int:
        """Where a name, a number or an article follows a time that opens a claim."""
        for at in range(1, min(_OPENING, len(tokens))):
            before, token = tokens[at - 1], tokens[at]
            timed = is_time(before) or before.folded in self._words.durations
            if not timed or is_time(token):
                if before.content and not timed and token.folded in self._story.leading:
                    return 0
                continue
            begins = token.folded in self._story.leading or token.entities or token.value is not None
            if begins and token.folded not in self._ties:
                return at
        return 0

    def _before_verb(self, tokens: Sequence[Token]) -> int:
        """Where the verb stands right behind what opens a claim, before who does it."""
        verb = next((at for at in range(1, min(_OPENING, len(tokens))) if self._is_verb(tokens[at])), 0)
        cut = verb
        while cut > 1 and (tokens[cut - 1].folded in self._clitics or NOT in tokens[cut - 1].signs):
            cut -= 1
        return 0 if self._has_doer(tokens[:cut]) else cut

    def _is_verb(self, token: Token) -> bool:
        helps = bool(token.signs & _HELPING) or token.folded in self._words.perfects
        governs = any(sign.startswith(GOVERNS) for sign in token.signs) and not token.content
        return token.mood in FINITE or helps or governs

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    # Complexity: each language tells in another way where who does it begins.
    def _has_doer(self, opening: Sequence[Token]) -> bool:
        """Whether words behind a preposition's noun begin who does it: "En junio la planta | cerró"."""
        if self._words.free_order:
            said = [token for token in opening if token.content]
            return len(said) > 1 and not all(map(is_time, said))
        for before, token in pairwise(opening):
            begins = token.folded in self._story.leading and token.folded not in self._words.ties
            if before.content and (begins or (token.entities and not before.entities and before.text[0].islower())):
                return True
            if token.content and before.content and is_time(before) and not is_time(token):
                return True
        return False

    def _end(self, tokens: Sequence[Token], cut: int) -> int:
        """Where the clause behind an opening ends, with a name that a comma sets apart."""
        clause = tokens[cut].clause
        end = next((at for at in range(cut, len(tokens)) if tokens[at].clause != clause), len(tokens))
        behind = tokens[end:]
        return len(tokens) if behind and all(token.entities for token in behind) else end


def _end(token: Token) -> int:
    return token.start + len(token.text)
