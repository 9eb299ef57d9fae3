"""Makes a headline for a text without one: a whole clause of the lead that says who did what.

The clause loses what may go without changing it, in this order and only as far as it is too long: what follows a comma,
phrases of time from the end on, the word "that", a second verb behind "and", what it is told beside ("after ..."). Who
said it stays.
"""

import re
from collections.abc import Iterator, Sequence

from bot.domain.actors.spots import Signs, signs_of
from bot.domain.brief.summary import without_dateline
from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.text.margins import summary_table
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from config.limits import MADE_HEADLINE_CHARACTERS, MADE_HEADLINE_FROM

_POINTS = ".。 "
_PART = re.compile(r", | – | — |; |，|、")
_QUOTED = re.compile('["“”„«»]')
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_CLAUSE_WORDS = 4
_TIME_WORDS = 7
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"\d{1,2}")


def headline_of(article: Article, sentences: Sequence[DraftSentence]) -> str:
    """The article's title; where it has none, a clause of the summary's first sentence."""
    if article.title:
        return article.title
    first = sentences[0].text if sentences else without_dateline(article.text.partition("\n")[0])
    return _Clause(first.rstrip(_POINTS), languages.of(article.language)).headline()


class _Clause:
    """A sentence that is to be made a headline of."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs: Signs = signs_of(language.code)
        self._besides = frozenset(summary_table(language.code).get("besides", "").split())

    def headline(self) -> str:
        """The first form that is whole and short enough; else the sentence cut between words, with dots."""
        for form in self._forms():
            if len(form) <= MADE_HEADLINE_CHARACTERS and self._is_whole(form):
                return form
        head = self._text[:MADE_HEADLINE_CHARACTERS]
        space = head.rfind(" ")
        return head[: space if space > 0 else MADE_HEADLINE_CHARACTERS - 1].rstrip(_POINTS + ",;:–—") + "…"

    def _forms(self) -> Iterator[str]:
        yield self._text
        if len(self._text) > MADE_HEADLINE_FROM:
            return
        main, said = self._main()
        for form in dict.fromkeys((main, self._without_second_verb(main), self._without_beside(main))):
            yield form + said
            yield from self._shortened(form, said)

    def _shortened(self, main: str, said: str) -> Iterator[str]:
        """The clause with one phrase of time less each, and then without what may be left out, such as "that"."""
        for part in ("said", "main"):
            while True:
                text = said if part == "said" else main
                start, end = self._last_time(text)
                if end == 0:
                    break
                shorter = (text[:start].rstrip() + text[end:]).rstrip()
                said, main = (shorter, main) if part == "said" else (said, shorter)
                yield main + said
        for word in sorted(self._signs.left_out):
            yield main.replace(f" {word} ", " ", 1) + said

    def _main(self) -> tuple[str, str]:
        """The clause with the verb, and who said it where the sentence ends in that ("", where it does not)."""
        parts = [self._text[start:end] for start, end in self._parts()]
        said = f", {parts[-1]}" if len(parts) > 1 and self._is_attribution(parts[-1]) else ""
        main = next((part for part in parts if self._has_verb(part)), self._text)
        return main[:1].upper() + main[1:], said if said[2:] != main else ""

    def _parts(self) -> list[tuple[int, int]]:
        """Offsets of what commas and dashes part, quotations kept whole."""
        text, found, at = self._text, [], 0
        for match in _PART.finditer(text):
            if len(_QUOTED.findall(text[: match.start()])) % 2 == 0:
                found.append((at, match.start()))
                at = match.end()
        return [*found, (at, len(text))]

    def _words(self, text: str) -> list[str]:
        return [word.lower() for word in _WORD.findall(text)]

    def _is_verb(self, word: str) -> bool:
        language, signs = self._language, self._signs
        if word in signs.not_finite or word in signs.adverbs:
            return False
        known = word in language.verbs or word in signs.finite or word in language.auxiliaries
        known = known or word in language.perfect or word in language.passive_auxiliaries or word in language.weak_verbs
        return known or (len(word) > _CLAUSE_WORDS and word.endswith(signs.verb_endings or ("\0",)))

    def _has_verb(self, part: str) -> bool:
        """Whether a part is a clause: a subject before a verb, and no preposition or relative at its head."""
        words = self._words(part)
        language = self._language
        opening = (language.prepositions | language.relatives) - language.determiners - language.definite
        if len(words) < _CLAUSE_WORDS or words[0] in opening:
            return False
        return any(self._is_verb(word) for word in words[1:])

    def _is_attribution(self, part: str) -> bool:
        words = self._words(part)
        return any(word in self._language.verbs for word in words) and not _QUOTED.search(part)

    def _without_beside(self, main: str) -> str:
        """The clause before what it is told beside: "after a filter broke"."""
        for match in reversed(list(_WORD.finditer(main))):
            if match.group() in self._besides and len(_QUOTED.findall(main[: match.start()])) % 2 == 0:
                head = main[: match.start()].rstrip(" ,")
                if self._has_verb(head):
                    return head
        return main

    def _without_second_verb(self, main: str) -> str:
        """The clause before "and" with another verb of the same subject; as it is where it denies something."""
        for match in reversed(list(re.finditer(r" (\w+) (\w+)", main))):
            joint, verb = match.group(1).lower(), match.group(2).lower()
            if joint in self._language.conjunctions and joint not in self._signs.breaks and self._is_verb(verb):
                head = main[: match.start()]
                return head if self._has_verb(head) else main
        return main

    def _last_time(self, text: str) -> tuple[int, int]:
        """Offsets of the last phrase of time ("in the spring of 2023", "on Friday"), (0, 0) where there is none."""
        words = list(_WORD.finditer(text))
        for index in range(len(words) - 1, -1, -1):
            if words[index].group().lower() not in self._language.prepositions or index == 0:
                continue
            end = 0
            for match in words[index + 1 : index + 1 + _TIME_WORDS]:
                lower = match.group().lower()
                if text[words[index].end() : match.start()].count(",") or not self._may_tell_time(lower):
                    break
                end = match.end() if self._tells_time(lower) else end
            if end:
                return words[index].start(), end
        return 0, 0

    def _tells_time(self, word: str) -> bool:
        language, signs = self._language, self._signs
        return word in language.days or word in language.months or word in signs.times or bool(_YEAR.fullmatch(word))

    def _may_tell_time(self, word: str) -> bool:
        language = self._language
        joins = word in language.determiners or word in language.of_words or word in self._signs.articles
        return joins or self._tells_time(word) or bool(_DAY.fullmatch(word))

    def _is_whole(self, form: str) -> bool:
        """Whether a form is a clause: a verb, no half quotation, no function word at its end."""
        words = self._words(form)
        balanced = len(_QUOTED.findall(form)) % 2 == 0 and form.count("(") == form.count(")")
        if form == self._text or not self._language.spaced:
            return balanced
        return balanced and self._has_verb(form) and words[-1] not in self._language.function_words
