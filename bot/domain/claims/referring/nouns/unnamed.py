"""Somebody without a name whom the sentence before tells of, called "the man" next.

"A taxi driver found a bag. The man took it to the police": "the taxi driver took it to the police".
"""

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.referring.agreement import agreement_of

# The letters for one of the other gender.
_OTHER = {"m": {"f"}, "f": {"m"}}


def unnamed(story: Story, told: Told, at: int) -> tuple[Told, tuple[int, int]] | None:
    """The sentence right before one and where it names whom "the man" stands for; None where that is not sure."""
    noun, language = told.tokens[at], story.reading.language
    if not told.number or noun.entities or at > 1:
        return None
    other = story.sentences[told.number - 1]
    if any(story.is_surely_person(one) for one in other.named):
        return None
    people = [
        place
        for place, token in enumerate(other.tokens)
        if token.content and (language.is_role(token.text.lower()) or token.stem in story.words.humans)
    ]
    if len(people) != 1 or other.tokens[people[0]].stem in story.words.humans:
        return None
    start = end = people[0]
    agreement, somebody = agreement_of(language.code), other.tokens[start]
    said = language.gender_of_role(noun.text.lower())
    genders = {agreement.nouns.get(somebody.before, ""), language.gender_of_role(somebody.text.lower())}
    if agreement.is_plural(somebody, somebody.before) or (said and not genders.isdisjoint(_OTHER.get(said, set()))):
        return None
    behind = other.tokens[start + 1 : start + 3]
    if len(behind) > 1 and behind[0].folded in story.words.ties and behind[1].entities:
        end += len(behind)  # "A driver from Como".
    return other, (start, end)
