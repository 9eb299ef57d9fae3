"""Reads the sentences around quotations as rows of tokens: names, descriptions, pronouns, verbs of speech, commas.

This is no grammar: a token says what it may be for a quotation's speaker, and the rules of `attribution` read the row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import ACTORS, Named, Part, Sentence, Token, tokens_of
from bot.domain.text.characters import POINTS
from bot.domain.text.spans import Span
from bot.domain.values.actor import Kind
from config.limits import SENTENCE_TOKENS

_ENDS = frozenset((*POINTS, ";"))
_GOES_ON = frozenset({Part.COMMA, Part.DASH, Part.END})
_DAY_DIGITS = 2  # "am 3. Oktober": the point after a day ends no sentence.
_MODIFIERS = 6
_TAIL_WORDS = 12


def sentences_of(
    text: str,
    place: tuple[int, int],
    *,
    spans: Sequence[tuple[int, Span]],
    names: Named,
    language: Language,
) -> list[Sentence]:
    """The sentences of one paragraph as rows of tokens; each span, given with its number, is one token."""
    tokens = tokens_of(text, place, spans, names, language)
    return [_chunked(text, row, names, language) for row in _split(text, tokens, language) if row]


def _split(text: str, tokens: list[Token], language: Language) -> Iterator[Sentence]:
    """Rows between the points that end sentences; a quotation that ends with a point may end one too.

    What is longer than any sentence is parted, so that the rules, which look around in a row, take linear time.
    """
    row: Sentence = []
    for index, token in enumerate(tokens):
        if len(row) >= SENTENCE_TOKENS:
            yield row
            row = []
        if token.part == Part.END:
            if row and _ends_here(text, row[-1], token, language):
                yield row
                row = []
            continue
        row.append(token)
        if token.part == Part.QUOTE and index + 1 < len(tokens) and _quote_ends(text, row, tokens, index + 1, language):
            yield row
            row = []
    if row:
        yield row


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
    return not (language.nouns_capitalised and last.isdigit() and len(last) <= _DAY_DIGITS)


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
    if leads and (row[-2].part == Part.COLON or any(before.part in _REPORTING for before in row[:-1])):
        return True  # "Ann Lee asked, “Why?” Bo Ray said nothing."
    near = any(later.part in _REPORTING for later in tokens[following + 1 : following + 4])
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


def _chunked(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """The row with roles joined to their names, descriptions made one token, and governed actors marked."""
    words = [token.word for token in row]
    if language.nouns_capitalised or not _according_words(language.code).isdisjoint(words):
        row = _with_phrases(text, row, language)
    if language.nouns_capitalised:
        return row  # `phrases` gathers them, as capitals tell where a phrase ends.
    if any(token.part == Part.PRONOUN for token in row):
        row = _with_namesakes(text, row)
    if not language.titles.isdisjoint(words):
        row = _without_titles(text, row, language)
    _mark_nouns(row, language)
    if language.postposed or language.role_endings or not _actor_words(language.code).isdisjoint(words):
        row = _with_descriptions(text, row, names, language)
    _mark_governed(row, names, language)
    _mark_apposed(row)
    return row


def _with_namesakes(text: str, row: Sentence) -> Sentence:
    """The row with a first name that looks like a pronoun made a part of the name behind it: "He Jianxiong"."""
    out: Sentence = []
    for token in row:
        before = out[-1] if out else None
        if before is not None and token.part == Part.NAME and _is_first_name(text, before, token):
            token.start = out.pop().start
        out.append(token)
    return out


def _is_first_name(text: str, before: Token, name: Token) -> bool:
    """Whether a pronoun with a capital stands right before a name, as no pronoun does; "I" may."""
    capital = before.part == Part.PRONOUN and text[before.start].isupper() and before.end > before.start + 1
    return capital and text[before.end : name.start] == " "


def _without_titles(text: str, row: Sentence, language: Language) -> Sentence:
    """The row with what stands before a name as a title only made a part of it: "author Prof. Ann Lee"."""
    out: Sentence = []
    for token in reversed(row):
        named = token.word in language.titles and not _is_actor_word(token.word, language)
        if named and out and out[-1].part == Part.NAME and _adjacent(text, token, out[-1]):
            out[-1].start = token.start
        else:
            out.append(token)
    return out[::-1]


def _mark_nouns(row: Sentence, language: Language) -> None:
    """Make verbs of speech words where they are nouns: "her comments", "Lee's latest claims", "in reports"."""
    for index, token in enumerate(row):
        if token.part not in _REPORTING or index == 0:
            continue
        before = row[index - 1]
        article = before.word in language.definite or before.word in language.possessives or before.word in _ARTICLES
        if before.part == Part.DETERMINER and article and not language.postposed:
            token.part = Part.WORD  # "a think tank"
            continue
        counted = index > 1 and before.part == Part.AUXILIARY and row[index - 2].part == Part.PREPOSITION
        if counted and row[index - 2].word != "to":
            token.part = Part.WORD  # "in all states"
        if token.word not in language.speech_nouns:
            continue
        if before.part == Part.PREPOSITION and before.word != "to":
            token.part = Part.WORD
        for back in range(index - 1, max(-1, index - 2 - _NOUN_MODIFIERS), -1):
            if row[back].part in _DETERMINING:
                token.part = Part.WORD
            if row[back].part != Part.WORD or _is_actor_word(row[back].word, language):
                break


_ARTICLES = frozenset({"a", "an"})
_REPORTING = frozenset({Part.VERB, Part.WEAK_VERB})
_DETERMINING = frozenset({Part.DETERMINER, Part.OWNER})
_NOUN_MODIFIERS = 2


def _mark_governed(row: Sentence, names: Named, language: Language) -> None:
    """Mark the actors that a preposition governs: "in the Senate", "of Ann Lee and Bo Ray", "in Leeds, England"."""
    for index, token in enumerate(row):
        if token.part not in ACTORS or index == 0:
            continue
        before = row[index - 1]
        if before.part == Part.DETERMINER and token.part == Part.NAME and index > 1:
            before = row[index - 2]
        following = row[index + 1].part if index + 1 < len(row) else None
        if before.part == Part.PREPOSITION:
            joins = before.word in language.conjunctions and (following in _FINITE or _acts(row, index, language))
            if joins:
                before.part = Part.CONJUNCTION  # "as Ann Lee said", "since Ann Lee came".
            token.governed = not (joins or _is_part(row, index, language))
        elif index > 1 and row[index - 2].governed and token.part == Part.NAME and following not in _FINITE:
            place = names.entities[token.index].kind is Kind.PLACE or token.word in _shortened(language.code)
            token.governed = before.part == Part.CONJUNCTION or (before.part == Part.COMMA and place)


def _is_part(row: Sentence, actor: int, language: Language) -> bool:
    """Whether a number stands before "of" and an actor, so that both are the subject: "hundreds of farmers"."""
    at = actor - 2 if row[actor - 1].part == Part.PREPOSITION else actor - 3
    return at >= 0 and row[at + 1].word in language.of_words and row[at].word in language.partitives


def _acts(row: Sentence, actor: int, language: Language) -> bool:
    """Whether a verb of speech follows the complement of an actor: "as Ann Lee of the Leeds office told"."""
    rest = row[actor + 1 : actor + 1 + _TAIL_WORDS]
    if rest and rest[0].part == Part.COMMA and row[actor - 1].word in language.comparisons:
        # "as Ann Lee, a teacher in Leeds, puts it"
        closing = next((i for i in range(1, len(rest) - 1) if rest[i].part == Part.COMMA), 0)
        return closing > 0 and rest[closing + 1].part in _REPORTING
    return next((token.part == Part.VERB for token in rest if token.part not in _COMPLEMENT), False)


_COMPLEMENT = frozenset({Part.PREPOSITION, Part.NAME, Part.DETERMINER, Part.WORD, Part.DESCRIPTION})


@lru_cache(maxsize=32)
def _shortened(code: str) -> frozenset[str]:
    """Abbreviations in lower case: behind a place, a state's ("Aspen, Colo.")."""
    return frozenset(word.lower() for word in languages.of(code).abbreviations)


