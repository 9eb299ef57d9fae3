"""Who speaks where a cue stands within the marks: "« Je dormais, explique Jean Roux. J’étais bien. »"."""

import re
from bisect import bisect_left
from functools import cache

from bot.domain.language import languages
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Token
from bot.domain.text.spans import Span

_INCISE_REACH = 1000  # Characters of a quotation that are searched for a cue.


def incised(reader: Reader, span: Span) -> Attribution | None:
    """The speaker whom a cue within the marks names: "« Je dormais, explique Jean Roux. J’étais bien. »"."""
    names = reader.names
    if not reader.language.postposed:
        return None
    for match in _incise(reader.language.code).finditer(
        reader.text, span.start, min(span.end, span.start + _INCISE_REACH)
    ):
        end = _past_cue(reader, match)
        if end is None:
            continue
        at = names.roles.get(end, end)
        index = bisect_left(names.starts, at)
        if index < len(names.starts) and names.starts[index] <= at + len(", "):
            owner = names.owners[index]
            place = (names.starts[index], names.ends[index])
            return Attribution(names.entities[owner].name, owner, Cue.SPEECH, place)
        noun = _described(reader, end)
        if noun is not None:
            return resolved(reader, noun, Cue.SPEECH)  # "« Non merci, a répliqué | l'institutrice. J'ai le temps. »"
    return None


def _described(reader: Reader, end: int) -> Token | None:
    """The noun for somebody behind an article that ends here; None where none stands there."""
    language, text = reader.language, reader.text
    article = _LED.search(text, max(0, end - _ARTICLE_REACH), end)
    noun = _NOUN.match(text, end)
    opening = article.group(1).lower() if article is not None else ""
    if noun is None or opening not in language.definite | language.elisions or not language.is_role(noun.group()):
        return None
    start = article.start(1) if article is not None else end
    return Token(Part.DESCRIPTION, start, noun.end(), noun.group(), -1, definite=True, opening=opening)


def _past_cue(reader: Reader, match: re.Match[str]) -> int | None:
    """Where a cue's verb ends, past its auxiliary and when it was said: "– ha detto ieri | Ada Neri –"; else None."""
    language, word, end = reader.language, match.group(1).lower(), match.end()
    if word in language.auxiliaries:
        verb = _NEXT.match(reader.text, end)
        word, end = (verb.group(1), verb.end()) if verb is not None else ("", end)
    if word not in language.verbs:
        return None
    timed = _NEXT.match(reader.text, end)
    when = timed is not None and timed.group(1) in language.function_words
    end = timed.end() if timed is not None and when else end
    article = _ARTICLE.match(reader.text, end)
    return article.end() if article is not None and article.group(1) in language.definite else end


_LED = re.compile(r"(\w{1,3})[ '’]$")
_NOUN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLE_REACH = 4  # Characters of an article before its noun.
_ARTICLE = re.compile(r"(\w{1,3})[ '’]")  # "– spiega l'| assessora Ada Neri –"
_NEXT = re.compile(r"([\w’'-]+)\s")


@cache
def _incise(code: str) -> re.Pattern[str]:
    """A word behind a pause, which may be a cue's verb; a reflexive may stand before it: "— se défend Jean Roux"."""
    words = sorted(languages.of(code).reflexives)
    reflexives = "|".join(re.escape(word) if word.endswith(("'", "’")) else rf"{re.escape(word)}\s" for word in words)
    return re.compile(rf"(?:[,!?…]\s|\s[–—-]\s?)(?:{reflexives})?([\w’'-]+)\s")
