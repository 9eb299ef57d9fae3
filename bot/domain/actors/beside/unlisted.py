"""What somebody is by a noun that no list has, where only a noun for them can stand: "el | mielero | Luis Garra"."""

import re
from collections.abc import Sequence

from bot.domain.actors.players import Player
from bot.domain.actors.signs import bodies_in, breaks_in, signs_of
from bot.domain.language.languages import Language, given_names
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_BEFORE = re.compile(r"(?<![\w'’])(?:([^\W\d_]+['’])|([^\W\d_]+) )?([^\W\d_]{4,}(?:-[^\W\d_]+)?) $")
_BEHIND = re.compile(r", ([^\W\d_]{4,}(?:-[^\W\d_]+)?)(?=((?: [^\W\d_]+(?:['’-][^\W\d_]+)*){1,6})[,.])")
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
        if found:
            return found
    return ""


def calls_new(lowers: Sequence[str], head: int, language: Language) -> bool:
    """Whether a noun behind "a" ends as nouns for people do, where adjectives stand before: "a mould | maker"."""
    signs = signs_of(language.code)
    new = lowers[0] in signs.indefinite - language.definite and not language.postposed
    return new and lowers[head] not in signs.times and lowers[head].endswith(signs.calling_endings)


def _owns(form: str, language: Language) -> bool:
    """Whether a name may stand in the genitive, so that the noun before it is a thing of theirs: "Garten Ole Bergs"."""
    return language.nouns_capitalised and form.endswith(language.genitive_endings or ("\0",))


def _led(text: str, start: int, language: Language) -> str:
    """The noun that an article leads to a name that begins here."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found is None:
        return ""
    elided, article, noun = found.groups()
    opens = not text[max(0, found.start(3) - 2) : found.start(3)].strip(_BETWEEN)  # "Luntrașul | Ion Gardan".
    suffixed = noun.lower().endswith(signs_of(language.code).led_endings or ("\0",))
    if not _may_call(noun.lower() if opens and suffixed else noun, language):
        return ""
    if elided:
        return noun if elided[:-1].lower() in language.elisions else ""
    articles = language.determiners | signs_of(language.code).contracted | language.genitives | language.oblique
    if article and article.lower() in articles - language.auxiliaries:
        return "" if article.lower() in signs_of(language.code).plural_articles else noun
    return noun if suffixed else ""


def _apposed(text: str, end: int, language: Language) -> str:
    """The noun behind a name that ends here and a comma, which a comma or a point closes off."""
    found = _BEHIND.match(text, end)
    if found is None or not _may_call(found.group(1), language):
        return ""
    signs, behind = signs_of(language.code), found.group(2).split()
    noun = found.group(1).lower()
    told = noun.endswith((*signs.participle_endings, *signs.adverb_endings) or ("\0",))
    whose = language.of_words | language.prepositions | language.genitives
    if told or re.split("['’]", behind[0].lower())[0] not in whose:
        return ""
    return text[found.start(1) : found.end(2)] if found.end(2) - found.start(1) <= _REACH else found.group(1)


def _may_call(noun: str, language: Language) -> bool:
    """Whether a word may be a noun for somebody: no small word, verb, adverb, time or day, written as nouns are."""
    lower, signs = noun.lower(), signs_of(language.code)
    listed = (language.function_words, language.days, language.months, language.times, signs.times, signs.adverbs)
    small = any(lower in words for words in listed) or lower in breaks_in(language.code) or lower in signs.modifiers
    small = small or not {lower, lower.partition("-")[0]}.isdisjoint(
        signs.uncalled | bodies_in(language.code) | signs.facilities | signs.things
    )
    done = language.postposed and lower.endswith(signs.done_endings or ("\0",))  # "A | învățat".
    written = noun[0].isupper() if language.nouns_capitalised else noun.islower()
    return written and not (small or done) and lower not in signs.anyone | signs.kin and noun not in given_names()