def _mark_apposed(row: Sentence) -> None:
    """Mark the descriptions that only tell who a name is: "Ann Lee, a lawyer from Leeds, said", "Her son, Bo, said"."""
    for index, token in enumerate(row):
        if token.part != Part.DESCRIPTION:
            continue
        following = row[index + 1].part if index + 1 < len(row) else None
        behind = index > 1 and row[index - 1].part == Part.COMMA and row[index - 2].part == Part.NAME
        if behind and not row[index - 2].governed and following not in _FINITE:
            token.governed = True
        if following == Part.COMMA and index + 2 < len(row) and row[index + 2].part == Part.NAME:
            closes = index + 3 == len(row) or row[index + 3].part in {Part.COMMA, Part.QUOTE}
            token.governed = token.governed or closes


_FINITE = frozenset({Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})


def _with_phrases(text: str, row: Sentence, language: Language) -> Sentence:
    """Phrases such as "according to" made one token; "der" after a comma is a relative in German."""
    firsts = _according_words(language.code)
    joined: Sentence = []
    for token in row:
        if joined and joined[-1].part == Part.ACCORDING and token.start < joined[-1].end:
            continue
        if token.word in firsts:
            here = text[token.start : token.start + 40].lower()
            phrase = max((p for p in language.according_to if here.startswith(p + " ")), key=len, default="")
            if phrase:
                token = replace(token, part=Part.ACCORDING, end=token.start + len(phrase))  # noqa: PLW2901  # The phrase takes the word's place.
        elif token.part == Part.DETERMINER and joined and joined[-1].part == Part.COMMA:
            following = text[token.end + 1 : token.end + 2]
            if token.word in language.relatives and following.islower() and language.nouns_capitalised:
                token = replace(token, part=Part.RELATIVE)  # noqa: PLW2901  # As above.
        joined.append(token)
    return joined


