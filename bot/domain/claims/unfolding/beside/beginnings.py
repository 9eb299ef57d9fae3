"""Which words open a statement that a claim joins to another with somebody or something of its own."""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT, IS, NOT, PASSIVE, SOURCE, WAS
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import SURE
from bot.domain.claims.rules.grammar import SPEECH

_RELATIVE, _OPENING = 2, 4
# How many words may tell who says a second statement, and stand before its verb: "the petition against the dam".
_SOURCE_WORDS, _DOER_WORDS = 6, 6


class Beginnings:
    """One article's language, asked what a statement opens with."""

    def __init__(self, story: Story, is_noun: Callable[[Token], bool]) -> None:
        self._story = story
        self._is_noun = is_noun
        self._capitals = story.reading.language.nouns_capitalised
        self._agreement = agreement_of(story.reading.language.code)
        self._nominatives = story.words.special["nominatives"]

    def leads(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether somebody or something opens the second statement."""
        after = tokens[at]
        if after.folded in self._story.words.perfects and not tokens[at + 1].entities:  # "Și | a fost amendat".
            return False
        behind = self._behind_day(tokens, at)
        if behind > at and not self._capitals:
            return behind < len(tokens) - 1 and self.leads(tokens, behind)  # Not "y el sábado | abrirá".
        leads = after.folded in self._story.leading or bool(after.entities) or after.value is not None
        leads = leads or self._is_timed(tokens, at) or self._is_somebody(after) or self._is_bare_doer(tokens, at)
        leads = leads or self._is_set_beside(tokens, at) or self._is_fronted(tokens, at)
        return leads or self._is_titled(tokens, at) or self._is_set_before(tokens, at)

    def _behind_day(self, tokens: Sequence[Token], at: int) -> int:
        """Where a day ends that stands at a place, behind an article or a preposition: "el sábado"; else there."""
        place = at
        while place < at + _RELATIVE and tokens[place].folded in self._story.words.ties | self._story.leading:
            place += 1
        first = place
        while place < len(tokens) and tokens[place].dated and tokens[place].clause == tokens[first].clause:
            place += 1
        return place if place > first else at

    def _is_timed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a time or place stands before a noun with its article: "but in June the second ...", "sabato la"."""
        near = tokens[at + 1 : at + 1 + _OPENING]
        if tokens[at].folded in self._story.words.ties:
            return any(token.before in self._story.leading for token in near)
        ahead = tokens[at].dated or any(token.folded in self._story.words.ties for token in near[:1])
        noun = next((place for place, token in enumerate(near) if token.before in self._story.leading), None)
        if not ahead or noun is None or self._capitals:
            return False
        behind = tokens[at + 1 + noun : at + 1 + noun + _RELATIVE + 1]
        return not any(token.mood in SURE or token.signs for token in near[:noun]) and self.has_verb(behind)

    def _is_fronted(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether who does it stands behind a verb that comes second: "und bis zum Sommer soll Ali Demir ...".

        A clause that has its doer from the one before it begins with the verb.
        """
        small = tokens[at].folded in self._story.words.ties or tokens[at].dated
        if not self._capitals or not small:
            return False
        inside = [token for token in tokens[at:] if token.clause == tokens[at].clause][: _DOER_WORDS + 1]
        verb = next((place for place, token in enumerate(inside) if self._is_finite(inside, place)), None)
        doer = inside[verb + 1 : verb + 1 + _RELATIVE] if verb is not None else []
        if not doer:
            return False
        bare = doer[0].text[0].isupper() and not doer[0].dated
        led = doer[0].folded in self._nominatives and doer[-1].content
        return bare or led

    def _is_finite(self, inside: Sequence[Token], place: int) -> bool:
        """Whether a word is the verb behind a time or place: small behind a noun, a day or a word for a time."""
        token = inside[place]
        small = token.text[0].islower() and token.folded not in self._story.words.ties | self._story.leading
        return place > 0 and small and (inside[place - 1].text[0].isupper() or inside[place - 1].dated)

    # Complexity: what may be the verb is asked one thing after the other.
    def _is_set_beside(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a noun without an article does something behind a comma: ", а компанія пропонує 210"."""
        noun = tokens[at]
        bare = self._story.words.free_order or bool(self._story.words.definite_endings)
        if not bare or at + 2 >= len(tokens) or not noun.content or noun.signs or noun.mood in SURE:
            return False
        if tokens[at - 1].clause <= tokens[at - 2].clause:
            return False
        return self._tells_now(tokens, at + 1) or self._does_now(noun, tokens[at + 1])

    def _does_now(self, noun: Token, verb: Token) -> bool:
        """Whether a noun that ends as nouns with an article do stands before a verb of the present or a helping one."""
        endings, words = self._story.words.special["doing_now"], self._story.words
        definite = (*words.definite_endings, *words.special["definite_too"])
        if not endings or (definite and not noun.plain.endswith(definite)):
            return False
        if noun.folded.endswith(tuple(endings)) or verb.entities or verb.dated or verb.folded in words.ties:
            return False
        helps = bool(verb.signs & {NOT, IS, WAS}) or verb.mood in SURE or verb.folded in words.perfects
        return helps or (verb.content and verb.folded.endswith(tuple(endings)))

    def _is_titled(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a noun right before a name opens the second statement, with a verb right behind both."""
        title = tokens[at]
        if not title.content or title.signs or title.mood in SURE or not tokens[at + 1].entities:
            return False
        last = at + 1
        while last + 1 < len(tokens) and tokens[last + 1].entities & tokens[last].entities:
            last += 1
        return self.has_verb(tokens[last : last + 1 + _RELATIVE])

    def _is_set_before(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a second statement opens with a place or with who says it, and tells of somebody behind that.

        "In Elm 3,000 homes were ...", "according to the police, Ann Holm was ...".
        """
        if SOURCE in tokens[at].signs:
            places = range(at + 1, len(tokens))
            behind = next((place for place in places if tokens[place].clause > tokens[at].clause), 0)
            return 0 < behind <= at + _SOURCE_WORDS and behind < len(tokens) - 1 and self.leads(tokens, behind)
        if tokens[at].folded not in self._story.words.ties or not tokens[at + 1].entities:
            return False
        after = range(at + 2, min(at + 2 + _OPENING, len(tokens)))
        counted = next((place for place in after if tokens[place].value is not None), 0)
        return bool(counted) and tokens[counted].clause == tokens[at].clause and self.has_verb(tokens[counted:])

    def _is_bare_doer(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word that nothing marks stands before a verb in the past, in a language without articles."""
        token = tokens[at]
        if not self._story.words.free_order or not token.content or token.signs:
            return False
        behind = tokens[at + 1 : at + 1 + _DOER_WORDS]
        if token.mood:  # A noun may end as a verb does: "школи не мали".
            return [NOT in one.signs for one in behind[:1]] == [one.mood in SURE for one in behind[1:2]] == [True]
        return any(other.mood in SURE or other.signs & (SPEECH | {NOT, IS, WAS}) for other in behind)

    def _is_somebody(self, token: Token) -> bool:
        """Whether a word without an article is somebody or something, or tells that nobody is."""
        endings = self._story.words.definite_endings
        noun = self._story.words.free_order or not self._story.leading
        return (
            token.folded in self._agreement.nobodies
            or (bool(endings) and token.content and token.plain.endswith(endings))
            or (self._capitals and token.text[0].isupper())
            or (noun and token.content and self._is_noun(token))
        )

    def has_verb(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb in the past or to come, or a helping one, stands among words."""
        words = self._story.words
        helping = words.perfects | words.speaking
        sure = any(
            token.mood in SURE or token.folded in helping or token.signs & {PASSIVE, IS, WAS} for token in tokens[1:]
        )
        return sure or any(self._tells_now(tokens, at) for at in range(1, min(_DOER_WORDS, len(tokens) - 1)))

    def _tells_now(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word behind a noun is surely a verb, whatever its ending: "the firm | offers | 210 euros".

        A number or an article stands behind it; where nouns have capitals it is the first small word behind one.
        """
        verb, before, behind = tokens[at], tokens[at - 1], tokens[at + 1]
        if not verb.content or verb.entities or not verb.text[0].islower() or not before.content:
            return False
        small = self._story.words.ties | self._story.words.fused | self._story.leading
        if verb.dated or verb.value is not None or verb.folded in small:
            return False
        if self._capitals:
            return before.text[0].isupper()
        return not self.is_participle([verb]) and (
            behind.value is not None or behind.folded in self._story.leading - self._story.words.ties
        )

    def is_participle(self, inside: Sequence[Token]) -> bool:
        """Whether a clause opens with a participle, as a relative one would: "the comet, seen in May, ..."."""
        endings, first = self._story.words.participles, inside[0]
        if not endings and first.mood == "past" and any(AGENT in token.signs for token in inside[1:2]):
            return True  # "Led by".
        return bool(endings) and first.content and not first.entities and first.text.lower().endswith(endings)
