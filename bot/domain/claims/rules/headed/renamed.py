"""Whether a claim has a name for somebody whom a sentence calls by what they once were: "this former boxer".

And whether it tells of two what a sentence tells of one.
"""

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
    new = tokens[at].before in words.indefinite | words.articles or (words.free_order and not aligned.told.number)
    return points_back(words, tokens, noun) or (new and mine.text[0].isupper())


def doubled(aligned: Aligned) -> str:
    """What tells of somebody by name and of the noun for them as of two, a deed between them; "" for nothing.

    "A court sentenced a cashier", Martin Crole: "Martin Crole sentenced a cashier".
    """
    tokens = aligned.tokens
    for at, (token, place) in enumerate(aligned.pairs):
        if not token.entities or not token.text[0].isupper() or not aligned.told.tokens[place].text[0].islower():
            continue
        for other, there in aligned.pairs[at + 1 :]:
            if there != place or other.entities or other.clause != token.clause:
                continue
            first, last = tokens.index(token), tokens.index(other)
            between = tokens[first + 1 : last]
            if any(one.entities != token.entities and aligned.places[tokens.index(one)] != place for one in between):
                return f"turns round who does what: {token.text}, {other.text}"
    return ""
