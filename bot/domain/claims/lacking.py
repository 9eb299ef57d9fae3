"""What a sentence lacks of a claim, less what the sentence itself, those before it and the article make up for.

A name may be whom the sentence's pronoun or left-out subject means, a noun those of whom a speaker says "we", and a
word what the article always calls the thing by.
"""

from functools import cached_property, partial

from bot.domain.claims.background import Background
from bot.domain.claims.borrowing import Borrowing
from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.quantities import currencies
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.verbs.lent import has_other_deed
from bot.domain.claims.comparing.wording import GOVERNS, SOURCE, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.alone.unlike import is_done_to_another
from bot.domain.claims.referring.events.whose import WhoseDeed
from bot.domain.claims.referring.known.attributes import Attributes
from bot.domain.claims.referring.known.bare import BareThings
from bot.domain.claims.referring.known.beside import beside
from bot.domain.claims.referring.known.complements import has_other_complement, is_deed
from bot.domain.claims.referring.known.lent_deeds import LentDeeds
from bot.domain.claims.referring.known.owners import Possessors
from bot.domain.claims.referring.known.places import fills_relative, has_own_place, is_tied_to_another
from bot.domain.claims.referring.nouns.aged import Aged
from bot.domain.claims.referring.nouns.another import Another
from bot.domain.claims.referring.nouns.counts import Counts
from bot.domain.claims.referring.nouns.twins import Twins
from bot.domain.claims.referring.speakers.ours import Ours
from bot.domain.claims.rules.deeds.continued import Continued, Sources, has_doer_ahead, names_doer
from bot.domain.claims.rules.grammar import ADMITS, SPEECH, confesses, is_plain
from bot.domain.claims.rules.sides.slots import has_another
from bot.domain.claims.rules.turned.causes import orders_deeds
from bot.domain.claims.rules.voiced.others import says_another, telling
from bot.domain.language.gazetteer import country_of, demonym

_ANSWER, _LOOK_BACK = 3, 2
# A preposition, an article and the name of a country.
_FROM = 3
# How many words behind a verb a noun with its article stands.
_OBJECT = 2
# How many words behind a number its unit stands: "38 millions of dollars".
_UNIT = 3
# What one thinks, and the most words that tell of whom it is the view.
_VIEW, _VIEW_WORDS = f"{GOVERNS}suspect", 4
_TIMES, _DENYING = {"past", "future"}, {f"{GOVERNS}deny", f"{GOVERNS}refuse"}


