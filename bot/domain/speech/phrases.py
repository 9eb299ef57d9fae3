"""Gathers noun phrases where every noun has a capital: "der Leiter der Behörde, Karl Lind" is one token of a row.

A determiner, adjectives in lower case and nouns make a phrase; a genitive and a complement belong to it. Its
determiner tells whether it can be a subject: "dem Minister" cannot. Names stand for the phrase that bears them.
"""

import itertools
from dataclasses import replace

from bot.domain.language.languages import Language
from bot.domain.speech.nouns import acts, is_speech_noun
from bot.domain.speech.tokens import ACTORS, Named, Part, Sentence, Token
from bot.domain.values.actor import Kind

_MODIFIERS = 6
_PARENTHESIS = 8
_ATTRIBUTE = 9
_TAILS = 4
_TITLE_WORDS = 4
_TITLE_CHARACTERS = 60
_PAIR = 2
_JOINED = 3  # Tokens of "Ann und Bo".
_DEPTH = 4  # Of genitives within genitives: more is no phrase that anybody writes.
_ASKED = 5  # Letters of a noun that may end another: "Nachfrage".
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_BODIES = frozenset({Kind.PERSON, Kind.ORGANISATION})
_NOUNS = frozenset({Part.WORD, Part.VERB, Part.WEAK_VERB, Part.PARTICIPLE, Part.AUXILIARY, Part.PREPOSITION})
_NO_ATTRIBUTE = frozenset({Part.COMMA, Part.COLON, Part.QUOTE, Part.VERB, Part.WEAK_VERB, Part.DASH, Part.THAT})
_FINITE = frozenset({Part.WORD, Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})
_PLAIN = frozenset({Part.WORD, Part.VERB, Part.WEAK_VERB, Part.PARTICIPLE})


def gathered(text: str, row: Sentence, names: Named, language: Language) -> Sentence:
    """The row with each noun phrase as one token, `governed` where it is no subject, and appositions joined."""
    gatherer = _Gatherer(text, row, names, language)
    return _apposed(gatherer.row())


