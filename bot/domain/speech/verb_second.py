"""Where a sentence names a quotation's speaker in a language whose verb stands second: German.

The subject stands before its verb or right after it, a subordinate clause ends with its verb, and reported speech has
moods of its own ("er sei"), so that a clause in it belongs to the clause that reports. The rules in their order: a cue
right after the quotation ("sagte X", "so X", "wie X mitteilte"), the quotation's own clause, a cue later in the
sentence, the clauses before it, and before a colon the sentence's subject, whatever it does.
"""

from bisect import bisect_left

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.second_clauses import BREAKS, NEAR, REACH, can_speak, is_thing, may_lead, without_described
from bot.domain.speech.second_verbs import VerbClauses

_PAIR = 2
_ARTICLE = 4  # Characters of "der" and the space behind it: other articles in the dative tell their case themselves.
_SOURCES = frozenset({Part.ACCORDING, Part.ACCORDING_AFTER})
_VERBAL = VERBS | {Part.AUXILIARY, Part.WORD}
_NOBODY: Found = (None, Cue.NONE)
_UNNAMED: Found = (None, Cue.SPEECH)
_TOLD: Found = (None, Cue.CONTINUED)


def speaker_in(row: Sentence, position: int, language: Language) -> Found:
    """The token that tells who speaks the quotation at `position`, and how surely.

    No token with `Cue.CONTINUED` says that the sentence reports what the speaker before it said, no token with
    `Cue.SPEECH` that someone speaks whom it does not name.
    """
    clauses = _Cues(without_described(row, position, language), language)
    if clauses.rejected(position):
        return _UNNAMED
    found = (
        clauses.right_after(position)
        or clauses.own(position, weak=False)
        or clauses.led(position)
        or clauses.frame(position)
        or clauses.own(position, weak=True)
        or clauses.later(position, clauses.end_of(position) + 1)
        or clauses.written(position)
        or clauses.worded(position)
        or clauses.earlier(position)
        or clauses.later(position, position + REACH)
        or clauses.loosely(position)
        or _NOBODY
    )
    return _UNNAMED if found[0] is not None and _is_plural(row, found[0], language) else found


def teller_in(row: Sentence, language: Language) -> Found:
    """Who speaks in a sentence without quotations: the subject of its verb of speech; see `speaker_in`."""
    clauses = _Cues(row, language)
    if not clauses.cues():
        return clauses.teller()
    places = list(clauses.between(0, len(row)))
    # "Ein Kollege habe gefragt, sagte Lind": what is reported comes last.
    for start, end in sorted(places, key=lambda place: len(places) > 1 and clauses.reports(row[slice(*place)])):
        if start == 0 and row[0].part == Part.RELATIVE and row[0].word not in language.manner:
            continue  # "Wer das Land führt, blieb unklar."
        found = clauses.so(start, end) or clauses.within(start, end, weak=False)
        if found is None or found[0] is None or is_thing(found[0], language):
            continue  # "Der Friede, den die Welt gibt, ist fern."
        if can_speak(found[0]) or not any(token.part in _SOURCES for token in row[start:end]):
            return found  # "laut Prognosen" tells whom the speaker follows.
    return clauses.teller()


def told_by(row: Sentence, language: Language) -> Found:
    """Who says what the sentence before quotes: "„…“ Das sagte Lind"; see `speaker_in`."""
    points = len(row) > _PAIR and row[0].part == Part.DETERMINER and row[0].word in language.definite
    if not points or row[1].part != Part.VERB:
        return _NOBODY
    clauses = _Cues(row, language)
    return clauses.within(1, clauses.end_of(1), weak=False) or _NOBODY


