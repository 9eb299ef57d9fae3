"""What somebody is who is told to have a name: "a retired | roofer | called Denny Osgood", "ein | Bäcker | namens"."""

import re

from bot.domain.actors.players import Player
from bot.domain.actors.signs import signs_of
from bot.domain.language.calling import told_from
from bot.domain.language.languages import Language
from bot.domain.values.actor import Kind

_PHRASE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?: [^\W\d_]+(?:['’-][^\W\d_]+)*){0,3} $")
_APPOSED = re.compile(r"([^\W\d_]+), (?:[^\W\d_]+ ){1,4}$")  # "Her | solicitor, a young man | named Ann Lee"
_CHARACTERS = 48  # In which an article and the noun behind it stand.


def named_so(text: str, language: Language, player: Player) -> str:
    """The noun, with its adjectives, whose bearer has the name that is told behind it; "" where none is."""
    spot = player.spots[0]
    begin = told_from(text, spot.start, spot.end, language) if player.kind is Kind.PERSON else -1
    phrase = _PHRASE.search(text, max(0, begin - _CHARACTERS), begin) if begin > 0 else None
    if phrase is None:
        return ""
    words, led = _past_article(phrase.group().split(), language)
    last = words[-1].lower() if words else ""
    if last in signs_of(language.code).anyone:
        apposed = _APPOSED.search(text, max(0, phrase.start() - _CHARACTERS), phrase.end())
        return apposed.group(1) if apposed is not None and language.is_role(apposed.group(1).lower()) else ""
    return " ".join(words) if led or language.is_role(re.split("['’]", last)[0]) else ""


def _past_article(words: list[str], language: Language) -> tuple[list[str], bool]:
    """What stands behind the last article among words, and whether there is one; else the last word."""
    if language.case_endings and not language.definite:
        return words[-1:], False  # Nothing tells where the phrase begins.
    articles = [at for at, word in enumerate(words) if re.split("['’]", word.lower())[0] in language.determiners]
    return (words[articles[-1] + 1 :], True) if articles else (words[-1:], False)


def has_phrase(text: str, language: Language) -> bool:
    """Whether a text has such a phrase anywhere."""
    return any(f" {phrase} " in text for phrase in language.naming_phrases)


def before_name(role: str, language: Language) -> str:
    """A role without the phrase behind it that tells the name: "zidar | pe nume"."""
    lower = role.lower()
    if not lower.endswith(language.naming_phrases or ("\0",)):
        return role
    length = next(len(one) for one in language.naming_phrases if lower.endswith(one))
    return role[:-length].rstrip() or role
