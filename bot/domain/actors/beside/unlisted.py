"""What somebody is by a noun that no list has, where only a noun for them can stand: "el | mielero | Luis Garra"."""

import re
from collections.abc import Sequence

from bot.domain.actors.players import Player
from bot.domain.actors.signs import bodies_in, breaks_in, signs_of
from bot.domain.language.languages import Language, given_names, without
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_BEFORE = re.compile(r"(?<![\w'’])(?:([^\W\d_]+['’])|([^\W\d_]+) )?([^\W\d_]{4,}(?:-[^\W\d_]+)?) $")
_BEHIND = re.compile(r", ([^\W\d_]{4,}(?:-[^\W\d_]+)?)(?=((?: [^\W\d_]+(?:['’-][^\W\d_]+)*){1,6})[,.])")
_ALONE = re.compile(r", ([^\W\d_]{8,}(?:-[^\W\d_]+)?)(?=[,.])")
_CLAUSE = re.compile(r"[^,.;:!?()«»“”\"\n]+$")
_PIECE = re.compile(r"[^\W\d_]+['’]?(?:-[^\W\d_]+)*")
_LEAST = 3  # An article, a noun, and a word for "of".
_COPULA = re.compile(r"(?:, \d{1,3}(?: [^\W\d_]+)?,)? ([^\W\d_]+) ([^\W\d_]+['’]|[^\W\d_]+ )([^,.;:!?\n]+)")
_ENDS = frozenset(",.")
_FAR = 96  # Characters before a name in which a noun with what it is of stands.
_NOUN_WORDS, _MOST_WORDS = 4, 8
_REACH = 48  # Characters before a name in which an article and a noun stand.
_LOOKS = 3
_BETWEEN = "".join(POINTS) + "\n "


def unlisted(text: str, language: Language, player: Player) -> str:
    """The noun between an article and a person's full name, or behind that name and a comma; "" where none is.

    Behind the comma it has what it is of or where: "Luca Garri, norcino a Selva, ha perso la casa".
    """
    if player.kind is not Kind.PERSON or not (language.postposed or language.nouns_capitalised):
        return ""
    for spot in player.spots[:_LOOKS]:
        if " " not in spot.form or _owns(spot.form, language):
            continue
        found = _led(text, spot.start, language) or _apposed(text, spot.end, language)
        found = found or _leading(text, (spot.start, spot.end), language) or _equated(text, spot.end, language)
        if found:
            return found
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_last(text: str, player: Player, told: Sequence[list[str]], language: Language) -> tuple[list[str], list[str]]:
    """What somebody is called without what is done to them, and that with what else is told: "angajată din 2010".

    `told` are both as they were found; a noun right before the name that no list has goes before what else is told.
    """
    found, related = told
    signs = signs_of(language.code)
    opening = [(one, one.split(" ")[0].lower()) for one in found if " " in one]
    done = [one for one, word in opening if word.endswith(signs.undergone_endings or ("\0",))]
    done = [one for one, word in opening if one in done and (not language.is_role(word) or word in signs.undergone)]
    found = [one for one in found if one not in done]
    noun = _led_to(text, player, language) if not found and (related or done) else ""
    return [noun] if noun else found, [*related, *done]


def _led_to(text: str, player: Player, language: Language) -> str:
    """The noun right before a person's full name at one of their first mentions, as `unlisted` finds it; else ""."""
    if player.kind is not Kind.PERSON or not (language.postposed or language.nouns_capitalised):
        return ""
    full = (spot for spot in player.spots[:_LOOKS] if " " in spot.form and not _owns(spot.form, language))
    return next((noun for spot in full if (noun := _led(text, spot.start, language))), "")


def calls_new(lowers: Sequence[str], head: int, language: Language) -> bool:
    """Whether a noun behind "a" ends as nouns for people do, where adjectives stand before: "a mould | maker"."""
    signs = signs_of(language.code)
    new = lowers[0] in signs.indefinite - language.definite and not language.postposed
    return new and lowers[head] not in signs.times and lowers[head].endswith(signs.calling_endings)


def is_called_by(lowers: Sequence[str], language: Language) -> bool:
    """Whether a phrase begins with a noun for somebody, where nouns do: one that is listed, or one that ends so.

    The latter says of what or where they are: "Merendeira da rede municipal".
    """
    if not language.postposed or language.is_role(lowers[0]):
        return language.postposed
    endings = (*language.person_endings, *signs_of(language.code).calling_endings)
    whose = _bare(lowers[1]) in language.of_words if len(lowers) > 1 else False
    return whose and lowers[0].endswith(endings or ("\0",)) and _may_call(lowers[0], language)


