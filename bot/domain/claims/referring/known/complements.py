"""Tells that no other sentence lends a claim's word: a deed, or what a noun is of that has another there.

"The driver of the tractor is in hospital" is not told of the driver of the bus, nor is he "freed" whom it tells of.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE, Wording

# How many words of a name or a described noun stand before its last, and how many between a preposition and its noun.
_NAME, _LED = 3, 2


def is_deed(token: Token, aligned: Aligned, words: Wording) -> bool:
    """Whether a word is a verb that no other sentence lends, as "відпустили" to one with a verb of its own."""
    if words.free_order and token.mood == "past" and not token.entities:
        left = (one for at, one in enumerate(aligned.told.tokens) if at not in aligned.matched and one.content)
        return any(_is_plain(one) and one.clause in aligned.used for one in left)
    return token.before in words.been or PASSIVE in words.signs.get(token.before, ())


# Complexity: the conditions of one reading, each a cheap way out before the next.
def has_other_complement(claim: Clauses, aligned: Aligned, token: Token, story: Story) -> bool:
    """Whether the noun that a claim's word completes has another in the sentence, which the claim leaves out.

    That is another thing where both are told of as two, or a thing where the claim names a person.
    """
    head, tie = _head(claim.tokens, claim.tokens.index(token), story)
    place = next((at for one, at in aligned.pairs if one is head), None) if head is not None else None
    if head is None or place is None or not _is_plain(head):
        return False
    tokens = aligned.told.tokens
    at = _tied_behind(tokens, place, tie, story)
    if at is None or at in aligned.matched or tokens[at].dated or tokens[at].value is not None:
        return False
    other = tokens[at]
    if other.entities & token.entities or not other.keys.isdisjoint(token.keys):
        return False
    if token.entities:
        return _is_thing(other, story) and any(map(story.is_surely_person, token.entities))
    return _is_plain(token) and not other.entities and _are_two(token, other, aligned.told, story)


def _head(tokens: Sequence[Token], at: int, story: Story) -> tuple[Token | None, str]:
    """The noun that a preposition ties a word to, and that preposition; words of a name may stand between."""
    leading, ties = story.leading - story.words.fused, story.words.ties | story.of_words
    behind = 0
    for place in range(at - 1, 0, -1):
        one = tokens[place]
        if one.clause != tokens[at].clause or behind > _NAME:
            break
        if one.folded in ties and one.folded not in leading:
            before = tokens[place - 1]
            return (before, one.folded) if before.content else (None, "")
        behind += one.folded not in leading
    return None, ""


def _tied_behind(tokens: Sequence[Token], place: int, tie: str, story: Story) -> int | None:
    """Where the noun stands that such a preposition ties to the noun at a place, None where none does."""
    behind = [at for at in range(place + 1, min(place + 2 + _LED, len(tokens))) if not tokens[at].content]
    tied = tokens[place + 1] if place + 1 < len(tokens) else tokens[place]
    words = story.words
    same = tied.folded == tie or {tied.folded, tie} <= story.of_words
    same = same or (tied.plain[:1] == tie[:1] and bool({tied.folded, tie} & words.fused))
    if place + 1 not in behind or tied.clause != tokens[place].clause or not same:
        return None
    at = next((at for at in range(place + 2, min(place + 2 + _LED, len(tokens))) if tokens[at].content), None)
    return at if at is not None and tokens[at].clause == tokens[place].clause else None


def _is_thing(token: Token, story: Story) -> bool:
    """Whether a noun is for no person: no role, nobody's name, and nothing that the article calls somebody."""
    words = story.words
    somebody = token.stem in story.called or story.reading.language.is_role(token.text.lower())
    light = token.folded in words.special["some_person"] | words.special["kin"] | words.anaphors
    return _is_plain(token) and not (somebody or light or story.is_pronoun(token) or story.is_possessive(token))


def _are_two(token: Token, other: Token, told: Told, story: Story) -> bool:
    """Whether a sentence before tells of two things, both as new or each with a preposition of its own."""
    for before in story.sentences[: told.number]:
        mine = [at for key in token.keys for at in before.places.get(key, ())]
        theirs = [at for key in other.keys for at in before.places.get(key, ())]
        if any(before.tokens[one].clause == before.tokens[two].clause for one in mine for two in theirs if one != two):
            return True
    return False


def _is_plain(token: Token) -> bool:
    """Whether a word is neither a name nor a number nor a day."""
    return not token.entities and token.value is None and not token.dated
