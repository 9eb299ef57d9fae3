"""Whom a clause names by its verb of speech, or by "laut", in a language whose verb stands second.

The subject of the verb, the agent of a passive, whom a medium cites, or what bears the words.
"""

import re

from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.second_clauses import NEAR, RowClauses, can_speak, is_thing

_UNNAMED: Found = (None, Cue.SPEECH)
_TOLD: Found = (None, Cue.CONTINUED)
_VERB, _ANY_VERB = re.compile(Part.VERB), re.compile(f"[{Part.VERB}{Part.WEAK_VERB}]")
_SOURCED = re.compile(f"[{Part.ACCORDING}{Part.ACCORDING_AFTER}]")
_CUES = re.compile(f"[{Part.VERB}{Part.SO}{Part.ACCORDING}{Part.ACCORDING_AFTER}]")
_OF_NAME = 2  # Tokens of "von Lind".


class VerbClauses(RowClauses):
    """The clauses of one row, asked whom one of them names; None where it names nobody."""

    def cues(self) -> bool:
        """Whether a clause may name a speaker: by a verb of speech, by "laut" or by "so"."""
        return _CUES.search(self._parts) is not None

    def within(self, start: int, end: int, *, weak: bool, position: int = -1) -> Found | None:
        """The speaker whom one clause names, by a verb of speech or by "laut"; None when it names none.

        Of several verbs the last before the quotation at `position` tells.
        """
        tokens, parts = self._row[start:end], self._parts[start:end]
        verbs = [found.start() for found in (_ANY_VERB if weak else _VERB).finditer(parts)]
        before = [index for index in verbs if position < 0 or start + index < position]
        if verbs:
            return self._by_verb(start, tokens, before[-1] if before else verbs[0])
        return self._by_according(tokens) if _SOURCED.search(parts) else None

    def _by_according(self, tokens: Sentence) -> Found | None:
        for index, token in enumerate(tokens):
            if token.part == Part.ACCORDING:
                return self._after_according(tokens, index)
            if token.part == Part.ACCORDING_AFTER and index and tokens[index - 1].part in ACTORS:
                return tokens[index - 1], Cue.SPEECH
        return None

    def _by_verb(self, start: int, tokens: Sentence, verb: int) -> Found | None:
        language = self._language
        word = tokens[verb].word
        if word in language.impersonal and self._has_it(tokens):
            return self._document(tokens, start)
        if word in language.naming and any(token.word in language.reflexives for token in tokens[verb : verb + NEAR]):
            return _UNNAMED  # "Die Gruppe nennt sich „Rote Boote“"
        if self._is_participle(word) and any(token.word in language.passive_moods for token in tokens[:verb]):
            return _TOLD  # "Alle seien aufgerufen"
        passive = any(token.word in language.passive_auxiliaries for token in tokens)
        if passive and word not in language.passive and self._is_participle(word):
            return self._agent(tokens)
        if word in language.passive and not passive:
            return self._cited(tokens, verb)
        return self._by_subject(start, tokens, verb)

    def _by_subject(self, start: int, tokens: Sentence, verb: int) -> Found | None:
        """The subject of a verb of speech, or whose words it is; nobody who is named where a thing is its subject."""
        subject = (self._parted_subject(start) if verb == 0 else None) or self._subject(tokens, verb)
        impersonal = tokens[verb].word in self._language.impersonal
        if subject is None and impersonal and self._bearer(tokens) is not None:
            return self._document(tokens)  # "Aus dem Ministerium verlautete"
        if subject is not None and is_thing(subject, self._language) and tokens[verb].part == Part.WEAK_VERB:
            return None  # "Der Film setzt auf „…“"
        if subject is not None and is_thing(subject, self._language) and impersonal:
            return _UNNAMED
        return self._spoken(start, tokens, subject)

    def _spoken(self, start: int, tokens: Sentence, subject: Token | None) -> Found | None:
        """The subject of a verb of speech where it can speak, else whose words it is or who acts further out."""
        if subject is None or not can_speak(subject):
            outer = self._outer_subject(start)
            if outer is not None and subject is tokens[0] and is_thing(outer, self._language):
                return _UNNAMED  # "Das Bild, das Wikipedia so nennt"
            subject = self._owner(tokens, subject) or outer or subject
        return (subject, Cue.SPEECH) if subject is not None else None

    def _cited(self, tokens: Sentence, verb: int) -> Found | None:
        """Whom a medium cites: "zitiert der Bote den Minister"."""
        actors = [
            token
            for before, token in zip(tokens[verb:], tokens[verb + 1 :], strict=False)
            if token.part in ACTORS and before.part != Part.PREPOSITION
        ]
        if any(token.word in self._language.accusatives for token in tokens[verb:]):
            return _TOLD  # "zitiert ihn der Bote"
        return (actors[-1], Cue.SPEECH) if actors else None

    def _document(self, tokens: Sentence, start: int = 0) -> Found | None:
        """Where something is written: "heißt es in der Erklärung", "Im Brief, den Lind las, heißt es"."""
        written = None if self._language.nouns_capitalised else self._written(tokens)
        if written is not None:
            return written
        bearer = self._bearer(tokens)
        if bearer is not None and self._belongs(bearer):
            return _TOLD  # "heißt es in seinem Brief"
        if bearer is None and self._is_relative(start):
            bearer = self._outer_subject(start)  # "die Satzung, in der es heißt"
        if bearer is None and tokens[0].part == Part.VERB:
            bearer = self._bearer_before(start)
        if bearer is None:
            return self._told_of(tokens)
        return self._writer_behind(tokens, bearer) or bearer, Cue.SPEECH

    def _writer_behind(self, tokens: Sentence, bearer: Token) -> Token | None:
        """The name right behind what bears the words, where a preposition tells whose they are: "Brief von Lind"."""
        at = next((at for at, token in enumerate(tokens) if token is bearer), len(tokens))
        behind = tokens[at + 1 : at + 1 + _OF_NAME]
        named = [token.part for token in behind] == [Part.PREPOSITION, Part.NAME]
        written = named and behind[0].word in self._language.agents and is_speech_noun(bearer.word, self._language)
        return behind[1] if written else None

    def _told_of(self, tokens: Sentence) -> Found:
        """By whom it is said, in a clause where nothing bears the words, else who goes on: "hieß es von Lind"."""
        agent = self._agent(tokens)
        if agent is not None and agent[0] is not None and agent[0].animate:
            return agent
        told = [token for token in tokens if token.governed and token.animate]  # "Bei den Nachbarn hieß es"
        if len(told) == 1 and told[0].part == Part.DESCRIPTION and self._language.is_body(told[0].word):
            return told[0], Cue.SPEECH  # "Beim Verband hieß es"
        return _UNNAMED if told else _TOLD

    def told_behind(self, begin: int, stop: int, *, weak: bool, hangs: bool) -> Found | None:
        """Whom a clause names for what follows it, or what bears the words that hang on it; None when it names none."""
        return self.within(begin, stop, weak=weak) or (self._borne_before(begin, stop) if hangs else None)

    def _borne_before(self, begin: int, stop: int) -> Found | None:
        """What bears the words that are told behind a clause: "Im Entwurf steht, ..."; None where it bears none."""
        tokens = self._row[begin:stop]
        if not any(token.word in self._language.written and token.part not in ACTORS for token in tokens):
            return None
        bearer = self._bearer(tokens)
        if bearer is None or self._belongs(bearer) or any(t.animate and not t.governed for t in tokens):
            return None
        return _UNNAMED if is_thing(bearer, self._language) else (bearer, Cue.SPEECH)

    def _bearer_before(self, start: int) -> Token | None:
        """What bears the words in the nearest clause before that tells of such a thing."""
        clauses = (
            self._row[begin:stop] for begin, stop in reversed(self.before(start)) if not self._is_relative(begin)
        )
        return next(filter(None, map(self._bearer, clauses)), None)

    def _written(self, tokens: Sentence) -> Found | None:
        """Whose document bears the words, where nouns have no capitals: "heter det i ett brev från Ann Lind"."""
        nouns = (at for at, token in enumerate(tokens) if token.part not in VERBS and self._is_document(token))
        noun = next(nouns, None)
        if noun is None:
            return None
        writer = next((token for token in tokens[noun + 1 : noun + 1 + NEAR] if token.part in ACTORS), None)
        return _UNNAMED if writer is None else (writer, Cue.SPEECH)

    def _is_document(self, token: Token) -> bool:
        return token.part != Part.PREPOSITION and is_speech_noun(token.word, self._language)

    def _after_according(self, tokens: Sentence, index: int) -> Found | None:
        actor = next((token for token in tokens[index + 1 : index + 1 + NEAR] if token.part in ACTORS), None)
        return (actor, Cue.SPEECH) if actor is not None else None
