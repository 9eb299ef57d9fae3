"""A clause that is to be a headline: what of it may go, and whether what is left is whole."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile

from bot.domain.actors.signs import ActorSigns, signs_of
from bot.domain.brief.headlines.second_verb import SecondVerb
from bot.domain.brief.headlines.shortening import QUOTED, WORD, without_insertions
from bot.domain.brief.headlines.small_words import SmallWords, small_words
from bot.domain.brief.headlines.times import TIME_WORDS, time_phrases
from bot.domain.language.languages import Language
from config.limits import MADE_HEADLINE_CHARACTERS

_PART = re.compile(r", | – | — |; |，|、")
_CLAUSE_WORDS = 4
_ATTRIBUTION_WORDS = 12
_PURPOSE_WORDS = 3
_OBJECT_WORDS = 2
_APPOSED = 2
_TEXTS = 256  # A clause and its forms are asked for their words again and again.


@lru_cache(maxsize=_TEXTS)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(text))


class Clause:
    """A sentence that is to be made a headline of."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs: ActorSigns = signs_of(language.code)
        self._small: SmallWords = small_words(language.code)
        self._times = time_phrases(language.code)
        self._helping, self._besides = self._small.helping, self._small.besides

    def without_insertions(self, names: Sequence[str]) -> str:
        """What is left without what commas insert between subject and verb, "" where nothing is."""
        return without_insertions([self._text[a:b] for a, b in self._parts()], self._language, names, self.is_verb)

    def turned(self) -> str:
        """The clause with what stands behind its verb first, less what stood there; "" where no verb is second."""
        main, said = self._main
        turned = SecondVerb(main, self._language, self.is_verb).turned() if self._language.verb_second else ""
        return turned and turned + said

    def without_opening_time(self) -> str:
        """The sentence less the phrase of time that opens it: "On Thursday the board voted"; "" where none does."""
        words = list(WORD.finditer(self._text))
        if self._language.verb_second or not words or words[0].group().lower() not in self._language.prepositions:
            return ""
        timed = list(takewhile(lambda word: self._times.may_tell(word.group().lower()), words[1 : 1 + TIME_WORDS]))
        while timed and not self._times.tells(timed[-1].group().lower()):
            timed.pop()
        rest = self._text[timed[-1].end() :].lstrip(", ") if timed else ""
        return rest[:1].upper() + rest[1:]

    def without_head(self) -> str:
        """What stands behind a colon, where no clause stands before it: "Relief in Emden: The ferry is back"."""
        head, colon, rest = self._text.partition(": ")
        clause = colon and rest[:1].isupper() and not any(map(self.is_verb, self._words(head)))
        whole = clause and not QUOTED.search(head) and self._has_verb(rest)
        return rest if whole else ""

    def tells(self) -> bool:
        """Whether the sentence has a subject and a verb."""
        return self._has_verb(self._text)

    def headlines(self) -> Iterator[str]:
        """The forms that are whole and short enough, the fullest first."""
        for form in self._forms():
            if len(form) <= MADE_HEADLINE_CHARACTERS and self._is_whole(form):
                yield form

    def _forms(self) -> Iterator[str]:
        yield self._text
        main, said = self._main
        for form in dict.fromkeys((main, self._without_second_verb(main), self._without_beside(main))):
            yield form + said
            yield from self._shortened(form, said)
        for form in dict.fromkeys((main, self._without_beside(main), *self._shortened(main, ""))):
            yield from (shorter + said for shorter in self._without_phrases(form))
        further = self._without_second_clause if self._language.verb_second else self._without_relative
        yield from (shorter + said for shorter in further(main))

    def _without_second_clause(self, main: str) -> Iterator[str]:
        """The clause before "and" with another subject and verb: "wurden getötet | und 56 werden noch vermisst"."""
        for match in reversed(list(WORD.finditer(main))):
            if match.group() not in self._language.conjunctions or match.group() not in self._language.coordinators:
                continue
            head, rest = main[: match.start()].rstrip(" ,"), self._words(main[match.end() :])
            closed = head.rsplit(maxsplit=1)[-1:] and head.rsplit(maxsplit=1)[-1][:1].islower()
            if closed and any(map(self.is_verb, rest[1:])) and self._has_verb(head):
                yield head

    def _without_relative(self, main: str) -> Iterator[str]:
        """The clause before a relative one with which it ends: "announced grants for firms | that train people"."""
        words = list(WORD.finditer(main))
        for at in range(len(words) - 1, _CLAUSE_WORDS, -1):
            before, word = words[at - 1].group(), words[at].group()
            if word not in self._language.relatives or not self._ends_phrase(before.lower()):
                continue
            head = main[: words[at].start()].rstrip(" ,")
            told = word in self._language.that and not self._language.verbs.isdisjoint(self._words(head))
            if told or len(QUOTED.findall(head)) % 2:
                continue  # "told the crowd | that"
            if self._has_object(head) and not self._is_half(head):
                yield head

    def _without_phrases(self, main: str) -> Iterator[str]:
        """The clause before one of its last phrases, as many words as may stand; where verbs do not end a clause.

        A phrase goes that stands behind a noun, not one that belongs to the word before it or turns what is said.
        """
        if self._language.verb_second:
            yield from SecondVerb(main, self._language, self.is_verb).without_phrases()
            return
        words = list(WORD.finditer(main))
        lowered = [word.group().lower() for word in words]
        for index in range(len(words) - 1, _CLAUSE_WORDS, -1):
            if lowered[index] not in self._small.adding or not self._ends_phrase(lowered[index - 1]):
                continue
            rest = lowered[index:]
            if self._language.relatives.issuperset(rest[1:2] or [""]) or self._has_infinitive(rest):
                continue  # "an incident | in which", "an opportunity | on Monday to speak"
            head = main[: words[index].start()].rstrip(" ,")
            if self._compares(head):
                continue  # "the largest show | in twenty years"
            if len(QUOTED.findall(head)) % 2 == 0 and self._has_object(head) and not self._is_half(head):
                yield head

    def _ends_phrase(self, word: str) -> bool:
        """Whether a word may be the last of a clause from which a phrase is cut: no small word, verb or adverb."""
        if word in self._language.function_words or self.is_verb(word):
            return False
        return not word.endswith(self._signs.participle_endings or ("\0",)) and word not in self._signs.adverbs

    def _compares(self, text: str) -> bool:
        """Whether a clause singles something out among what the phrases behind it tell: "the largest"."""
        return not self._signs.superlatives.isdisjoint(self._words(text))

    def _has_infinitive(self, words: Sequence[str]) -> bool:
        """Whether an infinitive stands among these words."""
        closed = self._language.determiners | self._language.possessives.keys()
        return any(one in self._signs.infinitives and two not in closed for one, two in pairwise(words))

    def _is_half(self, head: str) -> bool:
        """Whether a clause breaks off behind an infinitive, or between the first of two and the second."""
        words = self._words(head)
        between = next((at for at, word in enumerate(words) if word in self._signs.between), len(words))
        paired = any(word in self._language.conjunctions for word in words[between:])
        ended = words[-2] in self._signs.infinitives and head.rsplit(maxsplit=1)[-1].islower()
        if words[-1].isdigit() and words[-2] in self._language.determiners:
            return True  # "in der 296 |. Folge"
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
                start, end = self._times.last_in(text)
                if end == 0:
                    break
                shorter = (text[:start].rstrip() + text[end:]).rstrip()
                said, main = (shorter, main) if part == "said" else (said, shorter)
                yield main + said
        for word in sorted(self._signs.left_out):
            before, found, after = main.partition(f" {word} ")
            if found and self.is_verb(before.rpartition(" ")[2].lower()):
                yield f"{before} {after}{said}"  # "said that", but not "the club that"

    @cached_property
    def _main(self) -> tuple[str, str]:
        """The clause with the verb, and who said it where a part behind it tells ("", where none does)."""
        parts = [self._text[start:end] for start, end in self._parts()]
        # In German a clause behind a comma is another's, or a list's last member.
        clauses = parts[:1] if self._language.verb_second else parts
        begun = (at for at, part in enumerate(clauses) if self._has_verb(part) and self._begins(part, at))
        at = next(begun, len(parts))
        main = parts[at] if at < len(parts) else self._text
        said = next((f", {part}" for part in parts[at + 1 :] if self._is_attribution(part)), "")
        past = self._past_complement(parts, at)
        if past > at + 1:
            main = self._before_purpose(main) or ", ".join(parts[at:past])
        if len(parts) > _APPOSED and not self._has_verb(parts[0]) and self._is_apposed(parts[1], parts[2]):
            main = f"{parts[0]} {parts[2]}"  # "Der Rektor | , Karl Lind, | ist gegangen"
        return main[:1].upper() + main[1:], said

    def _begins(self, part: str, at: int) -> bool:
        """Whether a part may begin a clause: behind a comma, "known as Ann" and the like go on with what is before."""
        if at == 0 or not part[0].islower():
            return True
        words = self._words(part)
        if words[0].endswith(self._signs.participle_endings or ("\0",)):
            return False  # ", launching a new round of attacks"
        if not self._language.prepositions.isdisjoint(words[1:3]) and self.is_verb(words[0]):
            return False
        return words[0] in self._language.function_words or self._language.comparisons.isdisjoint(words[1:3])

    def _before_purpose(self, main: str) -> str:
        """The clause before a last phrase with which it ends: "plant einen Kai | mit dem Ziel, ..."; "" without one."""
        words = list(WORD.finditer(main))
        at = len(words) - _PURPOSE_WORDS
        if at < _CLAUSE_WORDS or not self._language.verb_second:
            return ""
        purpose = words[at].group().lower() in self._language.instruments
        return main[: words[at].start()].rstrip() if purpose else ""

    def _past_complement(self, parts: Sequence[str], at: int) -> int:
        """The number of the part behind what completes the clause of the part at `at`: at + 1 where nothing does."""
        far = len(parts) if self._language.verb_second else at + 2
        completing = (past for past in range(at + 1, min(far, len(parts))) if self._completes(parts[at], parts[past]))
        return max(completing, default=at) + 1

    def _completes(self, main: str, part: str) -> bool:
        """Whether a clause is half without what follows its comma: "beschloss, Ann zu hören"."""
        words, before = self._words(part), self._words(main)
        if not words or words[0] in self._language.that:
            return True
        if self._language.verb_second:
            return self._completes_second(words)
        open_ended = len(before) > 1 and before[-2] in self._signs.indefinite - self._language.possessives.keys()
        plain = words[0] not in self._language.function_words and part[0].islower()
        return open_ended and plain and not words[0].endswith(self._signs.participle_endings or ("\0",))

    def _completes_second(self, words: Sequence[str]) -> bool:
        """Whether a part ends with what the verb before it awaits: an infinitive, or its other half."""
        if words[-1] in self._signs.particles and not any(map(self.is_verb, words)):
            return True  # "Die Bombe ging am Samstag, einem Feiertag, | in Emden hoch"
        marks, endings = self._signs.infinitives, self._signs.infinitive_endings
        if not marks.isdisjoint(words):
            return True
        ended = (word for word in words if endings and word.endswith(endings))
        return any(word.find(mark, 2) > 0 for word in ended for mark in marks)  # "Anzuhören"

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

    @staticmethod
    def _words(text: str) -> tuple[str, ...]:
        return _words_of(text)

    def is_verb(self, word: str) -> bool:
        """Whether a word in lower case is a finite verb, as far as lists and endings tell."""
        language, signs = self._language, self._signs
        if word in signs.not_finite or word in signs.adverbs:
            return False
        known = word in language.verbs or word in signs.finite
        if not language.verb_second:  # There the ending of a past is an adjective's too.
            ends = len(word) > _CLAUSE_WORDS and word.endswith(signs.verb_endings or ("\0",))  # As below: often asked.
            known = known or ends or word in language.auxiliaries
        return known or word in language.perfect or word in language.passive_auxiliaries or word in language.weak_verbs

    def _ends_as_verb(self, word: str) -> bool:
        return len(word) > _CLAUSE_WORDS and word.endswith(self._signs.verb_endings or ("\0",))

    def _has_verb(self, part: str) -> bool:
        """Whether a part is a clause: a subject before a verb, and no preposition or relative at its head."""
        words = self._words(part)
        language = self._language
        if len(words) < _CLAUSE_WORDS:
            return False
        opens = words[0] in self._small.opening or words[0] in self._helping
        first = language.verb_second and self._text.startswith(part) and words[0] in language.prepositions
        if opens and not first:
            return False
        if language.verb_second and part != self._text:
            return self._has_second_verb(part, words)
        return self._has_main_verb(words)

    def _has_second_verb(self, part: str, words: Sequence[str]) -> bool:
        """Whether a part holds a verb in the second place of a clause.

        A verb alone at an end is a relative clause's, one at its head has its subject before it.
        """
        begins = self._text.startswith(part.split(" ", 1)[0])
        second = SecondVerb(part, self._language, self.is_verb).verb if begins else 0
        verb = 0 < second < len(words) - 1 or any(map(self.is_verb, words[1:-1]))
        helped = any(word in self._helping for word in words[:-1])
        subordinate = words[-1] in self._helping and not helped  # "als sie vorausgesagt hatten"
        return verb and not self.is_verb(words[0]) and not subordinate

    def _has_main_verb(self, words: Sequence[str]) -> bool:
        """Whether a verb is no relative clause's and no noun behind an article."""
        language, related = self._language, False
        relative = not language.relatives.isdisjoint(words)
        # Behind a relative clause a bare word at the end is a noun: "who used a private | address".
        last = len(words) - (relative and not language.verb_second and not self._ends_as_verb(words[-1]))
        for before, word in pairwise(words[:last]):
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
        for match in reversed(list(re.finditer(r" (?=(\w+) +(\w+))", main))):
            joint, verb = match.group(1).lower(), match.group(2).lower()
            joins = joint in self._signs.adding or joint not in self._signs.breaks
            if joint in self._language.conjunctions and joins and self.is_verb(verb):
                head = main[: match.start()]
                return head if self._has_verb(head) else main
        return main

    def _is_whole(self, form: str) -> bool:
        """Whether a form is a clause: a verb, no half quotation, no function word at its end."""
        words = self._words(form)
        balanced = len(QUOTED.findall(form)) % 2 == 0 and form.count("(") == form.count(")")
        if form == self._text or not self._language.spaced:
            return balanced
        if len(words) < _CLAUSE_WORDS:
            return False
        return balanced and self._ends_whole(form, words) and self._has_verb(form)

    def _ends_whole(self, form: str, words: Sequence[str]) -> bool:
        """Whether a form ends where a clause may: not with a small word, half a phrase, or before its verb's end."""
        if (
            self._breaks_off(form)
            or self._ends_joined(words)
            or (words[-1].isdigit() and words[-2] in self._signs.time_modifiers)
        ):
            return False
        closing = self._language.passive_auxiliaries | self._language.perfect if self._language.verb_second else set()
        if words[-1] in self._language.function_words - closing or self._is_half(form):
            return False
        if not self._language.verb_second or self._signs.empty.isdisjoint(words):
            return True
        head = self._without_second_verb(self._main[0])  # What "and" and a verb follow is whole.
        joined = form == head != self._main[0]
        return joined or form.rsplit(maxsplit=1)[-1].islower()  # "hat sich gegen einen Major | ... geäußert"

    def _ends_joined(self, words: Sequence[str]) -> bool:
        """Whether "and" and a phrase end a clause before its second verb: "changed it and with the help of many"."""
        last = next((at for at in range(len(words) - 2, 0, -1) if words[at] in self._signs.adding), 0)
        if not last or words[last + 1] not in self._language.prepositions:
            return False
        return words[last + 1] not in words[:last]  # "in Emden and in Seeheim" is whole.

    def _breaks_off(self, form: str) -> bool:
        """Whether a clause that "that" opens ends before its verb: "bestätigte, dass das Auto", "said that cars"."""
        words = self._words(form)
        that = max([at for at, word in enumerate(words) if word in self._language.that], default=0)
        if not that or form == self._text:
            return False
        if self._language.verb_second:
            return form.rsplit(maxsplit=1)[-1][:1].isupper() and "," not in form.rpartition(words[that])[2]
        first = next(at for at, word in enumerate(words) if word in self._language.that)
        if first < that and not self._has_main_verb(words[first + 1 :]):
            return True  # "es que la pareja que compartirá"
        clause = words[that + 1 :]
        return len(clause) < _CLAUSE_WORDS and not any(map(self.is_verb, clause)) and not self._has_infinitive(clause)