class _Gatherer:
    """One row as its phrases are gathered."""

    def __init__(self, text: str, row: Sentence, names: Named, language: Language) -> None:
        self._text = text
        self._row = row
        self._names = names
        self._language = language

    def row(self) -> Sentence:
        """The tokens of the row, phrases gathered."""
        out: Sentence = []
        at = 0
        while at < len(self._row):
            token = self._row[at]
            past = self._past_parenthesis(at)
            if past > at:
                at = past
                continue
            source, past = self._according(at)
            if source:
                out += source
                at = past
                continue
            phrase, past = self._phrase(at)
            if phrase is None:
                out.append(token)
                at += 1
                continue
            if out and out[-1].part == Part.ACCORDING:
                phrase.governed = False
            elif out and self._governs(out):
                phrase.governed = True
            out.append(phrase)
            at = past
        for before, token in itertools.pairwise(out):
            if before.part == Part.PREPOSITION and token.part == Part.PRONOUN:
                token.governed = True
            elif token.part == Part.ACCORDING_AFTER and before.part in ACTORS:
                before.governed = True
        self._mark_joined(out)
        return out

    def _mark_joined(self, out: Sentence) -> None:
        """Mark who is joined to what a preposition governs before the verb: "Mit Ann und Bo | lachte Lind"."""
        for at in range(len(out) - _PAIR):
            verbs = at + _PAIR + 1 < len(out) and out[at + _PAIR + 1].part in _FINITE
            if at > 1 and out[at - 1].part == Part.PREPOSITION and out[at + 1].part == Part.CONJUNCTION and not verbs:
                out[at + _PAIR].governed |= out[at + _PAIR].part == Part.NAME and out[at].part == Part.NAME
        at = next((index for index, token in enumerate(out) if token.part == Part.PREPOSITION), len(out))
        led = at <= 1 and all(token.part not in {Part.VERB, Part.WEAK_VERB} for token in out[:at])
        joined = [token.part for token in out[at + 1 : at + 4]] if led else []
        if len(joined) == _JOINED and joined[0] in ACTORS and joined[1] == Part.CONJUNCTION and joined[2] == Part.NAME:
            out[at + 3].governed = any(token.part in ACTORS and not token.governed for token in out[at + 4 :])

    def _governs(self, out: Sentence) -> bool:
        """Whether the last token keeps the phrase after it from being a subject: a preposition, or "as"."""
        last = out[-1]
        if last.part == Part.PREPOSITION:
            return True
        begins = len(out) == 1 or out[-2].part in {Part.COMMA, Part.DASH, Part.QUOTE}
        return last.word in self._language.comparisons and not begins

    def _according(self, at: int) -> tuple[Sentence, int]:
        """The words "nach den Worten" as one token, and the index past them; no token when they stand not here."""
        language, row = self._language, self._row
        token = row[at]
        if token.word not in language.opinion_prepositions or token.part == Part.NAME:
            return [], at
        here = at + 1
        if here < len(row) and row[here].part == Part.DETERMINER and row[here].word not in language.possessives:
            here += 1
        here = self._past_modifiers(here, determined=True)
        if here + 1 >= len(row):
            return [], at
        noun, following = row[here], row[here + 1]
        if noun.part == Part.NAME and noun.word.endswith("s") and following.word in language.opinions:
            return [replace(token, part=Part.ACCORDING), replace(noun, animate=True)], here + 2  # "nach Linds Worten"
        if noun.word.endswith(tuple(language.rules) or ("\0",)):
            return self._ruled(at)
        past = here + 2 if following.word in language.agents else here + 1
        if noun.word not in language.opinions or not self._adjacent(here) or self._phrase(past)[0] is None:
            return [], at
        return [replace(token, part=Part.ACCORDING, end=noun.end)], past

    def _ruled(self, at: int) -> tuple[Sentence, int]:
        """What a law or contract says: "nach Artikel 12 des Wassergesetzes"; no token where no phrase stands there."""
        law, past = self._phrase(at + 1)
        if law is None:
            return [], at
        if past < len(self._row) and self._row[past].word.isdigit():
            law, past = self._with_tails(replace(law, end=self._row[past].end), past + 1, 0)
        return [replace(self._row[at], part=Part.ACCORDING), law], past

    def _phrase(self, at: int, depth: int = 0) -> tuple[Token | None, int]:
        """The phrase that begins at a token, and the index past it; None when no phrase begins there."""
        language, row = self._language, self._row
        if at >= len(row) or depth > _DEPTH:
            return None, at
        first = row[at]
        determined = first.part != Part.NAME and first.word in language.determiners and self._opens(at)
        here = at + 1 if determined else at
        if determined and here < len(row) and first.word in language.partitives:
            inner, past = self._phrase(here, depth + 1) if row[here].word in language.genitives else (None, here)
            if inner is not None:
                return replace(inner, part=Part.DESCRIPTION, index=-1, start=first.start, governed=False), past
        begin = self._past_modifiers(here, determined=determined)
        end = self._past_nouns(begin)
        if end == begin and determined and first.part != Part.RELATIVE:
            begin = self._past_attribute(here)
            end = self._past_nouns(begin)
        if end == begin:
            return None, at
        if row[end - 1].word.endswith("s") and not determined:
            owned = self._past_modifiers(end, determined=False)  # "Merkels früherer Sprecher Karl Lind"
            if owned > end and self._adjacent(end - 1) and row[owned].part != Part.NAME:
                begin, end = owned, self._past_nouns(owned)
        phrase = self._headed(at, begin, end, determined=determined)
        phrase.governed = determined and (first.word in language.oblique or self._is_dative(first, phrase))
        return self._with_tails(phrase, end, depth)

    def _is_dative(self, first: Token, phrase: Token) -> bool:
        """Whether "der" stands before a feminine or a plural, so that the phrase is no subject: "der Regierung"."""
        language = self._language
        if first.word not in language.genitives or first.word not in language.definite:
            return False
        if phrase.part != Part.DESCRIPTION:
            return False
        noun = phrase.word.rsplit("-", 1)[-1]
        return noun.endswith(language.feminine_endings) or language.gender_of_role(noun) == "f"

    def _opens(self, at: int) -> bool:
        token = self._row[at]
        return at == 0 or self._text[token.start].islower() or self._row[at - 1].part != Part.WORD

    def _past_modifiers(self, at: int, *, determined: bool) -> int:
        """Past the adjectives and numbers before a noun; `at` when no noun follows them."""
        row = self._row
        end = at
        while end < len(row) and end - at < _MODIFIERS and self._modifies(end, determined=determined):
            end += 1
        return end if end == at or self._past_nouns(end) > end else at

    def _past_attribute(self, at: int) -> int:
        """Past what stands between a determiner and its noun: "einer gestern verbreiteten Erklärung"."""
        row = self._row
        inner = (
            False  # Whether a noun within the attribute is awaited: "die von privaten Versorgern verlangten Preise".
        )
        found = at
        for end in range(at, min(len(row) - 1, at + _ATTRIBUTE)):
            token = row[end]
            participle = token.part in _PLAIN and token.word.endswith(_ADJECTIVE_ENDINGS) and end > at
            ends = participle and self._text[token.start].islower() and self._is_noun(end + 1)
            if not ends and (token.part in _NO_ATTRIBUTE or token.word in self._language.passive_auxiliaries):
                return found
            inner |= token.part == Part.PREPOSITION
            if ends and not inner:
                return end + 1
            if ends:
                found, inner = found if found > at else end + 1, False
        return found

    def _modifies(self, at: int, *, determined: bool) -> bool:
        token = self._row[at]
        language = self._language
        if token.word.isdigit():
            return True
        if determined and token.part == Part.DETERMINER:
            return token.word not in language.definite and token.word not in language.oblique
        if token.part not in _PLAIN or self._text[token.start].isupper() or token.word in language.stop_words:
            return False
        if determined and self._row[at - 1].part != Part.RELATIVE:
            return True
        # Without a determiner "sicherte" is a verb.
        adjective = token.part == Part.WORD and token.word.endswith(_ADJECTIVE_ENDINGS)
        return adjective and not token.word.endswith(("te", "ten"))

    def _past_nouns(self, at: int) -> int:
        row = self._row
        end = at
        while end < len(row) and self._is_noun(end) and (end == at or self._adjacent(end - 1)):
            if end == at + 1 and row[end].part == Part.NAME and self._is_asked(at):
                break
            end += 3 if self._is_half(end) else 1
        if end < len(row) and row[end].part == Part.QUOTE and self._is_title(row[end]):
            named = end > at and self._adjacent(end - 1)
            before = row[at - 1] if at > 0 else None
            told = before is not None and (before.word in self._language.definite or before.part == Part.VERB)
            governed = before is not None and (before.word in self._language.oblique or before.part == Part.ACCORDING)
            if named or (end == at and (told or governed)):
                return end + 1
        return end

    def _is_asked(self, at: int) -> bool:
        """Whether a noun for what is said stands right behind a preposition: "erklärt auf Nachfrage | Ann Lee"."""
        if at == 0 or self._row[at - 1].part != Part.PREPOSITION or self._row[at].part == Part.NAME:
            return False
        word = self._row[at].word
        return is_speech_noun(word, self._language, ends=_ASKED) and not acts(word, self._language)

    def _is_half(self, at: int) -> bool:
        """Whether a noun is one half of two that share their end: "Familien- und Frauenministerin"."""
        row = self._row
        halved = at + 2 < len(row) and self._text.startswith("- ", row[at].end)
        return halved and row[at + 1].part == Part.CONJUNCTION and self._is_noun(at + 2)

    def _is_noun(self, at: int) -> bool:
        token = self._row[at]
        if token.part == Part.NAME:
            return True
        inner = self._text[token.start : token.end].rpartition("-")[2][:1]  # "eBay-Seite"
        if not (self._text[token.start].isupper() or inner.isupper()) or token.part not in _NOUNS:
            return False
        begins = at == 0 or self._row[at - 1].part in {Part.COLON, Part.QUOTE}
        polite = token.word in self._language.pronouns or token.word in self._language.possessives
        if token.word in self._language.function_words and (begins or polite):
            return False  # Within a sentence "des Falls" is a noun.
        return not begins or (
            token.part == Part.WORD and not token.word.endswith(self._language.adverb_endings or ("\0",))
        )

    def _is_title(self, quote: Token) -> bool:
        """Whether a quotation is a name ("die „Landpost“") and no speech."""
        if quote.end - quote.start > _TITLE_CHARACTERS:
            return False
        inner = self._text[quote.start + 1 : quote.end - 1]
        words = inner.split()
        if not words or len(words) > _TITLE_WORDS or not words[0][0].isalnum() or inner[-1] in ".!?,":
            return False
        return words[0][0].isupper() and words[-1][0].isupper()

    def _adjacent(self, at: int) -> bool:
        return self._text[self._row[at].end : self._row[at + 1].start].strip(" .\u00a0-") == ""

    def _headed(self, at: int, begin: int, end: int, *, determined: bool) -> Token:
        """The token of a phrase: a name's where a name bears it, else a description's."""
        language, row = self._language, self._row
        run = row[begin:end]
        start = row[at].start
        last = run[-1]
        noun = next((token for token in run if token.part != Part.NAME), None)
        if last.part == Part.NAME and not (determined and len(run) == 1 and language.is_role(last.word)):
            kind = self._names.entities[last.index].kind
            borne = noun is not None and acts(noun.word, language)
            bare = len(run) == 1 and not determined and begin == at
            titled = noun is not None and (borne or (kind is Kind.PERSON and not last.word.endswith("s")))
            plain = noun is None and (kind is not Kind.OTHER or " " in last.word)
            titled = titled and not (kind is Kind.PLACE and last.word.endswith("s"))  # "des Parteichefs Hanois"
            if bare or titled or plain:
                animate = kind in _BODIES or (kind is Kind.OTHER and (bare or borne))
                return replace(last, start=start, end=last.end, animate=animate or titled)
        head = noun if noun is not None and last.part == Part.NAME else last
        owned = noun is not None and noun is not last and last.word.endswith("s") and not acts(head.word, language)
        if owned and noun is not None and acts(noun.word, language):
            head = noun  # "des Vereinschefs Emdens"
        word = self._text[last.start : last.end].lower() if head.part == Part.QUOTE else head.word
        titles = last.part == Part.QUOTE
        definite = determined and row[at].word in language.definite
        animate = titles or acts(word, language)
        return Token(
            Part.DESCRIPTION,
            start,
            last.end,
            word,
            definite=definite,
            animate=animate,
            determined=at < begin,
            opening=row[at].word,
        )

    def _with_tails(self, phrase: Token, at: int, depth: int) -> tuple[Token, int]:
        """The phrase with the genitives and complements that belong to it."""
        language, row = self._language, self._row
        for _ in range(_TAILS):
            past = self._past_parenthesis(at)
            if past >= len(row):
                return phrase, past
            token = row[past]
            apart = self._text[row[past - 1].end : token.start].strip()
            genitive = token.part == Part.DETERMINER and token.word in language.genitives
            joins = token.part == Part.PREPOSITION and token.word in language.of_words and phrase.animate
            person = phrase.part == Part.NAME and self._names.entities[phrase.index].kind is Kind.PERSON
            if apart or person or not (genitive or joins):
                return phrase, past
            if genitive and self._is_told(phrase, past):
                return replace(phrase, animate=True), past
            if genitive and self._begins_anew(phrase, past):
                return phrase, past
            inner, end = self._phrase(past if genitive else past + 1, depth + 1)
            if inner is None:
                return phrase, past
            if phrase.animate and self._is_bearer(inner, past, end):
                return replace(inner, start=phrase.start, governed=phrase.governed, animate=True), end
            phrase = replace(phrase, end=inner.end)
            at = end
        return phrase, at

    def _is_bearer(self, name: Token, begin: int, end: int) -> bool:
        """Whether a person's name ends a genitive that names a body: "der Chef der FDP-Fraktion | Karl Lind"."""
        if (
            name.part != Part.NAME
            or self._names.entities[name.index].kind is not Kind.PERSON
            or name.end != self._row[end - 1].end
        ):
            return False
        nouns = [
            token for token in self._row[begin:end] if token.part != Part.NAME and self._text[token.start].isupper()
        ]
        return bool(nouns) and not any(self._language.is_role(token.word.rpartition("-")[2]) for token in nouns)

    def _is_told(self, phrase: Token, at: int) -> bool:
        """Whether who is told stands behind a speaker of one word: "sagte Lind | der „Emder Post“"."""
        bare = not phrase.determined and phrase.end - phrase.start == len(phrase.word)
        before = at - 2
        return (
            bare
            and before >= 0
            and self._row[before].part == Part.VERB
            and self._row[at].word in self._language.definite
        )

    def _begins_anew(self, phrase: Token, at: int) -> bool:
        """Whether what may be a genitive is a subject: "am Montag der Chef", "im Rat der neue Chef"."""
        language, row = self._language, self._row
        if row[at].word not in language.definite:
            return False
        dated = phrase.word in language.days or phrase.word in language.months
        place = phrase.part == Part.NAME and self._names.entities[phrase.index].kind is Kind.PLACE
        modifier = row[at + 1] if at + 1 < len(row) else row[at]
        strong = modifier.part == Part.WORD and modifier.word.endswith("e") and self._text[modifier.start].islower()
        return dated or strong or (place and language.is_role(modifier.word))

    def _past_parenthesis(self, at: int) -> int:
        """Past a short parenthesis such as a party's or an age."""
        row = self._row
        if at >= len(row) or row[at].part != Part.OPEN:
            return at
        close = next((i for i in range(at, min(len(row), at + _PARENTHESIS)) if row[i].part == Part.CLOSE), -1)
        return close + 1 if close > 0 else at


