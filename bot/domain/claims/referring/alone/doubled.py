"""Two words of a claim that a sentence has one of: "the (fishermen's) cooperative sells the fish"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token


def doubled(aligned: Aligned) -> list[Token]:
    """The words of a claim that are laid beside one that the sentence has for another of them."""
    places = [place for _, place in aligned.pairs]
    if len(set(places)) == len(places):
        return []
    tokens = aligned.told.tokens
    own = {place for token, place in aligned.pairs if token.plain == tokens[place].plain}
    others = [(token, place) for token, place in aligned.pairs if place in own and token.plain != tokens[place].plain]
    return [token for token, _ in others if token.value is None and not token.entities and not token.dated]
