"""How a speaker was found, and what a rule on a row of tokens answers."""

from enum import IntEnum

from bot.domain.speech.rows.tokens import Part, Token

VERBS = frozenset({Part.VERB, Part.WEAK_VERB})


class Cue(IntEnum):
    """How a speaker was found, the surest last."""

    NONE = 0
    SUBJECT = 1
    RUNNING = 2
    CONTINUED = 3
    SPEECH = 4


Found = tuple[Token | None, Cue]
"""The token that tells who speaks, and how surely. No token with `Cue.SPEECH`: somebody whom the row does not name."""
