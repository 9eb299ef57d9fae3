"""Which body a bare noun at a cue means: "the council" is "Calder Council", "le ministère" that "de la Santé"."""

import re
from bisect import bisect_right

from bot.domain.language.languages import Language
from bot.domain.speech.referents import Reader
from bot.domain.speech.told.whole import past_genitive
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NEXT = re.compile(r" ([^\W\d_]+(?:[’'-][^\W\d_]+)*)")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+)( |['’])$")
_JOINTS = frozenset("'’-")
_APOSTROPHE = re.compile("['’]")
_LINKS = 4  # Phrases and adjectives behind a noun.
_REACH = 40  # Characters before a noun in which its article and what tells more of it stand.
_ENDING = 2  # Letters at a noun's end that cases change.
_STEM = 5

Called = int | tuple[int, int]


def body_called(reader: Reader, start: int, noun: str) -> int | tuple[int, int] | None:
    """The only body that the text calls by this noun before a place: an entity, or where it is told of more fully."""
    stem = noun[: max(_STEM, len(noun) - _ENDING)] if reader.language.case_endings else noun
    found: dict[str | int, Called] = {}
    for match in re.finditer(_spelt(stem, reader.language), reader.text[:start], re.IGNORECASE):
        called = _called(reader, *match.span())
        if called is None and len(match.group()) > len(noun) + _ENDING:
            called = match.span()
        if called is None:
            continue
        key = called if isinstance(called, int) else reader.text[called[0] : called[1]].lower()
        found.setdefault(key, called)
    return next(iter(found.values())) if len(found) == 1 else None


def _spelt(stem: str, language: Language) -> str:
    before = r"(?<![^\W_])\w*" if language.compounds else r"(?<!\w)"
    return before + re.escape(stem) + (r"\w{0,4}" if language.case_endings else "") + r"(?!\w)"


def _called(reader: Reader, start: int, end: int) -> Called | None:
    """What a noun at this place is of: the entity whose name it is in, or the phrase; None where it stands bare."""
    names = reader.names
    at = bisect_right(names.starts, start) - 1
    if at >= 0 and end <= names.ends[at]:
        entity = names.entities[names.owners[at]]
        whole = names.ends[at] - names.starts[at] > end - start or len(entity.name) > end - start
        body = entity.kind is Kind.ORGANISATION and not entity.name.isupper()
        return names.owners[at] if body and whole else None
    begin = _begin(reader.text, start, reader.language)
    past = past_complements_of_body(reader.text, end, reader.language)
    return (begin, past) if begin < start or past > end else None


def _begin(text: str, start: int, language: Language) -> int:
    """Where a noun begins with the words that tell more of it before it: "the | health ministry"; itself for none."""
    if language.postposed:
        return start
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    word = before.group(1) if before is not None else ""
    small = word.lower() in language.function_words or word.lower() in language.determiners
    if before is None or small or not word.islower() or word in language.verbs or language.nouns_capitalised:
        return start
    if text[max(0, before.start() - 1) : before.start()] in _JOINTS:
        return start  # "Lee's | office"
    return before.start()


def past_complements_of_body(text: str, end: int, language: Language) -> int:
    """Where a noun for a body ends with what it is of: "institut régional | du patrimoine", "ministry | of health"."""
    links = language.of_words - language.agents - language.auxiliaries if language.definite else frozenset()
    links &= (language.connectors - language.place_prepositions) or links
    for _ in range(_LINKS):
        word = _NEXT.match(text, end)
        if word is None:
            break
        if language.complement_endings and not language.definite:
            past = past_genitive(text, end, language, inverted=False)
            if past == end:
                return _past_led_genitive(text, word, language)
            end = past
            continue
        if language.postposed and _is_of_body(word.group(1), language):
            end = word.end()  # "le conseil | départemental"
            continue
        past = _past_link(text, word, links, language)
        following = _NEXT.match(text, word.end())
        if past == end and following is not None and _is_adjective(word.group(1), language):
            past = word.end() if _links(following.group(1), links) else end
        if past == end:
            break
        end = past
    return end


def _past_led_genitive(text: str, link: re.Match[str], language: Language) -> int:
    """Past a preposition with an adjective and a noun in the genitive: "служба | з надзвичайних ситуацій"."""
    adjective = _NEXT.match(text, link.end()) if link.group(1) in language.of_words else None
    led = adjective is not None and adjective.group(1).endswith(language.genitive_adjectives or ("\0",))
    past = past_genitive(text, adjective.end(), language, inverted=False) if adjective is not None and led else -1
    return past if adjective is not None and past > adjective.end() else link.start()


def _is_of_body(word: str, language: Language) -> bool:
    """Whether a word is an adjective of those that stand behind nouns for bodies."""
    return word.islower() and word.endswith(language.body_adjectives or ("\0",))


def _links(word: str, links: frozenset[str]) -> bool:
    return _APOSTROPHE.split(word)[0].lower() in links


def _past_link(text: str, link: re.Match[str], links: frozenset[str], language: Language) -> int:
    """Past a word for "of", an article and a noun with those behind it that have capitals; before it where none is."""
    start = link.start()
    if not _links(link.group(1), links):
        return start
    joined = _APOSTROPHE.split(link.group(1))
    noun: re.Match[str] | None = link if len(joined) > 1 and joined[1] else _NEXT.match(text, link.end())
    if noun is not None and noun is not link and noun.group(1).lower() in language.definite:
        noun = _NEXT.match(text, noun.end())
    if noun is None or (noun is not link and not _is_adjective(noun.group(1).lower(), language)):
        return start
    if language.nouns_capitalised and noun.group(1).islower():
        return start  # "erklärte das Gericht | für nichtig"
    end = noun.end()
    while (capital := _NEXT.match(text, end)) is not None and capital.group(1)[0].isupper():
        end = capital.end()
    return end


def _is_adjective(word: str, language: Language) -> bool:
    """Whether a word may belong to a noun: no verb, no small word and no time."""
    verb = word in language.verbs or word in language.weak_verbs
    small = verb or word in language.function_words or word in language.auxiliaries
    return word.islower() and not (small or word in language.days or word in language.months or word in language.times)