def _apposed(row: Sentence) -> Sentence:
    """The row with "X, the head of Y," as one token: a name and the role beside it."""
    out: Sentence = []
    at = 0
    while at < len(row):
        token = row[at]
        if token.part in ACTORS and at + 2 < len(row) + 1 and _is_apposed(row, at):
            other = row[at + 2]
            bearer = next((one for one in (token, other) if one.part == Part.NAME), token if token.animate else other)
            joined = replace(bearer, start=token.start, end=other.end, governed=token.governed, animate=True)
            out.append(joined)
            at += 3
            if at < len(row) and row[at].part == Part.COMMA:
                at += 1
            continue
        out.append(token)
        at += 1
    return out


def _is_apposed(row: Sentence, at: int) -> bool:
    if at + 2 >= len(row) or row[at + 1].part != Part.COMMA:
        return False
    one, other = row[at], row[at + 2]
    if other.governed or Part.PRONOUN in {one.part, other.part}:
        return False
    described = one if one.part == Part.DESCRIPTION else other
    if one.part == other.part:
        named = other if one.animate else one
        if one.part == Part.NAME or one.animate is other.animate or not _is_bare(named):
            return False
        described = one if one.animate else other
    closes = at + 3 == len(row) or row[at + 3].part in {Part.COMMA, Part.COLON, Part.DASH, Part.QUOTE}
    return described.animate and closes


def _is_bare(token: Token) -> bool:
    """Whether a description is two words without more: a name that is told by nothing else."""
    return not token.determined and token.end - token.start > len(token.word) + 1
