"""Which body a noun that no list has means at a cue: "the brewery" is "Hopkins Brewery", "la conservera" Marea Alta."""

import re
from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) [«„“\"]?$")
_BEHIND = re.compile(rf"[”\"»“’']?[^{re.escape(''.join(POINTS))};:\n«“„\"]{{0,80}}")
_PARTED = re.compile(r"[”\"»“’']? ?[,—–-]")
_REACH = 40  # Characters before a name in which the noun for it stands.
_VERB = 4  # Words of a verb with its auxiliaries, before the article.
_ENDING, _STEM = 2, 4  # Letters that cases change at a noun's end, and the fewest that are kept.


class Firms:
    """The nouns that an article has before its names, or in them, gathered once it is asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._nouns: dict[str, list[tuple[str, int]]] | None = None
        self._meant: dict[str, int | None] = {}

    def behind(self, index: int, found: Attribution | None) -> Attribution | None:
        """An attribution to the body whose noun is the subject behind a quotation, where no list has it.

        `found` itself where that names somebody, or no noun there is a body's.
        """
        if found is not None and (found.speaker is not None or found.cue is not Cue.SPEECH or found.place is not None):
            return found
        reader = self._reader
        behind = _BEHIND.match(reader.text, reader.spans[index].end)
        words = _WORD.findall(behind.group()) if behind is not None else []
        parted = behind is not None and _PARTED.match(behind.group()) is not None
        noun = _subject(words, reader.language, parted=parted)
        if noun not in self._meant:
            self._meant[noun] = self._of(noun) if noun else None
        body = self._meant[noun]
        return Attribution(reader.names.entities[body].name, body, Cue.SPEECH) if body is not None else found

    def _of(self, noun: str) -> int | None:
        """The only entity before or in whose name the text has a noun, which calls nobody; None for several."""
        language = self._reader.language
        if language.is_role(noun) or noun in language.function_words or len(noun) < _STEM:
            return None
        self._nouns = self._gathered() if self._nouns is None else self._nouns
        stem = noun[: max(_STEM, len(noun) - _ENDING)] if language.case_endings else noun
        alike = self._nouns.get(noun[:_STEM], [])
        found = {owner for word, owner in alike if word.startswith(stem) and abs(len(word) - len(noun)) <= _ENDING}
        return found.pop() if len(found) == 1 else None

    def _gathered(self) -> dict[str, list[tuple[str, int]]]:
        """By its first letters each word right before a name, no place's, or in one of several, no person's."""
        text, names = self._reader.text, self._reader.names
        found: dict[str, set[tuple[str, int]]] = {}
        for start, owner in zip(names.starts, names.owners, strict=True):
            last = _LAST.search(text, max(0, start - _REACH), start)
            if last is not None and names.entities[owner].kind is not Kind.PLACE:
                word = last.group(1).lower()
                found.setdefault(word[:_STEM], set()).add((word, owner))
        for owner, entity in enumerate(names.entities):
            for word in _WORD.findall(entity.name.lower()) if " " in entity.name else ():
                if entity.kind is not Kind.PERSON:
                    found.setdefault(word[:_STEM], set()).add((word, owner))
        return {key: sorted(words) for key, words in found.items()}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _subject(words: list[str], language: Language, *, parted: bool) -> str:
    """The noun that follows a verb of speech, or stands before one, with its article: "said | the brewery".

    Where a comma or dash parts the quotation any verb makes do before the noun: "«...», fa sapere | il caseificio".
    """
    lowers = [word.lower() for word in words]
    spoken = language.verbs | language.weak_verbs
    at = next((at for at, word in enumerate(lowers[:_VERB]) if word in spoken), -1)
    if at < 0 and parted and lowers and lowers[0] not in language.function_words:
        at = next((at for at, word in enumerate(lowers[1:_VERB]) if word in language.definite), -1)
    if at < 0:
        return ""
    led = [*takewhile(lambda word: word in language.definite, lowers)]
    if led and at == len(led) + 1:
        return lowers[len(led)]
    nouns = lowers[at + 1 : at + _VERB]
    article = bool(nouns) and nouns[0] in language.definite
    bare = not language.definite or bool(language.case_endings)
    if len(nouns) <= article or not (article or bare):
        return ""
    joined = not language.postposed and set(nouns[article + 1 : article + 2]) - language.function_words
    return "" if joined else nouns[article]  # "said the brewery", not "said the brewery worker"
