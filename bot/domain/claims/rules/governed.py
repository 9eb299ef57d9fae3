"""What a verb like "refuse" or "promise" governs: which deed it is said of, and when a claim may lose it."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import (
    ANNOUNCED,
    COND,
    FORMER,
    GOVERNS,
    IS,
    LESSER,
    NOT,
    PART,
    PASSIVE,
    TURNS,
    WAS,
)
from bot.domain.claims.rules.counting.ranges import keeps_almost
from bot.domain.claims.rules.cues.accused import accused, confounds
from bot.domain.claims.rules.cues.namers import is_in_title
from bot.domain.claims.rules.deeds.decided import is_verb, only_decided
from bot.domain.claims.rules.grammar import UNDONE, Grammar, governs, is_time, places_in
from bot.domain.claims.rules.scope import Governing
from bot.domain.claims.rules.turned.freed import is_freed, said_otherwise
from bot.domain.claims.rules.turned.offices import is_of_office

# Verbs that deny what they govern: who does not refuse it does it.
_DENYING = {TURNS, *(f"{GOVERNS}{name}" for name in ("refuse", "fail", "deny", "prevent"))}
# What stands before a verb of any kind and governs whatever follows.
_HELPING = {f"{GOVERNS}{name}" for name in ("possible", "future", "must", "open")}
_MARK_WORDS, _COPULA, _MEASURE_WORDS = 2, 2, 3
_FORETELLS = {f"{GOVERNS}{name}" for name in ("promise", "threaten", "expect", "plan", "agree")}
_WISHED = {f"{GOVERNS}{name}" for name in ("offer", "demand", "plan", "future", "must")}
_WISHED_OR_ALLEGED, _REJECTED = _WISHED | {f"{GOVERNS}allege"}, {TURNS, f"{GOVERNS}refuse"}
_FUTURE, _OPEN, _ALMOST, _DENY = (f"{GOVERNS}{name}" for name in ("future", "open", "almost", "deny"))


class Governed:
    """Compares what governs something, and what it governs."""

    def __init__(self, grammar: Grammar, scope: Governing) -> None:
        self._grammar = grammar
        self._scope = scope

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield self._denied(claim, aligned)
        yield accused(claim, aligned)
        yield self._deed(claim, aligned)
        yield self._answered(aligned)
        if not claim.headline:
            yield only_decided(claim, aligned, self._grammar)

    def _denied(self, claim: Clauses, aligned: Aligned) -> str:
        """A refusal that the claim denies and the sentence does not: "did not refuse to", "refused to"."""
        told = aligned.told
        for token, place in aligned.pairs:
            both = token.signs & _DENYING and told.tokens[place].signs & _DENYING
            if both and confounds(claim, token, told, place, self._grammar):
                return f"says another thing: {token.text}"
            if both and self._is_denied(claim, aligned, claim.tokens.index(token)):
                chain = self._scope.chain(told.clauses, told.tokens[place].clause)
                if not any(NOT in other.signs for other in told.tokens if other.clause in chain):
                    return f"denies what the article does not deny: {told.tokens[place].text}"
        return ""

    @staticmethod
    def _answered(aligned: Aligned) -> str:
        """A denial of what who denies says behind a colon: "denied it: she got it in May"."""
        told = aligned.told
        if ":" not in told.clauses.marks:
            return ""
        for denial, place in aligned.pairs:
            clause = told.tokens[place].clause
            if _DENY not in denial.signs or told.clauses.marks[clause + 1 : clause + 2] != [":"]:
                continue
            behind = [where for token, where in aligned.pairs if token.start > denial.start and not token.entities]
            if behind and all(told.tokens[where].clause > clause for where in behind):
                return f"denies what the article does not deny: {denial.text}"
        return ""

    def _is_denied(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a verb's clause denies it: by a word before it, or in a language with verbs in two parts behind."""
        tokens, clause = claim.tokens, claim.tokens[at].clause
        first = max((place for place in range(at) if tokens[place].clause != clause), default=-1) + 1
        joined = [place for place in range(first, at) if tokens[place].folded in self._grammar.words.joining]
        ahead = range(joined[-1] if joined else first, at)
        behind = [place for place in range(at + 1, len(tokens)) if tokens[place].clause == clause]
        beside = [*ahead, *(behind if self._grammar.nouns else ())]
        return any(NOT in tokens[place].signs and not _is_of_next(claim, aligned, place) for place in beside)

    def _deed(self, claim: Clauses, aligned: Aligned) -> str:
        """A deed that the claim gives to a verb that in the sentence governs another one."""
        told, deciding = aligned.told, self._grammar.words.deciding
        place_of = {id(token): place for token, place in aligned.pairs}
        for token, place in aligned.pairs:
            other = told.tokens[place]
            if not (token.signs & other.signs or token.stem in deciding) or not self._governs_alike(token, other):
                continue
            mine = self._governed(claim, claim.tokens.index(token), light=True)
            theirs = self._governed(told.clauses, place)
            if mine is None or theirs is None:
                continue
            if any(one.keys & told.tokens[theirs].keys for one in aligned.tokens):
                continue
            where = self._matched(claim, mine, place_of)
            if where is not None and where == self._light_deed(told.clauses, place):
                continue  # "Accused of having poisoned two birds".
            if where is not None and not self._is_joined(told, where, theirs, light=not claim.tokens[mine].content):
                return f"joins {token.text} with what another belongs to: {told.tokens[where].text}"
        return ""

    def _light_deed(self, clauses: Clauses, place: int) -> int | None:
        """Where the word stands that an infinitive says nothing without, which a verb governs: "of having | sold"."""
        tokens, light = clauses.tokens, self._governed(clauses, place, light=True)
        if light is None or tokens[light].content:
            return None
        return next((at for at in range(light + 1, len(tokens)) if tokens[at].content), None)

    def _governs_alike(self, token: Token, other: Token) -> bool:
        """Whether two words govern a deed in the same way, or both decide on one."""
        shared = token.signs & other.signs - _HELPING
        decided = not {token.stem, other.stem} - self._grammar.words.deciding
        return decided or any(sign.startswith(GOVERNS) for sign in shared)

    @staticmethod
    def _matched(claim: Clauses, at: int, place_of: dict[int, int]) -> int | None:
        """Where the sentence has a claim's infinitive, or what follows one that carries nothing ("keep it open")."""
        inside = [token for token in claim.tokens[at:] if token.clause == claim.tokens[at].clause and token.content]
        return place_of.get(id(inside[0])) if inside else None

    def _governed(self, clauses: Clauses, at: int, *, light: bool = False) -> int | None:
        """The first infinitive that a verb governs, in its clause or in one right behind that completes it.

        `light` is whether one that carries nothing counts.
        """
        tokens = clauses.tokens
        last = tokens[at].clause
        behind = last + 1
        if behind < len(clauses.openers) and (self._grammar.nouns or self._is_mark(clauses.openers[behind])):
            last = behind
        inside = [place for place in range(at + 1, len(tokens)) if tokens[place].clause <= last]
        return next(
            (place for place in inside if (light or tokens[place].content) and self._is_infinitive(tokens, place)), None
        )

    def _is_infinitive(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is an infinitive, by its ending or the word before it."""
        token, words = tokens[at], self._grammar.words
        if token.entities or token.value is not None or token.dated or token.folded in words.special["day_times"]:
            return False
        if words.infinitives and token.plain.endswith(words.infinitives):
            return token.before not in self._grammar.definite
        if token.plain.startswith(self._grammar.marked_infinitives):
            return True
        for other in reversed(tokens[max(0, at - _MARK_WORDS) : at]):
            if other.clause == token.clause and self._is_mark(other.folded):
                return True
            if other.folded not in words.clitics and NOT not in other.signs:
                return False
        return False

    def _is_mark(self, word: str) -> bool:
        return word in self._grammar.words.infinitive_marks

    def _is_joined(self, told: Told, at: int, governed: int, *, light: bool) -> bool:
        """Whether a deed is joined to the one that is governed, and so is governed too: "to debate it and keep it".

        `light` is whether it is no deed, but what a verb that carries nothing is said of.
        """
        if at < governed:
            return False
        tokens, words = told.tokens, self._grammar.words
        if light and tokens[at].clause == tokens[governed].clause:
            return True
        joins = words.joins | words.joining | self._grammar.conjunctions
        if self._grammar.nouns and tokens[at].clause == tokens[governed].clause:
            return any(token.folded in joins for token in tokens[governed:at])  # "Zu reparieren und ... zu senken".
        before = at - 1
        while before > governed and (
            self._is_mark(tokens[before].folded)
            or tokens[before].folded in words.clitics | words.ties
            or NOT in tokens[before].signs
        ):
            before -= 1
        return before == governed or tokens[before].folded in joins or self._stands_alone(tokens[at])

    def _stands_alone(self, token: Token) -> bool:
        """Whether an infinitive opens a clause, as one of a list does; a participle there tells of a noun."""
        endings = self._grammar.words.infinitives
        infinitive = not endings or token.plain.endswith(endings)
        return not token.before and infinitive and not self._grammar.is_participle(token)


def next_is_matched(tokens: list[Token], at: int, matched: frozenset[int]) -> bool:
    """Whether the next word that says something is one that the claim takes."""
    following = [place for place in range(at + 1, len(tokens)) if tokens[place].content]
    return bool(following) and following[0] in matched


_DEMANDED = {f"{GOVERNS}demand", f"{GOVERNS}must"}


class Excused:
    """The signs of one language that a claim may lose by what else it says."""

    def __init__(self, grammar: Grammar, scope: Governing) -> None:
        self._grammar = grammar
        self._scope = scope

    def without(self, aligned: Aligned, at: int, strict: set[str]) -> set[str]:
        """The signs of a sentence's word that a claim may not lose, less those that it may."""
        if self._is_title(aligned.told.tokens, at):
            return set()
        lesser = LESSER in strict and not is_of_office(aligned, at, self._grammar)
        return self._without(aligned, at, strict - {LESSER} if lesser else strict)

    def _is_title(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word written like a verb is somebody's title: "la juge Vera Holt"."""
        title = tokens[at].before in self._grammar.definite and self._grammar.is_role(tokens[at])
        named = any(other.entities and other.text[0].isupper() for other in tokens[at + 1 : at + 2])
        return named and (title or is_in_title(tokens, at, self._grammar))

    def _without(self, aligned: Aligned, at: int, strict: set[str]) -> set[str]:
        if strict & _WISHED_OR_ALLEGED and self._is_undone_noun(aligned, at):
            strict = strict - _WISHED_OR_ALLEGED
        strict = strict - self._free(aligned, at, strict) if strict & {PART, COND} else strict
        if strict and self._is_request(aligned, at):
            strict = strict - _WISHED
        if strict & (_WISHED | {COND}) and self._is_opposed_behind(aligned, at):
            strict = strict - _WISHED - {COND}
        if _FUTURE in strict and (self._is_announced(aligned, at) or self._is_done_now(aligned, at)):
            strict = strict - {_FUTURE}
        return strict - {_OPEN} if _OPEN in strict and self._is_decided(aligned, at) else strict

    def _free(self, aligned: Aligned, at: int, strict: set[str]) -> set[str]:
        """What tells how much or how long something is, and nothing of what a claim takes."""
        free = {PART} if PART in strict and self._measures(aligned, at) else set[str]()
        return free | ({COND} if COND in strict and self._is_end(aligned, at) else set[str]())

    def _measures(self, aligned: Aligned, at: int) -> bool:
        """Whether a part only tells how much a thing is beside another: "a loan, half of what they had asked for".

        What a claim takes from behind it does nothing there.
        """
        tokens, clause = aligned.told.tokens, aligned.told.tokens[at].clause
        behind = "-".join([token.folded for token in tokens[at + 1 : at + 1 + _MEASURE_WORDS]])
        if any(token.content for token in tokens[:at] if token.clause == clause):
            return False
        opening = {token.clause: token for token in reversed(aligned.tokens)}
        mine = [token for token, place in aligned.pairs if place > at]
        return behind.startswith(self._grammar.words.measuring) and not any(opening[one.clause] is one for one in mine)

    def over(self, claim: Clauses, aligned: Aligned) -> set[str]:
        """The sign of what is over, where a claim tells in the past what a sentence calls former: "was a driver".

        And that of what is to come, where it only has another form for what somebody promises: "promised to open it".
        """
        tokens, words = aligned.told.tokens, self._grammar.words
        for token, place in () if claim.headline else aligned.pairs:
            if place and FORMER in tokens[place - 1].signs:
                at = claim.tokens.index(token)
                before = claim.tokens[at - 1 - (token.before in words.articles) : at]
                if before and (WAS in before[0].signs or before[0].folded in words.been):
                    return {FORMER}
        kept = said_otherwise(claim, aligned, self._grammar) | ({_FUTURE} if self._is_promised(aligned) else set())
        kept |= {token.folded for token in claim.tokens if token.folded in words.till}
        return kept if claim.headline or not keeps_almost(aligned) else kept | {_ALMOST}

    def _is_promised(self, aligned: Aligned) -> bool:
        """Whether all that a sentence tells as to come completes what somebody promises or plans in both."""
        tokens, openers = aligned.told.tokens, aligned.told.clauses.openers
        ahead = {token.clause for token in tokens if _FUTURE in token.signs}
        foretold = {tokens[at].clause + 1 for token, at in aligned.pairs if token.signs & tokens[at].signs & _FORETELLS}
        completing = [openers[clause] for clause in ahead & foretold]
        return bool(completing) and self._grammar.complements.issuperset(completing)

    def of_next(self, tokens: list[Token], at: int, *, taken: bool) -> set[str]:
        """The signs that belong to the next word alone, none where the claim takes that word."""
        return set() if taken and not self._means_already(tokens, at) else {FORMER}

    def _means_already(self, tokens: list[Token], at: int) -> bool:
        """Whether a word for what is over says "already": behind a helping verb, or before a time, "già nel 2019"."""
        behind = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), None)
        if behind is None or tokens[at].before in self._grammar.perfects:
            return tokens[at].before in self._grammar.perfects
        timed = is_time(tokens[behind]) and tokens[behind].before in self._grammar.words.ties
        counted = tokens[behind].value is not None and tokens[behind].after in self._grammar.words.durations
        done = at > 0 and PASSIVE in tokens[at - 1].signs and not self._grammar.is_role(tokens[behind])
        return timed or counted or done  # "Sono già arrivati".

    def _is_announced(self, aligned: Aligned, at: int) -> bool:
        """Whether a claim has the noun for what somebody announced that they would do: "Holm announced an appeal"."""
        tokens = aligned.told.tokens
        deed = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), None)
        mine = next((token for token, place in aligned.pairs if place == deed), None)
        if mine is None or mine.before not in self._grammar.words.indefinite | self._grammar.definite:
            return False
        ahead = [place for token, place in aligned.pairs if token.start < mine.start and ANNOUNCED not in token.signs]
        behind = tokens[max(ahead) + 1 : at] if ahead else []
        return any(ANNOUNCED in token.signs and token.clause >= tokens[at].clause - 1 for token in behind)

    def _is_done_now(self, aligned: Aligned, at: int) -> bool:
        """Whether a helping verb makes a passive of its clause's last word, a present of the claim's: "wird gebaut".

        An infinitive there, as what is to come is told with, has the claim's verb in it: "wird bauen", "baut".
        """
        tokens = aligned.told.tokens
        if PASSIVE not in tokens[at].signs or not self._grammar.brackets:
            return False
        last = places_in(tokens, tokens[at].clause)[-1]
        verb = next((token for token, place in aligned.pairs if place == last), None)
        if verb is None or not tokens[last].text[0].islower() or _ends_clause(aligned, verb):
            return False
        if verb.plain.endswith(self._grammar.words.finite):
            return False  # "Baute": a past.
        bare, done = verb.stem.replace("ie", "e").replace("i", "e"), tokens[last]
        return done.folded.endswith(self._grammar.words.participle_ending) or done.stem not in {verb.stem, bare}

    def _is_decided(self, aligned: Aligned, at: int) -> bool:
        """Whether a word opens what is decided on, and the claim says that it is: "decide whether to stay"."""
        before = aligned.told.tokens[at - 1] if at else None
        if before is None:
            return False
        deciding = {token.clause for token in aligned.told.tokens[:at] if token.stem in self._grammar.words.deciding}
        mine = any(token.stem in self._grammar.words.deciding for token, place in aligned.pairs if place < at)
        return mine and before.clause in deciding

    def _is_undone_noun(self, aligned: Aligned, at: int) -> bool:
        """Whether the claim says what became of a plan or charge, and takes nothing of what it was: "cleared of it"."""
        tokens, matched, words = aligned.told.tokens, aligned.matched, self._grammar.words
        mine = [tokens[place] for place in matched if tokens[place].clause == tokens[at].clause]
        named, having = self._grammar.is_named(tokens[at]), self._grammar.perfect_infinitives
        undone = any(one.before not in having and self._is_turned(one) for one in mine)
        beside = tokens[at + 1 : at + 2] if next_is_matched(tokens, at, matched) else mine
        freed = named and is_freed(beside, mine, words.freeing)
        whole = freed and max(tokens[place].clause for place in matched) <= tokens[at].clause  # Of all of the charge.
        undone = undone and (named or not (words.perfects or is_verb(tokens[at], words)))
        return whole or ((undone or freed) and not self._scope.completes(aligned, tokens[at].clause))

    def _is_turned(self, token: Token) -> bool:
        """Whether a word undoes something, and no other governs it: "must abandon it" abandons nothing."""
        led = token.before in self._grammar.words.infinitive_marks
        led = led or bool(self._grammar.words.signs.get(token.before, set()) & _HELPING)
        return bool(token.signs & (UNDONE | {TURNS})) and not led

    def _is_end(self, aligned: Aligned, at: int) -> bool:
        """Whether a word behind all that the claim takes tells how long that went on: "has led it until now"."""
        tokens, matched = aligned.told.tokens, aligned.matched
        if tokens[at].folded not in self._grammar.words.till or not matched or max(matched) > at:
            return False
        taken = [token for token in tokens if token.clause in aligned.used]
        return not any(NOT in token.signs or token.mood == "future" or self._is_unsure(token) for token in taken)

    @staticmethod
    def _is_unsure(token: Token) -> bool:
        """Whether a word governs what completes it, and neither demands nor must it: "demand a halt until May"."""
        return governs(token) and token.signs.isdisjoint(_DEMANDED)

    def _is_request(self, aligned: Aligned, at: int) -> bool:
        """Whether a word is a noun for what was asked and the claim says that it was rejected: "a request to go"."""
        tokens, words = aligned.told.tokens, self._grammar.words
        if tokens[at].stem not in words.referring or is_verb(tokens[at], words):
            return False
        inside = (tokens[place] for place in aligned.matched if tokens[place].clause == tokens[at].clause)
        wished = words.infinitives or ("\0",)  # "Propose de supprimer l'examen."
        return any(one.signs & _REJECTED and not one.plain.endswith(wished) for one in inside)

    def _is_opposed_behind(self, aligned: Aligned, at: int) -> bool:
        """Whether what is wished for is opposed, in the claim too, by somebody in a later clause of the sentence."""
        told = aligned.told
        for token, place in aligned.pairs:
            clause = told.tokens[place].clause
            if clause <= told.tokens[at].clause or told.clauses.openers[clause] in self._grammar.relatives:
                continue
            doers = [where for other, where in aligned.pairs if other.clause == token.clause and where < place]
            if any(told.tokens[where].clause == clause for where in doers) and self._grammar.is_opposed([token]):
                return True
        return False


def _ends_clause(aligned: Aligned, token: Token) -> bool:
    """Whether a claim's word is the last of its clause, where no verb of its own stands: "hat die Brücke gebaut"."""
    return token is [other for other in aligned.tokens if other.clause == token.clause][-1]


def _is_of_next(claim: Clauses, aligned: Aligned, at: int) -> bool:
    """Whether a denial is that of the word behind it, as in the sentence: "not urgent", "that is not urgent"."""
    word = next(iter(claim.tokens[at + 1 : at + 2]), None)
    place = next((place for token, place in aligned.pairs if token is word), 0)
    if place and NOT in aligned.told.tokens[place - 1].signs:
        return True  # "Dismissed all who are not players".
    before = aligned.told.tokens[max(0, place - _COPULA) : place]
    denied = bool(before) and NOT in before[0].signs and IS in before[-1].signs
    return denied and before[0].clause == aligned.told.tokens[place].clause
