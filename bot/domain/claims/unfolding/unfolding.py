"""A claim beside the one statement of a sentence that it is taken from, and what it mixes of two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from unicodedata import normalize

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, nobody
from bot.domain.claims.comparing.wording import COND, PASSIVE, WAS, Wording
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.alone.unlike import is_done_to_another
from bot.domain.claims.referring.known.complements import has_other_complement
from bot.domain.claims.restating.fronted import Fronted
from bot.domain.claims.rules.cues.asides import closing_cue
from bot.domain.claims.rules.dealt.parted import dealt_otherwise
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.unfolding.beside.clefts import CleftSentences
from bot.domain.claims.unfolding.beside.reports import JoinedReports
from bot.domain.claims.unfolding.beside.resumed import ResumedDeeds
from bot.domain.claims.unfolding.beside.retaken import RetakenObjects
from bot.domain.claims.unfolding.beside.second import SecondDeeds
from bot.domain.claims.unfolding.beside.spoken import SpokenStatements
from bot.domain.claims.unfolding.beside.titled import TitledStatements
from bot.domain.claims.unfolding.beside.turns import Turning
from bot.domain.claims.unfolding.clause_parts import Relative
from bot.domain.claims.unfolding.clauses import OwnDoers
from bot.domain.claims.unfolding.described import DescribedStatements
from bot.domain.claims.unfolding.exchanges import Exchanges
from bot.domain.claims.unfolding.gapping import GappedStatements
from bot.domain.claims.unfolding.joined import JoinedStatements, Statement
from bot.domain.claims.unfolding.named import NamedStatements
from bot.domain.claims.unfolding.participles import ParticipleClauses
from bot.domain.claims.unfolding.phrases import PhraseFinder
from bot.domain.claims.unfolding.relatives import RelativeClauses
from bot.domain.claims.unfolding.shortened import ShortenedStatements
from bot.domain.claims.unfolding.subjects import SomebodyDoing, SubjectGenders
from bot.domain.claims.unfolding.tied.authors import AuthoredThings
from bot.domain.claims.unfolding.tied.crossed import CrossedClauses
from bot.domain.claims.unfolding.tied.phrases import TiedPhrases
from bot.domain.claims.unfolding.tied.tied import TiedClauses

# The places of a statement's words, in the order of a sentence.
_Order = tuple[int, ...]
_NONE: frozenset[str] = frozenset()
_Helping = tuple[Sequence[Token], int, int]
_Part = tuple[frozenset[int], frozenset[int], _Order, _Helping, bool]
_UNHELPED: _Helping = ((), 0, 0)


class Unfolding:
    """One article's sentences, each of several statements told one by one.

    `whole` are those that are told as the article has them, by their numbers.
    """

    def __init__(self, story: Story, whole: Sequence[Told | None]) -> None:
        self._story = story
        self._whole = whole
        self._relative: dict[int, list[Relative]] = {}
        self._joined: dict[int, list[Statement]] = {}
        self._single = {-1}  # Sentences without a second deed.

    @cached_property
    def _grammar(self) -> Grammar:
        return self._story.once(Grammar)

    @cached_property
    def _phrases(self) -> PhraseFinder:
        return PhraseFinder(self._story, self._grammar)

    @cached_property
    def _relatives(self) -> RelativeClauses:
        return RelativeClauses(self._story, self._grammar, TiedPhrases(self._story, self._grammar))

    @cached_property
    def _crossed(self) -> CrossedClauses:
        return CrossedClauses(self._story, self._grammar)

    @cached_property
    def _tied(self) -> TiedClauses:
        return TiedClauses(self._story, self._grammar, self._relatives)

    @cached_property
    def _authored(self) -> AuthoredThings:
        return AuthoredThings(self._story, self._grammar)

    @cached_property
    def _participles(self) -> ParticipleClauses:
        return ParticipleClauses(self._story, self._grammar, self._phrases)

    @cached_property
    def _somebody(self) -> SomebodyDoing:
        return SomebodyDoing(self._story, self._grammar)

    @cached_property
    def _subjects(self) -> SubjectGenders:
        return SubjectGenders(self._story, self._grammar)

    @cached_property
    def _exchanges(self) -> Exchanges:
        return Exchanges(self._story, self._grammar)

    @cached_property
    def _shortened(self) -> ShortenedStatements:
        return ShortenedStatements(self._story, self._grammar, self._phrases)

    @cached_property
    def _gapped(self) -> GappedStatements:
        return GappedStatements(self._story, self._grammar, self._phrases)

    @cached_property
    def _fronted(self) -> Fronted:
        return Fronted(self._story)

    @cached_property
    def _named(self) -> NamedStatements:
        return NamedStatements(self._story, self._grammar, self._phrases)

    @cached_property
    def _described(self) -> DescribedStatements:
        return DescribedStatements(self._story, self._grammar, self._phrases)

    @cached_property
    def _spoken(self) -> SpokenStatements:
        return SpokenStatements(self._story, self._grammar, self._phrases)

    @cached_property
    def _retaken(self) -> RetakenObjects:
        return RetakenObjects(self._story, self._grammar, self._phrases)

    @cached_property
    def _resumed(self) -> ResumedDeeds:
        return ResumedDeeds(self._story, self._grammar, self._phrases)

    @cached_property
    def _reports(self) -> JoinedReports:
        return JoinedReports(self._story, self._grammar)

    @cached_property
    def _titled(self) -> TitledStatements:
        return TitledStatements(self._story, self._grammar)

    @cached_property
    def _second(self) -> SecondDeeds:
        return SecondDeeds(self._story, self._grammar, self._phrases, self._resumed, self._single)

    @cached_property
    def _clefts(self) -> CleftSentences:
        return CleftSentences(self._story, self._grammar)

    @cached_property
    def _doers(self) -> OwnDoers:
        return OwnDoers(self._story, self._grammar, self._phrases)

    @cached_property
    def _turns(self) -> Turning:
        return Turning(self._story, self._grammar)

    @cached_property
    def _statements(self) -> JoinedStatements:
        return JoinedStatements(self._story, self._grammar, self._phrases)

    # Complexity: each way in which a statement may leave out what governs it is asked before it is taken.
    def align(self, tokens: Sequence[Token], told: Told, words: Wording, *, compounds: bool) -> Aligned:
        """A claim's words beside a sentence, or beside the one statement that all it takes of that is from."""
        aligned = align(tokens, told, words, compounds=compounds)
        beside = self._beside(aligned)
        if beside is not None:
            return align(tokens, beside, words, compounds=compounds)
        if aligned.missing or not self._is_whole(told) or dealt_otherwise(aligned, self._grammar):
            return aligned
        for inside, shared, order, helping, mixing in self._told_in(told, aligned):
            if mixing and self._statements.fault(aligned, self._parts(told)):
                break
            apart = aligned.matched - inside - shared
            if not order or not aligned.matched & inside or _leaves_condition(told, order):
                continue
            if self._leaves_speaker(told, order):
                continue
            if all(_has_twin(told, at, inside | shared) for at in apart):
                laid = align(tokens, _told(told, order, *helping), words, compounds=compounds)
                if not (apart and laid.missing):
                    return laid
        return aligned

    def _leaves_speaker(self, told: Told, order: Sequence[int]) -> bool:
        """Whether a statement leaves out who says it at the sentence's end, no semicolon between."""
        cue = closing_cue(told.clauses, self._grammar)
        inside = {told.tokens[at].clause for at in order}
        return cue is not None and cue not in inside and ";" not in told.clauses.marks[min(inside) + 1 : cue]

    def _beside(self, aligned: Aligned) -> Told | None:
        """The statement beside a sentence's deed that all a claim takes of it is from, None where there is none."""
        spoken = self._spoken.beside(aligned) or self._titled.beside(aligned) or self._clefts.beside(aligned)
        return spoken or (None if aligned.told.number in self._single else self._second.beside(aligned))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _told_in(self, told: Told, aligned: Aligned) -> Iterator[_Part]:
        """Of each statement that a claim may be of: its own words, those it shares, its order, and what helps it.

        What helps it stands behind so many of its words. Last, whether it may mix what others of the sentence do not.
        """
        mine, clitics = aligned.matched, self._story.words.clitics
        clauses = [one for one in self._clauses(told) if self._crossed.is_told_of(aligned, one)]
        clauses = [one for one in clauses if not one.whose or mine & one.nouns]  # "Whose roof leaks": not the hall.
        for one in clauses:
            tying = (self._tying, one.whose, 0) if one.whose else _UNHELPED
            yield one.inside, one.antecedent, one.order, tying, False
        for one in clauses:
            if one.behind and not any(at in mine and told.tokens[at].folded in clitics for at in one.behind):
                yield frozenset(one.behind), one.antecedent, _main(one), _UNHELPED, False
        for made in self._authored.of(told):
            if self._authored.is_told(made, aligned):
                theirs = frozenset(made.doer)
                yield theirs, frozenset(made.order) - theirs, made.order, (self._tying, made.ahead, made.behind), False
        for part in self._parts(told):
            helping = (self._helping, part.helped, 0) if part.helped else _UNHELPED
            yield part.inside, part.shared, part.order, helping, not part.others

    @cached_property
    def _helping(self) -> list[Token]:
        """A verb that makes a passive of a participle."""
        known, signs = self._story.words.been, self._story.words.signs
        words = sorted(word for word in known if signs.get(word, _NONE) == {PASSIVE})
        words = words or sorted(word for word in signs if {PASSIVE, WAS} <= signs[word])
        return self._read("".join(words[-1:]))

    @cached_property
    def _tying(self) -> list[Token]:
        """The word between what is theirs and whose it is."""
        return self._read(agreement_of(self._story.reading.language.code).tying)

    def _read(self, word: str) -> list[Token]:
        """A word as a sentence's, none for ""."""
        word = normalize("NFC", word)
        return self._story.tokenizer.read(word, 0, len(word), nobody).tokens if word else []

    def exchanged(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a claim has somebody do what another does in a sentence told in full, "" where not."""
        found = self._exchanges.fault(claim, aligned)
        relatives = [] if found else [*self._relatives.of(aligned.told)]
        return found or (self._crossed.fault(claim, aligned, relatives) if relatives else "")

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What a claim joins that one statement tells of another than the next does, "" where nothing is."""
        turned = self._exchanges.fault(claim, aligned) or self._turns.fault(claim, aligned)
        turned = turned or self._titled.fault(claim, aligned) or self._somebody.fault(claim, aligned)
        if turned or not self._is_whole(aligned.told):
            return turned
        joined = self._statements.fault(aligned, self._parts(aligned.told)) or self._subjects.fault(claim, aligned)
        joined = joined or self._doers.fault(claim, aligned) or self._described.fault(aligned)
        joined = joined or self._spoken.fault(aligned) or self._authored.fault(claim, aligned)
        joined = joined or self._retaken.fault(claim, aligned)
        if not joined and aligned.told.number not in self._single:
            joined = self._second.fault(aligned)
        return joined or self._crossed.fault(claim, aligned, self._clauses(aligned.told))

    def of_another(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether who does it in a claim is of another gender than whom a sentence points back to.

        Or a noun of the sentence has another thing behind it, or a pronoun of it is for what no such noun is.
        """
        missing = [aligned.tokens[at] for at in aligned.missing]
        other = any(has_other_complement(claim, aligned, one, self._story) for one in missing)
        other = other or any(is_done_to_another(claim.tokens, aligned, one, self._story) for one in missing)
        return other or bool(self._subjects.fault(claim, aligned))

    def _is_whole(self, told: Told) -> bool:
        """Whether a sentence is told as the article has it."""
        return told.number >= 0 and told is self._whole[told.number]

    def _clauses(self, told: Told) -> list[Relative]:
        """A sentence's relative clauses, found once."""
        found = self._relative.get(told.number)
        if found is None:
            found = self._relative[told.number] = [*self._relatives.of(told), *self._tied.of(told)]
            found += self._participles.of(told)
        return found

    def _parts(self, told: Told) -> list[Statement]:
        """The statements that a sentence joins, found once."""
        found = self._joined.get(told.number)
        if found is None:
            quoted = told.quoted.count(None) < len(told.quoted)
            ways = (
                self._statements,
                *(
                    ()
                    if quoted
                    else (
                        self._retaken,
                        self._resumed,
                        self._shortened,
                        self._gapped,
                        self._named,
                        self._described,
                        self._reports,
                    )
                ),
            )
            found = self._joined[told.number] = [one for way in ways for one in way.of(told)]
            found += self._participles.statements(told)
            order = self._fronted.order(told.tokens)
            found += [Statement(frozenset(order[1:-1]), frozenset(range(len(told.tokens))), order)] if order else []
        return found


def _leaves_condition(told: Told, order: Sequence[int]) -> bool:
    """Whether a statement leaves out what its clause depends on: "..., if the council agrees, and its yard ...".

    Nor may it where no comma stands between: "Om vinden avtar öppnas bron".
    """
    tokens = told.tokens
    left = [at for at in set(range(len(tokens))).difference(order) if COND in tokens[at].signs]
    inside = any(at < min(order) and tokens[at].clause == tokens[min(order)].clause for at in left)
    return inside or any(tokens[at].clause == tokens[one].clause - 1 for at in order for one in left)


def _has_twin(told: Told, at: int, places: frozenset[int]) -> bool:
    """Whether the same word stands at one of some places too: "5 euros for children and 9 euros for adults"."""
    token = told.tokens[at]
    return not places.isdisjoint(told.places.get(token.stem, ()))


def _main(relative: Relative) -> tuple[int, ...]:
    """The places of a sentence without its relative clause, where that tells of its subject."""
    return (*sorted(relative.antecedent), *relative.behind)


def _told(told: Told, order: Sequence[int], helping: Sequence[Token], helped: int, behind: int) -> Told:
    """A sentence of some of another's words, with what helps its participle behind the first `helped` of them.

    The last words, `behind` of them, are a clause of their own.
    """
    tokens = [told.tokens[at].copy() for at in order]
    tokens[helped:helped] = [token.copy() for token in helping]
    first = len(tokens) - behind
    for at, token in enumerate(tokens):
        token.clause = int(at >= first)
        token.before = tokens[at - 1].folded if at and at != first else ""
    quoted = [told.quoted[at] for at in order] + [None] * len(helping)
    openers = [token.folded for at, token in enumerate(tokens) if at in (0, first)]
    made = replace(told, clauses=Clauses(tokens, openers, [""] * len(openers)), quoted=quoted, named={}, _places={})
    made.place()
    return made
