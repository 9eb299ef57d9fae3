"""What a claim may say besides what its evidence does: what the whole article is about.

A sentence deep in an article leaves out what its first sentence has said: which town, which bridge, whose workers. Such
a word may be added where it only says of what or where, never as who does something, a number, a person or a day.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned, is_told_ahead, ties_another
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told, nobody
from bot.domain.claims.comparing.wording import AFTER, AGENT, ANNOUNCED, BEFORE, CAUSE, IS, PART, PASSIVE, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.earlier import (
    belongs_to_another,
    count_things,
    describing,
    has_ahead,
    has_pair,
    is_about_other,
    is_alone,
    is_counted,
    is_deed_of_another,
    is_had,
    is_moved,
    is_owned,
    is_told_in,
    may_own,
    opens,
    says_all,
    tells_owner,
)
from bot.domain.claims.referring.elsewhere import Elsewhere
from bot.domain.claims.referring.known.openings import may_do
from bot.domain.claims.rules.deeds.continued import TELLING
from bot.domain.claims.rules.grammar import is_plain, tells
from bot.domain.claims.rules.sides.slots import is_past

_OFTEN, _MOST, _LEAST_OWN, _OPENING, _COMPLEMENTS, _TIED, _CAUSED = 3, 2, 2, 3, 4, 2, 4


class Background:
    """What one article is about."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story, self._language = story, language
        self._leading = frozenset(map(folded, language.determiners | language.definite))
        self._nouns = language.nouns_capitalised
        self._agreement = agreement_of(language.code)
        self._elsewhere = story.once(Elsewhere)
        self._nouns_told = dict[str, bool]()
        self._untold = story.words.firsts | story.words.against  # "On the first floor" is another floor.

    # Complexity: what a word may be is asked one thing after the other.
    def without_topic(self, aligned: Aligned, missing: list[Token], claim: Sequence[Token]) -> list[Token]:
        """What is missing less a word or two that say what all of the article is about."""
        own = [token for token in aligned.tokens if token not in missing]
        if (len(own) < _LEAST_OWN and not says_all(aligned, own)) or all(token.entities for token in own):
            return missing  # A name alone tells no deed.
        topical = [
            token
            for token in missing
            if not (self._is_told_as_done(token) or is_had(self._story, token, missing, claim))
            and not is_past(self._story, token, claim)
            and (self._may_be_told_of(token, aligned, claim) or self._is_owner(token, aligned, claim))
        ]
        topical += describing(self._story, filter(self._is_genitive, topical), missing)
        return [one for one in missing if one not in topical or count_things(self._story, topical) > _MOST]

    def _may_be_told_of(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        at = claim.index(token)
        if tells(claim[max(0, at - _CAUSED) : at], CAUSE) and tells(aligned.told.tokens, CAUSE):
            return False  # "Because of a strike" where the sentence tells another cause.
        if not (self._is_topic(token, aligned, claim) or self._is_complement(token, aligned, claim)):
            return False
        owned = aligned.told.leans and belongs_to_another(self._story, aligned, token, self._head(token, claim))
        return not owned and self._may_be_added(token, aligned, claim)

    # Complexity: a head that is no noun ("gehört der Stadt", "затримала медсестру") is told by more than one sign.
    def _is_complement(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a word says of what a noun of the sentence is, told in the sentences before: "the ban on it"."""
        head = self._head(token, claim)
        place = next((where for other, where in aligned.pairs if other is head), None)
        if not is_plain(token) or token.signs or place is None or head is None:
            return False
        verbal = (head.mood and token.stem in self._story.called) or (self._nouns and head.text[0].islower())
        if verbal or self._is_of_another(aligned, place):
            return False
        told = aligned.told
        if self._has_owner(told.tokens, place):  # "Su marido": whose he is stands right before.
            return may_own(self._story, told, token, place)
        stands_for_all = head.stem in self._story.words.referring  # "The council's decision".
        if is_told_in(token, self._sentences_before(told, token, all_of_them=stands_for_all)):
            return not stands_for_all or not is_deed_of_another(self._story, told, token, head)
        return (stands_for_all or opens(claim, head)) and has_ahead(token, told, place)

    def _is_owner(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a claim tells whose a thing is, as an earlier sentence does: "Velora will sell its bikes"."""
        if token.dated or token.value is not None or any(map(self._story.is_person, token.entities)):
            return False
        if (token.entities and not token.owner) or self._elsewhere.is_told(aligned):
            return False  # "The school of X" may be a place's.
        head, told = self._head(token, claim), aligned.told
        place = next((where for other, where in aligned.pairs if other is head), None)
        if head is None or head.entities or place is None:
            return False
        if not token.entities:
            return self._has_owner(told.tokens, place) and may_own(self._story, told, token, place)
        return any(tells_owner(self._story, other, token, head) for other in self._story.sentences[: told.number])

    def _sentences_before(self, told: Told, token: Token, *, all_of_them: bool) -> Sequence[Told]:
        """The sentences before one in which a word may be told, all of them for a word of the title."""
        everywhere = all_of_them or token.stem in self._title
        return self._story.sentences[0 if everywhere else max(0, told.number - _COMPLEMENTS) : told.number]

    def _is_of_another(self, aligned: Aligned, place: int) -> bool:
        """Whether the sentence says right behind a noun of what it is, by no word that the claim takes as a deed."""
        behind = aligned.told.tokens[place + 1 : place + 2]
        if place + 1 in aligned.matched and any(other.mood == "past" for other in behind):
            return False
        # Where a genitive tells whose a decision is, a preposition tells where or when: "hotărârea în instanță".
        stated = bool(self._agreement.genitives) and aligned.told.tokens[place].stem in self._story.words.referring
        ties = frozenset[str]() if stated else self._story.of_words
        return any(other.folded in ties or self._is_genitive(other) for other in behind)

    def _head(self, token: Token, claim: Sequence[Token]) -> Token | None:
        """The word that a preposition of possession, or its own ending, ties a word to, an article between or none."""
        at = claim.index(token)
        if token.owner:
            return next(filter(is_owned, claim[at + 1 : at + 1 + _TIED]), None)
        if at and claim[at - 1].content and is_plain(claim[at - 1]) and self._is_genitive(token):
            return claim[at - 1] if claim[at - 1].clause == token.clause else None
        tie = next((p for p in range(at - 1, max(0, at - _TIED) - 1, -1) if claim[p].folded in self._story.of_words), 0)
        led = bool(tie) and not [1 for other in claim[tie + 1 : at] if other.folded not in self._leading]
        return claim[tie - 1] if led and claim[tie - 1].clause == token.clause else None

    def _is_genitive(self, token: Token) -> bool:
        """Whether a noun's ending says whose the thing right before it is: "conducerea fabricii"."""
        return token.content and token.plain.endswith(self._agreement.genitives or "\0")

    def _is_topic(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        plain = token.value is None and not token.dated and not token.signs
        if not plain or token.folded in self._untold or any(map(self._story.is_person, token.entities)):
            return False
        if self._language.is_role(token.text.lower()) or token.text.lower() in self._language.titles:
            return False
        if token.entities:
            leads = (*self._story.sentences[:1], *self._opening(aligned.told))
            return any(token.entities & told.named.keys() for told in leads) or token.stem in self._title
        return self._leads(token) or self._is_event(token, claim)

    def _is_event(self, token: Token, claim: Sequence[Token]) -> bool:
        """Whether a noun names what the title or the first sentence tells of: "in the collapse"."""
        words, ahead = self._story.words, claim[max(0, claim.index(token) - 2) :][:1]  # "Después del accidente."
        of = token.before in self._story.of_words - words.within and not (tells(ahead, AFTER) or tells(ahead, BEFORE))
        if of or token.folded in words.hours or token.folded in words.durations:
            return False
        if token.before not in words.ties and token.before not in self._leading:
            return any(has_pair(token, one) for one in self._story.sentences[:1])
        told = [one for one in (self._story.title, *self._story.sentences[:1]) if one is not None]
        return any(not token.keys.isdisjoint(one.places) for one in told)

    def _opening(self, told: Told) -> list[Told]:
        """The first sentence of this one's paragraph, where it opens with a place: "In Hallford 200 cellars ..."."""
        reading = self._story.reading
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        first = self._story.sentences[reading.sentence_at(start)]
        opens = first.tokens[:_OPENING]
        placed = bool(opens) and opens[0].folded in self._story.words.ties and any(other.entities for other in opens)
        elsewhere = any(other.entities and other.text[0].isupper() for other in told.tokens)
        return [first] if placed and not elsewhere and first.number < told.number else []

    def _may_be_added(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a word stands in the claim where it tells of what or where, not who does something."""
        inside = [other for other in claim if other.clause == token.clause and other.content]
        at = claim.index(token)
        if is_alone(token, inside):
            return self._may_stand_alone(token, aligned, claim)
        if self._is_doing(claim, at) or self._is_taken(token, aligned, claim):
            return False  # Who does it is never added.
        if token.entities and (self._elsewhere.is_filled(token, aligned) or not self._is_where(token, aligned, claim)):
            return False
        if not token.entities and at and self._is_moved_name(token, aligned, claim):
            return False
        free = not may_do(token, inside, aligned, self._story) or self._is_tied_to(claim, at)
        return free or self._is_left_open(aligned, token)

    def _is_moved_name(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a word that is a name by its capital is tied as a place, and the sentence has another place."""
        bare = not self._nouns or token.before in self._story.words.ties - self._story.words.fused
        named = bare and token.text[0].isupper() and self._is_tied(token, claim)
        return named and self._elsewhere.is_told(aligned)

    def _may_stand_alone(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a word that is all of its clause may be added: no other place, and nobody who "said that ..."."""
        opens = token is claim[0] and (token.entities or self._elsewhere.is_known(token))  # "Hallford, five hurt".
        tied = token.entities and self._is_tied(token, claim)
        if (opens or tied) and self._elsewhere.is_told(aligned):
            return False
        return not any(other.signs & TELLING for other in claim if other.clause == token.clause)

    def _is_taken(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether the sentence has something else, or a pronoun, where a claim has a word."""
        return (
            self._is_pointed_at(token, aligned)
            or self._replaces_pronoun(token, aligned)
            or self._stands_for_another(token, aligned)
            or self._is_tied_otherwise(token, aligned, claim)
            or self._is_of_deed_noun(token, aligned, claim)
            or self._is_object_of_another(token, aligned, claim)
            or is_counted(self._story, token, aligned, claim)
        )

    def _is_doing(self, claim: Sequence[Token], at: int) -> bool:
        """Whether a word tells who does it, to whom, or what somebody is."""
        done = any(AGENT in other.signs for other in claim[max(0, at - _OPENING) : at])
        done = done and (not self._story.words.participles or self._is_of_deed(claim[:at]))
        return done or self._is_predicate(claim, at) or self._is_whom(claim, at)

    def _is_of_deed(self, before: Sequence[Token]) -> bool:
        """Whether a passive or a participle stands before who does it: nobody does "the bridge at Hallford"."""
        endings = self._story.words.participles
        return any(
            PASSIVE in other.signs or (other.content and other.text.lower().endswith(endings)) for other in before
        )

    def _is_predicate(self, claim: Sequence[Token], at: int) -> bool:
        """Whether a word tells what somebody is, was or has found: it stands right behind that verb or its article."""
        before = [other for other in claim[max(0, at - _TIED) : at] if other.folded not in self._leading]
        if before and not before[-1].signs.isdisjoint({IS, WAS, ANNOUNCED}):
            return True
        return bool(at) and PASSIVE in claim[at - 1].signs  # "Has been found": what is done.

    def _is_whom(self, claim: Sequence[Token], at: int) -> bool:
        """Whether a noun stands with its article right behind a deed, where nouns have capitals: "gehört der Stadt"."""
        oblique = self._story.words.oblique | self._story.of_words
        deed = claim[at - _TIED] if at >= _TIED and claim[at - 1].folded in oblique else None
        return self._nouns and deed is not None and deed.content and deed.text[0].islower() and not deed.entities

    def _is_tied_to(self, claim: Sequence[Token], at: int) -> bool:
        """Whether a preposition stands before a word, no article like one ("A empresa"), or it owns a decision."""
        if claim[at].owner and claim[at + 1 : at + 2] and claim[at + 1].stem in self._story.words.referring:
            return True
        ties = self._story.words.ties
        before = claim[at - 1 - (at > 1 and claim[at - 1].folded in self._leading - ties)]
        fused = before.folded not in self._leading or before.folded in self._story.words.fused
        return before.folded in ties and bool(before.before or fused)

    def _is_left_open(self, aligned: Aligned, token: Token) -> bool:
        """Whether a sentence opens with a word that stands for something named before, and for nobody of the claim."""
        told, first = aligned.told, aligned.told.tokens[0]
        before = self._story.sentences[max(0, told.number - 1)]
        if token.keys.isdisjoint(before.places) and is_about_other(self._story, told, before.number):
            return False
        if self._story.points_at_nearest(first) or first.folded in self._agreement.latter:
            return False
        return 0 not in aligned.matched and (self._story.leads_back(first) or PART in first.signs)

    def _is_pointed_at(self, token: Token, aligned: Aligned) -> bool:
        """Whether a word of the sentence stands where a claim has a word, and for another one: "refused to sell it"."""
        ties = self._story.words.ties
        if self._is_owned_by_another(token, aligned):
            return True
        return token.before in ties and any(
            other.before == token.before and other.folded in self._story.words.anaphors for other in aligned.told.tokens
        )

    def _is_owned_by_another(self, token: Token, aligned: Aligned) -> bool:
        """Whether a sentence has a pronoun for whose a thing is, where the claim has a word: "demiterea lui"."""
        if not token.before or token.before in self._story.words.ties:
            return False
        at = next((at for at, other in enumerate(aligned.tokens) if other is token), 0)
        head, place = aligned.tokens[at - 1], aligned.places[at - 1]
        known = at > 0 and place is not None and head.folded == token.before
        return known and self._has_owner(aligned.told.tokens, place or 0)

    def _has_owner(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a pronoun right before or behind a word tells whose it is: "his dismissal", "demiterea lui"."""
        if any(self._story.is_possessive(other) for other in tokens[max(0, place - 1) : place]):
            return True
        behind = [other.folded for other in tokens[place + 1 : place + 3] if other.clause == tokens[place].clause]
        stands = behind[:1] and behind[0] in self._story.words.anaphors
        return bool(stands) and (len(behind) == 1 or behind[0] not in self._leading)  # "Os" is an article too.

    def _stands_for_another(self, token: Token, aligned: Aligned) -> bool:
        """Whether a sentence without articles has another thing behind a claim's preposition: "asks the region for"."""
        if not self._story.words.free_order or token.before not in self._story.words.ties:
            return False
        tokens = aligned.told.tokens
        tied = (at for at, other in enumerate(tokens) if other.content and other.before == token.before)
        return any(at not in aligned.matched and tokens[at].clause in aligned.used for at in tied)

    def _replaces_pronoun(self, token: Token, aligned: Aligned) -> bool:
        """Whether the sentence has a pronoun for who does it where a claim has a word: "last year it lost"."""
        at = next((at for at, other in enumerate(aligned.tokens) if other is token), 0)
        place, tokens = aligned.places[at - 1] if at else None, aligned.told.tokens
        if place is None or place + 1 >= len(tokens) or token.before in self._story.words.ties:
            return False
        behind = tokens[place + 1]
        return behind.folded in self._story.words.anaphors - self._leading and behind.clause == tokens[place].clause

    def _is_of_deed_noun(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a claim says of what somebody is the head, and the sentence only what they do: "which Holm leads"."""
        head = self._head(token, claim)
        place = next((where for other, where in aligned.pairs if other is head), None)
        if head is None or place is None or not self._language.is_role(head.folded):
            return False
        other = aligned.told.tokens[place]
        return other.folded != head.folded and not other.entities and other.before not in self._leading

    def _is_tied_otherwise(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether the sentence ties another thing to the deed that a claim's word is tied to: "asked the region to"."""
        ties, before = self._story.words.ties, list(claim[: claim.index(token)])
        while before and before[-1].folded in self._leading and before[-1].folded not in ties:
            before.pop()
        return (
            bool(before)
            and before[-1].folded in ties
            and ties_another(token, before[-1].plain, aligned, ties, self._leading)
        )

    def _is_object_of_another(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a claim's word is to whom or what a thing is done, and the sentence has a pronoun for that."""
        if self._is_tied(token, claim) or token.before not in self._leading:
            return False
        clitics, tokens = self._story.words.clitics, aligned.told.tokens
        if self._has_object(aligned, token) or is_told_ahead(aligned, token, self._story.words):
            return True
        inside = [at for at, one in enumerate(tokens) if one.folded in clitics and at and one.clause in aligned.used]
        return any(at + 1 in aligned.matched and tokens[at + 1].mood in {"past", "future"} for at in inside)

    def _has_object(self, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence's deed has right behind it another noun than a claim's word: "had annulled a rule"."""
        deed, place = next((pair for pair in reversed(aligned.pairs) if pair[0].start < token.start), (None, 0))
        noun = aligned.told.tokens[place + 2 : place + 3]
        if deed is None or deed.entities or deed.before in self._leading or not noun or place + 2 in aligned.matched:
            return False
        led = noun[0].before in self._leading | self._story.words.indefinite and noun[0].content
        return led and is_plain(noun[0]) and noun[0].clause == aligned.told.tokens[place].clause

    def _is_where(self, token: Token, aligned: Aligned, claim: Sequence[Token]) -> bool:
        """Whether a name tells where, and the sentence names no other place instead."""
        return self._is_tied(token, claim) and not (self._elsewhere.is_told(aligned) or is_moved(token, aligned))

    def _is_tied(self, token: Token, claim: Sequence[Token]) -> bool:
        """Whether a preposition stands before a name, an article or so between them."""
        at = claim.index(token)
        before = [other for other in claim[max(0, at - _OPENING) : at] if other.clause == token.clause]
        near = list(takewhile(lambda other: other.value is None and not other.dated, reversed(before)))
        words = self._story.words
        ties = words.ties - self._language.definite | words.fused if len(near) < len(before) else words.ties
        return any(other.folded in ties for other in near)  # "In 2017 A ...": an article may look like a preposition.

    @cached_property
    def _title(self) -> frozenset[str]:
        title = self._story.reading.article.title or ""
        read = self._story.tokenizer.read(title, 0, len(title), nobody)
        return frozenset(token.stem for token in read.tokens if token.content and token.value is None)

    def _leads(self, token: Token) -> bool:
        """Whether a noun stands in the title or in the first sentence, or comes again and again."""
        if not self.is_noun(token):
            return False
        numbers = self._story.holding(token.stem)
        return len(numbers) >= _OFTEN or numbers[:1] == [0] or token.stem in self._title

    def is_noun(self, token: Token) -> bool:
        """Whether the article has a word of this stem as a noun, behind an article or a preposition."""
        stem, nouns = token.stem, self._nouns_told
        if stem not in nouns:
            told = (self._story.sentences[number] for number in self._story.holding(stem))
            words = (one.tokens[at] for one in told for at in one.places[stem])
            nouns[stem] = any(word.content and word.stem == stem and self._is_noun(word) for word in words)
        return nouns[stem]

    def is_group(self, token: Token) -> bool:
        """Whether a word stands for a body or for people in the plural, which a speaker may mean with "we"."""
        return token.stem in self._story.words.groups or self.is_noun(token)

    def _is_told_as_done(self, token: Token) -> bool:
        """Whether a word is a deed: behind the verb that makes a past of it, or small where nouns have capitals."""
        words = self._story.words
        done = token.before in words.perfects and token.text.lower().endswith(words.participles)
        return done or (self._nouns and token.text[0].islower())

    def _is_noun(self, token: Token) -> bool:
        if self._nouns:
            return token.text[0].isupper() and bool(token.before)
        words, named = self._story.words, token.before in self._leading
        if not named and (token.before not in words.ties or self._is_infinitive(token)):
            return False
        return token.before not in words.complements and not self._is_told_as_done(token)

    def _is_infinitive(self, token: Token) -> bool:
        """Whether a word ends as infinitives do: "suspected of selling" has no noun."""
        endings = self._story.words.infinitives if self._story.words.participles else ()
        return bool(endings) and token.text.lower().endswith(endings)
