"""Shell nouns: those that stand for a deed that a sentence before tells as decided, planned or to come.

"The council voted to close the pool. Parents criticised the move": "Parents criticised the closure of the pool" and
"Parents criticised the move to close the pool". What is told as decided last is meant; a noun with words of its own
that say which plan it is stands for nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokenizer import QUOTES
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import COND, FORMER, GOVERNS, IS, NOT, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.narrower import Narrower

# How many sentences back the deed is told, how many words stand between it and what decides it, and how many tie
# what it is done to.
_BACK, _BETWEEN, _TIED = 8, 6, 2
_STEM = 3
_OPEN = frozenset(f"{GOVERNS}{sign}" for sign in ("plan", "future", "promise", "demand", "threaten", "should"))
_RIVAL = _OPEN - {f"{GOVERNS}future", f"{GOVERNS}should"}
_AGAINST = frozenset({NOT, COND, FORMER, *(f"{GOVERNS}{sign}" for sign in ("refuse", "deny", "false", "fail"))})


@dataclass(frozen=True)
class Shell:
    """A shell noun of a sentence, and what a claim has for it.

    Attributes:
        at: the noun's position in the sentence.
        said: the claim's words for the deed.
        number: of the sentence that tells of the deed.
        kept: whether the claim has the noun, too: "the decision to close it".
        tie: the preposition that stands in one word with what is said for the noun: "dagegen".
    """

    at: int
    said: Sequence[Token]
    number: int
    kept: bool
    tie: str = ""


class Shells:
    """One article's shell nouns."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        language = story.reading.language
        self._narrower = story.once(Narrower)
        self._compounds = language.nouns_capitalised
        self._genitives = frozenset(map(folded, language.genitives))
        definite = frozenset(map(folded, language.definite | language.oblique))
        pointing = self._words.anaphors & story.leading
        self._definite = definite | self._genitives | self._words.fused | pointing if definite else definite
        agreement = agreement_of(language.code)
        self._endings, self._joined = agreement.genitives, agreement.joined

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[Shell]:
        """The shell nouns of a sentence that stand for a deed of which the claim has words that the sentence lacks."""
        wanted = [token for token in missing if _is_plain(token)]
        told = aligned.told
        shells = [at for at, token in enumerate(told.tokens) if token.stem in self._words.shells] if wanted else []
        for at in shells:
            if self._is_shell(told, at):
                yield from self._of(aligned, wanted, at)
        told_so = wanted and told.tokens
        joined = [at for at, token in enumerate(told_so) if token.folded in self._joined and token.keys]
        for at in joined:
            tie = self._joined[told.tokens[at].folded]
            yield from (replace(shell, tie=tie) for shell in self._of(aligned, wanted, at))

    def _of(self, aligned: Aligned, wanted: Sequence[Token], at: int) -> Iterator[Shell]:
        told = aligned.told
        same = next((token for token, place in aligned.pairs if place == at), None)
        holder = None if told.tokens[at].folded in self._joined else same
        if holder is not None and holder.stem not in self._words.shells:
            return  # "Has decided" is no decision of another's.
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            other = self._story.sentences[number]
            for deed in wanted:
                said = self._said(aligned, deed, (at, holder), other)
                if said:
                    yield Shell(at, said, number, kept=holder is not None)
                    return
            if self._decides(other, len(other.tokens), signs=_RIVAL):
                return  # Another plan is meant.

    def _is_shell(self, told: Told, at: int) -> bool:
        """Whether a noun is told as known, and nothing beside it tells which one it is."""
        noun, behind = told.tokens[at], told.tokens[at + 1 : at + 1 + _TIED]
        if not self._is_definite(noun):
            return False
        if at and (told.tokens[at - 1].owner or self._story.is_possessive(told.tokens[at - 1])):
            return False
        done = len(behind) == _TIED and self._is_perfect(*behind)
        quoted = (
            len(behind) == _TIED and told.clauses.marks[behind[1].clause] in QUOTES and behind[1].clause > noun.clause
        )
        own = not done and not quoted and any(self._tells_which(told, noun, one) for one in behind[:1])
        return not own and not self._has_nearer(told, at)

    def _has_nearer(self, told: Told, at: int) -> bool:
        """Whether a clause of the sentence itself tells of a plan before a noun, which that may stand for."""
        clause = told.tokens[at].clause
        first = next(place for place in range(at + 1) if told.tokens[place].clause == clause)
        joined = (place for place in range(first, at) if told.tokens[place].folded in self._words.joins)
        return self._decides(told, max(joined, default=first), signs=_RIVAL)

    def _is_perfect(self, helping: Token, verb: Token) -> bool:
        """Whether two words make a past, the first of which may be a preposition elsewhere: "decizia a fost"."""
        return helping.folded in self._words.perfects and verb.folded not in self._story.leading

    def _is_definite(self, noun: Token) -> bool:
        """Whether a noun is told as known, by its article or its ending; a bare noun is where endings are articles."""
        if self._words.definite_endings:
            return noun.before not in self._story.leading or noun.before in self._words.anaphors
        return not self._definite or noun.before in self._definite

    def _tells_which(self, told: Told, noun: Token, behind: Token) -> bool:
        """Whether the word behind a noun tells which one it is: "the plan | of ...", "the decision | to ..."."""
        words = self._words
        if behind.clause != noun.clause:
            joined = told.clauses.marks[behind.clause] in {"", ","}
            return joined and (behind.folded in words.infinitive_marks or self._is_infinitive(behind))
        if behind.folded in self._story.of_words | words.infinitive_marks | self._genitives or behind.entities:
            return True
        nominal = behind.content and behind.value is None and not behind.mood
        if nominal and self._endings and behind.plain.endswith(self._endings):
            return True
        return self._is_infinitive(behind)

    def _is_infinitive(self, token: Token) -> bool:
        endings = self._words.infinitives
        return bool(endings) and token.content and not token.mood and token.plain.endswith(endings)

    def _said(self, aligned: Aligned, deed: Token, shell: tuple[int, Token | None], other: Told) -> list[Token]:
        """A claim's words for a deed that another sentence tells as decided; none where they say something else."""
        places = sorted({place for key in deed.keys for place in other.places.get(key, ())})
        where = next((at for at in places if self._is_deed(other, at, deed) and self._is_decided(other, at)), None)
        holder = shell[1]
        if holder is None and not self._is_named(aligned, deed):
            return []
        objects = None if where is None else self._objects(aligned, deed, shell, other, where)
        if where is None or objects is None or (holder is not None and not objects):
            return []
        beside = self._owners(aligned, holder, other, where) if holder is not None else self._led(aligned, deed, other)
        return sorted([deed, *objects, *beside], key=lambda token: token.start)

    def _objects(
        self, aligned: Aligned, deed: Token, shell: tuple[int, Token | None], other: Told, where: int
    ) -> list[Token] | None:
        """A claim's words for what a deed is done to, as in the sentence; None where they name something else."""
        at, holder = shell
        run = self._run(aligned, deed, holder)
        laid = align(run, other, self._words, compounds=self._compounds)
        found: list[Token] = []
        for token, same in zip(run, laid.places, strict=True):
            if token is deed or (holder is not None and token.entities):
                continue
            place = self._broader(other, token) if same is None else same
            if place is not None and self._is_of_deed(other, where, place, token, alone=not found):
                found.append(token)
                continue
            own = aligned.places[aligned.tokens.index(token)]
            if own in {at + 1, at + _TIED} or (
                own is not None and holder is None and not self._is_tied(aligned, token)
            ):
                break
            return None  # "The closure of the town" of a pool in it, or more than the sentence itself tells.
        return found

    @staticmethod
    def _owners(aligned: Aligned, holder: Token, other: Told, where: int) -> list[Token]:
        """Whose decision a claim says it is, where they stand before the deed: "the firm's plan to ..."."""
        tokens = aligned.tokens
        at = tokens.index(holder)
        beside = [*(token for token in tokens[max(0, at - 1) : at] if token.owner), *tokens[at + 1 : at + 2]]
        return [token for token in beside if any(min(other.named.get(one, [where])) < where for one in token.entities)]

    def _led(self, aligned: Aligned, deed: Token, other: Told) -> list[Token]:
        """The word right before a claim's noun for a deed that tells to what that is done: "the fare rise"."""
        at = aligned.tokens.index(deed)
        before = [token for token in aligned.tokens[max(0, at - 1) : at] if token.folded == deed.before]
        return [token for token in before if not self._compounds and not token.keys.isdisjoint(other.places)]

    def _broader(self, told: Told, said: Token) -> int | None:
        """Where a sentence has a narrower noun for one of a claim's: "das Schwimmbad" for "das Bad"."""
        return next((at for at, one in enumerate(told.tokens) if self._is_broader(said, one)), None)

    def _is_broader(self, said: Token, narrower: Token) -> bool:
        """Whether a noun may be said for a narrower one, a short one of a compound too, where the deed is the same."""
        if self._narrower.covers(said, narrower):
            return True
        compound = self._compounds and said.text[0].isupper() and narrower.text[0].isupper()
        return compound and len(said.stem) >= _STEM and narrower.plain.endswith(said.stem)

    @staticmethod
    def _run(aligned: Aligned, deed: Token, holder: Token | None) -> list[Token]:
        """A claim's words from a deed on in its clause, or all of those that complete a noun: "the plan to ..."."""
        tokens = aligned.tokens
        if holder is None:
            return [token for token in tokens if token.clause == deed.clause and token.start >= deed.start]
        behind = [token for token in tokens if token.start > holder.start]
        return [token for token in behind if token.clause == deed.clause] if deed in behind else [deed]

    def _is_named(self, aligned: Aligned, deed: Token) -> bool:
        """Whether a claim has a noun for a deed, or its verb as one: "the closure", "defended closing it"."""
        if self._compounds:
            return deed.text[0].isupper()
        words, at = self._words, aligned.tokens.index(deed)
        if deed.plain.endswith((*words.gerunds, *words.named_endings) or ("\0",)):
            return True
        if not self._definite:
            return not deed.mood and not self._is_infinitive(deed)
        led = [one for one in aligned.tokens[max(0, at - 1) : at] if one.folded == deed.before]
        first = led[0] if led else deed
        return first is aligned.tokens[0] or first.before in self._story.leading | words.ties | self._story.of_words

    def _is_deed(self, told: Told, at: int, deed: Token) -> bool:
        """Whether a sentence's word is a verb of what is decided or to come, or the claim's own noun for it."""
        token, before = told.tokens[at], told.tokens[max(0, at - _TIED) : at]
        if self._compounds and token.text[0].islower():
            return True
        marked = any(one.folded in self._words.infinitive_marks or one.signs & _OPEN for one in before)
        if not self._compounds and (marked or token.mood == "future" or self._is_infinitive(token)):
            return True
        tie = self._story.tie_before(told.tokens, at)
        named = token.stem == deed.stem and (not tie or tie in self._story.of_words)
        return named and not (self._compounds and token.clause)

    def _is_tied(self, aligned: Aligned, token: Token) -> bool:
        """Whether a claim's word says of what the noun for the deed is, or whose that is."""
        genitive = bool(self._endings) and token.plain.endswith(self._endings)
        genitive = genitive or token.owner or token.before in self._genitives
        return genitive or self._story.tie_before(aligned.tokens, aligned.tokens.index(token)) != ""

    def _is_decided(self, told: Told, at: int) -> bool:
        """Whether a sentence tells a deed as decided, planned or to come, and denies nothing before it."""
        tokens = told.tokens
        before = tokens[: at + 1]
        if any(not token.signs.isdisjoint(_AGAINST) or token.folded in self._words.against for token in before):
            return False
        if self._tells_more(told, at):
            return False
        future = tokens[at].mood == "future"
        return future or self._decides(told, at, after=self._after(told, at))

    def _after(self, told: Told, at: int) -> int:
        """Where what decides a deed may stand first: right before it, or in the clause before the one that it ends."""
        if self._compounds:
            clause = max(0, told.tokens[at].clause - 1)
            return next(place for place, token in enumerate(told.tokens) if token.clause >= clause)
        return max(0, at - _BETWEEN)

    def _decides(self, told: Told, until: int, after: int = 0, signs: frozenset[str] = _OPEN) -> bool:
        """Whether a verb between two places of a sentence decides or plans something."""
        words = self._words
        for place in range(after, until):
            token = told.tokens[place]
            if token.stem in words.shells:
                told_of = told.tokens[max(0, place - _TIED) : place]
                if not self._is_definite(token) and not any(one.signs & {IS, WAS} for one in told_of):
                    return True  # "Presented a plan", not "it is a step backwards".
                continue
            if token.before in self._story.leading and token.before not in words.perfects:
                continue
            if not token.signs.isdisjoint(signs) or token.stem in words.deciding:
                return True
        return False

    def _tells_more(self, told: Told, at: int) -> bool:
        """Whether a sentence goes on with another deed: "to close the pool and build a hall"."""
        behind = told.tokens[at + 1 :]
        return any(
            token.before in self._words.joins
            and (self._is_infinitive(token) or token.folded in self._words.infinitive_marks)
            for token in behind
        )

    def _is_of_deed(self, told: Told, deed: int, place: int, said: Token, *, alone: bool) -> bool:
        """Whether a sentence's word is what a deed is done to, or tells of that where it does not stand `alone`."""
        token = told.tokens[place]
        if token.clause != told.tokens[deed].clause or token.owner != said.owner:
            return False
        first, last = sorted((deed, place))
        between = told.tokens[first + 1 : last]
        ties = self._words.ties - self._story.leading - (set() if alone else self._story.of_words)
        if self._compounds:
            return self._is_first_noun(told, place) or said.content
        if place < deed:
            return False
        return not any(one.folded in ties for one in between)

    def _is_first_noun(self, told: Told, place: int) -> bool:
        clause = told.tokens[place].clause
        nouns = [at for at, token in enumerate(told.tokens) if token.clause == clause and token.text[0].isupper()]
        return bool(nouns) and nouns[0] == place


def _is_plain(token: Token) -> bool:
    return token.content and not token.entities and token.value is None and not token.dated