class _Cues(VerbClauses):
    """The clauses of one row, asked who speaks a quotation of it: None where a rule does not say."""

    def rejected(self, position: int) -> bool:
        """Whether what is quoted is a claim that the sentence reports of nobody, or that its subject rejects."""
        start = self._start_of(position)
        before = self.before(start)[-1:]
        if not before or self._row[start - 1].part != Part.COMMA:
            return False
        if self._reports_view(start) or (start == position and self._reports_view(before[0][0])):
            return True
        return self._denied(start, position, self._row[slice(*before[0])])

    def _denied(self, start: int, position: int, tokens: Sentence) -> bool:
        """Whether the clause of these tokens turns down what the clause from `start`, the quotation's, says."""
        if self._row[start].part == Part.THAT and any(token.word in self._language.denials for token in tokens):
            return True
        claimed = any(t.part == Part.DESCRIPTION and t.word in self._language.claims for t in tokens)
        end = self.end_of(position)
        reported = self._row[start].part == Part.THAT or self.reports(self._row[start:end])
        behind = self._row[end + 1 : self.end_of(end + 1)]  # "Der Vorwurf, er habe „…“, sei falsch"
        verbs = [*tokens, *(behind if self.reports(behind) else behind[:1])]  # "..., wies Lind zurück"
        return claimed and reported and any(t.word in self._language.rejections for t in verbs)

    def _reports_view(self, start: int) -> bool:
        """Whether a clause tells whose view it is: "die Ansicht des Rates, wonach ..."."""
        claim = next((token for token in reversed(self._row[:start]) if token.part == Part.DESCRIPTION), None)
        viewed = claim is not None and claim.word in self._language.claims
        return viewed and self._row[start].word in self._language.views

    def teller(self) -> Found:
        """The subject of the sentence's main clause: reported speech after it may be theirs.

        Where that clause is reported speech itself, it is of who spoke before.
        """
        for start, end in self.between(0, len(self._row)):
            if not self._is_subordinate(start):
                if self.reports(self._row[start:end]):
                    return _TOLD
                subject = self._subject(self._row[start:end], None)
                if (owner := self._owner(self._row[start:end], self._row[start])) is not None:
                    return owner, Cue.SPEECH  # "Kritik kommt von Lind"
                parted = end == start + 1 and end + 1 < len(self._row) and self._is_relative(end + 1)
                if may_lead(self._row if parted else self._row[start:end], subject):
                    return subject, Cue.SUBJECT
        return _TOLD if self.reports(self._row) else _NOBODY

    def right_after(self, position: int) -> Found | None:
        """A cue right after the quotation."""
        at = position + 1
        while at < len(self._row) and self._row[at].part in {Part.COMMA, Part.DASH, Part.CONJUNCTION}:
            at += 1
        if at >= len(self._row) or self._goes_on(position, at):
            return None
        if self._row[at].part in _VERBAL and self._is_own(self._row[at + 1 : at + 2]):
            return _UNNAMED  # "sage ich"
        if self._ends_clause(at):
            return None  # "Er hatte von „…“ gesprochen und zwei Jahre gefordert"
        return self.borne(at) or self._cue(at, self.end_of(at), near=True)

    def _goes_on(self, position: int, at: int) -> bool:
        """Whether what stands at `at` goes on behind a clause that quotes: "sprach von „…“ und | lobte"."""
        clause, first = self._row[self._start_of(position) : position], self._row[at].part
        joined = at == position + _PAIR and self._row[position + 1].word in self._language.coordinators
        another = first in ACTORS and any(token.part in VERBS for token in clause)
        return (another or (joined and first in _VERBAL)) and self._subject(clause, None) is not None

    def later(self, position: int, stop: int) -> Found | None:
        """A cue after the quotation's clause: "Der Plan müsse „sofort“ fallen, so X"."""
        stop = min(len(self._row), stop)
        for at in range(position + 1, stop):
            token = self._row[at]
            if token.part == Part.COLON:
                return None
            if token.part in {Part.COMMA, Part.DASH} and at + 1 < len(self._row):
                found = self._cue(at + 1, self.end_of(at + 1), near=False)
                if found is not None:
                    return found
        return None

    def led(self, position: int) -> Found | None:
        """A verb of speech with its subject right before a colon: "Wie XTV meldet, soll Lind gesagt haben:"."""
        colon = position > 0 and self._row[position - 1].part == Part.COLON
        before = self.before(position - 1)[-1:] if colon else []
        if not before or self._is_subordinate(before[0][0]) or self._row[before[0][0]].word in self._language.manner:
            return None
        found = self.so(*before[0]) or self.within(*before[0], weak=False)
        named = found is not None and found[0] is not None and found[0].part != Part.PRONOUN
        return found if named else None

    def frame(self, position: int) -> Found | None:
        """What frames the whole sentence: "laut X", "wie X mitteilt", ", so X, "."""
        for start, end in self.before(position):
            if end < self._start_of(position) - 1 and self._is_relative(start):
                continue  # "In einer Rede, die laut Behörde kurz war, forderte er"
            tokens = self._row[start:end]
            spoken = any(token.part == Part.VERB for token in tokens)
            found = None if spoken else self._by_according(tokens)
            if found is None and (tokens[0].word in self._language.manner or tokens[0].word in self._language.so_words):
                found = self._cue(start, end, near=False)
            if found is not None and found[0] is not None:
                return found
        return self._by_according(self._row[position : self.end_of(position)])

    def own(self, position: int, *, weak: bool) -> Found | None:
        """A verb of speech in the quotation's own clause."""
        return self.within(self._start_of(position), self.end_of(position), weak=weak, position=position)

    def written(self, position: int) -> Found | None:
        """A quotation that something bears: "Auf dem Plakat stand die Parole „…“"."""
        row = self._row
        if position > 1 and row[position - 1].part == Part.COMMA and self.reports(row[: position - 1]):
            return None  # "Sie achte das Urteil, „…“"
        at = position - 1
        while at > 0 and row[at].part in {Part.COLON, Part.COMMA, Part.WORD, Part.VERB, Part.AUXILIARY}:
            at -= 1
        noun = row[at] if at >= 0 else None
        if noun is None or noun.part != Part.DESCRIPTION or not is_speech_noun(noun.word, self._language):
            return None
        return self._led_by(noun, at, position)

    def _led_by(self, noun: Token, at: int, position: int) -> Found | None:
        """The source of a quotation that a noun of speech at `at` leads to: what bears it, which may be the noun."""
        row, language = self._row, self._language
        if noun.governed:
            borne = any(token.word in language.written for token in row[at + 1 : position])
            return (noun, Cue.SPEECH) if borne else self._ends_with(at)
        tokens = row[self._start_of(at) : at]
        if any(token.animate and not token.governed for token in tokens):
            return None
        bearer = self._bearer(tokens)
        if bearer is not None and is_thing(bearer, self._language):
            return _UNNAMED  # "Im Saal hing ein Plakat"
        if bearer is None and self._is_relative(self._start_of(at)):
            bearer = self._holder(self._start_of(at))
        return (bearer, Cue.SPEECH) if bearer is not None else _UNNAMED if tokens else None

    def _ends_with(self, at: int) -> Found | None:
        """Nobody, where a thing ends with the words told of at `at`: "bevor der Beitrag mit dem Satz endet"."""
        if self._row[at - 1].word not in self._language.instruments:
            return None
        subject = next((t for t in self._row[self._start_of(at) : at] if t.part in ACTORS and not t.governed), None)
        return _UNNAMED if subject is not None and is_thing(subject, self._language) else None

    def earlier(self, position: int) -> Found | None:
        """A verb of speech in the clauses before, outward, or the clause on which reported speech hangs."""
        row = self._row
        start = self._start_of(position)
        colon = start > 0 and row[start - 1].part == Part.COLON and start == position
        hangs = self._hangs(start, position)
        hung = hangs or [token.part for token in row[start:position]] in ([], [Part.QUOTE, Part.CONJUNCTION])
        for number, (begin, stop) in enumerate(reversed(self.before(start))):
            nearest = number == 0
            if self._is_passed(begin, start, nearest=nearest, hung=hung):
                continue
            found = self.told_behind(begin, stop, weak=colon and nearest, hangs=hangs and nearest)
            if found is not None and not self._is_told_on(begin, stop, found):
                return found
            subject = self._reporter(begin, stop) if nearest and hangs else None
            if subject is not None:
                return subject, Cue.SPEECH
        return None

    def _is_told_on(self, begin: int, stop: int, found: Found) -> bool:
        """Whether a pronoun speaks in a clause of reported speech, so that who reports tells: "er müsse erklären"."""
        told = found[0] is not None and found[0].part == Part.PRONOUN and self.reports(self._row[begin:stop])
        return told and begin > 0

    def _is_passed(self, begin: int, start: int, *, nearest: bool, hung: bool) -> bool:
        """Whether a clause before that from `start` tells nothing of it: a relative, or one of whose noun it tells."""
        if nearest and not hung and self._is_relative(start) and self._is_subordinate(begin):
            return True  # "dass Händler einen Preis nennen, der"
        return self._is_relative(begin) and not (nearest and hung)

    def loosely(self, position: int) -> Found | None:
        """The subject before a colon, the speaker whom the mood reports, or the subject of the clause."""
        row = self._row
        start, end = self._start_of(position), self.end_of(position)
        before = self.before(start)
        if start == position and start > 0 and row[start - 1].part == Part.COLON:
            return self._before_colon(before)
        if any(self.reports(row[begin:stop]) for begin, stop in [*before, (start, end)]):
            return _TOLD
        subject = self._subject(row[start:end], None)
        if subject is not None and subject.animate and not self._is_subordinate(start):
            return subject, Cue.SUBJECT
        return None

    def _cue(self, at: int, end: int, *, near: bool) -> Found | None:
        """The speaker in a clause that opens as a cue does; None when it is no cue."""
        first, tokens = self._row[at], self._row[at:end]
        if first.part == Part.SO:
            return self._so(tokens)
        if first.part == Part.ACCORDING:
            return self._after_according(tokens, 0)
        if first.part == Part.VERB or (near and (first.part == Part.WEAK_VERB or self._is_inverted(at))):
            return self._inverted(tokens)
        if len(tokens) <= 1:
            return None
        if first.part in ACTORS and not first.governed:
            speaks = tokens[1].part == Part.ACCORDING_AFTER or (near and tokens[1].part == Part.VERB)
            return (first, Cue.SPEECH) if speaks else None
        return self._compound(at, tokens)

    def _ends_clause(self, at: int) -> bool:
        """Whether a verb right behind a quotation is the participle that ends its clause: "hatte „…“ gesagt"."""
        row, perfect = self._row, self._language.perfect
        if at == 0 or row[at - 1].part != Part.QUOTE or not self._is_participle(row[at].word):
            return False
        return any(token.word in perfect for token in row[self._start_of(at) : at - 1])

    def _is_inverted(self, at: int) -> bool:
        """Whether a verb of no list and its subject stand behind a quotation that opens the row: "„…“, seufzt Lind"."""
        row = self._row
        opens = row[0].part == Part.QUOTE and all(token.part in BREAKS for token in row[1:at])
        after = next((i for i in range(at + 1, len(row)) if row[i].part != Part.AUXILIARY), at)
        if not opens or row[at].part != Part.WORD or row[at].word in self._language.reported:
            return False
        return after > at and row[after].part in ACTORS and not row[after].governed and can_speak(row[after])

    def so(self, start: int, end: int) -> Found | None:
        """The speaker whom a clause of its own names: ", so der Minister, "."""
        return self._so(self._row[start:end]) if self._row[start].part == Part.SO else None

    def _so(self, tokens: Sentence) -> Found | None:
        """The speaker after "so"."""
        if len(tokens) == 1:
            return None
        who = next(iter(tokens[1 + (tokens[1].part == Part.RELATIVE) :]), tokens[1])  # "so dessen Anwalt Lind"
        if who.part in ACTORS:
            return self._owner(tokens, who) or who, Cue.SPEECH
        if tokens[1].part == Part.VERB:
            return self._inverted(tokens[1:])
        if tokens[1].word in self._language.partitives:
            return _UNNAMED  # "so einer von Linds Nachbarn"
        return _UNNAMED if len(tokens) <= NEAR and tokens[1].part == Part.WORD else None

    def _compound(self, at: int, tokens: Sentence) -> Found | None:
        """The speaker of a verb that closes its clause: "wie X mitteilte", "hatte X gesagt"."""
        language = self._language
        first = tokens[0]
        if first.part == Part.PREPOSITION and is_speech_noun(tokens[1].word, language):
            subject = self._subject(tokens, None)  # "mit diesen Worten trat X ab"
            return (subject, Cue.SPEECH) if subject is not None and subject.animate else None
        auxiliary = first.word in language.auxiliaries or first.word in language.passive_auxiliaries
        manner = first.word in language.manner
        closing = VERBS if manner else {Part.VERB}
        if not manner and not (auxiliary and tokens[1].part in ACTORS):
            return None
        verb = next((index for index, token in enumerate(tokens) if token.part in closing), 0)
        if verb:
            return self._by_verb(at, tokens, verb)
        return self._likening(tokens) if manner else None

    def _inverted(self, tokens: Sentence) -> Found | None:
        if tokens[0].word in self._language.impersonal and self._has_it(tokens):
            return self._document(tokens)
        if tokens[0].word in self._language.passive:
            return self._cited(tokens, 0)
        actors = [token for token in tokens[1:] if token.part in ACTORS and not token.governed]
        chosen = next((token for token in actors if can_speak(token)), actors[0] if actors else None)
        if chosen is not None and _is_told(tokens[1 : 1 + _PAIR]):
            chosen = tokens[_PAIR]
        chosen = _bearer_behind(tokens, chosen) or chosen
        return (self._owner(tokens, chosen) or chosen, Cue.SPEECH) if chosen is not None else None

    def _before_colon(self, before: list[tuple[int, int]]) -> Found | None:
        row = self._row
        for begin, stop in before:
            if self._is_subordinate(begin):
                continue
            subject = self._subject(row[begin:stop], None) or self._rule(row[begin:stop])
            if subject is not None:
                return subject, Cue.SPEECH
        if (first := row[0]).part != Part.DESCRIPTION:
            return self.concerned()
        if is_speech_noun(first.word, self._language):
            return self._owner(row[: before[0][1]], first) or first, Cue.SPEECH
        return _TOLD if self._belongs(first) or any(self.reports(row[begin:stop]) for begin, stop in before) else None


