"""The statements of a quotation: "We are not closing the school, we are giving it another form" has two.

Each is told alone where nothing of another governs it: neither a condition nor a word such as "hope" before it. "I say
that it rains" says that it rains.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import COND, GOVERNS, IS, NEUTRAL, NOT, PASSIVE, WAS, folded
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs

# How many words a statement has at least, and among how many at its beginning its verb is, or "I say that".
_LEAST, _OPENING = 2, 3
# Among how many words "I hope" stands.
_HOLDING = 4
# How many words that say something a statement has at least that no pronoun opens.
_STATED = 3
_NOTHING: frozenset[str] = frozenset()
# What one promises is said as surely as what one says; what one will or must do has no clause of its own.
_PLAIN = {f"{GOVERNS}{name}" for name in ("promise", "future", "must")}
# Among how many words a verb stands that tells by its ending who does it, and how many letters that leaves at least.
_VERB_WORDS, _ENDED = 2, 5
# Among how many words behind a joint a noun and its verb stand.
_DOING = 6
_HELPING = {PASSIVE, IS, WAS}


class QuotedStatements:
    """One article's quotations."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._found: dict[int, Sequence[Sequence[int]]] = {}
        self._grammar = story.once(Grammar)
        words, language = story.words, story.reading.language
        firsts = frozenset(folded(word) for word, who in language.pronouns.items() if who == "1")
        self._subjects = words.subjects | firsts
        self._firsts = firsts
        self._rather = words.special["rather"]
        self._avowing = words.special["avowing"]
        self._own_forms = words.special["own_forms"]
        self._joins = words.joins | words.joining | self._rather

    def of(self, told: Told, speaker: int) -> Iterator[Sequence[int]]:
        """The places of the words of each statement that somebody is quoted with in a sentence."""
        for part in self.parts(told):
            if told.quoted[part[0]] != speaker:
                continue
            yield from self._halves(told, part)
            avowed = self._avowed(told, part)
            if len(part) >= _LEAST:
                yield part
            if len(avowed) >= _LEAST:
                yield avowed

    def parts(self, told: Told) -> Sequence[Sequence[int]]:
        """The places of the words of each statement that a sentence quotes, none of one that asks something."""
        found = self._found.get(told.number)
        if found is None:
            start, end = self._story.reading.sentences[told.number]
            asks = "?" in self._story.reading.text[start:end]
            runs = () if asks else self._runs(told)
            found = self._found[told.number] = [part for run in runs for part in self._parts(told, run)]
        return found

    @staticmethod
    def _runs(told: Told) -> Iterator[list[int]]:
        """The places of words in a row that one speaker is quoted with."""
        run: list[int] = []
        for at, said in enumerate(told.quoted):
            if run and said != told.quoted[run[0]]:
                yield run
                run = []
            if said is not None:
                run.append(at)
        if run:
            yield run

    def _parts(self, told: Told, run: Sequence[int]) -> list[list[int]]:
        """A quotation's statements."""
        parts: list[list[int]] = [[]]
        for at in run:
            if parts[-1] and self._opens(told, parts[-1], at):
                parts.append([])
            parts[-1].append(at)
        return parts

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _opens(self, told: Told, ahead: Sequence[int], at: int) -> bool:
        """Whether a statement of its own opens at a place behind the words of another."""
        tokens, join = told.tokens, told.tokens[at]
        opens = tokens[at - 1].clause != join.clause
        mark = told.clauses.marks[join.clause] if opens else ""
        if mark == ";":
            return True
        joined = join.folded in self._joins
        if mark != "," and not joined:
            return False
        before, behind = [tokens[place] for place in ahead], self._behind(tokens, at, joined=joined)
        if not behind or any(COND in token.signs for token in before) or self._is_led(before[0]):
            return False
        if mark and self._repeats(before, behind):
            return True
        nearest = [token for token in before if token.clause == before[-1].clause]
        if any(NEUTRAL in token.signs or (governs(token) and not token.signs & _PLAIN) for token in nearest):
            return False
        same = joined or not self._grammar.brackets or before[0].folded == behind[0].folded or self._may_tell(before)
        does = any(token.folded in self._subjects or self.is_first(token) for token in before)  # Not "in May, we ...".
        does = does or (self._story.words.omits_subjects and NOT in before[0].signs) or self._may_tell(before)
        own = same and does and self._is_own(behind)
        return own or (bool(mark) and self._is_rather(before, join, behind))

    def _may_tell(self, before: Sequence[Token]) -> bool:
        """Whether words have enough for a statement of somebody else: "my sister bought the house, I ..."."""
        return sum(token.content for token in before) >= _STATED and before[0].folded not in self._story.words.ties

    def _is_led(self, token: Token) -> bool:
        """Whether a word opens what only leads to a statement: "when"."""
        return token.folded in self._grammar.conjunctions - self._joins

    @staticmethod
    def _behind(tokens: Sequence[Token], at: int, *, joined: bool) -> list[Token]:
        """The words of a clause from a place on, behind what joins them to those before."""
        return [token for token in tokens[at + joined :] if token.clause == tokens[at].clause]

    def _is_own(self, behind: Sequence[Token]) -> bool:
        """Whether words open with a subject of their own, or a verb that has "we" or "I" in its ending."""
        if behind[0].folded in self._subjects:
            return True
        return any(self.is_first(token) for token in behind[:_VERB_WORDS])

    def _halves(self, told: Told, part: Sequence[int]) -> Iterator[Sequence[int]]:
        """The two statements that "and" joins in one, where each has its own verb and the second its own doer."""
        tokens = told.tokens
        for number, at in enumerate(part[_LEAST:-_LEAST], _LEAST):
            if tokens[at].folded not in self._joins:
                continue
            before, behind = [tokens[place] for place in part[:number]], self._behind(tokens, at, joined=True)
            free = not any(COND in one.signs or (governs(one) and not one.signs & _PLAIN) for one in before)
            if free and behind and self._has_doer(behind) and any(map(self._is_verb, before)):
                yield part[:number]
                yield part[number + 1 :]

    def _has_doer(self, behind: Sequence[Token]) -> bool:
        """Whether words open with a noun and its article, and what that does: "y todos los pacientes tendrán"."""
        opens = behind[0].folded in self._grammar.definite - self._story.words.ties
        verb = next((at for at, token in enumerate(behind[:_DOING]) if self._is_verb(token)), 0)
        return opens and any(token.content for token in behind[:verb])

    def _is_verb(self, token: Token) -> bool:
        helps = bool(token.signs & _HELPING) or token.folded in self._grammar.perfects - self._story.leading
        helps = helps or (governs(token) and not token.content)
        return helps or token.mood in FINITE

    def is_first(self, token: Token) -> bool:
        """Whether a word tells what who speaks does."""
        endings = self._story.words.first_endings
        ends = bool(endings) and len(token.folded) > _ENDED and token.folded.endswith(endings)
        return ends or token.folded in self._firsts or token.folded in self._own_forms

    @staticmethod
    def _repeats(before: Sequence[Token], behind: Sequence[Token]) -> bool:
        """Whether a clause opens with a verb that the one before opened with: "no me voy porque ..., me voy porque"."""
        said = (token for token in behind[:_OPENING] if token.content or NEUTRAL in token.signs)
        verb = next(said, None)
        if verb is None or verb.entities or verb.value is not None:
            return False
        same = next((token for token in before if token.folded == verb.folded), None)
        if same is None:
            return False
        ahead = [token for token in before if token.clause == same.clause and token.start < same.start]
        return not any(token.content and NOT not in token.signs for token in ahead)

    def _is_rather(self, before: Sequence[Token], join: Token, behind: Sequence[Token]) -> bool:
        """Whether a clause tells what is done in the place of what is denied: "nu închidem școala, ci îi dăm ..."."""
        denied = any(NOT in token.signs for token in before)
        if join.folded not in self._rather or not denied or any(map(governs, before)):
            return False
        return behind[0].folded not in self._grammar.complements

    def _avowed(self, told: Told, part: Sequence[int]) -> Sequence[int]:
        """What stands behind "I say that" at a statement's beginning; nothing where it has no such."""
        for number, at in enumerate(part[:_OPENING]):
            token = told.tokens[at]
            if NOT in token.signs:
                return ()
            if token.folded in self._avowing:
                behind = part[number + 1 : number + 2]
                that = [place for place in behind if told.tokens[place].folded in self._grammar.complements]
                return part[number + 2 :] if that else ()
        return ()

    def held(self, told: Told, part: Sequence[int], claim: Sequence[Token]) -> Sequence[int]:
        """A statement that tells what who speaks hopes or demands, as a claim does, less its "I"; none else."""
        opening = [told.tokens[at] for at in part[:_HOLDING]]
        theirs, mine = (next((one.signs for one in some if governs(one)), _NOTHING) for some in (opening, claim))
        if not any(map(self.is_first, opening)) or theirs.isdisjoint(sign for sign in mine if sign.startswith(GOVERNS)):
            return ()
        return [at for at in part if at not in part[:_OPENING] or not self._is_passed(told.tokens[at])]

    def _is_passed(self, token: Token) -> bool:
        return token.folded in self._firsts or token.folded in self._joins
