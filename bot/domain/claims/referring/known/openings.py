"""Who may do it in a clause: its first word, or what stands behind the time that it opens with."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.referring.circumstances import is_time
from bot.domain.claims.referring.pointers import SURE


def doing(inside: Sequence[Token], story: Story) -> Sequence[Token]:
    """A clause's first word, or behind a time the next, and with a verb there the one behind that."""
    at = 0
    while at + 1 < len(inside) and (is_time(inside[at]) or (inside[at].value is not None and inside[at + 1].dated)):
        at += 1
    if not at:
        return inside[:1]
    verb = inside[at].mood in SURE or (story.reading.language.verb_second and inside[at].text[0].islower())
    return inside[at : at + 1 + verb]


def may_do(token: Token, inside: Sequence[Token], aligned: Aligned, story: Story) -> bool:
    """Whether a word is who does it in its clause, and behind a time no pronoun of the sentence's may mean them."""
    if not any(one is token for one in doing(inside, story)):
        return False
    return token is inside[0] or not _opens_pointing(aligned, story)


def _opens_pointing(aligned: Aligned, story: Story) -> bool:
    """Whether a clause of a sentence opens with a pronoun, with a word that opens it before that or none."""
    firsts = {token.clause: at for at, token in reversed([*enumerate(aligned.told.tokens)])}
    opening = (aligned.told.tokens[at : at + 2] for clause, at in firsts.items() if clause in aligned.used)
    return any(not one.content and story.leads_back(one) for pair in opening for one in pair)
