"""What a claim calls somebody or something beside their name, where the article calls them so anywhere."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import ANNOUNCED, FORMER, IS, LESSER, NEUTRAL, PART, PASSIVE, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.nouns.ages import Ages

STILL, ANOTHERS_OFFICE = "says that something still is", "calls somebody what another is called"
_ROLE_WORDS, _SUBJECT_WORDS = 6, 2


class Appositions:
    """One article's words for those whom a claim names."""

    def __init__(
        self,
        story: Story,
        is_called: Callable[[int, str], bool],
        was_called: Callable[[int, str], bool],
        designations: Designations,
    ) -> None:
        self._story = story
        self._is_called = is_called
        self._was_called = was_called
        self._designations = designations
        self._ages = story.once(Ages)
        self._capitals = story.reading.language.nouns_capitalised
        self._heads_last = agreement_of(story.reading.language.code).heads_last

    def set_apart(self, text: str, claim: Clauses) -> None:
        """Take out what the claim calls somebody beside their name, where the article calls them so anywhere."""
        tokens = claim.tokens
        for at, token in enumerate(tokens):
            if len(token.entities) != 1 or (at and tokens[at - 1].entities == token.entities):
                continue
            (entity,) = token.entities
            if not self._story.is_person(entity):
                self._set_nouns_apart(tokens, at)
                continue
            for other in self._ages.told(tokens, at):
                other.content, other.signs = False, frozenset()
            runs = self._runs_before(tokens, at)
            for run in (*runs, self._run_aside(claim, at), _run_after(tokens, at)):
                said = content_of(run)
                if not said or not self._may_be_called(run, said) or self._is_done(run[0], token):
                    continue
                if not (_ends_noun(run) or run[0].start > token.start):
                    continue
                words = text[run[0].start : run[-1].start + len(run[-1].text)]
                if self._is_called(entity, words):
                    for other in run:
                        other.content, other.signs = False, frozenset()
                    break

    def _may_be_called(self, run: Sequence[Token], said: Sequence[Token]) -> bool:
        """Whether the article has all that some words say, or may have it in one: "Vorsitzende des Vereins"."""
        if any(one.after in self._story.words.durations for one in said):
            return False  # "In der 20. Minute erzielte Verteidiger Holm".
        known = all(map(self._story.has, said))
        genitives = self._story.reading.language.genitives
        return known or (self._capitals and any(one.folded in genitives for one in run))

    def _is_done(self, first: Token, name: Token) -> bool:
        """Whether a word before a name tells what is done to them: "a accusé Rita Holm" calls nobody accused."""
        if first.start > name.start:
            return False
        words = self._story.words  # "Був переможений Гуком": the sentence may have that deed as a verb.
        done = bool(words.suffered) and first.folded.endswith(words.suffered)
        passive = done and not {PASSIVE, WAS}.isdisjoint(words.signs.get(first.before, ()))
        return passive or first.before in words.perfects - self._story.leading

    def fault(self, text: str, claim: Clauses) -> str:
        """What speaks against what a claim calls somebody beside their name, "" where nothing does."""
        if self._is_over(text, claim):
            return STILL
        tokens = claim.tokens
        named = [at for at, token in enumerate(tokens) if len(token.entities) == 1 and token.text[0].isupper()]
        firsts = (at for at in named if not at or tokens[at - 1].entities != tokens[at].entities)
        people = (at for at in firsts if all(map(self._story.is_person, tokens[at].entities)))
        return ANOTHERS_OFFICE if any(self._is_anothers(text, claim, at) for at in people) else ""

    def _is_anothers(self, text: str, claim: Clauses, at: int) -> bool:
        """Whether a claim calls the one it names at a place what the article calls another, and not them.

        Of what the article calls them, `set_apart` has left nothing.
        """
        tokens = claim.tokens
        runs = (*self._runs_before(tokens, at), self._run_aside(claim, at), _run_after(tokens, at))
        for run in filter(self._calls, runs):
            words = text[run[0].start : run[-1].start + len(run[-1].text)]
            others = filter(self._story.is_surely_person, range(len(self._story.reading.entities)))
            if any(self._is_called(one, words) for one in others if one not in tokens[at].entities):
                return True
        return False

    def _calls(self, run: Sequence[Token]) -> bool:
        """Whether words may be what somebody is called: an article or a noun for somebody opens them.

        Where a name is among them, two may be called so: directors, each of a museum that is named.
        """
        said = content_of(run)
        if len(said) <= 1 or any(one.entities for one in run) or not all(map(self._story.has, said)):
            return False
        return self._leads(run[0]) or self._story.reading.language.is_role(run[0].text.lower())

    def _is_over(self, text: str, claim: Clauses) -> bool:
        """Whether the claim calls somebody beside their name what the article says that they were until a year."""
        tokens, words = claim.tokens, self._story.words
        for at, token in enumerate(tokens):
            if len(token.entities) != 1 or (at and tokens[at - 1].entities == token.entities):
                continue
            (entity,) = token.entities
            runs = (*self._runs_before(tokens, at), _run_after(tokens, at)) if self._story.is_person(entity) else ()
            for run in runs:
                if content_of(run) and not any(one.signs or one.folded in words.till for one in run):
                    noun = list(takewhile(lambda one: one.folded not in self._story.of_words, run)) or run
                    if self._was_called(entity, text[noun[0].start : noun[-1].start + len(noun[-1].text)]):
                        return True
        return False

    def _runs_before(self, tokens: Sequence[Token], at: int) -> Iterator[Sequence[Token]]:
        """The words right before a name in its clause, the longest run first: one noun with what belongs to it."""
        first = at
        while first > 0 and tokens[first - 1].clause == tokens[at].clause and at - first < _ROLE_WORDS:
            if not self._may_describe(tokens[first - 1], tokens[first] if first < at else None):
                break
            if first == at and self._is_verb(tokens[first - 1]) and tokens[first - 1].before not in self._story.leading:
                break  # "Ann Holm thanked Rita Vey."
            first -= 1
        return (tokens[begin:at] for begin in range(first, at))

    def _is_verb(self, token: Token) -> bool:
        """Whether a word right before a name is a verb, by its ending or, where nouns have capitals, without one."""
        bare = self._capitals and token.content and token.text[0].islower() and token.value is None
        return token.mood == "past" or bare

    def _may_describe(self, before: Token, after: Token | None) -> bool:
        """Whether a word may belong to a noun behind it: not "found" in "the guard found the head of a school"."""
        words = self._story.words
        if before.entities or before.signs - {FORMER, LESSER} or before.folded in words.objects:
            return False
        if before.mood in {"future", "conditional"} or (words.free_order and before.mood):
            return False  # A verb may stand there, with who does it behind it.
        ties = before.folded in words.ties or before.folded in self._story.of_words
        if before.folded in words.perfects and not ties and before.folded not in self._story.leading:
            return False  # "The museum had warned Ann Holm."
        return ties or after is None or after.folded not in self._story.leading

    def _run_aside(self, claim: Clauses, at: int) -> Sequence[Token]:
        """The words from an article to the comma before a name: "the technician, Ann Holm"."""
        tokens, clause = claim.tokens, claim.tokens[at].clause
        if not at or tokens[at - 1].clause != clause - 1 or claim.marks[clause] != ",":
            return ()
        if at > 1 and [1 for one in tokens[at:] if one.clause == clause and one.signs & {NEUTRAL, ANNOUNCED}]:
            return ()  # "It rejected the plan, Ann Holm said."
        places = range(at - 1, max(-1, at - _ROLE_WORDS), -1)
        first = next((p for p in places if self._leads(tokens[p]) and not self._is_owners(tokens, p)), at)
        return () if tokens[first].clause != clause - 1 else tokens[first:at]

    def _is_owners(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an article is that of whose the noun before it is, where words are made of others: "der Klinik"."""
        owned = self._capitals and at > 1 and tokens[at].folded in self._story.reading.language.genitives
        return owned and tokens[at - 1].content and tokens[at - 1].clause == tokens[at].clause

    def _leads(self, token: Token) -> bool:
        return token.folded in self._story.leading

    def _set_nouns_apart(self, tokens: Sequence[Token], at: int) -> None:
        """Take out the nouns beside a body's name, where the article calls it so anywhere: "the firm Terra"."""
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].entities == tokens[at].entities:
            last += 1
        behind = [last + 1] if self._heads_last else []
        for place in (at - 1, *behind):
            noun = tokens[place] if 0 <= place < len(tokens) and tokens[place].clause == tokens[at].clause else None
            if noun is None or not _may_call(noun) or _is_between(tokens, place):
                continue
            if tokens[at].entities <= self._designations.of(noun):
                noun.content = False


