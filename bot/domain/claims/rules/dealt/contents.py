"""Something done to what a claim names, where the sentence has it done to a thing of that: "the hall's archive"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PART, PASSIVE
from bot.domain.claims.rules.dealt.objects import ANOTHER_DONE_TO, may_be_deed, tied
from bot.domain.claims.rules.dealt.phrases import CHAINED, DATIVE, EITHER, ends_as_dative, is_deed
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_time, places_in, tells

# How many small words stand at most between a noun and what ties another to it.
_SMALL = 3
_APART = 6  # The same, times among them.
_OF = {CHAINED, EITHER}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_to_whole(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what a deed is done to in a claim: the sentence has it done to a thing of that, left out."""
    tokens, passive = aligned.told.tokens, tells(claim.tokens, PASSIVE)
    tying = grammar.words.ties - grammar.definite
    for token, place in aligned.pairs:
        if place < _SMALL - 1 or token.value is not None or token.dated or token.signs or token.before in tying:
            continue
        before = tokens[place - 1]  # A tie, an article behind one, or what describes it.
        led = before.content or before.folded in grammar.definite or before.folded in grammar.words.ties
        timed = token.folded in grammar.words.firsts or token.folded in grammar.words.durations
        if not led or timed or before.clause != tokens[place].clause:
            continue
        head, tie = _head(tokens, place, token, grammar)
        if head < 0 or (head in aligned.matched and passive) or _stands_for_all(tokens, head, grammar):
            continue
        at = claim.tokens.index(token)
        first = _first(claim.tokens, at, grammar)
        if tied(claim.tokens, first, grammar)[0] not in {"", DATIVE}:
            continue
        if head in aligned.matched:
            if _is_of_doer(claim.tokens[:first], aligned, head, token, grammar):
                return f"{ANOTHER_DONE_TO}: {token.text}"
            continue
        behind = [one for one in claim.tokens[at + 1 :] if one.clause == token.clause] if passive else []
        ahead = [claim.tokens[place] for place in range(first - 1, -1, -1)]
        verbs = (_beside(ahead, token, grammar), _beside(behind[:: -1 if grammar.brackets else 1], token, grammar))
        if any(verb is not None and _undergoes(aligned, (head, tie), verb, grammar) for verb in verbs):
            return f"{ANOTHER_DONE_TO}: {token.text}"
    return ""


