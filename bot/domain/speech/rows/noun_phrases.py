"""Noun phrases of one row as tokens, in a language whose nouns have capitals: "der Leiter der Behörde" is one."""

from dataclasses import replace

from bot.domain.speech.rows.extents import Extents
from bot.domain.speech.rows.nouns import acts
from bot.domain.speech.rows.tokens import Part, Sentence, Token, copied
from bot.domain.values.actor import ORGANISATION, OTHER, PERSON, PLACE, Kind

_TAILS = 4
_PAIR = 2
_DEPTH = 4  # Of genitives within genitives: more is no phrase that anybody writes.
_TAIL = frozenset({Part.DETERMINER, Part.PREPOSITION})
_BEHIND = _TAIL | {Part.OPEN}
_BODIES = frozenset({PERSON, ORGANISATION})


class NounPhrases(Extents):
    """The phrases of one row."""

    def phrase(self, at: int, depth: int = 0) -> tuple[Token | None, int]:
        """The phrase that begins at a token, and the index past it; None when no phrase begins there."""
        language, row = self._language, self._row
        if at >= len(row) or depth > _DEPTH:
            return None, at
        first = row[at]
        determined = first.word in language.determiners and self._is_determined(at)
        if determined and first.word in language.partitives:
            part, past = self._partitive(at, depth)
            if part is not None:
                return part, past
        begin, end = self._bounds(at, determined=determined)
        if end == begin:
            return None, at
        phrase = self._headed(at, begin, end, determined=determined)
        if end < len(row) and row[end].word.isdigit() and self._is_numbered(phrase):
            phrase.end, end = row[end].end, end + 1
        phrase.governed = determined and (first.word in language.oblique or self._is_dative(first, phrase, begin, end))
        return self._with_tails(phrase, end, depth) if end < len(row) and row[end].part in _BEHIND else (phrase, end)

    def _is_determined(self, at: int) -> bool:
        """Whether a word of the determiners opens a phrase; a relative before a name does not: ", der | Lind sah,"."""
        first = self._row[at]
        if first.part == Part.NAME or not self._opens(at):
            return False
        return first.part != Part.RELATIVE or [token.part for token in self._row[at + 1 : at + 2]] != [Part.NAME]

    def _is_numbered(self, phrase: Token) -> bool:
        """Whether a number behind a phrase tells which law or rule it means: "Paragraf 10"."""
        return phrase.part == Part.DESCRIPTION and phrase.word.endswith(tuple(self._language.rules) or ("\0",))

    def _partitive(self, at: int, depth: int) -> tuple[Token | None, int]:
        """Some of several as one phrase: "einer der Fischer"; None where no genitive follows."""
        genitive = at + 1 < len(self._row) and self._row[at + 1].word in self._language.genitives
        inner, past = self.phrase(at + 1, depth + 1) if genitive else (None, at)
        if inner is None:
            return None, at
        return replace(inner, part=Part.DESCRIPTION, index=-1, start=self._row[at].start, governed=False), past

    def _bounds(self, at: int, *, determined: bool) -> tuple[int, int]:
        """Where the nouns of a phrase begin and end, its determiner and modifiers before them; two equal for none."""
        row = self._row
        here = at + 1 if determined else at
        begin = self._past_adjectives(here, determined=determined)
        end = self._past_nouns(begin)
        if end == begin > here:
            begin, end = here, self._past_nouns(here)
        if end == begin and determined and row[at].part != Part.RELATIVE:
            begin = self._past_attribute(here)
            end = self._past_nouns(begin)
        if end == begin:
            return begin, end
        if determined:
            measured = row[here].word.isdigit() and self._is_measured(end)
            return (end + 1, self._past_nouns(end + 1)) if measured else (begin, end)
        if row[end - 1].word.endswith(self._language.genitive_endings):
            owned = self._past_modifiers(end, determined=False)  # "Merkels früherer Sprecher Karl Lind"
            if owned > end and self._adjacent(end - 1) and row[owned].part != Part.NAME:
                begin, end = owned, self._past_nouns(owned)
        return begin, end

    def _is_measured(self, at: int) -> bool:
        """Whether an adjective of measure and a noun go on with a number's phrase: "dem 80 Seiten | langen Text"."""
        token = self._row[at] if at < len(self._row) else None
        if token is None or token.part != Part.WORD or not self._text[token.start].islower():
            return False
        return token.word.endswith(self._language.modifier_endings) and self._past_nouns(at + 1) > at + 1

    def _is_dative(self, first: Token, phrase: Token, begin: int, end: int) -> bool:
        """Whether "der" stands before a feminine or a plural, so that the phrase is no subject: "der Regierung"."""
        language = self._language
        if first.word not in language.genitives or first.word not in language.definite:
            return False
        told = _noun(self._row[begin:end]) if phrase.part == Part.NAME else phrase  # "der Zeitung Emder Bote"
        if told is None:
            return False
        noun = told.word.rsplit("-", 1)[-1]
        return noun.endswith(language.feminine_endings) or language.gender_of_role(noun) == "f"

    def _opens(self, at: int) -> bool:
        token = self._row[at]
        return at == 0 or self._text[token.start].islower() or self._row[at - 1].part != Part.WORD

    def _headed(self, at: int, begin: int, end: int, *, determined: bool) -> Token:
        """The token of a phrase: a name's where a name bears it, else a description's."""
        row, run = self._row, self._row[begin:end]
        last = run[-1]
        bearer = self._bearer(at, begin, run, determined=determined) if last.part == Part.NAME else None
        if bearer is not None:
            return bearer
        head = self._head(run) if len(run) > 1 else last
        word = self._text[last.start : last.end].lower() if head.part == Part.QUOTE else head.word
        return Token(
            Part.DESCRIPTION,
            row[at].start,
            last.end,
            word,
            definite=determined and row[at].word in self._language.definite,
            animate=last.part == Part.QUOTE or acts(word, self._language),
            determined=at < begin,
            opening=row[at].word,
        )

    def _bearer(self, at: int, begin: int, run: Sentence, *, determined: bool) -> Token | None:
        """The name that ends these nouns, where it bears the phrase: "der Fischer Karl Lind", but not "der CEO"."""
        language, last = self._language, run[-1]
        alone = len(run) == 1
        if determined and alone and language.is_role(last.word):
            return None
        kind = self._names.entities[last.index].kind
        noun = _noun(run)
        bare = alone and (determined, begin) == (False, at)
        borne = noun is not None and acts(noun.word, language)
        titled = noun is not None and self._is_titled(last, kind, borne=borne)
        if not (bare or titled or (noun is None and _is_known(last, kind))):
            return None
        may_act = kind in _BODIES or (kind is OTHER and (bare or borne))
        bearer = copied(last)
        bearer.start, bearer.animate = self._row[at].start, titled or may_act
        return bearer

    def _is_titled(self, name: Token, kind: Kind, *, borne: bool) -> bool:
        """Whether the nouns before a name are its title; in "des Parteichefs Hanois" they are not."""
        genitive = name.word.endswith(self._language.genitive_endings)
        return (borne or (kind is PERSON and not genitive)) and not (kind is PLACE and genitive)

    def _head(self, run: Sentence) -> Token:
        """The noun that these nouns are about: the last, or the one before a name."""
        noun, last = _noun(run), run[-1]
        if noun is None or noun is last:
            return last
        language = self._language  # "des Vereinschefs Emdens"
        owned = (
            last.word.endswith(language.genitive_endings)
            and acts(noun.word, language)
            and not acts(last.word, language)
        )
        return noun if last.part == Part.NAME or owned else last

    def _with_tails(self, phrase: Token, at: int, depth: int) -> tuple[Token, int]:
        """The phrase, which is no token of the row, with the genitives and complements that belong to it."""
        for _ in range(_TAILS):
            past = self._past_parenthesis(at) if at < len(self._row) and self._row[at].part == Part.OPEN else at
            if past >= len(self._row) or self._row[past].part not in _TAIL or not self._has_tail(phrase, past):
                return phrase, past
            genitive = self._row[past].part == Part.DETERMINER
            if genitive and self._is_told(phrase, past):
                phrase.animate = True
                return phrase, past
            if genitive and self._begins_anew(phrase, past):
                return phrase, past
            inner, end = self.phrase(past if genitive else past + 1, depth + 1)
            if inner is None:
                return phrase, past
            if phrase.animate and self._is_bearer(inner, past, end):
                inner.start, inner.governed, inner.animate = phrase.start, phrase.governed, True
                return inner, end
            phrase.end = inner.end
            at = end
        return phrase, at

    def _has_tail(self, phrase: Token, past: int) -> bool:
        """Whether a genitive, or a complement of somebody, may follow a phrase right here; a person has none.

        A determiner or a preposition stands here.
        """
        token = self._row[past]
        if token.part == Part.DETERMINER:
            follows = token.word in self._language.genitives
        else:
            follows = phrase.animate and token.word in self._language.of_words
        if not follows or self._text[self._row[past - 1].end : token.start].strip():
            return False
        return phrase.part != Part.NAME or self._names.entities[phrase.index].kind is not PERSON

    def _is_bearer(self, name: Token, begin: int, end: int) -> bool:
        """Whether a person's name ends a genitive that names a body: "der Chef der FDP-Fraktion | Karl Lind"."""
        row = self._row
        if name.part != Part.NAME or name.end != row[end - 1].end:
            return False
        if self._names.entities[name.index].kind is not PERSON:
            return False
        nouns = [token for token in row[begin:end] if token.part != Part.NAME and self._text[token.start].isupper()]
        return bool(nouns) and not any(self._language.is_role(token.word.rpartition("-")[2]) for token in nouns)

    def _is_told(self, phrase: Token, at: int) -> bool:
        """Whether who is told stands behind a speaker of one word: "sagte Lind | der „Emder Post“"."""
        bare = not phrase.determined and phrase.end - phrase.start == len(phrase.word)
        spoken = at >= _PAIR and self._row[at - _PAIR].part == Part.VERB
        return bare and spoken and self._row[at].word in self._language.definite

    def _begins_anew(self, phrase: Token, at: int) -> bool:
        """Whether what may be a genitive is a subject: "am Montag der Chef", "im Rat der neue Chef"."""
        language, row = self._language, self._row
        if row[at].word not in language.definite:
            return False
        dated = phrase.word in language.days or phrase.word in language.months
        place = phrase.part == Part.NAME and self._names.entities[phrase.index].kind is PLACE
        modifier = row[at + 1] if at + 1 < len(row) else row[at]
        if language.articles.get(row[at].word) == language.gender_of_role(modifier.word) and self._is_person(at + 2):
            return True  # "sagte der „Post“ | der Wirt Karl Lind"
        strong = (
            modifier.part == Part.WORD
            and modifier.word.endswith(language.nominative_endings)
            and self._text[modifier.start].islower()
        )
        return dated or strong or (place and language.is_role(modifier.word))

    def _is_person(self, at: int) -> bool:
        """Whether a person is named at a token."""
        at += at < len(self._row) and self._row[at].part == Part.COMMA  # "der Wirt | , Karl Lind"
        named = at < len(self._row) and self._row[at].part == Part.NAME
        return named and self._names.entities[self._row[at].index].kind is PERSON


def _is_known(name: Token, kind: Kind) -> bool:
    """Whether a name is of a known kind or of several words, and so needs no noun before it."""
    return kind is not OTHER or " " in name.word


def _noun(run: Sentence) -> Token | None:
    """The first of these nouns that is no name."""
    for token in run:
        if token.part != Part.NAME:
            return token
    return None
