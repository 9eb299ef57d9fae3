"""A role in a summariser's own words, proven by what it says in the article's.

joined    "historian and head of the society"     each half is a role
clauses   "farmer who demands compensation"       "farmer", and the sentence "X demands compensation"
aged      "41-year-old farrier"               "farrier", where the article tells that age of them
once      "ex-minister"                           "former minister"
deeds     "initiator of the petition"             "X started the petition"
sentences "new head of the zoo"                   "X was named head of the zoo"
followed  "new head of the zoo"                   "Y resigned as head of the zoo", "X took Y's place"
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import GOVERNS, folded
from bot.domain.claims.referring.nouns.compounds import in_one_word
from bot.domain.claims.referring.posts.behalf import ActingFor
from bot.domain.claims.referring.tenures.owners import alike
from bot.domain.claims.referring.tenures.phrases import OfficePhrases
from bot.domain.claims.retold.aged import AgedRoles
from bot.domain.claims.retold.asked import NOT_CALLED_SO, Asked
from bot.domain.claims.retold.clauses import RoleClauses
from bot.domain.claims.retold.deeds import RoleDeeds
from bot.domain.claims.retold.joined import JoinedRoles
from bot.domain.claims.retold.once import FormerRoles
from bot.domain.claims.retold.sentences import RoleSentences
from bot.domain.claims.retold.successions import Successions, shared_beginning
from bot.domain.values.proof import Proof, Verdict

# How often a part of a role is taken apart again: "A, B and C".
_DEPTH = 2
# One more letter than a participle's ending may have: "fondé", "fondées".
_GENDER = 3
_TIMES = frozenset({"past", "future", "conditional"})


class RetoldRoles:
    """One article's. `called` tells whether it calls an entity so, `says` whether it says what a sentence does."""

    def __init__(self, story: Story, called: Callable[[int, str], Verdict], says: Callable[[str], Verdict]) -> None:
        self._story, self._called, self._says = story, called, cache(says)
        self._capitalised = story.reading.language.nouns_capitalised
        phrases = OfficePhrases(story)
        self._joined, self._clauses = JoinedRoles(story, phrases), RoleClauses(story, phrases)
        self._once, self._deeds = FormerRoles(story), RoleDeeds(story)
        self._behalf, self._aged = ActingFor(story), AgedRoles(story)
        self._sentences = RoleSentences(story, self._deeds.thing)
        self._successions = Successions(story, self._sentences)

    def verdict(self, entity: int, name: str, role: str, *, deep: int = 0) -> Verdict:
        """Whether the article says of somebody what a role says, in these words or in others that say as much.

        A role of two parts stands in the article's very words, or where each part does: one part's words must not lend
        theirs to the other.
        """
        own = self._called(entity, role)
        if own.stands and (self._is_whole(role) or not self._is_of_parts(role)):
            return own
        for one in in_one_word(role, self._story):
            other = self._called(entity, one)
            if other.stands:
                return other
        if not own.vetoed and deep <= _DEPTH and self._story.is_person(entity):
            for way in self._ways(entity, name, role):
                proven = self._proven(entity, name, way, deep)
                if proven is not None and not self._has_left(entity, name, role, deep):
                    return proven
            number = self._behalf.proof(entity, role)
            if number is not None:
                place = self._story.reading.sentences[number]
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
        return replace(own, stands=False, proof=None, why=NOT_CALLED_SO) if own.stands else own

    def _has_left(self, entity: int, name: str, role: str, deep: int) -> bool:
        """Whether somebody who came to an office has left it since, so that they are no "new mayor"."""
        office = self._successions.without_new(role)
        once = self._story.words.special["once_words"]
        return bool(once and office) and self.verdict(entity, name, f"{min(once)} {office}", deep=deep + 1).stands

    def _is_whole(self, role: str) -> bool:
        """Whether a role's very words stand in the article."""
        return role.casefold() in self._story.reading.text.casefold()

    def _is_of_parts(self, role: str) -> bool:
        """Whether a role tells of two things that somebody is, or by a clause what they do."""
        return self._joined.is_of_two(role) or self._clauses.has_clause(role)

    def _ways(self, entity: int, name: str, role: str) -> Iterator[Sequence[Asked]]:
        """What else may be asked in place of a role, all of it."""
        yield from self._joined.ways(entity, role)
        yield from self._clauses.ways(name, role)
        yield from self._once.ways(role)
        yield from self._aged.ways(entity, role)
        yield from self._joined.led(role)
        yield from self._deeds.ways(name, role)
        yield from self._sentences.ways(entity, name, role)
        yield from self._successions.ways(entity, role)

    def _proven(self, entity: int, name: str, way: Sequence[Asked], deep: int) -> Verdict | None:
        """The verdict where all that is asked stands, with the evidence of each, None where any of it does not."""
        evidence = list[tuple[int, int]]()
        for asked in way:
            if asked.sentence:
                verdict = self._said_surely(entity, asked)
            elif asked.bearer is not None:
                other = self._story.reading.entities[asked.bearer].name
                verdict = self.verdict(asked.bearer, other, asked.text, deep=deep + 1)
            else:
                verdict = self.verdict(entity, name, asked.text, deep=deep + 1)
            if not verdict.stands or (asked.beside and not self._has_any(asked.beside, verdict)):
                return None
            evidence.extend(one for one in verdict.evidence if one not in evidence)
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=tuple(evidence))

    def _has_any(self, words: Sequence[str], verdict: Verdict) -> bool:
        """Whether what proves something has one of some words, in any ending."""
        places = self._story.reading.sentences
        shown = [told for told in self._story.sentences if places[told.number] in verdict.evidence]
        tokens = [folded(token.text.partition("-")[0]) for told in shown for token in told.tokens]
        return any(shared_beginning(one, folded(word)) for word in words for one in tokens if len(one) >= len(word) - 1)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _said_surely(self, entity: int, asked: Asked) -> Verdict:
        """The verdict on a sentence: what proves it must have its verbs in its time, what leaves it open, its names."""
        verdict = self._says(asked.text)
        if not verdict.stands:
            return verdict
        shown = {number for number, place in enumerate(self._story.reading.sentences) if place in verdict.evidence}
        words = [token for number in shown for token in self._story.sentences[number].tokens]
        if asked.told:
            if self._is_of_other_kin(asked.text, words) or self._is_of_other_office(asked.told, words):
                return replace(verdict, stands=False, proof=None, why=NOT_CALLED_SO)
            names = (token for token in self._story.said(asked.told).tokens if token.entities or self._is_name(token))
            sure = all(any(alike(token, other) for other in words) for token in names)
            return verdict if sure else replace(verdict, stands=False, proof=None, why=NOT_CALLED_SO)
        said = self._story.said(asked.text).tokens
        deed = self._story.said(asked.deed).tokens[-1] if asked.deed else None
        rest = (token for token in said if entity not in token.entities)
        rest = (token for token in rest if deed is None or token.folded != deed.folded or len(asked.deed.split()) == 1)
        if (deed is None or self._has_deed(asked.deed, deed, words)) and all(self._has(token, words) for token in rest):
            return verdict
        return replace(verdict, stands=False, proof=None, why=NOT_CALLED_SO)

    def _is_of_other_kin(self, said: str, words: Sequence[Token]) -> bool:
        """Whether some words tell of another relative than a sentence does: "stayed with his grandmother"."""
        kin = self._story.words.special["kin"]
        own = [token for token in self._story.said(said).tokens if token.folded in kin]
        others = (token for token in words if token.folded in kin)
        return bool(own) and any(all(token.keys.isdisjoint(one.keys) for one in own) for token in others)

    def _is_of_other_office(self, said: str, words: Sequence[Token]) -> bool:
        """Whether some words have another office in the place of one that a role tells: no chairman is a director.

        Words for any head of something are said of every such office.
        """
        language, leading = self._story.reading.language, self._story.words.special["leading"]
        for token in self._story.said(said).tokens:
            if not language.is_role(token.text.lower()) or token.folded in leading:
                continue
            meant = [one for one in words if not one.keys.isdisjoint(token.keys)]
            if meant and not any(shared_beginning(one.text, token.text) for one in meant):
                return True
        return False

    def _is_name(self, token: Token) -> bool:
        return token.text[:1].isupper() and not self._capitalised

    def _has_deed(self, said: str, verb: Token, words: Sequence[Token]) -> bool:
        """Whether some words have a verb in its very form, or none of its forms; a participle in any gender."""
        forms = [token.folded for token in words if not token.keys.isdisjoint(verb.keys)]
        if not forms or verb.folded in forms:
            return True
        near = (form for form in forms if form.startswith(verb.folded) and len(form) - len(verb.folded) < _GENDER)
        return " " in said and any(near)

    def _has(self, token: Token, words: Sequence[Token]) -> bool:
        """Whether some words have a verb in its time, a word that leaves something open, or a name."""
        if token.entities or self._is_name(token):
            return any(alike(token, other) for other in words)
        if any(sign.startswith(GOVERNS) for sign in token.signs):
            return any(token.folded == other.folded for other in words)
        if not self._is_timed(token):
            return True
        alike_words = [other for other in words if not token.keys.isdisjoint(other.keys)]
        return any(other.folded == token.folded or self._is_timed(other) for other in alike_words)

    def _is_timed(self, token: Token) -> bool:
        return token.mood in _TIMES or (token.content and token.before in self._story.words.perfects)
