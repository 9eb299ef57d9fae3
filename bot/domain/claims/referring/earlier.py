"""Where a claim has a word, and where the article has it before a place: in sentences before, or in a clause."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.people.meant.owners import is_another_owner
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import IS, NOT, PART, PASSIVE, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of

_BEING = {IS, WAS, PASSIVE}
# How many sentences in a row may tell of somebody by pronouns, and how far before a thing stands whose it is.
_ROW, _OWNED = 4, 3
# The longest ending of a noun in another case.
_CASE = 2
# From how many words on a name among them counts as one.
_SEVERAL = 3
# Among how many words a sentence opens with a word for one of several.
_PART_WORDS = 3


def is_told_in(token: Token, sentences: Sequence[Told]) -> bool:
    """Whether one of these sentences has a word."""
    return any(not token.keys.isdisjoint(told.places) for told in sentences)


def has_ahead(token: Token, told: Told, place: int) -> bool:
    """Whether a clause before a place's has a word: "the bridge is closed: one of its piers has sunk"."""
    ahead = (other for other in told.tokens[:place] if other.clause < told.tokens[place].clause)
    return any(not token.keys.isdisjoint(other.keys) for other in ahead)


def has_pair(token: Token, told: Told) -> bool:
    """Whether a sentence has a word right behind the same word as a claim does: "a gas leak"."""
    return bool(token.before) and any(
        told.tokens[at].before == token.before for key in token.keys for at in told.places.get(key, ())
    )


def says_all(aligned: Aligned, own: Sequence[Token]) -> bool:
    """Whether the one word that a claim has of a sentence is all that this denies: "Nobody was hurt."."""
    tokens = aligned.told.tokens
    spare = any(token.content for at, token in enumerate(tokens) if at not in aligned.matched)
    return len(own) == 1 and not spare and any(NOT in token.signs for token in tokens)


def opens(claim: Sequence[Token], head: Token) -> bool:
    """Whether a word is the first of its clause that says something."""
    return head is next((other for other in claim if other.content and other.clause == head.clause), None)


def is_alone(token: Token, inside: Sequence[Token]) -> bool:
    """Whether a clause says nothing but a word, or the name that it belongs to."""
    return len(inside) == 1 or all(other.entities & token.entities for other in inside)


