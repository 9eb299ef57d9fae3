"""A sentence in parts: its main clause, and those that tell when, why, though or on which condition."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, CONCESSION, IS, LACK, PASSIVE, SOURCE, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain

# How many words may open such a clause: "after that", "до того як".
_LONGEST = 3
_BEING = {IS, WAS, PASSIVE}
LEADING = {AFTER, BEFORE, CAUSE, CONCESSION, LACK, SOURCE}
_ENDING = {",", ";"}
# How many words behind what opens a clause the one stands who does what it tells.
_AHEAD = 4
# The shortest noun that says nothing by itself: "state".
_LETTERS = 4
# How many words may stand between a preposition and its noun: "in the old".
_TIED = 3


@dataclass(frozen=True, slots=True)
class ClausePart:
    """Where a part of a sentence begins, where its first word behind what opens it stands, and where it ends."""

    start: int
    first: int
    end: int

    @property
    def is_led(self) -> bool:
        """Whether words for when, why, though or on which condition open it."""
        return self.first > self.start

    def __contains__(self, at: object) -> bool:
        return isinstance(at, int) and self.start <= at < self.end


def parts(clauses: Clauses, grammar: Grammar) -> list[ClausePart]:
    """The parts of a sentence in order; a single one where nothing parts it or it is not sure where."""
    tokens, special = clauses.tokens, grammar.words.special
    firsts = first_words(special["clause_openers"], special["verbal_openers"])
    found, at = list[ClausePart](), 0
    for place in [at for at, token in enumerate(tokens) if token.folded in firsts]:
        size = opens(clauses, place, grammar) if place >= at else 0
        if not size:
            continue
        end = _end(clauses, place + size, grammar)
        if end and (place or end < len(tokens)):
            found.append(ClausePart(place, place + size, end))
        at = end or place + size
    return _with_main(found, clauses, grammar)


@lru_cache(maxsize=32)
def first_words(*openers: frozenset[str]) -> frozenset[str]:
    """The first words of those that open such clauses."""
    return frozenset([phrase.partition("-")[0] for some in openers for phrase in some])


def _with_main(led: Sequence[ClausePart], clauses: Clauses, grammar: Grammar) -> list[ClausePart]:
    """Such clauses with what stands before, between and behind them, parted where a thing of its own follows."""
    found, at, tokens = list[ClausePart](), 0, clauses.tokens
    end = len(tokens)
    for part in (*led, ClausePart(end, end, end)):
        near = [place for place in range(at + 1, part.start) if tokens[place].clause != tokens[place - 1].clause]
        near += [place for place in range(at + 1, part.start) if tokens[place].folded in grammar.words.joins]
        starts = sorted({place for place in near if _parts(clauses, place, grammar)})
        for start, stop in pairwise((at, *starts, part.start)):
            found.append(ClausePart(start, start, stop))
        found.append(part)
        at = part.end
    return [part for part in found if part.start < part.end]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _parts(clauses: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether a semicolon stands before a word, or it opens what is told without a verb: "..., the sale put off"."""
    tokens = clauses.tokens
    opens_clause = tokens[at].clause != tokens[at - 1].clause
    if opens_clause and clauses.marks[tokens[at].clause] == ";":
        return True
    joined = tokens[at].folded in grammar.words.joins and at + 1 < len(tokens)
    if not (joined or (opens_clause and clauses.marks[tokens[at].clause] == ",")):
        return False
    inside = [place for place in range(at + joined, len(tokens)) if tokens[place].clause == tokens[at].clause]
    said = [place for place in inside if tokens[place].content]
    relatives = grammar.relatives - grammar.definite
    relates = any(tokens[place].folded in relatives for place in inside)
    if len(said) < len("ab") or relates or not _is_known(tokens[said[0]], grammar):
        return False
    verbs = [place for place in inside if place > said[0] and _is_verb(tokens[place], grammar)]
    if verbs:
        full = not joined and not grammar.nouns
        return full and any(_is_verb(token, grammar) for token in tokens[:at]) and _is_main(clauses, at, grammar)
    helping = grammar.perfects | grammar.words.copulas
    ahead = any(token.signs & _BEING or token.folded in helping for token in tokens[:at])
    return ahead and any(_is_participle(tokens[place], grammar) for place in said[1:])


