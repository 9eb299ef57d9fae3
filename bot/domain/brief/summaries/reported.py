"""Finds the news by the sentence behind it that says who told it, and when: "Das teilte die Stadt am Freitag mit"."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.domain.brief.summaries.choice import SummarySentence
from bot.domain.language.languages import Language

TellsWhen = Callable[[SummarySentence], bool]


def is_reported(
    text: str, language: Language, first: SummarySentence, behind: SummarySentence | None, tells_when: TellsWhen
) -> bool:
    """Whether the next sentence of a paragraph says who told the first, and when; where the verb stands second."""
    if not language.verb_second or behind is None or behind.paragraph != first.paragraph:
        return False
    words = text[behind.start : behind.end].split(maxsplit=2)
    if len(words) == 1 or words[0].lower() not in language.definite or not words[1].islower():
        return False
    says = words[1] in language.verbs or words[1] in language.auxiliaries
    tells = not words[1].endswith(language.modifier_endings or ("",))  # "Das | geht aus einer Schätzung hervor"
    return (says or tells) and tells_when(behind)


def first_reported(text: str, language: Language, sentences: Sequence[SummarySentence], tells_when: TellsWhen) -> int:
    """The place of the first sentence, past the first paragraph, that opens its own and is so reported; 0 for none."""
    for at, (one, behind) in enumerate(pairwise(sentences)):
        opens = at > 0 and sentences[at - 1].paragraph < one.paragraph
        if opens and is_reported(text, language, one, behind, tells_when):
            return at
    return 0
