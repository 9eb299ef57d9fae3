"""What a clause tells that a preposition or a word for whose something is ties to a noun, as a sentence of its own.

"The firm, whose head praised the deal": "the firm's head praised the deal". "An appeal, on which the court rules in
May": "the court rules on an appeal in May".
"""

from collections.abc import Collection, Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import NOT, PASSIVE, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain, is_time, tells
from bot.domain.claims.unfolding.clause_parts import Relative
from bot.domain.claims.unfolding.relatives import RelativeClauses
from bot.domain.claims.unfolding.tied.apposed import ApposedNouns
from bot.domain.claims.unfolding.tied.openings import TiedOpening, TiedOpenings
from bot.domain.claims.unfolding.tied.phrases import TiedPhrases


class TiedClauses:
    """One article's sentences and such clauses in them."""

    def __init__(self, story: Story, grammar: Grammar, relatives: RelativeClauses) -> None:
        self._openings = TiedOpenings(story, grammar)
        self._whose = story.words.whose
        self._ties = story.words.ties - (story.leading - story.words.fused)
        self._of = story.words.special["whose"]
        self._indefinite = story.words.indefinite
        self._clitics = story.words.clitics
        self._partitives = story.words.partitives & story.of_words
        self._nominatives = frozenset(story.words.subjects) | grammar.nominatives
        self._agreement = agreement_of(story.reading.language.code)
        self._turns = story.words.omits_subjects
        self._kin = frozenset(folded(word) for group in story.reading.language.kin for word in group.split())
        self._grammar = grammar
        self._phrases = TiedPhrases(story, grammar)
        self._apposed = ApposedNouns(story, grammar, self._phrases)
        self._relatives = relatives

    def of(self, told: Told) -> Iterator[Relative]:
        """A sentence's clauses that are tied to what they tell of."""
        for opening in self._openings.of(told):
            named = self._named(told.tokens, opening.before)
            if named is None or NOT in told.tokens[named.stop - 1].signs:
                continue
            if self._grammar.nouns and (
                is_time(told.tokens[named.stop - 1]) or not self._ends_in_verb(told.tokens, opening)
            ):
                continue  # "Am 26. Dezember, in der Hauptstadt Beirut hoch".
            chain = self._phrases.chain(told.tokens, named)
            if self._is_part(told.tokens, opening, chain):
                continue
            made = self._made(told.tokens, opening, named, chain)
            if made is not None:
                yield self._apposed.add(told, opening.clause, named, made)

    def _named(self, tokens: Sequence[Token], before: Sequence[int]) -> range | None:
        """The noun that the words before such a clause end in."""
        inside = [*before]
        while self._grammar.nouns and inside and tokens[inside[-1]].text[0].islower():
            inside.pop()  # "Stellte einen Plan vor, für den ...".
        return self._phrases.noun_at(tokens, inside)

    def _ends_in_verb(self, tokens: Sequence[Token], opening: TiedOpening) -> bool:
        """Whether a clause has its verb at its end; behind "deren" a word for "perhaps" may stand before it."""
        if opening.tie is None:
            return self._phrases.verb(tokens, opening.inside, None) != []
        return self._phrases.ends_in_verb(tokens, [opening.at, *opening.inside])

    def _is_headed(self, tokens: Sequence[Token], opening: TiedOpening, named: range) -> bool:
        """Whether the relative word cannot tell of the last noun before it, but of the one which that is tied to."""
        article = tokens[opening.at].before
        first, last = tokens[named.start], tokens[named.stop - 1]
        several = first.value is not None and first.value > 1
        return not self._agreement.may_tell_of(tokens[opening.at].folded, article, last, first.folded, several=several)

    def _is_one(self, tokens: Sequence[Token], chain: range) -> bool:
        """Whether a chain of nouns is one thing's: "samples of rice", and not "the head of the firm"."""
        ties = {tokens[at].folded for at in chain} & self._ties
        people = any(tokens[at].value is not None or self._grammar.is_role(tokens[at]) for at in chain)
        people = people or any(self._grammar.is_person(tokens[at]) for at in chain)
        return not people and (self._of.issuperset(ties) or self._relatives.is_one(tokens, chain))

    def _is_part(self, tokens: Sequence[Token], opening: TiedOpening, chain: range) -> bool:
        """Whether a clause tells of some of so many: "750,000 pounds, of which the state pays two thirds"."""
        parted = opening.tie is not None and tokens[opening.tie].folded in self._partitives
        return parted and any(tokens[at].value is not None for at in chain)

    def _is_sure(self, tokens: Sequence[Token], opening: TiedOpening, named: range, chain: range) -> bool:
        """Whether it is sure of what such a clause tells, and that it is there."""
        one = chain == named or self._is_headed(tokens, opening, named) or self._is_one(tokens, chain)
        return one and not self._is_to_come(tokens, opening, self._called(tokens, chain))

    def _is_to_come(self, tokens: Sequence[Token], opening: TiedOpening, chain: range) -> bool:
        """Whether a thing is told of that is only planned: "will ein Buch auslegen, in das sich alle eintragen"."""
        led = tokens[chain.start].folded in self._indefinite
        return led and any(governs(tokens[at]) or tokens[at].mood == "future" for at in opening.before)

    def _called(self, tokens: Sequence[Token], chain: range) -> range:
        """The same with a name before it, or with the noun for whom it names: "the Holt group", "le groupe Orsa"."""
        titled = self._phrases.titled(tokens, chain)
        start = titled.start + (titled != chain and tokens[titled.start].folded in self._ties)  # "(Au) groupe Orsa".
        while start and tokens[start - 1].clause == tokens[start].clause and self._is_name(tokens, start - 1):
            start -= 1
        return range(start, chain.stop)

    @staticmethod
    def _is_name(tokens: Sequence[Token], at: int) -> bool:
        return bool(tokens[at].entities) and tokens[at].text[0].isupper()

    # Complexity: each part of a clause is looked for behind the one before.
    def _made(self, tokens: Sequence[Token], opening: TiedOpening, named: range, chain: range) -> Relative | None:
        owned = self._owned(tokens, opening)
        inside = opening.inside
        if opening.tie is None and not owned:
            return None
        behind = [at for at in inside if not owned or at > owned[-1]]
        doer = self._phrases.doer(tokens, behind) if behind and opening.tie is not None else None
        verb = self._phrases.verb(tokens, behind, doer)
        if not verb:
            return None
        does = frozenset(at for at in (doer or ()) if tokens[at].content)
        if owned:
            does = frozenset(at for at in behind if at not in verb and tokens[at].content and not tokens[at].dated)
        deeds = frozenset(at for at in verb if tokens[at].content)
        nouns = self._nouns(tokens, opening, owned, () if deeds else does)
        whole = frozenset([*opening.owned, *inside])
        one = self._is_sure(tokens, opening, named, chain)
        chain = self._called(tokens, chain)
        done_to = bool(owned) and (self._is_done_to(tokens, behind) or self._is_turned(tokens, owned, verb, inside))
        order = self._order(opening, (chain, verb, doer, owned)) if one and not done_to else ()
        return Relative(
            whole,
            frozenset(chain),
            deeds | nouns,
            frozenset(),
            order,
            doer=does,
            nouns=nouns,
            whose=len(owned),
            tied=opening.tie is not None,
        )

    @staticmethod
    def _nouns(
        tokens: Sequence[Token], opening: TiedOpening, owned: Sequence[int], does: Collection[int]
    ) -> frozenset[int]:
        """The nouns that stand for what a clause tells: what is theirs, or what its verb says nothing without.

        `does` is who does it, where the verb says nothing by itself: "under which two students were found".
        """
        said = {at for at in opening.inside if tokens[at].content}
        if owned or not does:
            return frozenset(owned) & {*said, *opening.owned}
        return frozenset(at for at in said if at not in does and is_plain(tokens[at])) or frozenset(does)

    def _owned(self, tokens: Sequence[Token], opening: TiedOpening) -> list[int]:
        """What is theirs, with its article; empty where nothing is told to be."""
        if opening.owned or tokens[opening.at].folded not in self._whose or opening.tie is not None:
            return opening.owned
        inside = opening.inside
        if self._grammar.nouns:
            return next(([at] for at in inside if tokens[at].text[0].isupper()), [])
        if self._phrases.leads(tokens[inside[0]]):
            return [*(self._phrases.first(tokens, inside) or ())]
        return [*self._phrases.bare(tokens, opening.at, inside)]

    def _is_done_to(self, tokens: Sequence[Token], behind: Sequence[int]) -> bool:
        """Whether another may do it to what is theirs: "deren Karten der Kreis bezahlt", "abonamente le plătește"."""
        first = tokens[behind[0]]
        if self._grammar.nouns:
            return first.folded in self._nominatives or first.text[0].isupper()
        return first.folded in self._clitics or (self._phrases.leads(first) and not first.signs)

    def _is_turned(self, tokens: Sequence[Token], owned: Sequence[int], verb: Sequence[int], inside: list[int]) -> bool:
        """Whether who does it to what is theirs may stand behind the verb: "i cui abbonamenti paga la provincia"."""
        behind = verb[-1] + 1
        turns = self._turns or self._phrases.leads(tokens[inside[0]])  # "Dont l'État paie la moitié".
        led = behind in inside and self._phrases.leads(tokens[behind]) and tokens[behind].folded not in self._ties
        if not turns or not led or tells([tokens[at] for at in verb], PASSIVE):
            return False
        return not any(self._grammar.is_role(tokens[at]) or tokens[at].folded in self._kin for at in owned)

    def _order(self, opening: TiedOpening, parts: tuple[range, list[int], range | None, list[int]]) -> tuple[int, ...]:
        """What such a clause tells, in the order of a sentence."""
        chain, verb, doer, owned = parts
        tie = () if opening.tie is None else (opening.tie,)
        rest = [at for at in opening.inside if at not in owned]
        if not self._grammar.nouns:
            return (*owned, *chain, *rest) if owned else (*rest, *tie, *chain)
        rest = [at for at in rest if at not in verb and at not in (doer or ())]
        first = owned or doer or ()
        if not first:
            return (*tie, *chain, verb[-1], *rest, *verb[:-1])
        told_of = (verb[-1], *tie, *chain) if not owned else (*chain, verb[-1])
        return (*first, *told_of, *rest, *verb[:-1])
