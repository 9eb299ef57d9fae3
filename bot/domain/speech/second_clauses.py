"""The clauses of a row where the verb stands second, and their subjects: before the verb, or right after it.

A clause is parted from others by commas, dashes and colons; a subordinate one ends with its verb, and one in the mood
of reported speech ("er sei") belongs to the clause that reports.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token, parts_of

REACH = 60
NEAR = 3
_ONE = frozenset({"m", "f"})
BREAKS = frozenset({Part.COMMA, Part.DASH, Part.COLON})
_CLAUSE = re.compile(f"[^{re.escape(''.join(sorted(BREAKS)))}]+")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))}]")
_CLAUSES = 8
_OWNED = 6  # Tokens of "Kritik kam dagegen auch von Lind".
_VERBAL = VERBS | {Part.AUXILIARY, Part.WORD}


def without_described(row: Sentence, position: int, language: Language) -> Sentence:
    """The row with the noun that a quotation describes as no actor: "was sie eine „mutige“ | Entscheidung nannte"."""
    if not 0 < position < len(row) - 1:
        return row
    before, behind = row[position - 1], row[position + 1]
    led = before.part == Part.DETERMINER or before.word in language.comparisons
    if not led or behind.part != Part.DESCRIPTION or behind.determined:
        return row
    return [*row[: position + 1], replace(behind, part=Part.WORD), *row[position + 2 :]]


class RowClauses:
    """The clauses of one row."""

    def __init__(self, row: Sentence, language: Language) -> None:
        self._row = row
        self._parts = parts_of(row)
        self._breaks = [found.start() for found in _BREAK.finditer(self._parts)]
        self._language = language

    def before(self, end: int) -> list[tuple[int, int]]:
        """The clauses before a place of the row, the nearest last, as far as a sentence reaches."""
        return list(self.between(max(0, end - REACH), end))[-_CLAUSES:]

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The clauses between two places of the row, parted by commas, dashes and colons."""
        return map(re.Match.span, _CLAUSE.finditer(self._parts, start, end))

    def end_of(self, position: int) -> int:
        """Where the clause of this token ends."""
        stop = min(len(self._row), position + REACH)
        at = bisect_left(self._breaks, position)
        return self._breaks[at] if at < len(self._breaks) and self._breaks[at] < stop else max(position, stop)

    def _start_of(self, position: int) -> int:
        at = bisect_left(self._breaks, position)
        return max(0, position - REACH, self._breaks[at - 1] + 1 if at else 0)

    def reports(self, tokens: Sentence) -> bool:
        """Whether a clause has the mood of reported speech."""
        reported, acts = self._language.reported, False
        for at, token in enumerate(tokens):
            if token.part in ACTORS:
                acts = True
                continue
            if token.word in reported and not self._is_own(tokens[max(0, at - 1) : at + 2]):
                return True
            if (
                acts
                and token.part == Part.WORD
                and self._has_mood(token.word)
                and not self._is_own(tokens[at - 1 : at])
            ):
                return True
            acts = False
        return False

    def _is_own(self, tokens: Sentence) -> bool:
        """Whether the writer is the subject, whose verb looks like one of reported speech: "ich sehe", "sage ich"."""
        return any(self._language.pronouns.get(token.word) == "1" for token in tokens)

    def _has_mood(self, word: str) -> bool:
        """Whether a word behind an actor ends as a verb of reported speech does: "der Regen laufe", not "machte"."""
        language = self._language
        if not word.endswith(language.mood_endings or ("\0",)):
            return False
        return not word.endswith(language.past_endings) and word not in language.stop_words

    def _is_subordinate(self, start: int) -> bool:
        part = self._row[start].part
        return part in {Part.THAT, Part.RELATIVE} or (
            part == Part.CONJUNCTION and self._row[start].word not in self._language.coordinators
        )

    def _is_relative(self, start: int) -> bool:
        """Whether a clause tells of the noun before it: "der …", "auf dem …"."""
        row = self._row
        if start == 0:
            return False
        first = row[start]
        second = row[start + 1] if start + 1 < len(row) else first
        governed = first.part == Part.PREPOSITION and second.part in {Part.RELATIVE, Part.DETERMINER}
        return first.part == Part.RELATIVE or governed

    def _subject(self, tokens: Sentence, verb: int | None) -> Token | None:
        """The subject of a clause: before its verb or after it, somebody rather than something."""
        if verb is None:
            return _first_who_can_speak(tokens)
        beside = self._beside(tokens, verb)
        if beside is not None:
            return beside
        chosen = _first_who_can_speak(tokens[self._past_conjunction(tokens, verb) :]) or _first_who_can_speak(tokens)
        return chosen or next((token for token in tokens if token.part in ACTORS and not token.governed), None)

    def _past_conjunction(self, tokens: Sentence, verb: int) -> int:
        """Where the second of two joined clauses begins: "A sagt zu und B sagt ab"; 0 where both share a subject."""
        begin = next((i for i in range(verb - 1, 0, -1) if tokens[i].part == Part.CONJUNCTION), 0)
        return 0 if any(token.word in self._language.perfect for token in tokens[:begin]) else begin

    def _beside(self, tokens: Sentence, verb: int) -> Token | None:
        """The subject right behind a finite verb that something else comes before: "gestern hatte X erklärt"."""
        finite = next((i for i, token in enumerate(tokens) if token.word in self._language.perfect), verb)
        shared = self._shared(tokens, finite)
        if shared is not None:
            return shared
        if finite > 0 and tokens[finite - 1].part in ACTORS and not tokens[finite - 1].governed:
            return None
        at = finite + 1
        while at < len(tokens) and tokens[at].part == Part.AUXILIARY:
            at += 1
        actor = tokens[at] if at < len(tokens) and tokens[at].part in ACTORS and not tokens[at].governed else None
        return actor if actor is not None and can_speak(actor) else None

    def _shared(self, tokens: Sentence, finite: int) -> Token | None:
        """The subject of the verb before, where "and" stands before this one: "X sprach von „…“ und forderte Y auf"."""
        joined = finite > 1 and tokens[finite - 1].word in self._language.coordinators
        subject = self._subject(tokens[: finite - 1], None) if joined else None
        return subject if subject is not None and subject.animate else None

    def _parted_subject(self, start: int) -> Token | None:
        """The subject of a clause that begins with its verb behind what is inserted: "Lind, Leiter des Amts, sagte"."""
        if start == 0 or self._row[start - 1].part != Part.COMMA:
            return None
        subject: Token | None = None
        for number, (begin, stop) in enumerate(reversed(self.before(start)[-NEAR:])):
            tokens = self._row[begin:stop]
            if number == 0 and self._is_relative(begin):
                continue  # "Lind, der das Amt leitet, rief den Rat auf"
            if any(token.part in _VERBAL for token in tokens) or tokens[0].part not in ACTORS or tokens[0].governed:
                break
            if number > 0 and tokens[0].part == Part.NAME:
                subject = tokens[0]
        return subject

    def _outer_subject(self, start: int) -> Token | None:
        """The subject of a clause that has none of its own: the noun of a relative, or that of the clause before."""
        row = self._row
        if self._is_relative(start):
            return self._related_noun(row[max(0, start - REACH) : start])
        for begin, stop in reversed(self.before(start)[-NEAR:]):
            if not self._is_subordinate(begin):
                tokens = row[begin:stop]
                subject = self._subject(tokens, None) or self._owner(tokens, self._subject(tokens, 0))
                if subject is not None and (can_speak(subject) or subject.governed):
                    return subject
                named = len(tokens) == 1 and tokens[0].part in ACTORS and not tokens[0].governed
                if named and not self._is_time(tokens[0]):
                    return tokens[0]  # "Lind, der das Amt leitet, sagte"
        return None

    def _related_noun(self, before: Sentence) -> Token | None:
        """The noun that a relative clause behind these tokens tells of, or who likens somebody to it.

        In "beschrieb Lind ihn als Helfer, der aufruft" it is Lind.
        """
        noun = next((at for at in range(len(before) - 1, -1, -1) if before[at].part in ACTORS), -1)
        likened = noun > 0 and before[noun - 1].word in self._language.comparisons
        main = self._subject(before, None) if likened else None
        return main or (before[noun] if noun >= 0 else None)

    def worded(self, position: int) -> Found | None:
        """Whose words a sentence tells of that begins with them: "Die ersten Worte Linds gingen um die Welt: „…“".

        One who is told of by a possessive is who the clause's pronoun means: "Ihre Antwort lieferte | sie gleich mit".
        """
        row, first = self._row, self._row[0]
        if position == 0 or row[position - 1].part != Part.COLON or not is_speech_noun(first.word, self._language):
            return None
        if first.part != Part.DESCRIPTION or first.governed or not first.determined:
            return None
        owner = self._owner(row[: self.end_of(0)], first)
        if owner is None and self._belongs(first):
            pronouns = self._language.pronouns
            return next((token for token in row[:position] if pronouns.get(token.word) in _ONE), None), Cue.SPEECH
        return owner or first, Cue.SPEECH

    def _owner(self, tokens: Sentence, subject: Token | None) -> Token | None:
        """Whose words a noun of speech tells: "die Kernaussage von X lautete", "Kritik kam von X"."""
        if subject is None or not is_speech_noun(subject.word, self._language):
            return None
        at = next(i for i, token in enumerate(tokens) if token is subject)
        for before, token in pairwise(tokens[at : at + _OWNED]):
            if before.word in self._language.agents and token.part in ACTORS:
                return token
        return None

    def _bearer(self, tokens: Sentence) -> Token | None:
        """What bears the words of which a clause tells: "in der Erklärung"."""
        governs = False
        for token in tokens:
            if governs and token.word in self._language.requests:
                return None
            if governs and token.part in {Part.NAME, Part.DESCRIPTION} and not self._is_time(token):
                return token
            bears = token.part == Part.PREPOSITION and token.word in self._language.bearing
            governs = bears or (governs and token.part == Part.WORD)  # "im letzten Satz"
        return None

    def _holder(self, start: int) -> Token | None:
        """What the noun before a relative clause is, or who acts with it: "Sie zogen mit Plakaten los, auf denen"."""
        row = self._row
        before = row[max(0, start - REACH) : start]
        noun = next((at for at in range(len(before) - 1, -1, -1) if before[at].part in ACTORS), -1)
        if noun > 0 and before[noun - 1].word in self._language.instruments:
            subject = self._subject(before, None)
            return subject if subject is not None else before[noun]
        return before[noun] if noun >= 0 else None

    def _hangs(self, start: int, position: int) -> bool:
        """Whether a quotation's clause is reported speech or a conclusion, and so hangs on the clause before it."""
        row = self._row
        concluded = start == position and start > 1 and row[start - 2].word in self._language.conclusions
        return self.reports(row[start : self.end_of(position)]) or row[start].part == Part.THAT or concluded

    def _reporter(self, begin: int, stop: int) -> Token | None:
        """Somebody who is the subject of a main clause on which reported speech hangs, None where nobody is."""
        tokens = self._row[begin:stop]
        if self.reports(tokens) or self._is_subordinate(begin):
            return None
        subject = self._subject(tokens, None)
        if subject is None and any(token.word in self._language.conclusions for token in tokens):
            subject = self._subject(tokens, 0)  # "Die Mission kam zu dem Schluss"
            return subject if subject is not None and subject is tokens[0] else None
        return subject if subject is not None and subject.animate else None

    def _agent(self, tokens: Sentence) -> Found | None:
        """Who does what a passive tells: "von X"."""
        for before, token in pairwise(tokens):
            if before.part == Part.PREPOSITION and before.word in self._language.agents and token.part in ACTORS:
                return token, Cue.SPEECH
        return None, Cue.SPEECH

    def _is_participle(self, word: str) -> bool:
        return word.endswith(self._language.participle_endings) and word not in self._language.infinitives

    def _likening(self, tokens: Sentence) -> Found | None:
        """Who likens what is quoted, in a clause that a verb of no list ends: "wie | Karl Lind vorrechnete"."""
        subject, verb = tokens[1], tokens[-1]
        acts = subject.part in ACTORS and not subject.governed and subject.animate
        told = verb.part == Part.WORD and verb.word.endswith(self._language.past_endings or ("\0",))
        return (subject, Cue.SPEECH) if acts and told else None

    def borne(self, at: int) -> Found | None:
        """What bears the words that a verb at `at` tells of: "„…“ stand auf dem Plakat"."""
        bearer = self._bearer(self._row[at : self.end_of(at)]) if self._row[at].word in self._language.written else None
        if bearer is None or self._belongs(bearer):
            return None
        return (bearer, Cue.SPEECH) if is_speech_noun(bearer.word, self._language) else None

    def _has_it(self, tokens: Sentence) -> bool:
        """Whether a clause has the pronoun of a thing: "heißt es"."""
        return any(self._language.pronouns.get(token.word) == "n" for token in tokens)

    def _is_time(self, token: Token) -> bool:
        language = self._language
        dated = token.word in language.months or token.word in language.day_parts
        return dated or (bool(language.days) and token.word.startswith(tuple(language.days)))  # "Dienstagmorgen"

    def _belongs(self, phrase: Token) -> bool:
        """Whether a phrase is somebody's of whom the text told before: "Seine Zuversicht gründet sich darauf"."""
        return phrase.opening.startswith(tuple(self._language.possessives) or ("\0",))

    def concerned(self) -> Found | None:
        """Whom a sentence concerns that nobody in it acts in: "Für Ada Lind kam das zu früh: „…“"."""
        row = self._row
        whom = row[1] if len(row) > 1 and row[0].word in self._language.concerned else None
        full = whom is not None and whom.part == Part.NAME and " " in whom.word
        return (whom, Cue.SUBJECT) if full else None

    def _rule(self, tokens: Sentence) -> Token | None:
        """The law or contract that is the subject of a clause: "So bestimmt das Wassergesetz in Paragraf 5"."""
        actor = next((token for token in tokens if token.part in ACTORS), None)
        written = actor is not None and actor.part == Part.DESCRIPTION and not actor.governed
        rules = actor is not None and actor.word.endswith(tuple(self._language.rules) or ("\0",))
        return actor if written and rules else None


def _first_who_can_speak(tokens: Sentence) -> Token | None:
    """The first actor that nothing governs and that can speak, None where there is none."""
    for token in tokens:
        if token.part in ACTORS and not token.governed and can_speak(token):
            return token
    return None


def may_lead(row: Sentence, subject: Token | None) -> bool:
    """Whether a sentence may lead to its subject's words in the next: it has a verb, and somebody for its subject."""
    if subject is None or not subject.animate or (subject.part == Part.DESCRIPTION and not subject.determined):
        return False  # "Frauen verdienten weniger"
    return any(token.part in _VERBAL for token in row)


def can_speak(token: Token) -> bool:
    """Whether a token names somebody, or a body, that can speak."""
    return token.animate or token.part == Part.PRONOUN


def is_thing(token: Token, language: Language) -> bool:
    """Whether a phrase names what neither speaks nor bears words: "ein häufiger Fehler"."""
    if token.part != Part.DESCRIPTION or token.animate or is_speech_noun(token.word, language):
        return False
    return not token.word.endswith(tuple(language.rules) or ("\0",))
