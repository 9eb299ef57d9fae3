"""The statements of a sentence: each the words of one deed, with who does it and what it is done to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.dealt.phrases import is_deed
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, tells

BEING = {IS, WAS, PASSIVE}
_ENDS = {",", ";", ":"}
# How many small words may stand before a noun behind the preposition that ties it: "to all of the".
_LED = 3


@dataclass(slots=True)
class DeedPhrase:
    """A noun or name with what stands before it: the words that tie it, "" for none, and where its words stand."""

    tie: str
    places: list[int]


class DeedFrame:
    """A statement: where its words stand, and the first of its verb.

    `inverted` is whether who does it stands behind the verb, where an object may stand too.
    """

    def __init__(self, tokens: Sequence[Token], places: list[int], verb: int, grammar: Grammar) -> None:
        self.places, self.verb = places, verb
        self.inverted = False
        self._tokens, self._grammar = tokens, grammar

    @cached_property
    def phrases(self) -> list[DeedPhrase]:
        """Its nouns and names, each with what stands before it."""
        return _phrases(self._tokens, self.places, self.verb, self._grammar)

    @cached_property
    def doer(self) -> DeedPhrase | None:
        """Who does it, None for nobody told."""
        tokens, grammar, verb = self._tokens, self._grammar, self.verb
        ahead = [one for one in self.phrases if not one.tie and one.places[0] < verb and _may_do(tokens, one, grammar)]
        found = ahead[0] if ahead else _behind(tokens, self, grammar)
        self.inverted = found is not None and not ahead
        return found

    def objects(self) -> list[DeedPhrase]:
        """The phrases that nothing ties, but for who does it."""
        doer = self.doer
        return [one for one in self.phrases if not one.tie and (one is not doer or self.inverted)]

    def has(self, place: int) -> bool:
        """Whether a word is one of the statement's."""
        return self.places[0] <= place <= self.places[-1]


