"""Names put in behind the noun for somebody to whom a thing is done: "acquitted his partner, Nina Loos"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE


def closed_up(claim: Clauses, aligned: Aligned, story: Story) -> Aligned | None:
    """A passive claim beside a sentence without the comma before a name that it takes, None where none stands so.

    The name's bearer is whom the deed right before their noun is done to: no preposition stands between the two.
    """
    told = aligned.told
    if not any(PASSIVE in token.signs for token in claim.tokens):
        return None
    for _, place in aligned.pairs:
        clause = told.tokens[place].clause
        if clause and _is_apposed(told, clause, aligned, story):
            tokens = [token.copy() for token in told.tokens]
            for token in tokens:
                token.clause -= token.clause >= clause
            parts = replace(
                told.clauses,
                tokens=tokens,
                openers=[one for at, one in enumerate(told.clauses.openers) if at != clause],
                marks=[one for at, one in enumerate(told.clauses.marks) if at != clause],
            )
            made = Told(told.number, parts, quoted=told.quoted, subject=told.subject)
            made.place()
            return Aligned(made, aligned.tokens, aligned.places)
    return None


def _is_apposed(told: Told, clause: int, aligned: Aligned, story: Story) -> bool:
    """Whether a clause is a name alone behind a comma, and before that stands a deed that the claim takes."""
    tokens = told.tokens
    name = [token for token in tokens if token.clause == clause]
    alone = all(token.entities and token.text[0].isupper() for token in name)
    if told.clauses.marks[clause] != "," or not alone or not any(map(story.is_person, name[0].entities)):
        return False
    before = [at for at, token in enumerate(tokens) if token.clause == clause - 1]
    deed = max((at for at in before if at in aligned.matched and not tokens[at].entities), default=before[-1])
    return _is_object(tokens[deed + 1 : before[-1] + 1], story)


def _is_object(between: Sequence[Token], story: Story) -> bool:
    """Whether words behind a deed are a noun with what belongs to it, and no preposition ties them."""
    ties = story.words.ties - story.leading - story.of_words
    noun = bool(between) and between[-1].content and not between[-1].dated and between[-1].value is None
    return noun and not any(token.folded in ties for token in between)