def _ends_noun(run: Sequence[Token]) -> bool:
    """Whether the last of some words says something, or ends a noun of several words: "міська голова"."""
    return run[-1].content or any(one.content and one.stem.endswith(f"-{run[-1].folded}") for one in run[-2:-1])


def _may_call(noun: Token) -> bool:
    """Whether a word may be what something is called: neither a name nor a verb."""
    return noun.content and not (noun.entities or noun.signs or noun.mood)


def _is_between(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands between two names, as a deed of the one to the other: "Selby beat Barnwick"."""
    return 0 < at < len(tokens) - 1 and bool(tokens[at - 1].entities) and bool(tokens[at + 1].entities)


def _run_after(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The clause right behind a name, between commas."""
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].entities == tokens[at].entities:
        last += 1
    if last + 1 >= len(tokens):
        return ()
    clause = tokens[last + 1].clause
    if clause == tokens[at].clause:
        return ()
    inside = [token for token in tokens[last + 1 :] if token.clause == clause]
    told = inside[-1] is tokens[-1] and inside[0].mood == "past"  # "El alcalde, Luis Prado, firmó la licencia."
    return (
        () if told or any(token.signs - {FORMER, LESSER} for token in inside) else inside
    )  # "Ann Holm, the mayor, wants ..."


def _goes_on(behind: Token, story: Story) -> bool:
    """Whether a word behind a name goes on to tell who that is: an article, a preposition, "is"."""
    word, words = behind.folded, story.words
    return IS in behind.signs or word in story.leading or word in words.ties or word in words.copulas


# Complexity: each question is one of a shape of clauses, and their order saves work.
def is_apposed_subject(told: Told, first: int, last: int, story: Story) -> bool:
    """Whether a name between commas tells who the sentence's subject is, so that its verb stands behind the name.

    "Its director, Ann Holm, backs the club": nobody is called a backer there. `first` and `last` are the places of the
    name.
    """
    tokens, marks, clause = told.tokens, told.clauses.marks, told.tokens[first].clause
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    home = clause - 1
    if home < 0 or behind is None or behind.clause != clause + 1 or marks[clause : clause + 2] != [",", ","]:
        return False
    if home and told.clauses.openers[home] not in map(folded, story.reading.language.that):
        return False  # "Found that the owner, Ann Holm, met inspectors".
    # "The mayor, Ann Holm, a former teacher, said ..."; "his wife, Ann Holm, is a nurse".
    if tokens[first - 1].clause == clause or _goes_on(behind, story):
        return False
    subject = [token for token in tokens if token.clause == home][home > 0 :]
    if len([token for token in subject if token.content]) > _SUBJECT_WORDS or any(
        token.signs - {PART} for token in subject
    ):
        return False
    return marks[clause + 2 : clause + 3] != [","]