def _is_known(token: Token, grammar: Grammar) -> bool:
    """Whether a noun stands behind its own article, or ends in one."""
    words = grammar.words
    ended = bool(words.definite_endings) and token.plain.endswith(words.definite_endings)
    ended = ended or (bool(words.named_endings) and token.before not in words.ties and grammar.is_named(token))
    return is_plain(token) and ((token.before in grammar.definite and token.before not in words.fused) or ended)


def _is_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a verb that tells when it is done, or helps one."""
    if token.folded in grammar.perfects - grammar.definite - grammar.words.ties or token.signs & _BEING:
        return True
    finite = token.mood in FINITE or governs(token) or not token.signs.isdisjoint(SPEECH)
    return finite and not grammar.is_named(token) and (token.mood == "past" or not _is_participle(token, grammar))


def _is_main(clauses: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether no relative clause stands before a place: "the mayor, who left, the council and the party agreed"."""
    relating = grammar.relatives - grammar.definite
    return not any(clauses.openers[clause] in relating for clause in range(clauses.tokens[at].clause + 1))


def is_verb_form(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a verb or a participle, of a language whose nouns have capitals any other word."""
    return grammar.nouns or token.mood in FINITE or governs(token) or _is_participle(token, grammar)


def _is_participle(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a participle by its form, of a feminine too."""
    words = grammar.words
    if grammar.nouns:
        inseparable = token.plain.startswith(words.inseparable or "\0") and token.plain.endswith(
            words.participles or "\0"
        )
        return token.text[0].islower() and (grammar.is_past_participle(token) or inseparable)
    ended = bool(words.participles) and token.plain[:-1].endswith(words.participles) and len(token.plain) > _LETTERS
    return (token.mood == "past" or grammar.is_participle(token) or ended) and not grammar.is_named(token)


def opens(clauses: Clauses, at: int, grammar: Grammar) -> int:
    """How many words open such a clause at a place, 0 where none do."""
    tokens, special = clauses.tokens, grammar.words.special
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        phrase = "-".join([token.folded for token in tokens[at : at + size]])
        if phrase in special["clause_openers"]:
            alone = tokens[at].before if size == 1 and phrase in special["bare_openers"] else ""
            tied = size > 1 and tokens[at].before in grammar.words.ties  # "У тому, що".
            return 0 if alone or tied else size
        if phrase in special["verbal_openers"]:
            return size if _tells_deed(tokens, at + size, grammar) else 0
    return 0


def _tells_deed(tokens: Sequence[Token], first: int, grammar: Grammar) -> bool:
    """Whether a verb stands behind a word that may be a preposition: "after leaving", "after he left"."""
    words = grammar.words
    ends = (*words.infinitives, *words.gerunds) or ("\0",)
    relating = grammar.relatives - grammar.definite
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.folded in relating or (at > first and token.clause != tokens[at - 1].clause):
            return False
        over = token.mood == "past" or token.folded in grammar.perfects or not token.signs.isdisjoint(_BEING)
        if over or token.folded in grammar.perfect_infinitives:
            return True
        if token.content and token.plain.endswith(ends) and token.before not in grammar.definite:
            return True
    return False


def _end(clauses: Clauses, first: int, grammar: Grammar) -> int:
    """Where a clause ends that opens before a word: at the next comma; 0 where that is not sure or it tells nothing."""
    tokens = clauses.tokens
    if first >= len(tokens):
        return 0
    end = next(
        (
            at
            for at in range(first + 1, len(tokens))
            if tokens[at].clause != tokens[at - 1].clause and clauses.marks[tokens[at].clause] in _ENDING
        ),
        len(tokens),
    )
    opener = clauses.openers[tokens[end].clause] if end < len(tokens) else ""
    if opener in grammar.relatives - grammar.definite or not any(token.content for token in tokens[first:end]):
        return 0
    return end


def part_of(found: Sequence[ClausePart], at: int) -> ClausePart:
    """The part that a place is in."""
    return next(part for part in found if at in part)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def doer(tokens: Sequence[Token], part: ClausePart, grammar: Grammar) -> int:
    """The place of the noun or name that does what a part tells, -1 where a pronoun or nobody sure does."""
    words = grammar.words
    turned = grammar.brackets or words.omits_subjects
    begin = _begin(tokens, part, grammar)
    for at in range(begin, part.end):
        token = tokens[at]
        if _stands_for_doer(token, grammar):
            return -1
        if token.dated or token.value is not None or not (token.content or _is_silent_noun(token, grammar)):
            continue
        if is_led(tokens, at, begin, grammar):
            continue
        if _is_noun(tokens, at, part, grammar):
            return -1 if _is_object(token, grammar) else at
        if not turned or at > begin + _AHEAD:
            return -1
        turned = False  # One verb may stand before who does it: "closed the owner the bakery".
    return -1


def _begin(tokens: Sequence[Token], part: ClausePart, grammar: Grammar) -> int:
    """Where a part begins without a first clause that has no verb: "days after the flood, | thieves broke in"."""
    end = next((at for at in range(part.first + 1, part.end) if tokens[at].clause != tokens[at - 1].clause), part.end)
    ahead = tokens[part.first : end]
    verb = any(one.mood in FINITE or one.signs & _BEING or one.folded in grammar.perfects for one in ahead)
    tied = any(one.folded in grammar.words.ties or one.signs & LEADING for one in ahead)
    return end if end < part.end and tied and not verb and not grammar.nouns else part.first


def _stands_for_doer(token: Token, grammar: Grammar) -> bool:
    """Whether a pronoun may tell who does it: neither an article nor one for whom it is done to."""
    words = grammar.words
    if token.folded in words.subjects:
        return True
    small = token.folded in grammar.definite or token.folded in words.clitics or token.folded in words.indefinite
    if token.content or small or grammar.is_possessive(token):
        return False
    return token.folded in words.anaphors or grammar.is_pronoun(token)


def _is_silent_noun(token: Token, grammar: Grammar) -> bool:
    """Whether a word that says nothing by itself stands behind an article as a noun: "the state"."""
    small = grammar.definite | grammar.words.indefinite | grammar.words.ties | grammar.perfects
    if token.before not in grammar.definite | grammar.words.indefinite or token.folded in small or governs(token):
        return False
    noun = token.text[0].isupper() if grammar.nouns else len(token.text) >= _LETTERS
    return noun and token.signs.isdisjoint(_BEING)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_led(tokens: Sequence[Token], at: int, first: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before a word of a part, or the article of whose something is."""
    token, words = tokens[at], grammar.words
    noun = at - 1 > first and tokens[at - 2].text[0].isupper() and tokens[at - 2].content
    if noun and token.before in grammar.genitives and grammar.is_genitive(token):
        return True
    before = at - 1
    while before >= max(first, at - _TIED):
        other = tokens[before]
        ahead = tokens[before - 1] if before > first else None
        noun = ahead is not None and ahead.content and (not grammar.nouns or ahead.text[0].isupper())
        article = other.folded in grammar.definite and not noun
        tie = other.folded in words.ties | words.special["ones"] or not other.signs.isdisjoint(LEADING)
        if tie and not (article and other.folded not in words.fused):
            return True
        helped = other.before in grammar.perfects - grammar.words.ties or _is_participle(other, grammar)
        if other.content and (other.entities or other.mood in FINITE or grammar.nouns or helped):
            return False
        if other.folded in grammar.definite and noun:
            return False
        before -= 1
    return False


def _is_object(token: Token, grammar: Grammar) -> bool:
    """Whether an article or an ending tells that something is done to somebody."""
    return token.before in grammar.words.accusative or token.before in grammar.words.oblique


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_noun(tokens: Sequence[Token], at: int, part: ClausePart, grammar: Grammar) -> bool:
    """Whether a word is a name or noun for who does something."""
    token, words = tokens[at], grammar.words
    if grammar.nouns:
        return token.text[0].isupper()
    if token.entities or governs(token) or token.mood in FINITE:
        return bool(token.entities)
    if token.before in grammar.definite or token.before in words.indefinite:
        return True
    if words.definite_endings and token.plain.endswith(words.definite_endings):
        return True
    behind = tokens[at + 1 : min(at + 2, part.end)]
    if token.folded.endswith(tuple(words.special["adverb_ends"]) or "\0"):
        return False
    verb = [one for one in behind if one.folded in grammar.perfects or one.signs & _BEING or one.mood in FINITE]
    return is_plain(token) and bool(verb)
