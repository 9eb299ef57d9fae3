"""The words of the clause before a name that tell who its bearer is: "The mayor of Selby, | Ann Holm"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, FORMER, NEUTRAL, folded
from bot.domain.claims.referring import former
from bot.domain.claims.referring.nouns import offices_of

_MOST = 12
# Where nouns have capitals: the endings of adjectives before them, and those of verbs in the past.
_ADJECTIVES, _PAST = ("e", "er", "en", "em", "es"), ("te", "ten")
_FINITE = {"past", "future", "conditional"}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def ahead(tokens: Sequence[Token], clause: int, entity: int, story: Story) -> list[int]:
    """The last words of a clause, the one before a name's, behind any other person."""
    inside = [at for at, token in enumerate(tokens) if token.clause == clause]
    inside = inside[former.opens(tokens, inside, len(inside) - _MOST) :]
    if clause and _is_behind_other(tokens, inside[0], entity, story):
        return inside if opens_another(tokens, inside, story) else _last_role(tokens, inside, story)
    owner = tokens[inside[-1]].folded in story.words.objective  # "Președintele lui, X".
    others = [at for at in (inside[:-1] if owner else inside) if is_other(tokens[at], entity, story)]
    others = others and [at for at in others if not offices_of.names_body(tokens, at, story)]
    others = others and [at for at in others if not offices_of.names_thing(tokens, at, story)]
    if others and others[-1] == inside[-1] and offices_of.owns_ahead(tokens, inside, story):
        return inside
    return [at for at in inside if not others or at > others[-1]]


def _is_behind_other(tokens: Sequence[Token], first: int, entity: int, story: Story) -> bool:
    """Whether a comma parts words from another's name right before them."""
    return tokens[first - 1].clause < tokens[first].clause and is_other(tokens[first - 1], entity, story)


def is_apposed(told: Told, first: int, name: tuple[int, int], story: Story) -> bool:
    """Whether a comma and nothing but titles part a name from the clause before it, and no verb of saying is behind it.

    `first` is where the words of the name's own clause begin, `name` where the first and the last of its words stand.
    """
    tokens, (at, last) = told.tokens, name
    if told.clauses.marks[tokens[at].clause] != "," or not titles_alone(tokens[first:at], story):
        return False
    if any(
        token.clause == tokens[at].clause and is_name_of_other(token, tokens[at], story) for token in tokens[:first]
    ):
        return False  # "The lawyer of the firm, | Tom Vale and his aide Pat Roe".
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    # "He is a haulier, | customs spokeswoman Vera Lott said", "The post goes to the mayor, | Ann Lee said."
    return behind is None or behind.clause != tokens[at].clause or NEUTRAL not in behind.signs


def is_name_of_other(token: Token, name: Token, story: Story) -> bool:
    """Whether a word is another person's name than a name is."""
    capital = token.text[:1].isupper() and token.entities.isdisjoint(name.entities)
    return capital and any(map(story.is_person, token.entities))


def titles_alone(between: Sequence[Token], story: Story) -> bool:
    """Whether no words but titles stand between a comma and a name: "the boy's mother, | hugged the guard Ann Lee".

    A verb there, a word that joins clauses or one that ties the name to a verb tells of a deed of somebody else.
    """
    language = story.reading.language
    if len(between) > 1 and all(token.folded in story.leading for token in between[:2]):
        return False  # "Die Firma, | die der Gutachter Kurt Falk berät".
    if language.nouns_capitalised and between and between[0].content and between[0].text[0].islower():
        return False  # "Kein Zöllner, sondern Spediteur, | stellte Zollsprecherin Vera Lott klar".
    end = next((at for at, token in enumerate(between) if token.entities), len(between))
    if between and between[0].folded in _folded(language.relatives) and _is_led(between, story):
        return True  # "The club, | which is led by the biologist Ann Lee".
    return not any(_parts(token, story) for token in between[:end])


def _is_led(between: Sequence[Token], story: Story) -> bool:
    """Whether a verb for leading something stands among some words."""
    led = story.words.special["leading"] & story.words.special["office_verbs"]
    return any(token.folded in led for token in between)


