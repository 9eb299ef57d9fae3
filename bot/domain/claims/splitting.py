"""Takes a claim of two statements apart, each with somebody or something that it tells of.

joined     "The mayor resigned and the council met"
shared     "Ann Holm resigned and left the town": the second tells of the first's subject
relative   "Ann Holm, who left the town, resigned": the second tells of the name before it
in a row   "The dam broke, two farms were flooded": parted by a comma, each with somebody or something of its own
without    "Ann Holm left without paying": the second denies what she did not do
corrected  "Ann Holm is not against the plan but against the haste": the second is what is so instead
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, COND, IS, NOT, PASSIVE, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import SURE
from bot.domain.claims.restating.bound.of_whom import opens_of_whom
from bot.domain.claims.restating.forms import forms_of
from bot.domain.claims.rules.given.agents import shares_doer
from bot.domain.claims.rules.grammar import SPEECH, governs
from bot.domain.claims.rules.turned.causes import tells_result
from bot.domain.claims.unfolding.beside.bare_nouns import last_bare, opening_bare
from bot.domain.claims.unfolding.beside.beginnings import Beginnings
from bot.domain.claims.unfolding.beside.own_openings import OwnOpenings

_STATEMENT, _OPENING = 3, 4
_RELATIVE, _NOUN_WORDS = 2, 4
# Before how many words the verb stands by which somebody says something.
_DOER_WORDS = 6
# How far from its first word a participle may stand that tells of the noun that opens a claim.
_LED_AT = 7

# What opens a clause that is no statement of its own, but tells why or when another is so.
_LED = {CAUSE, AFTER, BEFORE, COND}


class Splitting:
    """Splits claims about one article."""

    def __init__(self, story: Story, is_noun: Callable[[Token], bool]) -> None:
        self._story = story
        self._beginnings = Beginnings(story, is_noun)
        self._relatives = frozenset(map(folded, story.reading.language.relatives))
        self._that = frozenset(map(folded, story.reading.language.that))
        self._that = frozenset(map(folded, story.reading.language.that))
        self._capitals = story.reading.language.nouns_capitalised
        self._agreement = agreement_of(story.reading.language.code)
        self._was = normalize("NFC", next(iter(story.words.special["passive_helper"]), "")).replace("-", " ")
        self._forms = forms_of(story.reading.language.code)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def halves(self, text: str, *, in_a_row: bool = True) -> Iterator[tuple[str, str]]:
        """The two statements that a claim joins, for each way to take it apart.

        `in_a_row` is whether it may be taken apart at a comma alone, or at what it says was not done.
        """
        claim = self._story.said(text)
        tokens = claim.tokens
        subject, noun = _subject(text, tokens), self._noun(text, tokens)
        for token in tokens[_STATEMENT : len(tokens) - _RELATIVE]:
            if not token.before and claim.marks[token.clause] == ";":
                yield text[: token.start].rstrip(" ;"), text[token.start :]
        for at in range(_STATEMENT, len(tokens) - _RELATIVE):
            if tokens[at].folded not in self._story.words.joins or self._goes_on_saying(tokens, at):
                continue
            one, other = text[: tokens[at].start].rstrip(" ,;"), text[tokens[at + 1].start :]
            if self._opens(tokens, at + 1) or self._forms.is_whole(other):
                yield one, other
            elif subject and tokens[at + 1].start > len(subject):
                yield one, f"{subject} {other}"
            elif noun and tokens[at + 1].start > len(noun):
                yield one, f"{noun} {other}"
        yield from self._said(text, tokens)
        yield from self._contrasted(text, claim)
        yield from self._relative(text, claim)
        yield from self._led(text, claim)
        yield from self._opened(text, claim)
        yield from self._corrected(text, tokens)
        if in_a_row:
            yield from self._in_a_row(text, claim, subject or noun)
            yield from self._without(text, claim, subject or noun)

    def _opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a statement with its own doer opens at a place."""
        return self._beginnings.leads(tokens, at) or self._story.once(OwnOpenings).opens(tokens, at)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _goes_on_saying(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what is joined is told of what stands before, or said too by who says that: "and that he left"."""
        words = self._story.words
        if tokens[at + 1].value is not None and at + _STATEMENT >= len(tokens):
            tied = [one for one in tokens[:at] if one.value is not None and one.before in words.ties]
            return bool(tied)  # "By 212 in favour and 20 against" tells of one vote.
        opens = tokens[at + 1].folded in words.complements | self._that
        spoken = next((token.start for token in tokens[at + 1 :] if token.signs & SPEECH), tokens[-1].start + 1)
        own = self._beginnings.leads(tokens, at + 1)  # "And the firm says it has ...": told by another speaker.
        behind = [one for one in tokens[at + 1 :] if not own or one.start < spoken]
        reported = opens or any(token.folded in words.reporting for token in behind)
        return (reported and any(token.signs & SPEECH for token in tokens[:at])) or shares_doer(tokens, at)

    def _said(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
        """The two things that a claim lets somebody say: "said that it rained and that he left", "..., but he left"."""
        words = self._story.words
        said = next((at for at, one in enumerate(tokens[:_DOER_WORDS]) if at and one.signs & SPEECH), None)
        if said is None or said + _STATEMENT >= len(tokens):
            return
        head, that = text[: tokens[said].start + len(tokens[said].text)], tokens[said + 1]
        completing = words.complements | self._that
        between = text[that.start : tokens[said + 2].start] if that.folded in completing else ""
        gap = text[len(head) : that.start] if between else " "  # German has a comma before "dass".
        for at in range(said + _STATEMENT, len(tokens) - _RELATIVE):
            joined, behind = tokens[at].folded in words.joins, tokens[at + 1]
            if joined and behind.folded in completing:
                yield text[: tokens[at].start].rstrip(" ,"), f"{head}{gap}{text[behind.start :]}"
            elif joined and tokens[at].folded not in words.joining and tokens[at].clause > tokens[at - 1].clause:
                yield text[: tokens[at].start].rstrip(" ,"), f"{head}{gap}{between}{text[behind.start :]}"

    def name_somebody(self, *texts: str) -> bool:
        """Whether each statement names somebody, so that it needs no sentence near it to be told of."""
        return all(any(token.entities for token in self._story.said(text).tokens) for text in texts)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _in_a_row(self, text: str, claim: Clauses, subject: str) -> Iterator[tuple[str, str]]:
        """What a claim tells in clauses that a comma parts, each with its verb."""
        tokens = claim.tokens
        alone = _is_alone(tokens, subject)
        for clause in range(1, 0 if self._is_led(claim) or self._opens_with_time(tokens) else len(claim.openers)):
            inside = [at for at, token in enumerate(tokens) if token.clause == clause]
            parted = claim.marks[clause] == "," and not opens_of_whom(tokens, inside[0], self._story)
            if not parted or inside[0] < _STATEMENT or self._is_source([tokens[at] for at in inside]):
                continue
            one, other = text[: tokens[inside[0]].start].rstrip(" ,"), text[tokens[inside[0]].start :]
            if self._story.once(OwnOpenings).opens(tokens, inside[0]):
                if not self._is_reported(tokens, inside):
                    yield one, other
            elif len(inside) <= _RELATIVE:
                continue
            elif self._tells_itself(tokens, inside):
                yield one, other
            elif subject and not alone and self._opens_with_verb([tokens[at] for at in inside]):
                yield one, f"{subject} {other}"

    def _opens_with_time(self, tokens: Sequence[Token]) -> bool:
        """Whether a claim's first clause is a time and no statement: "During the night of Tuesday, ploughs ..."."""
        words = self._story.words
        times = words.hours | words.ties | words.durations.keys()
        timed = all(one.dated or one.folded in times for one in tokens if one.content and not one.clause)
        return timed and (tokens[0].dated or tokens[0].folded in words.ties)

    def _is_reported(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether what a clause tells is what the one before it lets somebody say: "sagte, das Bild sei ..."."""
        words = [(at, one) for at, one in enumerate(tokens[: inside[0]]) if one.signs & SPEECH or governs(one)]
        if any(tokens[at].folded in self._story.words.reporting for at in inside):
            return bool(words)
        said = next((at for at, one in reversed(words) if one.signs & SPEECH), inside[0])
        behind = tokens[said + 1 : inside[0]]
        return said < inside[0] and not any(one.content and not one.dated and not one.entities for one in behind)

    def _is_led(self, claim: Clauses) -> bool:
        """Whether a claim is one statement, and why, when or as what: "because it rained, ...", "suspendu, Holm"."""
        tokens = claim.tokens
        led = self._leading(tokens).signs & _LED or (
            self._opens_with_participle(tokens) and not any(one.entities for one in tokens[:2])
        )
        return bool(led or self._is_time(tokens) or tells_result(claim, self._story.words.special))

    def _is_time(self, tokens: Sequence[Token]) -> bool:
        """Whether a claim's first clause tells no more than when or how long: "il y a douze ans", "acum 22 de ani"."""
        said = [one for one in tokens if not one.clause and one.content and not self._story.is_pronoun(one)]
        durations = self._story.words.durations
        return all(one.value is not None or one.dated or one.folded in durations for one in said)

    def _leading(self, tokens: Sequence[Token]) -> Token:
        """The word that opens a claim, behind a length of time the one that follows: "two days | after it rained"."""
        durations = self._story.words.durations
        lasting = next((at for at, one in enumerate(tokens[:_OPENING]) if one.folded in durations), None)
        if lasting is None or any(one.content and one.value is None for one in tokens[:lasting]):
            return tokens[0]
        return next((one for one in tokens[lasting + 1 : lasting + 1 + _RELATIVE] if one.signs & _LED), tokens[0])

    def _tells_itself(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether a clause has somebody or something of its own, and a verb."""
        return self._beginnings.leads(tokens, inside[0]) and self._beginnings.has_verb([tokens[at] for at in inside])

    @staticmethod
    def _is_source(tokens: Sequence[Token]) -> bool:
        """Whether words tell no more than who says what stands before them: ", the captain said"."""
        said = [token for token in tokens if token.content and not token.entities and not token.signs & SPEECH]
        return any(token.signs & SPEECH for token in tokens) and len(said) <= 1

    def _opens_with_verb(self, tokens: Sequence[Token]) -> bool:
        """Whether words open with a verb: by its ending, or where nouns have capitals by its small letter."""
        first = tokens[0]
        if first.entities or not first.text[0].islower() or self._is_completing(tokens):
            return False
        return first.mood in SURE or (self._capitals and first.content and first.value is None)

    def _is_completing(self, tokens: Sequence[Token]) -> bool:
        """Whether words open as what completes or describes something does: "to pay", "seen in May"."""
        small = self._relatives | self._story.words.ties | self._story.words.complements | self._story.leading
        marked = any(token.folded in self._story.words.infinitive_marks for token in tokens)
        return tokens[0].folded in small or marked or (not self._capitals and self._beginnings.is_participle(tokens))

    def _without(self, text: str, claim: Clauses, subject: str) -> Iterator[tuple[str, str]]:
        """What somebody did, and what they did not: "promised a grant without naming the sum"."""
        denial, without = self._agreement.denial, self._agreement.without
        for at, token in enumerate(claim.tokens[:-_RELATIVE]):
            deed = not (then := claim.tokens[at + 1]).entities and then.folded not in self._story.leading
            if deed and token.folded in without and at >= _STATEMENT and subject:  # Not "without the press".
                yield text[: token.start].rstrip(" ,"), f"{subject} {denial} {text[then.start :]}"

    def _noun(self, text: str, tokens: Sequence[Token]) -> str:
        """The noun with an article that opens a claim, "" where none does."""
        if len(tokens) <= _STATEMENT:
            return ""
        if self._story.words.free_order:
            bare = opening_bare(tokens)
            return text[: bare[-1].start + len(bare[-1].text)] if bare else ""
        article, noun = tokens[0], tokens[1]
        opens = article.folded in self._story.leading and noun.content and not noun.clause
        if opens and self._agreement.heads_last:  # "The economics minister denied it".
            noun = next((tokens[at] for at in range(_OPENING, 1, -1) if self._ends_noun(tokens, at)), noun)
        return text[: noun.start + len(noun.text)] if opens else ""

    def _ends_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a noun of several words ends at a place, a verb stands behind it, and nothing but nouns before it."""
        parts = [token.content and not (token.entities or token.clause or token.signs) for token in tokens[1 : at + 1]]
        told = any(token.mood in SURE or token.value is not None for token in tokens[1 : at + 1])
        return all(parts) and not told and self._beginnings.has_verb(tokens[at : at + _RELATIVE])

    # Complexity: a contrast stands before or behind what it is told beside.
    def _contrasted(self, text: str, claim: Clauses) -> Iterator[tuple[str, str]]:
        """What a claim tells beside another thing: "although B, A", "A, while B"."""
        tokens, words = claim.tokens, self._story.words
        spoken = {token.clause for token in tokens if token.signs & SPEECH or governs(token)}
        contrasting = words.contrasting | (words.special["whiles"] if len(spoken) > 1 else frozenset())
        for at, token in enumerate(tokens[:-_RELATIVE]):
            pair = f"{token.folded}-{tokens[at + 1].folded}"
            length = 1 if token.folded in contrasting else 2 if pair in contrasting else 0
            if length and at >= _STATEMENT:
                yield text[: token.start].rstrip(" ,;"), text[tokens[at + length].start :]
            elif length and not at:
                rest = next((other for other in tokens if other.clause > tokens[length].clause), None)
                if rest is not None and claim.marks[rest.clause] == ",":
                    yield text[rest.start :], text[tokens[length].start : rest.start].rstrip(" ,")

    # Complexity: where the clause ends, and what it tells, are read together.
    def _relative(self, text: str, claim: Clauses) -> Iterator[tuple[str, str]]:
        """What a relative clause tells of the name right before it, and the rest."""
        tokens = claim.tokens
        for clause in range(1, len(claim.openers)):
            inside = [token for token in tokens if token.clause == clause]
            participle = self._beginnings.is_participle(inside)
            named = self._told_of(claim, clause, relates=participle or self._is_relative(claim, clause))
            later = (token for token in tokens if token.clause > clause)
            ends = (token for token in later if claim.openers[token.clause] not in self._that)
            after = next((token for token in ends if claim.marks[token.clause] == ","), None)
            end = len(text) if after is None else after.start
            said = [token for token in tokens if inside[0].start <= token.start < end]  # "Who claims | that she ...".
            if not named or len(said) <= _RELATIVE:
                continue
            name = text[named[0].start : named[-1].start + len(named[-1].text)]
            rest = text[: inside[0].start].rstrip(" ,") + (" " + text[after.start :] if after else "")
            told = f"{name} {text[inside[0 if participle else 1].start : end].rstrip(' ,.')}"
            yield rest, self._owned(text, name, inside, end) or told

    def _owned(self, text: str, name: str, inside: Sequence[Token], end: int) -> str:
        """What a relative clause tells of what is somebody's, "" where it tells of them: "Ann, whose son left"."""
        if inside[0].folded not in self._story.words.whose or not self._agreement.owned:
            return ""
        noun = next((token for token in inside[1:-1] if token.content), inside[-1])
        ahead = text[inside[1].start : noun.start + len(noun.text)]
        owned = self._agreement.owned.format(noun=ahead, name=name)
        return f"{owned} {text[noun.start + len(noun.text) : end].strip(' ,.')}"

    def _led(self, text: str, claim: Clauses) -> Iterator[tuple[str, str]]:
        """What a participle without a comma tells of the noun that opens a claim: "the club led by Ann Holm won"."""
        tokens = [] if self._capitals else claim.tokens  # "Fuhr von Ahlen" has no agent.
        for at in range(_RELATIVE, min(len(tokens) - _STATEMENT, _LED_AT)):
            if (
                AGENT not in tokens[at + 1].signs
                or not self._beginnings.is_participle(tokens[at : at + 2])
                or tokens[at].clause
            ):
                continue
            if tokens[at].before in self._story.words.perfects:
                return  # "A mers de la Brad"
            last = next((place for place in range(at + 2, len(tokens)) if tokens[place].entities), 0)
            while last and last + 1 < len(tokens) and tokens[last + 1].entities & tokens[last].entities:
                last += 1
            if not at < last < len(tokens) - 1 or tokens[last].clause or any(map(_helps, tokens[:at])):
                return
            noun = text[: tokens[at].start].rstrip()
            told = text[tokens[at].start : tokens[last].start + len(tokens[last].text)]
            yield f"{noun} {text[tokens[last + 1].start :]}", f"{noun} {told}"

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _opened(self, text: str, claim: Clauses) -> Iterator[tuple[str, str]]:
        """What a participle that opens a claim tells of who or what follows: "Built in 1894, the hall burned down"."""
        tokens = claim.tokens
        behind = next((one for one in tokens if one.clause), None)
        if behind is None or behind.clause > 1 or claim.marks[1] != "," or tokens[0].entities or tokens[0].dated:
            return
        first = tokens.index(behind)
        if first < _RELATIVE or not self._opens_with_participle(tokens[:first]):
            return
        rest = text[behind.start :]
        said = self._story.said(rest).tokens
        ends = self._story.words.definite_endings
        bare = said[0].text if ends and said and said[0].plain.endswith(ends) else ""
        noun = _subject(rest, said) or self._noun(rest, said) or bare
        if noun and self._was:
            yield rest, f"{noun} {self._was} {text[0].lower()}{text[1 : behind.start].rstrip(' ,')}"

    def _opens_with_participle(self, tokens: Sequence[Token]) -> bool:
        """Whether words open with a participle, also one written like a past before a preposition: "built in 1894"."""
        tied = any(one.folded in self._story.words.ties for one in tokens[1:_RELATIVE])
        past = tied and tokens[0].mood == "past" and not self._capitals
        return self._beginnings.is_participle(tokens) or (past and not self._story.words.omits_subjects)

    def _corrected(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
        """What is not so and what is so instead, behind one preposition: "not against the plan but against it"."""
        words = self._story.words
        denials = [at for at, token in enumerate(tokens) if NOT in token.signs and not token.content]
        for at in range(denials[0] + _RELATIVE if denials else len(tokens), len(tokens) - 1):
            tie = tokens[at + 1].folded
            first = next((one for one in range(denials[0] + 1, at) if tokens[one].folded == tie), None)
            joins = tokens[at].folded in words.joins | words.correcting and tie in words.ties | words.against
            if first is None or not joins or any(one > first for one in denials):
                continue
            ahead = [
                text[one.start : after.start] for one, after in pairwise(tokens[: first + 1]) if NOT not in one.signs
            ]
            yield (
                text[: tokens[at].start].rstrip(" ,"),
                text[: tokens[0].start] + "".join(ahead) + text[tokens[at + 1].start :],
            )

    def _is_relative(self, claim: Clauses, clause: int) -> bool:
        return claim.openers[clause] in self._relatives | self._story.words.twofold

    def _told_of(self, claim: Clauses, clause: int, *, relates: bool) -> Sequence[Token]:
        """The name or noun before a comma that a clause tells of; empty where it tells of none."""
        if claim.marks[clause] != "," or not relates:
            return ()
        before = [token for token in claim.tokens if token.clause == clause - 1]
        noun = _last_name(before) or self._last_noun(before)
        completes = self._story.words.free_order and claim.openers[clause] in self._story.words.complements
        return () if completes and len(noun) == 1 else noun  # "Відповіла раді, що ..."

    def _last_noun(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The noun with its article that a clause ends in; empty where it ends in something else."""
        leading = self._story.leading - self._story.of_words  # "Il comitato dei pendolari".
        first = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].folded in leading), None)
        if first is None:
            return last_bare(tokens, self._story)
        if self._capitals and tokens[-1].text[0].islower():  # "Wird das Haus versteigert, | das ...".
            tokens = tokens[: max(at for at, token in enumerate(tokens) if at <= first or token.text[0].isupper()) + 1]
        return tokens[first:] if 1 < len(tokens) - first <= _NOUN_WORDS else ()


def _helps(token: Token) -> bool:
    """Whether a word makes a passive or tells what something is."""
    return bool(token.signs & {PASSIVE, IS, WAS})


def _is_alone(tokens: Sequence[Token], subject: str) -> bool:
    """Whether the first clause is the subject alone, before an office: "Ann Holm, head of the club, opposed it"."""
    opening = [token for token in tokens if not token.clause]
    return bool(opening) and opening[-1].start < len(subject)


def _subject(text: str, tokens: Sequence[Token]) -> str:
    """The name that opens a claim, with what stands before it; "" where none does."""
    first = next((at for at, token in enumerate(tokens[:_OPENING]) if token.entities), None)
    if first is None or tokens[first].clause:
        return ""
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].entities & tokens[first].entities:
        last += 1
    return text[: tokens[last].start + len(tokens[last].text)]


def _last_name(tokens: Sequence[Token]) -> Sequence[Token]:
    """The name that a clause ends in."""
    first = len(tokens)
    while first and tokens[first - 1].entities and tokens[first - 1].entities & tokens[-1].entities:
        first -= 1
    return tokens[first:]
