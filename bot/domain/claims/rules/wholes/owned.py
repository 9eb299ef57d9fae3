"""Whose something is, told by an ending, and what a claim has them do that only theirs does: "брат мера утік".

In a language whose nouns have an ending for whose the thing before them is; where a preposition or an article tells it
see `agents`.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, IS, PASSIVE, SOURCE, WAS
from bot.domain.claims.rules.doers.agents import is_counted, stands_for_all
from bot.domain.claims.rules.doers.alone import is_of_another_number
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, is_time, places_in, tells

# Among how many words before whose something is what tells so stands.
_NEAR = 2


def owner_by_ending(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom or what a claim tells of alone, and the sentence only as whose another is; "" if not."""
    if not grammar.words.owner_endings:
        return ""
    tokens = aligned.told.tokens
    other = _owner_of_another(aligned, grammar)
    if other is not None:
        return f"says of {other.text} what the article says of another"
    for at, (token, place) in enumerate(aligned.pairs):
        plain = is_plain(token) or grammar.is_role(tokens[place]) or bool(token.entities)
        head = _head(aligned, place, grammar) if plain and not token.dated else None
        if head is None or grammar.is_tied(claim.tokens, claim.tokens.index(token)):
            continue
        if _is_told_behind(aligned, place, grammar) or (at and _is_before(aligned.pairs[at - 1][0], token)):
            continue  # Another noun of the claim has it as its own, or a number counts it.
        if not _is_verb(aligned, token, place, grammar) and _owns(token, tokens[place], tokens[head], grammar):
            return f"gives to another what is done: {token.text}"
    return ""


