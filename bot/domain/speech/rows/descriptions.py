"""Makes one token of each description of a person: "the harbour master", "a spokesman for the mayor"."""

import re
from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.first_names import tells_owner
from bot.domain.speech.rows.acting import is_deed, past_listener
from bot.domain.speech.rows.ages import is_age, is_aged
from bot.domain.speech.rows.people_words import (
    DETERMINING,
    adjacent,
    called_alike,
    has_article,
    is_actor_word,
    is_definite,
    may_call,
    names_actor,
    whose_words,
)
from bot.domain.speech.rows.tokens import Named, Part, Sentence, Token, parts_of
from bot.domain.values.actor import Kind

_MODIFIERS, _TAIL_WORDS = 6, 12
_DIGITS = "0123456789"


def with_descriptions(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """The row with each description as one token, or as that of the name which bears it."""
    if not language.postposed:
        return _with_nouns(text, row, names, language)
    out: Sentence = []
    past = 0
    for index, token in enumerate(row):
        if index < past:
            continue
        borne = token.start in names.roles and not _leads_on(row, index, language)
        if borne and (bearer := _bearer(row, index, names)):
            del out[_description_start(out, token.word, language) :]
            out.append(row[bearer])
            past = bearer + 1
        elif token.part in _NOUNS_AND_VERBS and _may_describe(text, out, row, index, language):
            past = 1 + _describe(text, out, row, index, names=names, language=language)
        else:
            out.append(token)
    return out


def _is_noun_here(out: Sentence, row: Sentence, index: int, language: Language) -> bool:
    """Whether a verb may be a noun: it is one behind another and its article, "a dit | le prévenu".

    Where it ends its phrase, other words may stand between: "a dit à la barre | le prévenu".
    """
    article = len(out) >= _PAIR and out[-1].part == Part.DETERMINER and out[-1].word in language.definite
    if not article or not language.is_role(row[index].word):
        return False
    ends = index + 1 == len(row) or row[index + 1].part in _MARKS
    return any(one.part in _LEADING for one in (out[-_MODIFIERS:-1] if ends else out[-_PAIR:-1]))


_LEADING = frozenset({Part.VERB, Part.ACCORDING})


def _with_nouns(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """As `with_descriptions`, where no description is its bearer's by its place alone."""
    out: Sentence = []
    past = 0
    for found in _NOUN.finditer(parts_of(row)):
        index = found.start()
        word = row[index].word
        aged = word[0] in _DIGITS and "-" in word
        if index >= past and (_is_aged(row, index, language) if aged else names_actor(word, language.code)):
            out += row[past:index]
            past = 1 + _describe(text, out, row, index, names=names, language=language)
    out += row[past:]
    return out


def _is_aged(row: Sentence, index: int, language: Language) -> bool:
    """Whether an age stands for who is of it, with no noun behind it: "the 24-year-old said", "säger 61-åringen"."""
    bare = bool(language.definite_endings) or (language.postposed and not language.definite)
    determined = bare or (index > 0 and row[index - 1].part == Part.DETERMINER)
    noun = index + 1 < len(row) and row[index + 1].part == Part.WORD
    return determined and is_age(row[index].word, language) and not noun


def _describe(text: str, out: Sentence, row: Sentence, index: int, *, names: Named, language: Language) -> int:
    """Put the description around the noun at `index` into `out`, for its modifiers; gives its last token's index."""
    token = row[index]
    following = row[index + 1] if index + 1 < len(row) else None
    if _goes_on(row, index, language):
        out.append(token)  # "press officer", "campaign manager": the last of them counts.
        return index
    begin = _description_start(out, token.word, language)
    apposed = following is not None and following.part == Part.NAME and adjacent(text, token, following)
    apposed = apposed and following is not None and not _tells_whose(text, following, token.word, language)
    if apposed and following is not None and names.entities[following.index].kind is not Kind.PLACE:
        described, past = following, index + 1
    elif named := _titled(text, row, index, names, language) if _bears_title(out, begin, language) else 0:
        described, past = row[named], named
    else:
        described, past = _description(text, out[begin:], row, index, language)
        if past - index >= _OFFICE and _is_bearer(row, past, names, language):
            described = row[past]
    out[begin:] = [described]
    return past


def _is_bearer(row: Sentence, at: int, names: Named, language: Language) -> bool:
    """Whether a name behind what an office is for is who holds it: "officier van justitie | Ada Bos"."""
    if not language.verb_second or language.nouns_capitalised or row[at].part != Part.NAME:
        return False
    told = row[at - 1].part == Part.WORD and not language.is_role(row[at - 1].word)
    return told and " " in row[at].word and names.entities[row[at].index].kind is Kind.PERSON


_OFFICE = 3  # Tokens behind an office: "of", what it is for, and a name.


def _goes_on(row: Sentence, index: int, language: Language) -> bool:
    """Whether the next noun is for a person too and counts, and is not whose this one is: "press | officer"."""
    behind = row[index + 1 : index + 1 + _PAIR]
    if not behind or behind[0].part != Part.WORD or not is_actor_word(behind[0].word, language):
        return False
    return not _is_cased(language) or behind[-1].part == Part.NAME


def _is_cased(language: Language) -> bool:
    """Whether a noun right behind another tells by its case whose the first is: "заступник | мера"."""
    return language.postposed and bool(language.case_endings) and not language.definite


def _bears_title(out: Sentence, begin: int, language: Language) -> bool:
    """Whether a role without a determiner stands right behind a verb of speech or a quotation, before its bearer."""
    if language.postposed or not out or (begin < len(out) and out[begin].part in DETERMINING):
        return False
    return begin > 0 and out[begin - 1].part in {Part.VERB, Part.QUOTE}


def _titled(text: str, row: Sentence, index: int, names: Named, language: Language) -> int:
    """The index of the person whose title begins at this token: "deputy harbour master Ada Quill"; 0 for none."""
    at = index + 1
    at += _title_nouns(text, row, index, language)
    if at >= len(row) or row[at].part != Part.NAME or not adjacent(text, row[at - 1], row[at]):
        return 0
    return at if names.entities[row[at].index].kind is Kind.PERSON else 0


def _title_nouns(text: str, row: Sentence, index: int, language: Language) -> int:
    """How many nouns go on with a title: "deputy | harbour master", "assistant | fire chief"."""
    at = index + 1
    while at < len(row) and at - index <= _TITLE_NOUNS:
        noun = row[at].part in _NOUNS
        verb = row[at].part == Part.VERB and at + 1 < len(row) and is_actor_word(row[at + 1].word, language)
        if not (noun or verb) or not text[row[at].start].islower() or not adjacent(text, row[at - 1], row[at]):
            break
        at += 1
    return at - index - 1


_TITLE_NOUNS, _PAIR = 2, 2
_LEADING_NOUN = DETERMINING | {Part.VERB}
_THIRD = frozenset({"m", "f", "p"})  # What a pronoun tells of whose somebody is: "ei" is "they" too.


def _may_describe(text: str, out: Sentence, row: Sentence, index: int, language: Language) -> bool:
    """Whether a noun names somebody, by the lists or by its ending and its place."""
    if names_actor(row[index].word, language.code):
        return row[index].part != Part.VERB or _is_noun_here(out, row, index, language)
    if not out or not (out[-1].part in _LEADING_NOUN or out[-1].word in language.ranks):
        return False
    return _is_called(text, out, row, index, language) or _opens_as_office(out, row, index, language)


def _opens_as_office(out: Sentence, row: Sentence, index: int, language: Language) -> bool:
    """Whether an article and a noun that calls who holds an office too are a sentence's subject: "Il | legale dice"."""
    if len(out) != 1 or out[0].part != Part.DETERMINER or index + 1 == len(row):
        return False
    told = row[index + 1].part in _ACTING and out[0].word in language.definite
    return told and row[index].part == Part.WORD and bool(called_alike(row[index].word, language.code))


_ACTING = frozenset({Part.VERB, Part.AUXILIARY})


def _is_called(text: str, out: Sentence, row: Sentence, index: int, language: Language) -> bool:
    """Whether an unknown noun right behind a verb of speech and its article may be who speaks: "dice | il romagnolo".

    One with "of" behind it may be another's: "disse o eleito da oposição".
    """
    noun, out = row[index], out[:-1] if out[-1].word in language.ranks else out  # "dit l' | ancien"
    if not out or noun.part != Part.WORD or not text[noun.start].islower():
        return False
    led = out[-1].part in DETERMINING and out[-1].word in language.definite
    verb = out[-2] if led and len(out) > 1 else out[-1]
    if verb.part != Part.VERB or not (led or not language.articles):
        return False
    known = may_call(noun.word, language) or language.tells_nation(noun.word)
    known = known or f", {noun.word}" in text[: noun.start]  # "Elsa Pinto, floricultora, ..."
    return known and _is_phrases_end(row, index, language)


def _is_phrases_end(row: Sentence, index: int, language: Language) -> bool:
    """Whether nothing behind a noun tells whose it is; what is somebody's tells when: "el político | a su llegada"."""
    owned = index + _PAIR < len(row) and row[index + _PAIR].word in language.possessives
    return index + 1 == len(row) or owned or _ends_phrase(row[index + 1], language)


def _ends_phrase(behind: Token, language: Language) -> bool:
    """Whether nothing behind a noun tells whose it is."""
    whose = behind.word in language.of_words and behind.word not in language.place_prepositions
    return behind.part in _MARKS or (behind.part == Part.PREPOSITION and not whose)


_MARKS = frozenset({Part.COMMA, Part.DASH, Part.COLON, Part.END, Part.QUOTE})


def _leads_on(row: Sentence, index: int, language: Language) -> bool:
    """Whether a word right behind a name is the preposition that it looks like, and no role: "Luca Moro ad Anna"."""
    return index > 0 and row[index].word in language.prepositions and row[index - 1].part == Part.NAME


def _bearer(row: Sentence, index: int, names: Named) -> int:
    """The index of the name whose role begins at this token, 0 when none does."""
    end = names.roles.get(row[index].start, -1)
    if end < 0:
        return 0
    at = index + 1
    while at < len(row) and (row[at].end <= end or row[at].part == Part.COMMA):
        at += 1
    return at if at < len(row) and row[at].part == Part.NAME and row[at].start <= end + len(", ") else 0


_NOUNS = frozenset({Part.WORD, Part.WEAK_VERB})
_NOUNS_AND_VERBS = _NOUNS | {Part.VERB}
_NOUN = re.compile(f"[{''.join(sorted(_NOUNS))}]")
_APPOSED_NAME = [Part.COMMA, Part.NAME]
_MODIFYING = frozenset({Part.WORD, Part.NAME, Part.OWNER})
_TAIL = _MODIFYING | {Part.DETERMINER}


def _description_start(out: Sentence, noun: str, language: Language) -> int:
    """Where the determiner, an owner's pronoun and the modifiers before a role noun begin, in the row so far."""
    if has_article(noun, language):
        return len(out)
    begin = _modified_start(out, language)
    owned = 1 < begin <= len(out) and out[begin - 1].part == Part.PRONOUN and out[begin - 2].part in DETERMINING
    return begin - 1 if owned and out[begin - 1].word in language.determiners else begin  # "la | loro presidente"


def _modified_start(out: Sentence, language: Language) -> int:
    """Where the determiner and the modifiers before a role noun begin, in the row so far."""
    begin = len(out)
    for back in range(1, min(_MODIFIERS, len(out)) + 1):
        token = out[-back]
        if token.part in DETERMINING or _is_article(token, language):
            return len(out) - back
        acts = begin < len(out) and token.part in {Part.DESCRIPTION, Part.NAME}
        if acts and is_deed(out[begin].word, language):
            return begin + 1  # "Peter Doyle met | union chief", but "Ann Lee campaign chief"
        if token.part == Part.DESCRIPTION and begin < len(out) and token.end + 1 == out[begin].start:
            return len(out) - back  # "the Republican presidential candidate"
        if token.part not in _MODIFYING or token.governed or token.word in _small_words(language.code):
            return begin
        if _is_noun(token, language, out[-back - 1 : -back]):
            return begin
        begin = len(out) - back
    return begin


@lru_cache(maxsize=32)
def _small_words(code: str) -> frozenset[str]:
    """The function words that are no modifiers: "l' | ancien | guide"."""
    language = languages.of(code)
    return language.stop_words - language.ranks


def _is_article(token: Token, language: Language) -> bool:
    """Whether a pronoun before a noun is its article: "aldus | het raadslid"."""
    return token.part == Part.PRONOUN and language.verb_second and token.word in language.definite


def _is_noun(token: Token, language: Language, before: Sentence) -> bool:
    """Whether a word's ending tells that it is no adjective: "po meczu | trener Lind".

    Nor is a name one where adjectives follow: "la Liceul Andrei Mora | primarul Ion Pop", nor "se scuză | bărbatul".
    """
    if before and before[0].word in language.reflexives:
        return True
    if token.part == Part.NAME and language.definite:
        return language.postposed
    endings = language.modifier_endings if language.postposed else ()
    plain = bool(endings) and token.part == Part.WORD
    return plain and (not token.word.endswith(endings) or token.word.endswith(language.verb_endings or ("\0",)))


def _tail_end(row: Sentence, of: int, stop: int, language: Language) -> int:
    """The index of the last word of what "of" at an index leads to; that index where nothing follows."""
    last = of
    if of + 1 < len(row) and row[of + 1].part == Part.NAME and row[of].part != Part.PREPOSITION and _is_cased(language):
        return of + 1  # "батько | Дарини Лис лютує"
    for at in range(of + 1, min(len(row), stop + 1)):
        if row[at].part == Part.DETERMINER and row[at - 1].part == Part.WORD and language.postposed:
            return last - (last > of + 1)  # "il direttore della scuola | allarga le braccia"
        counted = row[at].part == Part.PREPOSITION and row[at - 1].word.isdigit()  # "femeia de 71 | de ani"
        if not (row[at].part in _TAIL or counted) or _is_doing(row, at, language):
            break
        last = at if row[at].part != Part.DETERMINER else last
    return last


def _is_doing(row: Sentence, at: int, language: Language) -> bool:
    """Whether a word is what somebody does and no part of a description: "a user from Leeds | going by a nickname"."""
    if language.verb_second or not row[at].word.endswith(language.participle_endings or ("\0",)):
        return False
    return row[at - 1].part == Part.NAME or (at + 1 < len(row) and row[at + 1].part == Part.DETERMINER)


def _is_complement(text: str, row: Sentence, place: tuple[int, int], noun: str, language: Language) -> bool:
    """Whether what tells whose a noun is begins right behind it, and no perfect: "un pompier | a rămas"."""
    last, at = place
    if at == len(row) or not adjacent(text, row[last], row[at]) or not _tells_whose(text, row[at], noun, language):
        return False
    return row[at].part != Part.AUXILIARY or not row[at + 1 - len(row)].word.endswith(language.perfect_endings)


def _tells_whose(text: str, token: Token, noun: str, language: Language) -> bool:
    """Whether a word for "of" or a first name in the genitive tells whose a role is: "avocatul | Anei Popa"."""
    if token.part == Part.NAME:
        return tells_owner(noun, text[token.start : token.end], language.code)
    of = token.word in language.of_words and token.word in whose_words(noun, language)
    return of or token.word in language.namers


def _is_completed(row: Sentence, at: int, language: Language) -> bool:
    """Whether a possessive behind its noun stands at an index ("avocatul | său"), or a noun in its case."""
    if not language.postposed or at >= len(row):
        return False
    if not _is_cased(language):
        hers = language.pronouns.get(row[at].word) in _THIRD or _is_his(row, at, language)  # "soțul | ei"
        return (hers and bool(language.case_endings)) or (
            row[at].part in DETERMINING and row[at].word in language.possessives
        )
    return row[at].part == Part.WORD and is_actor_word(row[at].word, language)


def _is_his(row: Sentence, at: int, language: Language) -> bool:
    """Whether a word behind its noun is a pronoun and names nobody: "soția lui", but "soția | lui Mihai Pop"."""
    return row[at].word in language.sources and [token.part for token in row[at + 1 : at + 2]] != [Part.NAME]


def _description(text: str, head: Sentence, row: Sentence, index: int, language: Language) -> tuple[Token, int]:
    """A description as one token, its "for the mayor" included, and the index of its last token in the row."""
    noun = row[index]
    first = head[0] if head else noun
    end, last = noun.end, index
    more = 0 if language.postposed else _title_nouns(text, row, index, language)
    if more and [token.part for token in row[index + more + 1 : index + more + 3]] == _APPOSED_NAME:
        last = index + more  # "the deputy harbour master, Ada Quill"
        end = row[last].end
    if _is_completed(row, last + 1, language):
        end, last = row[last + 1].end, last + 1
    at = past_listener(row, last + 1, language)
    if _is_complement(text, row, (last, at), noun.word, language):
        of = at - (row[at].part == Part.NAME)
        past = _tail_end(row, of, index + _TAIL_WORDS, language)
        end, last = (row[past].end, past) if past > of else (end, last)
    new = not head and index > 0 and row[index - 1].word in language.indefinite  # "какая-то | женщина"
    told = Token(Part.DESCRIPTION, first.start, end, noun.word, opening=first.word if head else "")
    told.definite, told.determined = not new and _points_back(head, noun, language), first.part == Part.DETERMINER
    return told, last


def _points_back(head: Sentence, noun: Token, language: Language) -> bool:
    """Whether a noun with what stands before it may mean somebody told of: "il sindaco", "63-річний пасічник"."""
    definite = head[0].word in language.definite if head else language.postposed or language.verb_last
    office = _is_cased(language) and len(head) == 1 and called_alike(f"{head[0].word}-{noun.word}", language.code)
    told = bool(office) or _tells_age(head, noun, language)  # "міський голова"
    return definite or told or is_definite(noun.word, language) or _has_article(head, language)


def _tells_age(head: Sentence, noun: Token, language: Language) -> bool:
    """Whether an age stands before a noun, or is it: "63-річний пасічник", "38 yaşındaki antrenör", "61-åringen"."""
    if not head:
        return is_age(noun.word, language)
    if len(head) == _PAIR:
        return head[0].word.isdigit() and head[1].word in language.ages
    return _is_cased(language) and len(head) == 1 and is_aged(head[0].word)


def _has_article(head: Sentence, language: Language) -> bool:
    """Whether the adjective before a noun has the article at its end: "fostul edil"."""
    if not head or not (language.definite and language.case_endings) or head[0].part != Part.WORD:
        return False
    endings = tuple(ending for ending in language.case_endings if ending not in language.oblique_endings)
    return head[0].word.endswith(endings)