def may_cross(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim may take its words from two statements: of two clauses, or from both sides of a join."""
    if claim.headline or claim.converse is not None or not aligned.pairs:
        return False
    matched, tokens = aligned.matched, aligned.told.tokens
    left = [at for at, one in enumerate(tokens) if one.content and at not in matched and not one.dated]
    if not left or not (
        grammar.nouns or grammar.words.free_order or grammar.words.named_endings or _nouns(aligned, left, grammar)
    ):
        return False  # A statement's own doer or object is left out.
    if len(aligned.used) > 1:
        return True
    between = aligned.told.tokens[min(aligned.matched) : max(aligned.matched)]
    return not grammar.words.joins.isdisjoint([one.folded for one in between])


def _nouns(aligned: Aligned, left: Sequence[int], grammar: Grammar) -> list[int]:
    """Which of the words that a claim leaves out may be nouns or names, of nobody whom it names."""
    tokens, words = aligned.told.tokens, grammar.words
    small = grammar.definite | words.articles | words.indefinite
    named = [tokens[at].entities for at in aligned.matched if tokens[at].entities]
    found = [at for at in left if not tokens[at].entities or tokens[at].entities not in named]
    joins, marks = words.joins | words.joining, aligned.told.clauses.marks
    return [
        at
        for at in found
        if tokens[at].entities
        or tokens[at].before in small
        or not at
        or tokens[at - 1].folded in joins
        or (tokens[at - 1].clause != tokens[at].clause and marks[tokens[at].clause])
    ]


def frames_of(clauses: Clauses, grammar: Grammar) -> list[DeedFrame]:
    """The statements of a sentence."""
    return [DeedFrame(clauses.tokens, places, verb, grammar) for places, verb in rows_of(clauses, grammar)]


def rows_of(clauses: Clauses, grammar: Grammar) -> list[tuple[list[int], int]]:
    """Where the words of each statement stand, and its verb; parts without a verb belong to the one before them."""
    tokens = clauses.tokens
    rows: list[tuple[list[int], int]] = []
    ahead: list[int] = []
    parts = _parts(clauses, grammar)
    verbs = [_verb(tokens, places, grammar) for places in parts]
    for order, (places, verb) in enumerate(zip(parts, verbs, strict=True)):
        if verb >= 0:
            rows.append(([*ahead, *places], verb))
            ahead = []
        elif rows and not (verbs[order + 1 : order + 2] > [-1] and _is_doer_ahead(tokens, parts, order, grammar)):
            rows[-1][0].extend(places)
        else:
            ahead += places
    return rows


def _parts(clauses: Clauses, grammar: Grammar) -> list[list[int]]:
    """Where the words stand between marks and words that join."""
    tokens, marks, words = clauses.tokens, clauses.marks, grammar.words
    joins = words.joins | words.joining
    found: list[list[int]] = [[]]
    clause = tokens[0].clause
    for at, token in enumerate(tokens):
        joined = token.folded in joins
        if joined or (token.clause != clause and marks[token.clause] in _ENDS):
            found += [[]]
        clause = token.clause
        if not joined:
            found[-1] += [at]
    return [places for places in found if places]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def deed_of(tokens: Sequence[Token], frame: DeedFrame, grammar: Grammar) -> int:
    """Where a statement's deed stands: its verb, or what that helps."""
    verb = tokens[frame.verb]
    helps = not verb.content and (not verb.signs.isdisjoint(BEING) or verb.folded in grammar.perfects)
    if not helps:
        return frame.verb
    behind = [at for at in frame.places if at > frame.verb]
    if grammar.brackets:
        last = next((at for at in reversed(behind) if tokens[at].content), frame.verb)
        return last if tokens[last].text[0].islower() and not tokens[last].dated else frame.verb
    for at in behind:
        token = tokens[at]
        past = token.mood == "past" or token.text.lower().endswith(grammar.words.participles or ("\0",))
        if token.content:
            if token.entities or token.value is not None or grammar.is_named(token) or grammar.is_role(token):
                break
            return at
        small = grammar.is_small(token) or token.folded in grammar.perfects or not token.signs.isdisjoint(BEING)
        if past and not small:
            return at
    ahead = tokens[frame.verb - 1] if frame.verb - 1 in frame.places else None
    opens = ahead is not None and frame.verb - 1 == frame.places[0] and not verb.signs.isdisjoint(BEING)
    done = opens and ahead is not None and (grammar.is_participle(ahead) or grammar.is_past_participle(ahead))
    return frame.verb - 1 if done else frame.verb


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _verb(tokens: Sequence[Token], places: Sequence[int], grammar: Grammar) -> int:
    """Where the first verb of a part stands, -1 for none."""
    verb, small = -1, grammar.words.ties | grammar.definite
    if not grammar.postposed:
        for at in places:
            token = tokens[at]
            if token.mood in FINITE and token.content and not token.entities and token.before not in small:
                return at
    for at in places:
        token = tokens[at]
        loose = token.content and (grammar.postposed or grammar.brackets or token.before in grammar.perfects)
        if (loose or token.signs or token.mood or token.folded in grammar.perfects) and not token.entities:
            verb = at if is_verb(tokens, at, grammar) else -1
            if verb == at:
                return verb
    return _shaped(tokens, places, grammar)


def _is_doer_ahead(tokens: Sequence[Token], parts: Sequence[Sequence[int]], order: int, grammar: Grammar) -> bool:
    """Whether a part without a verb begins who does what the next tells: "..., the aunt | and the boys"."""
    first, following = parts[order][0], parts[order + 1][0]
    opens = first > 0 and tokens[first - 1].clause != tokens[first].clause
    joined = tokens[following - 1].folded in grammar.words.joins & grammar.words.joining
    tied = tokens[first].folded in grammar.words.ties - grammar.definite
    return opens and joined and not tied and not is_verb(tokens, following, grammar)


def is_verb(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb, or helps one."""
    token = tokens[at]
    if token.entities or token.value is not None or token.dated:
        return False
    if not token.content:
        small = grammar.words.ties | grammar.definite | grammar.words.articles
        helps = token.folded in grammar.perfects - small or bool(token.signs & BEING)
        finite = token.mood in FINITE or token.signs & SPEECH
        return helps or (bool(finite) and token.folded not in small and not grammar.is_named(token))
    if at and tokens[at - 1].value is not None:
        return False  # "300 empleos".
    says = token.signs & SPEECH and not grammar.is_named(token)
    return bool(says or is_deed(tokens, at, grammar)) and not grammar.is_role(token)


# Complexity: the signs of a verb whose form tells nothing, each language's.
def _shaped(tokens: Sequence[Token], places: Sequence[int], grammar: Grammar) -> int:
    """Where the verb of a row stands that no form shows: behind a noun or in front, an article or so behind it; or -1.

    "La empresa anuncia el cierre", "und bekommt dafür".
    """
    ends, words = tuple(grammar.words.special["statement_ends"]), grammar.words
    infinitives = words.infinitives
    for order, at in enumerate(places):
        token = tokens[at]
        infinitive = infinitives and token.content and token.plain.endswith(infinitives)
        if (infinitive and not grammar.is_named(token)) or token.folded in grammar.perfect_infinitives:
            return -1  # "..., of having sold it".
        ahead = tokens[places[order - 1]] if order else None
        shaped = (token.content or ends) and not (words.presents and token.mood != "present")
        if token.entities or token.value is not None or token.dated or not shaped:
            continue
        if (ahead is not None and ahead.value is not None) or not token.text[0].islower() or grammar.is_role(token):
            continue
        if not (token.folded.endswith(ends) if ends else not grammar.is_named(token)):
            continue
        if not token.content and (ahead is None or not ahead.content or grammar.is_small(token)):
            continue  # "Zwickau gibt ... ab".
        if ahead is not None and not ahead.content and ahead.folded not in words.clitics | words.anaphors:
            continue
        behind = tokens[places[order + 1]] if order + 1 < len(places) else None
        small = behind is None or (not behind.content and behind.folded not in grammar.of_words)
        if behind is None and not ends and ahead is not None:
            small = bool(ahead.entities) or grammar.is_role(ahead) or ahead.stem in words.bodies
        if ends or small or (behind is not None and grammar.is_named(behind)):
            return at
    return -1


def _may_do(tokens: Sequence[Token], phrase: DeedPhrase, grammar: Grammar) -> bool:
    """Whether a phrase before a verb is a noun or a name, and no adverb: not "later", "mais tarde"."""
    head, words = tokens[phrase.places[0]], grammar.words
    if head.folded in words.later or head.folded in words.durations:
        return False
    bare = not grammar.postposed or words.free_order or words.named_endings
    if bare or any(tokens[at].entities for at in phrase.places):
        return True
    known = grammar.is_role(head) or head.stem in words.bodies or head.value is not None
    return known or head.before in grammar.definite | words.articles | words.indefinite or grammar.is_named(head)


def _behind(tokens: Sequence[Token], frame: DeedFrame, grammar: Grammar) -> DeedPhrase | None:
    """Who does it right behind a verb that nothing but a circumstance stands before: "respondió el vicario"."""
    fronted = grammar.brackets and frame.places[0] < frame.verb  # "Und bekommt dafür den Preis": no doer.
    helped = frame.verb + 1 in frame.places and tells([tokens[frame.verb + 1]], PASSIVE)  # "Invited was".
    if not (fronted or helped or grammar.words.special["inverted_doers"]):
        return None
    first = next((one for one in frame.phrases if one.places[0] > frame.verb), None)
    if first is None or first.tie:
        return None
    head = tokens[first.places[0]]
    somebody = grammar.is_role(head) or any(grammar.is_person(tokens[at]) for at in first.places)
    return first if somebody else None


# Complexity: a phrase begins behind a preposition, an article or a verb.
def _phrases(tokens: Sequence[Token], places: Sequence[int], verb: int, grammar: Grammar) -> list[DeedPhrase]:
    found: list[DeedPhrase] = []
    last = -2
    for at in places:
        token = tokens[at]
        if (
            not token.content
            or at == verb
            or is_verb(tokens, at, grammar)
            or token.dated
            or _describes(tokens, at, grammar)
        ):
            continue
        goes_on = last == at - 1 and (tokens[last].clause == token.clause or bool(token.entities))
        if goes_on and found and (not token.entities or not tokens[last].entities or _same(tokens[last], token)):
            found[-1].places.append(at)
        else:
            tie = tie_before(tokens, at, grammar)
            if tie in grammar.of_words and found and not grammar.words.free_order and found[-1].places[-1] >= at - _LED:
                found[-1].places.append(at)  # "The roof of the mill": one phrase.
            else:
                found.append(DeedPhrase(tie, [at]))
        last = at
    return found


def _same(one: Token, other: Token) -> bool:
    return not one.entities.isdisjoint(other.entities)


def _describes(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is an adjective or an adverb alone, where nouns have capitals; a participle elsewhere."""
    token = tokens[at]
    if token.entities or token.value is not None:
        return False
    if grammar.nouns:
        return not token.text[0].isupper() or (not at and grammar.is_past_participle(token))
    return bool(grammar.words.participles) and grammar.is_participle(token) and not grammar.is_named(token)


def tie_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """The prepositions right before a word, articles between them and it or none, "" where none stands there."""
    words = grammar.words
    found: list[str] = []
    for token in reversed(tokens[at - _LED if at > _LED else 0 : at]):
        if token.content or token.clause != tokens[at].clause:
            break
        article = token.folded in grammar.definite and token.folded not in words.fused
        if token.folded in words.ties and (not article or token.folded in grammar.of_words):
            found.append(token.folded)
        elif found or not (article or token.folded in words.articles or grammar.is_possessive(token)):
            break
    return " ".join(reversed(found))
