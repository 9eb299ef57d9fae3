"""Limits behind a count: "by 41 votes only" says that it was by 41 votes."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token

# How many words stand between a number and the limit: "41 de voturi doar".
_BETWEEN = 3


def limits_count(tokens: Sequence[Token], at: int, matched: frozenset[int]) -> bool:
    """Whether a word stands right behind what a claim counts as the sentence does, and limits that number.

    "On 3 May only" limits the day.
    """
    number = next((one for one in range(at - 1, max(at - 1 - _BETWEEN, -1), -1) if tokens[one].value is not None), None)
    if number is None or number not in matched or tokens[number].clause != tokens[at].clause:
        return False
    behind = tokens[at + 1 : at + 2]
    if any(one.clause == tokens[at].clause and (one.entities or one.text[0].isupper()) for one in behind):
        return False  # "Of the five judges only Ann Reed".
    return not any(token.dated or token.entities for token in tokens[number:at])