def _owns(form: str, language: Language) -> bool:
    """Whether a name may stand in the genitive, so that the noun before it is a thing of theirs: "Garten Ole Bergs"."""
    return language.nouns_capitalised and form.endswith(language.genitive_endings or ("\0",))


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: each sign of a thing rather than somebody is asked for in turn.
def _led(text: str, start: int, language: Language) -> str:
    """The noun that an article leads to a name that begins here."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found is None:
        return ""
    elided, article, noun = found.groups()
    opens = not text[max(0, found.start(3) - 2) : found.start(3)].strip(_BETWEEN)  # "Luntrașul | Ion Gardan".
    suffixed = noun.lower().endswith(signs_of(language.code).led_endings or ("\0",))
    suffixed |= bool(language.case_endings) and opens and noun.lower().endswith(language.person_endings or ("\0",))
    if not _may_call(noun.lower() if opens and suffixed else noun, language):
        return ""
    if elided:
        return noun if elided[:-1].lower() in language.elisions else ""
    articles = language.determiners | signs_of(language.code).contracted | language.genitives | language.oblique
    if article and article.lower() in articles - language.auxiliaries:
        plain = article.lower() not in signs_of(language.code).plural_articles
        return noun if plain and not _may_be_thing(article.lower(), noun.lower(), language) else ""
    called = not language.definite and noun.lower().endswith(signs_of(language.code).calling_endings or ("\0",))
    return noun if suffixed or called else ""  # "розповідає солевар | Іван Гай"


def _may_be_thing(article: str, noun: str, language: Language) -> bool:
    """Whether a noun may be where something is, or what it is of: "dans l'ombre du | puits Olga Roux est tombée"."""
    governed = article in language.of_words | language.place_prepositions | language.genitives
    endings = (*language.person_endings, *signs_of(language.code).calling_endings)
    person = without(noun, language.genitive_endings)
    return governed and article not in language.definite and not person.endswith(endings or ("\0",))


def _leading(text: str, place: tuple[int, int], language: Language) -> str:
    """A noun with its article and what it is of, which a comma parts from the name: "battu par le tenant du titre, |".

    Nothing behind a preposition: "à la sortie du tribunal, | Ada Neri".
    """
    start, end = place
    if text[max(0, start - 2) : start] != ", " or text[end : end + 1] not in _ENDS or text[end + 2 : end + 3].isupper():
        return ""
    clause = _CLAUSE.search(text, max(0, start - _FAR), start - 2)
    words = [*_PIECE.finditer(text, clause.start(), start - 2)] if clause is not None else []
    led = language.definite | language.elisions
    for at in range(len(words) - _LEAST, 0, -1):
        before, article, noun, whose = (_bare(word.group()) for word in words[at - 1 : at + _LEAST])
        small = before in language.prepositions or before in language.of_words
        if article in led and whose in language.of_words and not small and _may_call(words[at + 1].group(), language):
            return text[words[at + 1].start() : start - 2] if noun else ""
    return ""


def _equated(text: str, end: int, language: Language) -> str:
    """What a copula and an article say that somebody is, and of what or where: "è l'ultima campanara della valle"."""
    found = _COPULA.match(text, end)
    if found is None or found.group(1) not in signs_of(language.code).copulas:
        return ""
    words = found.group(3).split()
    led = _bare(found.group(2)) in language.definite | language.elisions
    whose = any(_bare(word) in language.of_words for word in words[1:_NOUN_WORDS])
    named = any(_may_call(word, language) for word in words[:2])
    return found.group(3) if led and whose and named and len(words) <= _MOST_WORDS else ""


def _bare(word: str) -> str:
    """A word in lower case without what an apostrophe joins to it."""
    return re.split("['’ ]", word)[0].lower()


def _apposed(text: str, end: int, language: Language) -> str:
    """The noun behind a name that ends here and a comma, which a comma or a point closes off."""
    found = _BEHIND.match(text, end)
    if found is None:
        return _alone(text, end, language)
    if not _may_call(found.group(1), language):
        return ""
    signs, behind = signs_of(language.code), found.group(2).split()
    noun = found.group(1).lower()
    told = noun.endswith((*signs.participle_endings, *signs.adverb_endings) or ("\0",))
    whose = language.of_words | language.prepositions | language.genitives
    if told or re.split("['’]", behind[0].lower())[0] not in whose:
        return ""
    return text[found.start(1) : found.end(2)] if found.end(2) - found.start(1) <= _REACH else found.group(1)


def _alone(text: str, end: int, language: Language) -> str:
    """The noun for a trade, by its ending, alone behind a name and a comma: "Rosa Tejada, deshuesadora,"."""
    found = _ALONE.match(text, end) if not language.nouns_capitalised else None
    noun = found.group(1) if found is not None else ""
    trade = noun.endswith(signs_of(language.code).alone_endings or ("\0",)) and _may_call(noun, language)
    return noun if trade else ""


def _may_call(noun: str, language: Language) -> bool:
    """Whether a word may be a noun for somebody: no small word, verb, adverb, time or day, written as nouns are."""
    lower, signs = noun.lower(), signs_of(language.code)
    listed = (language.function_words, language.days, language.months, language.times, signs.times, signs.adverbs)
    small = any(lower in words for words in listed) or lower in breaks_in(language.code) or lower in signs.modifiers
    things, heads = (signs.uncalled, bodies_in(language.code), signs.facilities, signs.things), lower.partition("-")[:1]
    small = small or any(not words.isdisjoint((lower, *heads)) for words in things)
    done = language.postposed and lower.endswith(signs.done_endings or ("\0",))  # "A | învățat".
    written = noun[0].isupper() if language.nouns_capitalised else noun.islower()
    return written and not (small or done) and lower not in signs.anyone | signs.kin and noun not in given_names()
