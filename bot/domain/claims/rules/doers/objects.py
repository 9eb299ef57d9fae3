"""Whom something is done to in a claim, and who does it in the sentence: "the nurses promised both clinics a bonus".

And whom a passive tells that it is done to, as who does it, or who does it, as whom it is done to.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, IS, PASSIVE
from bot.domain.claims.rules.doers.alone import counts_times
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells

_LED_WORDS, _FEWEST = 3, 2
# How many words behind the one that says so may be of who does what a passive tells.
_DOER_WORDS = 4


def done_to(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does a thing right before it in the sentence, though the claim has it done to them and another do it."""
    if grammar.words.free_order or grammar.brackets or claim.converse is not None or tells(claim.tokens, PASSIVE):
        return ""
    tokens = aligned.told.tokens
    for clause in {token.clause for token in aligned.tokens}:
        pairs = aligned.pairs_of(clause)
        for (doer, here), (deed, there), (thing, where) in zip(pairs, pairs[1:], pairs[2:], strict=False):
            if not is_plain(deed) or here == where or not _is_object(claim, doer, deed, thing, grammar):
                continue
            between = tokens[where:there]
            beside = bool(between) and not any(_parts(token, grammar) for token in between[1:])
            if beside and _is_doer(aligned, where, there, grammar):
                return f"turns round who does what: {doer.text}, {thing.text}"
    return ""


