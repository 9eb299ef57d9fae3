"""Finds what an article quotes and who says it: spans between marks, told from scare quotes and titles."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.attribution import attribute
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution
from bot.domain.speech.titles import is_name, is_title, joins_name
from bot.domain.text.characters import POINTS
from bot.domain.text.spans import Span, find_spans
from bot.domain.values.article import Article
from config.limits import PULLED_QUOTES, SPEECH_WORDS

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quotation of the article: `article.text[start:end]`, the marks left out.

    Attributes:
        start, end: offsets in the article's text.
        speaker: who says it, in the fullest form of the name that the text has (where that is in another case, the
            surname's nominative that stands there), or a description ("a spokesman for the mayor"); None when unsure.
        role: what the text calls the speaker beside the name ("Kremlin spokesman"), "" when nothing.
        entity: index of the speaker among the entities that were given, None for a description or nobody.
        confident: whether a cue of the quotation's own names the speaker.
        partial: whether it is a part of the reporter's sentence rather than sentences of its own.
        place: offsets of the words that name the speaker at the cue ("the widow"), None where none do.
    """

    start: int
    end: int
    speaker: str | None = None
    role: str = ""
    entity: int | None = None
    confident: bool = False
    partial: bool = False
    place: tuple[int, int] | None = None


def find_quotes(
    article: Article, entities: Sequence[Entity], spans: Sequence[Span] | None = None
) -> tuple[FoundQuote, ...]:
    """The article's quotations in order, not overlapping, with their speakers; scare quotes and titles are left out.

    Of a quotation over several paragraphs, each paragraph is one, and all have its speaker.

    `entities` are those that `find_entities` gave for the same article, `spans` those of `find_spans` where they are
    known already. Linear in the text's length.
    """
    language = languages.of(article.language)
    text = article.text
    spans = find_spans(text, language) if spans is None else spans
    attributions = _read_twice(text, spans, attribute(text, spans, entities, language))
    found: list[FoundQuote] = []
    name_end = 0
    for span, attribution in zip(spans, attributions, strict=True):
        cued = _is_cued(text, span, attribution, language)
        words = _WORD.findall(text, span.start, span.end) if language.spaced else []
        joined = not cued and joins_name(text, name_end, span, language)
        if joined or (words and is_name(text, span, words, language, cued=cued)):
            name_end = span.outer_end
        elif _is_speech(text, span, attribution, language, words=words, cued=cued):
            found += [_quote(text, place, attribution, entities) for place in _parts(text, span)]
    return tuple(found)


def _read_twice(text: str, spans: Sequence[Span], found: list[Attribution]) -> list[Attribution]:
    """The attributions, where what opens a paragraph without a cue of its own and stands again in the text is changed.

    It is of who speaks it there, or of nobody where the article says it itself. The first of an article alone are
    looked up, so that the time is linear.
    """
    alone = [
        (index, span)
        for index, span in enumerate(spans)
        if found[index].cue in {Cue.RUNNING, Cue.NONE} and text[span.outer_start - 1 : span.outer_start] in {"", "\n"}
    ]
    shown_apart = frozenset(span.start for _, span in alone[:PULLED_QUOTES])
    for index, span in alone[:PULLED_QUOTES]:
        words = text[span.start : span.end].rstrip(_ENDING)
        if len(words.split()) >= SPEECH_WORDS:
            again = _again(text, words, span, shown_apart)
            found[index] = found[index] if again is None else _spoken_there(spans, found, again)
    return found


def _again(text: str, words: str, span: Span, apart: frozenset[int]) -> int | None:
    """The place of a quotation's words elsewhere, first behind it, and none where they are only shown apart there."""
    places = [text.find(words, span.outer_end), text.find(words, 0, span.start)]
    while places[0] in apart:
        places[0] = text.find(words, places[0] + 1)
    return next((place for place in places if place >= 0 and place not in apart), None)


_ENDING = "".join(POINTS) + ",;: \"'”’“‘»›"


def _spoken_there(spans: Sequence[Span], found: Sequence[Attribution], place: int) -> Attribution:
    """Who speaks what is quoted at a place; nobody where no quotation is there."""
    at = bisect_right(spans, place, key=lambda span: span.outer_start) - 1
    if at < 0 or spans[at].outer_end <= place or not found[at].speaker:
        return Attribution()
    return replace(found[at], cue=Cue.RUNNING)


def _parts(text: str, span: Span) -> list[tuple[int, int]]:
    """The paragraphs of a quotation, each without the mark that opens it again."""
    parts: list[tuple[int, int]] = []
    at = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        parts.append((at, match.start()))
        at = match.end()
    return [*parts, (at, span.end)]


_BREAK = re.compile(r"\s*\n\s*[\"“”„«»‘']\s*(?=\S)")


def _is_cued(text: str, span: Span, attribution: Attribution, language: Language) -> bool:
    """Whether a cue of a quotation's own sentence makes it speech, whether or not it names the speaker."""
    if attribution.cue is Cue.CONTINUED and language.drops_subjects and text[span.start].islower():
        before = text[max(0, span.outer_start - _VERB) : span.outer_start].split(" ")[-_PAIR:]
        return before[-1:] == [""] and before[0].lower().rstrip(",") in language.verbs  # "e chiede «una risposta»"
    return attribution.cue is Cue.SPEECH or (not language.knows_speakers and _has_verb(text, span, language))


def _quote(text: str, place: tuple[int, int], attribution: Attribution, entities: Sequence[Entity]) -> FoundQuote:
    role = ""
    if attribution.entity is not None and entities[attribution.entity].roles:
        told = entities[attribution.entity].roles[0]
        role = text[told.start : told.end]
    start, end = place
    return FoundQuote(
        start=start,
        end=end,
        speaker=attribution.speaker,
        role=role,
        entity=attribution.entity,
        confident=attribution.cue >= Cue.CONTINUED,
        partial=text[start].islower(),
        place=attribution.place,
    )


