"""Whose view a sentence opens with, what those do who speak of themselves as "we", and nouns that are for kin."""

from collections.abc import Callable, Collection, Mapping, Sequence

from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import SOURCE, Wording, folded
from bot.domain.language.languages import Language

# Among how many words at a sentence's beginning whose view it is stands.
_VIEW = 6
# How many words behind a noun whose kin somebody is may be told in: "de l'ancien maire".
_OWNER = 4


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


class Kin:
    """A language's nouns for kin that mean anybody besides: "sa femme", "la femme du maire", "Holms Frau"."""

    def __init__(self, words: Wording, nouns: Mapping[str, bool], language: Language) -> None:
        self._kin, self._nouns, self._cases = words.special["kin"], nouns, ("", *language.role_cases)
        self._of = words.special["chaining"] | frozenset(map(folded, language.genitives))
        self._capitals = language.nouns_capitalised

    def weigh(self, tokens: Sequence[Token], owns: Callable[[Token], bool], is_person: Callable[[int], bool]) -> None:
        """Let such a noun say something where it tells whose wife or husband somebody is."""
        for at in [at for at, one in enumerate(tokens) if one.folded in self._kin and not one.content]:
            before = [one for one in tokens[max(0, at - 1) : at] if one.clause == tokens[at].clause]
            owned = any(one.owner or owns(one) or self._is_genitive(one, is_person) for one in before)
            tokens[at].content = (owned and not tokens[at].entities) or self._is_of(tokens, at, is_person)

    def _is_genitive(self, token: Token, is_person: Callable[[int], bool]) -> bool:
        """Whether a word before a noun is a name that tells whose that is: "Holms Frau"."""
        return self._capitals and any(map(is_person, token.entities))

    def _is_of(self, tokens: Sequence[Token], at: int, is_person: Callable[[int], bool]) -> bool:
        """Whether somebody stands behind a noun as whose kin they are."""
        behind = [one for one in tokens[at + 1 : at + 1 + _OWNER] if one.clause == tokens[at].clause]
        if not behind or behind[0].folded not in self._of or any(one.value is not None for one in behind[:2]):
            return False
        return any(any(map(is_person, one.entities)) or self._is_somebody(one) for one in behind[1:])

    def _is_somebody(self, token: Token) -> bool:
        """Whether a word is a noun for a person, in the genitive too: "des Bürgermeisters"."""
        return any(self._nouns[token.folded.removesuffix(case)] for case in self._cases if token.folded.endswith(case))
