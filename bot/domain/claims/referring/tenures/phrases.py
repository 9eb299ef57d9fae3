"""A phrase that tells what somebody is to a body, a person or a subject, taken apart: "who | leads | the eel survey".

noun      "head of the survey", "the survey's head", "physics teacher", "Insolvenzverwalter"
verb      "leads the survey", "speaks for the parents"
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of

KINDS = (
    "leading",
    "chairing",
    "speaking",
    "representing",
    "coaching",
    "teaching",
    "administering",
    "defending",
    "directing",
    "governing",
)
VERBS, BEHALF = "office_verbs", "behalf"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is told: by which word, at which place, of what (the places of its words), or of the beginning of a word."""

    word: str
    at: int
    owner: Sequence[int]
    within: str = ""


class OfficePhrases:
    """One language's phrases of this kind, found among the tokens of a description or a role."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._special = story.words.special
        self._compounds = language.nouns_capitalised
        self._genitives = agreement_of(language.code).genitives
        self._heads_last = agreement_of(language.code).heads_last
        self._of = story.of_words | story.words.partitives | frozenset(map(folded, language.genitives))
        self._joins = frozenset(map(folded, language.coordinators))
        self._words = frozenset[str]().union(
            *(self._special[f"{kind}{end}"] for kind in KINDS for end in ("", "_offices"))
        )

    def word_of(self, token: Token) -> str:
        """The word for an office that a word is, or that it ends in where words are made of others; "" for none."""
        for word in (token.folded, token.stem):
            if word in self._words and (word == token.folded or word not in self._special[VERBS]):
                return word
        if not self._compounds or not token.text[:1].isupper():
            return ""
        ends = (word for word in self._words if token.folded.endswith(word) and word not in self._special[VERBS])
        return max(ends, key=len, default="")

    def in_(self, tokens: Sequence[Token], inside: Sequence[int]) -> Iterator[Phrase]:
        """The phrases among the words at some places."""
        for at in inside:
            word = self.word_of(tokens[at])
            if not word:
                continue
            clause = [place for place in inside if tokens[place].clause == tokens[at].clause]
            if word in self._special[VERBS]:
                yield Phrase(word, at, self._done_to(tokens, clause, at, word))
            elif word not in (tokens[at].folded, tokens[at].stem):
                yield Phrase(word, at, (), tokens[at].folded.removesuffix(word))
            else:
                yield Phrase(word, at, self._owner(tokens, clause, at))

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a verb for what somebody is: "leads"."""
        return self.word_of(token) in self._special[VERBS]

    def tied_to(self, tokens: Sequence[Token], inside: Sequence[int], at: int) -> Sequence[int]:
        """The words that a word for "of" right behind a noun ties to it, up to the next word that joins or ties."""
        behind = [place for place in inside if place > at and tokens[place].clause == tokens[at].clause]
        if not behind:
            return ()
        first = tokens[behind[0]]
        bare = bool(self._genitives) and first.content and first.plain.endswith(self._genitives)
        return self._up_to_end(tokens, behind) if bare or first.folded in self._of else ()

    def is_of(self, word: str) -> bool:
        """Whether a word ties what somebody is to whose or what that is in, or may open what is tied."""
        return word in self._of or word in self._story.leading

    def head(self, tokens: Sequence[Token], owner: Sequence[int]) -> int | None:
        """The place of the noun for what an owner is: the last of its words or the first, None without one."""
        run = list[int]()
        for at in owner:
            if run and tokens[at].folded in self._of and tokens[at].folded not in self._story.leading:
                break
            if tokens[at].content:
                run.append(at)
        if self._compounds:
            run = [at for at in run if tokens[at].text[:1].isupper()]
        return (run[-1] if self._heads_last and not self._compounds else run[0]) if run else None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _done_to(self, tokens: Sequence[Token], clause: Sequence[int], at: int, word: str) -> Sequence[int]:
        """What a verb is told of, behind it or, where verbs stand last, before it."""
        behind = [place for place in clause if place > at]
        if not behind and self._compounds:
            return self._before_verb(tokens, [place for place in clause if place < at][1:])
        if word not in self._special["speaking"]:
            return self._up_to_end(tokens, self._past_manner(tokens, behind))
        ties = [place for place in behind if tokens[place].folded in self._special[BEHALF]]
        if not ties or any(tokens[place].content for place in behind if place < ties[-1] and place not in ties):
            return []
        return self._up_to_end(tokens, [place for place in behind if place > ties[-1]])

    def _before_verb(self, tokens: Sequence[Token], before: Sequence[int]) -> Sequence[int]:
        """The object right before a verb that stands last, with its article or, behind a place, without one."""
        tied = next((place for place in reversed(before) if self.is_tie(tokens[place])), None)
        if tied is None:
            return before
        behind = [place for place in before if place > tied]
        led = [place for place in behind[1:] if tokens[place].folded in self._story.leading]
        if led:
            return [place for place in behind if place >= led[-1]]
        return behind[-1:] if len(behind) > 1 else []

    def _past_manner(self, tokens: Sequence[Token], behind: Sequence[int]) -> Sequence[int]:
        """The words behind a verb from the first of its object on: "vertritt | als Sprecherin | die Eltern"."""
        first = 0
        if behind and tokens[behind[0]].folded in self._special["as_what"]:
            first = 2
        while self._compounds and first < len(behind) and tokens[behind[first]].text[:1].islower():
            if not tokens[behind[first]].content:
                break
            first += 1
        return behind[first:]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _owner(self, tokens: Sequence[Token], clause: Sequence[int], at: int) -> Sequence[int]:
        """Whose an office is, or what it is in: before its noun with a genitive's ending, else behind it."""
        before = [place for place in clause if place < at]
        modifiers = list[int]()
        while before and tokens[before[-1]].content and not tokens[before[-1]].owner and self._heads_last:
            modifiers.insert(0, before.pop())
        tied = at + 1 in clause and tokens[at + 1].folded in self._of  # "Its head | of research".
        if before and self._story.is_possessive(tokens[before[-1]]) and not tied:
            return before[-1:]
        if before and tokens[before[-1]].owner and tied:
            return self._up_to_end(
                tokens, [place for place in clause if place > at]
            )  # "The board's director of health".
        if before and tokens[before[-1]].owner:
            return self._back(tokens, before) if not modifiers else []
        behind = [place for place in clause if place > at]
        return self._up_to_end(tokens, behind) or modifiers

    def _back(self, tokens: Sequence[Token], before: Sequence[int]) -> Sequence[int]:
        """The words that a genitive before a noun ends."""
        found = list[int]()
        for place in reversed(before):
            if self.is_tie(tokens[place]) or tokens[place].folded in self._joins:
                break
            found.insert(0, place)
        return found

    def _up_to_end(self, tokens: Sequence[Token], places: Sequence[int]) -> Sequence[int]:
        """The words of a noun's phrase from the first of these places on."""
        found = list[int]()
        for place in places:
            token = tokens[place]
            if token.folded in self._joins or (found and self.is_tie(token) and token.folded not in self._of):
                break
            found.append(place)
        return found

    def is_tie(self, token: Token) -> bool:
        """Whether a word is a preposition."""
        return token.folded in self._story.words.ties and token.folded not in self._story.leading
