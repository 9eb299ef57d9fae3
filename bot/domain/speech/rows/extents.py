"""Where the parts of a noun phrase end in a row, where nouns have capitals: modifiers, attributes, nouns."""

from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.speech.rows.nouns import acts, is_speech_noun
from bot.domain.speech.rows.people_words import REPORTING
from bot.domain.speech.rows.tokens import Named, Part, Sentence, Token
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import ORGANISATION, PERSON

_MODIFIERS = 6
_PARENTHESIS = 8
_ATTRIBUTE = 9
_TITLE_WORDS = 4
_TITLE_CHARACTERS = 60
_ASKED = 5  # Letters of a noun that may end another: "Nachfrage".
_HALVES = 3  # Tokens of "Familien- und Frauenministerin", "Chef de Mission".
_OPENS_SENTENCE = frozenset({Part.COLON, Part.QUOTE})
NOUNS = frozenset({Part.WORD, Part.VERB, Part.WEAK_VERB, Part.PARTICIPLE, Part.AUXILIARY, Part.PREPOSITION})
BEGINS = frozenset({Part.NAME, Part.QUOTE})
_NO_ATTRIBUTE = frozenset({Part.COMMA, Part.COLON, Part.QUOTE, Part.VERB, Part.WEAK_VERB, Part.DASH, Part.THAT})
_PLAIN = frozenset({Part.WORD, Part.VERB, Part.WEAK_VERB, Part.PARTICIPLE})


@lru_cache(maxsize=32)
def _foreign(code: str) -> frozenset[str]:
    """Words for "of" of other languages, which stand in foreign titles."""
    return abroad().of_words - languages.of(code).function_words


