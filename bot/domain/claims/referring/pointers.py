"""Words of a sentence that stand for something named before: pronouns, and the subject that a sentence leaves out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.joining import is_article
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import FORMER, GOVERNS, IS, NOT, PASSIVE, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of

_CLITICS, _OPENING, _TIME_WORDS, _YEAR = 3, 4, 6, 4
_FUTURE = f"{GOVERNS}future"
# Moods that a verb's ending tells surely; words of other kinds end as a present does.
SURE = frozenset({"past", "future", "conditional"})


@dataclass(frozen=True)
class Pointer:
    """A word that stands for something.

    Attributes:
        at: its position; -1 for a subject that is left out.
        form: what it agrees by.
        subject: whether it tells who does it.
        behind: the preposition that it has in it, "" for none.
        verb: the infinitive that it is written at the end of, "" for none.
        place: of a subject that is left out, where it would stand.
    """

    at: int
    form: str
    subject: bool = False
    behind: str = ""
    verb: str = ""
    place: int = 0


class Pointers:
    """One article's words that stand for something named before."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._agreement = agreement_of(story.reading.language.code)
        self._nouns = story.reading.language.nouns_capitalised
        relatives = frozenset(map(folded, story.reading.language.relatives))
        self._indefinite = story.indefinite & self._agreement.nouns.keys()
        self._alone: dict[int, list[Pointer]] = {}
        self._asked, self._found = Aligned(Told(-1, Clauses([])), [], []), list[Pointer]()
        self._leading = story.leading | relatives.union(self._agreement.nouns)

    def of(self, aligned: Aligned) -> Sequence[Pointer]:
        """The words of a sentence that stand for something, as a claim that is laid beside it lets tell.

        Several ask for them one after the other: those of the last sentence are kept.
        """
        if aligned is not self._asked:
            self._asked, self._found = aligned, [*self._pointing(aligned)]
        return self._found

    def alone(self, number: int) -> Sequence[Pointer]:
        """The words of a sentence of the article that stand for something, whatever a claim takes of it."""
        if number not in self._alone:
            self._alone[number] = [*self._pointing(Aligned(self._story.sentences[number], [], []))]
        return self._alone[number]

    def _pointing(self, aligned: Aligned) -> Iterator[Pointer]:
        told, agreement = aligned.told, self._agreement
        for at, token in enumerate(told.tokens):
            may_part = agreement.attached and token.text[0].islower()
            verb, attached = agreement.parted(token.folded) if may_part else ("", "")
            if attached:
                yield Pointer(at, attached, verb=verb)
            elif token.folded in agreement.joined and token.keys and not _is_preposition(aligned, at):
                yield Pointer(at, token.folded, behind=agreement.joined[token.folded])
            elif token.folded in agreement.pronouns and self._stands_alone(aligned, at):
                clitic = token.folded in self._words.clitics
                form = self._form_done_to(told.tokens, at) if clitic else token.folded
                oblique = clitic or (token.clause > 0 and token.folded in agreement.obliques)
                yield Pointer(at, form, subject=not oblique and self._opens(told, at))
        if self._leaves_out(told):
            yield Pointer(-1, "", subject=True, place=self.behind_time(told))

    def lean(self, number: int) -> bool:
        """Whether a sentence has a word for what the one before tells of, whom nobody is known to be meant by."""
        told = self._story.sentences[number]
        return bool([1 for one in self.alone(number) if one.at >= 0 and not told.tokens[one.at].entities])

    def _form_done_to(self, tokens: Sequence[Token], at: int) -> str:
        """What a clitic agrees by, told by the participle behind it where it does not tell: "l'a publiée" as "la"."""
        form, agreement = tokens[at].folded, self._agreement
        behind = tokens[at + 1 : at + 3]
        if len(agreement.pronouns[form]) < len("mf") or len(behind) < len("mf"):
            return form
        if behind[0].folded not in self._words.perfects or not behind[1].text.endswith(self._words.participles):
            return form
        endings = agreement.participles.items()
        told = next((letter for ending, letter in endings if behind[1].folded.endswith(ending)), "")
        alike = (word for word, letters in agreement.pronouns.items() if letters == told)
        return next(filter(self._words.clitics.__contains__, alike), form)

    def stands_for_all(self, aligned: Aligned) -> bool:
        """Whether a word of a sentence may stand for all that the one before it says."""
        wholes = self._agreement.wholes
        found = [at for at, one in enumerate(aligned.told.tokens) if one.folded in wholes and not one.entities]
        return bool(found) and any(self._stands_alone(aligned, at) for at in found)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _stands_alone(self, aligned: Aligned, at: int) -> bool:
        """Whether a word that may be an article is a pronoun: before its verb, or with no noun behind it."""
        token, tokens = aligned.told.tokens[at], aligned.told.tokens
        behind = [other for other in tokens[at + 1 : at + 1 + _CLITICS] if other.clause == token.clause]
        behind = behind[1:] if behind and FORMER in behind[0].signs else behind  # "This former boxer".
        article = token.folded in self._words.articles and is_article(aligned.told, at, self._words)
        if article or self._is_of_noun(token, behind):
            return False
        if not behind or (token.folded not in self._story.leading and token.folded not in self._words.clitics):
            return True
        if token.folded in self._words.clitics:
            return token.joined or "-" in token.folded or self._is_before_verb(aligned, at)
        if self._nouns:
            return not any(other.text[0].isupper() for other in behind[:2])
        return not behind[0].content or behind[0].mood in SURE or self._is_day(behind[0])

    def _is_day(self, token: Token) -> bool:
        """Whether a word is one for a day where nothing stands before such a noun: "схвалили її | вчора"."""
        return token.dated and self._words.free_order

    def _is_of_noun(self, token: Token, behind: Sequence[Token]) -> bool:
        return bool(behind) and (self._is_owner(token, behind[0]) or self._is_another(token, behind))

    def _is_another(self, token: Token, behind: Sequence[Token]) -> bool:
        """Whether a word tells with a noun of another thing: "otra empresa", "o altă companie"."""
        counted = behind[0].value is not None  # "Outros dois".
        return (behind[-1].content or counted) and any(one.folded in self._words.others for one in (token, behind[0]))

    def _is_owner(self, token: Token, behind: Token) -> bool:
        """Whether a word tells whose the noun behind it is."""
        return (
            self._story.is_possessive(token) and behind.content and behind.mood not in SURE and not self._is_day(behind)
        )

    def owned_by(self, told: Told, at: int) -> int | None:
        """Where the noun stands behind a word for whose it is, None where that is no such: "released his | on bail"."""
        for place in range(at + 1, len(told.tokens)):
            token = told.tokens[place]
            if token.clause != told.tokens[at].clause or token.folded in self._words.ties:
                return None
            if token.content:  # "Схвалили її вчора": a pronoun, whose nothing is.
                return None if self._is_day(token) else place
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_before_verb(self, aligned: Aligned, at: int) -> bool:
        """Whether what stands behind a word and others like it is a verb: by its form or as the claim has it."""
        tokens, clitics = aligned.told.tokens, self._words.clitics
        inside = [place for place in range(at + 1, len(tokens)) if tokens[place].clause == tokens[at].clause]
        place = next((place for place in inside if tokens[place].folded not in clitics), None)
        if place is None:
            return False
        mine = next((token for token, there in aligned.pairs if there == place), None)
        if mine is None:
            governs = not tokens[place].content and any(sign.startswith(GOVERNS) for sign in tokens[place].signs)
            return (
                governs
                or self._is_verb(tokens[place])
                or (tokens[place].folded.endswith(self._words.infinitives or "\0") and not self._is_helped(tokens, at))
            )
        if mine.before == tokens[at].folded and "-" not in mine.before:
            return False  # An article in both.
        return self._is_verb(tokens[place]) or (not mine.entities and mine.before not in self._story.leading)

    def _is_helped(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word that may be a preposition ties an infinitive to what helps it: "estão a ser procurados"."""
        ahead = tokens[at - 1 : at] if at else []
        return any(one.signs & {IS, WAS, PASSIVE} and one.clause == tokens[at].clause for one in ahead)

    def _is_verb(self, token: Token) -> bool:
        """Whether a word is a verb by its form."""
        return (
            token.mood in SURE or _FUTURE in token.signs or token.folded in self._words.perfects | self._words.speaking
        )

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _leaves_out(self, told: Told) -> bool:
        """Whether a sentence opens with its verb, so that who does it stands in the one before."""
        first = self.behind_time(told)
        opening = told.tokens[first : first + _OPENING]
        if not self._words.omits_subjects or not opening or opening[0].entities:
            return False
        if opening[0].value is not None and any(one.signs or one.mood in SURE for one in opening[1:2]):
            return False  # "Nueve están averiadas": nine of them.
        if self._leads(opening[0]) and not self._helps(opening, timed=first > 0):
            return False
        verb = next((token for token in opening if self._is_verb(token) or not self._is_small(token)), opening[0])
        return (
            self._is_verb(verb)
            or not verb.signs.isdisjoint({IS, WAS, PASSIVE})
            or any(sign.startswith(GOVERNS) for sign in verb.signs)
            or (verb is opening[0] and (self._is_sole_verb(told, first) or self._takes_object(opening)))
        )

    def _takes_object(self, opening: Sequence[Token]) -> bool:
        """Whether a word without an article stands right before "a", as a verb does: "Lleva un collar"."""
        plain = opening[0].content and opening[0].value is None and not (opening[0].signs or opening[0].dated)
        plain = plain and not opening[0].plain.endswith(self._words.definite_endings or "\0")  # "Sindicatul o acuză."
        behind = opening[1:2]
        return plain and any(one.folded in self._indefinite and one.clause == opening[0].clause for one in behind)

    def _helps(self, opening: Sequence[Token], *, timed: bool) -> bool:
        """Whether a word that may be an article helps a verb, behind a time or before a participle: "A refuzat"."""
        if opening[0].folded not in self._words.perfects:
            return False
        done = (token.text.endswith(self._words.participles) for token in opening[1:2] if not token.entities)
        return timed or any(done) or PASSIVE in opening[0].signs

    def _is_sole_verb(self, told: Told, at: int) -> bool:
        """Whether a word is by its ending a verb in the present and its clause has no other: "Pierde dinero"."""
        verb = told.tokens[at]
        inside = (token for token in told.tokens[at + 1 :] if token.clause == verb.clause)
        others = (token for token in inside if token.mood or not token.signs.isdisjoint({IS, WAS}))
        return verb.mood == "present" and not any(token.content or token.signs & {IS, WAS} for token in others)

    def _opens(self, told: Told, at: int) -> bool:
        """Whether no word that says something stands before one in its clause, but for a time."""
        ahead = told.tokens[self.behind_time(told) : at]
        return not [1 for other in ahead if other.content and other.clause == told.tokens[at].clause]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def behind_time(self, told: Told) -> int:
        """Where a sentence goes on behind the time that it opens with: "Durante tres meses vertió", "En 2019 cerró"."""
        words, tokens, timed = self._words, told.tokens, False
        ties, leading, firsts = words.ties, self._story.leading, words.firsts
        for at, token in enumerate(tokens[:_TIME_WORDS]):
            time = token.dated or token.folded in words.durations or (token.text.isdigit() and len(token.text) == _YEAR)
            time = time or (timed and self._is_later(tokens, at))
            if timed and token.folded in words.perfects:
                return at
            small = token.folded in ties or token.folded in leading or token.folded in firsts
            if not (time or token.value is not None or small):
                return at if timed else 0
            timed = timed or time
        return 0

    def _is_later(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word says that something was later, or ends a phrase that does: "después", "mais tarde"."""
        later, token = self._words.later, tokens[at]
        before = tokens[at - 1].stem if at else ""
        return token.folded in later or token.stem in later or (before in later and before.endswith(f"-{token.folded}"))

    def _is_small(self, token: Token) -> bool:
        """Whether a word may stand before a verb and be nobody who does it: "no", "lo", "también"."""
        free = not token.content and not token.signs and token.folded not in self._words.ties | self._words.others
        return free or NOT in token.signs or token.folded in self._words.clitics

    def _leads(self, token: Token) -> bool:
        """Whether a word stands before who does it, or for them: "Quem deu o alarme foi um vizinho"."""
        return token.folded in self._leading


def _is_preposition(aligned: Aligned, at: int) -> bool:
    """Whether a word that may stand for something is a preposition before a time or a name: "en mars", "en 2019".

    Or before what it stands before in a claim too: "en prison".
    """
    word, behind = aligned.told.tokens[at], aligned.told.tokens[at + 1 : at + 2]
    both = [1 for token, place in aligned.pairs if place == at + 1 and token.before == word.folded and not token.mood]
    return bool(both or [1 for one in behind if one.dated or one.value is not None or one.entities])
