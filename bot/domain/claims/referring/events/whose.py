"""Whose a deed is that a noun stands for: "The union wants more. The firm rejected the demand": the union's demand."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import NOT, PASSIVE, folded
from bot.domain.claims.referring.agreement import agreement_of

# How many sentences back the deed is told, and how many words behind it who does it may stand.
_BACK, _BEHIND = 5, 4
_TIMES = frozenset({"past", "future", "conditional"})


class WhoseDeed:
    """One article's nouns for deeds, and who does what they stand for."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._agreement = agreement_of(language.code)
        self._definite = frozenset(map(folded, language.definite)) | story.words.fused
        self._of = frozenset(map(folded, language.genitives)) | story.words.partitives
        self._new = story.words.indefinite.union(map(folded, language.indefinite)) - story.of_words
        self._led = story.leading | self._new | story.words.fused | story.words.ties
        self._led |= frozenset(map(folded, language.possessives))
        self._opens = story.leading | self._new | story.words.infinitive_marks
        self._opens |= frozenset(map(folded, language.that))
        self._small = language.nouns_capitalised
        self._behind = language.verb_second or story.words.free_order

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """Where such a noun stands, a claim's words for whose it is, and the sentence that tells the deed."""
        for at, named in self._owned(aligned, missing):
            number = next(self._deeds(aligned.told, aligned.told.tokens[at]), None)
            if number is not None and self._do(number, aligned.told.tokens[at], named):
                yield at, named, number

    def is_anothers(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word tells in a claim whose a deed is, and the sentences before have it done by others alone."""
        for at, named in self._owned(aligned, [token]):
            noun = aligned.told.tokens[at]
            numbers = [*self._deeds(aligned.told, noun)]
            if numbers and not any(self._do(number, noun, named) for number in numbers):
                return True
        return False

    def _owned(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token]]]:
        """The places of such nouns that are told as known, with a claim's words for whose they are."""
        told = aligned.told
        for token, at in aligned.pairs if told.number else ():
            noun, nouns = told.tokens[at], self._story.words.referring
            if noun.stem in nouns and token.stem in nouns and not noun.entities and self._is_known(told, at):
                named = self._owner(aligned, token, missing)
                if named:
                    yield at, named

    def _is_known(self, told: Told, at: int) -> bool:
        """Whether a noun is told as known, and not whose it is."""
        noun, behind = told.tokens[at], told.tokens[at + 1 : at + 2]
        endings = self._story.words.definite_endings
        led = noun.before in self._definite or (bool(endings) and noun.plain.endswith(endings))
        if self._definite and not led:
            return False
        return not any(one.clause == noun.clause and (one.folded in self._of or one.entities) for one in behind)

    def _owner(self, aligned: Aligned, noun: Token, missing: Sequence[Token]) -> list[Token]:
        """The words that a claim has right beside a noun for whose it is, and that the sentence lacks."""
        at, lacking = aligned.tokens.index(noun), set(map(id, missing))
        before = aligned.tokens[at - 1 : at]
        if [1 for one in before if one.owner]:
            first = at - 1
            while first > 0 and aligned.tokens[first - 1].entities & aligned.tokens[at - 1].entities:
                first -= 1
            named = list(aligned.tokens[first:at])
        else:
            named = self._behind_noun(aligned.tokens[at:], noun)
        return named if any(id(one) in lacking for one in named) else []

    # Complexity: each question is a word of the shape.
    def _behind_noun(self, tokens: Sequence[Token], noun: Token) -> list[Token]:
        """What is tied to a noun as whose it is: a name, or one word."""
        first = tokens[1] if len(tokens) > 1 else noun
        plain = first.value is None and not (first.dated or first.signs or first.mood in _TIMES)
        if first is noun or first.clause != noun.clause or not plain or first.before in self._new:
            return []
        bare = first.before == noun.folded
        verb = first.plain.endswith(self._story.words.infinitives or "\0")
        ends = first.plain.endswith(self._agreement.genitives or ("\0",))
        genitive = bare and not verb and (self._story.words.free_order or ends)
        if not genitive and (bare or first.before not in self._story.of_words | self._story.leading):
            return []
        same = [one for one in tokens[1:] if one.entities & first.entities]
        return same if first.entities else [first]

    def _deeds(self, told: Told, noun: Token) -> Iterator[int]:
        """The sentences before one that tell as a deed what a noun stands for, the last first."""
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            if self._places(number, noun):
                yield number

    def _places(self, number: int, noun: Token) -> list[int]:
        tokens = self._story.sentences[number].tokens
        return [at for at, one in enumerate(tokens) if self._is_of_root(one, noun) and self._is_verb(tokens, at)]

    def _is_of_root(self, token: Token, noun: Token) -> bool:
        if token.entities:
            return False
        return not token.keys.isdisjoint(noun.keys) or self._story.words.derives(token.stem, noun.stem)

    def _is_verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a deed: by its form, or by what it is done to right behind it: "demande | une hausse"."""
        token, behind = tokens[at], tokens[at + 1 : at + 2]
        if token.before in self._led:
            return False
        if token.mood or (self._small and token.text[0].islower()):
            return True
        infinitives = self._story.words.infinitives or ("\0",)
        return any(
            one.value is not None or one.folded in self._opens or one.plain.endswith(infinitives) for one in behind
        )

    def _do(self, number: int, noun: Token, named: Sequence[Token]) -> bool:
        """Whether those named do in a sentence what a noun stands for."""
        told = self._story.sentences[number]
        return any(self._does(told, at, named) for at in self._places(number, noun))

    def _does(self, told: Told, at: int, named: Sequence[Token]) -> bool:
        """Whether those named stand before a deed as who does it, or are meant where nobody stands there."""
        tokens, clause = told.tokens, told.tokens[at].clause
        inside = [one for one in tokens if one.clause == clause]
        if any(NOT in one.signs or PASSIVE in one.signs for one in inside):
            return False
        ahead = self._untied(tokens[:at], clause) or self._set_off(told, clause)
        if ahead:
            return all(self._is_among(one, ahead) for one in named)
        if told.subject is not None and self._story.words.omits_subjects:
            return all(told.subject in one.entities for one in named)
        behind = self._untied(tokens[at + 1 : at + 1 + _BEHIND], clause) if self._behind else []
        return bool(behind) and all(self._is_among(one, behind) for one in named)

    def _set_off(self, told: Told, clause: int) -> list[Token]:
        """Who does it before their name between commas: "the mayor, Ann Holm, offered it"."""
        if clause <= 1 or told.clauses.marks[clause - 1 : clause + 1] != [",", ","]:
            return []
        return [one for before in (clause - 2, clause - 1) for one in self._untied(told.tokens, before)]

    def _untied(self, tokens: Sequence[Token], clause: int) -> list[Token]:
        """The words of a clause that say something and stand behind no preposition."""
        ties = self._story.words.ties - self._story.leading
        return [
            one for one in tokens if one.clause == clause and one.content and not one.dated and one.before not in ties
        ]

    @staticmethod
    def _is_among(token: Token, others: Sequence[Token]) -> bool:
        return any(token.entities & one.entities or token.keys & one.keys for one in others)
