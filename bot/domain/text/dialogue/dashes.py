"""Where a dash turns from speech to its cue and back: "— Vou embora — disse a mulher. — Já é tarde."."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS

DASH_TURNS = re.compile(rf"(?<=[{POINTS},:;»”])\s*[—–―]\s+|(?<=\w)\s+[—–―](?=\w)|(?<=\w)[—–―](?=[,.])(?:[,.]\s+)?")
_DASHES = re.compile(rf"{DASH_TURNS.pattern}|(?<=\w)(?P<pause>\s+[—–―]\s+)")
_CUE_WORDS = re.compile(r"[,!?…]\s+([\w'’-]+)(?=\s+([\w'’-]+)|())")
_WORD = re.compile(r"\w+")
_CLOSES = frozenset({"", ",", *POINTS})
_SENTENCE_END = re.compile(rf"[^\W\d_]{{3}}[{POINTS}]\s+[^\W\d_a-zà-ÿа-яєіїґ]")  # Behind no initial.
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
    """Whether a verb of speech is among the first words here, or they are a gesture and who makes it."""
    said = any(word in language.verbs for word in islice(_words(text, start, end), _CUE_WORDS_READ))
    return said or (bool(language.gestures) and _is_gesture(text, start, end, language))


def _is_gesture(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a verb, a noun of the body and who is meant stand here: "— разводит руками | глава"."""
    words = list(islice(_WORD.finditer(text, start, min(end, start + _CUE_REACH)), _CUE_WORDS_READ + 1))
    lowers = [word.group().lower() for word in words]
    body = next((at for at, lower in enumerate(lowers) if at and lower in language.gestures), 0)
    if not body or lowers[0] in language.function_words - language.reflexives:
        return False
    if not text[start : words[body].end()].replace(" ", "").isalpha() or not words[0].group().islower():
        return False
    if text[words[body].end() : end].lstrip()[:1] in _CLOSES or body + 1 == len(words):
        return True
    who, lower = words[body + 1].group(), lowers[body + 1]
    return who[0].isupper() or language.is_role(lower) or lower in language.definite | language.possessives.keys()


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

    `marks` are where quotation marks open: "— Да, — сказал Лис. Гай ушла. «Нет», — сказала она.". So does one within a
    sentence that no dash opens behind the cue: "— Da — spune Gai. Potrivit lui, „nu e gata”."
    """
    start, end = place
    opens = (
        at
        for at in marks
        if at > start and (text[start:at].rstrip()[-1:] in _OPENS or _is_behind_cue(text, start, at, language))
    )
    return next((at for at in opens if is_dialogue(text, start + 1, at, language)), end)


def _is_behind_cue(text: str, start: int, mark: int, language: Language) -> bool:
    """Whether a quotation's mark stands in a sentence behind that of a cue, and no dash since."""
    dashes = [past for _, past in turns_in(text, start + 1, mark, language)]
    cue = dashes[-1] if dashes and is_cue(text, dashes[-1], mark, language) else mark
    return _SENTENCE_END.search(text, cue, mark) is not None


def _opens_cue(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the first word here is a verb of speech, but for an auxiliary or a reflexive before it."""
    helping = language.auxiliaries | language.reflexives
    words = _words(text, start, end)
    said = next((word for word in words if word not in helping), "") in language.verbs
    return said or (bool(language.gestures) and _is_gesture(text, start, end, language))


def _words(text: str, start: int, end: int) -> Iterator[str]:
    return (match.group().lower() for match in _WORD.finditer(text, start, min(end, start + _CUE_REACH)))
