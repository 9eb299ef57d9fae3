"""Reads the sentences around quotations as rows of tokens: names, descriptions, pronouns, verbs of speech, commas.

This is no grammar: a token says what it may be for a quotation's speaker, and the rules of `attribution` read the row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.rows.acting import mark_objects, with_gestures
from bot.domain.speech.rows.descriptions import with_descriptions
from bot.domain.speech.rows.marks import mark_apposed, mark_governed, mark_nouns
from bot.domain.speech.rows.people_words import REPORTING, adjacent, described_words, is_actor_word
from bot.domain.speech.rows.tokens import Named, Part, Sentence, Token, parts_of, tokens_of
from bot.domain.text.characters import POINTS
from bot.domain.text.margins import dateline_end
from bot.domain.text.sentences import is_part_of_number
from bot.domain.text.spans import Span
from bot.domain.values.actor import Kind
from config.limits import SENTENCE_TOKENS

_ENDS = frozenset((*POINTS, ";"))
_GOES_ON = frozenset({Part.COMMA, Part.DASH, Part.END})
_OPENING = '„»“"'
_DAY_DIGITS = 2  # "am 3. Oktober": the point after a day ends no sentence.


def sentences_of(
    text: str,
    place: tuple[int, int],
    *,
    spans: Sequence[tuple[int, Span]],
    names: Named,
    language: Language,
) -> list[Sentence]:
    """The sentences of one paragraph as rows of tokens; each span, given with its number, is one token.

    The place that opens an agency's story is no part of its first sentence: "MANTOVA — La notizia ...".
    """
    story = max(place[0], dateline_end(text, *place))
    tokens = tokens_of(text, (story, place[1]), spans, names, language)
    return [_chunked(text, row, names, language) for row in _split(text, tokens, language) if row]


def _split(text: str, tokens: list[Token], language: Language) -> Iterator[Sentence]:
    """Rows between the points that end sentences; a quotation that ends with a point may end one too.

    What is longer than any sentence is parted, so that the rules, which look around in a row, take linear time.
    """
    row: Sentence = []
    past = 0
    for found in _PARTING.finditer(parts_of(tokens)):
        index = found.start()
        yield from _filled(row, tokens[past:index])
        past = index + 1
        token = tokens[index]
        if token.part == Part.END:
            if row and _ends_here(text, row[-1], token, language):
                yield row[:]
                row.clear()
            continue
        if token.part == Part.CLOSE and not row:
            continue  # What it closes is a sentence before this one: "(Der Adler ist gelandet.)"
        row.append(token)
        if token.part == Part.QUOTE and past < len(tokens) and _quote_ends(text, row, tokens, past, language):
            yield row[:]
            row.clear()
    yield from _filled(row, tokens[past:])
    if row:
        yield row


_PARTING = re.compile(f"[{re.escape(Part.END + Part.CLOSE + Part.QUOTE)}]")


def _filled(row: Sentence, tokens: Sequence[Token]) -> Iterator[Sentence]:
    """Put more tokens into a row; gives what it held each time it is as long as any sentence."""
    at = 0
    while len(row) + len(tokens) - at >= SENTENCE_TOKENS:
        more = at + SENTENCE_TOKENS - len(row)
        row += tokens[at:more]
        yield row[:]
        row.clear()
        at = more
    row += tokens[at:]


def _ends_here(text: str, before: Token, point: Token, language: Language) -> bool:
    if text[point.start] != ".":
        return True
    if before.part == Part.QUOTE or text[point.end : point.end + 1].isalnum():
        glued = text[before.end - 1].islower() and text[point.end].isupper()
        return before.part == Part.QUOTE or (glued and not language.is_shortened(text[before.start : before.end]))
    if text.startswith(",", point.end):
        return False  # "R-Wis.,"
    word = text[before.start : before.end]
    if word.endswith("."):
        return False
    last = word.split()[-1]
    if language.is_shortened(last):
        return False
    day = language.nouns_capitalised and last.isdigit() and len(last) <= _DAY_DIGITS
    return not day or is_part_of_number(text, before.start)


def _quote_ends(text: str, row: Sentence, tokens: list[Token], following: int, language: Language) -> bool:
    """Whether a sentence ends with the quotation that ends this row: by a point, and with no cue of its own behind."""
    quote = row[-1]
    last = text[max(quote.start, quote.end - 3) : quote.end].rstrip("\"'”“’»«)]」』 ")[-1:]
    token = tokens[following]
    if last not in _ENDS or token.part in _GOES_ON:
        return False
    if token.part == Part.QUOTE:
        return True
    if text[token.start].islower():
        return False
    if last == "." or language.verb_second:
        return True
    leads = len(row) > 1 and row[-2].part in _LEADING
    if leads and (row[-2].part == Part.COLON or any(before.part in REPORTING for before in row[:-1])):
        return True  # "Ann Lee asked, “Why?” Bo Ray said nothing."
    near = any(later.part in REPORTING for later in tokens[following + 1 : following + 4])
    return not (near or _apposed_speaks(text, tokens, following, language))


_LEADING = frozenset({Part.COMMA, Part.COLON})
_APPOSED = 24


def _apposed_speaks(text: str, tokens: list[Token], following: int, language: Language) -> bool:
    """Whether a name, its apposition and a verb of speech open here: "Ann Lee, the head of the office, asked"."""
    stop = min(len(tokens), following + _APPOSED)
    end = next((i for i in range(following + 1, stop) if _stops(text, tokens, i, language)), stop)
    comma = next((i for i in range(following + 1, min(end, following + 6)) if tokens[i].part == Part.COMMA), end)
    if comma == end or tokens[comma - 1].part != Part.NAME:
        return False
    return any(tokens[i].part == Part.VERB and tokens[i - 1].part == Part.COMMA for i in range(comma + 2, end))


def _stops(text: str, tokens: list[Token], index: int, language: Language) -> bool:
    """Whether a sentence's end or a quotation stands here."""
    token = tokens[index]
    return token.part == Part.QUOTE or (token.part == Part.END and _ends_here(text, tokens[index - 1], token, language))


