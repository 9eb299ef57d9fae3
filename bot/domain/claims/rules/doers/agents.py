"""Who does what a passive tells does nothing else in a claim, and whom something is done to does it not.

"Attacked by a bear, the ranger needs two operations": the bear needs none.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, LESS, MORE, PASSIVE
from bot.domain.claims.rules.cues.apposed import told_of_name
from bot.domain.claims.rules.doers.objects import ended_by_passive
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, places_in, tells

_GIVEN = "gives to another what is done"
_LED_WORDS, _HELPING_WORDS = 3, 2
# How many words of who does it stand at most before whose they are: "les policiers à la recherche (d'un suspect)".
_OWNED = 2
# How many words of title a name has where it says something, and how many words before the verb of saying.
_TITLE_WORDS, _OPENING = 2, 2
# How many words behind "and" the helping verb of a passive stands: "and therefore was".
_JOINED_WORDS = 2


def agent_of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it in a claim in the active, "" where nothing does."""
    if claim.converse is not None or tells(claim.tokens, PASSIVE):
        return _led_by_another(claim, aligned)
    for clause in {token.clause for token in aligned.tokens}:
        (doer, here), *rest = aligned.pairs_of(clause) or [(aligned.tokens[0], -1)]
        if here < 0 or not any(is_plain(token) for token, _ in rest) or not _opens(claim, doer, grammar):
            continue
        if _is_done_to(aligned, doer, here, grammar):
            return f"turns round who does what: {doer.text}"
        elsewhere = any(_has_own_agent(aligned, here, place, grammar) for _, place in rest)
        if elsewhere or _does_another(claim, aligned, here, grammar):
            return f"{_GIVEN}: {doer.text}"
    return ""


