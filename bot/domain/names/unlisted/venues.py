"""Places and bodies called after people behind a small noun: "el hospital Ana Ruiz", "le lycée Victor Hugo"."""

from bot.domain.names.grouping import Candidate
from bot.domain.names.words import TextWords
from bot.domain.values.actor import Kind


def at_venue(words: TextWords, name: int, last: int, *, titled: bool) -> Candidate | None:
    """A name with the noun for a place or body right before it; None where none is there."""
    language = words.language
    if titled or not (language.venues and name > 0):
        return None
    noun = words.words[name - 1].lower()
    if noun not in language.venues or words.gap(name - 1) != " ":
        return None
    before = words.words[max(0, name - _SAID) : name - 1]
    if not language.verbs.isdisjoint(before):
        return None  # "ha detto in piazza | Ugo Ferri"
    tokens = (noun, *[words.plain(index) for index in range(name, last + 1)])
    body = language.is_body(noun) and noun not in language.place_words | language.halls
    kind = Kind.ORGANISATION if body else Kind.PLACE
    return Candidate(tokens, words.starts[name - 1], words.ends[last], kind, "", titled=False, firm=True)


_SAID = 4  # Words of "detto in piazza" and what may stand within.
