"""What a deed is done to in a claim, where a sentence only ties it to the deed, or has another deed done to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.dealt.phrases import CHAINED, DATIVE, EITHER, ends_as_dative, is_deed, phrases_in, tie_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, is_time, tells

ANOTHER_DONE_TO = "has another undergo what is done"
# How many small words stand between a noun and what ties it.
_SMALL = 3


@dataclass(slots=True)
class _Done:
    """A claim's verb and the first word of a phrase behind it, where the sentence has both, how that is tied there.

    `said` are all words of the claim.
    """

    verb: Token
    verb_at: int
    noun: Token
    noun_at: int
    tie: str
    said: set[str]


def done_to_tied(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what a deed is done to in a claim: only tied to it in a sentence, or to another deed."""
    if claim.headline or tells(claim.tokens, PASSIVE) or grammar.words.special["case_ends"]:
        return ""
    for done in _done(claim, aligned, grammar):
        if _is_tied_there(done, aligned, grammar) or _is_of_other(done, aligned, grammar):
            return f"{ANOTHER_DONE_TO}: {done.noun.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _done(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[_Done]:
    """A claim's verbs, each with the first words of the phrases behind it."""
    placed, tokens = {id(token): at for token, at in aligned.pairs}, claim.tokens
    for here, verb in enumerate(tokens):
        there = placed.get(id(verb), -1)
        if there < 0 or not _may_be_verb(verb, grammar) or not _may_be_verb(aligned.told.tokens[there], grammar):
            continue
        if verb.stem != aligned.told.tokens[there].stem or verb.folded in grammar.words.special["asking"]:
            continue
        end = next((at for at in range(here, len(tokens)) if tokens[at].clause != verb.clause), len(tokens))
        for phrase in phrases_in(tokens, range(here + 1, end), grammar):
            at = phrase.places[0]
            noun = tokens[at]
            verbal = noun.mood in FINITE or grammar.is_participle(noun) or is_deed(tokens, at, grammar)
            verbal = verbal and not grammar.is_named(noun)
            verbal = verbal or tokens[at - 1].folded in grammar.words.special["compared_behind"]
            if id(noun) not in placed or noun.value is not None or is_time(noun) or verbal:
                continue
            if at > here + 1 or noun.entities or grammar.words.free_order or grammar.is_named(noun):
                tie = phrase.tie or tied(tokens, at, grammar)[0]
                yield _Done(verb, there, noun, placed[id(noun)], tie, {token.folded for token in tokens})


def _may_be_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be a verb, by its ending where nouns have no articles."""
    if grammar.words.free_order and not token.folded.endswith(tuple(grammar.words.special["past_ends"]) or "\0"):
        return False
    noun = grammar.nouns and token.text[0].isupper()
    return is_plain(token) and not noun and not grammar.is_named(token) and not grammar.is_role(token)


def may_be_deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb, or may be one where nouns have capitals."""
    small = grammar.nouns and tokens[at].content and tokens[at].text[0].islower() and not grammar.is_named(tokens[at])
    return small or is_deed(tokens, at, grammar)


