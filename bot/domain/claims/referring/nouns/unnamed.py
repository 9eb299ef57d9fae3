"""Somebody without a name whom the sentence before tells of, called "the man" next.

"A taxi driver found a bag. The man took it to the police": "the taxi driver took it to the police".
"""

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of

# The letters for one of the other gender.
_OTHER = {"m": {"f"}, "f": {"m"}}


def unnamed(story: Story, told: Told, at: int) -> tuple[Told, tuple[int, int]] | None:
    """The sentence right before one and where it names whom "the man" stands for; None where that is not sure."""
    noun = told.tokens[at]
    if not told.number or noun.entities or at > 1:
        return None
    other = story.sentences[told.number - 1]
    start = _sole(story, other)
    if start is None or not _agree(story, noun, other.tokens[start]):
        return None
    behind = other.tokens[start + 1 : start + 3]
    placed = len(behind) > 1 and behind[0].folded in story.words.ties and bool(behind[1].entities)
    return other, (start, start + len(behind) if placed else start)  # "A driver from Como".


def _sole(story: Story, other: Told) -> int | None:
    """Where the only noun for somebody stands in a sentence that names nobody; None where it is not one by trade."""
    language, humans = story.reading.language, story.words.humans
    if any(map(story.is_surely_person, other.named)):
        return None
    said = [(at, token) for at, token in enumerate(other.tokens) if token.content or token.stem in humans]
    people = [at for at, token in said if token.stem in humans or language.is_role(token.text.lower())]
    return people[0] if len(people) == 1 and other.tokens[people[0]].stem not in humans else None


def _agree(story: Story, noun: Token, somebody: Token) -> bool:
    """Whether a noun for a man or a woman may mean the one somebody whom another tells of."""
    language = story.reading.language
    agreement, said = agreement_of(language.code), language.gender_of_role(noun.text.lower())
    genders = {agreement.nouns.get(somebody.before, ""), language.gender_of_role(somebody.text.lower())}
    return not agreement.is_plural(somebody, somebody.before) and genders.isdisjoint(_OTHER.get(said, ()))
