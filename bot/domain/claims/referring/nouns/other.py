"""Whether a claim tells of another than whom a pronoun stands for: "the driver of the bus", "of the lorry"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told

# How many words behind a noun the one stands that says which it is: "of the lorry".
_TIED = 3
_NOBODY: frozenset[int] = frozenset()


def is_other(story: Story, aligned: Aligned, named: Sequence[Token], other: Told) -> bool:
    """Whether a claim says of a noun in a pronoun's place whose it is, and the sentence that names it says otherwise.

    `named` are the words in the pronoun's place, `other` is the sentence that they are from.
    """
    is_role = story.reading.language.is_role
    for token in named:
        if token.content and not token.entities and is_role(token.text.lower()):
            mine = _said_of(story, aligned, token)
            if mine is not None and _is_said_otherwise(story, token, mine, other):
                return True
    return False


def _said_of(story: Story, aligned: Aligned, noun: Token) -> Token | None:
    """The word of a claim that says of what a noun is, and that the sentence lacks; None for none."""
    tokens, missing = aligned.tokens, set(aligned.missing)
    at = next((at for at, one in enumerate(tokens) if one.keys & noun.keys), -1)
    for place in () if at < 0 else (at + 1, at - 1):
        one = tokens[place] if 0 <= place < len(tokens) and place in missing else None
        if one is None or one.value is not None or one.dated or one.clause != tokens[at].clause:
            continue
        beside = tokens[at].before == one.folded if place < at else _is_tied(story, one, tokens[at])
        if beside:
            return one
    return None


def _is_tied(story: Story, token: Token, noun: Token) -> bool:
    return token.before == noun.folded or token.before in story.of_words | story.leading | story.words.fused


# Complexity: what stands behind the noun is looked at word by word.
def _is_said_otherwise(story: Story, noun: Token, mine: Token, other: Told) -> bool:
    """Whether a sentence has another word behind a noun, tied to it, and not the claim's beside it."""
    for at in sorted({place for key in noun.keys for place in other.places.get(key, ())}):
        behind = other.tokens[at + 1 : at + 1 + _TIED]
        one = next((token for token in behind if token.content), None)
        if one is None or one.clause != other.tokens[at].clause or one.mood in {"past", "future"}:
            continue
        if one.keys & mine.keys or one.entities & mine.entities:
            return False
        between = behind[: behind.index(one)]
        tied = all(token.folded in story.of_words | story.leading | story.words.fused for token in between)
        if tied and (between or story.words.free_order or story.words.definite_endings):
            return True
    return False


def is_other_body(story: Story, aligned: Aligned, token: Token) -> bool:
    """Whether a sentence has for a body's name a noun that may be of another: "the district court", two universities.

    `token` is a word of that name that the sentence lacks.
    """
    if token.entities.isdisjoint(story.shortened_bodies):
        return False
    tokens = aligned.told.tokens
    for one, place in aligned.pairs:
        noun = tokens[place]
        alike = story.shortened.get(one.stem, _NOBODY)
        if noun.entities or not alike & token.entities & one.entities:
            continue
        last = (one.named.keys() & alike for one in reversed(story.sentences[: aligned.told.number]))
        nearest = next(filter(None, last), alike)
        if len(alike) == 1 or not nearest <= token.entities:
            return not story.is_possessive(tokens[place - 1]) if place else True
    return False