def tied(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[str, Token | None]:
    """How a word is tied, small words alone between, and by which; "" where nothing ties it."""
    for place in range(at - 1, max(-1, at - 1 - _SMALL), -1):
        titled = bool(tokens[at].entities) and grammar.is_role(tokens[place])
        if (tokens[place].content and not titled) or tokens[place].clause != tokens[at].clause:
            break
        if tie := tie_of(tokens, place, grammar):
            return tie, tokens[place]
    return (DATIVE, None) if ends_as_dative(tokens[at], grammar) else ("", None)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_tied_there(done: _Done, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a sentence ties to the deed what a claim has it done to, and has it done to something else."""
    tokens, words = aligned.told.tokens, grammar.words
    if (
        grammar.is_oblique_pronoun(tokens[done.noun_at])
        or done.tie
        or done.verb_at > done.noun_at
        or tokens[done.noun_at].clause != tokens[done.verb_at].clause
    ):
        return False
    phrases = phrases_in(tokens, range(done.verb_at + 1, done.noun_at + 1), grammar)
    first = phrases[-1].places[0] if phrases and done.noun_at in phrases[-1].places else done.noun_at
    tie, word = tied(tokens, first, grammar)  # "(Ao) banco Tejo".
    if tie == CHAINED and _is_beside(done, tokens) and word is not None and word.folded not in grammar.definite:
        tie = word.folded  # "Kaufte vom Museum": not "the clock of the museum", nor "des livres".
    if tie in {"", CHAINED, EITHER} or (word is None and tokens[done.noun_at].folded == done.noun.folded):
        return False
    if word is not None and word.folded in words.special["bare_givens"]:
        return False
    return _has_own(done, aligned, "", grammar) or (words.free_order and _is_followed(done, aligned, grammar))


def _is_beside(done: _Done, tokens: Sequence[Token]) -> bool:
    """Whether small words alone stand between a verb and what is tied to it."""
    return not any(token.content for token in tokens[done.verb_at + 1 : done.noun_at])


def _is_followed(done: _Done, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a noun that a claim does not take stands behind one without anything between: "у фірми млин"."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[done.noun_at].clause
    for at in range(done.noun_at + 1, len(tokens)):
        token = tokens[at]
        if not token.content or token.clause != clause or token.value is not None or is_time(token):
            return False
        if at not in aligned.matched and not token.entities and not is_deed(tokens, at, grammar):
            return True
    return False


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _has_own(done: _Done, aligned: Aligned, tie: str, grammar: Grammar) -> bool:
    """Whether something that a claim does not take stands behind the deed with such a tie, and is no time."""
    tokens = aligned.told.tokens
    clause = tokens[done.verb_at].clause
    end = next((at for at in range(done.verb_at, len(tokens)) if tokens[at].clause != clause), len(tokens))
    inside = tokens[done.verb_at : end]
    if tells(inside, PASSIVE):
        return False
    start = next(at for at, token in enumerate(tokens) if token.clause == clause)
    last = grammar.brackets and end == done.verb_at + 1 and tokens[start].folded in grammar.relatives
    places = range(start + 1, end - 1) if last else range(done.verb_at + 1, end)
    own = [one for one in phrases_in(tokens, places, grammar) if one.tie == tie]
    own = [one for one in own if done.said.isdisjoint([tokens[at].folded for at in one.places])]
    own = [one for one in own if aligned.matched.isdisjoint(one.places)]
    return any(_is_thing([tokens[at] for at in one.places], grammar) for one in own)


def _is_thing(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words are a noun with its article, number or capital, and no time."""
    durations = grammar.words.durations
    if any(is_time(token) or token.folded in durations for token in tokens):
        return False
    if all(token.value is not None for token in tokens):
        return False  # "Lost 24:27".
    first = tokens[0]
    if grammar.words.free_order and first.before in grammar.words.joining and _may_be_verb(first, grammar):
        return False  # "... й вийшов".
    led = bool(first.entities) or first.value is not None or first.before in grammar.definite
    return led or grammar.words.free_order or first.before in grammar.words.ties


def _is_of_other(done: _Done, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a sentence has another deed done to it, in another clause, and this one done to something else."""
    tokens = aligned.told.tokens
    clause, home = tokens[done.verb_at].clause, tokens[done.noun_at].clause
    if clause == home or done.tie in {CHAINED, EITHER}:
        return False
    twins = {at for key in done.noun.keys for at in aligned.told.places.get(key, ())}
    own = any(tokens[at].clause == home and may_be_deed(tokens, at, grammar) for at in range(len(tokens)))
    if not own or any(tokens[at].clause == clause for at in twins):
        return False  # "..., and the stamps to a school": the same deed.
    inside = [token for token in tokens if token.clause == clause and token.folded not in grammar.relatives]
    if grammar.words.free_order and any(map(grammar.is_oblique_pronoun, inside)):
        return False  # "Звинуватив її в брехні".
    return _has_own(done, aligned, done.tie, grammar)
