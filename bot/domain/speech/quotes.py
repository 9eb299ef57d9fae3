"""Finds what an article quotes and who says it: spans between marks, told from scare quotes and titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.attribution import attribute
from bot.domain.speech.cues import Cue
from bot.domain.speech.referents import Attribution
from bot.domain.text.spans import Span, find_spans
from bot.domain.values.article import Article
from config.limits import SPEECH_WORDS

_SMALL_WORD = 3
_POINTS = (".", "!", "?", "…")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quotation of the article: `article.text[start:end]`, the marks left out.

    Attributes:
        start, end: offsets in the article's text.
        speaker: who says it, in the fullest form of the name that the text has, or a description ("a spokesman for the
            mayor"); None when unsure.
        role: what the text calls the speaker beside the name ("Kremlin spokesman"), "" when nothing.
        entity: index of the speaker among the entities that were given, None for a description or nobody.
        confident: whether a cue of the quotation's own names the speaker.
        partial: whether it is a part of the reporter's sentence rather than sentences of its own.
    """

    start: int
    end: int
    speaker: str | None = None
    role: str = ""
    entity: int | None = None
    confident: bool = False
    partial: bool = False


def find_quotes(
    article: Article, entities: Sequence[Entity], spans: Sequence[Span] | None = None
) -> tuple[FoundQuote, ...]:
    """The article's quotations in order, not overlapping, with their speakers; scare quotes and titles are left out.

    `entities` are those that `find_entities` gave for the same article, `spans` those of `find_spans` where they are
    known already. Linear in the text's length.
    """
    language = languages.of(article.language)
    text = article.text
    spans = find_spans(text, language) if spans is None else spans
    attributions = attribute(text, spans, entities, language)
    return tuple(
        _quote(text, span, attribution, entities)
        for span, attribution in zip(spans, attributions, strict=True)
        if _is_speech(text, span, attribution, language)
    )


def _quote(text: str, span: Span, attribution: Attribution, entities: Sequence[Entity]) -> FoundQuote:
    role = ""
    if attribution.entity is not None and entities[attribution.entity].roles:
        place = entities[attribution.entity].roles[0]
        role = text[place.start : place.end]
    first = text[span.start]
    return FoundQuote(
        start=span.start,
        end=span.end,
        speaker=attribution.speaker,
        role=role,
        entity=attribution.entity,
        confident=attribution.cue >= Cue.CONTINUED,
        partial=first.islower(),
    )


def _is_speech(text: str, span: Span, attribution: Attribution, language: Language) -> bool:
    """Whether a span is speech: long enough, or with a cue of its own; not a title."""
    body = text[span.start : span.end]
    if not language.spaced:
        return len(body) >= 2 * SPEECH_WORDS
    words = _WORD.findall(body)
    if not words:
        return False
    cued = attribution.cue is Cue.SPEECH or (not language.knows_speakers and _has_verb(text, span, language))
    if not cued and language.nouns_capitalised and _is_body(text, span, words):
        return False
    if len(words) >= SPEECH_WORDS:
        return True
    whole = body[0].isupper() and body.endswith(_POINTS) and len(words) > 1
    if whole and attribution.cue >= Cue.RUNNING:
        return True
    return cued and (body.endswith(",") or not _is_title(words))


def _has_verb(text: str, span: Span, language: Language) -> bool:
    """Whether a verb of speech stands right after a span, or before the comma or colon that leads to it.

    For languages whose speakers are not looked for, so that no cue is known.
    """
    after = _WORD.search(text, span.outer_end, span.outer_end + _BESIDE)
    if after is not None and after.group().lower() in language.verbs:
        return True
    before = text[max(0, span.outer_start - _BESIDE) : span.outer_start].rstrip()
    words = re.split(r"[.!?؟\n]", before)[-1]
    return before.endswith((",", "،", ":")) and any(word in language.verbs for word in _WORD.findall(words.lower()))


_BESIDE = 60  # Characters beside a quotation in which its verb of speech stands.


def _is_body(text: str, span: Span, words: list[str]) -> bool:
    """Whether a span is the name of a body or work that runs on in the sentence: "die „Initiative Rad“"."""
    before = text[max(0, span.outer_start - 2) : span.outer_start]
    after = text[span.outer_end : span.outer_end + 2]
    goes_on = after[:1] == "," or after[1:] == "(" or after[1:].isalpha()
    runs_on = before[:1].isalpha() and before[1:] == " " and goes_on
    ends = words[0][0].isupper() and words[-1][0].isupper()
    stops = text.endswith((*_POINTS, ","), span.start, span.end)
    return runs_on and ends and not stops and len(words) <= _BODY_WORDS


_BODY_WORDS = 10


def _is_title(words: list[str]) -> bool:
    return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words)
