"""Says a claim with a condition as one that has it behind "only if", or last.

"If the county does not pay, the works will not begin", "the works will not begin unless the county pays": "the works
will begin only if the county pays". "Solo si paga empezarán las obras": "empezarán las obras solo si paga".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import COND, GOVERNS, NOT

_BOTH = 2
_TO_COME = {"future", "conditional"}
_APOSTROPHES = "'’"


class Conditions:
    """One article's way to say a condition without denials."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._only = [one.replace("-", " ") for one in story.words.special["only_if"]]
        self._inverts = story.reading.language.postposed and not story.reading.language.verb_second
        self._comma = "," if story.reading.language.nouns_capitalised else ""

    def behind(self, text: str) -> str | None:
        """The claim with its condition last, None where it does not open with one or a comma parts it off."""
        said = self._story.said(text)
        tokens = said.tokens
        opens = next((at for at, token in enumerate(tokens[:_BOTH]) if COND in token.signs), None)
        if not self._inverts or opens is None or "," in text or len(said.openers) > tokens[opens].clause + 1:
            return None
        cut = next((at for at in range(len(tokens) - 2, opens + 2, -1) if self._is_to_come(tokens[at])), 0)
        if not cut:
            return None
        while tokens[cut - 1].folded in self._story.words.clitics or NOT in tokens[cut - 1].signs:
            cut -= 1
        first, rest = text[: tokens[cut].start].rstrip(), text[tokens[cut].start :].rstrip(" .")
        return f"{rest[0].upper()}{rest[1:]} {first[0].lower()}{first[1:]}."

    @staticmethod
    def _is_to_come(token: Token) -> bool:
        """Whether a word tells as to come what depends on a condition."""
        return token.mood in _TO_COME or f"{GOVERNS}future" in token.signs

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def straight(self, text: str) -> str | None:
        """The claim with its condition behind "only if" and no denials, None for one without both."""
        said = self._story.said(text)
        if not self._only or len(said.openers) != _BOTH:
            return None
        inside = [[token for token in said.tokens if token.clause == clause] for clause in range(_BOTH)]
        at = next((at for at, tokens in enumerate(inside) if tokens and COND in tokens[0].signs), None)
        if at is None or not inside[1 - at]:
            return None
        condition, main = inside[at], inside[1 - at]
        if not (_denials(condition) and _denials(main)) or any(COND in one.signs for one in main):
            return None
        if any(one.folded not in self._story.words.special["plain_denials"] for one in _denials(said.tokens)):
            return None  # "If nobody pays".
        first, *others = self._only[0].split()
        told = _bare(text, main)
        opened = f"{told[0].upper()}{told[1:]}{' ' + first}{self._comma} {' '.join(others)}"
        return f"{opened} {_bare(text, condition[1:])}."


def _denials(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if NOT in token.signs and not token.content]


def _bare(text: str, tokens: Sequence[Token]) -> str:
    """The text of words without those that deny."""
    denied, said, last = {id(token) for token in _denials(tokens)}, "", tokens[0].start
    for token in tokens:
        if id(token) in denied:
            said += text[last : token.start]
            last = token.start + len(token.text)
            last += text[last : last + 1] in _APOSTROPHES or text[last : last + 1] == " "
    return " ".join((said + text[last : tokens[-1].start + len(tokens[-1].text)]).split()).rstrip(" ,")
