"""Names that only tell whose somebody or something is: in "Ann Holm's lawyer said", the lawyer speaks."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.cues.apposed import told_of_name
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many words stand between what somebody is and their name: "avocatul ei, X".
_BESIDE = 2
# How many letters a word has in common with its other cases.
_ROOT = 5


class Owners:
    """Compares whose somebody or something is."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def owned(self, tokens: Sequence[Token], at: int) -> int | None:
        """The position of the noun of which the name at a place tells whose it is, None where it tells no such thing.

        "Ann Holm's lawyer", "l'avocat d'Ann Holm", "адвокат Анни Гольм".
        """
        if not any(map(self._grammar.is_surely_person, tokens[at].entities)):
            return None
        first, last = self._name(tokens, at)
        inflected = any(map(self._grammar.is_inflected, tokens[first : last + 1]))
        if tokens[last].owner or (self._grammar.nouns and inflected):
            return last + 1 if self._is_noun(tokens, last + 1, at) else None
        tie = first - (tokens[first].folded not in self._grammar.genitives)  # "Fiica lui Berga".
        if tie > 0 and (tokens[tie].folded in self._grammar.of_words or tokens[tie].folded in self._grammar.genitives):
            return tie - 1 if self._is_noun(tokens, tie - 1, at) else None
        if first and self._grammar.inflects and inflected:
            return first - 1 if self._is_title(tokens, first - 1, at) else None
        return None

    def only_own(self, tokens: Sequence[Token], people: frozenset[int]) -> bool:
        """Whether a claim names people only as those whose somebody is: "her lawyer rejected it"."""
        places = [at for at, token in enumerate(tokens) if token.entities & people]
        return bool(places) and all(self.owned(tokens, at) is not None for at in places)

    def only_owns(self, told: Told, people: frozenset[int]) -> bool:
        """Whether a sentence has people only as those whose somebody is: "her lawyer says" has her say nothing."""
        places = [at for entity in people for at in told.named.get(entity, ())]
        return bool(places) and all(self._is_only_owner(told.tokens, at) for at in places)

    def _is_only_owner(self, tokens: Sequence[Token], at: int) -> bool:
        if self._grammar.is_pronoun(tokens[at]) or self._grammar.is_possessive(tokens[at]):
            return self._is_owner(tokens, at)
        return self.owned(tokens, at) is not None

    def _is_owner(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a pronoun tells whose somebody is, not whose view or words something is: "her lawyer"."""
        if self._grammar.is_possessive(tokens[at]):
            return self._is_noun(tokens, at + 1, at)
        pronoun = self._grammar.inflects and tokens[at].folded in self._grammar.words.objective
        return pronoun and at > 0 and self._is_noun(tokens, at - 1, at)

    def _name(self, tokens: Sequence[Token], at: int) -> tuple[int, int]:
        """Where the name begins and ends of which a word at a place is a part."""
        first = last = at
        while first and self._is_same(tokens, first - 1, at):
            first -= 1
        while last + 1 < len(tokens) and self._is_same(tokens, last + 1, at):
            last += 1
        return first, last

    @staticmethod
    def _is_same(tokens: Sequence[Token], other: int, at: int) -> bool:
        return tokens[other].clause == tokens[at].clause and bool(tokens[other].entities & tokens[at].entities)

    def _is_title(self, tokens: Sequence[Token], other: int, at: int) -> bool:
        title = tokens[other]
        return (
            title.clause == tokens[at].clause and self._grammar.is_role(title) and self._grammar.is_plain_title(title)
        )

    def _is_noun(self, tokens: Sequence[Token], other: int, at: int) -> bool:
        if other >= len(tokens) or tokens[other].clause != tokens[at].clause:
            return False
        if self._grammar.nouns and tokens[other].text[0].islower():
            return False  # "Er behält seine Punkte".
        said = tokens[other].content or self._grammar.is_role(tokens[other])  # One that only leads a name says nothing.
        return said and is_plain(tokens[other]) and not tokens[other].signs

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Somebody of whom a claim tells whose they are, where the sentence has them be another's: "her lawyer, X"."""
        tokens = aligned.told.tokens
        for at, token in enumerate(claim.tokens):
            thing = self.owned(claim.tokens, at) if token.entities else None
            thing = None if thing is not None and self._is_agent(claim.tokens, thing) else thing
            places = () if thing is None else self._places(claim.tokens[thing], aligned)
            if places and any(self._is_anothers(tokens, place, token) for place in places):
                return f"says of {token.text} what the article says of another"
        return "" if claim.headline else self._does(claim, aligned)

    def _is_agent(self, tokens: Sequence[Token], thing: int) -> bool:
        """Whether a name behind a noun is of who does what a passive tells: "bei einer Inventur | von Clara Bonn"."""
        tie = tokens[thing + 1 : thing + 2]
        if not tie or AGENT not in tie[0].signs or not tells(tokens, PASSIVE):
            return False
        return self._grammar.is_tied(tokens, thing) and not self._grammar.is_role(tokens[thing])

    def _does(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in a claim and is named in the sentence only as whose another is: "Holm's brother left"."""
        (doer, place), *rest = aligned.pairs or [(claim.tokens[0], 0)]
        if not rest or doer is not aligned.tokens[0] or not self._grammar.is_person(doer):
            return ""
        told, at = aligned.told.tokens, claim.tokens.index(doer)
        owned = self._owned_at(told, place)
        opened = self._opening(claim, told, doer, place) if owned is None else None
        noun = opened if owned is None else owned
        if noun is None or noun in aligned.matched or self.owned(claim.tokens, at) is not None:
            return ""
        free = opened is None and self._is_free(told, doer)
        free = free or bool(told_of_name(aligned.told, place, self._grammar) & aligned.used)
        return "" if free or not self._has_deed(rest, doer, place) else f"gives to another what is done: {doer.text}"

    def _owned_at(self, told: Sequence[Token], place: int) -> int | None:
        """Where what is somebody's stands, told by their name or by a pronoun behind it: "fiica ei"."""
        owned = self.owned(told, place)
        behind = owned is None and not self._grammar.is_possessive(told[place]) and self._is_owner(told, place)
        return place - 1 if behind else owned

    @staticmethod
    def _has_deed(pairs: Sequence[tuple[Token, int]], doer: Token, place: int) -> bool:
        """Whether a claim tells more of somebody by a word that the sentence has behind them."""
        return any(token.clause == doer.clause and at > place and is_plain(token) for token, at in pairs)

    def _opening(self, claim: Clauses, told: Sequence[Token], doer: Token, place: int) -> int | None:
        """The noun that opens a clause before a name in another case than who does it in a claim has, None for none."""
        done = self._grammar.words.suffered  # "Ліза виправдана": to her it is done.
        if not self._grammar.words.free_order or any(token.folded.endswith(done) for token in claim.tokens):
            return None
        if tells(claim.tokens, PASSIVE):
            return None
        first, last = self._name(told, place)
        if any(one.folded == doer.folded for one in told[first : last + 1]):
            return None  # "Дочка Калоти Ірина": her own name stands behind whose daughter she is.
        noun = first - 1
        opens = noun == 0 or (noun > 0 and told[noun - 1].clause != told[noun].clause)
        root = told[noun].plain[:_ROOT]  # A claim may have the noun in another case.
        opens = opens and not any(token.plain.startswith(root) for token in claim.tokens)
        return noun if opens and self._is_noun(told, noun, place) else None

    def _is_free(self, tokens: Sequence[Token], somebody: Token) -> bool:
        """Whether a sentence names somebody by more than whose something or somebody is."""
        named = (at for at, token in enumerate(tokens) if token.entities & somebody.entities)
        return not all(self._is_only_owner(tokens, at) or self._grammar.is_possessive(tokens[at]) for at in named)

    @staticmethod
    def _places(noun: Token, aligned: Aligned) -> Iterator[int]:
        """Where the sentence has a claim's noun, also one that only leads a name and is laid beside nothing."""
        laid = [place for token, place in aligned.pairs if token is noun]
        yield from laid or (at for at, token in enumerate(aligned.told.tokens) if token.stem == noun.stem)

    def _is_anothers(self, tokens: Sequence[Token], place: int, owner: Token) -> bool:
        """Whether the noun at a place of a sentence is another's, or is the owner: "her lawyer, X"."""
        before = tokens[place - 1] if place else None
        if before is not None and self._grammar.is_possessive(before) and before.entities:
            return before.entities.isdisjoint(owner.entities)
        theirs = [token for at, token in enumerate(tokens) if token.entities and self.owned(tokens, at) == place]
        theirs = [token for token in theirs if not self._grammar.is_possessive(token)]  # "The order of his partner, X".
        if theirs:
            return all(token.entities.isdisjoint(owner.entities) for token in theirs)
        if self._is_nobodys(tokens, place, owner):
            return True
        return not self._named_behind(tokens, place).isdisjoint(owner.entities)

    def _is_nobodys(self, tokens: Sequence[Token], place: int, owner: Token) -> bool:
        """Whether a noun is told as one of many, with nothing beside it for its owner: "an employee poisoned it"."""
        words = self._grammar.words
        if tokens[place].before not in words.indefinite | words.articles:
            return False
        inside = (at for at, token in enumerate(tokens) if token.clause == tokens[place].clause)
        named = (at for at in inside if tokens[at].entities & owner.entities)
        beside = {place - 1} if self._grammar.brackets else {place - 1, place + 1}
        return all(self._grammar.is_possessive(tokens[at]) and at not in beside for at in named)

    def _named_behind(self, tokens: Sequence[Token], place: int) -> frozenset[int]:
        """Whom a name right behind a noun names, a comma or a pronoun between them or nothing."""
        behind = tokens[place + 1 : place + 1 + _BESIDE]
        if any(token.folded in self._grammar.of_words for token in behind):
            return frozenset()  # "The government of Prime Minister X".
        return next((token.entities for token in behind if token.content or token.signs), frozenset())
