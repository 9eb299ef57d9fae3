"""Which clauses of a sentence count for a claim: those that its words come from, and those that govern them."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, COND, NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.cues.apposed import beyond_aside, describes_speaker, says_more
from bot.domain.claims.rules.cues.asides import closing_cue, goes_on_behind, hosts, is_put_in, resumes, stands_apart
from bot.domain.claims.rules.cues.joined import announces, is_silent, joins_complements, only_joins, speaks, takes_names
from bot.domain.claims.rules.cues.namers import completes_barely, only_cues
from bot.domain.claims.rules.cues.pointed import pointed_at
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, places_in

QUOTES = frozenset('"“”„«»')
_CUE_WORDS, _INSERTED = 3, 2
_ANTECEDENT, _LONG_ANTECEDENT = 3, 5
_TIED_RELATIVE = 2
_ORDERING, _TOLD = {BEFORE, AFTER}, {"past", "future"}
_PARTING = {":", ";"}


class Governing:
    """Clauses and what they govern."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def scope(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim's words come from, and those that say how these are meant."""
        clauses = aligned.told.clauses
        antecedents = self.antecedents(aligned)
        apart = antecedents | {clause + 2 for clause in antecedents}  # Where the sentence goes on behind the relative.
        found = aligned.used - antecedents | hosts(aligned, self._grammar)
        parts = not _PARTING.isdisjoint(clauses.marks)
        if parts and (self._grammar.words.omits_subjects or self._may_go_on(aligned)):
            found -= self._only_naming(aligned)
        if len(found) > 1 and clauses.openers[max(found)] in self._grammar.words.joins | self._grammar.words.joining:
            found -= pointed_at(aligned, self._grammar)
        for clause in sorted(found):
            found |= self.chain(clauses, clause)
        for clause in range(len(clauses.openers)):
            if clause not in found and clause not in apart and self._governs_back(aligned, clause, found):
                found.add(clause)
        cue = closing_cue(clauses, self._grammar)
        return found | {cue} if cue and ";" not in clauses.marks[min(found, default=cue) + 1 : cue] else found

    def _may_go_on(self, aligned: Aligned) -> bool:
        """Whether a clause behind a mark may go on with who is named before: by a pronoun."""
        marks = aligned.told.clauses.marks
        parted = {clause for clause in aligned.used if marks[clause] in _PARTING}
        opening = next((token for token in aligned.told.tokens if token.clause in parted), None)
        form = self._grammar.pronoun_form(opening) if opening is not None else ""
        person = any(map(self._grammar.is_person, aligned.tokens[:1]))
        return form == "p" or (bool(form) and person == (form != "n"))

    def _only_naming(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim takes no more of than who or what a later one goes on with, without naming it.

        "The judge will hear the men; if found guilty, they risk ...", in a language that needs no "they".
        """
        last = max(aligned.used, default=0)
        found = {clause for clause in aligned.used if clause < last and self._is_gone_on_with(aligned, clause)}
        governing = set[int]().union(*(self.chain(aligned.told.clauses, used) for used in aligned.used - found))
        return found - governing

    def _is_gone_on_with(self, aligned: Aligned, clause: int) -> bool:
        """Whether all that a claim takes of a clause is a name or noun, and a colon or semicolon stands behind it.

        Behind a colon stands what somebody says, where the first clause says or governs something.
        """
        tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
        behind = marks[clause + 1 : min(used for used in aligned.used if used > clause) + 1]
        inside = [token for token in tokens if token.clause == clause]
        parts = not _PARTING.isdisjoint(behind) and not any(NOT in token.signs for token in inside)
        if not parts or not self._is_naming(aligned, clause):
            return False
        said = any(token.signs & SPEECH for token in tokens if token.clause > clause)
        return said or ":" not in behind or not any(map(speaks, inside))

    def _is_naming(self, aligned: Aligned, clause: int) -> bool:
        """Whether all that a claim takes of a clause is a name, or one noun alone."""
        tokens = aligned.told.tokens
        mine = [at for _, at in aligned.pairs if tokens[at].clause == clause and tokens[at].content]
        if all(tokens[at].entities for at in mine):
            return bool(mine)
        return len(mine) == 1 and not tokens[mine[0]].signs and self._grammar.is_noun(tokens, mine[0])

    def is_filled_up(self, aligned: Aligned, at: int) -> bool:
        """Whether a claim has other words than a sentence for what that denies: "he was (not) at the plant"."""
        tokens, clause = aligned.told.tokens, aligned.told.tokens[at].clause
        if NOT not in tokens[at].signs or not aligned.missing:
            return False
        last = max((place for place in aligned.matched if tokens[place].clause == clause), default=at)
        if any(other.folded in self._grammar.words.joins for other in tokens[last:at]):
            return False
        beside = {token.clause for token, place in aligned.pairs if tokens[place].clause == clause}
        return any(aligned.tokens[lacked].clause in beside for lacked in aligned.missing)

    def antecedents(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim takes only a name or noun from, of which a relative clause behind tells more."""
        clauses = aligned.told.clauses
        related = (clause for clause in aligned.used if clause + 1 in aligned.used)
        return {clause for clause in related if self._relates(clauses, clause + 1) and self._is_taken(aligned, clause)}

    def _is_taken(self, aligned: Aligned, clause: int) -> bool:
        """Whether a clause ends in a name or noun that the claim takes, and the claim takes no more than that of it."""
        tokens = aligned.told.tokens
        mine = sorted({place for _, place in aligned.pairs if tokens[place].clause == clause})
        last = self._ending(tokens, places_in(tokens, clause), mine)
        if not last or tokens[last[-1]].signs:
            return False
        if last[-1] not in mine and not [at for at in mine if tokens[at].entities & tokens[last[-1]].entities]:
            return False
        if takes_names(aligned, clause):
            return True
        if takes_names(aligned, clause + 1):
            return False  # "That the state buy the ferry, which Solvik sells": "the state will buy Solvik's ferry".
        plain = len(mine) <= _LONG_ANTECEDENT and not frozenset().union(*[tokens[place].signs for place in mine])
        return set(mine) <= set(last[-_ANTECEDENT:]) or (plain and last[-len(mine) :] == mine)

    def _ending(self, tokens: Sequence[Token], inside: list[int], mine: Sequence[int]) -> list[int]:
        """A clause's places that say something up to its end, an adjective behind a noun left out; [] without a noun.

        "Une expertise indépendante, dont les résultats ...": the results are those of the expertise.
        """
        inside = self._without_tied(tokens, inside, mine)
        last = tokens[inside[-1]]
        if len(inside) > 1 and not last.content and last.folded in self._grammar.words.officials:
            inside = inside[:-1]  # "The county council": what is called so by many a name says nothing.
        if len(inside) > 1 and not tokens[inside[-1]].content and "-" in tokens[inside[-2]].stem:
            inside = inside[:-1]  # The end of a phrase, of which the first word stands for all.
        if not tokens[inside[-1]].content:
            return []
        if inside[-1] not in mine and len(inside) > 1 and self._may_end(tokens, inside, mine):
            inside = inside[:-1]
        return [place for place in inside if tokens[place].content]

    def _may_end(self, tokens: Sequence[Token], inside: Sequence[int], mine: Sequence[int]) -> bool:
        """Whether a clause's last word describes the noun before it, or is a verb behind it: "nach Ahlen wechseln"."""
        verb = self._grammar.brackets and tokens[inside[-1]].text[0].islower() and inside[-2] in mine
        return verb or self._describes(tokens, inside[-1])

    def _without_tied(self, tokens: Sequence[Token], inside: list[int], mine: Sequence[int]) -> list[int]:
        """A clause's places less a verb's particle at its end, and less what a preposition ties to a claim's noun.

        "Lehnte einen Verkauf an die Bahn ab, den der Rat ...".
        """
        words = self._grammar.words
        if not self._grammar.nouns or len(inside) == 1 or tokens[inside[-1]].folded not in words.particles:
            return inside
        inside = inside[:-1]
        behind = [at for at in inside if mine and at > mine[-1]]
        tied = bool(behind) and tokens[behind[0]].folded in words.ties
        alone = len([at for at in behind if tokens[at].content]) == 1
        return [at for at in inside if at not in behind] if tied and alone else inside

    def _describes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is an adjective behind its noun, in a language where it stands there."""
        token, noun = tokens[at], tokens[at - 1]
        if not self._grammar.postposed or token.signs or not is_plain(token) or self._grammar.is_named(token):
            return False
        return noun.content and self._grammar.is_named(noun)

    def _relates(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause may tell more of what stands right before it; "che" does behind a comma."""
        opener, endings = clauses.openers[clause], self._grammar.words.participles
        if opener in self._grammar.relatives or clauses.marks[clause] != ",":
            return opener in self._grammar.relatives
        first = next(token for token in clauses.tokens if token.clause == clause)
        ends = first.text.lower().endswith(endings) if endings else self._is_led(clauses, clause)
        participle = ends and first.content and not first.entities and first.text[0].islower()
        return participle or opener in self._grammar.complements or self._is_tied_relative(clauses, clause)

    @staticmethod
    def _is_led(clauses: Clauses, clause: int) -> bool:
        """Whether a clause tells by whom something is done, and no verb that makes a passive: "| founded by Ann"."""
        inside = [token for token in clauses.tokens if token.clause == clause]
        return any(AGENT in token.signs for token in inside) and not any(PASSIVE in token.signs for token in inside)

    def _is_tied_relative(self, clauses: Clauses, clause: int) -> bool:
        """Whether a preposition and a relative word open a clause: "in which", "en el que"."""
        opening = [token.folded for token in clauses.tokens if token.clause == clause][: _TIED_RELATIVE + 1]
        tied = bool(opening) and opening[0] in self._grammar.words.ties
        small = self._grammar.relatives | self._grammar.complements
        found = next((at for at, word in enumerate(opening) if at and word in small), None)
        return tied and found is not None and all(word in self._grammar.definite for word in opening[1:found])

    def chain(self, clauses: Clauses, clause: int) -> set[int]:
        """A clause with those that it completes, one after the other; what only names somebody is passed over.

        So is a clause beside it that completes the same: "said that it had not rained, but | that the river rose".
        """
        found, openers = {clause}, clauses.openers
        while clause > 0 and self._is_governed(clauses, clause):
            joins = self._grammar.words.joins | self._grammar.words.joining
            opener, joined = openers[clause], joins_complements(clauses, clause, self._grammar)
            clause -= 1
            while clause > 0 and (not says_more(clauses, clause) or is_put_in(clauses, clause, self._grammar)):
                found.add(clause)
                joined = joined or only_joins(clauses, clause, joins)
                clause -= 1
            if not (joined and clause and openers[clause] == opener):
                found.add(clause)
        return found

    def completes(self, aligned: Aligned, clause: int) -> bool:
        """Whether what the claim takes completes a clause."""
        return any(clause in self.chain(aligned.told.clauses, used) - {used} for used in aligned.used)

    def is_weighty(self, token: Token) -> bool:
        """Whether a word says something, and is no name, number, day or office."""
        if not token.content or not is_plain(token) or token.folded in self._grammar.words.officials:
            return False
        return not self._grammar.is_role(token)

    def _beside(self, clauses: Clauses, clause: int) -> set[int]:
        """The nearest clauses on either side that say more than a name, and those between."""
        found: set[int] = set()
        for step in (-1, 1):
            at = clause + step
            while 0 <= at < len(clauses.openers):
                found.add(at)
                if says_more(clauses, at) and not (step < 0 and describes_speaker(clauses, clause, at, self._grammar)):
                    break
                at += step
        return found

    def _is_governed(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause completes the one before it: "he denied | that ...", "says: ..."."""
        opener, mark = clauses.openers[clause], clauses.marks[clause]
        if mark == ";":
            return False
        if mark == ":":
            return announces(clauses, clause, self._grammar)
        if opener in self._grammar.complements:
            return self._completes_verb(clauses, clause)
        if only_cues(clauses.tokens, clause):
            return False
        hangs = self._hangs(clauses, clause) and self._may_hang(clauses, clause)
        marked = opener not in self._grammar.relatives and self._is_marked(clauses, clause)
        goes_on = hangs or marked or goes_on_behind(clauses, clause, self._grammar)
        return mark in QUOTES or (mark == "," and (goes_on or completes_barely(clauses, clause, self._grammar)))

    def _is_marked(self, clauses: Clauses, clause: int) -> bool:
        """Whether a verb marks what completes a clause: "..., ihn zu bitten", "..., es anzunehmen", "..., er werde"."""
        words, begun = self._grammar.words, self._grammar.marked_infinitives or ("\0",)
        marks = words.complements | words.reporting
        inside = [token for token in clauses.tokens if token.clause == clause] if self._grammar.nouns else []
        small = [token for token in inside if token.text[0].islower()]  # "Der Umzug" is no infinitive.
        return any(token.folded in marks or token.plain.startswith(begun) for token in small)

    def _completes_verb(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause that a complementing word opens neither tells of a noun nor is a phrase of a preposition."""
        tied = clauses.openers[clause] in self._grammar.words.ties and self._is_preposition(clauses, clause)
        return not tied and not self._tells_when(clauses, clause) and not self._tells_of_noun(clauses, clause)

    def _tells_when(self, clauses: Clauses, clause: int) -> bool:
        """Whether a word for before or after stands before a clause: "bloccati, dopo | che un guasto ..."."""
        *ahead, last = [token for token in clauses.tokens if token.clause == clause - 1][-2:]
        before = [*ahead, last] if last.folded in self._grammar.of_words else [last]  # "Después de que".
        return not clauses.marks[clause] and bool([token for token in before if token.signs & _ORDERING])

    def _is_preposition(self, clauses: Clauses, clause: int) -> bool:
        """Whether what opens a clause stands before a number, a day or an article: ", to 62,000", ", a gennaio"."""
        following = [token for token in clauses.tokens if token.clause == clause][1:2]
        article = self._grammar.definite
        return any(token.value is not None or token.dated or token.folded in article for token in following)

    def _tells_of_noun(self, clauses: Clauses, clause: int) -> bool:
        """Whether a word that is relative too tells behind a comma of the noun before it: "il parere, | che è ..."."""
        if not clauses.marks[clause] and clauses.openers[clause] in self._grammar.relatives:
            return self._grammar.is_restrictive(clauses, clause)
        if clauses.marks[clause] != "," or clauses.openers[clause] not in self._grammar.words.twofold:
            return False
        before = [token for token in clauses.tokens if token.clause == clause - 1]
        return self._ends_in_noun(before) and not any(token.signs & SPEECH for token in before)

    def _ends_in_noun(self, before: Sequence[Token]) -> bool:
        """Whether words end in a noun, maybe with what describes it, or are how many of what: "24 anni, | che ..."."""
        last = before[-1:]
        if last and not last[0].signs and not (self._grammar.is_named(last[0]) or self._grammar.is_small(last[0])):
            last = before[-2:-1]  # A noun and what describes it: "i campionati europei, che cominciano ...".
        noun = bool(last) and bool(last[0].entities or self._grammar.is_named(last[0]))
        return noun or [token.value is not None for token in before] == [True, False]

    def _may_hang(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause may complete the one before it: one that a relative word opens only with an infinitive."""
        if clauses.openers[clause] not in self._grammar.relatives:
            first = next(token for token in clauses.tokens if token.clause == clause)
            verb = first.content and first.text[0].islower()
            if clauses.openers[clause] in self._grammar.words.joins | self._grammar.words.joining:
                return False  # "A fan failed, | and an inspector ..."
            if verb and first.mood in _TOLD and clauses.openers[clause - 1] in self._grammar.relatives:
                return False  # "The mayor, who voted against it, | admitted": the sentence goes on.
            return not (self._grammar.nouns and verb)  # "Lehnt das nicht ab, | hält es aber für verfrüht": an equal.
        return self._is_marked(clauses, clause)

    def _hangs(self, clauses: Clauses, clause: int) -> bool:
        """Whether the clause before one ends in a word that governs it: "cannot claim | the trip was paid"."""
        before = [token for token in clauses.tokens if token.clause == clause - 1]
        if not before or (clause == 1 and clauses.openers[0] in self._grammar.words.special["conceding"]):
            return False  # "Although nobody agreed, | the firm closed its mill".
        parted = before[-1].folded in self._grammar.words.particles  # "Schlägt vor, | die Schiffe ankern zu lassen"
        itself = before[-1].folded in self._grammar.reflexives  # "Weigert sich, | die Akte zurückzugeben".
        last = before if parted else before[-1 - itself :]
        return any(map(governs, last))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _governs_back(self, aligned: Aligned, clause: int, found: set[int]) -> bool:
        """Whether a clause tells on what its neighbours depend, or who says them: "..., if ...", "..., said X"."""
        clauses = aligned.told.clauses
        inside = [token for token in clauses.tokens if token.clause == clause]
        beside = self._beside(clauses, clause)
        if clauses.marks[clause] in _PARTING:
            beside = self._behind(clauses, clause, beside)
        if not beside & found and (clause or not beyond_aside(inside, clauses.marks) & found):
            return bool(inside) and NOT in inside[0].signs and resumes(clauses, clause, found, self._grammar)
        if any(COND in token.signs for token in inside[:2]):
            # A threat is one without what it depends on, too.
            joins = self._grammar.words.joins
            apart = stands_apart(aligned, clause, found, joins) or self._is_of_joined(aligned, clause)
            return not apart and not self._is_of_relative(clauses, clause, found)
        if inside and CAUSE in inside[0].signs:
            return False  # "Acquitted because nobody could show that she knew."
        if clauses.marks[clause] == "," and is_silent(inside, self._grammar):
            return False
        return self._is_cue(clauses, clause, inside, found)

    def _is_of_relative(self, clauses: Clauses, clause: int, found: set[int]) -> bool:
        """Whether a clause completes a relative one of which the claim takes nothing: ", who denied it | until May"."""
        relative = clause and clauses.openers[clause - 1] in self._grammar.relatives
        return bool(relative) and not clauses.marks[clause] and clause - 1 not in found

    @staticmethod
    def _behind(clauses: Clauses, clause: int, beside: set[int]) -> set[int]:
        """The clauses beside one that it may govern behind a colon or a semicolon: those that follow it."""
        mark = clauses.marks[clause]
        signs = next((token.signs for token in clauses.tokens if token.clause == clause), frozenset[str]())
        if mark == ":":  # "...: according to the mayor, nobody ..."
            return {at for at in beside if at > clause} if SOURCE in signs else beside
        return {at for at in beside if at > clause and COND in signs}

    def _is_of_joined(self, aligned: Aligned, clause: int) -> bool:
        """Whether a condition is that of a verb joined behind all that a claim takes: "left and will return if ..."."""
        tokens, words = aligned.told.tokens, self._grammar.words
        mine = [place for place in aligned.matched if tokens[place].clause >= clause - 1]
        if not mine or tokens[max(mine)].clause != clause - 1:
            return False
        behind = range(max(mine) + 1, len(tokens))
        joined = [place for place in behind if tokens[place].clause < clause and tokens[place].folded in words.joins]
        return any(speaks(tokens[place + 1]) for place in joined if place + 1 < len(tokens))

    def _is_cue(self, clauses: Clauses, clause: int, inside: Sequence[Token], found: set[int]) -> bool:
        """Whether a clause says little more than who says what stands beside it."""
        content = [token for token in inside if token.content and not token.entities]
        speaks = any(token.signs & SPEECH for token in inside)
        if not content:
            return self._is_bare_cue(clauses, clause, inside, found)
        relates = bool(clause) and clauses.openers[clause] in self._grammar.relatives  # "Der" opens a sentence too.
        cue = speaks and not relates and clauses.openers[clause] not in self._grammar.conjunctions
        return cue and len(content) <= _CUE_WORDS and not (clause == 0 and self._opens_with_time(clauses, 1))

    def _is_bare_cue(self, clauses: Clauses, clause: int, inside: Sequence[Token], found: set[int]) -> bool:
        """Whether a clause without a word that says more stands among those taken, or tells who says one beside it."""
        beside = {clause - 1, clause + 1}
        told = beside | self._beyond_description(clauses, clause)
        if beside <= found:
            return True
        speaks = any(token.signs & SPEECH for token in inside)
        return speaks and not told.isdisjoint(found) and not self._is_joined(inside)

    def _beyond_description(self, clauses: Clauses, clause: int) -> set[int]:
        """The clauses that a bare "said" reaches past what the speaker is: "..., the head, Ann Lee, | said"."""
        before = range(1, clause)[-_INSERTED:]
        described = any(describes_speaker(clauses, clause, at, self._grammar) for at in before)
        return self._beside(clauses, clause) if described else set()

    @staticmethod
    def _opens_with_time(clauses: Clauses, clause: int) -> bool:
        """Whether a clause opens with what was before or after: "the firm said so on Monday, after it fell"."""
        first = next((token for token in clauses.tokens if token.clause == clause), None)
        return first is not None and bool(first.signs & _ORDERING)

    def _is_joined(self, inside: Sequence[Token]) -> bool:
        """Whether a clause goes on with another deed: "lehnt es nicht ab, | verwies aber auf Brüssel"."""
        joins = self._grammar.words.joins | self._grammar.words.joining
        return any(token.folded in joins for token in inside[:_CUE_WORDS])
