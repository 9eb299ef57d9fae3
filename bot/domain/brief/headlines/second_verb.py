"""A main clause whose verb stands second, as in German: where its verb is, what may stand first, what may go."""

from collections.abc import Callable, Iterator

from bot.domain.actors.signs import signs_of
from bot.domain.brief.headlines.shortening import QUOTED, WORD
from bot.domain.language.languages import Language

_PARTING = frozenset(',;:()–—"„“”')


class SecondVerb:
    """One clause. `verb` is the index of its finite verb among its words, 0 where none is found."""

    def __init__(self, text: str, language: Language, is_verb: Callable[[str], bool]) -> None:
        self._text = text
        self._language = language
        self._signs = signs_of(language.code)
        self._helping = language.auxiliaries | language.perfect | language.passive_auxiliaries | self._signs.empty
        self._words = list(WORD.finditer(text))
        self.verb = self._verb(is_verb)

    def turned(self) -> str:
        """The clause with what follows its verb first, what stood there left out: a phrase of time, place or the like.

        "Nach langem Streit hat nun Karl Lind die Fähre verkauft" is "Karl Lind hat die Fähre verkauft".
        """
        words, verb, language = self._words, self.verb, self._language
        if not verb or words[0].group().lower() not in self._signs.fronting or verb + 1 >= len(words):
            return ""
        at = verb + 1
        while at < len(words) and words[at].group() in self._signs.adverbs | self._signs.times_told:
            at += 1
        past = at + 1 if at < len(words) and language.pronouns.get(words[at].group()) == "n" else self._past_noun(at)
        if past <= at or past >= len(words) or self._lower(at) in language.oblique or self._parts(verb, past):
            return ""
        if self._is_of_subject(past):
            return ""
        subject = self._text[words[at].start() : words[past - 1].end()]
        return f"{subject[:1].upper()}{subject[1:]} {words[verb].group()}{self._text[words[past - 1].end() :]}"

    def _is_of_subject(self, at: int) -> bool:
        """Whether a word may go on with the noun before it: "die Behörde | für Wetter", "Lektüre | einzelner Werke"."""
        if self._lower(at) in self._language.prepositions - self._signs.fronting:
            return True
        return self._modifies(at) and self._lower(at).endswith(self._signs.genitive_endings or ("\0",))

    def without_phrases(self) -> Iterator[str]:
        """The clause with one phrase less each, the last first: of place and the like, or before another noun."""
        language, signs = self._language, self._signs
        leading = language.prepositions - language.of_words - signs.turning
        clause, first = self, self._past_opening()
        for index in range(len(self._words) - 2, first, -1):
            head = clause._text[: clause._begin(index)]
            whole = "," not in head and len(QUOTED.findall(head)) % 2 == 0
            if not whole or index == clause.verb or clause._lower(index) not in leading:
                continue
            past = clause._past_phrases(index)
            if past > index and clause._may_go(index, past):
                verb = clause.verb - (past - index if past <= clause.verb else 0)
                clause = SecondVerb(clause._without(index, past), language, lambda _: False)
                clause.verb = verb
                yield clause._text

    def _past_opening(self) -> int:
        """The index before which no phrase may go: an article's attribute stays whole ("Der am Tag in Emden ...")."""
        opens = len(self._words) > 1 and self._lower(0) in self._language.definite
        return self.verb if opens and self._lower(1) in self._language.prepositions else 1

    def _verb(self, is_verb: Callable[[str], bool]) -> int:
        """The first word in small letters behind a noun or a name that is no function word, or a verb that is known."""
        functions = self._language.function_words - self._helping
        for at in range(1, len(self._words)):
            before, word = self._words[at - 1].group(), self._words[at].group()
            if self._parts(at - 1, at):
                return 0
            small = word[0].islower() and word not in functions and word not in self._signs.adverbs
            small = small and (is_verb(word) or not self._modifies(at))
            if small and (before[0].isupper() or before[0].isdigit()) and (at > 1 or is_verb(word)):
                return at
            if small and is_verb(word) and before not in self._language.determiners:
                return at
        return 0

    def _modifies(self, at: int) -> bool:
        """Whether a word may be an adjective of the noun right behind it: "verletzte | Spieler"."""
        noun = at + 1 < len(self._words) and self._words[at + 1].group()[0].isupper()
        return noun and self._lower(at).endswith(self._language.modifier_endings)

    def _may_go(self, index: int, past: int) -> bool:
        """Whether a phrase is none that its verb or the word before it needs."""
        words = self._words
        before = self._lower(index - 1)
        if before in self._language.determiners or past >= len(words) + 1:
            return False
        if past <= self.verb:
            return past == self.verb and words[index - 1].group()[0].isupper()
        behind = any(w.group()[0].isupper() or w.group() in self._language.passive_auxiliaries for w in words[past:])
        between = any(word.group()[0].isupper() for word in words[self.verb + 1 : index])
        beside = index == self.verb + 1 and self._lower(self.verb) not in self._helping
        placed = self._lower(index) in self._signs.fronting
        if self._tells_where_to(index, past):
            return False
        return (behind and (placed or not beside)) or (placed and between)

    def _tells_where_to(self, index: int, past: int) -> bool:
        """Whether a phrase has an article of the accusative: "einen Schritt | in den Staat", not "in den Städten"."""
        article, noun = self._lower(index + 1), self._lower(past - 1)
        plural = article in self._language.oblique and noun.endswith(self._signs.dative_endings or ("\0",))
        return article in self._signs.accusative_articles and not plural

    def _past_phrases(self, index: int) -> int:
        """The index past a phrase and those behind it ("wegen Plänen | gegen Ann"); `index` for half of one."""
        past = self._past_phrase(index)
        while index < past < len(self._words) and self._lower(past) in self._language.prepositions:
            further = self._past_phrase(past)
            if further == past:
                return index
            if self._tells_where_to(past, further):
                break
            past = further
        complements = self._language.of_words | self._language.genitives | self._language.conjunctions
        return index if past < len(self._words) and self._lower(past) in complements else past

    def _past_phrase(self, index: int) -> int:
        """The index past a preposition and its noun with its genitives; `index` where a mark stands among them."""
        past = self._past_noun(index + 1)
        return past if past > index + 1 and not self._parts(index, past) else index

    def _past_noun(self, at: int) -> int:
        """The index past a noun, its article, adjectives and numbers before it, the genitives behind it."""
        words, begin = self._words, at
        while at < len(words):
            first = at
            while at < len(words) and not words[at].group()[0].isupper() and not self._ends_noun(at, first):
                at += 1
            nouns = at
            while at < len(words) and words[at].group()[0].isupper():
                at += 1
            if at == nouns:
                return begin
            if at >= len(words) or self._lower(at) not in self._language.genitives:
                return at
        return at

    def _ends_noun(self, at: int, first: int) -> bool:
        """Whether a word in small letters cannot stand before a noun: a preposition, or an article behind others."""
        lower = self._lower(at)
        return lower in self._language.prepositions or (at > first and lower in self._language.definite)

    def _parts(self, start: int, past: int) -> bool:
        """Whether a mark parts the words between these indices."""
        words = self._words
        end = words[past].start() if past < len(words) else words[-1].end()
        between = self._text[words[start].end() : end]
        return not _PARTING.isdisjoint(between)

    def _without(self, index: int, past: int) -> str:
        rest = self._text[self._words[past].start() :] if past < len(self._words) else ""
        return f"{self._text[: self._begin(index)].rstrip()} {rest}".rstrip()

    def _begin(self, index: int) -> int:
        return self._words[index].start()

    def _lower(self, index: int) -> str:
        return self._words[index].group().lower()
