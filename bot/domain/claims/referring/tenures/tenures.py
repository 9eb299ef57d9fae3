"""Whether an article says of somebody what a role says, in another construction.

leading         "head of the survey", "leads the survey" of "director of the survey"
speaking        "speaks for the parents" of "the parents' spokeswoman"
representing    "represents the parents" of "the parents' lawyer"
teaching        "physics teacher" of "who teaches physics"

What one word of a kind says, its others say, and the kind's offices say it too, but not the other way round: who
chairs a club leads it, who leads it need not chair it. Each language's `governing.toml` has them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import (
    ANNOUNCED,
    COND,
    FORMER,
    GOVERNS,
    LESSER,
    NEUTRAL,
    NOT,
    SOURCE,
    WAS,
    folded,
)
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.tenures.meant import OwnersMeant
from bot.domain.claims.referring.tenures.owners import OfficeOwners, alike
from bot.domain.claims.referring.tenures.phrases import BEHALF, KINDS, VERBS, OfficePhrases, Phrase

_MENTIONS = 12
_UNSURE = frozenset({NOT, FORMER, LESSER, WAS, COND})
_TIMES = frozenset({"past", "future", "conditional"})
_DOES = frozenset({"s", "b"})
# A word of a kind that tells of those alone who are charged with something.
_DEFENDING = "defending"


@dataclass(frozen=True, slots=True)
class Ways:
    """How one article tells of its people, see `parts.Descriptions`.

    Attributes:
        described: the places of the words that describe an entity, description by description.
        is_called: whether the article calls an entity so, in these very words.
        told_before: whether the article told of some words shortly before a place of a sentence.
        led: the places of what an entity leads with the word that says so, see `parts.Descriptions`.
        signs: whether a description denies what an entity is, or says that it is over, see `holding.Holding`.
    """

    described: Callable[[Told, int], Sequence[Sequence[int]]]
    is_called: Callable[[int, str], bool]
    told_before: Callable[[Sequence[Token], Told, int], bool]
    led: Callable[[Told, int, Token], Iterator[Sequence[int]]]
    signs: Callable[[Told, Sequence[int], Token, int], frozenset[str]]


class Tenures:
    """One article's people and what they are to others."""

    def __init__(self, story: Story, ways: Ways) -> None:
        self._story, self._ways = story, ways
        self._language = story.reading.language
        self._special = story.words.special
        self._relating = agreement_of(self._language.code).relating
        self._doers = agreement_of(self._language.code).agent_deeds
        self._people_relatives = frozenset(map(folded, self._language.people_relatives))
        self._free = story.words.free_order or bool(agreement_of(self._language.code).genitives)
        self._phrases = OfficePhrases(story)
        self._owners = OfficeOwners(story, self._phrases, ways.told_before)
        self._meant = OwnersMeant(story, self._phrases)

    def proof(self, entity: int, role: str) -> int | None:
        """The number of the sentence that says of an entity what a role says, None without one."""
        said = self._story.said(role).tokens
        if not self._story.is_person(entity) or any(map(_is_unsure, said)):
            return None
        for asked in self._phrases.in_(said, range(len(said))):
            if said[asked.at].mood in _TIMES or not (asked.owner or asked.within):
                continue
            for number in self._story.holding(f"@{entity}")[:_MENTIONS]:
                if any(self._says(told, inside, asked, said, entity) for told, inside in self._told(number, entity)):
                    return number
                if self._is_led(self._story.sentences[number], asked, said, entity):
                    return number
            office = self._mayors(asked, said, entity)
            place = self._place_of(role, said, asked)
            if office and place is not None and self._ways.is_called(entity, f"{office} {place}"):
                return self._story.holding(f"@{entity}")[0]
        return None

    def tells_a_deed(self, role: str) -> bool:
        """Whether a role tells by a verb what somebody is, and only `proof` proves it: "leads the survey"."""
        said = self._story.said(role).tokens
        found = next(self._phrases.in_(said, range(len(said))), None)
        return found is not None and bool(found.owner) and found.word in self._special[VERBS]

    def tells_doer(self, said: Sequence[Token]) -> bool:
        """Whether a role is a noun for who does something, that is no other's word: "student of the lagoon"."""
        first = next((token for token in said if token.content), None)
        return first is not None and first.text.lower() in self._doers and not self._phrases.word_of(first)

    def bars(self, told: Told, described: Sequence[int], at: int, wanted: Sequence[Token]) -> bool:
        """Whether a word of a description that a role's word was found in tells of another thing than the role.

        "Runs the club's canteen" of "head of the club". A role in another time needs the very same verb.
        """
        return self._tells_other(told, described, at, wanted) and not self.means(told, described, at, wanted)

    def means(self, told: Told, described: Sequence[int], at: int, wanted: Sequence[Token]) -> bool:
        """Whether an office is of a body told of by a bare noun that stands for the one that a role names."""
        return len(wanted) > 1 and self._meant.is_meant(told, described, at, wanted)

    def knows(self, missing: Sequence[Token], own: Sequence[Token], number: int) -> bool:
        """Whether what a description leaves out stands elsewhere beside a word of its own, see `OwnersMeant.knows`."""
        return self._meant.knows(missing, own, number)

    def is_new(self, owner: Sequence[Token]) -> bool:
        """Whether an office is of what was not told of before: "of another group"."""
        return self._meant.is_new(owner)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _tells_other(self, told: Told, described: Sequence[int], at: int, wanted: Sequence[Token]) -> bool:
        token = told.tokens[at]
        if wanted[0].mood in _TIMES and token.folded != wanted[0].folded and token.keys & wanted[0].keys:
            return True
        perfects = self._story.words.perfects
        if wanted[0].before in perfects and token.before not in perfects and token.keys & wanted[0].keys:
            return True
        found = next((one for one in self._phrases.in_(told.tokens, described) if one.at == at), None)
        if len(wanted) == 1 or found is None:
            return len(wanted) > 1 and self._is_of_another(told.tokens, described, at, wanted)
        if found.word in self._special[VERBS] and at == described[0] and _is_sourced(told, at):
            return True
        heads = self._owners.heads(told.tokens, found.owner)
        if self._owners.is_owned_twice(told.tokens, found):
            heads = [told.tokens[place] for place in found.owner if told.tokens[place].content]
            return not all(any(alike(token, other) for other in wanted) for token in heads)
        named = any(alike(head, token) for head in heads for token in wanted)
        return self._owners.is_told(told.tokens, found) and not named

    def _is_of_another(
        self, tokens: Sequence[Token], described: Sequence[int], at: int, wanted: Sequence[Token]
    ) -> bool:
        """Whether a noun for somebody is of another thing than the role says: "founder of the | club"."""
        owner = self._phrases.tied_to(tokens, described, at)
        head = self._phrases.head(tokens, owner) if owner else None
        told = head is not None and not tokens[head].entities and tokens[at].stem == wanted[0].stem
        if not told or not self._phrases.is_of(wanted[1].before):
            return False
        return not any(alike(tokens[place], token) for place in owner for token in wanted[1:])

    def _mayors(self, asked: Phrase, said: Sequence[Token], entity: int) -> str:
        """The article's word for who leads a town, for one of its people whom a role says to lead one."""
        if not asked.word or any(
            token.content for at, token in enumerate(said) if at != asked.at and at not in asked.owner
        ):
            return ""
        office = next((word for word in sorted(self._special["mayors"]) if self._holds(word, entity)), "")
        return office.capitalize() if self._language.nouns_capitalised else office.replace("-", " ")

    def _holds(self, office: str, entity: int) -> bool:
        """Whether the article calls somebody by an office that is not that of somebody whose they are."""
        if entity not in self._story.called.get(self._story.words.stem(plain(office)), ()):
            return False
        for number in self._story.holding(f"@{entity}")[:_MENTIONS]:
            told = self._story.sentences[number]
            for inside in self._ways.described(told, entity):
                at = next((at for at in inside if office in (told.tokens[at].folded, told.tokens[at].stem)), None)
                if at is not None and not any(self._parts(told.tokens[place]) for place in inside if place < at):
                    return True
        return False

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _place_of(self, role: str, said: Sequence[Token], asked: Phrase) -> str | None:
        """The name of the town that a role says somebody to lead, "" where it has none, None where it is no town."""
        content = [at for at in asked.owner if said[at].content or said[at].entities]
        body = content[0] if content and said[content[0]].folded in self._special["towns"] else None
        if body is None and asked.word not in self._special["governing"]:
            return None
        if body is not None and asked.word not in self._special["leading"] | self._special["governing"]:
            return None
        names = [at for at in content if at != body]
        if not all(said[at].entities for at in names) or (body is None and not names):
            return None
        return role[said[names[0]].start : said[names[-1]].start + len(said[names[-1]].text)] if names else ""

    def _told(self, number: int, entity: int) -> Iterator[tuple[Told, Sequence[int]]]:
        told = self._story.sentences[number]
        for inside in self._ways.described(told, entity):
            if inside:
                yield told, self._with_name(told, inside, entity)
        for at in told.named.get(entity, ()):
            verb = at + 1
            if self._acts(told, at, entity):
                clause = told.tokens[verb].clause
                yield told, [place for place in range(verb, len(told.tokens)) if told.tokens[place].clause == clause]

    def _with_name(self, told: Told, inside: Sequence[int], entity: int) -> Sequence[int]:
        """A description behind a name with what ends it: "who defends | Tom Reed", "a biologist who | leads it"."""
        tokens, last = told.tokens, inside[-1]
        if not inside[0] or entity not in tokens[inside[0] - 1].entities:
            return inside
        end, opens = last + 1, self._relating.get(tokens[last].folded, "o") in _DOES and len(inside) > 1
        if opens and tokens[last].folded not in self._people_relatives:
            opens = not any(tokens[at].entities or self._phrases.is_tie(tokens[at]) for at in inside[:-1])
        while end < len(tokens) and tokens[end].clause == tokens[last].clause and (opens or tokens[end].entities):
            end += 1
        return [*inside, *range(last + 1, end)]

    def _acts(self, told: Told, name: int, entity: int) -> bool:
        """Whether the verb right behind a name at the head of a clause tells what its bearer does for a living."""
        tokens, verb = told.tokens, name + 1
        if (
            verb >= len(tokens)
            or tokens[verb].folded not in self._special[VERBS]
            or tokens[verb].before not in ("", tokens[name].plain)
        ):
            return False
        if not tokens[name].text[:1].isupper():
            return False
        clause = [at for at in range(name + 1) if tokens[at].clause == tokens[name].clause]
        return all(entity in tokens[at].entities for at in clause)

    def _says(self, told: Told, inside: Sequence[int], asked: Phrase, said: Sequence[Token], entity: int) -> bool:
        """Whether a description says what is asked: in a word that says it, of the same owner."""
        for found in self._phrases.in_(told.tokens, inside):
            if not self._is_said_by(asked, found, said) or not self._is_theirs(told, inside, found, entity):
                continue
            if self._owners.is_same(told, found, asked, said) and self._covers(told, inside, asked, said, entity):
                return True
        return False

    def _is_led(self, told: Told, asked: Phrase, said: Sequence[Token], entity: int) -> bool:
        """Whether what a role says somebody to lead is told of as led by them: "the league, led by Ann Holm"."""
        for led in self._ways.led(told, entity, said[asked.at]):
            sure = not any(_is_unsure(told.tokens[at]) for at in led) and told.quoted[led[-1]] is None
            found = Phrase(asked.word, led[-1], led[:-1])
            if sure and self._owners.is_same(told, found, asked, said) and self._covers(told, led, asked, said, entity):
                return True
        return False

    def _is_said_by(self, asked: Phrase, found: Phrase, said: Sequence[Token]) -> bool:
        """Whether an article's word for an office says what a role's does."""
        for kind in KINDS:
            words = self._special[kind]
            if asked.word in words and found.word in words | self._special[f"{kind}_offices"]:
                charged = any(said[at].folded in self._special["charged"] for at in asked.owner)
                if kind != _DEFENDING or found.word in words or charged:
                    return True
        return False

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_theirs(self, told: Told, inside: Sequence[int], found: Phrase, entity: int) -> bool:
        """Whether a phrase says of whom a description is what they are now, and not what somebody of theirs is."""
        tokens, at = told.tokens, found.at
        clause = [place for place in inside if tokens[place].clause == tokens[at].clause]
        if any(_is_unsure(tokens[place]) for place in clause) or told.quoted[at] is not None:
            return False
        if self._ways.signs(told, inside, tokens[at], entity):
            return False
        ahead = [tokens[place] for place in clause if place < min([at, *found.owner])]
        if found.word in self._special[VERBS]:
            if tokens[at].mood in _TIMES:
                return False
            acting = clause[0] == at and not _is_sourced(told, at)
            relative = bool(ahead) and self._relating.get(ahead[0].folded, "o") in _DOES
            between = any(token.content for token in ahead[1:]) and not self._language.nouns_capitalised
            return acting or (relative and not between)
        follows = inside[0] > 0 and entity in tokens[inside[0] - 1].entities
        last = max([at, *found.owner])
        while last < inside[-1] and tokens[last + 1].text.lower() in self._language.titles:
            last += 1
        if not follows and (last != inside[-1] or not self._is_before(told, last, entity)):
            return False
        return not any(self._parts(token) for token in ahead)

    def _is_before(self, told: Told, last: int, entity: int) -> bool:
        """Whether a name stands right behind a description, behind a mark where nothing else parts it from others."""
        tokens = told.tokens
        if last + 1 >= len(tokens) or entity not in tokens[last + 1].entities:
            return False
        return tokens[last + 1].clause in (tokens[last].clause, tokens[last].clause + 1)

    def _parts(self, token: Token) -> bool:
        """Whether a word before an office makes it that of another: "the sister of | the director of the club"."""
        if token.folded in self._story.words.ties - self._story.leading or token.entities:
            return True
        other = self._free and token.content and not token.signs & {NEUTRAL, ANNOUNCED}
        return other or self._language.is_role(token.text.lower())

    def _covers(self, told: Told, inside: Sequence[int], asked: Phrase, said: Sequence[Token], entity: int) -> bool:
        """Whether all else that a role says stands in the description too, or is what the article calls them."""
        described, missing = [told.tokens[at] for at in inside], list[Token]()
        for at, token in enumerate(said):
            if at == asked.at or at in asked.owner or not token.content or token.folded in self._special[BEHALF]:
                continue
            role = self._language.is_role(token.text.lower()) and self._ways.is_called(entity, token.text)
            if not role and not any(alike(token, other) for other in described):
                missing.append(token)
        its = any(self._story.is_possessive(token) and not token.entities for token in described)
        return not missing or (its and self._ways.told_before(missing, told, inside[0]))


def _is_sourced(told: Told, verb: int) -> bool:
    """Whether a sentence names whose words it is, beside a verb that may be one of speech itself."""
    tokens = told.tokens
    return any(token.signs & {NEUTRAL, ANNOUNCED, SOURCE} for at, token in enumerate(tokens) if at != verb)


def _is_unsure(token: Token) -> bool:
    """Whether a word denies something, leaves it open or tells that it is over or less."""
    return bool(token.signs & _UNSURE) or any(sign.startswith(GOVERNS) for sign in token.signs)
