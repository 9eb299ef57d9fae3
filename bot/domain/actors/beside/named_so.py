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
    words = phrase.group().split()
    words = words[-1:] if language.case_endings and not language.definite else words  # Nothing tells where it begins.
    lowers = [re.split("['’]", word.lower())[0] for word in words]
    article = next((at for at in range(len(words) - 1, -1, -1) if lowers[at] in language.determiners), -1)
    told = words[article + 1 :] if article >= 0 else words[-1:]
    if told and told[-1].lower() in signs_of(language.code).anyone:
        apposed = _APPOSED.search(text, max(0, phrase.start() - _CHARACTERS), phrase.end())
        return apposed.group(1) if apposed is not None and language.is_role(apposed.group(1).lower()) else ""
    return " ".join(told) if article >= 0 or any(map(language.is_role, lowers[-1:])) else ""


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