def _first(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """The place of the first word that says something in a noun's phrase: "the | old mill"."""
    while at and tokens[at - 1].content and tokens[at - 1].clause == tokens[at].clause and tokens[at].before:
        before = tokens[at - 1]
        done = is_deed(tokens, at - 1, grammar) or before.before in grammar.perfects | grammar.perfect_infinitives
        if before.value is not None or is_time(before) or done:
            break
        at -= 1
    return at


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _head(tokens: Sequence[Token], place: int, said: Token, grammar: Grammar) -> tuple[int, str]:
    """The place of the noun to which a word is tied, and how; -1 where it is tied to none.

    `said` is the claim's word, which has no ending that ties it.
    """
    cased = not grammar.words.free_order and ends_as_dative(tokens[place], grammar)
    if cased and said.keys & tokens[place].keys and not ends_as_dative(said, grammar):
        at, tie = place - 1, EITHER  # "Arhiva primăriei".
    else:
        first = _first(tokens, place, grammar)
        tie, word = tied(tokens, first, grammar)
        bare = grammar.words.givens if grammar.words.possessives or grammar.nouns else frozenset[str]()
        if word is None or tie == DATIVE or word.folded in bare | grammar.words.objects:
            return -1, ""  # "Gave a prize to the club", "gave the club a prize".
        if grammar.words.free_order and tie not in _OF:
            return -1, ""
        if tokens[place].entities and not tokens[first].entities:
            return -1, ""  # "The firm for mills Hale": the firm's own name.
        at = next(at for at in range(place - 1, -1, -1) if tokens[at] is word) - 1
        small = tokens[at].folded in grammar.definite | grammar.words.ties
        compound = bool(grammar.words.possessives) and at > 0 and not small
        at -= compound and not tokens[at].content  # "Car park", two words for one thing.
    if at < 0 or not tokens[at].content or tokens[at].clause != tokens[place].clause:
        return -1, ""
    led = tokens[at].before in grammar.definite | grammar.words.articles or (
        grammar.nouns and tokens[at].text[0].isupper()
    )
    verbal = not led and (is_deed(tokens, at, grammar) or grammar.is_participle(tokens[at]))
    return (-1, "") if verbal or is_time(tokens[at]) else (at, tie)


def _stands_for_all(tokens: Sequence[Token], head: int, grammar: Grammar) -> bool:
    """Whether a noun tells of how much or of what kind the one behind it is: "a group of", "three tons of"."""
    counted = any(one.value is not None for one in tokens[max(0, head - 1) : head + 1])
    return counted or PART in tokens[head].signs or tokens[head].folded in grammar.words.special["light_heads"]


def _beside(tokens: Sequence[Token], noun: Token, grammar: Grammar) -> Token | None:
    """The word that says something nearest to a noun, small ones and times between them, or a verb that says little."""
    for token in tokens[:_APART]:
        if token.clause != noun.clause:
            return None
        light = token.folded in grammar.words.light and not token.signs
        if (token.content and not is_time(token)) or light or token.signs & SPEECH:
            return token
    return None


def _is_of_doer(ahead: Sequence[Token], aligned: Aligned, head: int, noun: Token, grammar: Grammar) -> bool:
    """Whether who does it in both has with it in the sentence what it is done to in the claim: "a report by the bank".

    `ahead` are a claim's words before the noun.
    """
    verb, tokens = _beside(ahead[::-1], noun, grammar), aligned.told.tokens
    doer = next((token for token, at in aligned.pairs if at == head), None)
    here = next((at for token, at in aligned.pairs if token is verb), -1)
    if (
        verb is None
        or doer is None
        or doer.start > verb.start
        or not head < here
        or not _is_verb(tokens, here, grammar)
    ):
        return False
    same = tokens[here].clause == tokens[head].clause and verb.stem == tokens[here].stem
    return same and not tells([one for one in tokens if one.clause == tokens[head].clause], PASSIVE)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _undergoes(aligned: Aligned, thing: tuple[int, str], verb: Token, grammar: Grammar) -> bool:
    """Whether a thing is what a claim's deed is done to, with the very verb: behind it, or before it in the passive."""
    tokens, (head, tie) = aligned.told.tokens, thing
    clause = range(*_ends(tokens, head))
    places = [at for token, at in aligned.pairs if token is verb] if verb.content else clause
    here = next((at for at in places if at in clause and tokens[at].stem == verb.stem), -1)
    if here < 0 or (verb.content and not _is_verb(tokens, here, grammar)):
        return False
    first, passive = _first(tokens, head, grammar), tells([tokens[at] for at in clause], PASSIVE)
    how, word = tied(tokens, first, grammar)
    some = (
        how == CHAINED and word is not None and here + 1 < head and tokens[here + 1] is word
    )  # "A saisi | des documents".
    if how not in {"", DATIVE} and not some:
        return False
    if here > head:
        return passive or (grammar.brackets and tie in _OF)
    return not passive and (tie in _OF or not any(token.content for token in tokens[here + 1 : first]))


def _is_verb(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word may be a verb: one by its form, or no noun by what stands before it or elsewhere."""
    token = tokens[at]
    if may_be_deed(tokens, at, grammar) or not token.text[0].islower():
        return token.text[0].islower()
    noun = grammar.is_named(token) or grammar.is_role(token) or (grammar.nouns and token.text[0].isupper())
    return is_plain(token) and not noun and token.before not in grammar.definite | grammar.words.articles


def _ends(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Where the clause of a word begins and ends."""
    places = places_in(tokens, tokens[at].clause)
    return places[0], places[-1] + 1