def _is_told_behind(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether what a claim tells right behind a name stands in a relative clause of it: "to Ann Holm, who sold it"."""
    told = aligned.told
    clause, named = told.tokens[place].clause, told.tokens[place].entities
    if clause + 1 >= len(told.clauses.openers) or told.clauses.openers[clause + 1] not in grammar.relatives:
        return False
    behind = next((at for _, at in aligned.pairs if not told.tokens[at].entities & named), place)
    return bool(named) and told.tokens[behind].clause == clause + 1


def _owns(token: Token, other: Token, head: Token, grammar: Grammar) -> bool:
    """Whether whom a claim tells of is in the sentence whose a noun is, which does not stand for them."""
    named = bool(token.entities) and not grammar.is_role(other)
    if not named and stands_for_all(head, token, grammar):
        return False
    return _is_owner(token, other, head, grammar)


def _owner_of_another(aligned: Aligned, grammar: Grammar) -> Token | None:
    """Who owns one noun in a claim, by standing right behind it, and another in the sentence: "poisoned his bees"."""
    tokens = aligned.told.tokens
    for (noun, here), (name, there) in pairwise(aligned.pairs):
        owns = name.entities and name.before == noun.folded and is_plain(noun) and here < there - 1
        if owns and grammar.is_possessive(tokens[there]) and not (here and grammar.is_possessive(tokens[here - 1])):
            return name
    return None


def _head(aligned: Aligned, place: int, grammar: Grammar) -> int | None:
    """Where the noun stands right before a word, which a claim leaves out and nothing ties; None without one."""
    tokens, small = aligned.told.tokens, grammar.genitives | grammar.of_words
    at = place - 1 - (place > 1 and tokens[place - 1].folded in small)
    if at < 0 or at in aligned.matched or tokens[at].clause != tokens[place].clause:
        return None
    head = tokens[at]
    noun = head.content and is_plain(head) and head.mood not in FINITE and not head.dated
    if grammar.words.free_order and is_counted(tokens, at):  # "Чотири тонни сиру": a measure.
        noun = noun and any(is_of_another_number(token, tokens[there], grammar) for token, there in aligned.pairs)
    return at if noun and not grammar.is_tied(tokens, at) else None


def _is_other_than(head: Token, name: Token, plain: str, grammar: Grammar) -> bool:
    """Whether a noun right before a name with an ending is another than whom that names: "дочка Берга", "мера Берга".

    Who is named so has the noun's case and gender. `plain` is the name without the ending.
    """
    ending = name.folded.removeprefix(plain)
    if not ending or ending == name.folded or not name.text[0].isupper():
        return False
    gender, genders = grammar.role_gender(head), grammar.genders([name])
    return not head.folded.endswith(ending) or bool(gender and genders and gender not in genders)


def _is_verb(aligned: Aligned, token: Token, place: int, grammar: Grammar) -> bool:
    """Whether a word ends as a verb in both, and no other behind it in a claim's clause is of one for several."""
    told = aligned.told.tokens
    if token.mood not in FINITE or told[place].mood not in FINITE:
        return False
    behind = [pair for pair in aligned.pairs_of(token.clause) if pair[0].start > token.start]
    return not any(is_of_another_number(one, told[at], grammar) for one, at in behind)


def _is_before(other: Token, token: Token) -> bool:
    """Whether a word of a claim stands right before another, in its clause and not as a part of one name."""
    return token.before == other.folded and token.clause == other.clause and not token.entities & other.entities


def _is_owner(token: Token, other: Token, head: Token, grammar: Grammar) -> bool:
    """Whether a sentence has a claim's noun with the ending for whose the noun before it is.

    Where it has the same form, for whom it is done to or whose it is, only behind a word for somebody.
    """
    pairs = grammar.words.owner_endings
    if head.folded.endswith(grammar.words.agreeing_endings or "\0"):
        return False  # "Старого мера": an adjective.
    mine, theirs = token.folded, other.folded
    if token.entities and not grammar.is_role(other) and not _is_other_than(head, other, mine, grammar):
        return False
    if mine == theirs:
        return grammar.is_role(head) and any(theirs.endswith(ending) for _, ending in pairs)
    ended = any(mine.endswith(one) and theirs.endswith(ending) for one, ending in pairs if one)
    return ended or any(theirs == f"{mine}{ending}" for one, ending in pairs if not one)


def said_to_own(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whose a claim says something is or whom it falls to, where they do another deed; "" if not.

    "O envelope era da enfermeira" of a nurse who found it; "plicul aparținea infirmierei" likewise.
    """
    tokens = aligned.told.tokens
    for token, place in aligned.pairs:
        if not is_plain(token) or token.dated or token.value is not None:
            continue
        at = claim.tokens.index(token)
        if _is_owning(claim.tokens, at, grammar):
            near = [one.folded for one in tokens[max(0, place - _NEAR) : place]]  # "Al unui văr".
            taken = grammar.of_words.isdisjoint([*near, grammar.tie_before(tokens, place)]) and not tokens[place].owner
        else:
            taken = _is_given(claim.tokens, at, grammar) and _does_otherwise(aligned, (token, place), grammar)
            taken = taken and not _is_theirs(aligned, (token, place), grammar)
            openers = aligned.told.clauses.openers[tokens[place].clause + 1 :][:1] if taken else []
            taken = taken and not (openers and openers[0] in grammar.words.special["to_whom"])
        if taken:
            return f"says of {token.text} what the article says of another"
    return ""


def _is_owning(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb of being and a preposition for whose it is stand right before a word."""
    if at and (tokens[at - 1].value is not None or tokens[at - 1].folded in grammar.words.plural_articles):
        return False  # "Le prix est de 12 euros", "la moitié sont des femmes".
    tie = at - 1 - (at > 1 and not tokens[at - 1].content and tokens[at - 1].folded not in grammar.of_words)
    if grammar.nouns and tells(tokens[:at], SOURCE):
        return False  # "Laut Ann Holm ist der Wolf alt."
    of = tie > 0 and tokens[tie].folded in grammar.of_words and tokens[tie].folded not in grammar.words.within
    of = of and AGENT not in tokens[tie].signs
    return of and bool(tokens[tie - 1].signs & {IS, WAS})


def _is_given(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word behind a verb has the ending for to whom it is done."""
    ends = any(tokens[at].folded.endswith(ending) for _, ending in grammar.words.owner_endings)
    before = tokens[at - 1] if at > 1 else None
    if before is None or not ends or not before.content or grammar.is_named(before) or grammar.is_role(before):
        return False
    return any(token.content for token in tokens[: at - 1] if token.clause == before.clause)  # "Працівник молочарні".


def _does_otherwise(aligned: Aligned, pair: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a word has in the sentence the ending for who does it, opens a clause, and the deed is another's."""
    (token, place), tokens = pair, aligned.told.tokens
    mine, theirs = token.folded, tokens[place].folded
    ended = any(mine.endswith(ending) and theirs.endswith(one) for one, ending in grammar.words.owner_endings if one)
    first = next((at for at in places_in(tokens, tokens[place].clause) if tokens[at].content), None)
    deed = next((at for other, at in aligned.pairs if other.folded == token.before), place)
    return ended and mine != theirs and first == place and tokens[deed].clause > tokens[place].clause


def _is_theirs(aligned: Aligned, pair: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether the sentence has a word for whose it is behind the noun of which a claim names the owner.

    Who does the deed in a claim stands behind the owner: "the club has debts, and a creditor asks for its closure".
    """
    (token, place), tokens = pair, aligned.told.tokens
    if aligned.pairs[0][1] <= place:
        return False
    thing = next((at for other, at in aligned.pairs if other.folded == token.before), len(tokens))
    behind = [one for one in tokens[thing + 1 : thing + 1 + _NEAR] if one.clause == tokens[thing].clause]
    owned = [one for one in behind[:1] if one.folded in grammar.words.anaphors or grammar.is_possessive(one)]
    return bool(owned) and not any(one.entities for one in behind[1:])  # Not "cererea lui Holm".


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_owner(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Somebody of whom a claim tells what the sentence tells of something of or about them: "Bell's motion failed"."""
    tokens, (name, here) = aligned.told.tokens, (aligned.pairs or [(claim.tokens[0], -1)])[0]
    known = here >= 0 and grammar.is_person(name, surely=True) and not name.owner
    if not known or grammar.is_tied(claim.tokens, claim.tokens.index(name)):
        return ""
    deed = next((place for token, place in aligned.pairs if is_plain(token) and not grammar.is_role(token)), -1)
    if deed < here or tokens[here].text[0].islower():
        return ""
    last = here
    while last + 1 < len(tokens) and tokens[last + 1].entities & name.entities and not tokens[last].owner:
        last += 1
    left = [at for at in range(last + 1, deed) if tokens[at].content and at not in aligned.matched]
    between = [at for at in left if not is_time(tokens[at])]
    passive = tells(claim.tokens, PASSIVE)
    if tokens[last].owner and _is_put_in(claim, tokens, last):
        return ""
    if tokens[last].owner or _is_genitive_name(claim, tokens, last, grammar):
        thing = last + 1 if between[:1] == [last + 1] else -1
    elif grammar.words.free_order and _has_head_before(tokens, here, name, grammar):
        thing = here - 1  # "Брат Неда Прута".
    else:
        first = _first_of(tokens, here)
        titled = first == here or _is_title(tokens[here - 1], grammar)
        thing = _head_before(tokens, first - 1, grammar) if titled else -1
        while thing > 0 and grammar.is_role(tokens[thing]):  # "A proposta da presidente da câmara Rute Belo".
            thing = _head_before(tokens, _first_of(tokens, thing) - 1, grammar)
        owned = not first and here > 1 and tells(tokens[here:deed], PASSIVE)
        if owned and tokens[0].plain.endswith(grammar.words.definite_endings or "\0"):
            thing = 0  # "Propunerea primăriței Ruth Belu".
        near = tokens[deed].clause == tokens[here].clause and not between
        thing = thing if passive or near else -1
    if thing < 0 or thing in aligned.matched or not is_plain(tokens[thing]) or grammar.is_person(tokens[thing]):
        return ""
    ahead = [one for one in tokens[:thing] if one.clause == tokens[here].clause]
    small = grammar.words.ties - grammar.definite
    led = thing < here and any(one.content and one.value is None for one in ahead)
    led = led or (thing < here and any(one.folded in small or one.signs for one in ahead))
    return "" if led else f"says of {name.text} what the article says of another"


def _is_put_in(claim: Clauses, tokens: Sequence[Token], last: int) -> bool:
    """Whether a claim opens with the full name put in behind what is somebody's: "Bell's owner, Ann Bell, left"."""
    behind = [one.text for one in tokens if one.clause == tokens[last].clause + 1]
    return len(behind) > 1 and [one.text for one in claim.tokens[: len(behind)]] == behind


def _is_genitive_name(claim: Clauses, tokens: Sequence[Token], last: int, grammar: Grammar) -> bool:
    """Whether a name's last word has an ending more than in the claim, before a noun with a capital: "Karl Holms"."""
    theirs, noun = tokens[last], tokens[last + 1 : last + 2]
    if not grammar.nouns or not noun or not noun[0].text[0].isupper() or not is_plain(noun[0]):
        return False
    mine = [one.folded for one in claim.tokens if one.entities & theirs.entities]
    return theirs.folded not in mine and theirs.folded.startswith(tuple(mine))


def _has_head_before(tokens: Sequence[Token], here: int, name: Token, grammar: Grammar) -> bool:
    """Whether a noun for a relative opens a clause before a name in another form than the claim's, whose it is."""
    run = [one.folded for one in tokens[here : here + _NEAR] if one.entities]
    if not here or name.folded in run or not grammar.is_relation(tokens[here - 1]):
        return False  # Not in "дочка Калоти Ірина".
    head, before = tokens[here - 1], tokens[max(0, here - 2) : here - 1]
    opens = not before or before[0].clause != head.clause
    return opens and is_plain(head) and head.clause == tokens[here].clause


def _is_title(token: Token, grammar: Grammar) -> bool:
    """Whether a word right before a name tells what they are, whatever describes it: "the jailed banker Miles Lorn"."""
    return bool(token.entities) or grammar.is_role(token) or (grammar.nouns and token.text[0].isupper())


def _first_of(tokens: Sequence[Token], at: int) -> int:
    """Where the words that say something begin that stand right before one."""
    first = at
    while first and tokens[first - 1].content and tokens[first - 1].clause == tokens[at].clause:
        first -= 1
    return first


def _head_before(tokens: Sequence[Token], tie: int, grammar: Grammar) -> int:
    """The noun right before "of" and an article; -1 where none stands there."""
    small = grammar.of_words | grammar.genitives | grammar.words.fused | grammar.words.ties
    clause = tokens[max(0, tie)].clause
    while tie > 0 and not tokens[tie].content and tokens[tie].folded not in small:
        tie -= 1
    if tie < 1 or tokens[tie].folded not in small or tokens[tie - 1].clause != clause or tokens[tie].clause != clause:
        return -1
    noun = tokens[tie - 1].content and not grammar.is_participle(tokens[tie - 1])
    return tie - 1 if noun and grammar.is_noun(tokens, tie - 1) else -1


# Complexity: the conditions of one reading, each a cheap way out before the next.
def tied_to_owned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim ties to a noun, and the sentence to a thing tied to that: "no trace of the boy('s bicycle)"."""
    tokens, place_of = aligned.told.tokens, {id(token): place for token, place in aligned.pairs}
    said = [token for token in claim.tokens if token.content]
    of = grammar.of_words | grammar.genitives | grammar.words.fused
    for head, noun in pairwise(said):
        here, there = place_of.get(id(head), -1), place_of.get(id(noun), -1)
        if here < 0 or there < here or not is_plain(head) or head.clause != noun.clause or noun.value is not None:
            continue
        between = claim.tokens[claim.tokens.index(head) + 1 : claim.tokens.index(noun)]
        tying = of | grammar.words.ties if grammar.nouns else of
        named = bool(noun.entities) and not grammar.is_person(noun, surely=True)
        if not between or between[0].folded not in tying or head.mood == "past" or named:
            continue
        theirs = tokens[there].owner and not noun.owner and there + 1 < len(tokens) and there + 1 not in aligned.matched
        if theirs and tokens[there + 1].content and not _is_light(tokens[there + 1], grammar):
            return f"says of {noun.text} what the article says of another"
        inside = tokens[here + 1 : there]
        own = [at for at in range(here + 1, there) if tokens[at].content and at not in aligned.matched]
        parted = any(one.folded in grammar.words.joining or one.clause != tokens[here].clause for one in inside)
        if (
            len(own) != 1
            or [one for one in inside if one.content] != [tokens[own[0]]]
            or parted
            or not inside
            or not is_plain(tokens[own[0]])
            or tokens[own[0]].signs
        ):
            continue
        behind = [one for one in tokens[own[0] + 1 : there] if one.folded in of]
        ahead = [one for one in tokens[here + 1 : own[0]] if one.folded in of or one.folded == between[0].folded]
        if ahead and behind and not _is_light(tokens[own[0]], grammar):
            return f"says of {noun.text} what the article says of another"
    return ""


def _is_light(noun: Token, grammar: Grammar) -> bool:
    """Whether a noun says little of what is tied to it: a part, a body, somebody."""
    words = grammar.words
    return noun.folded in words.light or noun.stem in words.groups | words.bodies or grammar.is_role(noun)
