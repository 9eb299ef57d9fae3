"""Tells the language of a text with py3langid, whose model lies in its wheel, and with what the page says of itself."""

import re
from functools import cache
from typing import Any

from bot.domain.language import languages
from config.limits import (
    LANGUAGE_CERTAINTY,
    LANGUAGE_CHARACTERS,
    LANGUAGE_EXCLUDED,
    LANGUAGE_LETTERS,
    LANGUAGE_LIKELIHOOD,
)

_CODE = re.compile(r"\s*([A-Za-z]{2})(?:[-_].*|\s*)$", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")

# Share of a text's words that are its language's function words: news has 0.3 to 0.5, other languages under 0.1.
_OWN_SHARE = 0.25

# How many times the share of any other language's function words that is, where nothing else tells the language: the
# words of Catalan and Galician are to a third those of Spanish, too.
_OWN_LEAD = 2.0

# Share of function words of a neighbouring language from which a text may be that one's: a name or a citation is less.
_NEIGHBOURS_SHARE = 0.02

# Languages with function words here. English comes first: of texts in other languages its words are at most a sixth.
_KNOWN = ("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk")

# Characters of Chinese or Japanese that say as much as `LANGUAGE_LETTERS` letters of a word script, about a fifth.
_HAN_FACTOR = 5

# Share of kana from which a text with Chinese characters is Japanese; a Chinese text cites a name at the most.
_KANA_SHARE = 0.05


def language_of(text: str, hint: str | None = None) -> str | None:
    """The ISO 639-1 code of the text's language, None when the text is too short to tell and there is no hint.

    Args:
        text: the article's text; its beginning is read.
        hint: what the page says ("en-GB", "de_DE"); it stands for short texts and where the verdict is not certain.
    """
    hinted = _code(hint)
    sample = text[:LANGUAGE_CHARACTERS]
    words = _WORD.findall(sample.lower())
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    letters = sum(map(len, words)) + (han + kana) * (_HAN_FACTOR - 1)
    if letters < LANGUAGE_LETTERS:
        return "ja" if kana and not hinted else hinted
    if han + kana > letters / (2 * _HAN_FACTOR):
        return "ja" if kana > _KANA_SHARE * (han + kana) else "zh"
    return _told_by_words(words, hinted) or _ranked(sample, hinted)


def _told_by_words(words: list[str], hinted: str | None) -> str | None:
    """The language that a text's function words tell: the page's own where they are its, else one they plainly are."""
    if hinted is None:
        return _plainly(words)
    return hinted if _share(words, hinted) >= _OWN_SHARE else None


def _ranked(sample: str, hinted: str | None) -> str | None:
    """The language that the model tells, the page's own where the model is not certain."""
    ranked = [(code, share) for code, share in _identifier().rank(sample) if len(code) == len("en")]
    best, certainty = ranked[0]
    if hinted is None:
        return best if certainty >= LANGUAGE_LIKELIHOOD else None
    excluded = dict(ranked).get(hinted, 0.0) < LANGUAGE_EXCLUDED
    return str(best) if certainty >= LANGUAGE_CERTAINTY or excluded else hinted


def _code(hint: str | None) -> str | None:
    match = _CODE.match(hint or "")
    return match.group(1).lower() if match else None


def _plainly(words: list[str]) -> str | None:
    """The language whose function words the text uses as no other's, None where two are near: then a model is asked."""
    english, *others = _KNOWN
    if _share(words, english) >= _OWN_SHARE:
        return english
    (second, _), (best, code) = sorted((_share(words, code), code) for code in others)[-2:]
    plain = best >= _OWN_SHARE and best >= _OWN_LEAD * second
    return code if plain and not _is_neighbouring(words, code) else None


def _is_neighbouring(words: list[str], code: str) -> bool:
    """Whether a text has function words of a language like this one that this one has not: Afrikaans, not Dutch."""
    neighbours = languages.of(code).neighbours
    return sum(map(neighbours.__contains__, words)) >= _NEIGHBOURS_SHARE * len(words)


def _share(words: list[str], code: str) -> float:
    """The share of the words that are a language's function words."""
    stop = languages.of(code).stop_words
    return sum(map(stop.__contains__, words)) / len(words) if words else 0.0


@cache
def _identifier() -> Any:
    from py3langid import langid  # noqa: PLC0415  # It loads numpy, which a text whose words tell need not wait for.

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
