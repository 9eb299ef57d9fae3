"""A title beside a name: of whom it is, and whether anything tells more of it."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE, folded
from bot.domain.language import languages

_TIMES = frozenset({"past", "future", "conditional"})


def is_title_of_own(tokens: Sequence[Token], described: Sequence[int], places: tuple[int, int], story: Story) -> bool:
    """Whether a word is the title right before a name, tied to what is no person: "nach Angaben des Rats N.".

    `places` are those of what it may be tied to and of the word.
    """
    earlier, at = places
    language = story.reading.language
    name = tokens[described[-1] + 1].entities if described[-1] + 1 < len(tokens) else frozenset()
    described = [one for one in described if one == at or name.isdisjoint(tokens[one].entities)]  # Not "| Ann | Lee".
    last = described[-1] if described[-1:] != [at] and _completes(tokens, at, described, story) else at
    titled = last == described[-1] and last + 1 < len(tokens) and bool(tokens[last + 1].entities)
    of = story.words.partitives | frozenset(map(folded, language.genitives))
    apart = tokens[tie_at(tokens, at, story)].folded not in of  # Not "the lawyer of the mayor, | X".
    apart = apart or _is_of_holder(tokens[earlier], story)
    beside = titled and tokens[last + 1].clause <= tokens[at].clause + apart
    word = tokens[at].text.lower()
    roles = map(language.is_role, (word, languages.without(word, language.genitive_endings)))
    title = any(roles) or word in language.titles
    return beside and title and not _is_somebody(tokens[earlier], story)


def _is_of_holder(token: Token, story: Story) -> bool:
    """Whether a noun is for what somebody in office does, or is done for them: "the resignation of the mayor, X"."""
    special = story.words.special["behalf"]
    return token.plain.endswith(story.words.deed_nouns or "\0") or token.folded in special


def _is_somebody(token: Token, story: Story) -> bool:
    """Whether a word is for somebody."""
    language, word = story.reading.language, token.text.lower()
    person = language.is_role(word) or word in language.titles or token.folded in story.words.special["kin"]
    return person or bool(token.entities)


def tie_at(tokens: Sequence[Token], at: int, story: Story, *, named: bool = False) -> int:
    """Where the word stands that ties a noun to what is before it, an article between them or none.

    Where it is `named`, no article parts a noun from a tie that stands right before its bearer's name: "of the robber
    Max Ferrer" tells of him.
    """
    name = tokens[at + 1] if named and at + 1 < len(tokens) else None
    if name is not None and name.entities and name.clause == tokens[at].clause:
        return at - 1
    return at - 2 if at > 1 and tokens[at - 1].folded in story.leading - story.of_words else at - 1


def _completes(tokens: Sequence[Token], at: int, described: Sequence[int], story: Story) -> bool:
    """Whether all that stands behind a word tells of what somebody is that: "to the secretary | of state for forests".

    A small word opens it; no verb, nobody else and no other office stands there.
    """
    behind = [tokens[one] for one in described if one > at]
    small = story.of_words | story.words.ties
    # "Ann Lee runs for mayor of Orm against | X".
    opens = behind[0].folded in small and behind[-1].folded not in small | story.words.against
    return opens and not any(_is_of_more(token, story) for token in behind)


def _is_of_more(token: Token, story: Story) -> bool:
    language = story.reading.language
    if token.mood in _TIMES or token.folded in story.words.perfects - story.leading or token.signs:
        return True
    return language.is_role(token.text.lower()) or any(map(story.is_person, token.entities))


def is_bare(
    tokens: Sequence[Token], at: int, described: Sequence[int], *, matched: set[int], now: frozenset[str]
) -> bool:
    """Whether the word for what somebody is has nothing behind it in its clause, and before it only a role's words.

    `now` are words that only tell that they are so now: "its present head".
    """
    inside = (one for one in described if tokens[one].content and tokens[one].clause == tokens[at].clause)
    return not any(at - 1 <= one != at and one not in matched and tokens[one].folded not in now for one in inside)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_deed_to(tokens: Sequence[Token], described: Sequence[int], at: int, story: Story) -> bool:
    """Whether a word right before a name is a verb, and no noun for somebody: "She | replaces | Tom Reed".

    Or what was done to them by another: "He was | replaced | by Tom Reed".
    """
    language, name = story.reading.language, at + 1
    undergone = at > 0 and PASSIVE in tokens[at - 1].signs and name < len(tokens) and AGENT in tokens[name].signs
    if undergone and tokens[at - 1].clause == tokens[at].clause:
        return True
    if at != described[-1] or name >= len(tokens) or tokens[name].clause != tokens[at].clause:
        return False
    word = tokens[at].text.lower()
    noun = language.is_role(word) or word in language.titles or (language.nouns_capitalised and word != tokens[at].text)
    before = tokens[at - 1] if at and tokens[at - 1].clause == tokens[at].clause else None
    verbal = story.words.personal | (story.words.perfects - story.leading)
    subject = before is not None and (bool(before.entities) or before.folded in verbal)
    return subject and bool(tokens[name].entities) and not noun


def is_led(tokens: Sequence[Token], first: int, at: int, ties: frozenset[str], named: Story | None) -> bool:
    """Whether a word that ties stands between two places; any preposition does, where a name stands before."""
    led = ties | named.words.ties if named is not None else ties
    return any(token.folded in led for token in tokens[first:at])


def is_other_kin(one: Token, other: Token, story: Story) -> bool:
    """Whether two words are for other relatives: "brother" and "brother-in-law", "wife" and "husband"."""
    kin = story.words.special["kin"]
    if one.folded not in kin or other.folded not in kin or one.folded == other.folded:
        return False
    genders = {story.reading.language.gender_of_role(token.text.lower()) for token in (one, other)}
    return ("-" in one.folded) != ("-" in other.folded) or genders == {"m", "f"}
