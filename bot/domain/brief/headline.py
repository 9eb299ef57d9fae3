"""Makes a headline for a text without one: a whole clause of the lead that says who did what.

The clause loses what may go without changing it, in this order and only as far as it is too long: what follows a comma,
phrases of time from the end on, the word "that", a second verb behind "and", what it is told beside ("after ..."). Who
said it stays.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, pairwise, takewhile

from bot.domain.actors.spots import Signs, signs_of
from bot.domain.brief.shortening import (
    QUOTED,
    Titles,
    leaner,
    turned,
    without_brackets,
    without_insertions,
    without_times,
)
from bot.domain.brief.summary import without_dateline
from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.text.margins import summary_table
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from config.limits import MADE_HEADLINE_CHARACTERS, MADE_HEADLINE_FROM

_POINTS = ".。 "
_PART = re.compile(r", | – | — |; |，|、")
WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_DASHES = "-–—"
_CLAUSE_WORDS = 4
_ATTRIBUTION_WORDS = 12
_PURPOSE_WORDS = 3
_OBJECT_WORDS = 2
_APPOSED = 2
_TIME_WORDS = 7
_MOST_FORMS = 12  # That are held against the article: each takes a millisecond.
_MOST_OTHERS = 12
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"\d{1,2}")


def headline_of(
    article: Article,
    sentences: Sequence[DraftSentence],
    entities: Sequence[Entity] = (),
    *,
    others: Callable[[], Sequence[DraftSentence]] = tuple,
    stands: Callable[[str], bool] = bool,
) -> str:
    """The article's title; where it has none, a clause of the summary's first sentence that can be made short enough.

    Where none can, another sentence's, rather one that names somebody and leans on no other; else the first, whole.

    Args:
        article: what the headline is for.
        sentences: of its summary.
        entities: of the article.
        others: gives further sentences of it, the best first.
        stands: whether the article says what a headline says.
    """
    if article.title:
        return article.title
    maker = _Maker(article, entities, stands)
    texts = [sentence.text for sentence in sentences] or [without_dateline(article.text.partition("\n")[0])]
    first = texts[0].strip(_POINTS + _DASHES)
    headline = maker.shortened(first)
    if headline:
        return headline
    loose = ""
    for text in islice(chain(texts[1:], (other.text for other in _late(others))), _MOST_OTHERS):
        headline = maker.shortened(text.strip(_POINTS + _DASHES))
        if headline and maker.stands_alone(headline):
            return headline
        loose = loose or (headline if headline and not maker.opens_leaning(headline) else "")
    return loose or first


def _late(others: Callable[[], Sequence[DraftSentence]]) -> Iterator[DraftSentence]:
    yield from others()


class _Maker:
    """Makes headlines of one article's sentences."""

    def __init__(self, article: Article, entities: Sequence[Entity], stands: Callable[[str], bool]) -> None:
        self._language = languages.of(article.language)
        self._titles = Titles(article.text, entities, self._language)
        self._names = tuple(dict.fromkeys(name for entity in entities for name in (entity.name, *entity.aliases)))
        self._stands = stands
        table = summary_table(self._language.code)
        self._leaning = frozenset(table.get("pronouns", "").split()) | frozenset(table.get("first_person", "").split())
        self._openers = tuple(opener.replace("-", " ") + " " for opener in table.get("openers", "").split())

    def shortened(self, text: str) -> str:
        """The first form of a sentence that is whole, short enough and true, "" where there is none."""
        language = self._language
        if len(text) > MADE_HEADLINE_FROM:
            return ""
        clause = Clause(text, language)
        steps = (
            without_brackets,
            lambda lean: Clause(lean, language).without_insertions(),
            lambda lean: Clause(lean, language).without_opening_time(),
            self._titles.without,
            lambda lean: without_times(lean, language),
            lambda lean: turned(lean, language, self._names, clause.is_verb),
        )
        leans = leaner(text, steps)
        forms = dict.fromkeys(form for lean in leans for form in Clause(lean, language).headlines())
        return next((form for form in islice(forms, _MOST_FORMS) if form == text or self._stands(form)), "")

    def stands_alone(self, text: str) -> bool:
        """Whether a headline names somebody or something, and needs no sentence before it."""
        words = {word.lower() for word in WORD.findall(text)}
        leans = self.opens_leaning(text) or not self._leaning.isdisjoint(words)
        links = any(opener.strip() in words for opener in self._openers)
        return not leans and not links and any(name in text for name in self._names)

    def opens_leaning(self, text: str) -> bool:
        """Whether a headline begins as a sentence that goes on."""
        first = text.partition(" ")[0].lower()
        return text.lower().startswith(self._openers) or first in self._leaning


