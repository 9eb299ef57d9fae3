"""Who does what to whom in languages without articles, where the cases tell it and words stand in any order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

_TURNED = "turns round who does what"
_GIVEN = "gives to another what is done"
_BEHIND = 4
_DEED_AND_TWO = 3


class Declined:
    """Compares the cases of a claim's words with those of a sentence's."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        if tells(claim.tokens, PASSIVE) or claim.converse is not None:
            return
        yield self._object(aligned)
        yield self._exchanged(claim, aligned)
        yield from self._ousted(claim, aligned)
        yield self._done_by_another(aligned)
        doer, here = aligned.pairs[0] if aligned.pairs else (None, 0)
        if doer is None or doer is not aligned.tokens[0]:
            return
        if doer.entities:
            yield self._addressed(claim, aligned, doer, here)
            yield self._noun_of_deed(aligned, doer, here)
        else:
            yield self._raised(claim, aligned, doer, here)

    def _object(self, aligned: Aligned) -> str:
        """What a deed is done to, where the sentence has another thing for that and only ties the word to it.

        "Stopped the building until the end of the inquiry" tells of no inquiry that was stopped.
        """
        told = aligned.told.tokens
        for (deed, at), (thing, where) in pairwise(aligned.pairs):
            recased = is_plain(deed) and is_plain(thing) and thing.folded != told[where].folded
            apart = at + 1 < where <= at + _BEHIND + 1 and told[at].clause == told[where].clause
            if recased and apart and thing.before == deed.folded and self._has_object(aligned, at):
                return f"tells of another thing: {thing.text}"
        return ""

    def _has_object(self, aligned: Aligned, at: int) -> bool:
        """Whether a verb of the sentence has right behind it a thing that the claim leaves out."""
        verb, thing = aligned.told.tokens[at : at + 2]
        noun = thing.content and is_plain(thing) and at + 1 not in aligned.matched
        return noun and self._is_verb(verb) and not verb.entities

    @staticmethod
    def _is_verb(token: Token) -> bool:
        """Whether a word's ending tells that it is a verb."""
        return token.mood in {"past", "future"}

    def _exchanged(self, claim: Clauses, aligned: Aligned) -> str:
        """Two things behind one deed, each with the other's case: "called the slide a disaster"."""
        told = aligned.told.tokens
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs_of(clause) if is_plain(token)]
            behind = [pair for pair in pairs if self._is_behind(claim, pairs[0], pair, aligned)]
            for (one, here), (other, there) in pairwise(behind):
                recased = one.folded != told[here].folded and other.folded != told[there].folded
                if recased and here > there and len(pairs) >= _DEED_AND_TWO:
                    return f"{_TURNED}: {one.text}, {other.text}"
        return ""

    def _ousted(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """Who does it in the sentence, told behind the deed in another case, and somebody of another clause does it.

        "The union asked, but the council refused the plan" tells of no plan of the council's that the union refused.
        """
        told = aligned.told.tokens
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            deed = next((pair for pair in pairs[1:] if self._is_verb(told[pair[1]]) and is_plain(pair[0])), None)
            if deed is None or told[deed[1]].clause == told[pairs[0][1]].clause:
                continue
            behind = pairs[pairs.index(deed) + 1 :]
            if any(self._is_recased(claim, aligned, pair, deed[1]) for pair in behind):
                yield f"{_GIVEN}: {pairs[0][0].text}"

    def _done_by_another(self, aligned: Aligned) -> str:
        """Who does it in a claim, where the sentence tells in the passive that another does: "зруйнований бурею"."""
        tokens, by = aligned.told.tokens, self._grammar.words.agent_endings
        done = (pair for pair in aligned.pairs if self._is_told_as_done(*pair, tokens)) if by else ()
        for deed, at in done:
            doer = next((one for one in tokens[at + 1 : at + 2] if one.content and one.folded.endswith(by)), None)
            other = None if doer is None else self._other_doer(aligned, deed, at + 1)
            if other is not None:
                return f"{_GIVEN}: {other.text}"
        return ""

    def _is_told_as_done(self, deed: Token, at: int, tokens: Sequence[Token]) -> bool:
        return is_done(tokens[at], self._grammar) and not is_done(deed, self._grammar)

    def _other_doer(self, aligned: Aligned, deed: Token, place: int) -> Token | None:
        """Who does it in a claim's clause, where who stands at a place does it in the sentence; None where nobody."""
        pairs, doer = aligned.pairs_of(deed.clause), aligned.told.tokens[place]
        named = [token for token, _ in pairs if self._grammar.is_person(token)]
        if named and not any(token.entities & doer.entities for token in named):
            return named[0]
        (first, where), *_ = pairs
        does = where != place and first.start < deed.start and self._may_do(first)
        if does and place in aligned.matched:  # "Клуб заснувала Анна": a noun may have one form for both cases.
            does = first.folded.endswith(self._grammar.words.doing_alone)
        return first if does else None

    def _may_do(self, token: Token) -> bool:
        """Whether a word's ending lets it be who does something."""
        words = self._grammar.words
        other = token.folded.endswith((*words.done_alone, *words.agent_endings)) or token.dated
        return not (other or token.value is not None or token.entities) and token.before not in words.ties

    def _is_recased(self, claim: Clauses, aligned: Aligned, thing: tuple[Token, int], deed: int) -> bool:
        """Whether a word stands before a deed in the sentence and has another form in the claim, tied in neither."""
        (token, at), told = thing, aligned.told.tokens
        if token.dated or at > deed or told[at].clause != told[deed].clause or token.folded == told[at].folded:
            return False
        tied = self._grammar.is_tied(told, at)
        return not tied and not self._grammar.is_tied(claim.tokens, claim.tokens.index(token))

    def _is_behind(self, claim: Clauses, deed: tuple[Token, int], thing: tuple[Token, int], aligned: Aligned) -> bool:
        """Whether a thing stands behind a deed in the claim and in the sentence, tied to nothing."""
        if thing[0].start <= deed[0].start or thing[1] <= deed[1]:
            return False
        tied = self._grammar.is_tied(aligned.told.tokens, thing[1])
        return not tied and not self._grammar.is_tied(claim.tokens, claim.tokens.index(thing[0]))

    def _addressed(self, claim: Clauses, aligned: Aligned, doer: Token, here: int) -> str:
        """Who does it in the claim and is a pronoun to whom it is done in the sentence, where another does it."""
        told, words = aligned.told.tokens, self._grammar.words
        oblique = told[here].folded in words.object_pronouns and not self._grammar.is_possessive(told[here])
        oblique = oblique or told[here].folded in words.objective
        if not oblique or self._grammar.is_tied(claim.tokens, claim.tokens.index(doer)):
            return ""
        for token, place in aligned.pairs_of(doer.clause)[1:]:
            beside = place < here and told[place].clause == told[here].clause
            recased = is_plain(token) and token.folded != told[place].folded and not self._is_verb(told[place])
            if beside and recased and not self._grammar.is_tied(told, place):
                return f"{_TURNED}: {doer.text}, {token.text}"
        return ""

    def _noun_of_deed(self, aligned: Aligned, doer: Token, here: int) -> str:
        """Who does it in the claim, where the sentence only has a noun for the deed and names them later."""
        told = aligned.told.tokens
        deed = next(((token, at) for token, at in aligned.pairs_of(doer.clause) if is_plain(token)), None)
        if deed is None or not self._is_verb(deed[0]) or not self._grammar.words.deed_nouns:
            return ""
        noun = told[deed[1]].folded != deed[0].folded and told[deed[1]].plain.endswith(self._grammar.words.deed_nouns)
        return f"{_GIVEN}: {doer.text}" if noun and told[here].clause > told[deed[1]].clause else ""

    def _raised(self, claim: Clauses, aligned: Aligned, doer: Token, here: int) -> str:
        """Who does it in the claim and has it done to them in the sentence, by the endings."""
        words, told = self._grammar.words, aligned.told.tokens
        bases = {told[here].plain.removesuffix(end) for end in words.done_alone if told[here].plain.endswith(end)}
        deed = next(((token, at) for token, at in aligned.pairs_of(doer.clause)[1:] if is_plain(token)), None)
        if not bases or deed is None or told[deed[1]].clause != told[here].clause:
            return ""
        done_to = any(doer.plain == f"{base}{end}" for base in bases for end in words.doing_alone)
        if not done_to or self._suffers(aligned, doer, deed[0]):
            return ""
        tied = self._grammar.is_tied(told, here) or self._grammar.is_tied(claim.tokens, claim.tokens.index(doer))
        return "" if tied else f"{_GIVEN}: {doer.text}"

    def _suffers(self, aligned: Aligned, doer: Token, deed: Token) -> bool:
        """Whether a claim tells of no doer: "opens" or "was opened", where the sentence has "they open it"."""
        passive = any(is_done(token, self._grammar) for token, _ in aligned.pairs_of(doer.clause)[1:])
        return passive or deed.plain.endswith(self._grammar.words.reflexives)


def declined(aligned: Aligned, grammar: Grammar) -> str:
    """Who does it in the claim and stands in another case behind the deed, which somebody else has done."""
    tokens = aligned.told.tokens
    doer, here = aligned.pairs[0] if aligned.pairs else (None, 0)
    if doer is None or doer is not aligned.tokens[0] or doer.value is not None or doer.dated:
        return ""
    rest = aligned.pairs[1:]
    deed = next((place for token, place in rest if not token.entities and token.value is None), here)
    if deed >= here or grammar.is_named(doer):
        return ""
    if _has_pronoun(aligned, here, deed, grammar):
        return f"gives to another what is done: {doer.text}"
    if _has_form(doer, tokens, here) or _is_done_to(doer, tokens[here], rest, deed, grammar):
        return ""
    return f"gives to another what is done: {doer.text}" if _does_another(aligned, here, deed, grammar) else ""


def _does_another(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a sentence has another do it, who stands before the deed or is told by its verb alone."""
    return _has_doer(aligned, here, deed, grammar) or _is_of_several(aligned, here, deed, grammar)


def _is_of_several(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a verb tells in the sentence what several or nobody told does, and in the claim what one does."""
    tokens, endings = aligned.told.tokens, grammar.several
    told, said = tokens[deed], [token for token, place in aligned.pairs if place == deed != here]
    if told.clause != tokens[here].clause or any(one.clause != aligned.tokens[0].clause for one in said):
        return False
    active = told.mood == "past" and not any(is_done(one, grammar) or one.folded.endswith(endings) for one in said)
    return bool(endings) and active and told.folded.endswith(endings) and not tells(said, PASSIVE)


def _has_form(token: Token, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence has a claim's word in the same form from a place on, or any part of a name."""
    forms = {other.folded for other in tokens[at:] if other.entities & token.entities}
    return token.folded in forms | {tokens[at].folded}


def _is_done_to(first: Token, told: Token, rest: Sequence[tuple[Token, int]], deed: int, grammar: Grammar) -> bool:
    """Whether a claim opens with whom it is done to, in a case as the sentence's pronoun, and names who does it."""
    named = [token for token, place in rest if place < deed and grammar.is_person(token)]
    doers = [token for token in named if not grammar.is_inflected(token)]
    return bool(doers) and grammar.is_oblique_pronoun(told) and grammar.is_inflected(first)


def _has_pronoun(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a pronoun of those who do something stands before a deed, whom the claim leaves out: "he asked"."""
    tokens, words = aligned.told.tokens, grammar.words
    before = next((at for at in places_in(tokens, tokens[here].clause) if grammar.is_pronoun(tokens[at])), deed)
    oblique = before < deed and (tokens[before].folded in words.object_pronouns or tokens[before].before in words.ties)
    return before < deed and not oblique and before not in aligned.matched and not tells(tokens, PASSIVE)


def _has_doer(aligned: Aligned, here: int, deed: int, grammar: Grammar) -> bool:
    """Whether a clause told in the active begins with who does it, whom the claim leaves out."""
    tokens = aligned.told.tokens
    other = next((at for at in places_in(tokens, tokens[here].clause) if tokens[at].content), deed)
    if other >= deed or other in aligned.matched or tells(tokens, PASSIVE):
        return False
    return tokens[other].before not in grammar.words.ties and not tokens[other].dated


def recased(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether who does it in the claim has a case in the sentence, and somebody else does it there.

    By what an apostrophe parts from a name ("Ada, Borspor'u yendi" and "Borspor, Ada'yı yendi"), or by the form of
    both people's names, where names have one for each case.
    """
    inflected = grammar.words.free_order
    if tells(claim.tokens, PASSIVE) if inflected else not [1 for token in aligned.told.tokens if token.case]:
        return ""
    mine, theirs = _cases(claim.tokens, grammar), _cases(_beside_deed(aligned, inflected=inflected), grammar)
    doers = {entity for entity, cased in theirs.items() if not cased}
    for token in aligned.tokens:
        for entity in token.entities:
            if mine.get(entity) or not theirs.get(entity):
                continue
            others = not inflected and doers - set(mine)
            if others or any(mine.get(other) for other in doers):
                return f"gives to another what is done: {token.text}"
    return ""


def _beside_deed(aligned: Aligned, *, inflected: bool) -> Sequence[Token]:
    """The words of a sentence's clauses that tell what is done, all of them where names have no cases of their own.

    "Ann was to play, but fell ill, and her understudy, Bea, replaced her": in the last clause Ann does nothing.
    """
    tokens = aligned.told.tokens
    deeds = {tokens[place].clause for token, place in aligned.pairs if is_plain(token)} if inflected else set[int]()
    return [token for token in tokens if token.clause in deeds] if deeds else tokens


def have_same_cases(
    pairs: Sequence[tuple[Token, Token]], deeds: tuple[Token, Token], tokens: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether what a claim has before and behind a deed has the cases that the sentence's words for it have.

    Who does it has another where the claim or the sentence tells it in the passive.
    """
    deed, done = deeds
    doer, other = pairs[-1]
    if _is_done_by(deed, doer, other, tokens, grammar) or _did(deed, done, pairs[0], grammar):
        return True
    return all(_has_case_of(other, token, tokens, grammar) for token, other in pairs)


def _is_done_by(deed: Token, doer: Token, other: Token, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim tells by whom a thing is done, who does it in the sentence: "було закрито пожежниками"."""
    by = grammar.words.agent_endings
    if not by or other.folded.endswith((*by, *grammar.words.done_alone)) or not is_done(deed, grammar):
        return False
    name = [one for one in tokens if one.entities & doer.entities and one.clause == doer.clause]
    return any(one.folded.endswith(by) for one in [doer, *name])


def _did(deed: Token, done: Token, pair: tuple[Token, Token], grammar: Grammar) -> bool:
    """Whether a claim tells who does it, by whom it is done in the sentence: "заблоковано повінню"."""
    doer, other = pair
    by = grammar.words.agent_endings
    told = bool(by) and other.folded.endswith(by) and other.clause == done.clause and is_done(done, grammar)
    if not told or is_done(deed, grammar):
        return False
    return not doer.folded.endswith((*by, *grammar.words.done_alone))


def is_done(deed: Token, grammar: Grammar) -> bool:
    """Whether a word tells in the passive what is done, by its ending: "закрито", "закрита", "закритий"."""
    endings = grammar.words.suffered
    return bool(endings) and deed.folded.endswith(endings)


def _has_case_of(other: Token, token: Token, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim's name or noun has the case that the sentence's word for it has, as far as their forms tell.

    `tokens` are the claim's: a part of a name may have no cases ("Віру Бранд").
    """
    if token.folded == other.folded:
        return True
    name = (one for one in tokens if one.clause == token.clause and one.entities & token.entities & other.entities)
    return bool(token.entities & other.entities) and any(_is_cased(one, grammar) for one in name) == _is_cased(
        other, grammar
    )


def _is_cased(token: Token, grammar: Grammar) -> bool:
    """Whether a name or the pronoun for it has another case than who does it."""
    if token.case or not grammar.words.free_order:
        return bool(token.case)
    if token.text[0].islower():
        return grammar.is_oblique_pronoun(token)
    return any(map(grammar.is_surely_person, token.entities)) and grammar.is_inflected(token)


def _cases(tokens: Iterable[Token], grammar: Grammar) -> dict[int, bool]:
    """For each entity that these tokens surely name whether it has a case wherever it stands."""
    found: dict[int, set[int]] = {}
    cased: dict[int, set[int]] = {}
    for token in tokens:
        if len(token.entities) != 1:
            continue
        entity = next(iter(token.entities))
        found.setdefault(entity, set()).add(token.clause)
        if _is_cased(token, grammar):
            cased.setdefault(entity, set()).add(token.clause)
    return {entity: cased.get(entity, set()) == clauses for entity, clauses in found.items()}
