"""Who does a thing: nobody does in a claim what another does in the sentence, or has done to them."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, places_in, tells

_SUBJECT_WORDS = 3
_FEWEST = 2
_OWNER_WORDS = 2
_NOUN_WORDS = 4
_HELPING_WORDS = 2
_GIVEN_WORDS = 3


def participle(claim: Clauses, grammar: Grammar) -> Token | None:
    """The participle of a headline that has no other verb and names nobody behind it whom it could be done to."""
    if not claim.headline or _is_helped(claim.tokens, grammar):
        return None
    opened = False
    for before, token, after in zip((None, *claim.tokens), claim.tokens, (*claim.tokens[1:], None), strict=False):
        if (_ends(token, grammar) or (opened and _is_last(token, after, grammar))) and _is_participle(
            token, before, grammar
        ):
            return token  # With an ending of its own also before whom it is done to: "Bocciata la mozione".
        opened = opened or token.content
    return None


def _ends(token: Token, grammar: Grammar) -> bool:
    """Whether a word ends as participles do, in a language in which few others end so."""
    endings = grammar.words.participles
    return bool(endings) and not grammar.brackets and token.text.lower().endswith(endings)


def _is_last(token: Token, after: Token | None, grammar: Grammar) -> bool:
    """Whether a word is the last of its clause but for what is tied to it or a day."""
    return after is None or after.clause != token.clause or after.folded in grammar.words.ties or after.dated


def _is_helped(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a verb helps a participle that may end the clause: "Rat hat Plan abgelehnt"."""
    return tells(tokens, PASSIVE) or (grammar.brackets and any(token.folded in grammar.perfects for token in tokens))


def _is_participle(token: Token, before: Token | None, grammar: Grammar) -> bool:
    """Whether a word may be a participle: by its time or its ending, with no helping verb before it."""
    if token.entities or not token.content or grammar.is_named(token):
        return False
    if not grammar.words.participles:
        return token.mood == "past"
    helped = before is not None and before.clause == token.clause and not before.content
    if helped and before is not None and f"{before.before}-{before.folded}" in grammar.words.phrases:
        helped = False  # The end of a phrase: "conseil municipal rejeté".
    capital = grammar.nouns and token.text[0].isupper()
    return not helped and not capital and token.text.lower().endswith(grammar.words.participles)


def has_object(claim: Clauses, deed: Token, grammar: Grammar) -> bool:
    """Whether a word of a headline has another right behind it that it may be done to: "Mayor rejected plan"."""
    behind = [token for token in claim.tokens if token.clause == deed.clause and token.start > deed.start]
    first = next((token for token in behind if token.content), None)
    if first is None or first.dated or first.value is not None:
        return False
    return not grammar.is_tied(claim.tokens, claim.tokens.index(first), objects=False)


def turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does a thing in the sentence and has it done to them in a headline: "Police arrested in Rastow"."""
    deed = participle(claim, grammar)
    place_of = {id(token): place for token, place in aligned.pairs}
    there = place_of.get(id(deed))
    doer = None if deed is None else _bearer(claim, deed, grammar)
    here, told = place_of.get(id(doer)), aligned.told.tokens
    if deed is None or doer is None or here is None or there is None:
        return ""
    before = _is_done_to_object(told, there, grammar) and _is_doer(told, here, there, grammar)
    around = deed.folded == told[there].folded and _is_doer_in_bracket(told, here, there, grammar)
    if not before and not around:
        return ""
    return f"turns round who does what: {doer.text}"


def _is_done_to_object(tokens: Sequence[Token], there: int, grammar: Grammar) -> bool:
    """Whether a sentence tells a deed in the active, with whom it is done to behind it."""
    inside = places_in(tokens, tokens[there].clause)
    if tells(tokens[max(0, there - _HELPING_WORDS) : there], PASSIVE):
        return False
    behind = [at for at in inside if at > there]
    marks = grammar.words.infinitive_marks  # "Voted on Tuesday | to buy the ferry": the object is another verb's.
    end = next((at for at in behind if tokens[at].before in marks), len(tokens))
    return any(_is_free(tokens, at, grammar) for at in behind if at < end)


def _is_doer_in_bracket(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word does what the participle at its clause's end tells: "hat der Stadtrat den Plan abgelehnt"."""
    inside = [at for at in places_in(tokens, tokens[there].clause) if at <= there]
    if not grammar.brackets or not _is_perfect([tokens[at] for at in inside], grammar):
        return False
    free = [at for at in inside[:-1] if _is_free(tokens, at, grammar)]
    if here not in free or free[0] < here - free.index(here):
        return False  # Not the first, nor of the first one's name.
    return tokens[here].before not in grammar.words.accusative and _has_object(tokens, here, free, grammar)