def _parts(token: Token, story: Story) -> bool:
    """Whether a word between a comma and a name is no title's: a verb, a relative word, one that joins or ties."""
    language, words = story.reading.language, story.words
    if token.folded in (words.ties | words.objects | words.perfects | _folded(language.relatives)) - story.leading:
        return not (FORMER in token.signs or language.is_role(token.text.lower()))
    if token.folded in _folded(language.coordinators) or token.signs & {NEUTRAL, ANNOUNCED}:
        return True
    verb = token.mood in _FINITE and token.content
    return verb and not (FORMER in token.signs or language.is_role(token.text.lower()))


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(folded, words))


def is_other(token: Token, entity: int, story: Story) -> bool:
    """Whether a word names another person, and is no noun for a body: "the association", where that has a name."""
    if token.text[:1].islower() and story.reading.is_body(token.text):
        return False
    return bool([1 for other in token.entities if other != entity and story.is_person(other)])


def opens_another(tokens: Sequence[Token], places: Sequence[int], story: Story) -> bool:
    """Whether words behind somebody's name tell who the next one is: "X, and the director of the library, Y"."""
    words = [tokens[at].folded for at in places[:2]]
    return len(words) > 1 and opens_row(tokens[places[0]], story) and words[1] in story.leading


def opens_row(token: Token, story: Story) -> bool:
    """Whether a word joins what stands behind it to what stands before it: "and"."""
    return token.folded in map(folded, story.reading.language.coordinators)


def _last_role(tokens: Sequence[Token], inside: list[int], story: Story) -> list[int]:
    """The words of an apposition to another's name from its second role on: "X, grandson of the founder, Y"."""
    is_role = story.reading.language.is_role
    roles = [at for at in inside if is_role(tokens[at].text.lower())]
    if any(tokens[at].mood in _FINITE for at in inside):
        return inside  # "As X says, it was signed by the mayor, Y".
    helps = tokens[inside[0]].folded in story.words.perfects - story.leading  # "X has warned the director, Y".
    return [at for at in inside if at >= roles[-1]] if len(roles) > (not helps) else []


def is_of_other_deed(tokens: Sequence[Token], described: Sequence[int], at: int, story: Story) -> bool:
    """Whether a verb parts a word for what somebody is from a name: "Ann Holm as head and dismissed | Tom Reed"."""
    joins = frozenset(map(folded, story.reading.language.coordinators))
    behind = [tokens[one] for one in described if one > at and tokens[one].clause == tokens[at].clause]
    joined = next((place for place, token in enumerate(behind) if token.folded in joins), len(behind))
    if not any(_is_deed(token, story) for token in behind[joined + 1 :]):
        return False
    return at < described[-1] and bool(tokens[min(described[-1] + 1, len(tokens) - 1)].entities)


def without_receiver(tokens: Sequence[Token], described: list[int], story: Story) -> list[int]:
    """Words behind a name, less the office of those to whom a deed is done: "has written | to the president"."""
    is_role, ties, told = story.reading.language.is_role, story.words.givens, False
    for place, at in enumerate(described):
        token = tokens[at]
        if told and token.folded in ties:
            behind = next((one for one in described[place + 1 :] if tokens[one].content), at)
            if is_role(tokens[behind].text.lower().partition("-")[0]):
                return described[:place]
        told |= token.folded in story.words.perfects or token.mood in _FINITE or NEUTRAL in token.signs
    return described


def _is_deed(token: Token, story: Story) -> bool:
    """Whether a word behind "and" begins another deed: a verb, or one that helps it."""
    language = story.reading.language
    if FORMER in token.signs or language.is_role(token.text.lower()):
        return False
    if language.nouns_capitalised and token.content and token.text[0].islower():
        adjective = token.folded.endswith(_ADJECTIVES) and not token.folded.endswith(_PAST)
        return not adjective and token.folded not in story.words.special["incumbent"]
    helps = token.folded in story.words.perfects - story.leading
    return helps or (token.content and token.mood in _FINITE)