def _is_told(behind: Sentence) -> bool:
    """Whether the first of two behind a verb is told what the second says: "sagte der MOPO ein Sprecher".

    The first is a name with its article alone, or a title with it; "sagte Karl Lind der „Morgenpost“" has neither.
    """
    if len(behind) < _PAIR or any(token.part not in ACTORS or token.governed for token in behind):
        return False
    first, second = behind
    article = first.end - first.start - len(first.word) == _ARTICLE
    return article and (first.part == Part.NAME or _is_title(first)) and second.animate and not _is_title(second)


def _bearer_behind(tokens: Sentence, title: Token | None) -> Token | None:
    """The name right behind a title that has no article: "sagte Chef | de Mission Ann Lee"."""
    if title is None or title.part != Part.DESCRIPTION or title.determined:
        return None
    behind = (token for token in tokens if token.start == title.end + 1)
    return next((token for token in behind if token.part == Part.NAME), None)


def _is_title(token: Token) -> bool:
    """Whether a description is a title between marks with what stands before it: "der „Morgenpost“"."""
    return token.part == Part.DESCRIPTION and not token.word[:1].isalnum()


def _is_plural(row: Sentence, pronoun: Token, language: Language) -> bool:
    """Whether a pronoun that may be "she" or "they" is "they", by the verb beside it: "sagten sie"."""
    if pronoun.part != Part.PRONOUN or not language.plural_endings:
        return False
    at = bisect_left(row, pronoun.start, key=lambda token: token.start)
    beside = [token for token in row[max(0, at - 1) : at + 2] if token is not pronoun]
    many = any(token.word.endswith(language.plural_endings) and token.part in _VERBAL for token in beside)
    return many and language.pronouns.get(pronoun.word) == "f"
