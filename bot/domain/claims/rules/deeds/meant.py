"""Whom a claim's own "he", "she", "it" or "they" may mean, by who does in the sentence what it tells."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PART, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, tells

_ONE = frozenset("mf")


def of_other_gender(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim opens with a pronoun that means nobody who does it in the sentence: one of another form."""
    first, tokens = claim.tokens[0], aligned.told.tokens
    who = "" if first.content or first.folded in grammar.definite else grammar.pronoun_form(first)
    if not who or any(other.folded == first.folded for other in tokens):
        return ""  # "Il faut": nobody does it.
    ahead = [token for token in tokens[: _deed(claim, aligned, first.clause)] if not grammar.is_possessive(token)]
    several = grammar.nouns and who == "f" and _may_be_several(ahead, grammar)  # German "sie" are several as well.
    if several or not ahead or not _is_otherwise(first, who, ahead, grammar):
        return ""
    return f"says of another what the article says of somebody else: {first.text}"


def _deed(claim: Clauses, aligned: Aligned, clause: int) -> int:
    """Where the sentence has the first word of what a claim's clause tells, or its word of saying; 0 where neither."""
    places = [place for other, place in aligned.pairs_of(clause) if not other.entities]
    if places:
        return min(places)
    spoken = next((token for token in claim.tokens if token.clause == clause and token.signs & SPEECH), None)
    keys = spoken.keys if spoken is not None else frozenset[str]()
    return next((at for at, token in enumerate(aligned.told.tokens) if token.keys & keys), 0)


