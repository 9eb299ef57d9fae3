"""Forms of a helping verb that are possessives too: "hielp zijn buren", "de huizen zijn gesloopt"."""

from collections.abc import Collection, Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import Wording


def tell_possessives(tokens: Sequence[Token], words: Wording, leading: Collection[str]) -> None:
    """Take what they do as verbs from such forms that are possessives, by what stands before them and behind.

    `leading` are articles and prepositions.
    """
    forms = words.special["owning_forms"]
    for at in [at for at, token in enumerate(tokens) if token.folded in forms]:
        behind = tokens[at + 1 : at + 2]
        led = behind and behind[0].clause == tokens[at].clause and behind[0].folded not in leading
        if led and behind[0].content and _owns(tokens, at, words, leading):
            tokens[at].signs = frozenset()


def _owns(tokens: Sequence[Token], at: int, words: Wording, leading: Collection[str]) -> bool:
    """Whether a preposition, a verb of one or the beginning of a clause stands before such a form.

    A verb helps behind several or behind a noun with its article: "de huizen zijn", "drie zijn".
    """
    before = tokens[at - 1] if at and tokens[at - 1].clause == tokens[at].clause else None
    if before is None or before.folded in words.ties:
        return True
    several = before.text.lower().endswith(tuple(words.special["several_ends"]))
    noun = before.before in leading or before.entities or before.value is not None or before.dated
    return bool(before.content and not noun and not several)
