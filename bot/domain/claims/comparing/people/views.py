"""Whose view a sentence opens with, and what those do who speak of themselves as "we"."""

from collections.abc import Callable, Collection, Sequence

from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import SOURCE, Wording

# Among how many words at a sentence's beginning whose view it is stands.
_VIEW = 6


def weigh_view(tokens: Sequence[Token], words: Wording, is_person: Callable[[int], bool]) -> None:
    """Let "for" open a source where somebody's name and a verb of proving follow: "für Ann Holm beweist es nichts"."""
    if not tokens or tokens[0].folded not in words.special["bare_views"]:
        return
    inside = [token for token in tokens if not token.clause]
    named = any(map(is_person, frozenset[int]().union(*(token.entities for token in inside[:_VIEW]))))
    if named and any(token.folded in words.special["view_verbs"] for token in inside):
        tokens[0].signs |= {SOURCE}


def tell_of_others(told: Told, words: Wording, leading: Collection[str]) -> None:
    """Let a verb that tells what those do who speak be found by what others do: "nous fermons" by "il ferme"."""
    for ending, _, other in [pair.partition("/") for pair in words.special["we_ends"]]:
        for token, speaker in zip(told.tokens, told.quoted, strict=True):
            if speaker is not None and token.plain.endswith(ending) and token.before not in leading:
                token.keys |= {words.stem(f"{token.plain.removesuffix(ending)}{other}")}
