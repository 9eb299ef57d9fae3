"""Where a title begins before a name, behind the verb whose object its bearer is: "to embarrass | Governor Ann Lee"."""

from collections.abc import Sequence

from bot.domain.actors.phrases import CLAUSE_END
from bot.domain.actors.signs import signs_of
from bot.domain.language.languages import Language
from config.limits import ROLE_CHARACTERS

_BEFORE = 3


class Titles:
    """Tells titles in one article."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs = signs_of(language.code)

    def begun(self, start: int, words: list[str]) -> list[str]:
        """The words of a role that begins here, less a verb with its subject and a word for when before it."""
        before = self._words_before(start)
        begins = 0
        for at, word in enumerate(words[:-1]):
            if word.islower() and self._parts_title([*before, *words[:at]], word, words[at + 1]):
                begins = at + 1
        while begins < len(words) - 1 and words[begins].lower() in self._signs.times_told:
            begins += 1  # "Yesterday | opposition leader"
        last = before[-1].lower() if before else ""
        told = len(words) > 1 and words[0][:1].isupper() and words[1][:1].islower() and not begins
        if told and last in self._language.verbs and not self._language.is_role(words[0].lower()):
            begins = 1  # "Сказал ТАСС | гидролог"
        return words[begins:]

    def _words_before(self, start: int) -> list[str]:
        """The words of the same clause right before here, at most three."""
        clause = CLAUSE_END.split(self._text[max(0, start - ROLE_CHARACTERS) : start])[-1]
        return clause.split()[-_BEFORE:]

    def _parts_title(self, before: Sequence[str], word: str, following: str) -> bool:
        """Whether a word without a capital is a verb and no part of the title behind it."""
        if self._is_broken(word, before[-1] if before else "", following):
            return True
        follows = self._past_adverbs(before)
        lower, signs = follows.lower(), self._signs
        if lower in self._language.relatives and follows != before[-1]:
            return self._is_deed(word, follows)  # "the scandal that ultimately consumed | Gov."
        if not lower or lower in self._language.determiners or lower in self._language.possessives:
            return False  # "an elected mayor"
        if self._leads_verb(lower):
            subject = self._language.verb_second and self._language.is_role(word)  # "heeft | minister Ada Bos gezegd"
            return bool(signs.infinitives) and word not in signs.modifiers and not subject  # "to embarrass | chief Lee"
        return self._is_deed(word, follows)

    def _past_adverbs(self, before: Sequence[str]) -> str:
        """The last of these words that is no adverb, "" where there is none."""
        endings, adverbs = self._signs.adverb_endings or ("\0",), self._signs.adverbs
        return next((word for word in reversed(before) if not (word.endswith(endings) or word in adverbs)), "")

    def _leads_verb(self, lower: str) -> bool:
        """Whether a verb follows this word: "to", an auxiliary."""
        signs = self._signs
        modal = lower in signs.empty or (lower in signs.finite and lower in self._language.function_words)
        return modal or lower in signs.infinitives

    def _is_deed(self, word: str, follows: str) -> bool:
        """Whether a word is the verb of the noun or name before it: "the victory | led Chairman", "Lee | trails"."""
        signs, language = self._signs, self._language
        acts = word in signs.finite or word.endswith(signs.verb_endings or ("\0",))
        if follows.lower() in language.relatives:
            return acts
        if self._is_subject(follows):
            return acts or (word.endswith(signs.plural_endings or ("\0",)) and not language.is_role(word))
        return acts and follows.islower() and follows.lower() not in language.function_words

    def _is_broken(self, word: str, follows: str, following: str) -> bool:
        """Whether a title begins after this word: "groups supporting | Senator", "refugees | President"."""
        if word.endswith(self._signs.participle_endings):
            return follows.lower() not in self._language.determiners and not self._language.is_role(word)
        titled = following[:1].isupper() and self._language.is_role(following.lower().rstrip("."))
        return titled and word.endswith(self._signs.plural_endings)

    def _is_subject(self, word: str) -> bool:
        """Whether a verb may follow this word: a name or a pronoun, not an article or a comma."""
        bare = word.lower()
        return word[-1:].isalpha() and (
            bare in self._language.pronouns or (word[0].isupper() and bare not in self._language.determiners)
        )
