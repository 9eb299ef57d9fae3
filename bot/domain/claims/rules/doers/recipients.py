"""To whom a thing is said, given or done: nobody does in a claim what the sentence has done to them."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT, PASSIVE
from bot.domain.claims.rules.doers.agents import is_said_by
from bot.domain.claims.rules.doers.participles import participle
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells

_GIVEN_WORDS = 3
_FORM = "~"


def addressed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who says something in the claim and is told it in the sentence: "Ann wrote to the ministry", and it to her."""
    told = aligned.told.tokens
    for (one, here), (other, there) in pairwise(aligned.pairs):
        if here < there or one.clause != other.clause or told[here].clause != told[there].clause:
            continue
        mine = claim.tokens[claim.tokens.index(one) : claim.tokens.index(other)]
        if not all(any(token.signs & SPEECH for token in between) for between in (mine, told[there:here])):
            continue
        verb = next(at for at in range(there, here) if told[at].signs & SPEECH)
        spoken_to = [grammar.is_tied(claim.tokens, claim.tokens.index(token)) for token in (one, other)]
        if is_said_by(told, verb, here):
            continue
        if spoken_to == [False, True] and grammar.is_tied(told, here) and told[there].before not in grammar.words.ties:
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def ordered_for(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whom a claim's passive tells to do what the sentence has another do for them: "ordered Ann to pay Bob"."""
    marks = grammar.words.infinitive_marks
    if not marks or not tells(claim.tokens, PASSIVE):
        return ""
    told, (patient, there) = aligned.told.tokens, aligned.pairs[0]
    here = next((at for token, at in aligned.pairs if is_plain(token) and at < there), there)
    marked = next((at for at in range(here + 1, there - 1) if told[at].folded in marks), 0)
    other = any(token.content for token in told[here + 1 : marked])
    led = marked and marked + 1 in aligned.matched and told[here].clause == told[there].clause
    return f"turns round who does what: {patient.text}" if other and led and not tells(told, PASSIVE) else ""


def answered(aligned: Aligned, grammar: Grammar) -> str:
    """Who answers in the claim and gets the answer in the sentence: "has had no answer", "has not answered"."""
    told, special = aligned.told.tokens, grammar.words.special
    asked = [pair for pair in aligned.pairs if pair[0].folded in special["answering"]]
    nouns = grammar.definite | grammar.words.indefinite | grammar.words.none if asked else frozenset[str]()
    for token, place in asked:
        if token.before in nouns:
            continue
        beside = [one for one in told if one.clause == told[place].clause]
        named = told[place].folded not in special["answering"] or told[place].before in nouns
        if named and any(one.folded in special["getting_answers"] for one in beside):
            return f"turns round who does what: {token.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def addressed_too(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who says something in the claim and is told it in the sentence with another: "spoke to the press and to us"."""
    told = aligned.told.tokens
    saying = [at for at, token in enumerate(told) if token.signs & SPEECH]
    for (one, here), (other, there) in pairwise(aligned.pairs) if saying else ():
        if here > there or one.clause != other.clause or told[here].clause != told[there].clause:
            continue
        opens = [at for at in saying if at < here and told[at].clause == told[here].clause]
        if not opens or [at for at in saying if here <= at < there] or not grammar.is_tied(told, here):
            continue
        first, last = claim.tokens.index(one), claim.tokens.index(other)
        says = [token for token in claim.tokens[first:last] if token.signs & SPEECH]
        if says and not grammar.is_tied(claim.tokens, first) and grammar.is_tied(claim.tokens, last):
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def oblique(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does it in the claim and has it done to them in the sentence, by the article's case ("dem")."""
    words, told = grammar.words, aligned.told.tokens
    if not words.oblique or tells(claim.tokens, PASSIVE):
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        token, place = next(iter(aligned.pairs_of(clause)), (aligned.tokens[0], -1))
        mine, theirs = _article(claim.tokens, token, grammar), _article(told, told[place], grammar)
        if place < 0 or mine in words.oblique or mine not in grammar.definite:
            continue
        accused = mine in words.nominative and theirs in words.accusative
        given = _is_given_relative(aligned, clause, place, grammar)
        if given or ((theirs in words.oblique or accused) and not grammar.is_tied(told, place)):
            return f"turns round who does what: {token.text}"
    return ""


def _is_given_relative(aligned: Aligned, clause: int, place: int, grammar: Grammar) -> bool:
    """Whether the deed stands in a relative clause of whom it is done for: "der Verein, dem die Stadt Räume gibt"."""
    told = aligned.told
    behind = told.tokens[place].clause + 1
    given = behind < len(told.clauses.openers) and told.clauses.openers[behind] in grammar.words.oblique
    return given and any(told.tokens[at].clause == behind for _, at in aligned.pairs_of(clause))


def _article(tokens: Sequence[Token], token: Token, grammar: Grammar) -> str:
    """The word before another, or before the noun that stands before a name: "dem Unternehmen Kessler"."""
    at = tokens.index(token)
    noun = tokens[at - 1] if at and token.entities and token.before not in grammar.definite else token
    return noun.before if noun.text[0].isupper() and noun.clause == token.clause else token.before


# Complexity: the conditions of one reading, each a cheap way out before the next.
def given(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in the claim what in the sentence is given to them: "paid a fine to the town", "the town paid"."""
    told = aligned.told.tokens
    if not _may_give(told, grammar) or _is_passive(claim, grammar) or claim.converse is not None:
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
        deed = next((pair for pair in pairs[1:] if is_plain(pair[0]) and not grammar.is_named(pair[0])), None)
        behind = claim.tokens[claim.tokens.index(pairs[0][0]) + 1 :][:1] if pairs else []
        if any(token.folded in grammar.words.special["given_clitics"] for token in behind):
            continue  # "Părinților li s-a oferit": they do nothing.
        if deed and _may_do(claim, pairs[0][0], grammar) and _is_done_to_them(told, pairs[0][1], deed, grammar):
            return f"turns round who does what: {pairs[0][0].text}"
    return ""


def _is_passive(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim tells what is done to somebody, a headline by a participle alone: "farmacista arrestato"."""
    return tells(claim.tokens, PASSIVE) or participle(claim, grammar) is not None


def receiving(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in the claim to another what in the sentence the other does to them: "the fund gave the school 40"."""
    if grammar.words.free_order or grammar.brackets or tells(claim.tokens, PASSIVE):
        return ""
    told = aligned.told.tokens
    for (one, here), (other, there) in pairwise(aligned.pairs):
        if here < there or one.clause != other.clause or not _is_one(aligned, there, here, grammar):
            continue
        first, last = claim.tokens.index(one), claim.tokens.index(other)
        free = all(_is_free(claim.tokens, at, grammar) for at in (first, last))
        if not free or not all(_is_free(told, at, grammar) for at in (here, there)):
            continue
        mine, theirs = _light(claim.tokens[first + 1 : last], grammar), _light(told[there + 1 : here], grammar)
        if mine & theirs and not tells(told[there:here], PASSIVE):
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def _is_one(aligned: Aligned, there: int, here: int, grammar: Grammar) -> bool:
    """Whether two words stand in one clause, or the second behind a first put in: "Ann, who gave", "Ann, gave"."""
    tokens, openers = aligned.told.tokens, aligned.told.clauses.openers
    one, other = tokens[there].clause, tokens[here].clause
    if one == other or one + 1 != other:
        return one == other
    named = all(token.entities for token in tokens if token.clause == one)  # "The owner, Ann, gave us 40."
    return openers[other] in grammar.relatives or (one > 0 and named)


def _is_free(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word may name somebody and no preposition stands before it."""
    return tokens[at].value is None and not tokens[at].dated and not grammar.is_tied(tokens, at)


def _light(tokens: Sequence[Token], grammar: Grammar) -> set[str]:
    """The stems of words that may be verbs that carry little, and the verbs of which they are forms."""
    light = [token for token in tokens if _is_light(token, grammar)]
    return {token.stem for token in light}.union(*({key for key in token.keys if _FORM in key} for token in light))


def _is_light(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be a verb that carries little, as "gave" does."""
    joins = grammar.words.joins | grammar.words.joining | grammar.words.copulas
    small = token.content or token.folded in grammar.definite or token.folded in joins
    return not small and token.folded not in grammar.words.ties and token.signs.isdisjoint({PASSIVE, NOT})


def _may_give(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words may tell to whom a thing is given."""
    givens = grammar.words.givens
    if not givens or grammar.words.clitics:
        return bool(givens)
    return bool([token for token in tokens if token.folded in givens])


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
        return _is_given_before(tokens, here, there, grammar) or _is_object_before(tokens, here, there, grammar)
    behind = range(max(there + 1, here - _GIVEN_WORDS), here + 1)
    return any(_is_given(tokens[at], grammar) and not is_of_office(tokens, at, here, grammar) for at in behind)


def is_of_office(tokens: Sequence[Token], at: int, here: int, grammar: Grammar) -> bool:
    """Whether a word ties to an office, right before it, what that is in: "l'assessore ai trasporti Dario Belli"."""
    between = any(token.content and not grammar.is_role(token) for token in tokens[at + 1 : here])
    return between and at > 0 and grammar.is_role(tokens[at - 1])


def _is_given_before(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether somebody is given what another, who stands between, does: "to her the boards handed 900 names"."""
    opens = here > 0 and tokens[here - 1].folded in grammar.words.givens and not tokens[here - 1].before
    between = [at for at in range(here + 1, there) if tokens[at].content and tokens[at].clause == tokens[here].clause]
    free = (at for at in between if grammar.is_named(tokens[at]) or tokens[at].entities)
    return opens and any(not grammar.tie_before(tokens, at) for at in free)


def _is_object_before(tokens: Sequence[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word is what a first deed is done to, before a second that is joined: "froze the fund and sold it"."""
    joins = grammar.words.joins | grammar.words.joining
    if tokens[there].before not in joins or not grammar.is_participle(tokens[there]):
        return False
    clause = [token for token in tokens[:here] if token.clause == tokens[here].clause]
    return any(token.before in grammar.words.perfects and grammar.is_participle(token) for token in clause)


def given_in_relative(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in the claim what is done for them in a relative clause: "the firm to which the council owes money"."""
    if not aligned.pairs:
        return ""
    told, (doer, here) = aligned.told, aligned.pairs[0]
    inside = places_in(told.tokens, told.tokens[here].clause + 1)
    if not inside or doer.folded != told.tokens[here].folded or tells(claim.tokens, PASSIVE):
        return ""
    if not _is_to_whom(told.tokens, inside[0], here, grammar) or grammar.is_tied(claim.tokens, 1 + bool(doer.before)):
        return ""
    giver = next((at for at in inside if told.tokens[at].content), here)
    taken = [token for token, at in aligned.pairs if at == giver and token.clause == doer.clause]
    others = not aligned.matched.isdisjoint({*inside} - {giver})
    free = others and told.tokens[giver].before not in grammar.words.ties - grammar.definite
    return f"turns round who does what: {doer.text}, {taken[0].text}" if taken and free else ""


def _is_to_whom(tokens: Sequence[Token], at: int, here: int, grammar: Grammar) -> bool:
    """Whether a clause opens with for whom it is done, who stands right before it: "a la que", "căreia", "der"."""
    words, first, behind = grammar.words, tokens[at], tokens[at + 1 : at + 2]
    small = words.givens | grammar.definite
    between = [token for token in tokens[here + 1 : at] if not token.entities & tokens[here].entities]
    if any(token.folded not in small for token in between):
        return False
    if first.folded in words.special["to_whom"]:
        return True
    feminine = tokens[here].before in grammar.definite - words.nominative - words.oblique - words.accusative
    if first.folded in words.nominative and feminine:  # "Die Firma, der die Stadt", "die Firma, die".
        return True
    relative = behind if first.folded in words.givens else [first]
    given = first.folded in words.givens or any(token.folded in words.givens for token in between)
    return given and any(token.folded in grammar.relatives for token in relative)


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