class Extents:
    """One row, asked where what begins at a token ends: each answer is the index past it, the token's own for none."""

    def __init__(self, text: str, row: Sentence, names: Named, language: Language) -> None:
        self._text = text
        self._row = row
        self._names = names
        self._language = language
        self._foreign = _foreign(language.code)

    def _may_begin(self, token: Token) -> bool:
        """Whether a phrase may begin at a token of `NOUNS`: one with a capital, or an adjective."""
        if self._text[token.start].isupper() or "-" in token.word:
            return True
        return token.part == Part.WORD and (self._is_adjective(token.word) or token.word.isdigit())

    def _past_modifiers(self, at: int, *, determined: bool) -> int:
        """Past the adjectives and numbers before a noun; `at` when no noun follows them."""
        end = self._past_adjectives(at, determined=determined)
        return end if end == at or self._past_nouns(end) > end else at

    def _past_adjectives(self, at: int, *, determined: bool) -> int:
        """Past adjectives and numbers, whatever follows them."""
        stop = min(len(self._row), at + _MODIFIERS)
        end = at
        while end < stop and self._modifies(end, determined=determined):
            end += 1
        return end

    def _past_attribute(self, at: int) -> int:
        """Past what stands between a determiner and its noun: "einer gestern verbreiteten Erklärung"."""
        row = self._row
        inner, found = False, at  # `inner`: a noun within is awaited: "die von privaten Gebern verlangten Preise".
        for end in range(at, min(len(row) - 1, at + _ATTRIBUTE)):
            token = row[end]
            participle = token.part in _PLAIN and token.word.endswith(self._language.modifier_endings) and end > at
            ends = participle and self._text[token.start].islower() and self._is_noun(end + 1)
            if not ends and (token.part in _NO_ATTRIBUTE or token.word in self._language.passive_auxiliaries):
                return found
            inner |= token.part == Part.PREPOSITION
            if ends and not inner:
                return end + 1
            if ends:
                found, inner = found if found > at else end + 1, False
        return found

    def _past_nouns(self, at: int) -> int:
        """Past the nouns and names in a row, and past a title between marks that belongs to them."""
        row, length = self._row, len(self._row)
        end = at
        while end < length and self._is_noun(end):
            if end > at and (not self._adjacent(end - 1) or self._begins_another(at, end)):
                break
            end += self._step(end)
        return end + (end < length and row[end].part == Part.QUOTE and self._is_named(at, end))

    def _begins_another(self, at: int, end: int) -> bool:
        """Whether a noun right behind others, which begin at a token, is none of theirs."""
        named = self._row[end].part == Part.NAME
        if not named and self._is_full_name(end - 1):
            return True  # "lud Ann Lee | Wasser in den Wagen"
        if end == at + 1 and (self._is_placed(at) or (named and self._is_asked(at))):
            return True
        return self._is_of_another(end)

    def _is_named(self, at: int, end: int) -> bool:
        """Whether what is in marks is a title that ends the nouns from `at`, or stands for them: "die „Landpost“"."""
        row = self._row
        called = at < end and row[end - 1].word in self._language.name_nouns
        if not self._is_title(row[end], called=called):
            return False
        if end > at:
            return self._adjacent(end - 1)
        before = row[at - 1] if at > 0 else None
        if before is None:
            return False
        determined = before.word in self._language.definite or before.word in self._language.oblique
        return determined or before.part in {Part.VERB, Part.ACCORDING}

    def _is_placed(self, at: int) -> bool:
        """Whether a place behind its preposition is told right before somebody's title: "in Emden | Rektor Lind"."""
        row = self._row
        if at == 0 or row[at - 1].word not in self._language.place_prepositions or at + 2 >= len(row):
            return False
        return (
            row[at + 2].part == Part.NAME and row[at + 1].part != Part.NAME and acts(row[at + 1].word, self._language)
        )

    def _is_asked(self, at: int) -> bool:
        """Whether a noun for what is said stands right behind a preposition: "erklärt auf Nachfrage | Ann Lee"."""
        if at == 0 or self._row[at - 1].part != Part.PREPOSITION or self._row[at].part == Part.NAME:
            return False
        word = self._row[at].word
        return is_speech_noun(word, self._language, ends=_ASKED) and not acts(word, self._language)

    def _is_full_name(self, at: int) -> bool:
        """Whether a person is named in full: no part of a noun behind the name."""
        token = self._row[at]
        if token.part != Part.NAME or " " not in token.word or token.word.endswith(self._language.genitive_endings):
            return False  # "Ann Linds Sohn"
        return self._names.entities[token.index].kind is PERSON

    def _is_of_another(self, at: int) -> bool:
        """Whether a person's full name stands right behind a body's, which tells of them: "sagte das BKA | Ann Lee".

        So it does, or its title, behind a day, which is nobody's title: "sagte am Montag | Ann Lee".
        """
        before, token = self._row[at - 1], self._row[at]
        if before.word in self._language.days:
            return token.part == Part.NAME or acts(token.word, self._language)
        if before.part != Part.NAME or token.part != Part.NAME or " " not in token.word:
            return False
        entities = self._names.entities
        return entities[before.index].kind is ORGANISATION and entities[token.index].kind is PERSON

    def _step(self, at: int) -> int:
        """How many tokens a noun takes with the other half of a pair, or with what a foreign title is of."""
        row = self._row
        if at + 2 >= len(row):
            return 1
        following = row[at + 1]
        if following.part == Part.CONJUNCTION and self._text.startswith("- ", row[at].end):
            pair = True  # "Familien- und Frauenamt"
        else:
            foreign = following.word in self._foreign and self._text[following.start].islower()
            pair = foreign and self._language.is_role(row[at].word)
        return _HALVES if pair and self._is_noun(at + 2) else 1

    def _is_noun(self, at: int) -> bool:
        token = self._row[at]
        if token.part == Part.NAME:
            return True
        if token.part not in NOUNS:
            return False
        if not (self._text[token.start].isupper() or ("-" in token.word and self._ends_in_capital(token))):
            return False
        begins = at == 0 or self._row[at - 1].part in _OPENS_SENTENCE
        if token.word in self._language.function_words:
            polite = token.word in self._language.pronouns or token.word in self._language.possessives
            if begins or polite:
                return False  # Within a sentence "des Falls" is a noun.
        return not begins or (
            token.part == Part.WORD and not token.word.endswith(self._language.adverb_endings or ("\0",))
        )

    def _ends_in_capital(self, token: Token) -> bool:
        """Whether what stands behind a word's last hyphen has a capital: "eBay-Seite"."""
        inner = self._text.rfind("-", token.start, token.end) + 1
        return token.start < inner < token.end and self._text[inner].isupper()

    def _is_title(self, quote: Token, *, called: bool) -> bool:
        """Whether a quotation is a name ("die „Landpost“") and no speech; `called` behind a noun for what has one."""
        if quote.end - quote.start > _TITLE_CHARACTERS:
            return False
        inner = self._text[quote.start + 1 : quote.end - 1]
        words = inner.split()
        if not words or len(words) > _TITLE_WORDS or not words[0][0].isalnum() or inner[-1] in {*POINTS, ","}:
            return False
        return words[0][0].isupper() and (called or words[-1][0].isupper())

    def _modifies(self, at: int, *, determined: bool) -> bool:
        token = self._row[at]
        language = self._language
        if token.word.isdigit():
            return True
        if determined and token.part == Part.DETERMINER:
            if self._row[at - 1].part in REPORTING:
                return False  # "Das bestätigte | eine Sprecherin"
            return token.word not in language.definite and token.word not in language.oblique
        if token.part not in _PLAIN or self._text[token.start].isupper() or token.word in language.stop_words:
            return False
        if determined and self._row[at - 1].part != Part.RELATIVE:
            return not (self._is_verb_like(at) and self._is_noun(at + 1))
        return token.part == Part.WORD and self._is_adjective(token.word)

    def _is_adjective(self, word: str) -> bool:
        """Whether a word without a determiner before it ends as an adjective does; "sicherte" is a verb there."""
        language = self._language
        if not word.endswith(language.modifier_endings) or word in language.stop_words:
            return False
        return not word.endswith(language.past_endings)

    def _is_verb_like(self, at: int) -> bool:
        """Whether a word right behind a dative that opens a sentence is a verb: "Dem | widerspricht Karl Lind"."""
        token, before = self._row[at], self._row[at - 1]
        opens = at == 1 and before.word in self._language.oblique
        return opens and token.part in REPORTING and not token.word.endswith(self._language.modifier_endings)

    def _adjacent(self, at: int) -> bool:
        return self._text[self._row[at].end : self._row[at + 1].start].strip(" .\u00a0-") == ""

    def _past_parenthesis(self, at: int) -> int:
        """Past a short parenthesis such as a party's or an age."""
        row = self._row
        if at >= len(row) or row[at].part != Part.OPEN:
            return at
        close = next((i for i in range(at, min(len(row), at + _PARENTHESIS)) if row[i].part == Part.CLOSE), -1)
        return close + 1 if close > 0 else at
