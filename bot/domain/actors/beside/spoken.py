"""The trade by which the sentence beside a quotation calls its speaker: "The baker is angry. “...,” says she"."""

from collections.abc import Sequence

from bot.domain.actors.nouns import END, WORD, Nouns
from bot.domain.actors.players import Player
from bot.domain.language.languages import Language
from bot.domain.speech.quotes import FoundQuote

_THIRD = frozenset({"m", "f"})
_MARK = 2  # Characters of the mark that opens a quotation, with a space.


def spoken_on(text: str, language: Language, nouns: Nouns, quotes: Sequence[FoundQuote], player: Player) -> str:
    """The trade by which a sentence calls who spoke where first named, right before it, or is "she" right behind it."""
    told = [one for one in quotes if one.place is not None and one.entity in player.entities]
    if any(one.place is not None and one.place[0] == player.spots[0].start for one in told):
        return nouns.spoken_on(player)
    for one in told:
        if one.place is not None and text[slice(*one.place)].lower() in language.pronouns:
            begin = text.rfind("\n", 0, one.start) + 1
            ends = [begin, *(end.end() for end in END.finditer(text, begin, one.start))]
            led = len(ends) > 1 and one.start - ends[-1] <= _MARK
            trade = nouns.trade_at(ends[-2], player) if led else ""
            if trade and not nouns.told_before(trade.lower().rpartition(" ")[2], ends[-2]):
                return trade
    return ""


def spoken_as(text: str, language: Language, quotes: Sequence[FoundQuote], player: Player) -> str:
    """The noun by which a cue calls somebody known, without its article: "“I am 81,” the | widow said"; "" for none."""
    for one in quotes:
        if one.place is None or one.entity not in player.entities:
            continue
        words = text[slice(*one.place)].split(" ")
        bare = words[len(words) > 1 and words[0].lower() in language.definite :]
        head = bare[0].lower()
        noun = head if language.postposed else bare[-1].lower()
        if len(bare) <= _MOST and noun not in language.anybody | language.relations and language.is_role(noun):
            return " ".join(bare)
    return ""


_MOST = 3  # Words of a noun with what its bearer is it of.


def begins_with_another(text: str, start: int, language: Language) -> bool:
    """Whether a quotation begins with "he": no mayor is Ann Lee in "The mayor left. “He was tired,” said Ann Lee"."""
    opening = WORD.search(text, start)
    return opening is not None and language.pronouns.get(opening.group().lower()) in _THIRD