def taken_up(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does it in a claim and is what a pronoun stands for in the sentence: "the bus failed, a workshop mended it".

    The claim has the bus mend a workshop.
    """
    if tells(claim.tokens, PASSIVE) or not aligned.pairs or not _may_do(claim, aligned.pairs[0][0], grammar):
        return ""
    (doer, here), *rest = aligned.pairs
    for (deed, there), (thing, where) in combinations([pair for pair in rest if pair[0].clause == doer.clause], 2):
        if not here < where < there or not is_plain(deed) or not _is_resumed(aligned, here, where, grammar):
            continue
        first, middle, last = (claim.tokens.index(token) for token in (doer, deed, thing))
        resumes = any(token.folded in grammar.words.clitics for token in claim.tokens[first + 1 : middle])
        if not resumes and not grammar.is_tied(claim.tokens, last):  # "L'autobus lo ha riparato un'officina."
            return f"turns round who does what: {doer.text}, {thing.text}"
    return ""


def _may_do(claim: Clauses, doer: Token, grammar: Grammar) -> bool:
    """Whether a claim's first noun may be who does it, by what stands before it."""
    cased = doer.before in grammar.words.accusative or doer.before in grammar.words.oblique
    ahead = [token for token in claim.tokens[: claim.tokens.index(doer)] if token.clause == doer.clause]
    return not cased and is_plain(doer) and all(token.folded in grammar.definite for token in ahead)


def _is_resumed(aligned: Aligned, here: int, where: int, grammar: Grammar) -> bool:
    """Whether a later clause than a word's opens with another noun and has a pronoun for whom it is done to."""
    tokens = aligned.told.tokens
    home = tokens[where].clause
    if tokens[here].clause >= home or not _opens_as_doer(aligned, where, grammar):
        return False
    return any(grammar.is_oblique_pronoun(tokens[at]) for at in places_in(tokens, home) if at > where)


def _opens_as_doer(aligned: Aligned, where: int, grammar: Grammar) -> bool:
    """Whether a noun with an article is the first of its clause that says something, and nothing ties it."""
    tokens = aligned.told.tokens
    first = next((at for at in places_in(tokens, tokens[where].clause) if tokens[at].content), None)
    noun = is_plain(tokens[where]) and not tokens[where].dated and tokens[where].value is None
    articles = grammar.definite | grammar.words.articles | grammar.words.indefinite
    led = tokens[where].text[0].isupper() if grammar.nouns else tokens[where].before in articles
    return first == where and noun and led and not grammar.is_tied(tokens, where)


def _parts(token: Token, grammar: Grammar) -> bool:
    """Whether a word before a deed tells that who stands before it does not do it: "la avería la vio Ana"."""
    return token.content or PASSIVE in token.signs or token.folded in grammar.words.clitics | grammar.reflexives


def _is_object(claim: Clauses, doer: Token, deed: Token, thing: Token, grammar: Grammar) -> bool:
    """Whether a claim has somebody do a thing right before another word, to which nothing ties it."""
    tokens = claim.tokens
    first, middle, last = tokens.index(doer), tokens.index(deed), tokens.index(thing)
    small = not any(token.content or token.folded in grammar.words.joins for token in tokens[middle + 1 : last])
    nouns = all(token.value is None and not token.dated for token in (doer, thing))
    named = doer.entities or grammar.is_named(doer)
    tied = grammar.is_tied(tokens, first) or grammar.is_tied(tokens, last, objects=False)
    return bool(small and nouns and named and not tied and not grammar.is_named(deed))


def _is_doer(aligned: Aligned, where: int, there: int, grammar: Grammar) -> bool:
    """Whether a noun or name stands free before a deed, in a clause that neither says nor relates."""
    told = aligned.told
    noun, deed = told.tokens[where], told.tokens[there]
    if noun.clause != deed.clause:
        return False
    opening = told.tokens[places_in(told.tokens, noun.clause)[0]]
    tied = grammar.is_tied(told.tokens, where) and not opening.signs & {AFTER, BEFORE}  # "After the board agreed".
    free = noun.content and not tied and noun.value is None and not noun.dated
    verb = not grammar.is_named(deed) and deed.mood != "" and not deed.signs & SPEECH
    return bool(free and verb and told.clauses.openers[deed.clause] not in grammar.relatives)


def done_by(aligned: Aligned, grammar: Grammar) -> Iterator[tuple[Token, list[Token]]]:
    """What is done in a sentence's passives, with or without a helping verb, and who does it: "led by X"."""
    tokens = aligned.told.tokens
    for at, token in enumerate(tokens):
        leads = at and AGENT in token.signs and token.clause in aligned.used and not counts_times(tokens, at + 1)
        leads = leads and not _is_doubled(tokens, at, grammar)
        deed = _deed_of(tokens, at, grammar) if leads else None
        if deed is not None and not tokens[deed].entities:
            doers = _doers_behind(tokens, at, deed)
            if doers:
                yield tokens[deed], doers


def _is_doubled(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition is only the first half of another, by which nobody does it: "de la", "de pe"."""
    behind = tokens[at + 1 : at + 2]
    return any(one.folded in grammar.words.ties - grammar.definite and AGENT not in one.signs for one in behind)


def does_by_agent(aligned: Aligned, here: int, there: int, grammar: Grammar) -> bool:
    """Whether a participle without a helping verb leads to who does it: "the test, requested by the rider"."""
    tokens = aligned.told.tokens
    if tokens[here].clause != tokens[there].clause or here <= there or AGENT not in tokens[there + 1].signs:
        return False
    if grammar.brackets:
        return False  # "Er verlangt von Ada": a finite verb may look like one.
    led = (doers[:1] for deed, doers in done_by(aligned, grammar) if deed is tokens[there])
    return any(doers == [tokens[here]] for doers in led)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _deed_of(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where what is done stands of a passive that a word at a place tells the doer of, None where there is none."""
    inside = places_in(tokens, tokens[at].clause)
    helped = next((place for place in inside if place < at and PASSIVE in tokens[place].signs), None)
    if helped is not None and grammar.brackets and inside[-1] > at:
        last = inside[-1] if grammar.nouns else _last_done(tokens, [one for one in inside if one > at], grammar)
        # "Wurde vom Rat abgelehnt", "ist vom Rat abgelehnt worden".
        return last if tokens[last].content else ended_by_passive(tokens, at, grammar)
    if helped is None and grammar.brackets:
        return ended_by_passive(tokens, at, grammar)
    place = at - 1
    while helped is not None and place > helped and _is_day(tokens[place], grammar):
        place -= 1  # "Was rejected on Monday by the council."
    if helped is not None and not _may_be_done(tokens, place, grammar, helped=True):
        place = _before_place(tokens, (helped, place), at, grammar)
    if helped is None and grammar.is_participle(tokens[inside[0]]):
        place = inside[0]  # "The project, funded with a million by the state, ...".
    return place if _may_be_done(tokens, place, grammar, helped=helped is not None) else None


def ended_by_passive(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the deed stands that ends a word's clause, right before what makes it a passive: "abgelehnt worden sei"."""
    inside = [place for place in places_in(tokens, tokens[at].clause) if place > at] if grammar.brackets else []
    helping = next((place for place in inside[1:] if _makes_passive(tokens[place])), None)
    ended = helping is not None and not any(tokens[place].content for place in inside if place > helping)
    return helping - 1 if helping is not None and ended and tokens[helping - 1].text[0].islower() else None


def _makes_passive(token: Token) -> bool:
    """Whether a word makes a passive, and does not only tell how something is: "worden", not "sind"."""
    return PASSIVE in token.signs and IS not in token.signs


def _last_done(tokens: Sequence[Token], behind: Sequence[int], grammar: Grammar) -> int:
    """The last of some words that may be a participle, else the last: "is door de raad verworpen na een debat"."""
    done = [at for at in behind if grammar.is_participle(tokens[at]) and not grammar.is_named(tokens[at])]
    free = [at for at in done if grammar.is_past_participle(tokens[at]) and not grammar.is_tied(tokens, at)]
    return [*behind[-1:], *done, *free][-1] if done != behind[-1:] else behind[-1]


def _before_place(tokens: Sequence[Token], near: tuple[int, int], led: int, grammar: Grammar) -> int:
    """Where the deed stands before where it was done: "was cheated | in Selby by two men"; `near` without one.

    `near` is where the helping verb stands, and the word before the one that leads to who does it.
    """
    helped, last = near
    of_one = {token.folded for token in tokens[led + 1 : led + 2]} & (grammar.words.articles | grammar.words.indefinite)
    if tokens[led].folded in grammar.of_words and not of_one:
        return last  # "Vu dans une maison de campagne".
    said = [at for at in range(helped + 1, last + 1) if tokens[at].content and not _is_day(tokens[at], grammar)]
    tied = len(said) > 1 and grammar.is_tied(tokens, said[1])
    return said[0] if tied and all(grammar.is_tied(tokens, at) or at - 1 in said for at in said[2:]) else last


def _may_be_done(tokens: Sequence[Token], at: int, grammar: Grammar, *, helped: bool) -> bool:
    """Whether a word may be a deed: neither counted, "420 av de anställda", nor a noun, "due bambini dal fiume".

    Nor what somebody has done, where no verb that makes a passive helps: "ha ricevuto dalla Regione".
    """
    if not helped and tokens[at].before in grammar.words.perfects:
        return False
    counted = tokens[at].value is not None or (at > 0 and tokens[at - 1].value is not None)
    noun = grammar.is_named(tokens[at]) or (grammar.nouns and tokens[at].text[0].isupper())
    helped = at > 0 and PASSIVE in tokens[at - 1].signs
    ends = helped or not grammar.words.participles or grammar.is_participle(tokens[at])
    return tokens[at].content and not counted and not noun and ends  # "Va scuti fabrica de impozit."


def _is_day(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a day, also one that mostly is another word, or says nothing."""
    return token.dated or not token.content or token.folded in grammar.words.undated


def _doers_behind(tokens: Sequence[Token], at: int, deed: int) -> list[Token]:
    """The words behind one that says who does what stands at `deed`; before a verb that ends its clause one phrase.

    "Wurde von Direktor Paul Strand im Stadion geehrt": the director, Paul and Strand, not the stadium.
    """
    inside = places_in(tokens, tokens[at].clause)
    behind = [place for place in inside if place > at and place != deed and tokens[place].content][:_DOER_WORDS]
    if deed > at:
        ends = (n for n in range(1, len(behind)) if behind[n] != behind[n - 1] + 1 or not tokens[behind[n]].entities)
        behind = behind[: next(ends, len(behind))]
    return [tokens[place] for place in behind]


def is_between(claim: Clauses, words: tuple[Token, Token, Token], grammar: Grammar) -> bool:
    """Whether a plain word or, in "hatte die Ida gekauft", a named thing stands between two who may do something.

    One of those is a name, or neither a number nor a day.
    """
    first, token, last = words
    if not (first.entities or last.entities or (is_plain(first) and is_plain(last))):
        return False
    if is_plain(token):
        return True
    named = grammar.brackets and token.entities and not grammar.is_person(token)
    return bool(named) and not grammar.is_tied(claim.tokens, claim.tokens.index(token))


def is_undergone(claim: Clauses, speaker: Token, deed: Token) -> bool:
    """Whether a deed is what somebody says was done to something: "Holm said that the shed was searched"."""
    before = [token for token in claim.tokens if speaker.start < token.start < deed.start]
    helped = any(PASSIVE in token.signs for token in before if token.clause == deed.clause)
    return helped and any(token.signs & SPEECH and token.clause == speaker.clause for token in before)


def is_led(claim: Clauses, words: tuple[Token, Token, Token], grammar: Grammar) -> bool:
    """Whether a claim has the last of three words do to the first what the participle between tells: "sold by Ann"."""
    return any(words[0] is thing and words[1] is deed for thing, deed, _ in _led(claim.tokens, grammar))


def led_by_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What the claim says is done by somebody, and does it to them in the sentence: "the town sold by the hotel"."""
    told, place_of = aligned.told.tokens, {id(token): place for token, place in aligned.pairs}
    for words in _led(claim.tokens, grammar):
        thing, deed, doer = (place_of.get(id(token)) for token in words)
        if thing is None or deed is None or doer is None or grammar.is_tied(told, doer):
            continue
        passive = tells([told[at] for at in places_in(told, told[deed].clause)], PASSIVE)
        tied = any(AGENT in token.signs for token in told[max(0, thing - _LED_WORDS) : thing])
        within = told[thing].clause == told[deed].clause  # Not "data that the town sold".
        if (tied and grammar.is_tied(told, thing)) if passive else (within and thing < deed < doer):
            return f"turns round who does what: {words[0].text}, {words[2].text}"
    return ""


def _led(tokens: Sequence[Token], grammar: Grammar) -> Iterator[tuple[Token, Token, Token]]:
    """What a participle right behind it is said of, that participle, and the noun or name of who did it behind."""
    for at, token in enumerate(() if grammar.brackets else tokens[:-1]):
        if at < _FEWEST or AGENT not in token.signs:
            continue
        thing, deed, behind = tokens[at - 2], tokens[at - 1], tokens[at + 1 :]
        ends = grammar.is_participle(deed) if grammar.words.participles else deed.mood == "past"
        doer = next((one for one in behind if one.content and one.clause == deed.clause), None)
        if ends and thing.content and thing.clause == deed.clause and doer is not None and doer.value is None:
            yield thing, deed, doer


# Complexity: the conditions of one reading, each a cheap way out before the next.
def undergoer_as_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in an active claim what a sentence has done to them; "" if nothing does."""
    if tells(claim.tokens, PASSIVE) or not tells(aligned.told.tokens, PASSIVE):
        return ""
    pairs, ends = (
        [(token, aligned.told.tokens[at]) for token, at in aligned.pairs],
        grammar.words.special["object_ends"],
    )
    for done, doers in done_by(aligned, grammar):
        deed = next((token for token, other in pairs if other is done), None)
        doer = next((token for token, other in pairs if other is doers[0] and token.folded == other.folded), None)
        undergoer = _undergoer(aligned, done, grammar)
        if deed is None or doer is None or undergoer is None or deed.mood != "past":
            continue
        turned = undergoer.start < doer.start or doer.folded.endswith(tuple(ends))
        if turned and _fits_verb(undergoer, deed, grammar):
            return f"turns round who does what: {undergoer.text}, {doer.text}"
    return ""


def _undergoer(aligned: Aligned, done: Token, grammar: Grammar) -> Token | None:
    """The first noun before a passive's verb that nothing ties, where a claim has it in that form; else None."""
    tokens, helping = aligned.told.tokens, aligned.told.tokens.index(done)
    while helping and PASSIVE not in tokens[helping].signs:
        helping -= 1
    inside = [at for at in places_in(tokens, done.clause) if at < helping and tokens[at].content]
    first = next((at for at in inside if not tokens[at].dated and not grammar.is_tied(tokens, at)), None)
    return next((token for token, at in aligned.pairs if at == first and token.folded == tokens[at].folded), None)


def _fits_verb(noun: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a noun may do it by the endings of the verb and of the noun: no "projekt przygotowało"."""
    pairs = (one.split("/") for one in grammar.words.special["never_subject"])
    return not any(deed.folded.endswith(verb) and noun.folded.endswith(end) for verb, end in pairs)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def agent_as_undergoer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim's passive of whom the sentence tells right behind "by" that they did it; "" if not.

    "The head was suspended by the board": no "the board was suspended".
    """
    if not aligned.pairs or not tells(claim.tokens, PASSIVE) or tells(claim.tokens, AGENT):
        return ""
    (first, place), *rest = aligned.pairs
    ahead = {token.folded for token in claim.tokens if token.start < first.start} - grammar.definite
    opens = first is aligned.tokens[0] and not first.dated and ahead.isdisjoint(grammar.words.ties)
    for done, doers in done_by(aligned, grammar) if opens else ():
        deed = next((token for token, at in rest if aligned.told.tokens[at] is done), None)
        if deed is not None and aligned.told.tokens[place] is doers[0] and _helps(claim, deed):
            return f"turns round who does what: {first.text}"
    return ""


def _helps(claim: Clauses, deed: Token) -> bool:
    """Whether a verb that makes a passive stands before a claim's deed, in its clause."""
    return any(PASSIVE in one.signs and one.clause == deed.clause and one.start < deed.start for one in claim.tokens)