def _is_speech(
    text: str, span: Span, attribution: Attribution, language: Language, *, words: list[str], cued: bool
) -> bool:
    """Whether a span that is no name is speech: long enough, or with a cue of its own.

    `words` are its words, none where words are not parted.
    """
    if not language.spaced:
        return span.end - span.start >= 2 * SPEECH_WORDS
    if not words:
        return False
    if len(words) >= SPEECH_WORDS:
        return True
    body = text[span.start : span.end]
    if body.lstrip("¿¡")[:1].isupper() and _is_told(text, span, attribution, language, whole=len(words) > 1):
        return True
    return cued and (body.endswith(",") or not is_title(words) or _is_clause_part(body, words, language))


def _is_told(text: str, span: Span, attribution: Attribution, language: Language, *, whole: bool) -> bool:
    """Whether a few words with a capital are said: a sentence of who speaks, or what leads to a verb of speech.

    One word, which is not `whole`, is somebody's who is named, or has more of the quotation behind the verb.
    """
    sentence = text[span.start : span.end].endswith(tuple(POINTS)) or _is_sentence(text, span)
    if whole and sentence and (attribution.cue >= Cue.RUNNING or _is_persons(text, span, attribution)):
        return True
    named = attribution.entity is not None and attribution.cue is Cue.SPEECH
    goes_on = whole or (named and _ENDS.match(text, span.outer_end)) or _GOES_ON.match(text, span.outer_end)
    return bool(goes_on) and attribution.speaker is not None and _leads_to_verb(text, span, language, whole=whole)


def _is_persons(text: str, span: Span, attribution: Attribution) -> bool:
    """Whether a short sentence is of the person whom the one before it is about: "Ann Lee has no regrets. “...”"."""
    known = attribution.cue is Cue.SUBJECT and attribution.entity is not None
    return known and len(text[span.start : span.end].split()) >= _SHORT


def _is_sentence(text: str, span: Span) -> bool:
    """Whether a span has its sentence to itself, with the point behind the mark: "«...», dijo Gil. «Ayer, mil»."."""
    before = text[max(0, span.outer_start - _PAIR) : span.outer_start].rstrip(" ")[-1:]
    if before in _DASHES:  # "«...», — сказала Лис. — «Теперь поздно»."
        before = text[max(0, span.outer_start - 2 * _PAIR - 1) : span.outer_start].rstrip(f" {_DASHES}")[-1:]
    begins = before in {"", "\n"} or before in POINTS or before in _CLOSING
    return begins and text[span.outer_end : span.outer_end + 1] in {*POINTS}


def _is_clause_part(body: str, words: Sequence[str], language: Language) -> bool:
    """Whether a few words are a part of a sentence, though their nouns have capitals: "schlicht verschlafen"."""
    return language.nouns_capitalised and body[0].islower() and len(words) > 1


def _leads_to_verb(text: str, span: Span, language: Language, *, whole: bool) -> bool:
    """Whether a comma and a verb of speech stand right behind a span: "«Es mentira», reaccionó", "«...», gli disse".

    Behind more than a word any verb that reports will do: "„Tausend Euro je Volk“, rechnet er vor".
    """
    behind = _WORD.findall(text[span.outer_end : span.outer_end + _BESIDE].lower())
    comma = text[span.end - 1 : span.end] == "," or text[span.outer_end : span.outer_end + 1] == ","
    clitic = language.drops_subjects and bool(behind) and behind[0] in language.determiners
    after = behind[clitic : clitic + 1]
    if not comma or not after:
        return False
    said = after[0] in language.verbs or after[0] in language.auxiliaries
    said = said or not language.answers.isdisjoint(behind[:_ANSWER])  # "«Жодного», — пролунала відповідь Ади Лис"
    return said or (whole and after[0] in language.weak_verbs)


def _has_verb(text: str, span: Span, language: Language) -> bool:
    """Whether a verb of speech stands right after a span, or before the comma or colon that leads to it.

    For languages whose speakers are not looked for, so that no cue is known.
    """
    after = _WORD.search(text, span.outer_end, span.outer_end + _BESIDE)
    if after is not None and after.group().lower() in language.verbs:
        return True
    before = text[max(0, span.outer_start - _BESIDE) : span.outer_start].rstrip()
    words = re.split(rf"[{POINTS}\n]", before)[-1]
    return before.endswith((",", "،", ":")) and any(word in language.verbs for word in _WORD.findall(words.lower()))


_STOPS = re.escape("".join(POINTS))
# "„Nein“, sagte Ada Lind, „wir bleiben“"
_GOES_ON = re.compile(rf", [^{_STOPS}:;«»„“”\"\n]{{4,80}}, [«„“\"]\s?[^\W\d_A-Z]")
# "«Miente», dijo Ana Gil."; it is a title in "«Faust», sagt Ada Lind, sei ihr Stück."
_ENDS = re.compile(rf",[^{_STOPS},:;«»„“”\"\n]{{4,90}}[{_STOPS}]")
_SHORT = 3  # Words of "Das war Absicht."; fewer are a name or a word that is talked about.
_PAIR = 2  # Characters of a mark or point and the space behind it.
_CLOSING = '”“"»'
_DASHES = "—–"
_ANSWER = 3  # Words of "came the answer".
_VERB = 30  # Characters of a verb right before a quotation.
_BESIDE = 60  # Characters beside a quotation in which its verb of speech stands.
