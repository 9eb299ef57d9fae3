"""Who says it."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned, has_alike
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, GOVERNS, NEUTRAL, PASSIVE, SOURCE
from bot.domain.claims.rules.cues.apposed import speaks_by_name, tells_of_speaker
from bot.domain.claims.rules.cues.namers import left_open, named_by_all, speaking_in
from bot.domain.claims.rules.deeds.continued import is_reported, leaves_out_who, opens_with_saying, reported_deeds
from bot.domain.claims.rules.deeds.owners import Owners
from bot.domain.claims.rules.deeds.vouched import Vouched, is_answer, is_only_held, is_own_plan, is_taken_twice
from bot.domain.claims.rules.doers.agents import attribution, is_said_by, is_said_of
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, tells
from bot.domain.claims.rules.named.quoted import closing_cue, cue_exchanged, held_by_another
from bot.domain.claims.rules.turned.speakers import does_besides, says_of_another, undergoes

AS_FACT = "tells as a fact what somebody says"
ANOTHER_SPEAKER = "gives it to another speaker"
# What one can do only by saying something.
_SPEAKING = {f"{GOVERNS}{name}" for name in ("deny", "allege", "promise", "threaten", "demand", "admit", "suspect")}
_DENY, _ALLEGE, _FUTURE = f"{GOVERNS}deny", f"{GOVERNS}allege", f"{GOVERNS}future"
# Words in a row that are a quotation's.
_COPIED = 5


class Speech:
    """Compares speakers."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._vouched = Vouched(grammar)
        self._owners = Owners(grammar)
        self._theirs = grammar.words.subjects | grammar.words.anaphors

    # Complexity: who speaks in a claim is asked for by name, then by a noun, each with its own way out.
    def fault(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        """Whether what somebody says is told as a fact, or given to another."""
        told = aligned.told
        confirmed = self._adds_saying(claim, told)
        if confirmed:
            return confirmed
        quoting = {told.quoted[place] for _, place in aligned.pairs if told.quoted[place] is not None}
        said = self._sayer(claim.tokens)
        attributed = self._is_attributed(claim, aligned, said)
        if not attributed and (quoting or self._is_said(claim, aligned, scope)):
            return AS_FACT
        cue = closing_cue(told, scope, self._grammar) if attributed else []
        if any(self._is_open(claim, aligned, token) for token in cue) and self._is_inner(claim, told):
            return AS_FACT
        crossed = bool(quoting) and cue_exchanged(claim, aligned, self._grammar)
        if said is None:
            return ANOTHER_SPEAKER if crossed or self._is_nouns_after(claim, aligned) else ""
        theirs = {speaker for speaker in quoting if speaker not in {None, -1}} or self._sayers(told)
        if crossed or (theirs and not said & theirs):
            return ANOTHER_SPEAKER
        return "" if quoting else self._of_another(claim.tokens, told, said, scope)

    def of_listener(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a claim lets those say a thing who are only told it."""
        told_to = not tells(claim.tokens, PASSIVE) and self._is_listener(claim, aligned)
        told_to = told_to or is_taken_twice(claim, aligned) or undergoes(claim, aligned, self._grammar)
        return ANOTHER_SPEAKER if told_to else ""

    def _is_listener(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether who speaks in a claim is spoken to in the sentence: "the doctor reported it to the police"."""
        verb = next((token for token in claim.tokens if token.signs & SPEECH), None)
        inside = aligned.pairs_of(verb.clause) if verb is not None else []
        if verb is None or not inside:
            return False
        tokens, (token, place) = aligned.told.tokens, inside[0]
        opens = token.start < verb.start and not self._grammar.is_tied(claim.tokens, claim.tokens.index(token))
        spoken = [at for at, other in enumerate(tokens[:place]) if other.stem == verb.stem and other.signs & SPEECH]
        same = bool(spoken) and tokens[spoken[-1]].clause == tokens[place].clause
        return opens and same and self._is_led(tokens, place) and not is_said_by(tokens, spoken[-1], place)

    def _is_led(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a preposition stands before a name and the office before it: "to the chief of police Ann Lee"."""
        words = self._grammar.of_words
        of = next((at for at in (place - 1, place - 2, place - 3) if at > 0 and tokens[at].folded in words), place)
        office = any(token.content and not token.entities for token in tokens[of + 1 : place])
        return self._grammar.is_tied(tokens, of - 1 if office else place)

    def _is_nouns_after(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a noun that speaks in the claim stands behind who speaks in the sentence: "..., he said, and the"."""
        tokens = aligned.told.tokens
        spoken = [at for at, t in enumerate(tokens) if t.signs & SPEECH and aligned.told.quoted[at] is None]
        place = self._noun_speaking(claim, aligned) if spoken and spoken[-1] else None
        if place is None or place < spoken[-1] or tokens[place].clause in {tokens[at].clause for at in spoken}:
            return False
        before = tokens[spoken[-1] - 1]
        return bool(before.entities) or before.folded in self._grammar.words.subjects | self._grammar.words.anaphors

    def _noun_speaking(self, claim: Clauses, aligned: Aligned) -> int | None:
        """Where the sentence has the noun that speaks in the claim, None where no noun does."""
        verb = next((token for token in claim.tokens if token.signs & SPEECH), None)
        inside = aligned.pairs_of(verb.clause) if verb is not None else []
        token, place = inside[0] if inside else (None, 0)
        if verb is None or token is None or token.start > verb.start or not is_plain(token):
            return None
        return place if self._grammar.is_named(token) else None

    def copies(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a claim has a run of a quotation's own words and says that nobody says them, or another does."""
        told = aligned.told
        quoted = [
            (token.folded, told.quoted[at]) for at, token in enumerate(told.tokens) if told.quoted[at] is not None
        ]
        runs = {tuple(word for word, _ in quoted[at : at + _COPIED]) for at in range(len(quoted) - _COPIED + 1)}
        words = [token.folded for token in claim.tokens]
        if not runs or not any(tuple(words[at : at + _COPIED]) in runs for at in range(len(words) - _COPIED + 1)):
            return False
        said, theirs = self._sayer(claim.tokens), {speaker for _, speaker in quoted if speaker != -1}
        return not self._is_attributed(claim, aligned, said) or (
            said is not None and bool(theirs) and not said & theirs
        )

    def _is_attributed(self, claim: Clauses, aligned: Aligned, said: frozenset[int] | None) -> bool:
        """Whether a claim says that somebody says it, or does what one can only do by saying something.

        What a quotation's own words say of speaking counts only of somebody whom the claim names: not "I do not want to
        explain why".
        """
        told, telling = aligned.told, self._telling(claim.tokens)
        telling = telling or left_open(claim.tokens, aligned.told.tokens, self._grammar)
        if telling and said is None:
            inside = {token.stem for at, token in enumerate(told.tokens) if told.quoted[at] is not None}
            telling = [token for token in telling if token.stem not in inside]
        if not telling:
            return False
        deeds = reported_deeds(told, self._grammar.words.reporting, self._grammar.complements)
        own = any(
            not any(token.keys & other.keys or token.signs & other.signs & {ANNOUNCED} for other in deeds)
            and not is_only_held(claim, token, aligned, self._grammar)
            for token in telling
        )
        return own and not says_of_another(claim, aligned, self._grammar)

    def _telling(self, tokens: Sequence[Token]) -> list[Token]:
        """Those words that tell that somebody says or opposes something, or does what one can only do by saying it."""
        signs, speaking, opposing = SPEECH | _SPEAKING, self._grammar.words.speaking, self._grammar.words.opposing
        return [one for one in tokens if one.signs & signs or one.folded in speaking or one.stem in opposing]

    def _is_said(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> bool:
        """Whether the sentence has somebody say it."""
        if is_reported(aligned.told, self._grammar.words.reporting) and not self._is_explained(aligned):
            return True
        if self._is_accused(aligned) or is_answer(aligned):
            return True
        return any(self._is_open(claim, aligned, token) for token in aligned.told.tokens if token.clause in scope)

    def _is_open(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether a word tells that somebody says what a claim takes, who neither vouches for it nor is to do it."""
        if not self._is_loose(aligned, token) or self._is_appointed(claim, aligned, token):
            return False
        return not is_own_plan(aligned, token) and not self._vouched.is_fact(claim, aligned, token)

    def _is_inner(self, claim: Clauses, told: Told) -> bool:
        """Whether all that a claim tells of speaking is the deed of whom another tells of: "X blames Y, Lee said"."""
        mine = self._telling(claim.tokens)
        inner = {token.stem for token in told.tokens if token.clause != told.tokens[-1].clause}
        return all(token.stem in inner and not token.signs & {NEUTRAL, SOURCE} for token in mine)

    def _is_explained(self, aligned: Aligned) -> bool:
        """Whether a claim takes what stands behind a colon, in no mood of what is reported: "Grund sei X: Y fehlt"."""
        clauses = aligned.told.clauses
        behind = max((clause for clause in aligned.used if clauses.marks[clause] == ":"), default=None)
        if behind is None:
            return False
        ahead = [place for place in aligned.matched if clauses.tokens[place].clause < behind]
        if len(ahead) > 1 or any(clauses.tokens[place].text[0].islower() for place in ahead):
            return False  # One noun that the explanation is about may stand before it.
        said = (token for token in clauses.tokens if token.clause in aligned.used and token.clause >= behind)
        return self._grammar.words.reporting.isdisjoint(token.folded for token in said)

    # Complexity: what stands behind a verb of saying is told otherwise in headlines.
    def _adds_saying(self, claim: Clauses, told: Told) -> str:
        """Whether a claim lets somebody confirm or report a thing of which the sentence has nobody say anything."""
        if self._confirms(claim, told):
            return "adds that somebody confirms it"
        spoken = frozenset[str]().union(*[token.keys for token in told.tokens if token.signs & SPEECH])
        if any(told.quoted) or tells(told.tokens, ANNOUNCED):
            return ""
        for at, token in enumerate(claim.tokens[:-1]):
            after = claim.tokens[at + 1]
            article = after.folded in self._grammar.definite or len(after.text) == 1  # "l'"
            article = article or (claim.headline and after.content and after.value is None and not after.entities)
            thing = after.clause == token.clause and article
            if ANNOUNCED in token.signs and thing and at and not token.keys & spoken and not has_alike(token, told):
                return f"adds that somebody says it: {token.text}"
        return ""

    def _confirms(self, claim: Clauses, told: Told) -> bool:
        """Whether a claim lets somebody confirm what the sentence has somebody deny."""
        own = {token.stem for token in claim.tokens if token.signs & SPEECH} - {token.stem for token in told.tokens}
        contrary = [self._grammar.words.opposites[stem] for stem in own & self._grammar.words.opposites.keys()]
        denied = {token.stem for token in told.tokens if _DENY in token.signs} if contrary else set[str]()
        return any(denied & stems for stems in contrary)

    def _is_loose(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word tells that somebody says it, and is neither taken by the claim nor an office's."""
        if not token.signs & {NEUTRAL, SOURCE} or token.before in self._grammar.perfect_infinitives:
            return False  # "Pour avoir ajouté du sucre".
        taken = {id(aligned.told.tokens[place]) for _, place in aligned.pairs}
        aside = self._is_taken(aligned.told, token, taken) or self._goes_on(aligned, token)
        aside = aside or self._is_parted(aligned, token) or _is_announced(aligned.told, token)
        return not aside and not self._is_official(aligned.told, token)

    @staticmethod
    def _is_accused(aligned: Aligned) -> bool:
        """Whether a claim says of somebody what a sentence only has others blame them for."""
        told = aligned.told.tokens
        plain = [(token, place) for token, place in aligned.pairs if not token.entities]
        blamed = next((place for token, place in plain if _ALLEGE in told[place].signs - token.signs), 0)
        return bool(blamed) and min(aligned.matched) >= blamed  # Who blames them stands before that.

    def _is_appointed(self, claim: Clauses, aligned: Aligned, verb: Token) -> bool:
        """Whether one of a body's own people says on what day the body will act: "the party will vote on 9 June".

        A body's own appointment is a fact, other than what its people say of others or of what has been.
        """
        tokens = aligned.told.tokens
        first = next((token for token in tokens if token.content), verb)
        opening = next((token for token in claim.tokens if token.content), verb)
        body = first.entities & opening.entities
        if not body or any(map(self._grammar.is_surely_person, body)) or not self._is_spokesman(tokens, verb):
            return False
        inside = [token for token in tokens if token.clause == first.clause]
        dated = any(token.dated for token in inside) and first.clause in aligned.used
        return dated and _is_ahead(inside) and (claim.headline or _is_ahead(claim.tokens))

    def _is_spokesman(self, tokens: Sequence[Token], verb: Token) -> bool:
        """Whether one of somebody's own people speaks: "its leader, Ann Holm, said"."""
        speaker = [token for token in tokens if token.clause == verb.clause and token.start < verb.start]
        return bool(speaker) and self._grammar.is_possessive(speaker[0]) and any(map(self._grammar.is_person, speaker))

    def _goes_on(self, aligned: Aligned, verb: Token) -> bool:
        """Whether a word of speech is only joined to what the claim takes: "thanked the sponsors and said that"."""
        told = aligned.told
        mine = [place for _, place in aligned.pairs if told.tokens[place].clause == verb.clause]
        if not mine or told.tokens[max(mine)].start > verb.start:
            return False
        between = (token for token in told.tokens[max(mine) + 1 :] if token.start < verb.start)
        words = self._grammar.words
        return len(mine) > 1 and any(token.folded in words.joins | words.joining for token in between)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_parted(self, aligned: Aligned, verb: Token) -> bool:
        """Whether the claim takes only the speaker from a word of speech and the deed from a clause joined behind.

        "The mayor said that he regretted it, but does not rule it out."
        """
        tokens = aligned.told.tokens
        mine = [token for token, place in aligned.pairs if tokens[place].clause <= verb.clause]
        if not all(token.entities for token in mine) and not self._is_speaker(aligned, verb):
            return does_besides(aligned, verb, self._grammar)
        later = [(tokens[place].clause, token) for token, place in aligned.pairs if tokens[place].clause > verb.clause]
        told = [clause for clause, token in later if not token.entities]
        if told and tells_of_speaker(aligned.told, verb, min(told), self._grammar):
            return True
        parts = bool(later and mine) and self._parts(aligned.told, min(clause for clause, _ in later))
        return parts or (len(told) > 1 and does_besides(aligned, verb, self._grammar))

    def _parts(self, told: Told, clause: int) -> bool:
        """Whether a clause tells what who speaks does besides: "said that ..., but wants", "said that ..., and wants".

        "And" does behind a comma alone, in languages that have none before it where it goes on with what is said.
        """
        words, clauses = self._grammar.words, told.clauses
        if clauses.openers[clause] in words.joins - words.joining:
            return True
        if clauses.marks[clause] != "," or not (words.free_order or self._grammar.brackets):
            return False
        behind = [token for token in clauses.tokens if token.clause == clause][1:2]
        said = clauses.openers[clause - 1] in self._grammar.complements
        return said and clauses.openers[clause] in words.joins and any(token.mood or governs(token) for token in behind)

    @staticmethod
    def _is_speaker(aligned: Aligned, verb: Token) -> bool:
        """Whether all that a claim takes up to a verb of saying and its clause's end is the noun for who speaks."""
        tokens = aligned.told.tokens
        mine = [place for place in aligned.matched if tokens[place].clause <= verb.clause]
        first = [at for at, token in enumerate(tokens) if token.clause <= verb.clause and token.content]
        return mine == first[: len(mine)] and tokens[mine[-1]].start < verb.start and not tokens[mine[-1]].signs

    def _is_taken(self, told: Told, source: Token, taken: set[int]) -> bool:
        """Whether a word opens a source of which the claim itself tells: "according to a treaty signed on Monday".

        "In its view" is a source by itself, as is "secondo loro le onde" and "ihnen zufolge".
        """
        behind = [token for token in told.tokens if token.start > source.start] if SOURCE in source.signs else []
        if not behind or source.before in self._theirs:
            return False
        place = next((at for at, token in enumerate(behind) if token.content), 0)
        opening = [token.folded for token in behind[:place]]
        small = self._grammar.definite | self._grammar.words.ties | self._grammar.words.indefinite
        if not small.issuperset(opening) or (opening[1:] and opening[0] in self._theirs):
            return False
        return behind[place].content and not behind[place].entities and id(behind[place]) in taken

    def _is_official(self, told: Told, verb: Token) -> bool:
        """Whether a body speaks whose plain word is a fact, and no person for it."""
        inside = [token for token in told.tokens if token.clause == verb.clause]
        if any(map(self._grammar.is_person, inside)) or speaks_by_name(told, verb, self._grammar):
            return False
        words = self._grammar.words
        return any({one.folded, self._grammar.singular(one.folded)} & words.officials for one in inside)

    def _sayer(self, tokens: list[Token]) -> frozenset[int] | None:
        """The entity that a claim says speaks: the nearest name before or after a word of speech in its clause."""
        tokens = attribution(tokens)
        spoken = speaking_in(tokens, self._grammar)
        passive = {tokens[at].clause for at in spoken if is_said_of(tokens, at)}
        for at in spoken:
            token = tokens[at]
            if token.clause not in passive:
                named = [
                    (abs(place - at) + (place > at), other.entities)
                    for place, other in enumerate(tokens)
                    if other.entities and other.clause == token.clause and self._owners.owned(tokens, place) is None
                ]
                if self._goes_on_behind_aside(tokens, at):
                    return tokens[0].entities
                if named and not self._is_nouns(tokens, at, named):
                    named = self._nominative(tokens, named)
                    return min(named, key=lambda pair: pair[0])[1] | self._put_in(tokens, token.clause + 1)
        return None

    @staticmethod
    def _goes_on_behind_aside(tokens: Sequence[Token], at: int) -> bool:
        """Whether a word of speech opens a clause behind an aside on a name that opens it all: "X, the mayor, said"."""
        clause = tokens[at].clause
        alone = not any(token.content for token in tokens[:at] if token.clause in {clause, 0} and not token.entities)
        return clause > 1 and alone and bool(tokens[0].entities)

    def _nominative(
        self, tokens: Sequence[Token], named: list[tuple[int, frozenset[int]]]
    ) -> list[tuple[int, frozenset[int]]]:
        """The names of a clause without another case, where names have cases and one of them has none."""
        if not self._grammar.words.free_order:
            return named
        cased = {entity for token in tokens if self._grammar.is_inflected(token) for entity in token.entities}
        return [pair for pair in named if not pair[1] & cased] or named

    def _is_nouns(self, tokens: Sequence[Token], at: int, named: Sequence[tuple[int, frozenset[int]]]) -> bool:
        """Whether a noun without a name speaks of the only one whom its clause names: "the club accuses Holm"."""
        inside = [place for place, token in enumerate(tokens) if token.clause == tokens[at].clause]
        if tokens[at].signs & SPEECH or any(tokens[place].entities for place in inside if place < at):
            return False
        before = [place for place in inside if place < at and tokens[place].content and not tokens[place].dated]
        free = [place for place in before if tokens[place].value is None and not self._grammar.is_tied(tokens, place)]
        return bool(free) and bool(named)

    def _put_in(self, tokens: Sequence[Token], clause: int) -> frozenset[int]:
        """The one person whom a clause names and no more: "according to the head of the Rowers, | Ann Holm, ..."."""
        inside = [token for token in tokens if token.clause == clause]
        people = frozenset[int]().union(*[token.entities for token in inside])
        alone = bool(inside) and all(token.entities and self._grammar.is_person(token) for token in inside)
        return people if alone and len(people) == 1 else frozenset()

    def _of_another(self, tokens: Sequence[Token], told: Told, said: frozenset[int], scope: set[int]) -> str:
        """Whether another than the claim's speaker holds what the sentence tells, or says it of them."""
        if told.subject in said and leaves_out_who(told, self._grammar):
            return ""
        owned = self._owners.only_owns(told, said) and not self._owners.only_own(tokens, said)
        if owned or held_by_another(told, said, scope):
            return ANOTHER_SPEAKER
        return self._only_told_of(told, said)

    def _only_told_of(self, told: Told, said: frozenset[int]) -> str:
        """Whether a sentence names who speaks in the claim only in what another says, behind "that"."""
        places = {place for entity in said for place in told.named.get(entity, ())}
        spoken = {token.clause for token in told.tokens if token.signs & {NEUTRAL, ANNOUNCED}}
        clauses = {told.tokens[place].clause for place in places}
        openers = told.clauses.openers
        behind = {clause for clause in clauses - spoken if openers[clause] in self._grammar.complements}
        behind = {clause for clause in behind if clause - 1 in spoken}
        return ANOTHER_SPEAKER if clauses and behind == clauses else ""

    def _sayers(self, told: Told) -> set[int]:
        """Whom a sentence lets speak."""
        omits = self._grammar.words.omits_subjects and told.subject is not None
        second = told.clauses.openers[1:2] if omits else []
        led = bool(second) and second[0] in self._grammar.complements
        if led and opens_with_saying(told, self._grammar.complements):
            return {told.subject or 0}
        quoted = told.quoted
        said = speaking_in(told.tokens, self._grammar)
        spoken = [at for at in said if quoted[at] is None]
        return named_by_all(told, spoken, self._grammar)


def _is_announced(told: Told, source: Token) -> bool:
    """Whether a word for a source stands right before a verb of announcing: "según comunicó la directora"."""
    return SOURCE in source.signs and tells([one for one in told.tokens if one.start > source.start][:1], ANNOUNCED)


def _is_ahead(tokens: Sequence[Token]) -> bool:
    """Whether a verb tells of what is to come."""
    return any(token.mood == "future" or _FUTURE in token.signs for token in tokens)
