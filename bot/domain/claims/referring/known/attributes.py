"""What a thing is called in full where it is told of first, and shortly from then on: "a pay offer", "the offer"."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.earlier import is_called_first

# How many words beside a noun tell of what kind it is.
_MOST = 3
_NOTHING = frozenset[str]()
# Among how many words a preposition and a name tell where something is.
_PLACE = 3


class Attributes:
    """One article's things, each with the words that stand right beside its noun where it is first told of."""

    def __init__(self, story: Story, beside: Callable[[Token, int, int], Iterator[Token]]) -> None:
        self._story, self._all_beside = story, beside
        language = story.reading.language
        self._bare = not language.definite or bool(story.words.definite_endings)
        self._postposed = language.postposed and not story.words.free_order
        self._heads_last = agreement_of(language.code).heads_last
        self._adjectives = (*map(folded, language.adjective_endings), *story.words.special["modifying"])
        self._nouns = language.nouns_capitalised
        self._definite = frozenset(map(folded, language.definite))
        self._new = (story.words.indefinite | story.indefinite | story.words.others) - story.words.perfects
        self._verb_ends = language.verb_endings or ("\0",)

    # Complexity: the cheap signs come before those that look at other sentences.
    def are_known(self, aligned: Aligned, token: Token) -> bool:
        """Whether the article calls so, and never otherwise, what the sentence names shortly: "the (central) bank".

        Or calls so what it tells of first by a noun, and tells of no other by that.
        """
        if token.entities or token.value is not None or token.dated or token.signs:
            return False
        for head, place in aligned.pairs:
            ahead = head.before == token.folded and head.start > token.start
            behind = token.before == head.folded and head.start < token.start
            if (ahead or behind) and aligned.told.tokens[place].before in self._story.leading and not head.entities:
                if not self._may_be_same(aligned.told, place, head):
                    return False
                found = list(self._all_beside(head, aligned.told.number, -1 if ahead else 1))
                return self._is_always_called(found, head, token) or self._is_told_before(aligned, token)
        return bool(aligned.told.number) and self._is_told_before(aligned, token)

    def is_anothers(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word tells of a thing by which a sentence means another: "another boat", not "the red boat"."""
        if not aligned.told.number or token.entities or token.value is not None:
            return False
        at = aligned.tokens.index(token)
        for step in (1, -1):
            head = self._head(aligned, at, step)
            if head is not None and self._is_ever(aligned, head, token):
                first = aligned.tokens[min(at, head)]
                place = aligned.places[head] or 0
                new = aligned.told.tokens[place].before in self._new and first.before in self._definite
                others = self._story.words.others
                other = aligned.told.tokens[place].before in others and first.before not in others
                return new or other or not self._is_there(aligned.told, place, aligned.tokens[head])
        return False

    def _is_ever(self, aligned: Aligned, head: int, token: Token) -> bool:
        """Whether a word stands in a row with a noun in a sentence before."""
        spots = self._spots(aligned.tokens[head], aligned.told.number)
        return any(one.keys & token.keys for told, at in spots for step in (-1, 1) for one in self._row(told, at, step))

    def _is_always_called(self, found: list[Token], head: Token, token: Token) -> bool:
        """Whether all words beside a noun are a claim's, in the first sentence that has the noun, too."""
        same = bool(found) and all(other.keys & token.keys for other in found)
        return same and is_called_first(self._story, head, token)

    def _is_told_before(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word that a sentence lacks tells of a thing, as the first that tells of it does, and no other."""
        at = aligned.tokens.index(token)
        behind = aligned.tokens[at + 1 : at + 2]
        leads = bool(behind) and behind[0].before == token.folded
        follows = at > 0 and aligned.tokens[at - 1].folded == token.before
        for step in (1, -1):
            head = self._head(aligned, at, step) if (leads if step > 0 else follows) else None
            if head is not None:
                known = self._called(aligned.told, aligned.tokens[head], aligned.places[head] or 0, token, step)
                return bool(known) and all(aligned.tokens[one].keys & known for one in aligned.missing)
        return False

    def _head(self, aligned: Aligned, at: int, step: int) -> int | None:
        """The same, where it is no name and the article has it before."""
        place = self._beside(aligned, at, step)
        if place is None or aligned.tokens[place].entities:
            return None
        return place if any(True for _ in self._spots(aligned.tokens[place], aligned.told.number)) else None

    @staticmethod
    def _beside(aligned: Aligned, at: int, step: int) -> int | None:
        """Where the first word on one side stands that the sentence has, of those that stand in a row in a claim."""
        tokens = aligned.tokens
        for place in range(at + step, at + step * (_MOST + 1), step):
            if not 0 <= place < len(tokens):
                return None
            first, second = (tokens[place - 1], tokens[place]) if step > 0 else (tokens[place], tokens[place + 1])
            if second.before != first.folded or second.clause != first.clause:
                return None
            if aligned.places[place] is not None:
                return place
        return None

    # Complexity: each question is a cheap way out before the next.
    def _called(self, told: Told, head: Token, place: int, token: Token, step: int) -> frozenset[str]:
        """What stands beside a noun where it is first told of, with a word among it; nothing where that is not sure."""
        if told.tokens[place].start < self._story.reading.sentences[told.number][0]:
            return _NOTHING  # Put in for a word that stands for it.
        if not self._is_short(told.tokens, place) or not self._may_be_same(told, place, head):
            return _NOTHING
        spots = list(self._spots(head, told.number))
        numbers = self._story.holding(head.stem)
        if not spots or not numbers or spots[0][0].number != numbers[0]:
            return _NOTHING
        first = self._row(*spots[0], -step)
        told_so = any(one.keys & token.keys for one in first)
        if not told_so or (self._bare and not self._is_thing(*spots[0], token)):
            return _NOTHING
        known = frozenset[str]().union(*(one.keys for one in (*first, *self._row(*spots[0], step))))
        rows = (one for other, at in spots[1:] for side in (-1, 1) for one in self._row(other, at, side))
        return known if all(one.keys & known for one in rows) else _NOTHING

    def _may_be_same(self, told: Told, at: int, head: Token) -> bool:
        """Whether a noun is not told as another, or as new, or as one elsewhere than where it was first told of."""
        noun, tokens = told.tokens[at], told.tokens
        if noun.before in self._new or (noun.before and tokens[at - 1].folded in self._new):
            return False
        return self._is_there(told, at, head)

    # Complexity: a place may stand on either side.
    def _is_there(self, told: Told, at: int, head: Token) -> bool:
        """Whether a sentence does not tell that a thing is elsewhere than the first of its noun."""
        tokens = told.tokens
        first = next(self._spots(head, told.number), None)
        if first is None:
            return True
        behind = tokens[at + 1 : at + 1 + _PLACE] if tokens[at + 1 : at + 2] else []
        ahead = tokens[: min(at, _PLACE)]
        for words in (behind, ahead):
            tied = bool(words) and words[0].folded in self._story.words.ties
            named = (
                [one for one in words[1:] if one.content and one.text[0].isupper() and not one.dated] if tied else []
            )
            if self._nouns and named and not named[0].entities:
                continue
            if named and named[0].entities.isdisjoint(first[0].named) and named[0].keys.isdisjoint(first[0].places):
                return False
        return True

    def _is_short(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a noun stands with no more than its article, if it needs one."""
        noun, ahead = tokens[at], tokens[at - 1] if at and tokens[at].before else None
        if noun.mood or noun.before in self._story.words.perfects - self._definite:
            return False
        if noun.before not in self._story.leading and not (self._bare and self._is_bare(ahead)):
            return False
        return not (self._postposed and self._tells(tokens[at + 1 : at + 2], noun))

    def _is_thing(self, told: Told, at: int, token: Token) -> bool:
        """Whether a word where articles are no sure sign is a noun, and another tells which one it is.

        An indefinite article leads the noun to it, or the other ends as adjectives do.
        """
        if self._story.words.free_order:
            return token.folded.endswith(self._adjectives)
        indefinite = self._story.words.indefinite | self._story.indefinite
        ahead = [one for one in told.tokens[max(0, at - _PLACE) : at] if one.clause == told.tokens[at].clause]
        return any(one.folded in indefinite for one in ahead)

    def _is_bare(self, ahead: Token | None) -> bool:
        """Whether what stands before a noun without an article neither tells that it is new nor which one it is."""
        words = self._story.words
        if ahead is None:
            return True
        if ahead.value is not None:
            return False
        done = bool(ahead.mood) or ahead.text.lower().endswith((*words.participles, *words.infinitives, "\0"))
        return done or not ahead.content

    def _spots(self, head: Token, until: int) -> Iterator[tuple[Told, int]]:
        """The sentences before one that have a noun, with where it stands."""
        for number in sorted({number for key in head.keys for number in self._story.holding(key) if number < until}):
            told = self._story.sentences[number]
            for at in sorted({at for key in head.keys for at in told.places.get(key, ())}):
                yield told, at

    def _row(self, told: Told, at: int, step: int) -> list[Token]:
        """The words in a row on one side of a noun that tell which one it is."""
        found, tokens = list[Token](), told.tokens
        if step > 0 and not self._postposed:
            return found
        for place in range(at + step, at + step * (_MOST + 1), step):
            inside = 0 <= place < len(tokens)
            first, second = (
                (tokens[place - 1 : place + 1] if step > 0 else tokens[place : place + 2]) if inside else (None, None)
            )
            if (
                first is None
                or second is None
                or second.before != first.folded
                or not self._tells([tokens[place]], tokens[at])
            ):
                break
            found.append(tokens[place])
        return found

    def _tells(self, beside: Sequence[Token], noun: Token) -> bool:
        """Whether a word beside a noun may tell which one that is: neither a name nor a verb."""
        return any(
            one.content
            and one.clause == noun.clause
            and not (one.entities or one.dated or one.mood or one.signs or one.value is not None)
            and not one.text.lower().endswith(self._verb_ends)
            for one in beside
        )
