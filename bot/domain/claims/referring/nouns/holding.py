"""Whether words beside a name say that its bearer is something: not what they were, want to become or are not."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import AGENT, BEFORE, FORMER, GOVERNS, IS, LESSER, NOT, PASSIVE, WAS
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.former import tells_once, was_besides
from bot.domain.claims.referring.tenures.thens import Thens

_TELLING = frozenset({FORMER, LESSER, NOT})
# How many words behind a description may tell its end, and between "until" and a year.
_NEAR, _TILL_WORDS = 3, 2
# Words from "until" to the noun of a time: "jusqu'à l'an dernier"; to the year of what ends it.
_NOUN_WORDS, _END_WORDS = 4, 6
# How many words say between "wants" and an office that somebody wants to have it: "become".
_BECOMING = 1
_AHEAD = f"{GOVERNS}future"
# How far the second year of a time stands from the first at most: "from 2008 to 2020".
_YEAR, _RANGE_WORDS = re.compile(r"(1[6-9]|20)\d\d"), 3
_DIGITS = "12"
_PERIOD = re.compile(r"(1[6-9]|20)\d\d([–-](1[6-9]|20)?\d\d|s)")


class Holding:
    """One article's descriptions, asked whether those described are what they are called.

    Described are places of words, in order; `head` is a role's word for what somebody is.
    """

    def __init__(self, story: Story, relatives: Container[str]) -> None:
        language = story.reading.language
        self._story = story
        self._relatives = relatives
        self._is_role, self._titles = language.is_role, language.titles
        self._verbs_last = language.nouns_capitalised
        self._cases = story.words.free_order or bool(agreement_of(language.code).genitives)
        self._agreement = agreement_of(language.code)
        self._thens = Thens(story, relatives)

    def signs(self, told: Told, described: Sequence[int], head: Token, entity: int) -> frozenset[str]:
        """Whether a description of an entity denies what they are, or says that it is over."""
        tokens = told.tokens
        follows = described[0] > 0 and entity in tokens[described[0] - 1].entities
        whole, described = described, described if follows else self._behind_deed(tokens, described, head)
        signs = self.telling(tokens, described, head, alone=follows)
        over = self.ends(tokens, whole) or tells_once(tokens, described, head, self._agreement.onces)
        over = over or was_besides(told, whole, head, self._is_role, self._relatives)
        signs |= {FORMER} if over or self._lasted(tokens, described, head) else frozenset()
        return signs | {NOT} if follows and self._is_wanted(tokens, described, head) else signs

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _lasted(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether what somebody was lasted for a time, or was so before another thing: "was a nurse for years"."""
        at = _place_of(tokens, described, head)
        ahead = [tokens[one] for one in described if at is not None and one < at]
        if at is None or not [1 for one in ahead if WAS in one.signs or one.folded in self._story.words.been]:
            return False
        before = [token.clause for token in tokens if BEFORE in token.signs]
        if tokens[at].clause in before or tokens[at].clause + 1 in before or (before and BEFORE in tokens[0].signs):
            return True
        near = (*range(described[0] + 1, at), *range(at + 1, min(at + 1 + _NEAR, len(tokens))))
        lasting = (one for one in near if tokens[one].folded in self._story.words.durations)
        bare = (tokens[one].content and tokens[one - 1].content and tokens[one - 1].value is None for one in lasting)
        return not all(bare)  # "For years", not "a fost numită luni", where that is Monday.

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _behind_deed(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> Sequence[int]:
        """The words before a name that tell who its bearer is, without those of a deed done by them.

        "Was noticed last year by | the student", "hatte im Vorjahr bemerkt | die Studentin".
        """
        at = _place_of(tokens, described, head)
        ahead = [one for one in described if at is not None and one < at and tokens[one].clause == tokens[at].clause]
        perfects = self._story.words.perfects
        done = [one for one in ahead if tokens[one].folded in perfects or PASSIVE in tokens[one].signs]
        deeds = [one for one in ahead if (done and AGENT in tokens[one].signs) or self._is_deed(tokens[one])]
        if self._verbs_last:
            led = [one for one in ahead[1:] if tokens[one].folded in self._story.leading]
            deeds.extend(one - 1 for one in led if tokens[one - 1].content and tokens[one - 1].text[0].islower())
        elif any(tokens[one].folded in perfects for one in ahead):
            led = [
                one - 1 for one in ahead[1:] if tokens[one].folded in self._story.leading and tokens[one + 1].content
            ]
            deeds.extend(led or [one for one in ahead[-1:] if not tokens[one].signs & {FORMER, LESSER}])
        first = max(deeds, default=-1) + 1
        return [one for one in described if one >= first]

    def _is_deed(self, token: Token) -> bool:
        """Whether a word is a verb of the past that tells more than that somebody was something."""
        deed = token.mood == "past" and token.content and not token.signs & {WAS, FORMER}
        return deed and not self._is_role(token.text.lower())

    def telling(
        self, tokens: Sequence[Token], described: Sequence[int], head: Token, *, alone: bool = True
    ) -> frozenset[str]:
        """The signs of words that deny what somebody is, or say that it is over or less than the whole office.

        "Deputy" says no such thing where that is what somebody is. `alone` is whether no name stands behind them.
        """
        found = frozenset[str]()
        for at in described:
            signs = tokens[at].signs & _TELLING
            found |= signs if tokens[at].keys.isdisjoint(head.keys) else signs - {LESSER}
        if FORMER in found and head.text.lower() in self._titles and self._is_before_office(tokens, described, head):
            found -= {FORMER}
        if FORMER in found and (self._is_now(tokens, described, head) or self._is_other_verb(tokens, described, head)):
            found -= {FORMER}
        if self._is_run_for(tokens, described, head):
            found |= {LESSER}
        place = _place_of(tokens, described, head)
        then = place is not None and self._thens.tells(tokens, described, place, follows=alone)
        return found | {FORMER} if then or self._ends_without_verb(tokens, described, head) else found

    def _is_run_for(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether somebody only runs for an office: "the mayoral candidate", "il candidato sindaco"."""
        at = _place_of(tokens, described, head)
        candidates = self._story.words.special["candidates"]
        if at is None or tokens[at].folded in candidates:
            return False
        inside = [tokens[one] for one in described if tokens[one].clause == tokens[at].clause]
        return [1 for one in inside if one.folded in candidates] != []

    def _is_before_office(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether an office parts the word for what is over from a title: "retired admiral Sir Giles"."""
        over = next((at for at in described if FORMER in tokens[at].signs), len(tokens))
        title = next((at for at in described if at > over and tokens[at].keys & head.keys), 0)
        between = (tokens[at].text.lower() for at in described if over < at < title)
        return any(word in self._titles or self._is_role(word) for word in between)

    def _is_now(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether a word for now parts what is over from what somebody is: "former editor and now head of the firm"."""
        over = next((at for at in described if FORMER in tokens[at].signs), len(tokens))
        place = next((at for at in described if at > over and tokens[at].keys & head.keys), 0)
        now = self._story.words.now | self._story.words.special["incumbent"]
        return any(token.folded in now for token in tokens[over + 1 : place])

    def _is_other_verb(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether what somebody is is told by a verb joined to what is over: "a retired nurse and leads the choir"."""
        place = next((at for at in described[1:] if tokens[at].keys & head.keys), 0)
        if not place or tokens[place].folded not in self._story.words.special["office_verbs"]:
            return False
        behind = any(FORMER in tokens[at].signs for at in described if at > place)
        return tokens[place - 1].folded in self._story.words.special["both"] and not behind

    def ends(self, tokens: Sequence[Token], described: Sequence[int]) -> bool:
        """Whether what tells what somebody was says until when: "who was chief executive until 2018"."""
        lasting, been = self._story.words.special["office_verbs"], self._story.words.been
        for at in described:
            token = tokens[at]
            now = IS in token.signs and not been.intersection([one.folded for one in tokens[at + 1 : at + 2]])
            if now or _AHEAD in token.signs or token.mood == "future" or token.folded in lasting:
                return False
        return self._is_till(tokens[described[0] : described[-1] + 1 + _NEAR], _END_WORDS)

    def is_whose(self, tokens: Sequence[Token], described: Sequence[int], at: int, head: Token) -> bool:
        """Whether a genitive tells whose lawyer or so somebody is: "the seller's lawyer", "адвокат продавця Макс"."""
        if not self._cases or at - 1 not in described or tokens[at].folded == head.folded:
            return tokens[at].owner
        before = tokens[at - 1]
        if not before.content and before.folded in self._story.words.indefinite and at > 1:
            before = tokens[at - 2]  # "Fiul unui tâmplar".
        return before.clause == tokens[at].clause and before.content and self._is_role(before.text.lower())

    def corrected(self, tokens: Sequence[Token], denied: Sequence[int]) -> list[int]:
        """The words behind "but" that tell what somebody is, no other thing: "not the owner but the tenant"."""
        correcting = [at for at in denied[1:-1] if tokens[at].folded in self._story.words.correcting]
        if correcting and any(NOT in tokens[at].signs for at in denied if at < correcting[0]):
            return [at for at in denied if at > correcting[0]]
        behind = denied[-1] + 1
        if behind >= len(tokens) or tokens[behind].folded not in self._story.words.correcting:
            return []
        if not any(NOT in tokens[at].signs for at in denied):
            return []
        return [at for at in range(behind, len(tokens)) if tokens[at].clause == tokens[behind].clause]

    def _is_till(self, tokens: Sequence[Token], reach: int) -> bool:
        """Whether a word for the end of a time stands before a day, a number or a year, at most so many words on.

        Or before a time that is told by a noun: "until last year", "bis zum vergangenen Jahr".
        """
        words = self._story.words
        found = [at for at, token in enumerate(tokens) if token.folded in words.till]
        if any(token.dated or token.value is not None for at in found for token in tokens[at + 1 : at + 1 + reach]):
            return True
        return any(token.folded in words.durations for at in found for token in tokens[at + 1 : at + 1 + _NOUN_WORDS])

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _ends_without_verb(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether the clause with a role's word has until when that was so, and no verb: ", until 2019 head of it,"."""
        at = _place_of(tokens, described, head)
        inside = [tokens[one] for one in described if at is not None and tokens[one].clause == tokens[at].clause]
        if not inside or [1 for token in inside if IS in token.signs or _AHEAD in token.signs]:
            return False
        if self._is_till(inside, _TILL_WORDS):
            return True
        if at is None or not [1 for token in inside if token.text[0] in _DIGITS]:
            return False
        last = max(one for one in described if tokens[one].clause == tokens[at].clause)
        return _spans_years([*inside, *tokens[last + 1 : last + 1 + _TILL_WORDS]])

    def _is_wanted(self, tokens: Sequence[Token], described: Sequence[int], head: Token) -> bool:
        """Whether words behind a name tell what its bearer is to become or refuses to be: "who wants to be mayor"."""
        at = _place_of(tokens, described, head)
        if at is None:
            return False
        inside = [one for one in described if tokens[one].clause == tokens[at].clause]
        ahead = [one for one in inside if one < at and _is_open(tokens[one])]
        if ahead and tokens[ahead[-1]].before not in self._story.leading:  # "The accused trainer".
            return self._is_become(tokens[ahead[-1] + 1 : at])
        behind = [one for one in inside if one > at and _is_open(tokens[one])] if self._verbs_last else []
        relative = tokens[inside[0]].folded in self._relatives
        return bool(behind) and relative and self._is_become(tokens[at + 1 : behind[0]])

    def _is_become(self, between: Sequence[Token]) -> bool:
        """Whether no words but a verb of becoming part what is wanted from who wants it."""
        verbs = [token for token in between if token.content]
        ties = self._story.words.ties - self._story.leading - self._story.words.infinitive_marks - self._story.of_words
        tied = any(token.folded in ties for token in between)
        return len(verbs) <= _BECOMING and not tied


def tells_less(token: Token) -> bool:
    """Whether a word denies what somebody is, or says that it is over or less than the whole office."""
    return not token.signs.isdisjoint(_TELLING)


def _place_of(tokens: Sequence[Token], described: Sequence[int], head: Token) -> int | None:
    """Where the first of a description's words stands that may be a role's word, None without one."""
    keys = head.keys
    for at in described:
        if not tokens[at].keys.isdisjoint(keys):
            return at
    return None


def _spans_years(tokens: Sequence[Token]) -> bool:
    """Whether words tell from which year to which something was so: "mayor from 2008 to 2020", "in the 1990s"."""
    years = [at for at, token in enumerate(tokens) if token.value is not None and _YEAR.fullmatch(token.text)]
    spans = any(0 < last - first <= _RANGE_WORDS for first, last in pairwise(years))
    return spans or any(_PERIOD.fullmatch(token.text) for token in tokens)


def _is_open(token: Token) -> bool:
    """Whether a word leaves open whether something is so: "wants", "refused"."""
    return any(sign.startswith(GOVERNS) for sign in token.signs)
