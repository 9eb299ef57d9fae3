"""What participles tell of a noun without a comma, as sentences of their own, and held apart from the main verb.

behind   "sees again with an implant developed by the institute": "an implant developed by the institute"
ahead    "will den am Montag gesperrten Tunnel öffnen": "den Tunnel am Montag gesperrten"
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_time, places_in
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

# How many words stand between an article and its noun at most.
_LONGEST = 12
# A preposition and a year.
_DATE = 2
_FUTURE = f"{GOVERNS}future"
_WANTING = frozenset({f"{GOVERNS}demand", f"{GOVERNS}plan"})


@dataclass(frozen=True)
class Described:
    """A noun and what a participle tells of it, by positions.

    Attributes:
        noun: the noun, with its article.
        deed: the participle.
        beside: what surely belongs to the participle.
        order: all of it as a sentence.
    """

    noun: tuple[int, ...]
    deed: int
    beside: frozenset[int]
    order: tuple[int, ...]


class DescribedStatements:
    """One article's sentences and what participles tell in them."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._ties = story.words.ties - story.words.joins
        self._leading = story.leading
        self._opening = (grammar.complements | story.words.special["whether"]) - story.words.ties
        self._found: dict[int, list[Described]] = {}

    def of(self, told: Told) -> Iterator[Statement]:
        """What each participle of a sentence tells."""
        for one in self.found(told):
            noun = frozenset(one.noun)
            yield Statement(frozenset(one.order) - noun, noun, one.order, helped=len(noun))

    def fault(self, aligned: Aligned) -> str:
        """What a claim joins of a participle's phrase and of the verb of its clause, "" where nothing is."""
        tokens, matched = aligned.told.tokens, aligned.matched
        for one in self.found(aligned.told):
            mine = sorted(matched & (one.beside | {one.deed}))
            own = {one.deed, *one.beside, *one.noun, *one.order}
            others = [at for at in matched - own if tokens[at].clause == tokens[one.deed].clause]
            if not mine or not others or not _share_clause(aligned, mine, others):
                continue
            if one.deed in matched and not self._leaves_verb(aligned, one, own):
                continue
            if not self._grammar.nouns and _is_wanted(tokens, one):
                continue  # "Wants the road closed": the deed is what is wanted.
            return f"joins {tokens[mine[-1]].text} with what another belongs to: {tokens[others[-1]].text}"
        return ""

    def _leaves_verb(self, aligned: Aligned, one: Described, own: set[int]) -> bool:
        """Whether a claim takes no verb of the clause in which a participle tells of a noun."""
        tokens = aligned.told.tokens
        rest = [at for at in places_in(tokens, tokens[one.deed].clause) if at not in own]
        verb = rest if self._grammar.nouns else self._phrases.verb(tokens, rest, self._phrases.first(tokens, rest))
        verb = [at for at in verb if tokens[at].content and tokens[at].text[0].islower()]
        if any(tokens[at].mood in FINITE for at in aligned.matched.intersection(rest)):
            return False  # "Fears a gap and would prefer | a discount limited to Mondays".
        return bool(verb) and aligned.matched.isdisjoint(verb)

    def found(self, told: Told) -> list[Described]:
        """The participles of a sentence that surely tell of a noun, found once."""
        found = self._found.get(told.number)
        if found is None:
            whole = told.quoted.count(None) == len(told.quoted)
            look = self._ahead if self._grammar.nouns else self._behind
            found = self._found[told.number] = [*look(told)] if whole else []
        return found

    def _behind(self, told: Told) -> Iterator[Described]:
        """Participles right behind their noun, with a preposition behind them."""
        tokens = told.tokens
        for at in range(2, len(tokens) - 1):
            if told.tokens[at].dated or not self._may_describe(told, at):  # "Sabato dalla".
                continue
            inside = places_in(tokens, tokens[at].clause)
            noun = self._noun_before(tokens, [place for place in inside if place < at])
            head = self._apposed(told, tokens[at].clause)
            if noun is None or (noun.start == inside[0] and head is None) or self._denies(tokens, noun):
                continue
            if _is_to_come(tokens, inside):
                continue  # "Will be taken by a bus paid for by the town": the town will pay.
            said_of = (*(head or ()), *noun)
            yield from self._with_rest(tokens, said_of, [place for place in inside if place >= at])

    def _apposed(self, told: Told, clause: int) -> range | None:
        """The noun before a clause that tells between commas what it is: "his trumpet, a piece (sold for 40 euros)"."""
        marks = [*told.clauses.marks[clause : clause + 2], ","]
        articles = self._words.indefinite | self._words.articles
        if not clause or marks[:2] != [",", ","] or told.clauses.openers[clause] not in articles:
            return None
        return self._phrases.last(told.tokens, clause - 1)

    def _noun_before(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """The noun that places end in, with what it is of before it: "a painting of the bridge (stolen in May)"."""
        timed = is_time(tokens[inside[-1]]) and tokens[inside[-1]].before in self._words.partitives
        inside = inside[:-_DATE] if timed else inside  # "A piece of 1938 (valued at)".
        last = noun = self._phrases.noun_at(tokens, inside)
        while noun is not None and (of := self._partitive_before(tokens, noun.start - 1)) in inside:
            wider = self._phrases.noun_at(tokens, [at for at in inside if at < of])
            if wider is None:
                break
            noun = range(wider.start, noun.stop)
        lasts = last is None or tokens[last[-1]].folded in self._words.durations or tokens[last[-1]].dated
        return None if lasts else noun

    def _partitive_before(self, tokens: Sequence[Token], at: int) -> int:
        """Where a word stands that ties a noun to what it is a part of, an article between or none; -1 without one."""
        at -= tokens[at].folded in self._grammar.definite and tokens[at].folded not in self._words.partitives
        return at if tokens[at].folded in self._words.partitives else -1

    def _with_rest(self, tokens: Sequence[Token], noun: tuple[int, ...], rest: Sequence[int]) -> Iterator[Described]:
        """A participle and what is behind it, and one that is joined to it: "built in 1680 and burnt in May"."""
        joined = next((place for place in rest if tokens[place].folded in self._words.joining), rest[-1] + 1)
        own, second = range(rest[0], joined), range(joined + 1, rest[-1] + 1)
        tied = next((place for place in own[2:] if self._is_tie(tokens[place])), joined)
        said = [place for place in own if tokens[place].content]
        beside = frozenset(place for place in said[1:] if place < tied)
        if own:
            yield Described(noun, said[0] if said else own[0], beside, (*noun, *own))
        if len(second) > 1 and self._is_joined(tokens, second):
            yield from self._with_rest(tokens, noun, second)

    def _is_joined(self, tokens: Sequence[Token], second: Sequence[int]) -> bool:
        """Whether another participle opens what is joined behind one."""
        one, behind = tokens[second[0]], tokens[second[1]]
        may = self._grammar.is_participle(one) if self._words.participles else one.content and not one.entities
        return may and self._is_tie(behind)

    def _may_describe(self, told: Told, at: int) -> bool:
        """Whether a participle stands right behind a noun, and behind it who did it or what ties something to it."""
        tokens = told.tokens
        token, before, behind = tokens[at], tokens[at - 1], tokens[at + 1]
        if not (token.clause == before.clause == behind.clause) or not token.text[0].islower():
            return False
        counts = before.value is not None and not is_time(before)
        if not before.content or counts or (self._words.participles and token.mood in FINITE):
            return False
        if token.dated:
            return False  # "Sabato dalla".
        if not self._words.participles:
            return self._is_unmarked(told, at)
        if any(self._is_infinitive(one) for one in tokens[at + 2 : at + 3]):
            return False  # "Une grève illimitée pour obtenir".
        light = not token.content and token.plain.endswith(self._words.participles)  # "Mis au point par".
        return (light or self._grammar.is_participle(token)) and self._is_tie(behind)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_unmarked(self, told: Told, at: int) -> bool:
        """Whether a verb's past, which may be its participle, is that: "paintings stolen from", "a hall built by"."""
        tokens = told.tokens
        token, behind = tokens[at], tokens[at + 1]
        counted = any(one.value is not None for one in tokens[at + 2 : at + 3])
        if not _is_past(token) or not token.content or token.entities or not self._is_tie(behind):
            return False
        if AGENT in behind.signs:
            return not counted  # "Won by two goals".
        if self._apposed(told, token.clause) is not None:
            return True
        inside = [one for one in tokens if one.clause == token.clause]
        ahead = [one for one in tokens[: at - 1] if one.clause == token.clause]
        opened = [place for place, one in enumerate(ahead) if one.folded in self._opening]
        told_there = inside[opened[-1] + 1 :] if opened else ahead  # "Asks whether Lee drowned in it": its only verb.
        verbs = [one for one in told_there if one is not token and _tells(one)]
        small = self._grammar.definite | self._words.articles
        verb = any(one.before not in small for one in verbs)  # "The wife of the jailed banker fled to".
        return verb and ahead[0].folded not in self._grammar.relatives

    def _is_infinitive(self, token: Token) -> bool:
        """Whether a word is an infinitive, or a pronoun before one."""
        return token.folded in self._grammar.reflexives or token.plain.endswith(self._words.infinitives or "\0")

    def _is_tie(self, token: Token) -> bool:
        return token.folded in self._ties and token.folded not in self._words.partitives

    def _ahead(self, told: Told) -> Iterator[Described]:
        """Participles before their noun, what belongs to them behind its article: "den am Montag gesperrten Tunnel"."""
        tokens, opened = told.tokens, told.clauses
        for at in range(len(tokens) - 3):
            if not self._phrases.leads(tokens[at]) or not self._opens_phrase(tokens, at + 1):
                continue
            relative = not tokens[at].before and tokens[at].clause and tokens[at].folded in self._grammar.relatives
            if relative and opened.marks[tokens[at].clause] == ",":
                continue  # "Leute, die in Kronau gute Arbeit leisten".
            noun = self._noun_behind(tokens, at)
            if noun is not None and not self._denies(tokens, (at,)):
                inside = list(range(at + 1, noun))
                beside = frozenset(place for place in inside[:-1] if tokens[place].content)
                yield Described((at, noun), inside[-1], beside, (at, noun, *inside))

    def _opens_phrase(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a preposition or a year stands behind an article, an adverb between them or none."""
        first, second = tokens[at], tokens[at + 1]
        if first.clause != tokens[at - 1].clause or first.text[0].isupper():
            return False
        tied = first.folded in self._ties and first.folded not in self._leading
        adverb = second.folded in self._ties and second.folded not in self._leading and first.text[0].islower()
        return tied or is_time(first) or adverb

    def _noun_behind(self, tokens: Sequence[Token], article: int) -> int | None:
        """Where the noun stands that an article before a phrase belongs to; None where no participle is before it."""
        clause, named = tokens[article].clause, False
        for at in range(article + 1, min(article + 2 + _LONGEST, len(tokens))):
            token = tokens[at]
            upper = token.text[0].isupper()
            if token.clause != clause or (governs(token) and not upper):
                return None
            if upper and named and tokens[at - 1].text[0].islower() and self._is_deed(tokens[at - 1]):
                return at
            named = named or upper or token.value is not None
        return None

    def _is_deed(self, token: Token) -> bool:
        """Whether a word is a participle with an ending of adjectives."""
        if not token.content or token.entities or token.value is not None:
            return False
        return token.plain.endswith(self._words.prefixed_participles)

    @staticmethod
    def _denies(tokens: Sequence[Token], places: Sequence[int]) -> bool:
        return any(NOT in tokens[at].signs for at in places)


def _is_past(token: Token) -> bool:
    """Whether a verb's form is one of the past, or another than that of its present: "stolen"."""
    formed = any(key.startswith("~") and key != f"~{token.plain}" for key in token.keys)
    return token.mood == "past" or (not token.mood and formed)


def _tells(token: Token) -> bool:
    """Whether a word is a verb with an ending of its own, or helps one."""
    return token.mood in FINITE or bool(token.signs & {IS, WAS, PASSIVE}) or governs(token)


def _share_clause(aligned: Aligned, here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether one clause of the claim takes words from both of two groups of places."""
    first, second = ({token.clause for token, at in aligned.pairs if at in places} for places in (here, there))
    return not first.isdisjoint(second)


def _is_to_come(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Whether a verb among some words tells of what is to come."""
    return any(tokens[place].mood == "future" or _FUTURE in tokens[place].signs for place in inside)


def _is_wanted(tokens: Sequence[Token], one: Described) -> bool:
    """Whether the noun of a participle stands right behind a verb of who wants that done."""
    first = min(one.noun)
    return first > 0 and not _WANTING.isdisjoint(tokens[first - 1].signs)
