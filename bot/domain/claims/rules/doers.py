"""Who does a thing: nobody does in a claim what another does in the sentence, or has done to them."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Told
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar

_SUBJECT_WORDS = 3
_FEWEST = 2
_OWNER_WORDS = 2
_NOUN_WORDS = 4


def participle(claim: Clauses, grammar: Grammar) -> Token | None:
    """The participle of a headline that has no other verb and names nobody behind it whom it could be done to."""
    if not claim.headline or any(PASSIVE in token.signs for token in claim.tokens):
        return None
    opened = False
    for before, token, after in zip((None, *claim.tokens), claim.tokens, (*claim.tokens[1:], None), strict=False):
        free = after is None or after.clause != token.clause or after.folded in grammar.words.ties or after.dated
        ending = bool(grammar.words.participles) and token.text.lower().endswith(grammar.words.participles)
        if (ending or (opened and free)) and _is_participle(token, before, grammar):
            return token  # With an ending of its own also before whom it is done to: "Bocciata la mozione".
        opened = opened or token.content
    return None


def _is_participle(token: Token, before: Token | None, grammar: Grammar) -> bool:
    """Whether a word may be a participle: by its time or its ending, with no helping verb before it."""
    if token.entities or not token.content or grammar.is_named(token):
        return False
    if not grammar.words.participles:
        return token.mood == "past"
    helped = before is not None and before.clause == token.clause and not before.content
    capital = grammar.nouns and token.text[0].isupper()
    return not helped and not capital and token.text.lower().endswith(grammar.words.participles)


def has_object(claim: Clauses, deed: Token, grammar: Grammar) -> bool:
    """Whether a word of a headline has another right behind it that it may be done to: "Mayor rejected plan"."""
    behind = [token for token in claim.tokens if token.clause == deed.clause and token.start > deed.start]
    first = next((token for token in behind if token.content), None)
    return first is not None and first.before not in grammar.words.ties and not first.dated and first.value is None


def turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does a thing in the sentence and has it done to them in a headline: "Police arrested in Rastow"."""
    deed = participle(claim, grammar)
    place_of = {id(token): place for token, place in aligned.pairs}
    there = place_of.get(id(deed))
    told = aligned.told.tokens
    if deed is None or there is None or any(PASSIVE in token.signs for token in told[max(0, there - 2) : there]):
        return ""
    behind = next((token for token in told[there + 1 :] if token.content and not token.dated), None)
    tied = grammar.words.ties - grammar.words.objects
    if behind is None or behind.clause != told[there].clause or behind.before in tied:
        return ""
    mine = [token for token in claim.tokens if token.content and token.start < deed.start]
    mine = mine or [token for token in claim.tokens if token.content and token.start > deed.start]
    doer = next((token for token in mine if not grammar.is_tied(claim.tokens, claim.tokens.index(token))), None)
    here = place_of.get(id(doer))
    if doer is None or here is None or here > there or told[here].clause != told[there].clause:
        return ""
    if grammar.is_tied(told, here):
        return ""
    return f"turns round who does what: {doer.text}"


