"""Whom a sentence means by an age and no name.

opening   "The 24-year-old said", "La ventiquattrenne", "24-річна"
inside    "Her club sacked the 24-year-old", "Gegen den 44-Jährigen wird ermittelt"
"""

from collections.abc import Iterator
from functools import cached_property

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.nouns.ages import Ages

# The fewest letters of a word for an age that has no figure: "ventenne".
_LETTERS = 8
# A noun, "of", a number and a word for years: "l'homme de 60 ans".
_PHRASE = 6
# A number and a word for years.
_SHORTEST = 2


class Aged:
    """One article's sentences that call somebody by their age."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._language = story.reading.language
        self._agreement = agreement_of(story.reading.language.code)
        self._ages = story.once(Ages)
        self._bare = not self._language.definite
        self._words = tuple(map(folded, self._language.ages))

    def without(self, told: Told, missing: list[Token]) -> list[Token]:
        """Less the name of whom a sentence means by their age."""
        for token in told.tokens[:_PHRASE]:
            if token.value is not None or self._words:
                aged = self._meant(told)
                return missing if aged is None else [one for one in missing if aged not in one.entities]
        return missing

    @property
    def words(self) -> frozenset[str]:
        """Words that tell an age behind a number."""
        return self._ages.words

    def inside(self, told: Told) -> Iterator[tuple[int, int, int]]:
        """Where ages stand for somebody behind a sentence's opening: the place, how many words they are, and who."""
        tokens = told.tokens
        for number in range(2, len(tokens)):
            token = tokens[number]
            told_by = token.value is not None or (self._words and token.folded.endswith(self._words))
            at, length = self._phrase(tokens, number) if told_by else (0, 0)
            found = self._age(tokens[at : at + _PHRASE]) if length else None
            if found is None:
                continue
            gender = self._gender_inside(tokens[at - 1].folded, tokens[at + length - 1].folded)
            one = self._of_age(found, gender)
            one = self._named_before(told, found, gender) if one is None else one
            if one is not None and not self._is_named(told, one):
                yield at, length, one

    # Complexity: each shape of words for an age is looked at by itself.
    def _phrase(self, tokens: list[Token], number: int) -> tuple[int, int]:
        """Where words that tell an age by a number begin behind an article, and how many they are; 0 for none."""
        if tokens[number - 1].folded in self._led:
            sole = tokens[number].value is None and tokens[number].text[0].isdigit()  # "Il 57enne".
            return number, 1 if sole else self._length(tokens[number : number + _PHRASE])
        noun, years = number - _SHORTEST, tokens[number + 1 : number + 2]
        if self._bare and years and years[0].folded in self._ages.words:
            somebody = [one for one in tokens[number + _SHORTEST :][:1] if one.stem in self._story.words.humans]
            return (number, _SHORTEST + 1) if somebody else (0, 0)  # "57-річного чоловіка".
        if not years or years[0].folded not in self._ages.words or tokens[noun].stem not in self._story.words.humans:
            return 0, 0
        before = (at for at in (noun, noun - 1) if at > 0 and tokens[at - 1].folded in self._led)
        first = next(before, 0)  # "La (jeune) femme de 24 ans".
        return first, number + _SHORTEST - first if first else 0

    def _is_named(self, told: Told, one: int) -> bool:
        """Whether a sentence names somebody by more than a word for whose something is."""
        return any(not self._story.is_possessive(told.tokens[at]) for at in told.named.get(one, ()))

    @cached_property
    def _led(self) -> frozenset[str]:
        return self._story.leading | self._story.words.fused

    def _length(self, tokens: list[Token]) -> int:
        """How many words tell an age that a number opens, 0 where a noun follows that they describe."""
        if len(tokens) < _SHORTEST or tokens[1].folded not in self._ages.words:
            return 0
        behind = tokens[_SHORTEST : _SHORTEST + 1]
        if behind and behind[0].folded in self._ages.words:
            return 0  # "Der 41 Jahre alte Mann".
        if self._language.nouns_capitalised:
            return _SHORTEST if tokens[1].folded.endswith(self._words or "\0") or self._is_oblique(tokens[1]) else 0
        free = (
            not behind or not behind[0].content or behind[0].value is not None or behind[0].clause != tokens[1].clause
        )
        return _SHORTEST if free else 0

    def does(self, article: Token, age: Token) -> bool:
        """Whether an article tells surely that who is of an age does it: "der 27-Jährige"."""
        return self._agreement.opening.get(article.folded) == "m" and not self._is_oblique(age)

    def _is_oblique(self, age: Token) -> bool:
        return age.folded in self._agreement.aged_obliques

    def _gender_inside(self, article: str, age: str) -> str:
        """The gender that an article tells, which another may be of whom something is done to: "der 41-Jährigen"."""
        if age in self._agreement.aged_obliques:
            dative = {other: word for word, other in self._agreement.datives}
            article = dative.get(article, article)
        gender = self._language.articles.get(article) or self._agreement.nouns.get(article, "")
        told = {"m", "f"}.intersection(gender)
        return told.pop() if len(told) == 1 else ""

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
        if gender and len(named) > 1:
            named = [one for one in named if self._fits(one, gender)]
        if len(named) != 1 or not self._fits(named[0], gender):
            return None
        ages = self._ages.of(named[0])
        return None if age and ages and ages != {age} else named[0]
