"""Where a dash turns from speech to its cue and back: "— Vou embora — disse a mulher. — Já é tarde."."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS

DASH_TURNS = re.compile(rf"(?<=[{POINTS},:;»”])\s*[—–―]\s+|(?<=\w)\s+[—–―](?=\w)|(?<=\w)[—–―](?=[,.])")
_DASHES = re.compile(rf"{DASH_TURNS.pattern}|(?<=\w)(?P<pause>\s+[—–―]\s+)")
_CUE_WORDS = re.compile(r"[,!?…]\s+([\w'’-]+)(?=\s+([\w'’-]+)|())")
_WORD = re.compile(r"\w+")
_OPENS = frozenset({":", *POINTS})  # Behind them a quotation is one of its own.
_CUE_REACH = 60  # Characters behind a dash in which a cue's first words stand.
_CUE_WORDS_READ = 4


def turns_in(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The dashes that part dashed speech from its cues; one between spaces is else a pause of who speaks.

    Such a dash turns where a verb of speech is the first word behind it, or where a cue stood before it.
    """
    cued = False
    for match in _DASHES.finditer(text, start, end):
        spaced = match.lastgroup == "pause"
        if spaced and not (cued or _opens_cue(text, match.end(), end, language)):
            continue
        cued = not cued and is_cue(text, match.end(), end, language)
        yield match.span()


def is_cue(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a verb of speech is among the first words here."""
    return any(word in language.verbs for word in islice(_words(text, start, end), _CUE_WORDS_READ))


def inverted_cue(text: str, start: int, end: int, language: Language) -> int:
    """Where a cue such as ", said X" begins in dashed speech; `end` when there is none."""
    for match in _CUE_WORDS.finditer(text, start, end):
        word, following = match.group(1).lower(), (match.group(2) or "").lower()
        inverted = word.endswith(language.inverted_pronouns or ("\0",))
        told = following.partition("-")[0] in language.verbs  # "a | liniștit-o"
        if word in language.verbs or inverted or (word in language.auxiliaries and told):
            return match.start() + 1
    return end


def is_dialogue(text: str, start: int, end: int, language: Language) -> bool:
    """Whether what follows a dash is speech and no item of a list, nor a name under a quotation: it has a cue."""
    if inverted_cue(text, start, end, language) < end:
        return True
    return any(is_cue(text, past, end, language) for _, past in turns_in(text, start, end, language))


def dialogue_end(text: str, place: tuple[int, int], marks: Iterable[int], language: Language) -> int:
    """Where dashed speech gives way to a quotation that opens a sentence behind its cue; else its own end.

    `marks` are where quotation marks open: "— Да, — сказал Лис. Гай ушла. «Нет», — сказала она."
    """
    start, end = place
    opens = (at for at in marks if at > start and text[start:at].rstrip()[-1:] in _OPENS)
    return next((at for at in opens if is_dialogue(text, start + 1, at, language)), end)


def _opens_cue(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the first word here is a verb of speech, but for an auxiliary or a reflexive before it."""
    helping = language.auxiliaries | language.reflexives
    words = _words(text, start, end)
    return next((word for word in words if word not in helping), "") in language.verbs


def _words(text: str, start: int, end: int) -> Iterator[str]:
    return (match.group().lower() for match in _WORD.finditer(text, start, min(end, start + _CUE_REACH)))
