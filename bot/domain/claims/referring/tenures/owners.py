"""Whose an office is, or what it is in: whether a role and an article name the same."""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.tenures.phrases import OfficePhrases, Phrase

# The fewest letters of a word, and the most of an ending, that tell two forms of one name.
_LONG, _ENDING = 5, 2


class OfficeOwners:
    """One article's. `told_before` tells whether it told of some words shortly before a place of a sentence."""

    def __init__(
        self, story: Story, phrases: OfficePhrases, told_before: Callable[[Sequence[Token], Told, int], bool]
    ) -> None:
        self._story, self._phrases, self._told_before = story, phrases, told_before
        self._compounds = story.reading.language.nouns_capitalised
        self._genitives = agreement_of(story.reading.language.code).genitives
        self._joints = ("", *story.reading.language.noun_cases)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def heads(self, tokens: Sequence[Token], owner: Sequence[int]) -> Sequence[Token]:
        """The noun for what an owner is, with the name of a body right behind it: "підприємства «Транс»"."""
        head = self._phrases.head(tokens, owner)
        if head is None:
            return [tokens[at] for at in owner if tokens[at].entities][:1]  # "His lawyer".
        found = [tokens[head]]
        noun = tokens[head - 1] if tokens[head].entities and head - 1 in owner and not self._compounds else None
        if noun is not None and self._is_body(noun):
            return [noun, *found]  # "The pigeon society Lightning".
        body = self._is_body(tokens[head])
        for at in range(head + 1, owner[-1] + 1):
            named = tokens[at].entities or (tokens[at].text[:1].isupper() and not self._compounds)
            if at == head + 1 and not named and body and tokens[at].content:
                continue  # "La société colombophile L'Éclair".
            if not named or (not body and any(map(self._story.is_surely_person, tokens[at].entities))):
                break
            found.append(tokens[at])
        return found

    def is_owned_twice(self, tokens: Sequence[Token], found: Phrase) -> bool:
        """Whether a genitive before an office tells whose it is, and words behind it what for."""
        before = tokens[found.at - 1] if found.at and found.owner else None
        return before is not None and before.owner and found.owner[0] > found.at and not self._compounds

    def _is_body(self, noun: Token) -> bool:
        return noun.stem in self._story.words.bodies or self._story.reading.is_body(noun.text)

    def is_told(self, tokens: Sequence[Token], found: Phrase) -> bool:
        """Whether an article tells by a noun what an office is in, not by an adjective: not "liderul sindical"."""
        head = self._phrases.head(tokens, found.owner)
        if head is None or not self._genitives or head != found.at + 1:
            return head is not None
        return tokens[head].plain.endswith(self._genitives) or bool(tokens[head].entities)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def is_same(self, told: Told, found: Phrase, asked: Phrase, said: Sequence[Token]) -> bool:
        """Whether a role, `said`, names the owner that the article does."""
        tokens = told.tokens
        if asked.within:
            return any(self._begins(head, asked.within) for head in self.heads(tokens, found.owner))
        stems = {tokens[at].stem for at in found.owner} if self._story.words.free_order else set()
        owner = [said[at] for at in asked.owner]
        wanted = [one for one in owner if one.content or one.entities or one.stem in stems - self._story.of_words]
        head = self._phrases.head(said, asked.owner)
        if head is None or found.within:
            return head is not None and len(wanted) == 1 and self._begins(said[head], found.within)
        if found.owner and self._is_its(tokens, found.owner):
            return len(wanted) == 1 and self._told_before(wanted, told, found.at)
        if not any(alike(said[head], one) for one in self.heads(tokens, found.owner)):
            return False
        return self._names_all(told, found, wanted)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _names_all(self, told: Told, found: Phrase, wanted: Sequence[Token]) -> bool:
        """Whether the article tells all that a role tells of an owner, there or, of one told as known, before."""
        tokens, leading = told.tokens, self._story.leading
        own = [tokens[at] for at in found.owner if tokens[at].content or tokens[at].entities]
        missing = _unmatched(wanted, own)
        if not missing:
            return True
        known = any(tokens[at].folded in leading for at in found.owner)
        its = found.at > 0 and self._story.is_possessive(tokens[found.at - 1])
        bare = len(own) == 1 and not own[0].entities and (known or its)
        if not bare or any(token.owner or not token.keys.isdisjoint(told.places) for token in missing):
            return False  # What the sentence itself tells of is another: "the museum's director and the library's".
        return self._told_before(missing, told, found.owner[0])

    def _is_its(self, tokens: Sequence[Token], owner: Sequence[int]) -> bool:
        """Whether whose an office is is told by a word for a thing told of before: "its coach"."""
        word = tokens[owner[-1]]
        return len(owner) == 1 and not word.entities and self._story.is_possessive(word)

    def _begins(self, noun: Token, first: str) -> bool:
        """Whether a noun is the first part of a word: "Insolvenz" of "Insolvenzverwalter"."""
        bases = {folded(noun.text).removesuffix(ending) for ending in self._joints}
        return any(first.removesuffix(joint) in bases for joint in self._joints)


def _unmatched(wanted: Sequence[Token], own: Sequence[Token]) -> list[Token]:
    """The words that are like none of some others, each of which is like one at most: "міської ради" is not "ради"."""
    left, missing = [*own], list[Token]()
    stems = {other.stem for other in own}
    for token in sorted(wanted, key=lambda token: token.stem not in stems):
        found = next((other for other in left if alike(token, other)), None)
        if found is None:
            missing.append(token)
        else:
            left.remove(found)
    return missing


def alike(one: Token, other: Token) -> bool:
    """Whether two words name the same, or are forms of one word or of two that say the same."""
    if one.entities and other.entities:
        return not one.entities.isdisjoint(other.entities) or _is_case(one.plain, other.plain)
    if one.value is not None or other.value is not None:
        return one.value == other.value
    return not one.keys.isdisjoint(other.keys) or _is_case(one.plain, other.plain)


def _is_case(one: str, other: str) -> bool:
    """Whether one of two words is the other with a case's ending: "Транс", "Трансу"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LONG and len(long) - len(short) <= _ENDING and long.startswith(short)
