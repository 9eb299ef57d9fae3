"""Small words that turn what stands behind them: "too old to be repaired", "from the school to the mill"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, CAUSE, FORMER, GOVERNS, PASSIVE, THAN
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_time

# An article, and a word that describes a noun.
_BACK = 3
# How many words before a preposition the first word of "a causa de" stands.
_CAUSE = 2
# What helps a passive of now, which is also for what is to come: "wird".
_DONE_NOW = {PASSIVE, f"{GOVERNS}future"}


class Turning:
    """One article's sentences, and what a claim makes of what such a word turns."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        agreement = agreement_of(story.reading.language.code)
        self._words = story.words
        self._grammar = grammar
        self._excess = agreement.excess
        self._origins = agreement.origins
        self._goals = agreement.goals
        self._tying = agreement.origins | agreement.goals | self._words.within
        self._onces = agreement.onces
        self._lasting = agreement.lasting

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim of which a word is turned in the sentence, "" for nothing."""
        moved = "" if claim.headline else self._moved(claim, aligned)  # "65 despedimentos na Passo Firme".
        return self._too_much(claim, aligned) or moved or self._once(claim, aligned)

    def _too_much(self, claim: Clauses, aligned: Aligned) -> str:
        """A deed that something is too old or too small for, told as done or to come."""
        tokens = aligned.told.tokens
        for at, token in enumerate(tokens):
            opener = self._excess.get(token.folded)
            if opener is None or any(one.folded == token.folded for one in claim.tokens):
                continue
            start = next((one for one in range(at + 1, len(tokens)) if tokens[one].folded == opener), len(tokens))
            end = next((one for one in range(start, len(tokens)) if self._ends(tokens, start, one)), len(tokens))
            if any(start <= place < end for place in aligned.matched):
                return f"leaves out how sure it is: {token.text}"
        return ""

    def _ends(self, tokens: Sequence[Token], start: int, at: int) -> bool:
        """Whether what is not done ends at a place: in a later clause, or at a word that joins."""
        return tokens[at].clause != tokens[start].clause or tokens[at].folded in self._words.joins

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _once(self, claim: Clauses, aligned: Aligned) -> str:
        """What a sentence says was so once, told as what is so: "who once ran the ward"."""
        tokens, used = aligned.told.tokens, aligned.used
        once = {token.clause + self._opens(tokens, at) for at, token in enumerate(tokens) if self._is_once(tokens, at)}
        once &= used
        if claim.headline:  # "Birba gana menos" of "ganó menos el año pasado", but not of who once earned less.
            once = {clause for clause in once if aligned.told.clauses.openers[clause] in self._grammar.relatives}
        lasts = not self._lasting.isdisjoint([token.folded for token in claim.tokens])
        if not (once or lasts) or self._tells_of_past(claim.tokens):
            return ""
        for token, at in aligned.pairs:
            apart = tokens[at].clause in once or (token.folded in self._lasting and self._has_lasted(tokens, at))
            was = self._words.free_order and tokens[at].before in self._words.copulas
            other = was or token.folded != tokens[at].folded
            if apart and other and self._is_verb(claim.tokens, token, tokens[at]):
                return f"says that something still is: {token.text}"
        return ""

    def _is_verb(self, tokens: Sequence[Token], token: Token, told: Token) -> bool:
        """Whether a claim's word is a verb: one of the past in the sentence, or no noun."""
        plain = is_plain(token) and token.value is None
        small = token.folded in self._words.clitics  # "Si oppone": the pronoun stands for both.
        return plain and (told.mood == "past" or small or not self._grammar.is_noun(tokens, tokens.index(token)))

    def _has_lasted(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb in another form than of the present tells what lasted, not as somebody is reported to say."""
        verb, words = tokens[at], self._words
        other = verb.folded in self._lasting or verb.plain.endswith(words.infinitives or "\0")
        if other or self._grammar.is_named(verb) or verb.before in words.infinitive_marks:
            return False
        led = any(AGENT in token.signs for token in tokens[at + 1 : at + 2])  # "Led by Ann Holm".
        led = led or (self._grammar.is_participle(verb) and verb.before not in words.perfects)
        return not led and not any(token.signs & SPEECH for token in tokens)

    def _is_once(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word, or two, tells that something was so once, and of no time before something: "antes de"."""
        one = tokens[at].folded in self._onces
        if not one and (at + 1 == len(tokens) or f"{tokens[at].folded}-{tokens[at + 1].folded}" not in self._onces):
            return False
        end = at + 1 + (not one)
        near = (*tokens[max(0, at - 1) : at], *tokens[end : end + 1])
        measured = any(token.dated or token.folded in self._words.durations or THAN in token.signs for token in near)
        behind = tokens[end] if end < len(tokens) else tokens[at]
        ends = end + 1 >= len(tokens) or tokens[end + 1].clause != tokens[at].clause  # "Lehnte ihn zunächst ab."
        return not measured and (ends or behind.folded not in self._words.ties - self._grammar.definite)

    @staticmethod
    def _opens(tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands alone before a comma and so tells of the clause behind: "Initialement, la ville"."""
        return not tokens[at].before and at + 1 < len(tokens) and tokens[at + 1].clause != tokens[at].clause

    def _tells_of_past(self, tokens: Sequence[Token]) -> bool:
        """Whether a claim tells that something was, by one of its words or by two: "the tests done last year"."""
        told = [one for one, behind in zip(tokens, [*tokens[1:], None], strict=True) if not self._only_is(one, behind)]
        return any(map(self._is_of_past, told)) or any(self._is_once(tokens, at) for at in range(len(tokens)))

    def _only_is(self, token: Token, behind: Token | None) -> bool:
        """Whether a form of "be" helps no participle: "è contro la diga", not "è andata"."""
        copula = token.folded in self._words.copulas and not self._words.free_order and token.mood != "past"
        return copula and self._words.omits_subjects and not (behind and self._grammar.is_participle(behind))

    def _is_of_past(self, token: Token) -> bool:
        """Whether a claim's word tells that something was: a verb of the past, a time, or a word for "once"."""
        return self._grammar.is_over(token) or FORMER in token.signs or token.folded in self._onces or is_time(token)

    def _moved(self, claim: Clauses, aligned: Aligned) -> str:
        """Where something moves from, told as where it moves to: "from the school to the mill"."""
        tokens = aligned.told.tokens
        for token, at in aligned.pairs if self._origins else ():
            goal = None if token.value is not None or token.dated else self._goal(claim.tokens, token)
            if goal is None or not self._is_goal(claim, claim.tokens[goal]):
                continue
            tie = self._tied(tokens, at)
            origin = tokens[tie].folded if tie is not None else ""
            if tie is None or origin not in self._origins or origin in self._goals:
                continue
            behind = [one.folded for one in tokens[at + 1 :] if one.clause == tokens[at].clause]
            if not self._goals.isdisjoint(behind) or self._is_left(claim.tokens[goal], tokens, tie):
                return f"turns round where it goes: {token.text}"
        return ""

    def _goal(self, tokens: Sequence[Token], token: Token) -> int | None:
        """Where the preposition before a noun stands in a claim; None before a verb, where nouns have capitals."""
        verb = self._grammar.nouns and token.text[0].islower()
        return None if verb else self._tied(tokens, tokens.index(token))

    def _is_goal(self, claim: Clauses, tie: Token) -> bool:
        """Whether a preposition tells where something goes to, or in a claim of now where it is."""
        inside = tie.folded in self._words.within
        if tie.folded in self._goals and not (inside and self._grammar.brackets):
            return True
        now = any(one.signs >= _DONE_NOW for one in claim.tokens)  # "Werden gezeigt".
        return inside and (now or not any(map(self._grammar.is_over, claim.tokens)))

    def _is_left(self, goal: Token, tokens: Sequence[Token], tie: int) -> bool:
        """Whether a preposition for where something comes from stands right behind a verb of the past: "left from".

        `goal` is the claim's word for where it goes: "nach" tells of time too.
        """
        if self._grammar.brackets:
            return AFTER not in goal.signs
        ahead = [one for one in tokens[:tie] if one.clause == tokens[tie].clause and not one.dated]
        verb = next((one for one in reversed(ahead) if one.content), None)
        return verb is not None and (self._grammar.is_over(verb) or self._grammar.is_participle(verb))

    def _tied(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the preposition before a noun stands, an article and another word between them; None for none."""
        for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
            if tokens[place].clause != tokens[at].clause or tokens[place].value is not None:
                break
            if tokens[place].folded in self._tying:
                caused = any(CAUSE in token.signs for token in tokens[max(0, place - _CAUSE) : place])
                return None if caused else place  # "A causa de", "debido a".
        return None