def _led_by_another(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against who does it in a claim in the passive: a participle has another behind it in the sentence.

    "The insurer was ordered by the survey" for "the survey, ordered by the insurer".
    """
    led = next((token for token in claim.tokens if AGENT in token.signs), None)
    mine = [pair for pair in aligned.pairs_of(led.clause) if pair[0].start > led.start] if led is not None else []
    before = [pair for pair in aligned.pairs if led is not None and pair[0].start < led.start]
    if led is None or not before or not mine:
        return ""
    turned = before[-1][0].folded == led.before and _is_turned(aligned.told.tokens, mine, before[-1][1])
    return f"turns round who does what: {mine[0][0].text}" if turned or _is_only_owner(aligned, mine, before) else ""


def _is_turned(tokens: Sequence[Token], mine: Sequence[tuple[Token, int]], deed: int) -> bool:
    """Whether a deed has its own doer behind it in a sentence, and a claim's stand before it."""
    own = tells(tokens[deed + 1 : deed + 2], AGENT) and tokens[deed + 1].clause == tokens[deed].clause
    return own and max(place for _, place in mine) < deed


def _is_only_owner(aligned: Aligned, mine: Sequence[tuple[Token, int]], before: Sequence[tuple[Token, int]]) -> bool:
    """Whether a thing of a claim's passive is a doer's own in a sentence, which has another do the deed.

    "Challenged the ministry's decision" is not "the decision was challenged by the ministry".
    """
    at = mine[0][1]
    return aligned.told.tokens[at].owner and any(place == at + 1 for _, place in before[:-1])


def taken_by(aligned: Aligned, grammar: Grammar) -> list[Token]:
    """The words of a claim's clauses in a sentence, but for a passive joined behind them: "beat B and was praised"."""
    tokens, used = aligned.told.tokens, aligned.used
    inside = [token for token in tokens if token.clause in used]
    last, joining = max(aligned.matched, default=0), grammar.words.joining
    joins = [at for at, token in enumerate(tokens) if at > last and token.folded in joining and token.clause in used]
    passed = [at for at in joins if tells(tokens[at + 1 : at + 1 + _JOINED_WORDS], PASSIVE)]
    if not passed:
        return inside
    end = tokens[passed[0]]
    return [token for token in inside if token.start < end.start or token.clause != end.clause]


def agent_of_joined(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed done to who does another in a joined passive: "beat B and was praised by C"."""
    tokens = aligned.told.tokens
    if tells(claim.tokens, PASSIVE) or tells(claim.tokens, AGENT) or not tells(tokens, AGENT):
        return ""
    joined = next((at for at in range(len(tokens)) if _joins_passive(tokens, at, grammar)), len(tokens))
    deed = next((token for token, at in reversed(aligned.pairs) if 1 < at < joined and is_plain(token)), None)
    behind = [pair for pair in aligned.pairs if pair[1] > joined and deed is not None and pair[0].start > deed.start]
    for token, place in behind:
        if tells(tokens[max(joined, place - _LED_WORDS) : place], AGENT):
            return f"tells of another thing: {token.text}"
    return ""


def _joins_passive(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word joins what is done to somebody to what stands before it: "and was praised"."""
    behind = tokens[at + 1 : at + 1 + _JOINED_WORDS]
    return tokens[at].folded in grammar.words.joining and tells(behind, PASSIVE)


def owner_alone(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody do what the sentence tells of what is theirs: "his brother"."""
    tokens = aligned.told.tokens
    if grammar.words.free_order:
        return _pronoun_alone(claim, aligned, grammar)
    for clause in {token.clause for token in aligned.tokens}:
        (doer, here), *rest = aligned.pairs_of(clause) or [(aligned.tokens[0], 0)]
        if not here or not rest or min(place for _, place in rest) < here or _is_name(doer, tokens[here], grammar):
            continue
        head = _owned(tokens, here, grammar)
        if head is None or head in aligned.matched or not _is_subject(claim, doer, grammar):
            continue
        if not _speaks_for(tokens, head, doer if is_plain(doer) else tokens[here], grammar):
            return f"{_GIVEN}: {doer.text}"
    return ""


def _pronoun_alone(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same where a pronoun before a noun for somebody tells whose they are: "яку очолює його сестра"."""
    doer, here = aligned.pairs[0] if aligned.pairs else (claim.tokens[0], 0)
    tokens = aligned.told.tokens
    if doer is not aligned.tokens[0] or not doer.entities or not grammar.is_possessive(tokens[here]):
        return ""
    owned = here + 1 < len(tokens) and here + 1 not in aligned.matched and grammar.is_role(tokens[here + 1])
    return f"{_GIVEN}: {doer.text}" if owned and tokens[here + 1].clause == tokens[here].clause else ""


def _is_name(doer: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a claim names somebody, and the sentence does so too: not by their office, "the mayor's son"."""
    return not is_plain(doer) and not grammar.is_role(other)


def _speaks_for(tokens: Sequence[Token], head: int, owner: Token, grammar: Grammar) -> bool:
    """Whether what stands at a place may be told as its owner."""
    return stands_for_all(tokens[head], owner, grammar, few=is_counted(tokens, head))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _owned(tokens: Sequence[Token], here: int, grammar: Grammar) -> int | None:
    """Where the noun stands that opens a sentence's clause and of which a word tells whose it is; None for no such."""
    ties = grammar.of_words | grammar.words.within | grammar.genitives
    articles = grammar.definite | grammar.words.articles
    tie = here - 1 - (tokens[here - 1].folded not in ties and tokens[here - 1].folded in articles)
    gerund = tie > 0 and tokens[tie].plain.endswith(grammar.words.gerunds or "\0")  # "Officers hunting a thief".
    if tie < 1 or not (gerund or tokens[tie].folded in ties):
        return None
    inside = [at for at in places_in(tokens, tokens[here].clause) if at < here]
    said = [at for at in inside if tokens[at].content and tokens[at].value is None]
    if not said or len(said) > _OWNED or not _is_free_noun(tokens, said[0], here, grammar):
        return None
    small = grammar.words.ties | articles | grammar.genitives
    behind = [at for at in inside if at > said[0]]
    tied = all(tokens[at].folded in small or _is_tied_noun(tokens, at, said[0], grammar) for at in behind)
    return said[0] if tied else None


def _is_tied_noun(tokens: Sequence[Token], at: int, head: int, grammar: Grammar) -> bool:
    """Whether a word is tied to a noun at a place, or tells of it right behind: "officers looking for"."""
    token = tokens[at]
    if token.mood in FINITE or governs(token) or not token.content:
        return False
    describes = at == head + 1 and token.plain.endswith(grammar.words.gerunds or "\0")
    return describes or bool(grammar.tie_before(tokens, at))


def is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands right before a word."""
    return at > 0 and tokens[at - 1].value is not None


def _known(grammar: Grammar) -> frozenset[str]:
    """Articles of what is told as known, those in a preposition too: "rooms of the school", "aule della scuola"."""
    return grammar.definite | grammar.words.fused | grammar.genitives


def _is_free_noun(tokens: Sequence[Token], at: int, here: int, grammar: Grammar) -> bool:
    """Whether a word is a noun with an article and nothing ties it, or is counted and a part of what is known."""
    if is_counted(tokens, at) and tokens[here - 1].folded not in _known(grammar):
        return False  # "Four tons of cheese were sold": cheese was.
    bare = bool(grammar.describing_plurals) and not tokens[at].before  # "Critics of the dam".
    noun = bare or grammar.is_thing(tokens, at)
    return is_plain(tokens[at]) and noun and not grammar.tie_before(tokens, at)


def _is_subject(claim: Clauses, doer: Token, grammar: Grammar) -> bool:
    """Whether nothing but an article stands before a word in its clause of a claim."""
    ahead = [token for token in claim.tokens if token.clause == doer.clause and token.start < doer.start]
    return not doer.dated and all(token.folded in grammar.definite for token in ahead)


def stands_for_all(head: Token, owner: Token, grammar: Grammar, *, few: bool = False) -> bool:
    """Whether who or what is a body's own, or a part or measure of it, may be told as the whole.

    `few` is whether a number counts them: then only those who speak for it.
    """
    if few:
        return head.folded in grammar.words.officials
    if head.signs or head.stem in grammar.words.referring:
        return True
    body = head.stem in grammar.words.bodies | grammar.words.groups or head.folded in grammar.words.officials
    return body or (grammar.is_role(head) and not grammar.is_role(owner))


def doer_as_owner(aligned: Aligned, grammar: Grammar) -> str:
    """Whom a claim only tells as whose a thing is, and who takes it in the sentence: "Ann offered it, Bob took it".

    The claim has "Ann took the offer of Bob". "" where nobody is.
    """
    tokens = aligned.told.tokens
    people = [pair for pair in aligned.pairs if grammar.is_person(pair[0]) or _is_opening(tokens, pair, grammar)]
    for owner, there in people[1:]:
        doer, here = people[0]
        same = owner.entities & doer.entities or owner.clause != doer.clause
        if not same and owner.before in grammar.of_words and _takes(aligned, (doer, here), (owner, there), grammar):
            return f"{_GIVEN}: {doer.text}"
    return ""


def _is_opening(tokens: Sequence[Token], pair: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a sentence has a noun behind an article, as the first word of its clause that says something."""
    token, at = pair
    led = tokens[at].before in grammar.definite or tokens[at].before in grammar.words.articles
    if not led or not is_plain(token) or token.signs:
        return False
    return not any(one.content for one in tokens[:at] if one.clause == tokens[at].clause)


def _takes(aligned: Aligned, doer: tuple[Token, int], owner: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether somebody opens the clause of what a claim has another do, who is named in another clause."""
    (one, here), (other, there), tokens = doer, owner, aligned.told.tokens
    if tokens[there].clause == tokens[here].clause or tokens[there].folded in grammar.words.clitics:
        return False
    between = [(token, at) for token, at in aligned.pairs if one.start < token.start < other.start and is_plain(token)]
    deed = next((at for token, at in between if not grammar.is_named(token)), there)
    if deed <= there or tokens[deed].clause != tokens[there].clause or grammar.is_tied(tokens, there):
        return False
    return not any(token.content for token in tokens[there + 1 : deed] if not token.entities)


def agent_beside(mine: Token, aligned: Aligned, grammar: Grammar) -> Token | None:
    """Who does what a claim's passive tells, where the sentence tells it by a participle in a clause of its own.

    "The suit was brought by a club, | founded by Ann Holm": she founded it, and the club brought the suit. None where
    the deed is told otherwise.
    """
    tokens = aligned.told.tokens
    before = [pair for pair in aligned.pairs_of(mine.clause) if pair[0].start < mine.start and is_plain(pair[0])]
    place = next((place for token, place in reversed(before) if _may_be_done(token, grammar)), None)
    if place is None or not _may_be_done(tokens[place], grammar) or _helping(tokens, place) is not None:
        return None
    return _led_behind(tokens, place)


def _led_behind(tokens: Sequence[Token], place: int) -> Token | None:
    """Who does what stands at a place, told behind it in its clause: "founded in 1987 by Ann"; None for nobody."""
    behind = [at for at in places_in(tokens, tokens[place].clause) if at > place]
    leading = next((at for at in behind if AGENT in tokens[at].signs), len(tokens))
    return next((tokens[at] for at in behind if at > leading and tokens[at].content and tokens[at].value is None), None)


def _may_be_done(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be a participle: by its ending, where participles have one, else where no article stands."""
    return grammar.is_participle(token) if grammar.words.participles else not grammar.is_named(token)


def is_apposed(told: Told, noun: Token, place: int) -> bool:
    """Whether a name stands right behind a noun, or between commas behind its clause: "the governor, Ugo Steiner,"."""
    tokens = told.tokens
    if tokens[place].clause == noun.clause:
        return place > 0 and tokens[place - 1] is noun and tokens[place].text[0].isupper() and is_plain(noun)
    named = [token for token in tokens if token.clause == tokens[place].clause and token.content]
    return tokens[place].clause == noun.clause + 1 and all(token.entities & tokens[place].entities for token in named)


def is_cased(claim: Clauses, told: Told, first: tuple[Token, int], last: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether cases tell who does it to whom whatever the order: "den Bericht legte sie vor"."""
    other, behind = told.tokens[first[1]], told.tokens[last[1]]
    if {first[0].before, other.before} <= grammar.words.oblique:
        return True  # "Dem Vorstand wirft die Union vor".
    if first[0].signs & other.signs & {MORE, LESS}:
        return True  # "Fewer came in May", "in May a fifth fewer came": nobody does it.
    done_to = behind.clause == other.clause and behind.before in grammar.words.accusative
    return done_to or _is_predicate(claim, told, last[0], grammar)


def _is_predicate(claim: Clauses, told: Told, noun: Token, grammar: Grammar) -> bool:
    """Whether a word is of a noun without an article that opens a sentence before its copula and ends the claim.

    "Stärkste Kraft wurde die Union", "die Union wurde stärkste Kraft".
    """
    tokens, words = told.tokens, grammar.words
    if not grammar.brackets:
        return False
    verb = next((at for at, token in enumerate(tokens) if not token.content), 0)
    helps = verb and (tokens[verb].folded in words.copulas or PASSIVE in tokens[verb].signs)
    ending = claim.tokens[claim.tokens.index(noun) :]
    return bool(helps) and {token.folded for token in ending} <= {token.folded for token in tokens[:verb]}


def _is_done_to(aligned: Aligned, doer: Token, here: int, grammar: Grammar) -> bool:
    """Whether the sentence has a pronoun for whom another does it to: "Ele deu-lhe": she gave nothing."""
    tokens, clitics = aligned.told.tokens, grammar.words.clitics
    if tokens[here].folded not in clitics or doer.folded in clitics:
        return False
    ahead = [at for at in places_in(tokens, tokens[here].clause) if at < here and tokens[at].entities]
    return any(doer.entities.isdisjoint(tokens[at].entities) and not grammar.is_tied(tokens, at) for at in ahead)


def _does_another(claim: Clauses, aligned: Aligned, here: int, grammar: Grammar) -> bool:
    """Whether a word does what a passive tells, and the claim leaves that out."""
    tokens = aligned.told.tokens
    helping = _helping(tokens, here)
    if helping is None or not _is_led(tokens, here) or _takes_deed(claim, aligned, helping, grammar):
        return False
    return not (_takes_nearest(aligned, here, grammar) or told_of_name(aligned.told, here, grammar) & aligned.used)


def _opens(claim: Clauses, doer: Token, grammar: Grammar) -> bool:
    """Whether a word is the first of its clause that says something, and nothing ties it."""
    first = next((token for token in claim.tokens if token.clause == doer.clause and token.content), doer)
    return first is doer and not doer.dated and not grammar.is_tied(claim.tokens, claim.tokens.index(doer))


def _helping(tokens: Sequence[Token], at: int) -> int | None:
    """Where the verb stands that makes a passive of a word's clause, None in the active."""
    return next((place for place in places_in(tokens, tokens[at].clause) if PASSIVE in tokens[place].signs), None)


def _is_led(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition right before a word tells that it does what the passive tells."""
    return any(
        AGENT in other.signs and other.clause == tokens[at].clause for other in tokens[max(0, at - _LED_WORDS) : at]
    )


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _takes_deed(claim: Clauses, aligned: Aligned, helping: int, grammar: Grammar) -> bool:
    """Whether the claim has the deed behind a passive's helping verb, though it may be a verb of saying: "declared".

    Where verbs end their clause the deed is its last word: "wird vorerst von der Bahn gebracht".
    """
    tokens = aligned.told.tokens
    ended = ended_by_passive(tokens, max(helping - _LED_WORDS, 0), grammar)
    if ended is not None:
        return ended in aligned.matched or any(token.stem == tokens[ended].stem for token in claim.tokens)
    behind = [at for at in range(helping, len(tokens)) if tokens[at].content] or [helping]
    inside = [at for at in behind if tokens[at].clause == tokens[helping].clause] or behind
    deed = inside[-1] if grammar.brackets and tokens[inside[-1]].text[0].islower() else behind[0]
    if deed in aligned.matched or helping in aligned.matched:
        return True
    return any(token.stem == tokens[deed].stem and token.signs & SPEECH for token in claim.tokens)


def is_said_by(tokens: Sequence[Token], verb: int, speaker: int) -> bool:
    """Whether a verb of saying stands in the passive, and who says it behind it: "was declared unsafe by the mayor"."""
    helping = tokens[max(0, verb - _HELPING_WORDS) : verb]
    return tells(helping, PASSIVE) and tells(tokens[verb:speaker], AGENT)


def is_said_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word tells in the passive what is said of who stands before it: "Ann Holm is accused of lying"."""
    ahead = [token for token in tokens[max(0, at - _HELPING_WORDS) : at] if token.clause == tokens[at].clause]
    return tells(ahead, PASSIVE) and not tells(tokens, AGENT)


def _takes_nearest(aligned: Aligned, here: int, grammar: Grammar) -> bool:
    """Whether the claim has the participle right before who does it: "is brought by a bus paid for by the town"."""
    tokens = aligned.told.tokens
    leading = next(at for at in range(here - 1, -1, -1) if AGENT in tokens[at].signs)
    deed = next((at for at in range(leading - 1, -1, -1) if tokens[at].content), 0)
    mine = next((token for token, place in aligned.pairs if place == deed), None)
    return mine is not None and _may_be_done(tokens[deed], grammar) and not grammar.is_named(mine)


def _has_own_agent(aligned: Aligned, here: int, place: int, grammar: Grammar) -> bool:
    """Whether a passive of another clause tells by whom a deed is done, and the claim leaves them out."""
    tokens = aligned.told.tokens
    behind = tokens[place].clause > tokens[here].clause and not tokens[place].entities
    helping = _helping(tokens, place) if behind else None
    if helping is None or any(token.folded in grammar.words.joining for token in tokens[place + 1 : helping]):
        return False  # "Il relitto, lungo 26 metri, giace sul fondo ed è stato scoperto da Ugo".
    inside = (at for at in places_in(tokens, tokens[place].clause) if at > place and tokens[at].content)
    led = next((at for at in inside if _is_led(tokens, at)), None)
    return led is not None and led not in aligned.matched and tokens[led].value is None and not tokens[led].dated


def attribution(tokens: list[Token]) -> list[Token]:
    """A claim's last clause where that only tells who says the rest ("..., | said Karl Voss"), else all of it."""
    if not tokens or not tokens[-1].entities or not tokens[-1].clause:
        return tokens
    inside = [token for token in tokens if token.clause == tokens[-1].clause]
    plain = [token for token in inside if token.content and not token.entities and not token.signs & SPEECH]
    said = len(plain) <= _TITLE_WORDS and any(token.signs & SPEECH for token in inside[:_OPENING])
    return inside if said else tokens
