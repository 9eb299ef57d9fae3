"""A deed of one statement told of who does another, or done to what another is done to.

"The question was for the mayor, but her deputy answered": the mayor did not. "The fine hits the firm and spares the
town": it does not spare the firm.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_year, tells
from bot.domain.claims.rules.kept.frames import BEING, DeedFrame, DeedPhrase, deed_of, frames_of, is_verb, rows_of

OTHER_STATEMENT = "tells of one statement what another tells"


def of_other_statement(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that joins one statement's deed with another's doer or object, "" for nothing."""
    rows = rows_of(aligned.told.clauses, grammar)
    first, last = min(aligned.matched), max(aligned.matched)
    if not rows[1:] or [1 for row, _ in rows if row[0] <= first and last <= row[-1]]:
        return ""
    told = [DeedFrame(aligned.told.tokens, row, verb, grammar) for row, verb in rows]
    place_of = {token.start: place for token, place in aligned.pairs}
    for mine in frames_of(claim, grammar):
        crossing = _Crossing(claim.tokens, mine, place_of, aligned, grammar)
        found = crossing.of_other(told)
        if found is not None:
            return f"{OTHER_STATEMENT}: {found.text}"
    return ""


class _Crossing:
    """One statement of a claim beside those of a sentence."""

    def __init__(
        self, mine: Sequence[Token], frame: DeedFrame, place_of: dict[int, int], aligned: Aligned, grammar: Grammar
    ) -> None:
        self._mine, self._frame, self._aligned, self._grammar = mine, frame, aligned, grammar
        self._place_of, self._tokens = place_of, aligned.told.tokens
        self._deed = deed_of(mine, frame, grammar)
        starts = {mine[at].start for at in frame.places}
        self._taken = {place for token, place in aligned.pairs if token.start in starts}

    def of_other(self, told: Sequence[DeedFrame]) -> Token | None:
        """A word of the claim that another statement than its deed's has, None for none."""
        home = self._home(told)
        if home is None or self._taken.issubset(range(home.places[0], home.places[-1] + 1)):
            return None
        others = [one for one in told if one is not home and not self._lacks_deed(one)]
        found = self._of_other_doer(home, others) or self._done_to_other(home, others)
        return found if found is not None and self._is_single() else None

    def _lacks_deed(self, frame: DeedFrame) -> bool:
        """Whether a statement has no deed but one that ends another: "wurde an A und B an C verkauft"."""
        verb = self._tokens[frame.verb]
        helps = (
            self._grammar.brackets
            and not verb.content
            and (verb.signs & BEING or verb.folded in self._grammar.perfects)
        )
        return bool(helps) and deed_of(self._tokens, frame, self._grammar) == frame.verb

    def _is_single(self) -> bool:
        """Whether the claim's statement has one verb: not "said that it had sold"."""
        last = max(self._frame.verb, self._deed)
        verbs = [at for at in self._frame.places if at > last and is_verb(self._mine, at, self._grammar)]
        return not verbs

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _home(self, told: Sequence[DeedFrame]) -> DeedFrame | None:
        """The statement that has the claim's deed, None for none."""
        deed = self._mine[self._deed]
        place = self._place(self._deed)
        if deed.content and place >= 0 and self._tokens[place].stem != deed.stem:
            named = [one for one in told if self._tokens[deed_of(self._tokens, one, self._grammar)].stem == deed.stem]
            if named:
                return None if self._taken.issubset(range(named[0].places[0], named[0].places[-1] + 1)) else named[0]
        if place >= 0 or deed.content:
            home = [one for one in told if one.has(place)]
            return home[0] if home and deed_of(self._tokens, home[0], self._grammar) == place else None
        mains = [(one, deed_of(self._tokens, one, self._grammar)) for one in told]
        same = [one for one, at in mains if self._tokens[at].stem == deed.stem]
        return same[0] if len(same) == 1 else None

    def _place(self, at: int) -> int:
        return self._place_of.get(self._mine[at].start, -1) if at >= 0 else -1

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _of_other_doer(self, home: DeedFrame, others: Sequence[DeedFrame]) -> Token | None:
        doer = self._frame.doer
        head = self._place(doer.places[0]) if doer is not None else -1
        head = self._place(doer.places[-1]) if doer is not None and head < 0 else head
        theirs = [one for one in others if one.has(head)]
        own = home.doer
        if doer is None or not theirs or (own is None and head < theirs[0].verb):
            return None
        told = [] if own is None else own.places
        if not self._aligned.matched.isdisjoint(told) or self._is_told_apart(home, theirs[0], head):
            return None
        if own is None:
            found = self._shares(home, theirs[0], head)
        else:
            other = theirs[0].doer
            found = other is not None and head in other.places and not self._may_be_one(own, other)
        return self._mine[doer.places[0]] if found else None

    def _is_told_apart(self, home: DeedFrame, theirs: DeedFrame, head: int) -> bool:
        """Whether a statement is told otherwise than the claim's, of a pronoun, in a quotation or by a source."""
        if self._is_passive(self._frame, self._mine) is not self._is_passive(home, self._tokens):
            return True
        quoted = self._aligned.told.quoted
        if self._has_pronoun_doer(home) or [1 for at in home.places if quoted[at] is not None]:
            return True
        return tells([self._tokens[at] for at in theirs.places if at < head], SOURCE)  # "According to the owner".

    def _has_pronoun_doer(self, home: DeedFrame) -> bool:
        """Whether a word that stands for somebody does it: "and he was taken", "who lives in Hull"."""
        words = self._grammar.words
        ahead = [self._tokens[at] for at in home.places if at < home.verb]
        standing = words.subjects | (words.anaphors - words.clitics) | self._grammar.relatives
        return any(one.folded in standing and one.folded not in self._grammar.definite for one in ahead)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _shares(self, home: DeedFrame, theirs: DeedFrame, head: int) -> bool:
        """Whether a statement without a doer goes on with that of the one before, which has the claim's behind."""
        tokens, doer = self._tokens, theirs.doer
        opener = self._aligned.told.clauses.openers[tokens[home.places[0]].clause]
        joined = theirs.places[-1] < home.places[0] and opener not in self._grammar.relatives
        joined = joined and tokens[home.places[0] - 1].folded in self._grammar.words.joins
        if tells([tokens[at] for at in home.places], NOT):
            return False  # "Put the stand up for sale, but found no buyer."
        if doer is None or not joined or not self._is_finite(home) or not self._aligned.matched.isdisjoint(doer.places):
            return False
        behind = [at for at in theirs.places if at > head and tokens[at].mood in FINITE]
        chained = any(
            head in one.places and head != one.places[0] and not tokens[head].entities for one in theirs.phrases
        )
        return theirs.verb < head and not behind and not chained and tokens[head].clause == tokens[theirs.verb].clause

    def _is_finite(self, frame: DeedFrame) -> bool:
        verb = self._tokens[frame.verb]
        opens = self._grammar.brackets and frame.verb == frame.places[0]  # "Und bekommt dafür".
        return not verb.content or opens or verb.mood in FINITE or verb.mood == "present"

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _done_to_other(self, home: DeedFrame, others: Sequence[DeedFrame]) -> Token | None:
        own = self._own_objects(home)
        opener = self._tokens[home.places[0]]
        if opener.folded in self._grammar.relatives:
            return None
        if not own or any(not self._taken.isdisjoint(one.places) for one in own) or self._has_pronoun(home):
            return None
        for phrase in self._my_objects():
            head = self._place(phrase.places[0])
            head = head if head >= 0 else self._place(phrase.places[-1])
            again = {self._tokens[at].stem for one in own for at in one.places}
            twice = head >= 0 and self._tokens[head].stem in again  # "Sold the house, and Tom bought (the house)".
            twice = twice or self._is_named_again(own, head)
            if not twice and any(head in one.places for frame in others for one in self._all_objects(frame)):
                return self._mine[phrase.places[0]]
        return None

    def _is_named_again(self, own: Sequence[DeedPhrase], head: int) -> bool:
        """Whether a statement has a broader word for what another names: "freed the owl, and the bird was unhurt"."""
        narrow = self._tokens[head].narrow if head >= 0 else frozenset[str]()
        return bool(narrow) and any(not narrow.isdisjoint(self._tokens[at].broad) for one in own for at in one.places)

    def _my_objects(self) -> Iterator[DeedPhrase]:
        passive = self._is_passive(self._frame, self._mine)
        found = [one for one in self._frame.objects() if one is not self._frame.doer]
        yield from [one for one in found if not passive and self._is_governed(one)]
        if passive and self._frame.doer is not None:
            yield self._frame.doer

    def _is_governed(self, phrase: DeedPhrase) -> bool:
        """Whether no other verb stands between the claim's deed and a phrase: not "accused Bo of selling the mill"."""
        ends = self._grammar.words.infinitives or ("\0",)
        deed, first = self._deed, phrase.places[0]
        inside = [at for at in self._frame.places if min(deed, first) < at < max(deed, first)]
        verbal = [at for at in inside if is_verb(self._mine, at, self._grammar) and self._mine[at].content]
        marks = (
            self._grammar.complements
            | self._grammar.words.infinitive_marks
            | self._grammar.words.special["infinitive_marks"]
        )
        marked = any(self._mine[at].folded in marks for at in inside)
        return not verbal and not marked and not any(self._mine[at].plain.endswith(ends) for at in inside)

    def _all_objects(self, frame: DeedFrame) -> list[DeedPhrase]:
        marked = self._grammar.words.special["persons_marked"]
        loose = self._grammar.brackets or self._grammar.words.free_order
        found = [one for one in frame.objects() if loose or one.places[0] > frame.verb]
        found += [one for one in frame.phrases if one.tie in marked]
        return [*found, frame.doer] if self._is_passive(frame, self._tokens) and frame.doer else found

    def _own_objects(self, home: DeedFrame) -> list[DeedPhrase]:
        """What a statement's deed is done to: what stands behind it as a noun, or who undergoes it."""
        if self._is_passive(home, self._tokens):
            return [] if home.doer is None else [home.doer]
        marked = self._grammar.words.special["persons_marked"]
        clause = self._tokens[home.verb].clause  # Not "refused because the firm wanted its name there".
        found = [
            one
            for one in self._all_objects(home)
            if self._grammar.brackets or (one.places[0] > home.verb and self._tokens[one.places[0]].clause == clause)
        ]
        return [one for one in found if one.tie in marked or self._is_noun(one.places[0])]

    def _is_noun(self, at: int) -> bool:
        token = self._tokens[at]
        if is_year(token):
            return False
        named = token.before in self._grammar.definite | self._grammar.words.articles | self._grammar.words.indefinite
        named = named or bool(token.entities) or token.value is not None or self._grammar.is_role(token)
        return named or self._grammar.nouns or self._grammar.words.free_order or bool(self._grammar.words.named_endings)

    def _has_pronoun(self, frame: DeedFrame) -> bool:
        """Whether a statement has a word that stands for what another names."""
        words = self._grammar.words
        pronouns = (frozenset(words.objective) | words.clitics) - self._grammar.reflexives
        pronouns |= words.anaphors if words.free_order else frozenset()
        wide = not self._grammar.postposed or words.free_order
        standing = [self._tokens[at] for at in frame.places]
        found = [
            at
            for at, one in zip(frame.places, standing, strict=True)
            if (one.folded in pronouns or (wide and self._grammar.pronoun_form(one))) and not self._is_article(at)
        ]
        if words.special["persons_marked"] and self._marks_object(frame):
            return False  # "Îl exonerează pe fermier": the pronoun stands for what is behind.
        return any(wide or self._stands_before_verb(at) for at in found)

    def _marks_object(self, frame: DeedFrame) -> bool:
        marked = self._grammar.words.special["persons_marked"]
        return any(one.tie in marked and one.places[0] > frame.verb for one in frame.phrases)

    def _stands_before_verb(self, at: int) -> bool:
        """Whether a verb stands behind a word that may be an article too, or a hyphen joins it to one."""
        tokens = self._tokens
        if tokens[at].joined or at + 1 == len(tokens):
            return True
        return tokens[at + 1].folded in self._grammar.perfects or is_verb(tokens, at + 1, self._grammar)

    def _is_article(self, at: int) -> bool:
        """Whether a word is an article or a possessive of the noun behind it, where none is a pronoun before a verb."""
        tokens, grammar = self._tokens, self._grammar
        behind = tokens[at + 1 : at + 2]
        noun = bool(behind) and behind[0].content and behind[0].clause == tokens[at].clause
        return (
            noun
            and not grammar.postposed
            and (tokens[at].folded in grammar.definite or grammar.is_possessive(tokens[at]))
        )

    def _is_passive(self, frame: DeedFrame, tokens: Sequence[Token]) -> bool:
        """Whether a statement is told in the passive; a participle alone shares the verb of the one before."""
        first = frame.places[0]
        if tokens is self._tokens and tokens[frame.verb].content and not self._is_helped(frame):
            first = 0
        return tells(tokens[first : frame.places[-1] + 1], PASSIVE)

    def _is_helped(self, frame: DeedFrame) -> bool:
        """Whether a statement's verb is finite, or has a verb that helps it."""
        verb, grammar = self._tokens[frame.verb], self._grammar
        if not (grammar.is_participle(verb) or grammar.is_past_participle(verb)):
            return True
        helps = [
            1 for at in frame.places if self._tokens[at].folded in grammar.perfects or self._tokens[at].signs & BEING
        ]
        return bool(helps)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _may_be_one(self, one: DeedPhrase, other: DeedPhrase) -> bool:
        """Whether two phrases may mean the same: a name, and a noun by which the article calls whom it names."""
        tokens = self._tokens
        first, second = ([tokens[at] for at in phrase.places] for phrase in (one, other))
        named = [[token for token in tokens if token.entities] for tokens in (first, second)]
        if named[0] and named[1]:
            return any(not a.entities.isdisjoint(b.entities) for a in named[0] for b in named[1])
        if not named[0] and not named[1]:
            return any(a.stem == b.stem for a in first for b in second)
        return not any(token.content and not token.entities for token in (first if named[0] else second))
