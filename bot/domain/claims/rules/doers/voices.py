"""Who does it and to whom it is done: active and passive told apart."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, CEILING, FLOOR, PASSIVE, SOURCE
from bot.domain.claims.rules.doers.retold import resumed
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain, is_year, places_in, tells

_OBJECT_WORDS = 5
_CLITIC_WORDS = 2
_AGENT_WORDS = 2
_PAIR = 2


class Voices:
    """Compares a claim in the passive with a sentence in the active."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._beside = grammar.words.within | (grammar.of_words - grammar.words.givens)
        self._led = grammar.definite | grammar.words.indefinite

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether who does something in the sentence has it done to them in the claim: "the council was rejected"."""
        if claim.converse is not None or claim.headline:
            return ""
        for clause in {token.clause for token in claim.tokens if PASSIVE in token.signs}:
            helping = next(token for token in claim.tokens if token.clause == clause and PASSIVE in token.signs)
            for token in self._doers(claim, aligned, helping):
                if self._is_source(claim.tokens, token) or is_year(token):
                    continue
                tied = self._is_tied(claim.tokens, claim.tokens.index(token))
                tie = self._tie(claim.tokens, claim.tokens.index(token)) if tied else ""
                if tie in (self._beside if token.value is None else self._grammar.words.within):
                    continue  # "Plus de 200" counts.
                displaced = tied != (token.start < helping.start) or self._is_given(claim.tokens, token)
                if displaced and not self._is_agent(claim, token):
                    return f"turns round who does what: {token.text}"
            ending = self._doers(claim, aligned, helping, last=True) if self._grammar.brackets else []
            for token in ending:  # "Wurde einem Bäcker geschenkt": the verb stands last.
                if self._is_given(claim.tokens, token) and not self._is_agent(claim, token):
                    return f"turns round who does what: {token.text}"
        return ""

    def _is_given(self, tokens: Sequence[Token], token: Token) -> bool:
        """Whether something is done for or to somebody, by the word or the article before: "al", "einem Bäcker"."""
        words = self._grammar.words
        tie = self._tie(tokens, tokens.index(token))
        if tie in words.ties - self._grammar.definite:
            return tie in words.givens
        return token.before in words.givens | (words.oblique - words.nominative - words.accusative)

    def _tie(self, tokens: Sequence[Token], at: int) -> str:
        """The preposition before a word, also one that is its article too ("da", "del"); "" for none."""
        fused = tokens[at].before in self._grammar.words.fused
        return tokens[at].before if fused else self._grammar.tie_before(tokens, at)

    @staticmethod
    def _is_source(tokens: Sequence[Token], somebody: Token) -> bool:
        """Whether somebody's name stands behind a word that tells whose word it is: "according to Ann Lee"."""
        at = tokens.index(somebody)
        while at and tokens[at].entities & somebody.entities:
            at -= 1
        return SOURCE in tokens[at].signs

    def _doers(self, claim: Clauses, aligned: Aligned, helping: Token, *, last: bool = False) -> list[Token]:
        """The words of a claim's passive for who does it in the sentence; the deed may stand `last`."""
        pairs, told = aligned.pairs_of(helping.clause), aligned.told
        deed = self._deed(claim, pairs[::-1] if last else pairs, helping, told)
        doer = None if deed is None else self._doer(told, deed)
        return [] if doer is None else [token for token, place in pairs if self._is_same(told, place, doer)]

    def of_pronoun(self, claim: Clauses, aligned: Aligned) -> str:
        """Whether a word that stands for a sentence's pronoun does in the claim what is done to the pronoun.

        "The union accuses her": what "her" means is not who accuses the union.
        """
        if claim.converse is not None or tells(claim.tokens, PASSIVE):
            return ""
        for clause in {token.clause for token in aligned.tokens}:
            said = [pair for pair in zip(aligned.tokens, aligned.places, strict=True) if pair[0].clause == clause]
            doer, where = said[0]
            if where is not None or not is_plain(doer):
                continue
            if not self._grammar.is_tied(claim.tokens, claim.tokens.index(doer)):
                other = self._doer_beside_pronoun(claim, aligned, clause)
                if other is not None:
                    return f"turns round who does what: {doer.text}, {other.text}"
        return "" if claim.headline else self._of_tied(claim, aligned)

    def _of_tied(self, claim: Clauses, aligned: Aligned) -> str:
        """Who stands behind a preposition in a passive, as who does it: "was found in the bag of the driver"."""
        tokens = aligned.told.tokens
        done = {token.clause for token in tokens if PASSIVE in token.signs}
        if not done or claim.converse is not None or tells(claim.tokens, PASSIVE):
            return ""
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            if pairs and tokens[pairs[0][1]].clause in done and self._is_lent(claim, tokens, pairs):
                return f"turns round who does what: {pairs[0][0].text}"
        return ""

    def _is_lent(self, claim: Clauses, tokens: Sequence[Token], pairs: Sequence[tuple[Token, int]]) -> bool:
        """Whether who opens a claim's clause only stands behind a preposition, and it takes what is done to what."""
        (doer, place), *behind = pairs
        if not self._is_only_tied(tokens, place) or self._is_tied_in(claim, doer):
            return False
        return self._has_done(
            claim, tokens, [pair for pair in behind if tokens[pair[1]].clause == tokens[place].clause]
        )

    def _is_tied_in(self, claim: Clauses, token: Token) -> bool:
        return self._is_tied(claim.tokens, claim.tokens.index(token))

    def _is_only_tied(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands behind a preposition, or tells whose such a word is: no doer, cause or source."""
        token, before = tokens[at], tokens[max(0, at - _OBJECT_WORDS) : at]
        if token.dated or token.value is not None or any(one.signs & {AGENT, CAUSE, SOURCE} for one in before):
            return False
        if self._grammar.tie_before(tokens, at) in self._grammar.words.reasons:
            return False  # "Per un guasto".
        owner = at > 1 and self._grammar.is_genitive(token) and self._is_tied(tokens, at - 2)
        fused = token.before in self._grammar.words.fused and token.before in self._grammar.words.ties
        return owner or fused or self._is_tied(tokens, at)

    def _has_done(self, claim: Clauses, tokens: Sequence[Token], pairs: Sequence[tuple[Token, int]]) -> bool:
        """Whether a claim takes what is done and to what, which no preposition ties in it or in the sentence."""
        deeds = [at for token, at in pairs if is_plain(token) and self._may_be_done(tokens[at])]
        plain = [(token, at) for token, at in pairs if not (token.dated or token.value is not None or at in deeds)]
        things = [at for token, at in plain if not self._is_tied(tokens, at) and not self._is_tied_in(claim, token)]
        return bool(things) and (bool(deeds) or (self._grammar.nouns and len(things) == len(plain)))

    def _may_be_done(self, token: Token) -> bool:
        return self._grammar.is_participle(token) or self._grammar.is_past_participle(token)

    def _doer_beside_pronoun(self, claim: Clauses, aligned: Aligned, clause: int) -> Token | None:
        """Whom a claim's clause has something done to, and who in the sentence does it to a pronoun."""
        told = aligned.told
        pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
        if not pairs or not self._has_object(told.tokens, pairs[0][1]):
            return None
        verb, deed = pairs[0]
        for token, place in pairs:
            if token.start > verb.start and place < deed and self._is_doer(claim, token, told, place, deed):
                return token
        return None

    def _is_doer(self, claim: Clauses, token: Token, told: Told, place: int, deed: int) -> bool:
        """Whether a word before a sentence's verb is who does it, as far as its form, in the claim another's, tells."""
        other = told.tokens[place]
        if other.dated or other.value is not None or other.clause != told.tokens[deed].clause:
            return False
        if self._grammar.is_tied(told.tokens, place) or self._is_agent(claim, token):
            return False
        return not self._grammar.words.free_order or other.folded != token.folded

    def _has_object(self, tokens: Sequence[Token], deed: int) -> bool:
        """Whether a pronoun beside a verb is whom it is done to."""
        words = self._grammar.words
        for at in range(deed - 1, max(-1, deed - 1 - _CLITIC_WORDS), -1):
            first, hyphen, _ = tokens[at].folded.partition("-")  # "L-a acuzat"
            if tokens[at].clause != tokens[deed].clause or (tokens[at].content and not tokens[at].entities):
                break
            if first in words.clitics and (hyphen or at):
                return True
        behind = tokens[deed + 1 : deed + 2]
        return any(token.folded in words.object_pronouns and token.clause == tokens[deed].clause for token in behind)

    @staticmethod
    def _deed(claim: Clauses, pairs: Sequence[tuple[Token, int]], helping: Token, told: Told) -> int | None:
        """Where the sentence has what is done in a claim's passive, also where it carries little ("given")."""
        at = claim.tokens.index(helping) + 1
        for token in claim.tokens[at : at + 1]:
            places = [place for key in token.keys for place in told.places.get(key, ())]
            if places and not token.entities:
                return min(places)
        behind = ((token, place) for token, place in pairs if token.start > helping.start)
        return next((p for t, p in behind if not (t.entities or t.value is not None or t.dated)), None)

    def _is_tied(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a preposition stands before a word, articles and the other words of its name between them."""
        place, fused = at - 1, self._grammar.words.fused & self._grammar.words.ties
        while place >= 0 and (
            tokens[place].folded in self._grammar.definite - fused or tokens[place].entities & tokens[at].entities
        ):
            place -= 1
        if place < 0 or tokens[place].clause != tokens[at].clause:
            return False
        noun = tokens[place].content and tokens[place].text[0].isupper()
        owned = noun and tokens[place + 1].folded in self._grammar.genitives  # "Der Betrieb der Brauerei".
        return owned or tokens[place].folded in self._grammar.words.ties

    def _is_held(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a preposition stands before a word, other than one that marks whom something is done to."""
        return self._is_tied(tokens, at) and not self._is_marked(tokens, at)

    def _is_marked(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is tied by one that marks whom something is done to: "a tres niños"."""
        return tokens[at].before in self._grammar.words.objects

    @staticmethod
    def _is_same(told: Told, place: int, doer: int) -> bool:
        """Whether two places are one word, or of one name."""
        shared = told.tokens[place].entities & told.tokens[doer].entities
        return place == doer or (bool(shared) and told.tokens[place].clause == told.tokens[doer].clause)

    def _doer(self, told: Told, deed: int) -> int | None:
        """Who does what a sentence tells in the active with whom it is done to; None where it does not."""
        tokens = told.tokens
        inside = places_in(tokens, tokens[deed].clause)
        if self._is_passive(tokens, inside, deed):
            return None
        content = [at for at in inside if tokens[at].content]
        if len(content) > 1 and tokens[content[0]].dated and not self._grammar.brackets:
            content = content[1:]  # "On Monday the court convicted him."
            inside = [at for at in inside if at >= content[0] - 1]
        if content and tokens[content[0]].before in self._grammar.words.accusative:
            return next((at for at in content if tokens[at].before in self._grammar.words.nominative), None)
        return self._doer_before(told, inside, content, deed) if content else None

    def _doer_before(self, told: Told, inside: Sequence[int], content: Sequence[int], deed: int) -> int | None:
        """The first word of a clause, where it does what stands behind it to somebody; None where it does not."""
        tokens = told.tokens
        if resumed(tokens, content[0], deed, self._grammar) is not None:
            return None
        if content[0] >= deed or not self._is_subject(tokens, inside, content[0], deed):
            return None
        objects = _first_uncounted(tokens, [at for at in content if deed < at <= deed + _OBJECT_WORDS])
        if self._grammar.nouns:
            objects += [at for at in content if content[0] < at < deed and not self._is_same(told, at, content[0])]
        return content[0] if any(self._is_object(tokens, at, deed) for at in objects) else None

    def _is_passive(self, tokens: Sequence[Token], inside: Sequence[int], deed: int) -> bool:
        """Whether a clause tells its deed in the passive, or who does it stands behind the deed."""
        led = (at for at in inside if self._grammar.nouns or deed < at <= deed + _AGENT_WORDS)
        return tells((tokens[at] for at in led), AGENT) or tells((tokens[at] for at in inside), PASSIVE)

    def _is_subject(self, tokens: Sequence[Token], inside: Sequence[int], first: int, deed: int) -> bool:
        """Whether the first word that says something in a clause is who does it: no day, and nothing tied."""
        if tokens[first].dated:
            return False
        if not self._grammar.is_named(tokens[first]) and governs(tokens[first]):
            return False  # "Wants it to be built": who wants it stands before.
        ties = self._grammar.words.ties - self._grammar.definite  # "Der" opens a clause as an article.
        if deed == first + 1 and tokens[inside[0]].signs & {AFTER, BEFORE}:
            inside = inside[1:]  # "After both firms promised it": a clause.
        return not any(tokens[at].folded in ties for at in inside if at < first)

    def _is_object(self, tokens: Sequence[Token], at: int, deed: int) -> bool:
        """Whether a word may be whom a deed is done to: right behind it, or with an article."""
        token, counted = tokens[at], tokens[at - 1].value is not None
        first = self._before_bound(tokens, at - 1) if counted else at
        if token.dated or token.value is not None or self._is_held(tokens, first):
            return False
        return counted or at == deed + 1 or token.before in self._led

    @staticmethod
    def _before_bound(tokens: Sequence[Token], at: int) -> int:
        """Where a number begins with what bounds it: "(for) at least three weeks"."""
        bounds = (place for place in range(max(0, at - _PAIR), at) if tokens[place].signs & {FLOOR, CEILING})
        return next(bounds, at)

    def _is_agent(self, claim: Clauses, token: Token) -> bool:
        """Whether a word that says who does it stands right before a word of a claim."""
        at = claim.tokens.index(token)
        return any(AGENT in other.signs for other in claim.tokens[max(0, at - _OBJECT_WORDS) : at])


def _first_uncounted(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """The first place of a word that is no number, or the last: "saved three boys"."""
    plain = [at for at in places if not tokens[at].dated]  # "Lehnte am Montag den Plan ab."
    return [at for at in plain if tokens[at].value is None or at == plain[-1]][:1]


def bracketed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two things before a verb that ends their clause, "hat die Wanderer gerettet"."""
    used = (token for token in aligned.told.tokens if token.clause in aligned.used)
    if not grammar.brackets or tells(claim.tokens, PASSIVE) or tells(used, PASSIVE):
        return ""
    clauses = {token.clause for token in aligned.tokens}
    return next(filter(None, (_turned_before_verb(clause, claim, aligned, grammar) for clause in clauses)), "")


def _turned_before_verb(clause: int, claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against the two things of a clause that ends with its verb."""
    pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
    things = _first_names([(token, place) for token, place in pairs if _is_thing(token, claim, grammar)])
    last = [token for token in claim.tokens if token.clause == clause and token.content][-1]
    if len(things) != _PAIR or not _ends(last, grammar) or any(last is token for token, _ in things):
        return ""
    return _recased_thing(things, aligned, grammar) or _turned_things(things, claim, aligned, grammar)


def _first_names(things: Sequence[tuple[Token, int]]) -> list[tuple[Token, int]]:
    """Things, of each name its first word alone."""
    rest = {id(other) for (one, _), (other, _) in pairwise(things) if one.entities & other.entities}
    return [(token, place) for token, place in things if id(token) not in rest]


def _recased_thing(things: Sequence[tuple[Token, int]], aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two things by their articles."""
    told = aligned.told.tokens
    for token, place in things:
        if len({told[at].clause for _, at in things}) == 1 and _is_recased(token, told[place], grammar):
            return f"turns round who does what: {token.text}"
    return ""


def _turned_things(things: Sequence[tuple[Token, int]], claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two things by their order."""
    (one, here), (other, there) = things
    if here <= there or one.entities & other.entities:
        return ""
    behind, first = claim.tokens.index(other), claim.tokens.index(one)
    if _is_put_first(here, there, aligned.told.tokens, grammar) or _is_put_first(behind, first, claim.tokens, grammar):
        return ""
    return f"turns round who does what: {one.text}, {other.text}" if _is_one(here, there, aligned, grammar) else ""


def _is_recased(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether one noun does it in the claim and has it done to it in the sentence, or the other way round."""
    words = grammar.words
    pairs = ((token, other), (other, token))
    turned = any(one.before in words.nominative and two.before in words.accusative for one, two in pairs)
    return turned and token.folded == other.folded


def _is_put_first(here: int, there: int, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the first of two words is whom or what the second does it to, by an article or by what only bodies do.

    "Den Plan hatte der Rat abgelehnt", "Eine Strafe hatte die Behörde gefordert".
    """
    words, doer, thing = grammar.words, tokens[here], tokens[there]
    if thing.before in words.nominative or doer.before in words.accusative:
        return False
    if thing.before in words.accusative or doer.before in words.nominative:
        return True
    demanded = any(governs(token) for token in tokens[here + 1 :] if token.clause == doer.clause)
    return demanded and thing.before in words.indefinite and _is_body(doer, grammar) and not _is_body(thing, grammar)


def _is_body(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a noun for an office or another body."""
    return token.folded in grammar.words.officials or token.stem in grammar.words.bodies


def _is_one(here: int, there: int, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether two words stand in one clause of the sentence and neither behind a preposition."""
    told = aligned.told.tokens
    if told[here].clause != told[there].clause:
        return False
    return not (_is_led(told, here, grammar) or _is_led(told, there, grammar))


def _is_thing(token: Token, claim: Clauses, grammar: Grammar) -> bool:
    """Whether a word is a name or has a determiner, no preposition before it, and tells not whose a noun is."""
    named = bool(token.entities) or (is_plain(token) and token.before in grammar.definite)
    named = named and not grammar.is_genitive(token)
    return named and not _is_led(claim.tokens, claim.tokens.index(token), grammar)


def _is_led(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands right before a word, its article or number left out."""
    before = at - 1
    while before >= 0 and (tokens[before].folded in grammar.definite or tokens[before].value is not None):
        before -= 1
    return before >= 0 and tokens[before].folded in grammar.words.ties


def _ends(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be a verb at its clause's end."""
    return is_plain(token) and token.text[0].islower() and not grammar.is_named(token)