@lru_cache(maxsize=32)
def _according_words(code: str) -> frozenset[str]:
    """The words that phrases such as "according to" begin with."""
    return frozenset(phrase.split()[0] for phrase in languages.of(code).according_to)


def _with_descriptions(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    out: Sentence = []
    index = 0
    while index < len(row):
        token = row[index]
        bearer = _bearer(row, index, names) if language.postposed else 0
        if bearer:
            del out[_description_start(out, language) :]
            out.append(row[bearer])
            index = bearer
        elif token.part in _NOUNS and _is_actor_word(token.word, language):
            begin = _description_start(out, language)
            following = row[index + 1] if index + 1 < len(row) else None
            apposed = following is not None and following.part == Part.NAME and _adjacent(text, token, following)
            if following is not None and following.part == Part.WORD and _is_actor_word(following.word, language):
                out.append(token)  # "press officer", "campaign manager": the last of them counts.
            elif apposed and following is not None and names.entities[following.index].kind is not Kind.PLACE:
                del out[begin:]
                out.append(following)
                index += 1
            else:
                named = _titled(text, row, index, names, language) if _bears_title(out, begin, language) else 0
                described, index = (
                    (row[named], named) if named else _description(text, out[begin:], row, index, language)
                )
                del out[begin:]
                out.append(described)
        else:
            out.append(token)
        index += 1
    return out


def _bears_title(out: Sentence, begin: int, language: Language) -> bool:
    """Whether a role without a determiner stands right behind a verb of speech or a quotation, before its bearer."""
    if language.postposed or not out or (begin < len(out) and out[begin].part in _DETERMINING):
        return False
    return begin > 0 and out[begin - 1].part in {Part.VERB, Part.QUOTE}


def _titled(text: str, row: Sentence, index: int, names: Named, language: Language) -> int:
    """The index of the person whose title begins at this token: "deputy harbour master Ada Quill"; 0 for none."""
    at = index + 1
    at += _title_nouns(text, row, index, language)
    if at >= len(row) or row[at].part != Part.NAME or not _adjacent(text, row[at - 1], row[at]):
        return 0
    return at if names.entities[row[at].index].kind is Kind.PERSON else 0


def _title_nouns(text: str, row: Sentence, index: int, language: Language) -> int:
    """How many nouns go on with a title: "deputy | harbour master", "assistant | fire chief"."""
    at = index + 1
    while at < len(row) and at - index <= _TITLE_NOUNS:
        noun = row[at].part in _NOUNS
        verb = row[at].part == Part.VERB and at + 1 < len(row) and _is_actor_word(row[at + 1].word, language)
        if not (noun or verb) or not text[row[at].start].islower() or not _adjacent(text, row[at - 1], row[at]):
            break
        at += 1
    return at - index - 1


_TITLE_NOUNS = 2


def _bearer(row: Sentence, index: int, names: Named) -> int:
    """The index of the name whose role begins at this token, 0 when none does."""
    end = names.roles.get(row[index].start, -1)
    if end < 0:
        return 0
    at = index + 1
    while at < len(row) and (row[at].start < end or row[at].part == Part.COMMA):
        at += 1
    return at if at < len(row) and row[at].part == Part.NAME and row[at].start <= end + len(", ") else 0


def _is_actor_word(word: str, language: Language) -> bool:
    return word in _actor_words(language.code) or language.is_role(word)


@lru_cache(maxsize=32)
def _actor_words(code: str) -> frozenset[str]:
    """The words for groups of people and for people by their part in life, in the plural too."""
    language = languages.of(code)
    return language.groups | language.roles | {role + "s" for role in language.roles}


def _adjacent(text: str, token: Token, following: Token) -> bool:
    return text[token.end : following.start].strip(" .") == ""


_NOUNS = frozenset({Part.WORD, Part.WEAK_VERB})
_APPOSED_NAME = [Part.COMMA, Part.NAME]
_MODIFYING = frozenset({Part.WORD, Part.NAME, Part.OWNER})
_TAIL = _MODIFYING | {Part.DETERMINER}


def _description_start(out: Sentence, language: Language) -> int:
    """Where the determiner and the modifiers before a role noun begin, in the row so far."""
    begin = len(out)
    for back in range(1, min(_MODIFIERS, len(out)) + 1):
        token = out[-back]
        if token.part in _DETERMINING:
            return len(out) - back
        if token.part == Part.DESCRIPTION and begin < len(out) and token.end + 1 == out[begin].start:
            return len(out) - back  # "the Republican presidential candidate"
        if token.part not in _MODIFYING or token.governed or token.word in language.stop_words:
            return begin
        begin = len(out) - back
    return begin


def _description(text: str, head: Sentence, row: Sentence, index: int, language: Language) -> tuple[Token, int]:
    """A description as one token, its "for the mayor" included, and the index of its last token in the row."""
    noun = row[index]
    first = head[0] if head else noun
    end, last = noun.end, index
    more = 0 if language.postposed else _title_nouns(text, row, index, language)
    if more and [token.part for token in row[index + more + 1 : index + more + 3]] == _APPOSED_NAME:
        last = index + more  # "the deputy harbour master, Ada Quill"
        end = row[last].end
    at = last + 1
    if (
        at < len(row)
        and row[at].word in language.of_words - language.place_prepositions
        and _adjacent(text, row[last], row[at])
    ):
        at += 1
        while at < len(row) and at - index <= _TAIL_WORDS and row[at].part in _TAIL:
            if row[at].part != Part.DETERMINER:
                end, last = row[at].end, at
            at += 1
    definite = first.word in language.definite if head else language.postposed
    determined = first.part == Part.DETERMINER
    return Token(Part.DESCRIPTION, first.start, end, noun.word, definite=definite, determined=determined), last