def is_counted(story: Story, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
    """Whether a claim counts by a word those who do it, or what the sentence counts by another."""
    return _is_part_of(story, token, aligned, claim) or _is_counted(token, aligned, claim)


def _is_counted(token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
    """Whether a claim counts by a word what the sentence counts by another: "two laptops", "two men"."""
    number = claim[claim.index(token) - 1]
    return number.value is not None and not number.dated and any(other is number for other, _ in aligned.pairs)


def counts_another(token: Token, aligned: Aligned) -> bool:
    """Whether a claim's number stands in the sentence right before another noun than a claim's, or alone."""
    if not _is_counted(token, aligned, aligned.tokens):
        return False
    number, tokens = aligned.tokens[aligned.tokens.index(token) - 1], aligned.told.tokens
    place = next(place for other, place in aligned.pairs if other is number)
    behind = [one for one in tokens[place + 1 : place + 2] if one.clause == tokens[place].clause]
    return place + 1 not in aligned.matched and any(one.content or one.signs & _BEING for one in behind)


def is_deed_of_another(story: Story, told: Told, token: Token, head: Token) -> bool:
    """Whether sentences before one tell as a deed what a noun is for, and none of them has whose a claim says it is.

    "The council decided to close it. The engineer left": "the engineer's decision".
    """
    deeds = [
        one for one in story.sentences[: told.number] if any(_is_of_root(story, other, head) for other in one.tokens)
    ]
    return bool(deeds) and not is_told_in(token, deeds)


def _is_of_root(story: Story, token: Token, head: Token) -> bool:
    """Whether a word says as much as a noun in another form, or is made of the same root: "decided", "decision"."""
    if not token.content or token.folded.startswith(head.folded[:-_CASE]):
        return False
    return not token.keys.isdisjoint(head.keys) or story.words.derives(token.stem, head.stem)


def describing(story: Story, nouns: Iterable[Token], missing: Sequence[Token]) -> list[Token]:
    """Words that a sentence lacks right behind nouns, as an earlier sentence has them: "consiliului local"."""
    found = [(noun, token) for noun in nouns for token in missing if token.before == noun.folded and _is_plain(token)]
    told = [told for told in story.sentences if found]
    return [token for noun, token in found if any(_has_both(one, noun, token) for one in told)]


def _has_both(told: Told, noun: Token, token: Token) -> bool:
    """Whether a sentence has a word right behind a noun."""
    behind = {at + 1 for key in noun.keys for at in told.places.get(key, ())}
    return any(at in behind for key in token.keys for at in told.places.get(key, ()))


def is_called_first(story: Story, head: Token, description: Token) -> bool:
    """Whether the first sentence that has a noun has the word that describes it in a claim.

    "The company recalled it. The insurance company took samples": of the two, "the company" is the first.
    """
    first = min(story.holding(head.stem), default=-1)
    return any(first in story.holding(key) for key in description.keys)


def describes_another(story: Story, aligned: Aligned, token: Token) -> bool:
    """Whether a word that a sentence lacks stands right behind a noun that the article has before without it."""
    if token.text[0].isupper() or not _is_plain(token):
        return False  # "Die Gemeinde Tann".
    at = aligned.tokens.index(token)
    head, place = aligned.tokens[at - 1], aligned.places[at - 1]
    if not at or place is None or token.before != head.folded or not _is_plain(head) or head.signs:
        return False
    if not head.content or head.folded in story.words.durations:
        return False  # "De trei ani compania ...": no company of three years.
    named = aligned.told.tokens[place].before in story.leading and head.before in story.leading
    return named and story.has(token) and not is_called_first(story, head, token)


def is_moved(token: Token, aligned: Aligned) -> bool:
    """Whether the sentence has another name behind a claim's preposition: "to X", where the claim is of X."""
    tokens = aligned.told.tokens
    return any(
        tokens[place].before == token.before and other.entities and other.before != token.before
        for other, place in aligned.pairs
    )


def is_about_other(story: Story, told: Told, number: int) -> bool:
    """Whether a sentence goes on with the thing that one right before it opens with: "The clock is old. It hung ...".

    By a pronoun that agrees with that thing, or without saying who does it where a language may leave that out.
    """
    language, first, opening = story.reading.language, told.tokens[0], story.sentences[number].tokens[:2]
    if not opening:
        return False  # A sentence of marks alone.
    article, *behind = opening
    if not behind or article.folded not in map(folded, language.definite) or not behind[0].content:
        return False
    agreement, thing = agreement_of(language.code), behind[0]
    if first.folded in agreement.pronouns:
        return agreement.agree(first.folded, thing, article.folded)
    left_out = story.words.omits_subjects and first.mood == "past" and not first.entities
    return left_out and not thing.entities and not language.is_role(thing.text.lower())


def last_named(story: Story, told: Told) -> int:
    """The number of the sentence before one that names whom those behind it tell of by pronouns alone."""
    number = max(0, told.number - 1)
    while number and told.number - number < _ROW:
        opening = story.sentences[number].tokens[:1]  # None where a sentence is of marks alone.
        if opening and not story.leads_back(opening[0]):
            break
        number -= 1
    return number


def may_own(story: Story, told: Told, token: Token, place: int) -> bool:
    """Whether a noun may be whom a pronoun beside a word means, told in the sentences right before: "su marido"."""
    before = story.sentences[last_named(story, told) : told.number]
    return is_told_in(token, before) and not is_another_owner(story, told, token, place)


def belongs_to_another(story: Story, aligned: Aligned, token: Token, head: Token | None) -> bool:
    """Whether a sentence tells by a pronoun that a thing is somebody's whom a noun does not mean.

    "His lawyer" is the baker's and not the mill's.
    """
    for other, place in aligned.pairs if head is not None else ():
        if other is head:
            return is_another_owner(story, aligned.told, token, place)
    return False


def tells_owner(story: Story, told: Told, token: Token, head: Token) -> bool:
    """Whether a sentence names somebody first, as a word does, and tells that a thing is theirs: "sells its bikes"."""
    first = next((other for other in told.tokens if other.entities), None)
    if first is None or not first.entities & token.entities:
        return False
    places = {at for key in head.keys for at in told.places.get(key, ())}
    return any(story.is_possessive(other) for at in places for other in told.tokens[max(0, at - _OWNED) : at])


def is_owned(token: Token) -> bool:
    """Whether a word behind an owner may be what is theirs: not the rest of their name."""
    return token.content and not token.owner


def _is_plain(token: Token) -> bool:
    """Whether a word is neither a name nor a number nor a day."""
    return not token.entities and token.value is None and not token.dated


def count_things(story: Story, tokens: Sequence[Token]) -> int:
    """How many things words name: a name is one where the first sentence has the words in the same row."""
    if len(tokens) < _SEVERAL or not all(has_pair(token, story.sentences[0]) for token in tokens[1:]):
        return len(tokens)
    return len({token.entities or token.start for token in tokens})


def is_had(story: Story, token: Token, missing: Sequence[Token], claim: Sequence[Token]) -> bool:
    """Whether a word that a sentence lacks is what somebody is told to have: "the fund has a new scanner"."""
    lacks, at = set(map(id, missing)), claim.index(token) - 1
    having = story.words.special["has_what"]
    while at > 0 and (id(claim[at]) in lacks or (claim[at].folded in story.leading and claim[at].folded not in having)):
        at -= 1
    led = claim[at + 1].folded in story.leading or claim[at + 1].value is not None or story.words.free_order
    return led and claim[at].folded in having and claim[at].clause == token.clause


# Complexity: each word before a noun may count it or tell that it is only of whom.
def _is_part_of(story: Story, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
    """Whether a noun says of whom one or some do what a claim opens with: "one of the cyclists", "the two men".

    Not where the sentence counts or tells of as many: "Two of them".
    """
    at = claim.index(token)
    if any(one.value is not None and not one.dated and one.clause == token.clause for one, _ in aligned.pairs):
        return False
    words = story.words
    ahead = [one for one in claim[:at] if one.clause == token.clause]
    if not ahead:
        return False
    tying = words.partitives | story.of_words | words.fused
    small = tying | story.leading | words.articles
    counts = [one for one in ahead if one.value is not None and not one.dated]
    others = [one for one in ahead if one not in counts and one.folded not in small and PART not in one.signs]
    ones = {one.folded for one in ahead if one.folded in words.articles or PART in one.signs}
    one = bool(ones) and ones.isdisjoint(one.folded for one in aligned.told.tokens[:_PART_WORDS])
    tied = any(one.folded in tying for one in ahead)
    return not others and bool(counts or (one and tied))
