"""Whether a claim has a name for somebody whom a sentence calls by what they once were: "this former boxer"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.people.again import points_back
from bot.domain.claims.comparing.wording import Wording


def is_renamed(aligned: Aligned, at: int, words: Wording) -> bool:
    """Whether the noun behind a place points back to somebody whom a claim calls otherwise."""
    tokens = aligned.told.tokens
    noun = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), at)
    mine = next((token for token, place in aligned.pairs if place == noun), None)
    if mine is None or not tokens[noun].entities or not mine.keys.isdisjoint(tokens[noun].keys):
        return False
    return points_back(words, tokens, noun)
