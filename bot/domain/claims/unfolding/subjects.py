"""Whom a pronoun or a participle of a clause cannot mean: "a nurse helped the driver; he was taken to hospital"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, tells

_GENDERS = frozenset("mfn")


class SubjectGenders:
    """One article's clauses, and whether what a claim says does something may be their subject."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._agreement = agreement_of(story.reading.language.code)
        self._infinitives = bool(story.words.infinitives) or grammar.nouns

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against who does it in a claim's first clause, whom a clause does not name; "" for nothing."""
        subject = aligned.tokens[0]
        place = None if subject.value is not None or subject.clause else self._deed(aligned, subject)
        if place is None or not self._opens(claim, subject):
            return ""
        known = self._known(claim, aligned, place)
        told = self._told(aligned, subject) if known else set[str]()
        return f"gives to another what is done: {subject.text}" if told and not told & set(known) else ""

    def _known(self, claim: Clauses, aligned: Aligned, place: int) -> str:
        """The genders that a clause tells of its subject, which it does not name; "" where it tells none."""
        tokens = aligned.told.tokens
        inside = [at for at, one in enumerate(tokens) if one.clause == tokens[place].clause]
        home = aligned.places[0]
        if home is not None and (home in inside or home > inside[0]):
            return ""
        passive = tells([tokens[at] for at in inside], PASSIVE)
        if tells(claim.tokens, PASSIVE) != passive:
            return ""
        clause = [tokens[at] for at in inside if at < place]
        return self._pronoun([*self._ahead(tokens, clause), *clause]) or (
            self._participle(clause, tokens[place]) if passive else ""
        )

    def _ahead(self, tokens: Sequence[Token], clause: Sequence[Token]) -> list[Token]:
        """The words of the clause before one that is joined to it: "he left, | but paid"."""
        opening = clause[0] if clause else tokens[0]
        joined = opening.clause and opening.folded in self._words.joins
        return [one for one in tokens if one.clause == opening.clause - 1] if joined else []

    def _opens(self, claim: Clauses, subject: Token) -> bool:
        """Whether a claim opens with a noun that may do it, and no preposition before it."""
        ahead = claim.tokens[: claim.tokens.index(subject)]
        if subject.entities and self._grammar.is_person(subject):
            return False
        tying = self._words.ties | self._words.oblique
        return not [1 for token in ahead if token.folded in tying]

    def _deed(self, aligned: Aligned, subject: Token) -> int | None:
        """The place in the sentence of the verb of a claim's first clause."""
        tokens = aligned.told.tokens
        for token, place in aligned.pairs:
            one = tokens[place]
            verb = one.mood in FINITE or self._grammar.is_participle(one) or self._grammar.is_past_participle(one)
            plain = token is not subject and not token.clause and not one.entities
            if plain and (verb or (self._infinitives and self._is_governed(tokens, place))):
                return place
        return None

    def _is_governed(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a word is the infinitive of what a verb before it in its clause governs: "will sie vermieten"."""
        one = tokens[place]
        ahead = [other for other in tokens[:place] if other.clause == one.clause]
        if not one.text[0].islower() or not any(map(governs, ahead)):
            return False
        behind = [other for other in tokens[place + 1 :] if other.clause == one.clause and other.content]
        return one.plain.endswith(self._words.infinitives or "\0") or (self._grammar.nouns and not behind)

    def _told(self, aligned: Aligned, subject: Token) -> set[str]:
        """The genders that a noun may have by its articles in the claim and the article, empty where none is told."""
        language = self._story.reading.language
        role = language.gender_of_role(subject.text.lower())
        if role or language.is_role(subject.text.lower()):
            return set(role)
        found = self._letters(subject, opens=True)
        before = self._in_article(aligned, subject)
        other = self._letters(before, opens=False) if before.folded == subject.folded else set[str]()
        return found & other if found and other else found or other

    def _in_article(self, aligned: Aligned, subject: Token) -> Token:
        """A claim's noun as the sentence has it, or the last one before; itself where none does."""
        if aligned.places[0] is not None:
            return aligned.told.tokens[aligned.places[0]]
        before = [one for one in self._story.holding(subject.stem) if 0 <= one < aligned.told.number]
        told = self._story.sentences[max(before)] if before else None
        places = told.places.get(subject.stem) if told else None
        return told.tokens[max(places)] if told and places else subject

    def _letters(self, token: Token, *, opens: bool) -> set[str]:
        agreement = self._agreement
        opening = agreement.opening.get(token.before, "") if opens else ""
        return set(opening or agreement.nouns.get(token.before, ""))

    def _pronoun(self, before: Sequence[Token]) -> str:
        """The genders of the only pronoun for who does it before a verb, "" for none."""
        forms = [one for one in before if self._story.pronoun_form(one) and one.folded not in self._words.objective]
        if len(forms) > 1:  # "Er will sie verkaufen."
            forms = [one for one in forms if one.folded in self._words.subjects]
        if len(forms) != 1:
            return ""
        form = self._agreement.pronouns.get(forms[0].folded) or self._story.pronoun_form(forms[0])
        return form if set(form) <= _GENDERS else ""

    def _participle(self, clause: Sequence[Token], deed: Token) -> str:
        """The gender that the participle of a passive without a noun before it tells, "" where it tells none."""
        endings = self._agreement.participles
        if (
            not endings
            or not self._grammar.is_participle(deed)
            or any(one.content and is_plain(one) and not one.signs for one in clause)
        ):
            return ""
        form = next((form for ending, form in endings.items() if deed.folded.endswith(ending)), "")
        return form if set(form) <= _GENDERS else ""


class SomebodyDoing:
    """One article's clauses, and whether "the woman" of a claim may be who does what one tells."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._light = story.words.special["some_person"]
        self._years = story.words.special["years"]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim whose doer is no more than "the woman", where a clause names another doer."""
        noun = self._noun(claim.tokens)
        if noun is None or any(one.stem == noun.stem for one in aligned.told.tokens):
            return ""
        later = ((one, at) for one, at in aligned.pairs if one.start > noun.start and one.clause == noun.clause)
        deed = next((at for one, at in later if is_plain(one) and one.value is None and not one.dated), None)
        if deed is None:
            return ""
        clause = [one for one in aligned.told.tokens if one.clause == aligned.told.tokens[deed].clause]
        mine = [one for one in claim.tokens if one.clause == noun.clause]
        doer = self._doer(aligned, deed) if tells(mine, PASSIVE) == tells(clause, PASSIVE) else None
        return "" if doer is None or self._may_be(doer, noun) else f"gives to another what is done: {noun.text}"

    def _noun(self, tokens: Sequence[Token]) -> Token | None:
        """The noun for somebody that a claim opens with and that says nothing more; None where it opens otherwise."""
        small = (self._story.leading, self._words.articles, self._words.indefinite)
        first = next((one for one in tokens if not [1 for words in small if one.folded in words]), None)
        return first if first is not None and not first.content and first.folded in self._light else None

    def _doer(self, aligned: Aligned, deed: int) -> Token | None:
        """What a clause names before its deed and ties to nothing; None for nothing, or a word for somebody known."""
        tokens, tied = aligned.told.tokens, False
        for one in (one for one in tokens[:deed] if one.clause == tokens[deed].clause):
            if (one.entities and one.text[0].islower()) or self._story.leans(one):
                return None
            if one.folded in self._words.ties - self._story.leading or one.folded in self._words.fused:
                tied = True
            elif (one.content or one.value is not None) and not one.dated:
                if not tied:
                    return one
                tied = False
        return None

    def _may_be(self, doer: Token, noun: Token) -> bool:
        """Whether a word may mean whom a noun for somebody does: by name, by an age, or by what they alone are."""
        if doer.entities or doer.after in self._years:
            return True
        holding = [self._story.sentences[number] for number in self._story.holding(noun.stem)]
        met = {one.unnamed for told in holding for one in told.tokens if one.stem == noun.stem and one.unnamed >= 0}
        return doer.unnamed in met if holding else doer.value is None