_WORD = attrgetter("word")


def _chunked(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """The row with roles joined to their names, descriptions made one token, and governed actors marked."""
    words = list(map(_WORD, row))
    if not language.gestures.isdisjoint(words):
        row = with_gestures(row, language)
        words = list(map(_WORD, row))
    told = not _according_words(language.code).isdisjoint(words)
    if told or language.nouns_capitalised:
        row = _with_phrases(text, row, names, language) if _may_have_phrases(text, row, language, told=told) else row
    if language.nouns_capitalised:
        return row  # `phrases` gathers them, as capitals tell where a phrase ends.
    parts = parts_of(row)
    if Part.PRONOUN in parts:
        row = _with_namesakes(text, row) if _NAMED_SO in parts else row
        _mark_dated(row, language)
        parts = parts_of(row)
    if not language.titles.isdisjoint(words):
        row = _without_titles(text, row, language)
        parts = parts_of(row)
    mark_nouns(row, parts, language)
    if language.postposed or language.role_endings or not described_words(language.code).isdisjoint(words):
        row = with_descriptions(text, row, names, language)
        parts = parts_of(row)
    mark_governed(row, parts, names, language)
    mark_apposed(row, parts, names, language)
    if language.postposed and parts[0] in _OPENING_PARTS and Part.DESCRIPTION in parts[2:6]:
        mark_objects(row, parts, language)
    _mark_titles(text, row, parts)
    return row


_OPENING_PARTS = frozenset({Part.PREPOSITION, Part.WORD, Part.AUXILIARY})  # Of "A difendere", "Dopo", "Depois de".


def _mark_titles(text: str, row: Sentence, parts: str) -> None:
    """Mark names in marks behind a verb or where a preposition leads: "dijo al diario «El Faro» el alcalde"."""
    for found in _LED_QUOTES.finditer(parts) if Part.QUOTE in parts else ():
        before, token = row[found.start()], row[found.start() + 1]
        if text[before.end : token.start].isspace():
            owned = before.part == Part.OWNER  # "on Lee's “Morning Table,” told": a comma may stand within the marks.
            words = text[token.start + 1 : token.end - 1].rstrip("," if owned else "").split()
            short = owned < len(words) <= _TITLE_WORDS and words[0][0].isupper() and words[-1][-1].isalnum()
            token.governed = short and (words[-1][0].isupper() or before.part == Part.VERB)


_TITLE_WORDS = 4
_LED_QUOTES = re.compile(f"[{Part.PREPOSITION}{Part.OWNER}{Part.WORD}{Part.VERB}{Part.WEAK_VERB}](?={Part.QUOTE})")


_NAMED_SO = Part.PRONOUN + Part.NAME


def _with_namesakes(text: str, row: Sentence) -> Sentence:
    """The row with a first name that looks like a pronoun made a part of the name behind it: "He Jianxiong"."""
    out: Sentence = []
    for token in row:
        before = out[-1] if out else None
        if before is not None and token.part == Part.NAME and _is_first_name(text, before, token):
            token.start = out.pop().start
        out.append(token)
    return out


def _mark_dated(row: Sentence, language: Language) -> None:
    """Make a pronoun that stands before a day, or a noun as determiners do, one: "afirmó este martes"."""
    for token, following in pairwise(row):
        if token.part != Part.PRONOUN:
            continue
        noun = language.postposed and following.part == Part.WORD and token.word in language.determiners
        if noun or following.word in language.days or following.word in language.months:
            token.part = Part.DETERMINER  # "explicó esta mañana"


def _is_first_name(text: str, before: Token, name: Token) -> bool:
    """Whether a pronoun with a capital stands right before a name, as no pronoun does; "I" may."""
    capital = before.part == Part.PRONOUN and text[before.start].isupper() and before.end > before.start + 1
    return capital and text[before.end : name.start] == " "


def _without_titles(text: str, row: Sentence, language: Language) -> Sentence:
    """The row with what stands before a name as a title only made a part of it: "author Prof. Ann Lee"."""
    out: Sentence = []
    for token in reversed(row):
        named = token.word in language.titles and not is_actor_word(token.word, language)
        if named and out and out[-1].part == Part.NAME and adjacent(text, token, out[-1]):
            out[-1].start = token.start
        else:
            out.append(token)
    return out[::-1]


_RELATED = Part.COMMA + Part.DETERMINER


def _may_have_phrases(text: str, row: Sentence, language: Language, *, told: bool) -> bool:
    """Whether a phrase such as "according to" begins in a row, or a relative where nouns have capitals.

    `told` is whether a word stands in it that such phrases begin with.
    """
    if language.nouns_capitalised:
        return told or _RELATED in parts_of(row)
    firsts = _according_words(language.code)
    return any(_phrase(text, token, language) for token in row if token.word in firsts)


def _with_phrases(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """Phrases such as "according to" made one token; "der" after a comma is a relative in German."""
    firsts = _according_words(language.code)
    joined: Sentence = []
    for at, token in enumerate(row):
        if joined and joined[-1].part == Part.ACCORDING and token.start < joined[-1].end:
            continue
        if token.word in firsts:
            if (phrase := _phrase(text, token, language)) and not _leads_to(joined, phrase, language):
                token = replace(token, part=Part.ACCORDING, end=token.start + len(phrase))  # noqa: PLW2901  # The phrase takes the word's place.
        elif token.part == Part.DETERMINER and joined and joined[-1].part == Part.COMMA:
            following = text[token.end + 1 : token.end + 3].lstrip(_OPENING)[:1]  # "der „am wenigsten kostet“"
            related = following.islower() or _is_persons(row[at + 1 : at + 2], names)  # ", der | Ann Lee betreut,"
            if token.word in language.relatives and related and language.nouns_capitalised:
                token = replace(token, part=Part.RELATIVE)  # noqa: PLW2901  # As above.
        joined.append(token)
    return joined


def _leads_to(before: Sentence, phrase: str, language: Language) -> bool:
    """Whether a phrase is the preposition of the verb or noun before it, as in "sem olhar | para Ana Lima"."""
    return phrase in language.prepositions and bool(before) and before[-1].part in _GOVERNING


_GOVERNING = frozenset({Part.WORD, Part.VERB})


def _is_persons(tokens: Sentence, names: Named) -> bool:
    """Whether these begin with a person's name, which has no article."""
    named = bool(tokens) and tokens[0].part == Part.NAME
    return named and names.entities[tokens[0].index].kind is Kind.PERSON


def _phrase(text: str, token: Token, language: Language) -> str:
    """The phrase such as "according to" that begins with a token, "" where none does."""
    here, phrases = _parted(text[token.start : token.start + 40].lower()), _according_phrases(language.code)
    if not here.startswith(phrases):
        return ""
    return max((phrase for phrase in phrases if here.startswith(phrase)), key=len, default="")[:-1]


def _parted(phrase: str) -> str:
    return phrase.replace("'", " ").replace("’", " ")  # "a giudizio dell'assessora"


@lru_cache(maxsize=32)
def _according_phrases(code: str) -> tuple[str, ...]:
    """Phrases such as "according to", with the space behind them, and one for each apostrophe."""
    return tuple(_parted(f"{phrase} ") for phrase in languages.of(code).according_to)


@lru_cache(maxsize=32)
def _according_words(code: str) -> frozenset[str]:
    """The tokens that phrases such as "according to" begin with, an elided head one of its own: "d’après"."""
    return frozenset(re.split(r"[\s’']", phrase)[0] for phrase in languages.of(code).according_to)
