"""Whose a possessive says that something is: "his lawyer" is the baker's who sues, not the mill's."""

from itertools import zip_longest

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.naming import lexicon_of
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told

_SOMEBODY = {"m", "f"}  # Whom a pronoun stands for.


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_another_owner(story: Story, told: Told, token: Token, place: int) -> bool:
    """Whether a pronoun before a word means another than a noun does: somebody named, or where things are "its" nobody.

    Where things have genders as people do, the pronoun may mean a body that is not named besides.
    """
    before = told.tokens[place - 1 : place] if place and story.words.possessives else ()
    if not before or not story.is_possessive(before[0]) or before[0].entities & token.entities:
        return False
    numbers = {number for key in token.keys for number in story.holding(key) if number <= told.number}
    sentences = (story.sentences[number].tokens for number in numbers)
    pairs = (pair for tokens in sentences for pair in zip_longest(tokens, tokens[1:], fillvalue=token))
    nouns = [pair for pair in pairs if pair[0].keys & token.keys]
    if not nouns or token.value is not None:
        return False
    stems, known = {noun.stem for noun, _ in nouns}, (story.called, story.denoted, story.shortened)
    meant = {one for names in known for stem in stems & names.keys() for one in names[stem]}
    meant = meant.union(*(name.entities for _, name in nouns))  # "The baker Tom Ferris".
    if before[0].entities:
        return before[0].entities.isdisjoint(meant)
    somebody = lexicon_of(story.reading.language.code).pronouns[before[0].folded] in _SOMEBODY
    human = token.stem in story.words.humans or story.reading.language.is_role(token.text.lower())
    return somebody and not (meant or human or token.entities)


def owned_by_another(claim: Clauses, aligned: Aligned, story: Story) -> str:
    """What speaks against whose a claim says that a thing is, where the sentence has another's possessive.

    "The collector's brother" of "her brother had sold it to the collector", where "her" is the painter.
    """
    if not aligned.told.leans:
        return ""
    places = {id(token): at for token, at in aligned.pairs}
    for at in [at for at, token in enumerate(claim.tokens) if token.owner and token.content]:
        head = next((one for one in claim.tokens[at + 1 :] if one.content and not one.owner), None)
        place = None if head is None or head.clause != claim.tokens[at].clause else places.get(id(head))
        if place is not None and is_another_owner(story, aligned.told, claim.tokens[at], place):
            return f"gives to another what is theirs: {claim.tokens[at].text}"
    return ""
