"""Whom an article's pronouns mean, and its nouns with an article: "he", "the mayor", "the company"."""

from collections.abc import Sequence
from functools import partial
from itertools import filterfalse

from bot.domain.claims.comparing import joining, wording
from bot.domain.claims.comparing.naming import Naming, behind_source, lexicon_of
from bot.domain.claims.comparing.people import bodies
from bot.domain.claims.comparing.people.cast import Cast
from bot.domain.claims.comparing.people.kinds import kinds_of, only_of_kind
from bot.domain.claims.comparing.people.meant.doers import others_than_doers
from bot.domain.claims.comparing.people.quoted import quoted_person
from bot.domain.claims.comparing.people.sole import is_either, person_of_kind
from bot.domain.claims.comparing.people.styled import Styled
from bot.domain.claims.comparing.people.which import is_of_another
from bot.domain.claims.comparing.tokens import Token, Told

_SPEECH, _BEING = frozenset({wording.NEUTRAL, wording.ANNOUNCED}), frozenset({wording.IS, wording.WAS})
_NOBODY: frozenset[int] = frozenset()
_WHO = frozenset({"m", "f", "n", "p"})
# How far back somebody is named, and the letters of the ending of a possessive in another case: "ihre", "ihren".
_SENTENCES_BACK, _ENDING = 3, 1


