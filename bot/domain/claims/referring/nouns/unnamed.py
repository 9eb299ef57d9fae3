"""Somebody whom the sentence before tells of, called "the man" next.

unnamed   "A taxi driver found a bag. The man took it to the police": "the taxi driver took it to the police"
young     "Tom Reed found a bag. The young man took it to the police": "Tom Reed took it to the police"
aged      "Tom Reed left. The 57-year-old surgeon bought a farm": "Tom Reed bought a farm"
next      "Police held a baker. The baker, Tom Reed, denied it": "police held Tom Reed"
"""

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.nouns.ages import Ages

# The letters for one of the other gender.
_OTHER = {"m": {"f"}, "f": {"m"}}
# Among how many words that open a sentence the noun before a name stands, and how far on the name.
_NEXT, _NAME = 3, 4
# How far behind a trade its age stands: "le chirurgien de 57 ans".
_AGE = 4
# Where the noun of "the young man" stands.
_YOUNG = 2


def unnamed(story: Story, told: Told, at: int) -> tuple[Told, tuple[int, int]] | None:
    """The sentence right before one and where it names whom "the man" stands for; None where that is not sure."""
    noun = told.tokens[at]
    if not told.number or noun.entities or at > 1:
        return None
    other = story.sentences[told.number - 1]
    start = _sole(story, other, noun)
    if start is None:
        return None
    behind = other.tokens[start + 1 : start + 3]
    placed = len(behind) > 1 and behind[0].folded in story.words.ties and bool(behind[1].entities)
    return other, (start, start + len(behind) if placed else start)  # "A driver from Como".


def young(story: Story, told: Told, at: int) -> int | None:
    """Whom "the young man" that opens a sentence stands for: the only one named in the one before; None for nobody."""
    agreement, tokens = agreement_of(story.reading.language.code), told.tokens
    opens = at == _YOUNG and tokens[0].folded in story.leading and tokens[1].folded in agreement.youth
    if not opens or not told.number or (tokens[at + 1 :][:1] and tokens[at + 1].entities):
        return None
    named = [one for one in story.sentences[told.number - 1].named if story.is_surely_person(one)]
    gender = story.reading.entities[named[0]].gender if len(named) == 1 else ""
    fits = gender not in _OTHER.get(agreement.anybody.get(tokens[at].folded, ""), set())
    return named[0] if len(named) == 1 and fits else None


# Complexity: each question is a cheap way out before the next.
def aged_bearer(story: Story, told: Told, at: int) -> int | None:
    """Whom a trade with an age that opens a sentence tells of: the only one named in the one before; None for nobody.

    The article calls nobody else by the trade, and them by no other.
    """
    tokens, noun, language = told.tokens, told.tokens[at], story.reading.language
    if not told.number or at > _NAME or noun.stem in story.called or not language.is_role(noun.text.lower()):
        return None
    aged, opening = agreement_of(language.code).aged, tokens[: at + _AGE]
    age = next((one.value for one in opening if one.value is not None), None)
    bare = all(one.value is not None or one.folded in aged or not one.content for one in tokens[:at])
    if age is None or not bare or noun.owner or not any(one.folded in aged for one in opening):
        return None
    other = story.sentences[told.number - 1]
    named = [one for one in other.named if story.is_surely_person(one)]
    if len(named) != 1 or story.has_title(named[0]) or any(one.entities for one in tokens[at + 1 : at + 2]):
        return None
    others = any(not one.entities and _is_somebody(story, one) for one in other.tokens)  # "He was seen by a doctor."
    if others or not story.once(Ages).of(named[0]) <= {age}:
        return None
    genders = {language.gender_of_role(noun.text.lower()), language.articles.get(tokens[0].folded, "")}
    return named[0] if genders.isdisjoint(_OTHER.get(story.reading.entities[named[0]].gender, ())) else None


def named_next(story: Story, told: Told, noun: Token) -> frozenset[int]:
    """Whom a noun for somebody new means that the next sentence opens with, beside a name that is new there too."""
    behind = story.sentences[told.number + 1 : told.number + 2]
    people = story.called.get(noun.stem, frozenset()) if behind else frozenset[int]()
    if len(people) != 1 or (noun.before not in story.words.indefinite and noun.before not in story.indefinite):
        return frozenset()
    if sum(token.stem == noun.stem for token in told.tokens) > 1:
        return frozenset()  # "A baker and another baker".
    (one,), tokens = people, behind[0].tokens
    named = behind[0].named.get(one, [])
    alike = bool(named) and any(token.stem == noun.stem for token in tokens[:_NEXT])
    new = alike and story.holding(f"@{one}")[0] == told.number + 1
    opens = tokens[0].folded in story.leading or tokens[0].stem == noun.stem
    return people if new and opens and named[0] <= _NAME else frozenset()


def _sole(story: Story, other: Told, noun: Token) -> int | None:
    """Where the only noun for somebody stands in a sentence that names nobody; None where it is not one by trade."""
    humans = story.words.humans
    if any(map(story.is_surely_person, other.named)):
        return None
    people = [at for at, token in enumerate(other.tokens) if _is_somebody(story, token)]
    people = [at for at in people if at - 1 not in people]  # "Una enfermera acusada de ..."
    people = [at for at in people if _agree(story, noun, other.tokens[at])]
    return people[0] if len(people) == 1 and other.tokens[people[0]].stem not in humans else None


def _is_somebody(story: Story, token: Token) -> bool:
    """Whether a word is a noun for one person: no body ("la policía") and no verb ("a condamné")."""
    if token.stem in story.words.humans or token.folded in agreement_of(story.reading.language.code).anybody:
        return True
    language, lower = story.reading.language, token.text.lower()
    bases = (lower, *(lower.removesuffix(case) for case in language.role_cases if lower.endswith(case)))
    if not token.content or token.before in story.words.perfects - story.leading:
        return False
    if not any(map(language.is_role, bases)):
        return False
    return lower not in language.groups and token.stem not in story.words.bodies


def _agree(story: Story, noun: Token, somebody: Token) -> bool:
    """Whether a noun for a man or a woman may mean the one somebody whom another tells of."""
    language = story.reading.language
    agreement = agreement_of(language.code)
    said = agreement.anybody.get(noun.folded) or language.gender_of_role(noun.text.lower())
    told = language.gender_of_role(somebody.text.lower()) or agreement.anybody.get(somebody.folded, "")
    genders = {agreement.nouns.get(somebody.before, ""), told}
    return not agreement.is_plural(somebody, somebody.before) and genders.isdisjoint(_OTHER.get(said, ()))
