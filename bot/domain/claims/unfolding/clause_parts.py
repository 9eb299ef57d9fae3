"""A relative clause of a sentence and what it is read from, by positions."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Relative:
    """A relative clause of a sentence, by positions.

    Attributes:
        inside: the clause without the word that opens it.
        antecedent: whom or what it tells of.
        deeds: the words of its verb that say something.
        rest: those of the verb of which the antecedent is the subject, none where it is not.
        order: what the clause tells, in the order of a sentence; empty where it may be read in two ways.
        behind: where the sentence goes on with the antecedent as its subject; empty where it does not.
        participle: whether its verb is one, with no word that opens it.
        doer: who or what opens it and does it, none where that is the antecedent or a pronoun.
        nouns: of its words those that tell that a claim speaks of it, as its verb does: what is theirs.
        whose: where it tells of what is theirs alone, how many words of its order stand before whose that is; else 0.
        tied: whether a preposition ties it, so that the antecedent does not do it.
    """

    inside: frozenset[int]
    antecedent: frozenset[int]
    deeds: frozenset[int]
    rest: frozenset[int]
    order: tuple[int, ...]
    behind: tuple[int, ...] = ()
    participle: bool = False
    doer: frozenset[int] = frozenset()
    nouns: frozenset[int] = frozenset()
    whose: int = 0
    tied: bool = False


@dataclass(frozen=True)
class ToldOf:
    """What a relative clause tells of, with what it is tied to, and how the clause may be read."""

    named: range
    chain: range
    form: str


@dataclass(frozen=True)
class ClauseParts:
    """Of a relative clause, by positions: what it tells of, its verb, the noun it opens with, how it may be read."""

    named: range
    verb: list[int]
    doer: range | None
    form: str