class Pronouns:
    """An article's words that stand for somebody or something named before."""

    def __init__(self, naming: Naming) -> None:
        self._naming, self._words, self.cast = naming, naming.words, Cast(naming)
        self._reading, self._language = naming.reading, naming.reading.language
        lexicon = lexicon_of(self._language.code)
        self._pronouns, self.possessives = lexicon.pronouns, lexicon.possessives
        self._standing_for, self._definite = lexicon.standing_for, lexicon.definite
        self._pointing_words, self._owners_told = lexicon.pointing, lexicon.owners_told
        self._verb_ends = tuple(self._language.verb_endings) or ("\0",)
        self._nouns_of, self._told = dict[int, Token](), self.cast.told
        self._rival: Sequence[Token] = ()
        self._kinds = kinds_of(self._language.code).stems
        self._styled = Styled(naming)
        nouns = *naming.called, *naming.denoted, *naming.shortened, *self._kinds, *self._styled.stems
        self.pointing_nouns = {*lexicon.nouns, *nouns, *bodies.clubs_of(naming)}

    # Complexity: every word of an article passes here, where a call for each step would cost more than the step.
    def resolve(self, told: Told, recent: list[list[int]]) -> None:
        """Say whom the pronouns of a sentence mean, where that is sure enough, and who its subject goes on to be."""
        own, nouns, titles = list[int](), self.cast.nouns, self.cast.titles
        pointing_words, pointing_nouns = self._pointing_words, self.pointing_nouns
        self._rival = self._rival_now(recent) if self._told else ()
        subject = self._subject(recent)
        if subject is not None and subject >= self.cast.named:
            self.cast.go_on(told, subject)
        elif not self._rival:
            told.subject = subject
        if self._styled.entities:
            self._styled.name(told, self._definite)
        for at, token in enumerate(told.tokens):
            if token.entities:
                own += [entity for entity in token.entities if entity not in own]
                continue
            if (folded := token.folded) in pointing_words or token.stem in pointing_nouns:
                meant = self._meant(told, at, recent, own)
                token.entities = _NOBODY if meant is None else self.cast.entity_of(told, at, meant)
                if meant is not None and token.stem in self._naming.called and meant not in own:
                    own.append(meant)  # "The mayor is ill; he will stay at home".
                told.leans = told.leans or self._points_back(told, at)
                if meant is not None:
                    continue
            if nouns[folded] and token.start not in titles:
                self.cast.join(told, at, own)
        told.leans = told.leans or self._goes_on(told)
        self._told.append(told)

    def is_pronoun(self, word: str) -> bool:
        """Whether a folded word stands for a person: "he", "his", "I"."""
        return word in self._pronouns

    def form(self, token: Token) -> str:
        """What a word stands for: "m", "f", "n" or "p" for several; "" for any other word or a possessive."""
        who = "" if token.folded in self.possessives else self._pronouns.get(token.folded, "")
        return who if who in _WHO else ""

    def leans(self, token: Token) -> bool:
        """Whether a word that opens a sentence stands for something named before."""
        return token.folded in self._pronouns or token.folded in self._standing_for

    def points_at_nearest(self, token: Token) -> bool:
        """Whether a word stands for what was named last, not for what the text is about: "celle-ci"."""
        return "-" in token.folded and token.folded in self._standing_for - self._words.clitics

    def leads_back(self, token: Token) -> bool:
        """Whether a word that opens a sentence stands for a thing named before: "en" is a preposition there."""
        leans = self.leans(token) and token.folded not in self.possessives
        return leans and (bool(self._words.genders) or not token.entities) and token.folded not in self._words.ties

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _meant(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """The entity that a pronoun or a noun with an article stands for, None where that is not sure."""
        token, speaker = told.tokens[at], told.quoted[at]
        who = self._pronouns.get(token.folded, "")
        if who == "1" and speaker is not None and speaker >= 0:
            return speaker
        if token.folded in self._words.special["to_whom"] and joining.is_behind_source(told.tokens, at):
            return None  # "Le accuse, secondo cui ...".
        person = self._person_meant(told, at, recent, own) if speaker is None else self._quoted(told, at, recent)
        if person is not None:
            return person
        noun = self._of_noun(told, at, recent) if token.stem in self.pointing_nouns else None
        if noun is not None or token.stem in self._naming.called:
            noun = self._called_so(told, at) if noun is None else noun
            return None if noun is None or is_of_another(self._naming, told, at, noun) else noun
        clitic = token.folded in self._words.clitics and (at or len(token.folded) > 1)  # "L'enquête": an article.
        behind = clitic and joining.is_behind_verb(told.tokens, at, self._words)
        if not clitic or not (self._joined(token) or (not behind and self._governs(told, at + 1))):
            return None
        return self._person_done_to(told, at, recent)

    def _quoted(self, told: Told, at: int, recent: list[list[int]]) -> int | None:
        """The person whom a quoted pronoun for a man or a woman means: no body and no thing that it may mean too."""
        who = self._pronouns.get(told.tokens[at].folded, "")
        thing = who not in {"m", "f"} or self._is_article(told, at) or who in self._thing_told_of()[0]
        return None if thing else quoted_person(self.cast, told, at, before=self._told, recent=recent, who=who)

    def _person_done_to(self, told: Told, at: int, recent: list[list[int]]) -> int | None:
        """Whom a clitic means: nobody of its own sentence, where who does it stands before it."""
        gender, first = self._words.genders.get(told.tokens[at].folded, ""), at if told.tokens[at].clause else 0
        person = self.cast.person(gender, recent, [], self._told)
        return None if not self.cast.is_unnamed(person) and self._is_rivalled(told, first, gender) else person

    # Complexity: what may be meant is asked one thing after the other.
    def _person_meant(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """The person whom a pronoun tells of."""
        word = told.tokens[at].folded
        own = others_than_doers(self.cast, told, at, own, possessive=word in self.possessives)
        who = self._pronouns.get(word, "")
        if not who and word not in self._words.objective:
            sourced = word in self._standing_for and joining.is_behind_source(told.tokens, at)
            return self.cast.person("", recent, own, self._told) if sourced else self._source_owner(told, at, recent)
        if self._is_article(told, at):
            return None
        objective = word in self._words.objective
        if who in {"m", "f"} and not objective:
            return self._gendered(told, at, recent, self._fitting(told, at, own))
        if who == "n" and word in self.possessives and not self._owners_told:
            return self._owner(told, at, recent, own)
        return self._objective(told, at, recent, own) if objective else None

    def _objective(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """Whom "him" means: not who does it, and neither of two of its gender whom the sentence before names."""
        doers, gender = self.cast.doers(told, at), self._words.objective[told.tokens[at].folded]
        beside = [[number for number in named if number not in doers] for named in (own, *recent[-_SENTENCES_BACK:])]
        person = self.cast.person(gender, beside[1:], beside[0], self._told)
        either = not beside[0] and is_either(self.cast, beside[-1], gender, person)
        rivalled = either or self._is_rivalled(told, 0, gender)
        return person if self.cast.is_unnamed(person) or not rivalled else None

    # Complexity: what a pronoun stands beside is asked one thing after the other.
    def _fitting(self, told: Told, at: int, own: list[int]) -> list[int]:
        """Those named before a pronoun whom it may mean: of an object none who opens its clause ("accused her")."""
        token, subjects = told.tokens[at], self._words.subjects
        if not subjects or token.folded in subjects:
            return own
        behind = [other for other in told.tokens[at + 1 : at + 2] if other.clause == token.clause and other.content]
        if token.folded in self.possessives and behind:  # "Her plan"; in free order whose own it is has another word.
            doers = self.cast.doers(told, at) if self._words.free_order else set[int]()
            return [number for number in own if number not in doers]
        ahead = told.tokens[at - 1] if at and self._language.postposed else None
        if ahead is not None and self.cast.nouns[ahead.folded] and ahead.clause == token.clause:
            return own  # "Nepotul ei".
        opening = joining.opening_before(told.tokens, at, self._language, self._naming.leading)
        done_by = frozenset[int]() if opening is None else opening.entities | {opening.unnamed}
        return [number for number in own if number not in done_by]

    def _gendered(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """Whom a pronoun for a man or a woman means, or in languages whose things have genders also a body."""
        who = self._pronouns[told.tokens[at].folded]
        person = self.cast.person(who, recent, own, self._told)
        rivalled = not own and not self.cast.is_unnamed(person) and self._is_rivalled(told, at, who)
        if rivalled or (at and self._may_be_either(told, at, recent, own)):
            return None
        thing, entity = (False, None) if at else self._opening_thing(told, who, recent)
        return entity if thing else person

    def _may_be_either(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> bool:
        """Whether "her" behind who does it may be either of two women whom the sentence before names."""
        token, genders = told.tokens[at], self.cast.genders
        if not recent or token.folded in self.possessives:
            return False
        if joining.opening_before(told.tokens, at, self._language, self._naming.leading) is None:
            return False
        who, near = self._pronouns[token.folded], (own, recent[-1])
        mine, theirs = (sum(genders[one] == who for one in named) for named in near)
        return not mine and theirs > 1

    def _owner(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """Whose a thing is by a word that does not tell a man's from a woman's: "son", "suo"."""
        beside = self._naming.joined_before(told.tokens, at)  # "Criticised Tom Webb and his lawyer".
        first = at - 1 if at and told.tokens[at - 1].content else at  # "Avocatul său": behind what is theirs.
        person = self.cast.person("", recent[-1:], own, self._told)
        unsure = not own and not self.cast.is_unnamed(person) and self._is_rivalled(told, first, "")
        return beside if beside is not None or unsure or self._has_thing_ahead(told, first) else person

    def _rival_now(self, recent: list[list[int]]) -> Sequence[Token]:
        """Another whom the last sentences tell of than the one whom they name, only as their source; () for nobody.

        "According to the prosecutor, Edwin Marsh, the driver fled. He was caught on Monday."
        """
        before = self._told[-1] if self._told else None
        if before is None or not before.tokens:
            return ()
        at = behind_source(before, self._definite)
        named = [1 for one in recent[-1] if self.cast.people[one]] != []
        at = joining.somebody_opening(before, self._language) if at is None and not named else at
        if at is not None:
            return before.tokens[at : at + 2]
        if not self._rival:
            return ()
        goes_on = before.tokens[0].folded in self._pronouns and not before.tokens[0].entities
        return self._rival if goes_on or not named else ()

    def _is_rivalled(self, told: Told, at: int, who: str) -> bool:
        """Whether a pronoun for a man or a woman may mean somebody told of without a name, before it or last."""
        opening = joining.somebody_opening(told, self._language)
        own = told.tokens[opening : opening + 2] if opening is not None and opening < at else ()
        return bool([1 for one in (self._rival, own) if one and joining.may_mean(one, who, self._language)])

    def _subject(self, recent: list[list[int]]) -> int | None:
        """Who a sentence without a subject tells of: nobody where the one before is about a thing and names nobody."""
        person = self.cast.person("", recent, [], self._told)
        passed = person is not None and self._words.omits_subjects and person not in recent[-1]
        return None if passed and self._thing_told_of()[0] else person

    def _opening_thing(self, told: Told, who: str, recent: list[list[int]]) -> tuple[bool, int | None]:
        """Whether a pronoun that opens a sentence may mean what the sentence before is about, and its entity if any.

        "L'entreprise recrute. Elle perd de l'argent": not where that sentence names somebody of the pronoun's gender,
        nor of who says something.
        """
        if [1 for token in told.tokens if not token.signs.isdisjoint(_SPEECH)]:
            return False, None
        genders, entity = self._thing_told_of()
        fits = who in genders and self.cast.person(who, recent[-1:], [], self._told) is None
        return fits, entity if fits else None

    def _thing_told_of(self) -> tuple[str, int | None]:
        """The genders that the thing may have that the last sentence is about, "" for none, and its entity if any."""
        for told in self._told[: -_SENTENCES_BACK - 1 : -1]:
            opening = told.tokens[:2]
            if opening and self.form(opening[0]) and not any(map(self._naming.is_person, opening[0].entities)):
                continue  # "Elle recrute": it is about what the one before was about.
            if len(opening) < len("mf") or opening[0].folded not in self._definite or not self._is_thing(opening[1]):
                break
            either = "mf" if self._language.articles or self._words.free_order else ""  # No thing is "he" in English.
            return self._language.articles.get(opening[0].folded, either), next(iter(opening[1].entities), None)
        return "", None

    def _is_thing(self, noun: Token) -> bool:
        """Whether a word is a noun for no person, as far as it tells."""
        human = noun.stem in self._words.humans or self._language.is_role(noun.text.lower())
        return noun.content and not human and not any(map(self._naming.is_person, noun.entities))

    def _has_thing_ahead(self, told: Told, at: int) -> bool:
        """Whether the clause of a word opens with a known thing or a body: "l'entreprise assure ses trajets"."""
        inside = (token for token in told.tokens[:at] if token.clause == told.tokens[at].clause)
        noun = next((token for token in inside if token.content or token.entities), None)
        return bool(noun and (noun.entities or noun.before in self._definite - {""}) and self._is_thing(noun))

    def _source_owner(self, told: Told, at: int, recent: list[list[int]]) -> int | None:
        """Whose word it is by a possessive with an ending before a noun for that: "nach ihren Angaben"."""
        word, following = told.tokens[at].folded, told.tokens[at + 1 : at + 2]
        tied = following and told.tokens[at].before in self._words.ties
        if not tied or not (wording.NEUTRAL in following[0].signs or joining.is_behind_source(told.tokens, at)):
            return None
        base = next((one for one in self.possessives if word.startswith(one) and len(word) - len(one) == _ENDING), "")
        return self.cast.person(self._pronouns[base], recent[-1:], [], self._told) if base else None

    def _is_article(self, told: Told, at: int) -> bool:
        """Whether a word that may be a pronoun stands before a noun: "diese Zahl"."""
        word, following = told.tokens[at].folded, told.tokens[at + 1 : at + 2]
        article = word in self._naming.leading and word not in self.possessives
        former = bool(following) and wording.FORMER in following[0].signs  # "Este antiguo boxeador".
        return article and (former or any(one.content and not one.entities for one in following))

    # Complexity: what a noun may stand for is asked one thing after the other.
    def _of_noun(self, told: Told, at: int, recent: list[list[int]]) -> int | None:
        """Whom a definite noun without a name stands for: "the association", "the firm", "the man"."""
        token = told.tokens[at]
        if token.stem in self._styled.stems:
            return self._styled.person(told, at) if self._words.free_order or self._is_definite(told, at) else None
        if not self._is_definite(told, at) or bodies.names_behind(self._naming, told, at):
            return None
        if token.stem in self.cast.by_stem and token.folded not in self.cast.nouns.anybody:
            return self.cast.known(told, at)
        wide = self._naming.wide.get(token.stem)
        if wide is not None or token.stem in self._words.humans:
            sourced = wide and joining.is_behind_source(told.tokens, at - (token.before in self._naming.leading))
            placed = at == (token.before != "") or sourced
            return person_of_kind(self.cast, self._told, recent, token, wide) if placed else None
        kind = only_of_kind(self._naming, self._told, told, at) if token.stem in self._kinds else None
        if kind is not None or self._language.is_role(token.text.lower()):
            return kind  # "Sindaco" and "sindacato" have one stem.
        named = bodies.named_shortly(self._naming, self._told, told, at)
        return self._body(recent, token) if named is None and bodies.means_last(self._naming, token) else named

    def _called_so(self, told: Told, at: int) -> int | None:
        """The only person whom the article calls so, for a word that stands for them alone: "the mayor"."""
        stem, article = told.tokens[at].stem, told.tokens[at].before
        people = self._naming.called[stem] if stem not in self._naming.newcomers else _NOBODY
        if article in self._words.plural_articles and article not in self._language.articles:
            return None  # "Les chauffeurs" is not the mayor, "ancien chauffeur".
        if len(people) > 1:
            people = self._naming.titled([other.folded for other in told.tokens[at:]], people)
        known = len(people) == 1 and self._is_told_as_known(told, at) and not self._is_told_nearer(told, at)
        named = known and [1 for other in told.tokens[at:] if other.entities & people]  # "The head, Ann Holm, ..."
        return next(iter(people)) if known and not named and not self._reading.is_body(told.tokens[at].text) else None

    def _is_told_nearer(self, told: Told, at: int) -> bool:
        """Whether a name stands right behind a noun for somebody, or whose they are: "the mayor of Hallford"."""
        token, following = told.tokens[at], next(iter(told.tokens[at + 1 : at + 2]), None)
        if following is None or following.entities or following.clause != token.clause:
            return following is not None and bool(following.entities)  # "The mayor, Ann Holm, ...".
        tied = following.folded in self._naming.of_words or following.folded in self._words.ties
        owner = any(other.text[0].isupper() for other in told.tokens[at + 2 : at + 4])
        return (tied and owner) or following.text[0].isupper()

    def _is_told_as_known(self, told: Told, at: int) -> bool:
        """Whether a noun has a definite article, or stands right behind a verb or a preposition where none has one."""
        token, words = told.tokens[at], self._words
        if not words.free_order:
            return token.before in self._definite - {""}
        before = told.tokens[at - 1] if token.before else None
        deed = before is not None and (before.mood in {"past", "future"} or before.folded in words.speaking)
        return deed or token.before in words.ties

    def _joined(self, token: Token) -> bool:
        """Whether a hyphen joins a pronoun to the verb before it, or to what helps the one behind: "l-a reținut"."""
        hyphen = bool(self._words.enclitics) and self._reading.text[max(0, token.start - 1)] == "-"
        return hyphen or token.folded in self._words.perfects & self._words.genders.keys()

    def _is_definite(self, told: Told, at: int) -> bool:
        """Whether a noun has a definite article, one of its own, in a preposition or at its end."""
        token, endings = told.tokens[at], self._words.definite_endings
        known = token.folded in self._words.special["clubs"] and token.before in self._words.special["definite_cases"]
        if token.before in self._definite or token.before in self._words.fused or known:  # "Den Verein".
            return True
        if self._words.free_order and (token.before in self._words.joins or self._is_told_as_known(told, at)):
            return True  # "Переговори з фірмою": the only one that the article has told of.
        return bool(endings) and token.plain.endswith(endings)

    def _points_back(self, told: Told, at: int) -> bool:
        """Whether a word stands for something named before: a pronoun, or "the decision"."""
        token = told.tokens[at]
        if token.folded in self._words.articles and joining.is_article(told, at, self._words, self._governs):
            return False
        if token.stem in self._words.referring and token.before in self._naming.leading:
            return True
        return (self.leans(token) and not joining.is_completed(told, at, self._words)) or self._is_object(told, at)

    def _goes_on(self, told: Told) -> bool:
        """Whether a sentence opens with a part of something, or with a verb that has its subject in the one before."""
        opening = told.tokens[0].signs if told.tokens else frozenset[str]()
        return wording.PART in opening or (self._words.omits_subjects and not opening.isdisjoint(_BEING))

    def _is_object(self, told: Told, at: int) -> bool:
        """Whether a word is a pronoun before its verb, told by the verb's ending: "la autorizó"."""
        behind = told.tokens[at + 1 : at + 2] if told.tokens[at].folded in self._words.clitics else ()
        return any(one.text.lower().endswith(self._verb_ends) for one in behind)

    # Complexity: what a verb may be told by is asked one thing after the other.
    def _governs(self, told: Told, at: int) -> bool:
        """Whether a verb that tells or governs something stands at a place: what stands before it is no article."""
        verb = told.tokens[at] if at < len(told.tokens) else None
        if verb is None or verb.clause != told.tokens[at - 1].clause:
            return False
        if told.tokens[at - 1].folded in self._words.genders and not verb.signs.isdisjoint(_SPEECH):
            return False  # "Comme l'affirmait": what is said, nobody.
        if verb.folded not in self._words.perfects and joining.is_told_of(told.tokens, at, self._words):
            return False  # "Que l'offre était la plus élevée".
        timed = verb.mood in {"past", "future"} or verb.text.endswith(self._verb_ends)
        return (
            verb.folded in self._words.speaking
            or verb.folded in self._words.perfects
            or (timed and not verb.entities and not self._words.free_order)
            or any(sign.startswith(wording.GOVERNS) for sign in verb.signs)
        )

    def _body(self, recent: list[list[int]], noun: Token) -> int | None:
        """The body that a noun stands for: the last one named, of those that the article calls so where it does.

        Of no two nouns for different bodies, "the union" and "the company", one stands for the other's.
        """
        called = self._naming.bodies.get(noun.stem, frozenset())
        for named in recent[: -_SENTENCES_BACK - 1 : -1]:
            known = [number for number in named if number < self.cast.named and (not called or number in called)]
            fits = partial(bodies.may_be_body, self._naming, noun=noun, told=self._nouns_of)
            fit = [one for one in known if called or fits(one)]
            if (body := next(filterfalse(self._naming.is_placed, fit), next(iter(fit), None))) is not None:
                self._nouns_of[body] = noun
                return body
        return next(iter(called)) if len(called) == 1 else None
