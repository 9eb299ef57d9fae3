"""How a speaker is named where names have cases: by a nominative of the text, if the full name has none there."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.language.inflection import levelled
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.values.actor import Kind


def spoken_names(entities: Sequence[Entity], language: Language) -> dict[int, str]:
    """For people whose full name stands in another case alone, the surname in its nominative: "Левчук".

    "Тараса Левчука … — вважає Левчук": only of whose surname nobody else has. Keys are indices of the entities.
    """
    if not language.case_endings or language.definite:
        return {}
    found = {}
    for index, entity in enumerate(entities):
        last = entity.name.rpartition(" ")[2]
        short = [alias for alias in entity.aliases if " " not in alias and alias != last]
        if entity.kind is not Kind.PERSON or last == entity.name or not short:
            continue
        nominative = levelled([last, *short], language)[last]
        if nominative in short:
            found[index] = nominative
    borne = Counter([*found.values(), *(entity.name.rpartition(" ")[2] for entity in entities if " " in entity.name)])
    return {index: name for index, name in found.items() if borne[name] == 1}
