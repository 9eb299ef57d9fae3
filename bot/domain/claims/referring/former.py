"""Tells whether words that describe somebody tell what they were and are no longer: "who was a baker once".

What stands right before another's name is that other's title.
"""

from collections.abc import Callable, Container, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import AGENT, FORMER, IS, LESSER, PASSIVE, SOURCE, WAS

# How many words stand between a clause's opening and the word for "once": "who, as it happens, once".
_AHEAD = 3
# A title and an adjective behind it.
_TITLE = 2
# How far from a sentence's beginning the name stands that it opens with.
_OPENING = 5
# How many words behind a word of a description may belong to it.
_BESIDE = 3
# How many words before it do: "county health | board".
_AHEAD_OF = 2
_TIMES = {"past", "future"}
_CHANGING = {FORMER, LESSER}
_NO_BODIES = {"person", "place"}


def opens(tokens: Sequence[Token], inside: Sequence[int], cut: int) -> int:
    """From which of a clause's places on words describe somebody, of whom the nearest begin at `cut`.

    From the first where a word for what is over or for a deputy opens it: "former president of the ... of ...".
    """
    opening = [at for at in inside[:_TITLE] if tokens[at].signs & _CHANGING]
    verbal = any(tokens[at].mood in _TIMES for at in inside)
    return 0 if cut < 0 or (opening and not verbal) else cut


