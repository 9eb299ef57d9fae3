"""Claims made of the sentences of articles that others wrote, in the very words, without what can be left out."""

import re
from collections.abc import Iterator

from bot.domain.claims.comparing.reading import Reading
from bot.domain.language.languages import of
from bot.domain.values.article import Article

_LEAST_WORDS, _LONGEST = 6, 350
_MARKS = re.compile(r'["“”„«»\n?:]')
# Languages in which a comma stands before every relative clause, also before one that the noun needs.
_NEEDED = {"de", "uk", "ru"}

_JOINS = {"de": "und", "en": "and", "es": "y", "fr": "et", "it": "e", "pt": "e", "ro": "și", "ru": "и", "uk": "та"}


def shortened(text: str, language: str) -> Iterator[str]:
    """What a text's sentences say, without parentheses, without asides, cut before "and", or two of them joined."""
    reading, words = Reading.of(Article(text=text, language=language)), of(language)
    joins = _JOINS[language]
    relatives = "" if language in _NEEDED else "|".join(map(re.escape, sorted(words.relatives)))
    before = ""
    for start, end in reading.sentences:
        sentence = text[start:end].strip()
        whole = sentence.endswith(".") and sentence[0].isupper() and not _MARKS.search(sentence)
        if not whole:
            before = ""
            continue
        yield from _cut(sentence, relatives, joins)
        pronoun = sentence.split()[0].lower() in words.pronouns
        if before and pronoun and len(before) + len(sentence) < _LONGEST:
            yield f"{before[:-1]}, {joins} {sentence[0].lower()}{sentence[1:]}"
        before = sentence


def _cut(sentence: str, relatives: str, joins: str) -> Iterator[str]:
    cuts = [(found.start(), found.end()) for found in re.finditer(r" \([^()]*\)", sentence)]
    if relatives:
        aside = rf", (?:{relatives}) [^,;()–—]+(?=\.$)|, (?:{relatives}) [^,;()–—]+,"
        cuts += [(found.start(), found.end()) for found in re.finditer(aside, sentence)]
    cuts += [(found.start(), len(sentence) - 1) for found in re.finditer(rf", {joins} |; ", sentence)]
    for start, end in cuts:
        claim = f"{sentence[:start]}{sentence[end:]}"
        if len(claim.split()) >= _LEAST_WORDS and sentence[start - 1].isalpha():
            yield claim