def _is_otherwise(first: Token, who: str, ahead: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a pronoun means neither one of the people before a deed nor, without any, the noun for who does it."""
    people = grammar.genders(ahead)
    if who not in _ONE:
        return who in {"p", "n"} and bool(people) and _is_one_person(ahead, grammar)
    if people:
        return who not in people
    noun = next((token for token in ahead if token.content and not token.dated), None)
    if noun is None or noun.clause != ahead[-1].clause or noun.value is not None:
        return False
    return _is_of_other_form(first, who, noun, grammar, opens=not ahead[0].before)


def _is_of_other_form(first: Token, who: str, noun: Token, grammar: Grammar, *, opens: bool) -> bool:
    """Whether "he" or "she" does not agree with a noun, which `opens` its sentence."""
    told = grammar.role_gender(noun)
    if told or grammar.is_role(noun):
        return bool(told) and who != told and noun.before not in grammar.words.plural_articles
    if first.folded in grammar.words.personal and noun.stem in grammar.words.bodies:
        return True
    if grammar.nouns and noun.before in grammar.words.nominative and opens:
        return who == "f" and noun.before not in grammar.words.indefinite
    return noun.before in grammar.words.plural_articles


def _may_be_several(ahead: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words before a deed tell of more than one: counted, joined, or with an article of several."""
    joins = grammar.words.joins | grammar.words.joining
    return any(
        token.value is not None
        or PART in token.signs
        or token.folded in joins
        or token.folded in grammar.words.plural_articles
        for token in ahead
    )


def _is_one_person(ahead: Sequence[Token], grammar: Grammar) -> bool:
    """Whether all that stands before a deed names one person, by name and by what they are."""
    said = [token for token in ahead if token.content and not token.dated]
    named = frozenset[int]().union(*(token.entities for token in said))
    joins = grammar.words.joins | grammar.words.joining
    joined = any(token.folded in joins for token in ahead)
    alone = len(named) == 1 and all(map(grammar.is_surely_person, named)) and not joined
    return alone and all(token.entities or grammar.is_role(token) for token in said)


def of_deed_noun(aligned: Aligned, grammar: Grammar) -> str:
    """Whether who does it in a claim is named by what a relative clause tells: "which Ann Holm leads denies it"."""
    if not aligned.pairs or aligned.pairs[0][0] is not aligned.tokens[0]:
        return ""
    (doer, here), told = aligned.pairs[0], aligned.told
    clause, other = told.tokens[here].clause, told.tokens[here]
    if not is_plain(doer) or not grammar.is_role(doer) or doer.folded == other.folded or grammar.is_named(other):
        return ""
    relative = clause > 0 and told.clauses.openers[clause] in grammar.relatives
    away = any(told.tokens[at].clause != clause for token, at in aligned.pairs[1:] if token.clause == doer.clause)
    return f"gives to another what is done: {doer.text}" if relative and away else ""


def of_pronoun(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether who does it in a claim is in the sentence only a pronoun that does not, or not the one who does.

    "The council offered her a hall, but she would pay": neither does the council pay nor does she offer it.
    """
    (doer, here), *rest = aligned.pairs or [(claim.tokens[0], 0)]
    tokens = aligned.told.tokens
    away = [at for token, at in rest if is_plain(token) and tokens[at].clause != tokens[here].clause]
    if not away or doer is not aligned.tokens[0]:
        return ""
    if away[0] > here and not tells(claim.tokens, PASSIVE) and _is_spoken_of(aligned, here, away[0], grammar):
        return f"gives to another what is done: {doer.text}"
    if not _may_do(claim, doer, grammar):
        return ""
    wrong = _is_object(tokens, here, grammar) or (away[0] > here and _has_subject(aligned, doer, away[0], grammar))
    return f"gives to another what is done: {doer.text}" if wrong else ""


def _may_do(claim: Clauses, doer: Token, grammar: Grammar) -> bool:
    """Whether a claim in the active has a name or a noun, which nothing ties, do more than speak."""
    if doer.value is not None or not (doer.entities or grammar.is_named(doer)) or tells(claim.tokens, PASSIVE):
        return False
    speaking, inside = grammar.words.speaking, [token for token in claim.tokens if token.clause == doer.clause]
    said = [token for token in inside if token.signs & SPEECH or token.folded in speaking]
    return not said and not grammar.is_tied(claim.tokens, claim.tokens.index(doer))


def _is_object(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a pronoun of whom something is done to, behind a preposition: "bei ihr"."""
    before = tokens[at - 1] if at else tokens[at]
    tied = before.folded in grammar.words.ties and before.clause == tokens[at].clause and at > 0
    return tied and tokens[at].folded in grammar.words.object_pronouns


def _is_spoken_of(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a claim has somebody do to who speaks of them what that one does besides: "said X was ill, but would"."""
    tokens = aligned.told.tokens
    spoken = next((at for at, token in enumerate(tokens[:here]) if token.signs & SPEECH), 0)
    if not spoken or not any(token.entities and at < spoken for token, at in aligned.pairs[1:]):
        return False
    joins = grammar.words.joins | grammar.words.joining
    ahead = [token for token in tokens[here + 1 : deed] if token.clause == tokens[deed].clause]
    joined = any(token.folded in joins for token in tokens[here + 1 : deed + 2])
    return joined and not any((token.content or token.entities) and not grammar.is_possessive(token) for token in ahead)


def _has_subject(aligned: Aligned, doer: Token, deed: int, grammar: Grammar) -> bool:
    """Whether a pronoun of people does a deed, and means another than a claim's doer, or the doer is no person.

    Whom a claim has it done to besides does not do it.
    """
    tokens = aligned.told.tokens
    ahead = [token for token in tokens[:deed] if token.clause == tokens[deed].clause]
    said = next((token for token in ahead if token.content or token.folded in grammar.words.personal), None)
    if said is None or said.folded not in grammar.words.personal:
        return False
    if doer.entities:
        return bool(said.entities) and said.entities.isdisjoint(doer.entities)
    other = any(not token.entities.isdisjoint(said.entities) for token in aligned.tokens)
    return bool(said.entities) and (other or not grammar.is_role(doer))


def of_antecedent(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has somebody do to the noun of a relative clause what that does to them: "que le ofreció".

    A pronoun right behind the relative tells that the noun does it.
    """
    if not aligned.pairs or tells(claim.tokens, PASSIVE):
        return ""
    (doer, here), *rest = aligned.pairs
    told, opens = aligned.told, grammar.relatives | grammar.words.twofold
    for token, place in rest:
        clause = told.tokens[place].clause
        if not doer.entities or told.tokens[here].clause >= clause or told.clauses.openers[clause] not in opens:
            continue
        last = max((at for at, one in enumerate(told.tokens) if one.clause == clause - 1 and one.content), default=here)
        behind = any(at == last and token.start < other.start for other, at in rest)
        if behind and is_plain(token) and _is_behind_pronoun(told.tokens, place, grammar):
            return f"turns round who does what: {doer.text}"
    return ""


def _is_behind_pronoun(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word is the first of its clause that says something, a pronoun of whom it is done to before it."""
    ahead = [token for token in tokens[:place] if token.clause == tokens[place].clause]
    pronoun = any(token.folded in grammar.words.clitics for token in ahead[1:])
    return pronoun and not any(token.content and not token.entities for token in ahead)


def of_infinitive(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether who does it in a claim is in the sentence whom an infinitive behind it is done to: "before telling X".

    "Called the police before telling the mayor": the mayor called nobody.
    """
    if not aligned.pairs or tells(claim.tokens, PASSIVE) or aligned.pairs[0][0] is not aligned.tokens[0]:
        return ""
    (doer, here), *rest = aligned.pairs
    deed = next((at for token, at in rest if is_plain(token)), here)
    done = _is_infinitives(aligned, deed, here, grammar) and _may_do(claim, doer, grammar)
    return f"gives to another what is done: {doer.text}" if done else ""


def _is_infinitives(aligned: Aligned, deed: int, here: int, grammar: Grammar) -> bool:
    """Whether a word stands right behind a verb that a claim does not take, the verb behind a deed that it does."""
    tokens, words = aligned.told.tokens, grammar.words
    verb = next((at for at in range(here - 1, deed, -1) if tokens[at].content), None)
    if verb is None or verb in aligned.matched or tokens[verb].clause != tokens[here].clause:
        return False
    marked = any(token.folded in words.objects for token in tokens[verb + 1 : here])
    infinitive = is_plain(tokens[verb]) and tokens[verb].plain.endswith(words.infinitives or "\0")
    return (marked or infinitive) and all(grammar.is_small(token) for token in tokens[verb + 1 : here])
