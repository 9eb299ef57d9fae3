"""Who does something behind a verb that has an object pronoun before it: "los pudo llevar un empleado"."""

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.comparing.wording import folded

# The most words between such a pronoun and who does it.
_VERBS = 5


# Complexity: the conditions of one reading, each a cheap way out before the next.
def behind_doer(story: Story, told: Told, at: int) -> tuple[int, int] | None:
    """Where whoever does it stands behind the verb of a pronoun, and where the clause ends; None if nobody does.

    The pronoun is the object: what stands behind the verb with an article and no preposition does it.
    """
    words, tokens = story.words, told.tokens
    clause = tokens[at].clause
    if not words.omits_subjects or any(one.content for one in tokens[:at] if one.clause == clause):
        return None
    language = story.reading.language
    articles = words.indefinite.union(map(folded, (*language.definite, *language.indefinite))) - words.fused
    for place in range(at + 2, min(at + 1 + _VERBS, len(tokens) - 1)):
        token, noun = tokens[place], tokens[place + 1]
        if token.clause != clause or token.folded in (words.ties | words.fused) - articles:
            return None
        if token.folded in words.ties and not noun.content:
            return None  # "Levado a um museu".
        if token.folded in articles and noun.clause == clause and noun.content and not noun.dated:
            end = next((end for end in range(place, len(tokens)) if tokens[end].clause != clause), len(tokens))
            return place + 1, end
    return None