def are_alike(tokens: Sequence[Token], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two descriptions beside each other both tell what is over or both do not: "the chairman, ex-nurse X"."""
    return len({any(tokens[at].signs & _CHANGING for at in places) for places in (one, other)}) == 1


def tells_once(tokens: Sequence[Token], described: Sequence[int], head: Token, onces: frozenset[str]) -> bool:
    """Whether a word for "once" stands in the clause of a description that has a role's word, before or behind "was".

    `described` are the places of the description's words, `onces` the words for "once", of one word or of two.
    """
    clauses = {tokens[at].clause for at in described if not tokens[at].keys.isdisjoint(head.keys)}
    inside = [tokens[at] for at in described if tokens[at].clause in clauses]
    if any(IS in token.signs for token in inside):
        return False
    place = _first(inside, onces)
    return place is not None and (place < _AHEAD or any(WAS in token.signs for token in inside))


def tells_of_theirs(tokens: Sequence[Token], places: Sequence[int], whose: frozenset[str]) -> bool:
    """Whether words behind a name tell of somebody or something of theirs: ", whose father founded it".

    `whose` are the words that open such a clause, behind an article or a noun in some languages: "il cui padre", or one
    that is parted from it: "батько | якого".
    """
    clause, opening = tokens[places[0]].clause, [tokens[at] for at in places[:_TITLE]]
    parted = opening[0].content and opening[-1].clause == clause + 1
    return not whose.isdisjoint([token.folded for token in opening if token.clause == clause or parted])


def was_besides(
    told: Told, described: Sequence[int], head: Token, is_role: Callable[[str], bool], relatives: Container[str]
) -> bool:
    """Whether somebody with a title is said to have been something else: "the mayor, Ann Holm, who was a captain".

    Who "was elected captain" is one. `described` are the places of a description's words, `head` is a role's word.
    """
    tokens = told.tokens
    if not [at for at in described if tokens[at].folded in relatives]:
        return False
    at = next((place for place in described if not tokens[place].keys.isdisjoint(head.keys)), 0)
    inside = [place for place in described if tokens[place].clause == tokens[at].clause]
    if not at or inside[0] == 0 or tokens[inside[0]].folded not in relatives or not _follows_was(tokens, inside, at):
        return False
    return any(is_role(token.text.lower()) for token in _title_before(told, inside[0] - 1))


def _title_before(told: Told, name: int) -> Sequence[Token]:
    """The words before a name that may be its title, the last word of which stands at `name`."""
    tokens = told.tokens
    while name > 0 and tokens[name - 1].entities & tokens[name].entities:
        name -= 1
    clause = tokens[name].clause
    if not name or tokens[name - 1].clause == clause or told.clauses.marks[clause] != ",":
        return tokens[max(0, name - 1) : name]
    return [token for token in tokens[:name] if token.clause == clause - 1]  # "The mayor of Lerna, Ann Holm,".


def _follows_was(tokens: Sequence[Token], inside: Sequence[int], at: int) -> bool:
    """Whether what somebody is said to be stands beside "was", or another form for what is over, without a deed."""
    was = [place for place in inside if WAS in tokens[place].signs or tokens[place].signs == {PASSIVE}]
    between = range(min(was[-1], at) + 1, max(was[-1], at)) if was else ()
    return bool(was) and not any(tokens[place].content for place in between)


def _first(tokens: Sequence[Token], onces: frozenset[str]) -> int | None:
    """Where the first word for "once" stands, None without one."""
    for at, token in enumerate(tokens):
        pair = "-".join([one.folded for one in tokens[at : at + 2]])
        if token.folded in onces or pair in onces:
            return at
    return None


def ends_relative(tokens: Sequence[Token], inside: Sequence[int], at: int, relatives: Container[str]) -> bool:
    """Whether a word is the verb at the end of a relative clause, the places of which are `inside`: "der X leitet"."""
    return at == inside[-1] and tokens[inside[0]].folded in relatives and tokens[at].text[0].islower()


def without_title(
    tokens: Sequence[Token], described: list[int], name: int, is_role: Callable[[str], bool]
) -> list[int]:
    """The places of a description, less those of the title right before another's name: "чоловік Лідії, скульптор X".

    `name` is where that name stands, and `is_role` tells whether a word in lower case may be a title.
    """
    ahead = [at for at in described[-_TITLE:] if tokens[at].clause == tokens[name].clause]
    title = next((at for at in ahead if is_role(tokens[at].text.lower())), None)
    return described if title is None else [at for at in described if at < title]


def opens_with_body(before: Sequence[Told], story: Story) -> bool:
    """Whether the sentence before opens with the name of a body: "The society Clear Rivers will appeal"."""
    is_role = story.reading.language.is_role
    for told in before[:1]:
        for at, token in enumerate(told.tokens[:_OPENING]):
            if token.mood in _TIMES or token.folded in story.words.perfects:
                return False
            if token.entities and token.text[0].isupper() and not token.dated:
                noun = any(one.content and not is_role(one.text.lower()) for one in told.tokens[:at])
                body = noun or not any(map(story.is_surely_person, token.entities))
                return body and not story.tie_before(told.tokens, at)
    return False


def in_full(told: Told, at: int, story: Story) -> list[int]:
    """The one body told of before whose longer name begins with that of an owner: "Norrin Lines", "Norrin's director".

    Empty where that is a person or a place, or several names begin so.
    """
    token = told.tokens[at]
    if not token.owner or len(token.entities) != 1:
        return []
    (number,), entities = token.entities, story.reading.entities
    if entities[number].kind in _NO_BODIES:
        return []
    begun = f"{entities[number].name} "
    longer = [other for other, entity in enumerate(entities) if entity.name.startswith(begun)]
    bodies = [other for other in longer if entities[other].kind not in _NO_BODIES]
    before = [other for other in bodies if any(one < told.number for one in story.holding(f"@{other}"))]
    return before if len(longer) == 1 else []


def heads(places: Sequence[int]) -> list[int]:
    """The places of which none stands right behind another."""
    return [at for at in places if at - 1 not in places]


def named_near(sentences: Sequence[Told], told: Told, at: int, *, owned: bool) -> set[int]:
    """Whom or what a title at a place may be of: of whom a sentence names, or behind "its" who stands before that."""
    near = {one for other in (*sentences, *(() if owned else (told,))) for one in other.named}
    near.update(one for token in told.tokens[:at] if token.text[0].isupper() for one in token.entities)
    return near


def without_owner(behind: Sequence[Token], of_words: frozenset[str]) -> Sequence[Token]:
    """The words behind an office but for whose it is at their end: "purtătoarea de cuvânt (a poliției)"."""
    owned = behind[-2:-1] and behind[-2].folded in of_words
    return behind[:-2] if owned else behind


def is_done_by(tokens: Sequence[Token], inside: Sequence[int], places: tuple[int, int], ties: frozenset[str]) -> bool:
    """Whether only a word for who does it stands between a deed and an office, or one for whose word it is.

    `places` are those of the deed and the office. "A fost respins de directorul, X"; "according to the director, X".
    """
    deed, office = places
    if any(SOURCE in token.signs for token in tokens[deed:office]):
        return True
    passive = any(PASSIVE in tokens[at].signs for at in inside if at < office)
    between = (token for token in tokens[deed + 1 : office] if token.folded in ties and PASSIVE not in token.signs)
    return passive and all(AGENT in token.signs for token in between)


def follow(missing: Sequence[Token], token: Token, told: Told) -> bool:
    """Whether the missing words stand beside a word in a sentence."""
    for at in sorted({place for key in token.keys for place in told.places.get(key, ())}):
        near = [
            other
            for other in told.tokens[max(0, at - _AHEAD_OF) : at + 1 + _BESIDE]
            if other.clause == told.tokens[at].clause and other is not told.tokens[at]
        ]
        if all(any(one.keys & other.keys or one.entities & other.entities for other in near) for one in missing):
            return True
    return False
