"""Which body a noun that no list has means at a cue: "the brewery" is "Hopkins Brewery", "la conservera" Marea Alta."""

import re
from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) [«„“\"]?$")
_BEHIND = re.compile(r"[”\"»“’']?[^.!?;:\n«“„\"]{0,80}")
_PARTED = re.compile(r"[”\"»“’']? ?[,—–-]")
_REACH = 40  # Characters before a name in which the noun for it stands.
_VERB = 4  # Words of a verb with its auxiliaries, before the article.
_ENDING, _STEM = 2, 4  # Letters that cases change at a noun's end, and the fewest that are kept.


def firm_behind(reader: Reader, index: int, found: Attribution | None) -> Attribution | None:
    """An attribution to the body whose noun is the subject behind a quotation, where no list has it.

    `found` itself where that names somebody, or no noun there is a body's.
    """
    if found is not None and (found.speaker is not None or found.cue is not Cue.SPEECH or found.place is not None):
        return found
    behind = _BEHIND.match(reader.text, reader.spans[index].end)
    words = _WORD.findall(behind.group()) if behind is not None else []
    parted = behind is not None and _PARTED.match(behind.group()) is not None
    noun = _subject(words, reader.language, parted=parted)
    body = firm_of(reader, noun) if noun else None
    return Attribution(reader.names.entities[body].name, body, Cue.SPEECH) if body is not None else found


def firm_of(reader: Reader, noun: str) -> int | None:
    """The only entity, no person's by their title, before or in whose name the text has a noun; None for several."""
    language, names = reader.language, reader.names
    if language.is_role(noun) or noun in language.function_words or len(noun) < _STEM:
        return None
    stem = noun[: max(_STEM, len(noun) - _ENDING)] if language.case_endings else noun
    found: set[int] = set()
    for start, owner in zip(names.starts, names.owners, strict=True):
        entity = names.entities[owner]
        last = _LAST.search(reader.text, max(0, start - _REACH), start)
        beside = _is_form(last.group(1).lower(), stem, noun) if last is not None else False
        within = " " in entity.name and any(_is_form(word.lower(), stem, noun) for word in _WORD.findall(entity.name))
        if (beside and entity.kind is not Kind.PLACE) or (within and entity.kind is not Kind.PERSON):
            found.add(owner)
    return found.pop() if len(found) == 1 else None


def _is_form(word: str, stem: str, noun: str) -> bool:
    return word.startswith(stem) and abs(len(word) - len(noun)) <= _ENDING


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
    nouns = [word for word in lowers[at + 1 : at + _VERB] if word not in language.auxiliaries]
    article = bool(nouns) and nouns[0] in language.definite
    bare = not language.definite or bool(language.case_endings)
    return nouns[article] if len(nouns) > article and (article or bare) else ""