def _has_object(tokens: Sequence[Token], here: int, free: Sequence[int], grammar: Grammar) -> bool:
    """Whether nouns that nothing ties stand behind who may do it, and none of them does ("hat der Rat gesperrt")."""
    behind = [at for at in free if at > here and at - 1 not in free and _is_noun(tokens, at, grammar)]
    return bool(behind) and all(tokens[at].before not in grammar.words.nominative for at in behind)


def _is_perfect(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words tell a deed of the past in the active, with a helping verb."""
    return any(token.folded in grammar.perfects for token in tokens) and not tells(tokens, PASSIVE)


def _is_noun(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a noun: by its capital where nouns have one, else as a name or a thing."""
    if grammar.nouns:
        return tokens[at].text[0].isupper() or tokens[at].value is not None
    return bool(tokens[at].entities) or tokens[at].value is not None or grammar.is_thing(tokens, at)


def _is_free(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word may be whom a deed is done to: no day, and behind no preposition but for its article or number."""
    before = at - 1
    while before >= 0 and tokens[before].clause == tokens[at].clause and not _leads(tokens[before], grammar):
        if tokens[before].value is None and tokens[before].folded not in grammar.definite:
            break
        before -= 1
    tied = before >= 0 and tokens[before].clause == tokens[at].clause and _leads(tokens[before], grammar)
    return tokens[at].content and not tokens[at].dated and not tied


def _leads(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a preposition that does not mark whom something is done to, nor an article."""
    return token.folded in grammar.words.ties - grammar.words.objects - grammar.definite


def _bearer(claim: Clauses, deed: Token, grammar: Grammar) -> Token | None:
    """The word of a headline that its participle is said of: the first before it, else behind it, that nothing ties."""
    ahead = [token for token in claim.tokens if token.content and token.start < deed.start]
    behind = [token for token in claim.tokens if token.content and token.start > deed.start]
    return next(
        (token for token in ahead or behind if not grammar.is_tied(claim.tokens, claim.tokens.index(token))), None
    )


def _is_doer(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word stands before a deed in its clause, tied to nothing, and not as whom it is done to."""
    if here > there or tokens[here].clause != tokens[there].clause or tokens[here].before in grammar.words.accusative:
        return False
    opens = places_in(tokens, tokens[here].clause)[:2] == [here - 1, here]
    return (opens and tokens[here].before in grammar.definite) or not grammar.is_tied(tokens, here)


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


def addressed_too(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who says something in the claim and is told it in the sentence with another: "spoke to the press and to us"."""
    told = aligned.told.tokens
    for (one, here), (other, there) in pairwise(aligned.pairs):
        if here > there or one.clause != other.clause or told[here].clause != told[there].clause:
            continue
        mine = claim.tokens[claim.tokens.index(one) : claim.tokens.index(other)]
        opening = [told[at] for at in places_in(told, told[here].clause) if at < here]
        speaks = [any(token.signs & SPEECH for token in tokens) for tokens in (mine, opening, told[here:there])]
        spoken_to = [grammar.is_tied(claim.tokens, claim.tokens.index(token)) for token in (one, other)]
        if speaks == [True, True, False] and spoken_to == [False, True] and grammar.is_tied(told, here):
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def given(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in the claim what in the sentence is given to them: "paid a fine to the town", "the town paid"."""
    told = aligned.told.tokens
    if not grammar.words.givens or tells(claim.tokens, PASSIVE) or claim.converse is not None:
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
        deed = next((pair for pair in pairs[1:] if is_plain(pair[0]) and not grammar.is_named(pair[0])), None)
        if deed and _may_do(claim, pairs[0][0], grammar) and _is_done_to_them(told, pairs[0][1], deed, grammar):
            return f"turns round who does what: {pairs[0][0].text}"
    return ""


def _is_called(token: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a sentence has a noun for a claim's deed, which the claim does not tell as done."""
    return grammar.is_named(token) and deed.before not in grammar.words.perfects


def _may_do(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a claim's word may be who does it: no number, no day, tied to nothing."""
    return token.value is None and not token.dated and not grammar.is_tied(claim.tokens, claim.tokens.index(token))


def _is_done_to_them(tokens: Sequence[Token], here: int, deed: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a word is a pronoun before the verb whose object it is, or stands behind a verb as whom it is given."""
    there = deed[1]
    if tokens[there].clause != tokens[here].clause or _is_called(tokens[there], deed[0], grammar):
        return False
    if tokens[here].folded in grammar.words.clitics:
        return there > here or here == there + 1  # "La acusó", "acusou-a".
    if there > here:
        return _is_object_before(tokens, here, there, grammar)
    behind = tokens[max(there + 1, here - _GIVEN_WORDS) : here + 1]
    return any(_is_given(token, grammar) for token in behind)


def _is_object_before(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word is what a first deed is done to, before a second that is joined: "froze the fund and sold it"."""
    joins = grammar.words.joins | grammar.words.joining
    if tokens[there].before not in joins or not grammar.is_participle(tokens[there]):
        return False
    clause = [token for token in tokens[:here] if token.clause == tokens[here].clause]
    return any(token.before in grammar.words.perfects and grammar.is_participle(token) for token in clause)


def only_called(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim tells as done and the sentence only calls somebody: "has convicted Holm", "the convict"."""
    named = {place for token, place in aligned.pairs if token.entities}
    for token, place in aligned.pairs:
        if place in named and is_plain(token) and token.before in grammar.words.perfects:
            return f"tells as done what somebody is only called: {token.text}"
    return ""


def _is_given(token: Token, grammar: Grammar) -> bool:
    """Whether a word says by itself or by its ending that something is given to somebody, or is theirs."""
    endings = grammar.words.given_endings
    return token.folded in grammar.words.givens or (bool(endings) and token.plain.endswith(endings))


class Doers:
    """Compares who does what, clause by clause."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def grabbed(self, claim: Clauses, aligned: Aligned) -> str:
        """Whose deed it is: a clause of the sentence that has somebody of its own is not another's."""
        told = aligned.told
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            if not pairs or not self._may_grab(claim, aligned, pairs[0]):
                continue
            for away in {told.tokens[place].clause for _, place in pairs[1:]} - {told.tokens[pairs[0][1]].clause}:
                if self._has_own(told, away, aligned.matched):
                    return f"gives to another what is done: {pairs[0][0].text}"
        return ""

    def _may_grab(self, claim: Clauses, aligned: Aligned, doer: tuple[Token, int]) -> bool:
        """Whether who does it in the claim may be another than who does it in the sentence."""
        (first, place), told = doer, aligned.told
        home = told.tokens[place].clause
        inside = [token for token in told.tokens if token.clause == home]
        if first.value is not None or first.dated or any(token.signs & SPEECH for token in inside):
            return False
        if self._names_speaker(told, home) or is_done_to(claim, aligned, place, self._grammar):
            return False
        # "He had proposed it; | the council voted against it."
        return not (self._grammar.is_opposed(claim.tokens) and self._grammar.is_opposed(inside))

    def _has_own(self, told: Told, away: int, matched: frozenset[int]) -> bool:
        """Whether a clause that stands for itself has somebody of its own who does it, whom the claim leaves out."""
        places = places_in(told.tokens, away)
        first = max((at for at in places if told.tokens[at].signs & SPEECH), default=-1)
        inside = [at for at in places if at > first and told.tokens[at].content]  # "The mayor said the town has none."
        if not inside or inside[0] in matched or self._hangs_on(told, away, inside[0]):
            return False
        people = [at for at in inside[:_SUBJECT_WORDS] if self._grammar.is_person(told.tokens[at])]
        return self._is_subject(told.tokens, inside[0]) or bool(people and people[0] not in matched)

    def _hangs_on(self, told: Told, clause: int, first: int) -> bool:
        """Whether a clause tells more of what stands before it, or completes it."""
        opener = told.clauses.openers[clause]
        relative = opener in self._grammar.relatives and not told.tokens[first].entities
        return relative or opener in self._grammar.complements

    def usurped(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does in the claim what in the sentence another does, who stands before it: "A gave it and B paid"."""
        if self._grammar.words.free_order:
            return self._declined(aligned)
        passive = tells(claim.tokens, PASSIVE)
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            if len(pairs) < _FEWEST or pairs[0][0].value is not None or pairs[0][0].dated:
                continue
            doer, here = pairs[0]
            deed, there = next(((t, p) for t, p in pairs[1:] if not t.entities and t.value is None), (doer, here))
            if self._grammar.is_tied(claim.tokens, claim.tokens.index(doer)) or deed is doer:
                continue
            if claim.headline and not has_object(claim, deed, self._grammar):
                continue  # "Mayor's plan rejected".
            if self._is_anothers(aligned, here, there, passive=passive):
                return f"gives to another what is done: {doer.text}"
        return ""

    def _is_anothers(self, aligned: Aligned, here: int, there: int, *, passive: bool) -> bool:
        """Whether a deed is another's than whom the claim has do it, by where both stand in the sentence."""
        tokens, openers = aligned.told.tokens, aligned.told.clauses.openers
        home, away = tokens[here].clause, tokens[there].clause
        if home < away and self._is_led(aligned.told, here) and openers[away] not in self._grammar.relatives:
            return True
        if passive or home != away or here < there:
            return False
        before = next((at for at in places_in(tokens, away) if tokens[at].content), there)
        if before >= there or before in aligned.matched:
            return False
        if self._grammar.is_tied(tokens, here) and not self._is_owner(aligned.told, here, there):
            return False
        beside = there - 1 == before and not self._grammar.is_tied(tokens, before)  # "Police arrested".
        return beside or self._is_subject(tokens, before)

    def _is_led(self, told: Told, here: int) -> bool:
        """Whether a word stands behind one that tells who does it: "by the council"."""
        led = tells(told.tokens[max(0, here - _SUBJECT_WORDS) : here], AGENT)
        return led and self._grammar.is_tied(told.tokens, here)

    def _declined(self, aligned: Aligned) -> str:
        """Who does it in the claim and stands in another case behind the deed, which somebody else has done."""
        tokens = aligned.told.tokens
        doer, here = aligned.pairs[0] if aligned.pairs else (None, 0)
        if doer is None or doer is not aligned.tokens[0] or doer.value is not None or doer.dated:
            return ""
        rest = aligned.pairs[1:]
        deed = next((place for token, place in rest if not token.entities and token.value is None), here)
        if deed >= here or doer.folded == tokens[here].folded or self._grammar.is_named(doer):
            return ""
        return f"gives to another what is done: {doer.text}" if self._has_doer(aligned, here, deed) else ""

    def _has_doer(self, aligned: Aligned, here: int, deed: int) -> bool:
        """Whether a clause told in the active begins with who does it, whom the claim leaves out."""
        tokens = aligned.told.tokens
        other = next((at for at in places_in(tokens, tokens[here].clause) if tokens[at].content), deed)
        if other >= deed or other in aligned.matched or tells(tokens, PASSIVE):
            return False
        return self._is_subject(tokens, other)

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
        for clause in aligned.used - {0}:
            if told.clauses.openers[clause] not in self._grammar.relatives or not self._is_taken(aligned, clause):
                continue
            last = [at for at, token in enumerate(told.tokens) if token.clause == clause - 1]
            noun = self._thing_before(told.tokens, last)
            ahead = set(last) if told.clauses.marks[clause] == "," else set(range(last[-1] if last else 0))
            if noun and not aligned.matched & noun and aligned.matched & (ahead - noun):
                return f"says of another what the article says of {told.tokens[min(noun)].text}"
        return ""

    def _thing_before(self, tokens: Sequence[Token], places: list[int]) -> set[int]:
        """The last noun of a clause, empty where that is a day or somebody says it: "anunció el viernes que ..."."""
        found = self._noun_phrase(tokens, places)
        said = any(tokens[at].dated or governs(tokens[at]) or tokens[at].signs & SPEECH for at in found)
        return set() if said else set(found)

    def _is_taken(self, aligned: Aligned, clause: int) -> bool:
        """Whether the claim takes what a relative clause says, which has nobody of its own."""
        tokens = aligned.told.tokens
        inside = [token for token in tokens if token.clause == clause]
        own = any(token.entities or token.before in self._grammar.definite for token in inside[1:2])
        return not own and any(tokens[at].clause == clause and not token.entities for token, at in aligned.pairs)

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
        endings = self._grammar.words.definite_endings
        suffixed = bool(endings) and not at and token.plain.endswith(endings)
        return suffixed or bool(token.entities) or token.before in self._grammar.definite or self._is_noun(token)

    def _is_noun(self, token: Token) -> bool:
        """Whether a word is a noun by its capital, where nouns have one."""
        return self._grammar.nouns and token.text[0].isupper()
