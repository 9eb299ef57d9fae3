"""Who says it in a claim by a noun that is none for whom the sentence quotes: "the baker said" of a witness's words."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, SOURCE, Wording, folded
from bot.domain.claims.rules.grammar import governs

_TELLING = frozenset({NEUTRAL, ANNOUNCED, SOURCE})


def telling(claim: Clauses, aligned: Aligned, words: Wording) -> set[int]:
    """The clauses of a claim that tell who says something."""
    found = {token.clause for token in claim.tokens if token.signs & _TELLING}
    if not words.reporting:  # "«Cobrarán», prometió".
        found |= {one.clause for one, at in aligned.pairs if governs(one) and aligned.told.quoted[at] is None}
    return found


# Complexity: the conditions of one reading, each a cheap way out before the next.
def says_another(story: Story, aligned: Aligned, claim: Clauses, token: Token) -> bool:
    """Whether a noun stands for who says it, and the article calls nobody so whom the sentence quotes."""
    speakers = {one for one in aligned.told.quoted if one is not None and one >= 0}
    definite = token.before in map(folded, story.reading.language.definite)
    plain = definite and not (token.entities or token.signs or token.mood)
    if not speakers or not plain or story.reading.is_body(token.text):
        return False
    if token.clause not in telling(claim, aligned, story.words):
        return False
    sourced = any(SOURCE in one.signs for one in claim.tokens if one.clause == token.clause)
    return not sourced and speakers.isdisjoint(story.called.get(token.stem, frozenset()))
