"""For whom somebody with a bare title works, by what a sentence says beside the title.

verb          "Attorney Ann Holm represents | the tenants | against the owner"
relative      "the owner, for which engineer Tom Reed works"
whose         "the clinic, whose spokeswoman Ann Holm"
owner         "Tom Reed's lawyer, Ann Holm"
behind        "engineer Tom Reed, of the water board"
compound      "Falk-Geschäftsführer Uwe Lintz"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import NOT, folded
from bot.domain.claims.referring.posts.affiliated import Affiliated
from bot.domain.claims.referring.tenures.owners import alike

# How many words stand between a title and "whose", and between a name and its verb.
_WHOSE, _VERB = 2, 2
_HYPHEN = "-"
_FINITE = {"past", "future", "conditional"}


class Serving:
    """One article's."""

    def __init__(self, story: Story, relatives: frozenset[str]) -> None:
        self._story, self._relatives = story, relatives
        self._affiliated = Affiliated(story)
        self._words = story.words
        self._special = story.words.special
        self._verbs = self._special["serving"] | self._special["working"]
        self._compounds = story.reading.language.nouns_capitalised
        self._of = story.of_words | frozenset(map(folded, story.reading.language.genitives))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def is_of_others(self, wanted: Sequence[Token], told: Told, at: int) -> bool:
        """Whether a bare title's owner is told beside it, and is no word of a role."""
        first = self._beside(told.tokens[at])
        if first and not any(folded(token.text).startswith(first) for token in wanted):
            rest = [token for token in wanted if token.keys.isdisjoint(told.tokens[at].keys)]
            return any(token.stem not in self._words.bodies | self._words.groups for token in rest)
        owners, name = self.owners(told, at) or (), self._named(told.tokens, at)
        if owners and name is not None and self._affiliated.body(told.tokens, at, self._end(told.tokens, name)):
            rest = [token for token in wanted if token.keys.isdisjoint(told.tokens[at].keys)]
            theirs = [any(token.stem == other.stem for other in owners) for token in rest]
            return any(theirs) if self._affiliated.leads(told.tokens[at]) else not all(theirs)
        return bool(owners) and not any(alike(token, other) for other in owners for token in wanted)

    def owners(self, told: Told, at: int) -> Sequence[Token] | None:
        """The words for whose lawyer or so somebody is, whose title stands at a place; None where nothing tells that.

        No words where it is told otherwise than by words of the sentence alone.
        """
        tokens = told.tokens
        if tokens[at - 1].owner if at and tokens[at - 1].clause == tokens[at].clause else False:
            return self._genitive(tokens, at)
        if any(tokens[one].folded in self._words.whose for one in self._near(tokens, at)):
            return self._antecedent(tokens, tokens[at].clause)
        name = self._named(tokens, at)
        if name is None or any(token.folded in self._verbs for token in tokens[at:name]):
            return None  # "Nora Quill, who | defended | Tarn".
        return self._affiliated.body(tokens, at, self._end(tokens, name)) or self._served(tokens, name)

    def _named(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the name of the person begins that stands behind a title in its clause or opens the next."""
        name = at + 1
        while name < len(tokens) and tokens[name].clause == tokens[at].clause and not tokens[name].entities:
            name += 1
        person = name < len(tokens) and any(map(self._story.is_person, tokens[name].entities))
        return name if person else None

    def _beside(self, token: Token) -> str:
        """The first part of a noun with a hyphen that tells whose an office is, "" without one."""
        whole = self._compounds and _HYPHEN in token.text and token.text[:1].isupper()
        return folded(token.text.partition(_HYPHEN)[0]) if whole else ""

    def _near(self, tokens: Sequence[Token], at: int) -> range:
        """The places right before and behind a title in its clause."""
        first = next(place for place in range(at + 1) if tokens[place].clause == tokens[at].clause)
        behind = at + 2 if self._words.free_order else at
        return range(max(first, at - _WHOSE), min(behind, len(tokens)))

    def _genitive(self, tokens: Sequence[Token], at: int) -> Sequence[Token]:
        first = at - 1
        while first and tokens[first - 1].clause == tokens[at].clause and tokens[first - 1].content:
            first -= 1
        return tokens[first:at]

    def _antecedent(self, tokens: Sequence[Token], clause: int) -> Sequence[Token]:
        """The last noun with what belongs to it in the clause before one, behind the last word that ties it."""
        inside = [at for at, token in enumerate(tokens) if token.clause == clause - 1]
        parting = [at for at in inside if self._is_tie(tokens[at]) or tokens[at].mood in _FINITE]
        led = [
            at for at in inside if tokens[at].folded in self._story.leading and tokens[at - 1].folded not in self._of
        ]
        first = max([inside[0], *(at + 1 for at in parting), *led]) if inside else 0
        return [tokens[at] for at in inside if at >= first]

    def _served(self, tokens: Sequence[Token], name: int) -> Sequence[Token] | None:
        """For whom somebody named works, by the verb of the name's clause."""
        clause = tokens[name].clause
        inside = [at for at, token in enumerate(tokens) if token.clause == clause]
        verbs = [at for at in inside if tokens[at].folded in self._verbs]
        if not verbs:
            return None
        opening = [tokens[at].folded for at in inside[: _WHOSE + 1]]
        if clause and not self._relatives.isdisjoint(opening) and name > inside[0] + 1:
            return self._antecedent(tokens, clause)
        last = self._end(tokens, name)
        verb = next((at for at in verbs if last < at <= last + _VERB), None)
        return None if verb is None else self._object(tokens, [at for at in inside if at > verb])

    @staticmethod
    def _end(tokens: Sequence[Token], name: int) -> int:
        """Where the last word of a name stands."""
        last = name
        while last + 1 < len(tokens) and tokens[last + 1].entities & tokens[name].entities:
            last += 1
        return last

    def _object(self, tokens: Sequence[Token], behind: Sequence[int]) -> Sequence[Token] | None:
        """What a verb is done for: up to the next word that ties something else."""
        found = list[Token]()
        if behind and tokens[behind[0] - 1].folded in self._special["working"]:
            if tokens[behind[0]].folded not in self._special["working_for"]:
                return None  # "Worked on the play."
            behind = behind[1:]
        for at in behind:
            if any(token.content for token in found) and self._is_tie(tokens[at]):
                break
            if tokens[at].folded in self._special["warding"]:
                break
            found.append(tokens[at])
        return found

    def _is_tie(self, token: Token) -> bool:
        """Whether a word ties, and does not only tell whose something is."""
        small = token.folded in self._words.ties - self._story.leading or token.folded in self._special["warding"]
        return small and token.folded not in self._of | self._words.partitives


# Complexity: the conditions of one reading, each a cheap way out before the next.
def serves_as(tokens: Sequence[Token], places: Sequence[int], story: Story) -> int:
    """How many words behind a name tell that its bearer is what stands behind them, 0 where they do not.

    "Works as | a beekeeper", "працює | пасічником", "has been | the sexton since 2019".
    """
    special = story.words.special
    name, words = places[0] - 1, [tokens[at] for at in places[:3]]
    if len(words) <= 1 or words[0].clause != tokens[name].clause:
        return 0
    if words[0].folded in special["works_as"]:
        if words[1].folded in special["as_what"]:
            return 2 if _is_no_likeness(tokens, places, story) else 0
        noun = story.reading.language.is_role(words[1].text.lower())
        return int(story.words.free_order and noun and words[1].clause == words[0].clause)
    if words[0].folded in special["as_what"]:  # "In Holm arbeitet Sam Pohl | als Imker".
        while name and tokens[name - 1].entities & tokens[places[0] - 1].entities:
            name -= 1
        denied = any(NOT in token.signs for token in tokens[:name] if token.clause == tokens[name].clause)
        return int(name > 0 and tokens[name - 1].folded in special["works_as"] and not denied)
    perfect = words[0].folded in special["perfected"] and words[1].folded in story.words.been
    since = perfect and any(tokens[at].folded in special["since"] for at in places)
    return 2 if since else 0


def _is_no_likeness(tokens: Sequence[Token], places: Sequence[int], story: Story) -> bool:
    """Whether "as" opens what somebody is, no likeness: "works as hard as a miner", "travaille comme un forçat"."""
    special = story.words.special
    behind = [tokens[at].folded for at in places[2:] if tokens[at].clause == tokens[places[1]].clause]
    like = behind[:1] and behind[0] in special["new_ones"] - story.words.indefinite
    return bool(behind) and not like and special["as_what"].isdisjoint(behind)
