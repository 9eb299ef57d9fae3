"""Tells that a sentence tells where something is, so that no place named elsewhere is where it is."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ANNOUNCED, GOVERNS, NEUTRAL, SOURCE, plain_word

# A preposition and an article.
_TIED = 2


def fills_relative(claim: Clauses, aligned: Aligned, token: Token, story: Story) -> bool:
    """Whether a word that a sentence lacks is all that a relative clause of a claim says: "who is for the suit".

    A noun that the whole article is about may be left out of a clause, but nothing tells such a clause then.
    """
    if not token.clause or token.entities or token.dated or token.value is not None:
        return False
    relatives = story.reading.language.relatives
    if claim.openers[token.clause] not in relatives or claim.marks[token.clause] != ",":
        return False
    said = [one for one, _ in aligned.pairs if one.clause == token.clause and one.content]
    light = {NEUTRAL, ANNOUNCED, SOURCE}
    return all(one.signs & light or any(sign.startswith(GOVERNS) for sign in one.signs) for one in said)


def has_own_place(claim: Clauses, aligned: Aligned, place: Token, story: Story) -> bool:
    """Whether a claim has something be at a place that the sentence lacks, which tells of another that is left out.

    "The pupils spent the night in a farm nearby" does not say that they spent it in Selby, named before; "in the farm"
    may, where the farm is there.
    """
    placing = story.words.special["placing"] | story.words.within | story.words.special["placing_new"]
    if not _is_placed(claim.tokens, claim.tokens.index(place), placing):
        return False
    told = aligned.told.tokens
    for at, token in enumerate(told):
        if at in aligned.matched or not token.content or token.dated or token.value is not None:
            continue
        if _is_new(token, story) and token.clause in aligned.used and _is_placed(told, at, placing):
            return True
    return False


def _is_placed(tokens: Sequence[Token], at: int, placing: frozenset[str]) -> bool:
    """Whether a preposition for where something is stands right before a noun, with an article alone between them."""
    for one in tokens[max(0, at - _TIED) : at][::-1]:
        if one.folded in placing:
            return True
        if one.content or one.clause != tokens[at].clause:
            return False
    return False


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_tied_to_another(claim: Clauses, aligned: Aligned, noun: Token, story: Story) -> bool:
    """Whether a sentence has another, brought in as new or by name, behind the preposition of what it lacks.

    "Sold the laundry to a private firm" does not say that it was sold to the fire brigade, named before.
    """
    tie = _tie(claim.tokens, claim.tokens.index(noun), story)
    if not tie or tie in story.of_words or tie in story.words.partitives:
        return False
    told, fused = aligned.told.tokens, story.words.fused
    for at, token in enumerate(told):
        other = token.content and not token.dated and token.value is None and at not in aligned.matched
        if other and token.clause in aligned.used and _is_new(token, story):
            theirs = _tie(told, at, story)
            alike = plain_word(theirs)[:1] == plain_word(tie)[:1]
            if theirs == tie or (alike and all(len(word) == 1 or word in fused for word in (theirs, tie))):
                return True
    return False


def _tie(tokens: Sequence[Token], at: int, story: Story) -> str:
    """The preposition right before a noun, with an article in it or between them; "" where none stands there."""
    words, led = story.words, False
    for one in tokens[max(0, at - _TIED) : at][::-1]:
        if one.folded in words.fused or (one.folded in words.ties and (led or one.folded not in story.leading)):
            return one.folded
        if one.content or one.clause != tokens[at].clause:
            return ""
        led = one.folded in words.articles  # "A uma": before an article it is no article.
    return ""


def _is_new(token: Token, story: Story) -> bool:
    """Whether a noun is brought in as new, or named."""
    words = story.words
    indefinite = token.before in words.articles | words.indefinite | words.special["placing_new"]
    return indefinite or (bool(token.entities) and token.text[0].isupper())