def is_done_to(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a name is an apposition of whom the participle's deed is done to: "acquitted the director, Ann Holm,"."""
    deed = participle(claim, grammar)
    there = next((at for token, at in aligned.pairs if token is deed), None)
    told = aligned.told.tokens
    if there is None or there > place or told[place].clause != told[there].clause + 1:
        return False
    return all(token.entities & told[place].entities for token in told if token.clause == told[place].clause)


def addressed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who says something in the claim and is told it in the sentence: "Ann wrote to the ministry", and it to her."""
    told = aligned.told.tokens
    for (one, here), (other, there) in pairwise(aligned.pairs):
        if here < there or one.clause != other.clause or told[here].clause != told[there].clause:
            continue
        mine = claim.tokens[claim.tokens.index(one) : claim.tokens.index(other)]
        if not all(any(token.signs & SPEECH for token in between) for between in (mine, told[there:here])):
            continue
        spoken_to = [grammar.is_tied(claim.tokens, claim.tokens.index(token)) for token in (one, other)]
        if spoken_to == [False, True] and grammar.is_tied(told, here) and told[there].before not in grammar.words.ties:
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


class Doers:
    """Compares who does what, clause by clause."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def grabbed(self, claim: Clauses, aligned: Aligned) -> str:
        """Whose deed it is: a clause of the sentence that has somebody of its own is not another's."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            if not pairs or pairs[0][0].value is not None or pairs[0][0].dated:
                continue
            home = told.tokens[pairs[0][1]].clause
            if any(token.signs & SPEECH for token in told.tokens if token.clause == home) or self._names_speaker(
                told, home
            ):
                continue
            if is_done_to(claim, aligned, pairs[0][1], self._grammar):
                continue
            opposed = self._grammar.is_opposed(claim.tokens)
            if opposed and self._grammar.is_opposed([token for token in told.tokens if token.clause == home]):
                continue  # "He had proposed it; | the council voted against it."
            for away in {told.tokens[place].clause for _, place in pairs[1:]} - {home}:
                if self._has_own(told, away, matched):
                    return f"gives to another what is done: {pairs[0][0].text}"
        return ""

    def _has_own(self, told: Told, away: int, matched: set[int]) -> bool:
        """Whether a clause that stands for itself has somebody of its own who does it, whom the claim leaves out."""
        inside = [at for at, token in enumerate(told.tokens) if token.clause == away and token.content]
        cue = [at for at, token in enumerate(told.tokens) if token.clause == away and token.signs & SPEECH]
        inside = [at for at in inside if not cue or at > cue[-1]]  # "The mayor said the town has no money."
        if not inside or inside[0] in matched:
            return False
        opener = told.clauses.openers[away]
        relative = opener in self._grammar.relatives and not told.tokens[inside[0]].entities
        if relative or opener in self._grammar.complements:
            return False
        people = [at for at in inside[:_SUBJECT_WORDS] if self._grammar.is_person(told.tokens[at])]
        return self._is_subject(told.tokens, inside[0]) or bool(people and people[0] not in matched)

    def usurped(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does in the claim what in the sentence another does, who stands before it: "A gave it and B paid"."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        if self._grammar.words.free_order:
            return self._declined(aligned)
        passive = any(PASSIVE in token.signs for token in claim.tokens)
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            if len(pairs) < _FEWEST or pairs[0][0].value is not None or pairs[0][0].dated:
                continue
            doer, here = pairs[0]
            deed, there = next(((t, p) for t, p in pairs[1:] if not t.entities and t.value is None), (doer, here))
            if self._grammar.is_tied(claim.tokens, claim.tokens.index(doer)) or deed is doer:
                continue
            if claim.headline and not has_object(claim, deed, self._grammar):
                continue  # "Mayor's plan rejected".
            if self._is_anothers(told, (here, there), matched, passive=passive):
                return f"gives to another what is done: {doer.text}"
        return ""

    def _is_anothers(self, told: Told, places: tuple[int, int], matched: set[int], *, passive: bool) -> bool:
        """Whether a deed is another's than whom the claim has do it, by where both stand in the sentence."""
        here, there = places
        home, away = told.tokens[here].clause, told.tokens[there].clause
        tied = self._grammar.is_tied(told.tokens, here)
        led = any(AGENT in token.signs for token in told.tokens[max(0, here - _SUBJECT_WORDS) : here])
        if tied and led and home < away and told.clauses.openers[away] not in self._grammar.relatives:
            return True
        before = [at for at in range(there) if told.tokens[at].clause == away and told.tokens[at].content]
        if passive or home != away or here < there or not before or before[0] in matched:
            return False
        beside = there - 1 == before[0] and not self._grammar.is_tied(told.tokens, there - 1)  # "Police arrested".
        free = not tied or self._is_owner(told, here, there)
        return free and (beside or self._is_subject(told.tokens, before[0]))

    def _declined(self, aligned: Aligned) -> str:
        """Who does it in the claim and stands in another case behind the deed, which somebody else has done."""
        tokens, matched = aligned.told.tokens, {place for place in aligned.places if place is not None}
        if not aligned.pairs:
            return ""
        (doer, here), rest = aligned.pairs[0], aligned.pairs[1:]
        deed = next((place for token, place in rest if not token.entities and token.value is None), here)
        if doer is not aligned.tokens[0] or doer.value is not None or doer.dated or deed >= here:
            return ""
        if doer.folded == tokens[here].folded or self._grammar.is_named(doer):
            return ""
        before = [at for at in range(deed) if tokens[at].clause == tokens[here].clause and tokens[at].content]
        passive = any(PASSIVE in token.signs for token in tokens)
        other = before and before[0] not in matched and self._is_subject(tokens, before[0])
        return f"gives to another what is done: {doer.text}" if other and not passive else ""

    def _is_owner(self, told: Told, here: int, there: int) -> bool:
        """Whether a sentence in the active names somebody only as whose a thing is: "the plan of the mayor"."""
        tokens = told.tokens
        if self._grammar.is_named(tokens[there]) or any(
            PASSIVE in token.signs for token in tokens[:here] if token.clause == tokens[here].clause
        ):
            return False
        before = [token for token in tokens[max(0, here - _OWNER_WORDS) : here] if token.clause == tokens[here].clause]
        return any(token.folded in self._grammar.of_words for token in before)

    def of_another(self, aligned: Aligned) -> str:
        """What the claim says of one thing and a relative clause of the sentence of another, right before it."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        for clause in aligned.used - {0}:
            if told.clauses.openers[clause] not in self._grammar.relatives:
                continue
            last = [at for at, token in enumerate(told.tokens) if token.clause == clause - 1]
            inside = [token for token in told.tokens if token.clause == clause]
            noun = self._noun_phrase(told.tokens, last)
            deed = any(told.tokens[place].clause == clause and not token.entities for token, place in aligned.pairs)
            own = any(token.entities or token.before in self._grammar.definite for token in inside[1:2])
            ahead = set(last) - set(noun) if told.clauses.marks[clause] == "," else set(range(last[-1] if last else 0))
            if deed and not own and noun and not matched & set(noun) and matched & (ahead - set(noun)):
                return f"says of another what the article says of {told.tokens[noun[0]].text}"
        return ""

    def _noun_phrase(self, tokens: Sequence[Token], places: list[int]) -> list[int]:
        """The last noun of a clause with what belongs to it, up to its article; empty where it has none."""
        found: list[int] = []
        for at in reversed(places):
            if tokens[at].folded in self._grammar.definite:
                break
            found.append(at)
        content = [at for at in reversed(found) if tokens[at].content]
        tied = any(tokens[at].folded in self._grammar.words.ties for at in found)
        return [] if len(found) == len(places) or (tied and len(content) > _NOUN_WORDS) else content

    @staticmethod
    def _names_speaker(told: Told, clause: int) -> bool:
        """Whether a clause is only the name behind a word of speech: "said the mayor, | Ann Holm"."""
        inside = [token for token in told.tokens if token.clause == clause and token.content]
        before = (token for token in told.tokens if token.clause == clause - 1)
        return all(token.entities for token in inside) and any(token.signs & SPEECH for token in before)

    def _is_subject(self, tokens: list[Token], at: int) -> bool:
        """Whether a word at a clause's beginning may be who does it: a noun with an article, or a name."""
        token = tokens[at]
        if token.before in self._grammar.words.ties or token.dated:
            return False
        if token.before in self._grammar.words.clitics and (token.signs or token.mood == "past"):
            return False  # "La acusó": a verb with its object.
        if self._grammar.words.free_order:
            return True  # Without articles any word that nothing ties may be who does it.
        capital = self._grammar.nouns and token.text[0].isupper()
        endings = self._grammar.words.definite_endings
        suffixed = bool(endings) and not at and token.plain.endswith(endings)
        return bool(token.entities) or token.before in self._grammar.definite or capital or suffixed
