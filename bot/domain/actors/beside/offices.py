"""Whether an office says more of somebody than what stands behind the name: "sindaco", not "campanaro per passione"."""

from itertools import takewhile

from bot.domain.language.languages import Language


def outranks(bare: str, told: str, language: Language) -> bool:
    """Whether the first of two roles is an office of one word, and the other tells of none."""
    offices = language.offices - language.relations
    said = takewhile(lambda word: word not in language.of_words, told.lower().split(" "))
    return bare.lower() in offices and offices.isdisjoint(said)
