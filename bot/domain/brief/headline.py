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
_DASHES = "-–—"
_CLAUSE_WORDS = 4
_OBJECT_WORDS = 2
_APPOSED = 2
_TIME_WORDS = 7
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"\d{1,2}")


def headline_of(article: Article, sentences: Sequence[DraftSentence]) -> str:
    """The article's title; where it has none, a clause of the summary's first sentence."""
    if article.title:
        return article.title
    first = sentences[0].text if sentences else without_dateline(article.text.partition("\n")[0])
    clause = _Clause(first.strip(_POINTS + _DASHES), languages.of(article.language))
    return clause.headline() or clause.cut()


class _Clause:
    """A sentence that is to be made a headline of."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs: Signs = signs_of(language.code)
        self._besides = frozenset(summary_table(language.code).get("besides", "").split())

    def headline(self) -> str:
        """The first form that is whole and short enough, "" where there is none."""
        forms = (form for form in self._forms() if len(form) <= MADE_HEADLINE_CHARACTERS and self._is_whole(form))
        return next(forms, "")

    def cut(self) -> str:
        """The sentence cut between words, with dots."""
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
        for form in dict.fromkeys((main, self._without_beside(main))):
            yield from self._without_phrases(form)

    def _without_phrases(self, main: str) -> Iterator[str]:
        """The clause before one of its last phrases, as many words as may stand; where verbs do not end a clause.

        A phrase goes that stands behind a noun, not one that belongs to the word before it or turns what is said.
        """
        if self._language.verb_second:
            yield from self._without_inner(main)
            return
        words = list(_WORD.finditer(main))
        for index in range(len(words) - 1, _CLAUSE_WORDS, -1):
            lower, before = words[index].group().lower(), words[index - 1].group().lower()
            opens = lower in self._language.prepositions - self._language.of_words - self._signs.turning
            if not opens or before in self._language.function_words or self._is_verb(before):
                continue
            if before.endswith(self._signs.participle_endings or ("\0",)) or before in self._signs.adverbs:
                continue
            head = main[: words[index].start()].rstrip(" ,")
            if len(_QUOTED.findall(head)) % 2 == 0 and self._has_object(head) and not self._is_half(head):
                yield head

    def _without_inner(self, main: str) -> Iterator[str]:
        """The clause without its phrases between verb and end, the last first; where verbs end clauses.

        What belongs to the verb is the last phrase before the end, and stays.
        """
        words = list(_WORD.finditer(main))
        verb = next((at for at, word in enumerate(words) if at and self._is_verb(word.group().lower())), len(words))
        for index in range(len(words) - 2, verb, -1):
            lower = words[index].group().lower()
            if lower not in self._language.prepositions - self._language.of_words - self._signs.turning:
                continue
            past = self._past_phrase(main, words, index)
            if past > index + 1 and any(word.group()[0].isupper() for word in words[past:]):
                main = f"{main[: words[index].start()].rstrip()} {main[words[past].start() :]}"
                yield main
                words = list(_WORD.finditer(main))

    def _past_phrase(self, main: str, words: Sequence[re.Match[str]], index: int) -> int:
        """The index past a preposition's words without capitals, its noun and the genitives behind it."""
        language, at = self._language, index + 1
        while at < len(words):
            while at < len(words) and words[at].group()[0].islower():
                at += 1
            while at < len(words) and words[at].group()[0].isupper():
                at += 1
            if at >= len(words) or words[at].group().lower() not in language.genitives:
                break
        between = main[words[index].end() : words[at].start()] if at < len(words) else ","
        return at if not set(between) & set(',;:()–—"„“') else index

    def _is_half(self, head: str) -> bool:
        """Whether a clause breaks off behind an infinitive, or between the first of two and the second."""
        words = self._words(head)
        between = next((at for at, word in enumerate(words) if word in self._signs.between), len(words))
        paired = any(word in self._language.conjunctions for word in words[between:])
        infinitive = words[-2] in self._signs.infinitives and head.rsplit(maxsplit=1)[-1].islower()
        return infinitive or (between < len(words) and not paired)

    def _has_object(self, head: str) -> bool:
        """Whether something stands behind the verb of a clause."""
        words = self._words(head)
        verb = next((at for at, word in enumerate(words) if at and self._is_verb(word)), len(words))
        return len(words) - verb > _OBJECT_WORDS

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
        if len(parts) > _APPOSED and not self._has_verb(parts[0]) and self._is_apposed(parts[1], parts[2]):
            main = f"{parts[0]} {parts[2]}"  # "Der Rektor | , Karl Lind, | ist gegangen"
        return main[:1].upper() + main[1:], said if said[2:] != main else ""

    def _is_apposed(self, part: str, following: str) -> bool:
        """Whether a part between commas says who somebody is, so that the verb stands right behind it."""
        words, after = self._words(part), self._words(following)
        relative = bool(words) and words[0] in self._language.relatives
        return bool(after) and self._is_verb(after[0]) and not relative and not any(map(self._is_verb, words))

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
        known = word in language.verbs or word in signs.finite
        if not language.verb_second:  # There the ending of a past is an adjective's too.
            known = known or word in language.auxiliaries or self._ends_as_verb(word)
        return known or word in language.perfect or word in language.passive_auxiliaries or word in language.weak_verbs

    def _ends_as_verb(self, word: str) -> bool:
        return len(word) > _CLAUSE_WORDS and word.endswith(self._signs.verb_endings or ("\0",))

    def _has_verb(self, part: str) -> bool:
        """Whether a part is a clause: a subject before a verb, and no preposition or relative at its head."""
        words = self._words(part)
        language = self._language
        opening = (language.prepositions | language.relatives) - language.determiners - language.definite
        if len(words) < _CLAUSE_WORDS or words[0] in opening:
            return False
        if language.verb_second and part != self._text:
            # A verb alone at an end is a relative clause's, one at its head has its subject before it.
            return not self._is_verb(words[0]) and any(map(self._is_verb, words[1:-1]))
        return any(self._is_verb(word) for word in words[1:])

    def _is_attribution(self, part: str) -> bool:
        words = self._words(part)
        return any(word in self._language.verbs for word in words) and not _QUOTED.search(part)

    def _without_beside(self, main: str) -> str:
        """The clause before what it is told beside: "after a filter broke"; where verbs end clauses, as it is."""
        if self._language.verb_second:
            return main
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
        told = word in self._signs.time_modifiers or self._tells_time(word)
        return joins or told or bool(_DAY.fullmatch(word))

    def _is_whole(self, form: str) -> bool:
        """Whether a form is a clause: a verb, no half quotation, no function word at its end."""
        words = self._words(form)
        balanced = len(_QUOTED.findall(form)) % 2 == 0 and form.count("(") == form.count(")")
        if form == self._text or not self._language.spaced:
            return balanced
        ends = words[-1] not in self._language.function_words and not self._is_half(form)
        if self._language.verb_second and not self._signs.empty.isdisjoint(words):
            ends = ends and form.rsplit(maxsplit=1)[-1].islower()  # "hat sich gegen einen Major | ... geäußert"
        return balanced and ends and self._has_verb(form)
