"""What an article calls an actor beside their own name: a title, an apposition, what they are said to be.

A role stands when a description of the actor's own has all of its words, the word for what they are at the same place.
"Bergführerin" is no role of whom the article calls "the daughter of the mountain guide".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from bot.domain.claims.comparing import joining, wording
from bot.domain.claims.comparing.alignment import align, may_match
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.referring import former
from bot.domain.claims.referring.appositions import is_apposed_subject
from bot.domain.claims.referring.known.bare import BareThings
from bot.domain.claims.referring.known.introduced import introduced_as
from bot.domain.claims.referring.nouns import offices_of
from bot.domain.claims.referring.nouns.ages import behind_age
from bot.domain.claims.referring.nouns.compounds import in_one_word
from bot.domain.claims.referring.nouns.holding import Holding
from bot.domain.claims.referring.posts.affiliated import Affiliated
from bot.domain.claims.referring.posts.counterparts import Counterparts
from bot.domain.claims.referring.posts.reopened import Reopened
from bot.domain.claims.referring.posts.serving import Serving, serves_as
from bot.domain.claims.referring.posts.titles import is_bare, is_deed_to, is_led, is_other_kin, is_title_of_own, tie_at
from bot.domain.claims.referring.posts.twofold import Twofold
from bot.domain.claims.referring.tenures.ahead import (
    ahead,
    is_apposed,
    is_of_other_deed,
    is_other,
    opens_another,
    opens_row,
    without_receiver,
)
from bot.domain.claims.referring.tenures.tenures import Tenures, Ways
from bot.domain.claims.retold.asked import NOT_CALLED_SO
from bot.domain.values.proof import Proof, Verdict

_BEFORE, _AFTER, _LEAD, _MENTIONS, _PEOPLE, _SEEN, _BACK = 12, 14, 3, 12, 20, 3, 3
_OWNED = 2  # A word for somebody and a preposition before a name: "the sister of Ann".
_FINITE = {"past", "future", "conditional"}


class Descriptions:
    """Whom one article calls what."""

    def __init__(self, story: Story) -> None:
        self._story = story
        language = story.reading.language
        self._ties = frozenset(map(wording.folded, language.of_words | language.genitives)) | story.words.partitives
        self._relatives = frozenset(map(wording.folded, language.relatives))
        self._compounds = language.nouns_capitalised
        self._holding, self._serving = Holding(story, self._relatives), Serving(story, self._relatives)
        self._perfects = story.words.perfects | frozenset(map(wording.folded, language.perfect))
        self._twofold, self._found = Twofold(story, self._holding), dict[tuple[int, int], list[list[int]]]()
        self._reopened, self._counterparts = Reopened(story), Counterparts(story, self.is_called, self._described)
        self._affiliated, self._bare = Affiliated(story), story.once(BareThings)
        self._now = story.words.special["incumbent"]
        self._tenures = Tenures(
            story, Ways(self._described, self.is_called, self._told_before, self._led, self._holding.signs)
        )

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def verdict(self, entity: int, role: str) -> Verdict:
        """Whether the article calls this entity so; what it calls another person is vetoed."""
        said = self._story.said(role)
        own = self._called(entity, role, said=said)
        before = None if own.stands else self._introduced_as(entity, role)
        if before is not None:
            return self._shown(before)
        deed = self._tenures.tells_a_deed(role)
        number = self._tenures.proof(entity, role) if deed or not own.stands else None
        if number is not None:
            return self._shown(number)
        if deed:
            return Verdict(stands=False, why=NOT_CALLED_SO, evidence=own.evidence, nearest=own.nearest)
        if own.stands or own.vetoed:
            return own
        loosely = self._called(entity, role, said=said, loosely=True)
        people = (other for other in range(len(self._story.reading.entities)) if self._story.is_person(other))
        others = islice((other for other in people if other != entity), _PEOPLE)
        theirs = (self._called(other, role, said=said) for other in others)
        if any(called.stands or called.vetoed for called in theirs):
            return replace(own, vetoed=True)
        return own if self._tenures.tells_doer(said.tokens) else loosely

    def _shown(self, number: int) -> Verdict:
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(self._story.reading.sentences[number],))

    def is_called(self, entity: int, role: str) -> bool:
        """Whether the article calls this entity so."""
        found = self._called(entity, role).stands or self._introduced_as(entity, role) is not None
        words = in_one_word(role, self._story) if self._compounds and not found else ()
        return found or any(self._called(entity, one).stands for one in words)

    def _introduced_as(self, entity: int, role: str) -> int | None:
        """The sentence that tells of somebody so who is named only behind it."""
        known = self._story.cast.introduced
        return introduced_as(self._story, entity, self._story.said(role).tokens) if known else None

    def was_called(self, entity: int, role: str) -> bool:
        """Whether the article says until when this entity was what a role calls it, and nowhere calls it so still."""
        wanted = content_of(self._story.said(role).tokens)
        if not wanted:
            return False
        head, over = self._head(wanted), False
        for number in self._story.holding(f"@{entity}")[:_MENTIONS]:
            told = self._story.sentences[number]
            for described in self._fitting(told, entity, head):
                if self._matches(wanted, head, described, told, loosely=False):
                    if not self._holding.ends(told.tokens, described):
                        return False
                    over = True
        return over

    def _called(self, entity: int, role: str, *, said: Clauses | None = None, loosely: bool = False) -> Verdict:
        """Whether one of an entity's descriptions has the role; `loosely` is in another word for what they are.

        `said` is the role as it was read before, None to read it.
        """
        clauses = self._story.said(role) if said is None else said
        wanted = content_of(clauses.tokens)
        if not wanted:
            return Verdict(stands=False, why=NOT_CALLED_SO)
        head = self._head(wanted)
        signs = self._holding.telling(clauses.tokens, range(len(clauses.tokens)), head)
        numbers = self._story.holding(f"@{entity}")[:_MENTIONS]
        over = False
        for number in dict.fromkeys((*numbers, *self._reopened.of(entity))):
            told = self._story.sentences[number]
            for described in self._fitting(told, entity, head):
                matches = partial(self._matches, wanted, head, told=told, loosely=loosely)
                found = self._twofold.signs(told, described, clauses.tokens, (head, entity), matches)
                if found == signs:
                    return self._shown(number)
                over = over or found is not None
        places = tuple(self._story.reading.sentences[number] for number in numbers[:_SEEN])
        elsewhere = None if signs else self._counterparts.number(numbers, entity, wanted, head)
        if elsewhere is not None:
            return self._shown(elsewhere)
        return Verdict(stands=False, why=NOT_CALLED_SO, evidence=places[:1], vetoed=over, nearest=places)

    def _fitting(self, told: Told, entity: int, head: Token) -> Iterator[list[int]]:
        """The descriptions of an entity that say something, and may have the word for what a role says somebody is."""
        for described in (*self._described(told, entity), *self._led(told, entity, head)):
            words = [told.tokens[at] for at in described]
            if [1 for word in words if word.content] and any(may_match(head, word) for word in words):
                yield described

    def _head(self, wanted: Sequence[Token]) -> Token:
        """The word for what somebody is, among those of a role."""
        language = self._story.reading.language
        words = [(token, token.text.lower()) for token in wanted if not token.owner]  # "The jogger's mother".
        telling = (token for token, word in words if language.is_role(word) or word in language.titles)
        return next(telling, wanted[0])

    def _described(self, told: Told, entity: int) -> list[list[int]]:
        """The same, found once."""
        found = self._found.get((told.number, entity))
        if found is None:
            found = self._found[told.number, entity] = list(self._descriptions(told, entity))
        return found

    def _descriptions(self, told: Told, entity: int) -> Iterator[list[int]]:
        """Positions of the words that describe an entity, description by description."""
        yield from self._reopened.of(entity).get(told.number, ())
        tokens = told.tokens
        is_role = self._story.reading.language.is_role
        for at in former.heads(told.named.get(entity, [])):
            if self._is_no_name(told, at, entity):
                continue
            clause, first, last = tokens[at].clause, self._beginning(tokens, at), at
            while last + 1 < len(tokens) and entity in tokens[last + 1].entities:
                last += 1
            own = [i for i in range(at, last + 1) if i < last - 1 or is_role(tokens[i].text.lower())]  # "Pilot Ann Lee"
            before = [*range(first, at), *own]
            before = own if self._is_owner(tokens, at) else before
            yield before
            yield self._affiliated.described(tokens, before, last)
            if at - first <= _LEAD and clause > 0 and is_apposed(told, first, (at, last), self._story):
                lead = ahead(tokens, clause - 1, entity, self._story)
                yield lead + (before if former.are_alike(tokens, lead, before) else own)
            following = self._following(tokens, behind_age(tokens, last, self._story), entity)
            following = without_receiver(tokens, following, self._story)
            if following and not self._is_others(told, at, last):
                yield following
                yield self._holding.corrected(tokens, following)

    def _is_no_name(self, told: Told, at: int, entity: int) -> bool:
        """Whether a word stands for somebody by a pronoun within a sentence, or by a noun in a relative clause.

        "Her husband, a nurse"; "who wants to be mayor".
        """
        token, reading = told.tokens[at], self._story.reading
        words = self._story.words
        pronouns = (reading.language.pronouns, words.objective, words.clitics)
        within = token.text[:1].islower() and any(token.plain in one or token.folded in one for one in pronouns)
        if within or self._story.is_possessive(token):
            return True
        noun = told.clauses.openers[token.clause] in self._relatives and reading.language.is_role(token.text.lower())
        return noun and token.folded not in wording.folded(reading.entities[entity].name)

    def _is_owner(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name only tells whose something is: "the sale of Holm's brewery"."""
        before = tokens[at - 1] if at and tokens[at - 1].clause == tokens[at].clause else None
        if before is None:
            return False
        by = wording.AGENT in before.signs and tokens[at].owner  # "Built by Holm's father".
        return by or before.folded in self._story.of_words or offices_of.is_owned(tokens, at, self._story)

    def _is_others(self, told: Told, at: int, last: int) -> bool:
        """Whether a name tells whose relative or aide somebody is, of whom the words behind it tell: "a judge".

        Those behind a subject's name between commas tell what they do.
        """
        if at < _OWNED or not self._is_owner(told.tokens, at):
            return is_apposed_subject(told, at, last, self._story)
        return self._story.reading.language.is_role(told.tokens[at - _OWNED].text.lower())

    def _beginning(self, tokens: Sequence[Token], at: int) -> int:
        """Where a description before a name begins: in the name's clause, behind any other person."""
        first, clause = at, tokens[at].clause
        while first > 0 and tokens[first - 1].clause == clause and at - first < _BEFORE:
            if any(map(self._story.is_person, tokens[first - 1].entities)):
                break
            first -= 1
        own = [place for place in range(at) if tokens[place].clause == clause]
        return own[former.opens(tokens, own, own.index(first))] if first in own else first

    def _following(self, tokens: Sequence[Token], last: int, entity: int) -> list[int]:
        """The words behind a name that tell who they are, in its clause and the two behind."""
        clause = tokens[last].clause
        behind = [at for at in range(last + 1, len(tokens)) if clause <= tokens[at].clause <= clause + 2]
        return self._up_to_other(tokens, behind[:_AFTER], entity)

    def _led(self, told: Told, entity: int, head: Token) -> Iterator[list[int]]:
        """Positions of what an entity leads, with the word that says so: "the union, | led by the cellist X"."""
        tokens = told.tokens
        for at in former.heads(told.named.get(entity, [])):
            if self._is_no_name(told, at, entity):
                continue
            clause = tokens[at].clause
            inside = [place for place in range(at) if tokens[place].clause == clause]
            by = [1 for place in inside if wording.AGENT in tokens[place].signs]
            if not by or not clause or not tokens[inside[0]].keys & head.keys:
                continue
            body = [place for place in range(inside[0]) if tokens[place].clause == clause - 1][-_BEFORE:]
            yield [*body, inside[0]]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _up_to_other(self, tokens: Sequence[Token], places: list[int], entity: int) -> list[int]:
        """What follows a name as far as it tells who they are: an apposition, a relative clause, "is ..."."""
        if not places or opens_another(tokens, places, self._story):
            return []
        first = tokens[places[0]]
        served = serves_as(tokens, places, self._story)
        if served:
            return self._up_to_small(tokens, places[served:], entity)
        joined = first.clause == tokens[places[0] - 1].clause
        denied = joined and len(places) > 1 and wording.NOT in first.signs
        first = tokens[places[1]] if denied else first
        copula = wording.PASSIVE in first.signs or first.folded in self._story.words.copulas
        if (joined and not copula) or former.tells_of_theirs(tokens, places, self._story.words.whose):
            return []
        found: list[int] = []
        for at in places:
            if is_other(tokens[at], entity, self._story):
                if opens_row(first, self._story):
                    return []
                owner = offices_of.owns_behind(tokens, found, at, self._story)
                return (
                    [*found, *owner]
                    if owner
                    else former.without_title(tokens, found, at, self._story.reading.language.is_role)
                )
            if tokens[at].clause > first.clause and tokens[at].folded not in self._relatives:
                break
            found.append(at)
        return found

    def _up_to_small(self, tokens: Sequence[Token], places: Sequence[int], entity: int) -> list[int]:
        """The places of one clause up to another person: "works as | a beekeeper in Holm"."""
        inside = [at for at in places if tokens[at].clause == tokens[places[0]].clause]
        end = next((n for n, at in enumerate(inside) if is_other(tokens[at], entity, self._story)), len(inside))
        return inside[:end]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _matches(
        self, wanted: Sequence[Token], head: Token, described: Sequence[int], told: Told, *, loosely: bool
    ) -> bool:
        """Whether a description has a role's words, its head where the description's own is."""
        tokens = told.tokens
        places = self._laid_beside(wanted, described, told)
        at = places.get(id(head))
        if at is None or not self._may_head(tokens, described, at) or not self._is_word_for(head, at, told, described):
            return False
        if self._holding.is_whose(tokens, described, at, head) or self._tenures.bars(told, described, at, wanted):
            return False
        missing = [token for token in wanted if id(token) not in places]
        if not missing or not (loosely or tokens[at].stem == head.stem):
            return not missing
        owned = [one for one in described if one < at and tokens[one].owner]
        behind = (one for one in places.values() if one > at and self._is_tied(tokens, one))
        tied = [tokens[one] for one in (set(owned) & set(places.values()) if owned else behind)]
        if self._tenures.is_new(tied):
            return False
        if self._tenures.knows(missing, tied, told.number) or self._tenures.means(told, described, at, wanted):
            return True
        bare = is_bare(tokens, at, described, matched=set(places.values()), now=self._now)
        if tied and any(token.owner for token in missing):
            bare = False  # "The museum's director and the library's": not the museum's library's.
        return bare and not self._serving.is_of_others(wanted, told, at) and self._told_before(missing, told, at)

    def _laid_beside(self, wanted: Sequence[Token], described: Sequence[int], told: Told) -> dict[int, int]:
        """By the id of each of a role's words that a description has the position of its match."""
        part = Told(told.number, told.clauses)
        for at in described:
            for key in told.tokens[at].keys:
                part.places.setdefault(key, []).append(at)
            for entity in (*told.tokens[at].entities, *former.in_full(told, at, self._story)):
                part.named.setdefault(entity, []).append(at)
        aligned, inside = align(wanted, part, self._story.words, compounds=False), set(described)
        return {id(token): place for token, place in aligned.pairs if place in inside}

    def _is_word_for(self, head: Token, at: int, told: Told, described: Sequence[int]) -> bool:
        """Whether a description's word is a role's in another ending, or one for the same that is not others'."""
        other = told.tokens[at]
        if is_other_kin(head, other, self._story):
            return False
        if head.plain.startswith(other.plain) or other.plain.startswith(head.plain):
            return True
        alike = not head.keys.isdisjoint(other.keys) and not self._story.reading.is_body(other.text)  # "Ministry".
        if alike and is_deed_to(told.tokens, described, at, self._story):
            return False
        return alike and not self._is_anothers(head, told, described)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _may_head(self, tokens: Sequence[Token], described: Sequence[int], at: int) -> bool:
        """Whether a word of a description is what somebody is, not what they are the head or a spokesman of."""
        inside = [place for place in described if tokens[place].clause == tokens[at].clause]
        if self._does(tokens, inside, at, described[-1]) or is_of_other_deed(tokens, described, at, self._story):
            return False
        if self._compounds and former.ends_relative(tokens, inside, at, self._relatives):
            return True
        if not (earlier := [place for place in inside if place < at and tokens[place].content]):
            return True
        led = described[0] > 0 and bool(tokens[described[0] - 1].entities)
        named = former.is_done_by(tokens, inside, (earlier[-1], at), self._ties)
        if named or is_title_of_own(tokens, described, (earlier[-1], at), self._story):
            return True
        tie = earlier[-1] + 1 if led else tie_at(tokens, at, self._story, named=True)
        return not is_led(tokens, tie, at, self._ties, self._story if led else None)

    def _does(self, tokens: Sequence[Token], inside: Sequence[int], at: int, last: int) -> bool:
        """Whether words behind one tell before a name what somebody did: "the club asked the mayor, | Ann Holm"."""
        following = tokens[inside[-1] + 1] if inside[-1] + 1 < len(tokens) else None
        if following is None or following.clause == tokens[at].clause:
            return False
        if not following.entities:  # "He fell asleep, said the spokeswoman X": nothing of her.
            return last > inside[-1] and not following.signs.isdisjoint({wording.NEUTRAL, wording.ANNOUNCED})
        behind = former.without_owner([tokens[place] for place in inside if place > at], self._story.of_words)
        return any(token.folded in self._perfects or token.mood in _FINITE for token in behind)

    def _is_anothers(self, head: Token, told: Told, described: Sequence[int]) -> bool:
        """Whether the article has a role's word for others, and so another word for the one who is described."""
        called = self._story.called.get(head.stem, frozenset())
        beside = range(max(0, described[0] - 1), min(described[-1] + 2, len(told.tokens)))
        return bool(called) and not any(called & told.tokens[at].entities for at in beside)

    def _is_tied(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word tells whose or of what; "executive" in "chief executive" does not."""
        cases = not self._story.words.possessives
        return cases or any(token.folded in self._story.words.ties for token in tokens[max(0, at - _LEAD) : at])

    def _owns(self, token: Token) -> bool:
        """Whether a word says whose something is, before or behind it: "its", "ei"."""
        return self._story.is_possessive(token) or token.folded in self._story.words.anaphors - self._story.leading

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _told_before(self, missing: Sequence[Token], told: Told, at: int) -> bool:
        """Whether the words that a bare title at a place leaves out are told of before; no number is."""
        if self._bare.bars(missing, told, at):
            return False
        sentences, number = self._story.sentences, told.number
        owned = any(map(self._owns, told.tokens[max(0, at - 1) : at + _LEAD]))  # "Its director": of what is near.
        before, first = sentences[max(0, number - (1 if owned else _BACK)) : number], sentences[:2]
        places = (one.places for one in (*before, *(() if owned else [one for one in first if one.number != number])))
        somebody = before and joining.somebody_opening(before[0], self._story.reading.language) is not None
        far = [] if owned and (somebody or former.opens_with_body(before, self._story)) else first
        near = former.named_near([*before[-1:], *far], told, at, owned=owned)
        here = (*told.tokens[:at], *(self._serving.owners(told, at) or ()))
        keys = set[str]().union(*places, *(token.keys for token in here))
        return all(token.entities & near if token.entities else token.keys & keys for token in missing)