class Clause:
    """A sentence that is to be made a headline of."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs: Signs = signs_of(language.code)
        self._helping = language.auxiliaries | language.perfect | language.passive_auxiliaries | self._signs.empty
        self._complements = language.of_words | language.genitives
        self._besides = frozenset(summary_table(language.code).get("besides", "").split())

    def without_insertions(self) -> str:
        """What is left without what commas insert between subject and verb, "" where nothing is."""
        return without_insertions([self._text[a:b] for a, b in self._parts()], self._language, self.is_verb)

    def without_opening_time(self) -> str:
        """The sentence less the phrase of time that opens it: "On Thursday the board voted"; "" where none does."""
        words = list(WORD.finditer(self._text))
        if self._language.verb_second or not words or words[0].group().lower() not in self._language.prepositions:
            return ""
        timed = list(takewhile(lambda word: self._may_tell_time(word.group().lower()), words[1 : 1 + _TIME_WORDS]))
        while timed and not self._tells_time(timed[-1].group().lower()):
            timed.pop()
        rest = self._text[timed[-1].end() :].lstrip(", ") if timed else ""
        return rest[:1].upper() + rest[1:]

    def headlines(self) -> Iterator[str]:
        """The forms that are whole and short enough, the fullest first."""
        for form in self._forms():
            if len(form) <= MADE_HEADLINE_CHARACTERS and self._is_whole(form):
                yield form

    def _forms(self) -> Iterator[str]:
        yield self._text
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
        words = list(WORD.finditer(main))
        for index in range(len(words) - 1, _CLAUSE_WORDS, -1):
            lower, before = words[index].group().lower(), words[index - 1].group().lower()
            opens = lower in self._language.prepositions - self._language.of_words - self._signs.turning
            if not opens or before in self._language.function_words or self.is_verb(before):
                continue
            if before.endswith(self._signs.participle_endings or ("\0",)) or before in self._signs.adverbs:
                continue
            rest = [word.group().lower() for word in words[index:]]
            if self._language.relatives.issuperset(rest[1:2] or [""]) or self._has_infinitive(rest):
                continue  # "an incident | in which", "an opportunity | on Monday to speak"
            head = main[: words[index].start()].rstrip(" ,")
            if self._compares(head):
                continue  # "the largest show | in twenty years"
            if len(QUOTED.findall(head)) % 2 == 0 and self._has_object(head) and not self._is_half(head):
                yield head

    def _compares(self, text: str) -> bool:
        """Whether a clause singles something out among what the phrases behind it tell: "the largest"."""
        return not self._signs.superlatives.isdisjoint(self._words(text))

    def _has_infinitive(self, words: Sequence[str]) -> bool:
        """Whether an infinitive stands among these words."""
        closed = self._language.determiners | self._language.possessives.keys()
        return any(one in self._signs.infinitives and two not in closed for one, two in pairwise(words))

    def _without_inner(self, main: str) -> Iterator[str]:
        """The clause without its phrases between verb and end, the last first; where verbs end clauses.

        What belongs to the verb is the last phrase before the end, and stays.
        """
        words = list(WORD.finditer(main))
        verb = next((at for at, word in enumerate(words) if at and self.is_verb(word.group().lower())), len(words))
        leading = self._language.prepositions - self._language.of_words - self._signs.turning
        passive = self._language.passive_auxiliaries
        for index in range(len(words) - 2, 1, -1):
            before = words[index - 1].group().lower()
            belongs = before in self._language.determiners or (index == verb + 1 and before not in self._helping)
            if belongs or index == verb or words[index].group().lower() not in leading:
                continue
            past = self._past_phrases(main, words, index)
            ends = any(word.group()[0].isupper() or word.group() in passive for word in words[past:])
            if past > index + 1 and (past <= verb or ends):
                main = f"{main[: words[index].start()].rstrip()} {main[words[past].start() :]}"
                yield main
                words = list(WORD.finditer(main))
                verb -= past - index if past <= verb else 0

    def _past_phrases(self, main: str, words: Sequence[re.Match[str]], index: int) -> int:
        """The index past a phrase and those behind it ("wegen Plänen | gegen Ann"); `index` for half of one."""
        past = self._past_phrase(main, words, index)
        while index < past < len(words) and words[past].group().lower() in self._language.prepositions:
            further = self._past_phrase(main, words, past)
            if further == past:
                return index
            past = further
        half = past < len(words) and words[past].group().lower() in self._complements | self._language.conjunctions
        return index if half else past

    def _past_phrase(self, main: str, words: Sequence[re.Match[str]], index: int) -> int:
        """The index past a preposition's words without capitals, its noun and the genitives behind it."""
        language, at = self._language, index + 1
        while at < len(words):
            while at < len(words) and not words[at].group()[0].isupper():
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
        ended = words[-2] in self._signs.infinitives and head.rsplit(maxsplit=1)[-1].islower()
        infinitive = ended and not self._language.verb_second  # "to derail |", but "um zu bleiben"
        return infinitive or words[-1] in self._language.verbs or (between < len(words) and not paired)

    def _has_object(self, head: str) -> bool:
        """Whether something stands behind the verb of a clause."""
        words = self._words(head)
        verb = next((at for at, word in enumerate(words) if at and self.is_verb(word)), len(words))
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
        """The clause with the verb, and who said it where a part behind it tells ("", where none does)."""
        parts = [self._text[start:end] for start, end in self._parts()]
        at = next((at for at, part in enumerate(parts) if self._has_verb(part)), -1)
        if at < 0:
            return self._text, ""
        main = parts[at]
        said = next((f", {part}" for part in parts[at + 1 :] if self._is_attribution(part)), "")
        if at + 1 < len(parts) and self._completes(main, parts[at + 1]):
            main = self._before_purpose(main) or f"{main}, {parts[at + 1]}"
        if len(parts) > _APPOSED and not self._has_verb(parts[0]) and self._is_apposed(parts[1], parts[2]):
            main = f"{parts[0]} {parts[2]}"  # "Der Rektor | , Karl Lind, | ist gegangen"
        return main[:1].upper() + main[1:], said

    def _before_purpose(self, main: str) -> str:
        """The clause before a last phrase with which it ends: "plant einen Kai | mit dem Ziel, ..."; "" without one."""
        words = list(WORD.finditer(main))
        at = len(words) - _PURPOSE_WORDS
        if at < _CLAUSE_WORDS or not self._language.verb_second:
            return ""
        purpose = words[at].group().lower() in self._language.instruments
        return main[: words[at].start()].rstrip() if purpose else ""

    def _completes(self, main: str, part: str) -> bool:
        """Whether a clause is half without what follows its comma: "beschloss, Ann zu hören"."""
        words, before = self._words(part), self._words(main)
        if not words or words[0] in self._language.that:
            return True
        if self._language.verb_second:
            joined = (word[at:] for word in words for at in range(2, len(word)) if word.startswith("zu", at))
            return any(word in self._signs.infinitives for word in words) or any(w.endswith("en") for w in joined)
        open_ended = len(before) > 1 and before[-2] in self._signs.indefinite - self._language.possessives.keys()
        plain = words[0] not in self._language.function_words and part[0].islower()
        return open_ended and plain and not words[0].endswith(self._signs.participle_endings or ("\0",))

    def _is_apposed(self, part: str, following: str) -> bool:
        """Whether a part between commas says who somebody is, so that the verb stands right behind it."""
        words, after = self._words(part), self._words(following)
        relative = bool(words) and words[0] in self._language.relatives
        return bool(after) and self.is_verb(after[0]) and not relative and not any(map(self.is_verb, words))

    def _parts(self) -> list[tuple[int, int]]:
        """Offsets of what commas and dashes part, quotations kept whole."""
        text, found, at = self._text, [], 0
        for match in _PART.finditer(text):
            if len(QUOTED.findall(text[: match.start()])) % 2 == 0:
                found.append((at, match.start()))
                at = match.end()
        return [*found, (at, len(text))]

    def _words(self, text: str) -> list[str]:
        return [word.lower() for word in WORD.findall(text)]

    def is_verb(self, word: str) -> bool:
        """Whether a word in lower case is a finite verb, as far as lists and endings tell."""
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
        opening = language.prepositions | language.relatives | language.conjunctions | language.that | self._besides
        opens = words and (words[0] in opening - language.determiners - language.definite or words[0] in self._helping)
        if len(words) < _CLAUSE_WORDS or opens:
            return False
        if language.verb_second and part != self._text:
            # A verb alone at an end is a relative clause's, one at its head has its subject before it.
            return not self.is_verb(words[0]) and any(map(self.is_verb, words[1:-1]))
        return self._has_main_verb(words)

    def _has_main_verb(self, words: Sequence[str]) -> bool:
        """Whether a verb is no relative clause's and no noun behind an article."""
        language, related = self._language, False
        for before, word in pairwise(words):
            related = related or before in language.relatives
            if not self.is_verb(word) or before in language.determiners or before in language.possessives:
                continue
            if not related:
                return True
            related = word in self._helping
        return False

    def _is_attribution(self, part: str) -> bool:
        words = self._words(part)
        tells = any(word in self._language.verbs or word in self._language.weak_verbs for word in words[1:])
        related = bool(words) and words[0] in self._language.relatives | self._besides
        return tells and not related and len(words) <= _ATTRIBUTION_WORDS and not QUOTED.search(part)

    def _without_beside(self, main: str) -> str:
        """The clause before what it is told beside: "after a filter broke"; where verbs end clauses, as it is."""
        if self._language.verb_second:
            return main
        for match in reversed(list(WORD.finditer(main))):
            if match.group() in self._besides and len(QUOTED.findall(main[: match.start()])) % 2 == 0:
                head = main[: match.start()].rstrip(" ,")
                if self._has_verb(head):
                    return head
        return main

    def _without_second_verb(self, main: str) -> str:
        """The clause before "and" with another verb of the same subject; as it is where it denies something."""
        for match in reversed(list(re.finditer(r" (\w+) (\w+)", main))):
            joint, verb = match.group(1).lower(), match.group(2).lower()
            if joint in self._language.conjunctions and joint not in self._signs.breaks and self.is_verb(verb):
                head = main[: match.start()]
                return head if self._has_verb(head) else main
        return main

    def _last_time(self, text: str) -> tuple[int, int]:
        """Offsets of the last phrase of time ("in the spring of 2023", "on Friday"), (0, 0) where there is none."""
        words = list(WORD.finditer(text))
        for index in range(len(words) - 1, 0, -1):
            if words[index].group().lower() not in self._language.prepositions:
                continue
            end = 0
            for match in words[index + 1 : index + 1 + _TIME_WORDS]:
                lower = match.group().lower()
                if text[words[index].end() : match.start()].count(",") or not self._may_tell_time(lower):
                    break
                end = match.end() if self._tells_time(lower) else end
            if end:
                return words[self._opening(words, index)].start(), end
        return 0, 0

    def _opening(self, words: Sequence[re.Match[str]], index: int) -> int:
        """The index of the first word of a phrase of time that ends in this preposition's: "at the end | of June"."""
        first = index
        for at in range(index - 1, max(0, index - _TIME_WORDS), -1):
            lower = words[at].group().lower()
            if lower in self._language.prepositions:
                first = at
            elif not self._may_tell_time(lower):
                break
        adverb = first > 1 and words[first - 1].group() in self._signs.adverbs
        return first - 1 if adverb else first

    def _tells_time(self, word: str) -> bool:
        language, signs = self._language, self._signs
        dated = word in language.days or word in language.months or word in signs.times or bool(_YEAR.fullmatch(word))
        return dated or (language.compounds and word.startswith(tuple(language.days)))  # "Donnerstagabend"

    def _may_tell_time(self, word: str) -> bool:
        language = self._language
        joins = word in language.determiners or word in language.of_words or word in self._signs.articles
        told = word in self._signs.time_modifiers or self._tells_time(word)
        return joins or told or bool(_DAY.fullmatch(word))

    def _is_whole(self, form: str) -> bool:
        """Whether a form is a clause: a verb, no half quotation, no function word at its end."""
        words = self._words(form)
        balanced = len(QUOTED.findall(form)) % 2 == 0 and form.count("(") == form.count(")")
        if form == self._text or not self._language.spaced:
            return balanced
        closing = self._language.passive_auxiliaries | self._language.perfect if self._language.verb_second else set()
        ends = words[-1] not in self._language.function_words - closing and not self._is_half(form)
        if self._language.verb_second and not self._signs.empty.isdisjoint(words):
            ends = ends and form.rsplit(maxsplit=1)[-1].islower()  # "hat sich gegen einen Major | ... geäußert"
        return balanced and ends and self._has_verb(form)
