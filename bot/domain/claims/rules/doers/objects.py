"""Whom something is done to in a claim, and who does it in the sentence: "the nurses promised both clinics a bonus"."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells

_LED_WORDS, _FEWEST = 3, 2


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
    cased = doer.before in grammar.words.accusative | grammar.words.oblique
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
