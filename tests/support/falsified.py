"""Lies made of the sentences of articles that others wrote, each with one thing changed and all other words kept."""

import random
import re
from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.reading import Reading
from bot.domain.names.names import Entity
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article

_MARKS, _LONGEST = re.compile(r'["“”„«»\n]'), 45
_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,4}(?![\d.,:/\w-])")
_DENIALS = {
    "de": r" (?:nicht|nie)\b", "en": r" (?:not|never)\b", "es": r" no\b(?! obstante)", "it": r" non\b",
    "pt": r" não\b", "ro": r" nu\b", "ru": r" не\b", "uk": r" не\b",
}  # fmt: skip


def falsified(text: str, language: str) -> Iterator[str]:
    """What a text's sentences do not say: with another person's name, another number, or without their denial."""
    reading, chance = Reading.of(Article(text=text, language=language)), random.Random(len(text))
    people = [one for one in reading.entities if one.kind is Kind.PERSON and " " in one.name]
    numbers = sorted(set(_NUMBER.findall(text)))
    for start, end in reading.sentences:
        sentence = text[start:end]
        if _MARKS.search(sentence) or not sentence.rstrip().endswith(".") or len(sentence.split()) > _LONGEST:
            continue
        yield from _with_another(text, start, end, people, chance)
        found = _NUMBER.search(sentence)
        others = [one for one in numbers if found and one not in sentence and len(one) == len(found.group())]
        if found and others:
            yield f"{sentence[: found.start()]}{chance.choice(others)}{sentence[found.end() :]}"
        denied = re.findall(_DENIALS[language], sentence) if language in _DENIALS else []
        if len(denied) == 1:
            yield re.sub(_DENIALS[language], "", sentence)


def _with_another(text: str, start: int, end: int, people: Sequence[Entity], chance: random.Random) -> Iterator[str]:
    here = [(one.start, one.end, person) for person in people for one in person.mentions if start <= one.start < end]
    others = [person for person in people if all(person is not found for *_, found in here)]
    if here and others:
        yield f"{text[start : here[0][0]]}{chance.choice(others).name}{text[here[0][1] : end]}"