class Lacking:
    """One article's sentences, asked for what they lack of a claim."""

    def __init__(self, story: Story, background: Background, ours: Ours) -> None:
        self._story = story
        self._another, self._whose = story.once(Another), story.once(WhoseDeed)
        self._twins = Twins(story, background.is_noun)
        near = partial(beside, story)
        self._counts, self._attributes = Counts(story, near), Attributes(story, near)
        self._background, self._ours = background, ours
        self._currencies = currencies(story.reading.language.code)
        self._sources = Sources(story, agreement_of(story.reading.language.code).told_by)
        self._borrowing = Borrowing(story)
        self._continued, self._owners, self.deeds = Continued(story), story.once(Possessors), LentDeeds(story)
        self._bare = story.once(BareThings)
        self._ties = story.words.ties - story.leading

    @cached_property
    def _aged(self) -> Aged:  # Most articles never need it.
        return Aged(self._story)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def of_article(self, claim: Clauses, aligned: Aligned) -> list[Token]:
        """What a sentence lacks of a claim, less what its surroundings and the article as a whole make up for."""
        if not aligned.missing:
            return []
        own = self._without_against(claim, aligned, self.of_sentence(aligned))
        ordered = orders_deeds(claim, own, self._story.words)
        missing = own if ordered else self._background.without_topic(aligned, own, claim.tokens)
        missing = missing if claim.headline else self._borrowing.kept(aligned, own, missing)
        missing = self._sources.without(aligned, missing, claim.tokens)
        missing = self._without_teller(claim, aligned, missing)
        if not claim.headline and [1 for token in missing if token.value is not None]:
            missing = self._counts.without(claim, aligned, missing)
        missing = missing or self.deeds.lent(claim, aligned)
        return [
            token
            for token in [aligned.tokens[at] for at in aligned.missing]
            if token in missing
            or self._is_another(claim, aligned, token)
            or has_another(aligned, claim.tokens, token, self._story) >= 0
            or has_other_deed(claim, aligned, token, self._story.words)
            or (not claim.headline and self._is_told_elsewhere(claim, aligned, token))
        ]

    def is_barred(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether nothing that a sentence points to may be a word: it has another deed, or a thing of another's."""
        if has_other_deed(claim, aligned, token, self._story.words):
            return True
        return not claim.headline and self._bare.is_anothers(claim.tokens, aligned, token)

    def _is_told_elsewhere(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another place than a claim, or another behind the same preposition."""
        story = self._story
        other = has_own_place(claim, aligned, token, story) or fills_relative(claim, aligned, token, story)
        return other or is_tied_to_another(claim, aligned, token, story)

    # Complexity: what may be another is asked one thing after the other.
    def _is_another(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another noun in a word's place, or tells of another of whom that says which."""
        story, named = self._story, bool(token.entities) and self._is_named_otherwise(claim, aligned, token)
        named = named or self._another.is_named(claim, aligned, token)
        if named or self._another.is_nobody_there(aligned, token) or self._attributes.is_anothers(aligned, token):
            return True
        if not claim.headline and [1 for one, at in aligned.pairs if self._is_told_as_other(aligned, token, one, at)]:
            return True
        if token.folded in self._currencies and self._is_other_money(aligned, token):
            return True
        quoting = not claim.headline and aligned.told.number in self._ours.quoting
        other = quoting and self._ours.is_another(aligned.told, token, claim.tokens)
        owned = other or (quoting and says_another(story, aligned, claim, token))
        owned = owned or self._owners.is_another(claim.tokens, aligned, token)
        owned = owned or self._bare.is_anothers(claim.tokens, aligned, token)
        owned = owned or (not claim.headline and self._whose.is_anothers(aligned, token))
        owned = owned or is_deed(token, aligned, story.words) or has_other_complement(claim, aligned, token, story)
        owned = owned or is_done_to_another(claim.tokens, aligned, token, story)
        return owned or self._is_replaced(claim, aligned, token) or self._twins.is_other(claim, aligned, token)

    def _is_other_money(self, aligned: Aligned, token: Token) -> bool:
        """Whether a sentence has another kind of money right behind the number that a claim has a word for it with."""
        number = max((at for one, at in aligned.pairs if one.value is not None and one.start < token.start), default=-1)
        behind = aligned.told.tokens[number + 1 : number + 1 + _UNIT] if number >= 0 else []
        return any(one.folded in self._currencies for one in behind)

    def _is_told_as_other(self, aligned: Aligned, token: Token, noun: Token, at: int) -> bool:
        """Whether a sentence says of the noun before a word that it is another one: "criticised another firm"."""
        return noun.folded == token.before and aligned.told.tokens[at].before in self._story.words.others

    def _without_against(self, claim: Clauses, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less "against" behind an appeal or a protest where the sentence tells of what it contests before.

        "Called the ruling wrong and announced an appeal": "an appeal against the ruling".
        """
        words = self._story.words
        against = missing[0] if len(missing) == 1 and missing[0].folded in words.against else None
        raised = against is not None and against.before in words.contesting
        if against is None or not raised or claim.headline:
            return missing
        at, tokens = aligned.tokens.index(against), aligned.told.tokens
        places = aligned.places[max(0, at - 1) : at + 2 : 2]
        if len(places) < 2 or None in places:  # noqa: PLR2004 what is raised, and what it contests
            return missing
        raises, contested = places
        known = raises is not None and contested is not None and contested < raises
        return [] if known and not any(token.folded in words.against for token in tokens) else missing

    def _without_teller(self, claim: Clauses, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less who says it, where the sentence goes on with what somebody is reported to say: "Das Bild sei alt."."""
        if not missing or claim.headline:
            return missing
        quoted = not self._story.words.reporting or None not in aligned.told.quoted
        teller = self._is_quoted if quoted else self._continued.is_teller
        clauses, told = telling(claim, aligned, self._story.words), aligned.told
        if quoted:  # "The wife of Holm said" names him no speaker, but "according to Holm".
            sources = {token.clause for token in claim.tokens if SOURCE in token.signs}
            tied = {id(one) for one in missing if one.before in self._ties and one.clause not in sources}
        else:
            tied = set()
        return [one for one in missing if one.clause not in clauses or id(one) in tied or not teller(one, told)]

    @staticmethod
    def _is_quoted(token: Token, told: Told) -> bool:
        """Whether a name is that of the only one quoted in a sentence: "«Seguimos», aseguró"."""
        speakers = {speaker for speaker in told.quoted if speaker is not None}
        return len(speakers) == 1 and bool(token.entities & speakers)

    def _is_replaced(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another noun, which the claim leaves out, behind a word's preposition.

        "Will sue over the dismissal" is not "will sue over the report".
        """
        if token.entities or token.value is not None or token.dated:
            return False
        told, tie = aligned.told.tokens, self._story.tie_before(claim.tokens, claim.tokens.index(token))
        if self._is_of_another(claim, aligned, token) or self._is_objects(claim, aligned, token, tie):
            return True
        if not tie or tie in self._story.of_words:
            return False
        tied = (at for at, other in enumerate(told) if other.clause in aligned.used and other.content)
        return any(
            at not in aligned.matched and is_plain(told[at]) and self._story.tie_before(told, at) == tie for at in tied
        )

    # Complexity: a verb and its object may each have small words before them.
    def _is_objects(self, claim: Clauses, aligned: Aligned, token: Token, tie: str) -> bool:
        """Whether the sentence has another thing right behind the deed that a word stands right behind in the claim."""
        if tie not in self._story.words.objects | {""}:
            return False
        behind, leading = claim.tokens.index(token) - 2, self._story.leading
        behind -= claim.tokens[behind].folded in self._story.words.objects  # "A la empresa".
        bare = claim.headline and token.before not in leading  # "Kiprop beats national record".
        behind += bare
        verb = claim.tokens[behind] if behind >= 0 and (bare or token.before in leading) else token
        place = next((place for other, place in aligned.pairs if other is verb), None)
        if place is None or not is_plain(verb) or verb.before in leading | self._story.words.ties:
            return False
        tokens, at = aligned.told.tokens, place + _OBJECT
        if at >= len(tokens) or at in aligned.matched or tokens[at].before not in leading:
            return False
        other = tokens[at]
        return other.content and other.value is None and not other.dated and other.clause == tokens[place].clause

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_of_another(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another behind the noun of which a claim's word tells: "the request of the firm"."""
        at, tokens = claim.tokens.index(token) - 1, aligned.told.tokens
        at -= at > 1 and claim.tokens[at].folded not in self._story.of_words
        if at < 1 or claim.tokens[at].folded not in self._story.of_words:
            return False
        place = next((place for other, place in aligned.pairs if other is claim.tokens[at - 1]), None)
        if place is None or place + 2 >= len(tokens) or tokens[place + 1].folded not in self._story.of_words:
            return False
        named = bool(tokens[place + 2].entities) and tokens[place + 2].text[0].isupper()
        if named and place + 2 not in aligned.matched:
            return True
        one = self._story.words.indefinite | self._story.words.articles
        led = tokens[place + 2].folded in one and not token.entities
        return led and any(one.content for one in tokens[place + 3 : place + 4]) and place + 3 not in aligned.matched

    def _is_at_another(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another name behind the same noun and preposition: "the museum in Losk"."""
        at, tokens = claim.tokens.index(token), aligned.told.tokens
        if at <= 1 or token.before not in self._story.words.ties - self._story.leading:
            return False
        place = next((place for other, place in aligned.pairs if other is claim.tokens[at - 2]), len(tokens))
        if place + 2 >= len(tokens) or tokens[place + 1].folded != token.before or place + 2 in aligned.matched:
            return False
        other = tokens[place + 2]
        return bool(other.entities) and other.text[0].isupper() and other.entities.isdisjoint(token.entities)

    def _is_named_otherwise(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another name in a name's place: "the coach of Lorne", in a headline too."""
        other = self._is_of_another(claim, aligned, token)
        if other or claim.headline:
            return other
        return self._is_at_another(claim, aligned, token) or self._is_for_another(claim, aligned, token)

    def _is_for_another(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether the sentence has another name, which the claim leaves out, behind a name's preposition."""
        told, tie = aligned.told.tokens, self._story.tie_before(claim.tokens, claim.tokens.index(token))
        if not tie or tie in self._story.words.partitives:
            return False
        names = (at for at, one in enumerate(told) if one.entities and one.content and at not in aligned.matched)
        return any(told[at].clause in aligned.used and self._story.tie_before(told, at) == tie for at in names)

    def of_sentence(self, aligned: Aligned) -> list[Token]:
        """What a sentence lacks and nothing about it makes up for."""
        missing = [aligned.tokens[at] for at in aligned.missing]
        if not missing:
            return []
        missing = self._without_group(aligned, self._without_subject(aligned, missing))
        for token in missing:
            if token.entities:
                missing = self._aged.without(aligned.told, missing)
                break
        missing = self._without_telling(aligned, missing)
        missing = [
            token
            for token in missing
            if not (self._attributes.are_known(aligned, token) or self._is_of_country(aligned, token))
        ]
        if len(missing) == 1 and self._is_answered(aligned, missing[0]):
            return []
        return self._borrowing.without(aligned, missing)

    def _without_telling(self, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less a verb of admitting what a speaker says of themselves, and one of thinking what is told as a view."""
        signs = frozenset[str]().union(*[token.signs for token in missing])
        firsts, endings = self._ours.first_person, self._story.words.first_endings
        told = {ADMITS} if ADMITS in signs and confesses(aligned.told, firsts, endings) else set[str]()
        told |= {_VIEW} if _VIEW in signs and self._is_view(aligned) else set()
        return [token for token in missing if token.signs.isdisjoint(told)] if told else missing

    def _is_view(self, aligned: Aligned) -> bool:
        """Whether a sentence opens with whose view it is, in a possessive, and the claim names them: "in his view"."""
        opening = aligned.told.tokens[:_VIEW_WORDS]
        told = any(token.signs & SPEECH and not token.content for token in opening)
        owners = [token.entities for token in opening if token.entities and not token.content]
        return told and any(token.entities & owner for token, _ in aligned.pairs for owner in owners)

    def _is_answered(self, aligned: Aligned, token: Token) -> bool:
        """Whether a noun is what a sentence denies in a pronoun, told right before: "denied it", "the accusation"."""
        told = aligned.told
        verb = next((place for other, place in reversed(aligned.pairs) if other.start < token.start), None)
        if token.stem not in self._story.words.referring or verb is None:
            return False
        denied = any(sign in _DENYING for at in (verb, verb + 1) for sign in _signs_at(told, at))
        if not denied or not self._has_pronoun_alone(told, verb):
            return False
        before = self._story.sentences[max(0, told.number - _LOOK_BACK) : told.number]
        return any(token.keys & other.places.keys() for other in before)

    def _has_pronoun_alone(self, told: Told, verb: int) -> bool:
        """Whether a word that stands for something named before, or none, is all that a clause says behind its verb."""
        behind = [other for other in told.tokens[verb + 1 :] if other.clause == told.tokens[verb].clause]
        stands = verb + 1 == len(told.tokens) or any(
            other.folded in self._story.words.anaphors for other in behind[:_ANSWER]
        )
        return stands and not any(other.content and other.entities != told.tokens[0].entities for other in behind)

    def _without_subject(self, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less the name of who does it, where the sentence goes on with the one before's without saying so."""
        told = aligned.told
        subject = self._subject(told)
        if subject is None or not self._story.words.omits_subjects or not told.tokens:
            return missing
        endings, first = self._story.words.definite_endings, told.tokens[0]
        suffixed = bool(endings) and first.plain.endswith(endings)
        if names_doer(told, self._story, self._complements):
            return missing
        if first.folded in self._story.leading or suffixed:
            return missing
        if self._story.words.free_order and not self._opens_with_deed(told):
            return missing
        return missing if self._another.is_left_out(aligned) else self._without_person(told, subject, missing)

    def _without_person(self, told: Told, person: int, missing: list[Token]) -> list[Token]:
        """Less a name, unless a noun stands in the sentence where it would: "Ma il club ha venduto"."""
        left = [token for token in missing if person not in token.entities]
        own = len(left) < len(missing) and has_doer_ahead(told, self._story, self._background.is_noun)
        return missing if own else left

    @cached_property
    def _complements(self) -> frozenset[str]:
        """Words that open what somebody says."""
        return frozenset(map(folded, self._story.reading.language.that)) | self._story.words.complements

    @staticmethod
    def _subject(told: Told) -> int | None:
        """Whom a sentence goes on with: who is quoted in it, else who does it in the one before."""
        speakers = {speaker for speaker in told.quoted if speaker is not None}
        return min(speakers) if len(speakers) == 1 else told.subject

    def _opens_with_deed(self, told: Told) -> bool:
        """Whether nothing that could do it stands before a sentence's verb, in a language without articles."""
        for at, token in enumerate(told.tokens):
            behind = told.tokens[at + 1].mood if at + 1 < len(told.tokens) else ""
            infinitive = token.plain.endswith(self._story.words.infinitives) and behind not in _TIMES
            if token.signs or token.mood in _TIMES or infinitive:
                return True  # A noun may end as an infinitive does, right before its verb.
            if token.content and not token.dated and token.before not in self._story.words.ties:
                return False
        return False

    def _without_group(self, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less the noun for those whom a speaker's "we" means: "We were not asked", "staff were not asked"."""
        if not missing or aligned.told.number not in self._ours.quoting:
            return missing
        if missing[0].entities:
            meant = self._ours.are_named(aligned.told, missing)
        else:
            group = len(missing) == 1 and self._is_plain_opening(aligned, missing[0])
            meant = group and self._ours.says_we(aligned.told) and self._ours.is_meant(aligned.told, missing[0])
        return [] if meant else missing

    def _is_plain_opening(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word that opens its clause, or stands first behind who speaks, is neither a number nor a day."""
        return token.value is None and not token.dated and not token.signs and self._is_opening(aligned, token)

    @staticmethod
    def _is_opening(aligned: Aligned, token: Token) -> bool:
        """Whether a word is the first of its clause that says something, or the first behind who speaks."""
        inside = [other for other in aligned.tokens if other.clause == token.clause and not other.entities]
        speaks = len(inside) == 1 and token is aligned.tokens[0] is not aligned.tokens[-1]  # "The staff said that ...".
        return bool(inside) and inside[0] is token and not (speaks and aligned.tokens[1].clause != token.clause)

    def _is_of_country(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word says of which country a thing beside it is, and the sentence that it is in or from there."""
        code = self._story.reading.language.code
        country = demonym(token.text, code)
        if country is None:
            return False
        for head, place in aligned.pairs:
            if head.before != token.folded and token.before != head.folded:
                continue
            behind = [one for one in aligned.told.tokens[place + 1 : place + 1 + _FROM] if one.content]
            tied = aligned.told.tokens[place + 1 : place + 2]
            named = bool(behind) and country_of(behind[0].text, code) == country
            if named and tied[0].folded in self._story.words.ties:
                return True
        return False


def _signs_at(told: Told, at: int) -> frozenset[str]:
    return told.tokens[at].signs if at < len(told.tokens) else frozenset()
