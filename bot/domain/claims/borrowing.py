"""What a sentence only points to and the one before it says: "It was due in May" is told of the new timetable."""

from collections.abc import Sequence
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned, align, completes_infinitive, is_told_ahead, ties_another
from bot.domain.claims.comparing.people.meant.owners import is_another_owner
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import IS, PART, WAS, folded, plain_word
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.antecedents import Antecedents
from bot.domain.claims.referring.counting import takes_of_those
from bot.domain.claims.referring.earlier import counts_another, describes_another, is_about_other
from bot.domain.claims.referring.elsewhere import Elsewhere
from bot.domain.claims.referring.known.openings import doing
from bot.domain.claims.referring.nouns.known import KnownThings, are_together
from bot.domain.claims.referring.pointers import Pointers

# How many sentences back such words are looked for, and the most of them.
_LOOK_BACK, _BORROWED = 2, 3
# A preposition, an infinitive and an article.
_PURPOSE_WORDS = 3
# How many small words stand between a pronoun and its verb: "li ha già ordinati".
_SMALL = 3
# Within how many words of a sentence's beginning a pronoun tells who does it.
_OPENS = 3


class Borrowing:
    """One article's sentences, asked for what those behind them point to."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._compounds = story.reading.language.nouns_capitalised
        self._elsewhere = story.once(Elsewhere)
        self._known = KnownThings(story)
        self._definite = frozenset(map(folded, story.reading.language.definite))
        self._agreement = agreement_of(story.reading.language.code)
        self._latter = self._agreement.latter
        self._relatives = frozenset(map(folded, story.reading.language.relatives))

    @cached_property
    def _antecedents(self) -> Antecedents:
        """What pronouns may mean; most articles never need it."""
        return Antecedents(self._story, Pointers(self._story))

    # Complexity: what speaks against it is asked one thing after the other.
    def without(self, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less a few words in a row that a word of the sentence stands for, told in the sentences right before it."""
        if not missing or self._known.adds(aligned, missing):
            return []
        if not aligned.told.leans or not all(map(self._may_be_borrowed, missing)) or self._only_counts(aligned):
            return missing
        if not self._are_few(aligned, missing) or not _are_in_a_row(aligned, missing):
            return missing
        otherwise = takes_of_those(aligned, missing, self._story) or self._points_otherwise(aligned, missing)
        if otherwise or (self._compounds and self._has_deed(aligned, missing)):
            return missing
        apart = self._name_doer(aligned, missing) or self._is_tied_otherwise(aligned, missing[0])
        if apart or not self._stand_before(aligned.told, missing):
            return missing
        others = self._disagrees(aligned, missing) or self._antecedents.are_others(aligned, missing)
        return missing if others else []

    def kept(self, aligned: Aligned, missing: list[Token], left: list[Token]) -> list[Token]:
        """What is `left` of what a sentence lacks, or all of it where the rest is not what its pronouns stand for."""
        if len(left) == len(missing):
            return left
        return missing if self._antecedents.are_others(aligned, [one for one in missing if one not in left]) else left

    def _only_counts(self, aligned: Aligned) -> bool:
        """Whether a sentence has no more of a claim than of how many something is told: "two of them left"."""
        partitives = self._story.words.partitives
        taken = [(token, aligned.told.tokens[place]) for token, place in aligned.pairs]
        counts = [token.value is not None and other.after in partitives for token, other in taken]
        return bool(counts) and all(counts)

    def _disagrees(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether all that points back is a pronoun for whom it is done to, of another gender: "los", "las"."""
        agreement, leading = self._agreement, self._story.leading
        if self._is_of_other_gender(aligned, missing):
            return True
        verbs = [place for token, place in aligned.pairs if place > 1 and token.before not in leading]
        pointing = list(filter(None, (self._clitic(aligned.told.tokens, place) for place in verbs)))
        if len(pointing) != 1:
            return False
        noun = next((token for token in missing if token.value is None), missing[0])
        article = missing[0].before if missing[0].before in agreement.nouns else ""
        return bool(article) and not agreement.agree(pointing[0].folded, noun, article)

    def _is_of_other_gender(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether the only word that points back is a pronoun that no missing noun agrees with: "він" of a "фірма"."""
        agreement, tokens = self._agreement, aligned.told.tokens
        pointing = [token for token in tokens if self._story.leans(token)]
        if len(pointing) != 1 or pointing[0].folded not in agreement.pronouns or not agreement.endings:
            return False
        at = tokens.index(pointing[0])
        owner = any(one.content and not one.dated for one in tokens[max(0, at - 1) : at])
        clitic = pointing[0].folded in self._story.words.clitics
        if clitic or owner or len(missing) > 1 or pointing[0] not in tokens[:_OPENS]:
            return False  # "Adjunctul ei": whose; "the union “Still Water”": by its noun.
        return not agreement.agree(pointing[0].folded, missing[0], "")

    def _clitic(self, tokens: Sequence[Token], at: int) -> Token | None:
        """The pronoun before a verb, only small words between them and none of the words that open a sentence."""
        for place in range(at - 1, max(0, at - 1 - _SMALL), -1):
            if tokens[place].folded in self._story.words.clitics:
                return tokens[place]
            if tokens[place].content:
                return None
        return None

    def _points_otherwise(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether what a sentence points back to or counts is another thing than what is missing."""
        return (
            self._are_anothers(aligned)
            or self._owns_otherwise(aligned, missing)
            or self._has_nearer(aligned)
            or counts_another(missing[0], aligned)
            or self._elsewhere.has_nearer(aligned, missing)
            or (len(missing) == 1 and describes_another(self._story, aligned, missing[0]))
            or (len(missing) == 1 and missing[0] is aligned.tokens[0] and self._is_moved(aligned, missing))
        )

    def _is_moved(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether a headline's first word alone is a place, and the sentence tells of another: "Selby: mill opens"."""
        alone = all(token is missing[0] or token.clause != missing[0].clause for token in aligned.tokens)
        return alone and self._elsewhere.opens_elsewhere(missing, aligned.told)

    @staticmethod
    def _has_deed(aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether words are no nouns, or end in the last word of their claim, which tells what is done."""
        last = missing[-1]
        return not any(token.text[0].isupper() for token in missing) or (
            last.text[0].islower() and last is aligned.tokens[-1]
        )

    def _is_tied_otherwise(self, aligned: Aligned, first: Token) -> bool:
        """Whether the sentence ties another thing to the deed that a word is tied to: "asked the region to"."""
        if self._is_when(aligned, first) or is_told_ahead(aligned, first, self._story.words):
            return True
        ties, articles = self._story.words.ties, self._story.leading
        return first.before in ties and ties_another(first, plain_word(first.before), aligned, ties, articles)

    def _are_anothers(self, aligned: Aligned) -> bool:
        """Whether all that points back tells whose a thing is, and the claim leaves out that thing: "its stands"."""
        tokens = aligned.told.tokens
        pointing = [at for at, token in enumerate(tokens) if self._story.leans(token)]
        owned = [at for at in pointing if self._story.is_possessive(tokens[at])]
        if not pointing or len(owned) < len(pointing):
            return False
        things = (next((p for p in range(at + 1, len(tokens)) if tokens[p].content), None) for at in owned)
        return all(thing is not None and thing not in aligned.matched for thing in things)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _owns_otherwise(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether a possessive means somebody, and the article calls another by the claim's word for the owner.

        Or all that points back are possessives that do not mean it.
        """
        told = aligned.told
        leaning = [at for at, token in enumerate(told.tokens) if self._story.leans(token)]
        noun = next((one for one in missing if one.owner or one.before in self._definite), None)
        if noun is not None and leaning and all(is_another_owner(self._story, told, noun, at + 1) for at in leaning):
            return True
        owners = [token.entities for token in aligned.told.tokens if self._story.is_possessive(token)]
        called = [self._story.called.get(token.stem) for token in missing if not token.entities]
        return any(people.isdisjoint(owner) for people in called if people for owner in owners if owner)

    def _has_nearer(self, aligned: Aligned) -> bool:
        """Whether all that points back stands in a later clause, behind a noun that the claim leaves out.

        "The man is free, the licence was taken from him."
        """
        tokens = aligned.told.tokens
        pointing = [token.clause for token in tokens if self._story.leans(token)]
        if (
            len(tokens) <= 1
            or not pointing
            or not min(pointing)
            or tokens[0].folded not in self._definite
            or tokens[1].clause
        ):
            return False
        return all(clause >= min(pointing) for clause in aligned.used)

    def _is_when(self, aligned: Aligned, token: Token) -> bool:
        """Whether a preposition with its article in it stands before a word, and the sentence has a day of its own.

        "In the campaign he promised it. On Monday he voted for it."
        """
        tokens, fused = aligned.told.tokens, self._story.words.fused & self._story.words.ties
        days = (at for at, other in enumerate(tokens) if other.dated and other.clause in aligned.used)
        return token.before in fused and any(at not in aligned.matched for at in days)

    def _are_few(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether no more is missing than a sentence says itself, or than a word that opens it may stand for."""
        own = [token for token, _ in aligned.pairs if not token.entities]
        if not own:
            return False
        matched, used = aligned.matched, aligned.used
        whole = missing[0] is aligned.tokens[0] and self._story.leads_back(aligned.told.tokens[0])
        free = any(
            at not in matched
            and (not token.entities or token.folded in self._story.words.clitics)
            and token.clause in used
            and self._story.leads_back(token)
            for at, token in enumerate(aligned.told.tokens)
        )  # "He turned it down": "it" is all that he turned down.
        return len(missing) < min(_BORROWED + 1, len(own) + whole + 2 * free)

    def _name_doer(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether the first words of a clause name who does it, and no word of the sentence stands for them."""
        first = missing[0]
        tied = first.before in self._story.words.ties | self._story.words.oblique
        inside = [other for other in aligned.tokens if other.clause == first.clause]
        does = any(one is first for one in doing(inside, self._story))
        if not does or (tied and not self._opens_claim(aligned, first)):
            return False
        left_out = self._story.words.omits_subjects and all(token.entities for token in missing)
        left_out = left_out and _opens_there(aligned) and not self._is_named_first(aligned)
        return not left_out and not self._opens_leaning(aligned)

    def _is_named_first(self, aligned: Aligned) -> bool:
        """Whether a sentence opens with the name of who does it, whom the claim passes over."""
        first = aligned.told.tokens[0]
        return bool(first.entities) and first.text[0].isupper() and 0 not in aligned.matched

    def _opens_claim(self, aligned: Aligned, first: Token) -> bool:
        """Whether only an article stands before a claim's first word, though it may be a preposition: "A empresa"."""
        return first is aligned.tokens[0] and first.before in self._definite and first.start <= len(first.before) + 1

    def _may_be_borrowed(self, token: Token) -> bool:
        """Whether a word may stand for what a sentence points to: no person, no time, nor what somebody "was"."""
        done = token.before in self._story.words.perfects  # What somebody has done is no name of a thing.
        done = done or (self._story.words.free_order and token.mood in {"past", "future"})
        predicate = not {IS, WAS}.isdisjoint(self._story.words.signs.get(token.before, ()))
        words = self._story.words
        timed = token.dated or token.folded in words.hours or token.folded in words.durations
        return not (done or predicate or timed or any(map(self._story.is_person, token.entities)))

    def _opens_leaning(self, aligned: Aligned) -> bool:
        """Whether a clause's first word stands for something named before, which no name of its own sentence is."""
        told = aligned.told
        if told.tokens[0].entities:
            return False
        first = told.tokens[0]
        verb = bool(first.signs) or first.mood in {"past", "future"} or first.folded in self._story.words.speaking
        if (self._story.words.omits_subjects and verb) or PART in first.signs:
            return told.tokens[aligned.pairs[0][1]].clause == first.clause  # It is left out there alone.
        openers = frozenset(told.clauses.openers) - self._relatives
        if not self._story.leading or first.folded in self._story.leading:
            openers = frozenset({first.folded})  # A sentence with a subject of its own may mean that by "it".
        return any(
            token.folded in openers
            and not token.before
            and self._story.leads_back(token)
            and not (self._is_article(told, at) or self._is_of_person(told, at))
            for at, token in enumerate(told.tokens)
        )

    def _is_article(self, told: Told, at: int) -> bool:
        """Whether a word that may be an article or a pronoun has its noun behind it: "La Provincia gli ha ..."."""
        token, behind = told.tokens[at], told.tokens[at + 1 : at + 2]
        if token.folded not in self._definite or token.folded not in self._story.words.clitics:
            return False
        return any(one.content and not one.signs and one.mood not in {"past", "future"} for one in behind)

    def _is_of_person(self, told: Told, at: int) -> bool:
        """Whether a demonstrative stands before a noun for somebody: "este antiguo empleado"."""
        tokens, nouns = told.tokens[at : at + 1 + _SMALL], self._story.cast.nouns
        special = self._story.words.special
        if tokens[0].folded not in special["this_man"] | special["this_woman"]:
            return False
        return any(nouns[one.folded] for one in tokens[1:] if one.clause == tokens[0].clause)

    def _stand_before(self, told: Told, missing: Sequence[Token]) -> bool:
        """Whether words stand together in one of the sentences right before, in the same paragraph."""
        reading = self._story.reading
        first, _ = reading.paragraph_at(reading.sentences[told.number][0])
        back = 1 if self._story.points_at_nearest(told.tokens[0]) else _LOOK_BACK
        for number in range(told.number - 1, max(-1, told.number - 1 - back), -1):
            if reading.sentences[number][0] < first:
                break
            other = align(missing, self._story.sentences[number], self._story.words, compounds=self._compounds)
            found = [place for token, place in other.pairs if self._is_same(token, other.told.tokens[place])]
            if len(found) < len(missing) or self._are_aside(told, other.told, found):
                if is_about_other(self._story, told, number):
                    break
                continue
            if are_together(other.told, found, missing):
                return not (self._completes(other.told, min(found)) or self._is_first(told, other.told, min(found)))
        return False

    def _is_first(self, told: Told, other: Told, at: int) -> bool:
        """Whether a sentence goes on with what was named last, and a word at a place of another was named first."""
        pointing, behind = told.tokens[0], told.tokens[1:2]
        noun = any(one.text[0].isupper() if self._compounds else one.content and not one.mood for one in behind)
        if pointing.folded not in self._latter or noun:
            return False
        return not any(token.content for token in other.tokens[:at])

    def _are_aside(self, told: Told, other: Told, found: Sequence[int]) -> bool:
        """Whether a sentence goes on with who does it, and words are told in a clause that only tells more."""
        clauses = {other.tokens[at].clause for at in found}
        openers = {other.clauses.openers[clause] if clause else "" for clause in clauses}
        return self._story.leads_back(told.tokens[0]) and openers <= self._relatives

    def _is_same(self, token: Token, other: Token) -> bool:
        """Whether two words say the same, and are not only of one root: "primarul", "primăria"."""
        same = bool(token.entities & other.entities) or not token.keys.isdisjoint(other.keys)
        return same or not self._story.words.definite_endings

    def _completes(self, told: Told, first: int) -> bool:
        """Whether words complete an infinitive behind the noun that says what that is for: "a motion to put it off"."""
        tokens, words = told.tokens, self._story.words
        ties = [at for at in range(max(0, first - _PURPOSE_WORDS), first) if tokens[at].folded in words.ties]
        noun = bool(ties) and tokens[ties[-1] - 1].content and tokens[ties[-1] - 1].before in self._story.leading
        return noun and completes_infinitive(told, first, words, self._story.leading)


def _opens_there(aligned: Aligned) -> bool:
    """Whether the first word that a claim has of a sentence is of its first clause, where who does it is left out."""
    tokens = aligned.told.tokens
    return bool(aligned.pairs) and tokens[aligned.pairs[0][1]].clause == tokens[0].clause


def _opening(aligned: Aligned, token: Token) -> Token:
    """The first word of a token's clause that says something."""
    return next(other for other in aligned.tokens if other.clause == token.clause)


def _are_in_a_row(aligned: Aligned, missing: Sequence[Token]) -> bool:
    """Whether nothing that the sentence has stands between words; with a number they open their clause."""
    counted = any(token.value is not None for token in missing)
    if counted and (len(missing) == 1 or missing[0] is not _opening(aligned, missing[0])):
        return False  # Three climbers may be "they".
    places = [aligned.tokens.index(token) for token in missing]
    return places[-1] - places[0] < len(places)
