"""Whom a sentence means that opens with an age and no name: "The 24-year-old", "La ventiquattrenne", "24-річна"."""

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.nouns.ages import Ages

# The fewest letters of a word for an age that has no figure: "ventenne".
_LETTERS = 8
# A noun, "of", a number and a word for years: "l'homme de 60 ans".
_PHRASE = 6


class Aged:
    """One article's sentences that call somebody by their age."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._language = story.reading.language
        self._agreement = agreement_of(story.reading.language.code)
        self._ages = Ages(story)
        self._words = tuple(self._language.ages)

    def without(self, told: Told, missing: list[Token]) -> list[Token]:
        """Less the name of whom a sentence means by their age."""
        for token in told.tokens[:_PHRASE]:
            if token.value is not None or self._words:
                aged = self._meant(told)
                return missing if aged is None else [one for one in missing if aged not in one.entities]
        return missing

    def _meant(self, told: Told) -> int | None:
        """Whom the age that opens a sentence tells of, None where it opens otherwise or that is not sure.

        They are of that age and nobody else is, or alone named in the sentence before, which tells no other age of
        them, and of the article's gender.
        """
        led = bool(told.tokens) and told.tokens[0].folded in self._story.leading
        if not told.number or not (led or self._story.words.free_order):
            return None
        found = self._age(told.tokens[led : led + _PHRASE])
        if found is None:
            return None
        gender = self._gender(told.tokens[0 if led else 1], led=led)
        one = self._of_age(found, gender)
        return self._named_before(told, found, gender) if one is None else one

    def _age(self, tokens: list[Token]) -> float | None:
        """The age that words open with, 0 where it is in words; None for no age or for one that describes a noun."""
        first, behind = tokens[0], tokens[1:2]
        if first.entities or not behind:
            return None
        if first.value is not None and behind[0].folded in self._ages.words:
            return first.value if self._stands_alone(behind[0], tokens[2:3]) else None
        if first.folded.endswith(self._words or "\0"):
            known = first.text[0].isdigit() or len(first.text) >= _LETTERS
            age = float("".join(filter(str.isdigit, first.text)) or 0)
            return age if known and self._stands_alone(first, behind) else None
        return self._behind_noun(tokens)

    def _behind_noun(self, tokens: list[Token]) -> float | None:
        """The age behind a noun for anybody, an adjective before that or none: "la jeune femme de 24 ans"."""
        words = self._story.words
        for noun, of, number, years in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
            if noun.stem in words.humans and of.folded in self._story.of_words and number.value is not None:
                return number.value if years.folded in self._ages.words else None
        return None

    def _stands_alone(self, age: Token, behind: list[Token]) -> bool:
        """Whether what stands behind an age is no noun for who is meant, or one for anybody: "man"."""
        if self._language.nouns_capitalised and age.text[0].isupper():
            return True
        if not behind or behind[0].entities:
            return False
        word = behind[0]
        if word.stem in self._story.words.humans or word.text.lower() in self._language.anybody:
            return True
        noun = self._language.nouns_capitalised and word.text[0].isupper()
        return not word.content or not (noun or self._language.is_role(word.text.lower()))

    def _gender(self, word: Token, *, led: bool) -> str:
        """Whether a man or a woman is told of, by an article or an age's ending; "" for neither."""
        gender = self._language.articles.get(word.folded, "") if led else self._agreement.form(word.folded)
        return gender if gender in {"m", "f"} else ""

    def _fits(self, entity: int, gender: str) -> bool:
        return not gender or self._story.reading.entities[entity].gender in {"", gender}

    def _of_age(self, age: float, gender: str) -> int | None:
        """The only one of whom the article tells that age."""
        people = range(len(self._story.reading.entities)) if age else ()
        found = [one for one in people if self._story.is_person(one) and self._ages.of(one) == {age}]
        return found[0] if len(found) == 1 and self._fits(found[0], gender) else None

    def _named_before(self, told: Told, age: float, gender: str) -> int | None:
        named = [one for one in self._story.sentences[told.number - 1].named if self._story.is_person(one)]
        if len(named) != 1 or not self._fits(named[0], gender):
            return None
        ages = self._ages.of(named[0])
        return None if age and ages and ages != {age} else named[0]
