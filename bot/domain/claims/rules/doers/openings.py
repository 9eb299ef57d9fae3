"""What opens a clause without being who does it: a deed whose doer stands elsewhere, or a time before another deed."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, COND, GOVERNS, IS, PASSIVE, SOURCE, WAS
from bot.domain.claims.rules.cues.apposed import told_of_name
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, places_in

_FUTURE = f"{GOVERNS}future"
_LED_WORDS, _FEWEST = 3, 2
# How many clauses a name or noun put in parts from the verb: "the owner, | Ann Holm, | sold it".
_APPOSED = 2
# How many words a relative clause opens with ("la mitad de los que"), and a number with what it counts.
_RELATED, _COUNTED, _OWNER_WORDS = 5, 2, 2
_HELPING = {PASSIVE, WAS, IS}
_DEMAND = f"{GOVERNS}demand"
_SUBORDINATING = {AFTER, BEFORE, CAUSE, COND}


def is_amount(token: Token, light: frozenset[str]) -> bool:
    """Whether a word is a number, a share or a day, which does nothing; a number of "people" is who does it."""
    counted = token.value is not None and token.after not in light
    return counted or token.share is not None or token.dated


def is_deed(claim: Clauses, pair: tuple[Token, int], told: Told, grammar: Grammar) -> bool:
    """Whether the first word that a sentence has of a claim's clause is what is done: "(said that he) will appeal"."""
    (token, place), words = pair, grammar.words
    if words.free_order and not token.entities:
        return told.tokens[place].mood in FINITE and not grammar.is_named(token)
    ahead = claim.tokens[max(0, claim.tokens.index(token) - 1)]
    to_come = ahead.clause == token.clause and _FUTURE in ahead.signs and bool(words.infinitives)
    return to_come and token.plain.endswith(words.infinitives)


def is_named_before(told: Told, doer: Token, clause: int) -> bool:
    """Whether a sentence names who does it before a clause too, maybe by a pronoun."""
    return any(told.tokens[at].clause < clause for entity in doer.entities for at in told.named.get(entity, ()))


def is_asked(told: Told, at: int) -> bool:
    """Whether a word stands behind a demand of its clause, as whom it is made of: "verlangt von der Bahn, dass"."""
    tokens = told.tokens
    return any(_DEMAND in token.signs for token in tokens[:at] if token.clause == tokens[at].clause)


def is_asked_only(told: Told, here: int, there: int) -> bool:
    """Whether what a word at a place is asked for is the deed at another: "die Stadt verlangt von der Bahn"."""
    tokens = told.tokens
    if _DEMAND not in tokens[there].signs or here < there or not is_asked(told, here):
        return False
    return any(AGENT in token.signs for token in tokens[max(there, here - _LED_WORDS) : here])


def names_speaker(told: Told, clause: int) -> bool:
    """Whether a clause is only the name behind a word of speech: "said the mayor, | Ann Holm"."""
    inside = [token for token in told.tokens if token.clause == clause and token.content]
    before = [token for token in told.tokens if token.clause == clause - 1 and token.signs & SPEECH]
    return bool(before) and all(token.entities for token in inside)


def goes_on(told: Told, inside: Sequence[int], matched: frozenset[int], grammar: Grammar) -> bool:
    """Whether a clause opens with a time and goes on with another deed: "after the storm and dismissed him"."""
    joined = _joined_behind_time(told.tokens, inside, grammar)
    return joined is not None and joined in matched


def told_as_time(aligned: Aligned, grammar: Grammar) -> str:
    """Who does it in a claim and only tells when in the sentence: "after the storm and dismissed him"."""
    tokens = aligned.told.tokens
    for clause in {token.clause for token in aligned.tokens}:
        (doer, here), *deeds = aligned.pairs_of(clause) or [(aligned.tokens[0], 0)]
        inside = [at for at in places_in(tokens, tokens[here].clause) if tokens[at].content]
        joined = _joined_behind_time(tokens, inside, grammar) if inside and deeds else None
        if joined is not None and here < joined and joined in [at for _, at in deeds]:
            return f"gives to another what is done: {doer.text}"
    return ""


def _joined_behind_time(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> int | None:
    """Where a deed stands behind a joining word in a clause that opens with a time of no other deed."""
    opening = tokens[places_in(tokens, tokens[inside[0]].clause)[0]]
    joined = next((at for at in inside if tokens[at].before in grammar.words.joins), None)
    if joined is None or not opening.signs & {AFTER, BEFORE} or tokens[joined].mood not in FINITE:
        return None
    return None if any(tokens[at].mood in FINITE for at in inside if at < joined) else joined


def speaker_of(claim: Clauses, aligned: Aligned, clause: int, grammar: Grammar) -> list[tuple[Token, int]]:
    """Who alone says in the clause before what a claim's clause tells, and where the sentence has them; [] for nobody.

    "The council said | that it had warned the mayor" turns "the mayor said that he had warned the council" round.
    """
    pairs = aligned.pairs_of(clause - 1)
    if len(pairs) != 1 or claim.openers[clause] not in grammar.complements:
        return []
    return pairs if any(token.signs & SPEECH for token in claim.tokens if token.clause == clause - 1) else []


def is_source(tokens: Sequence[Token], name: Token) -> bool:
    """Whether a word for a source stands right behind a name: "Ann Holm zufolge"."""
    behind = tokens[tokens.index(name) + 1 :] if name.entities else ()
    following = next((token for token in behind if not token.entities & name.entities), name)
    return SOURCE in following.signs and following.clause == name.clause


def is_told_aside(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause is a relative one behind a comma, or behind one and a word: ", algo que Ana descarta"."""
    if not clause or told.clauses.openers[clause] not in grammar.relatives:
        return False
    before = [told.tokens[at] for at in places_in(told.tokens, clause - 1)]
    joins = grammar.words.joins | grammar.words.joining
    alone = clause > 1 and len(before) == 1 and before[0].folded not in joins
    return "," in told.clauses.marks[clause - alone : clause + 1]


def is_told_of(told: Told, away: int, home: int, taken: Sequence[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether only a noun is taken of a clause, of which a relative clause behind it tells: "the ring that X lost"."""
    if (away == home + 1 and _is_participle(told, away, grammar)) or _is_description(told, away, home):
        return True
    opening = places_in(told.tokens, home)[:_RELATED]
    if home != away + 1 or not any(told.tokens[at].folded in grammar.relatives for at in opening):
        return False
    inside = places_in(told.tokens, away)
    if any(told.tokens[at].signs & SPEECH or governs(told.tokens[at]) for at in inside):
        return False  # "Ana told Luis that Marta won."
    return _is_ending(told.tokens, inside, [place for _, place in taken if place in inside], grammar)


def is_done_before(told: Told, deed: int, home: int, grammar: Grammar) -> bool:
    """Whether a deed stands in a clause before another, and is no noun that this tells of.

    "It rests on a report | that Ann Holm ordered": she ordered a report.
    """
    away = told.tokens[deed].clause
    led = told.tokens[places_in(told.tokens, home)[0]].folded in grammar.relatives  # Not "half of which she pays".
    return away < home and not (led and is_told_of(told, away, home, [(told.tokens[deed], deed)], grammar))


def _is_description(told: Told, away: int, home: int) -> bool:
    """Whether a clause only tells what the one is whom the next names: "A spokesman for us, | Ann Lee, | said"."""
    if home != away + 1 or told.clauses.marks[home : home + 2] != [",", ","]:
        return False
    name = [token for token in told.tokens if token.clause == home]
    plain = not any(token.mood or token.signs for token in told.tokens if token.clause == away)
    return plain and all(token.entities and token.text[0].isupper() for token in name)


def _is_ending(tokens: Sequence[Token], inside: Sequence[int], places: Sequence[int], grammar: Grammar) -> bool:
    """Whether a clause ends in a noun alone that stands at the places, or in a number and what it counts."""
    if list(places) != [at for at in inside if tokens[at].content][-len(places) :]:
        return False
    counted = len(places) == _COUNTED and tokens[places[0]].value is not None  # "4 millones, la mitad de los que".
    return counted or (len(places) == 1 and grammar.is_named(tokens[places[0]]))


def _is_participle(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause between commas opens with a preposition and ends in a participle: ", seit 2023 geschlossen,"."""
    inside = [told.tokens[at] for at in places_in(told.tokens, clause)]
    between = told.clauses.marks[clause : clause + 2] == [",", ","]
    done = between and inside[0].folded in grammar.words.ties and grammar.is_past_participle(inside[-1])
    verb = any(token.signs & {PASSIVE, WAS} or token.folded in grammar.perfects for token in inside)
    return done and not verb and told.clauses.openers[clause] not in grammar.relatives


def clauses_besides(doer: int, pairs: Sequence[tuple[Token, int]], told: Told, grammar: Grammar) -> set[int]:
    """The clauses from which a claim takes more than a day, besides that of who does it and what is told of them."""
    found = {told.tokens[place].clause for token, place in pairs if not token.dated} - {told.tokens[doer].clause}
    return found - told_of_name(told, doer, grammar) if found else found


def is_count(pairs: Sequence[tuple[Token, int]]) -> bool:
    """Whether a number right before the word that it counts opens a claim's clause, as in the sentence."""
    if len(pairs) < _FEWEST or pairs[0][0].value is None:
        return False
    (_, here), (noun, there) = pairs[:_FEWEST]
    return here + 1 == there and is_plain(noun)


def opens_clause(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun without an article, in a language that puts it at its end, opens what a verb tells of it."""
    token, endings = tokens[at], grammar.words.definite_endings
    if not endings:
        return False
    first = at - (at > 0 and tokens[at - 1].folded in grammar.words.joins)  # "Dar firma cerea".
    told = any(grammar.is_over(other) or governs(other) for other in tokens[at + 1 : at + 2])
    opens = told and tokens[first - 1].clause < token.clause and is_plain(token)
    return opens or (not at and token.plain.endswith(endings))


def leaves_out(told: Told, away: int, home: int, grammar: Grammar) -> bool:
    """Whether a clause opens with its verb and leaves out who does it, who is nobody told of only behind it.

    "Aveva chiesto il sei per cento; l'azienda ha offerto il quattro": the firm did not ask.
    """
    if away > home or told.clauses.marks[away + 1] != ";" or not grammar.words.omits_subjects:
        return False
    opening = next((token for token in told.tokens if token.clause == away), None)
    return opening is not None and grammar.is_over(opening)


def is_of_apposed(aligned: Aligned, away: int, home: int, grammar: Grammar) -> bool:
    """Whether a clause goes on behind a name or noun put in, with one of whom the claim takes nothing.

    "It was begun by Ann Holm after her husband, a nurse, had lost his job": she lost none.
    """
    told, doer = aligned.told, away - _APPOSED
    if doer <= home or told.clauses.marks[away - 1 : away + 1] != [",", ","]:
        return False
    ahead = [at for at, token in enumerate(told.tokens) if doer <= token.clause < away]
    if not any(told.tokens[at].signs & _SUBORDINATING for at in (ahead[0], ahead[0] - 1)):
        return False  # "After her husband, ...", "dopo | che il marito, ...".
    if any(grammar.is_over(told.tokens[at]) or told.tokens[at].mood in FINITE for at in ahead):
        return False
    content = [at for at in ahead if told.tokens[at].content]
    return bool(content) and aligned.matched.isdisjoint(content)


def is_object_relative(told: Told, patient: int, doer: int, grammar: Grammar) -> bool:
    """Whether a relative clause opens with who does it, to what stands before that: "que la pluie a abîmés"."""
    clause = told.tokens[doer].clause
    if clause != told.tokens[patient].clause + 1 or told.clauses.openers[clause] not in grammar.relatives:
        return False
    opening = next((at for at in places_in(told.tokens, clause) if told.tokens[at].content), None)
    article = told.tokens[doer].before
    sure = not grammar.brackets or article in grammar.words.nominative
    return opening == doer and sure and article in grammar.definite - {""}


def does_behind_relative(claim: Clauses, doer: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a claim has somebody do to a thing what opens a relative clause: "el análisis que había pedido Ana".

    What is said of a thing and of one of people, a person does, where nothing marks them as whom it is done to.
    """
    clause, opens = doer.clause, grammar.relatives | grammar.words.twofold
    if not clause or deed.clause != clause or claim.openers[clause] not in opens:
        return False
    ahead = [token for token in claim.tokens if token.content and token.start < deed.start][-1:]
    marked = any(one.folded in grammar.words.objects for one in claim.tokens if deed.start < one.start < doer.start)
    if marked or not ahead or ahead[0].clause == clause:
        return False
    return _is_somebody(doer, grammar) and not _is_somebody(ahead[0], grammar)


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    """Whether a word names a person or tells what one is."""
    return grammar.is_person(token) or grammar.is_role(token)


# Complexity: what opens a clause tells whose it is, each opening otherwise.
def is_told(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause tells of nothing before it: somebody says it, or it has who does it: "que l'offre était"."""
    inside = [token for token in told.tokens if token.clause == clause]
    said = not told.clauses.marks[clause] and told.clauses.openers[clause] in grammar.complements
    if said and [token for token in told.tokens if token.clause == clause - 1 and token.signs & SPEECH]:
        return True  # "Told the council that the clinic ...".
    if inside[2:] and inside[1].folded in grammar.words.accusative and inside[0].folded in grammar.definite:
        return False  # "Der den Ball abwehrte": "der" does it.
    if inside[1:] and (inside[1].entities or inside[1].before in grammar.definite):
        return True
    return bool(inside[3:]) and inside[2].before in grammar.definite and grammar.is_over(inside[3])


def governed_last(tokens: Sequence[Token], places: list[int], grammar: Grammar) -> set[int]:
    """The last word of a clause right behind its verb, where order tells nothing: "похвалив медсестру"."""
    last = places[-1] if grammar.words.free_order and len(places) > 1 else 0
    governed = last and tokens[last].content and not tokens[last].mood and tokens[last - 1].mood in FINITE
    return {last} if governed and is_plain(tokens[last]) else set()


def is_taken(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a claim takes what a relative clause says, which has nobody of its own."""
    if is_told(aligned.told, clause, grammar):
        return False
    return bool([1 for one, at in aligned.pairs if aligned.told.tokens[at].clause == clause and not one.entities])


def is_ordered(told: Told, clause: int) -> bool:
    """Whether a clause tells before or after what another is: "dopo che", "after that" opens no relative one."""
    before = [token for token in told.tokens if token.clause == clause - 1]
    return bool(before) and bool(before[-1].signs & {BEFORE, AFTER})


def follows_pronoun(tokens: list[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a noun stands right behind a deed, and who does it before that in a pronoun: "she accused the pilots"."""
    words, at = grammar.words, there - 1
    while at > 0 and (tokens[at].folded in grammar.perfects or tokens[at].folded in words.clitics):
        at -= 1  # "Lei ha criticato i piloti", "ea i-a criticat".
    free = frozenset[str]() if grammar.brackets else words.anaphors - words.clitics - grammar.definite
    told = 0 <= at < there < here and (tokens[at].folded in words.subjects or tokens[at].folded in free)
    if not told or tokens[at].before in words.ties:
        return False
    between = tokens[there + 1 : here]
    return tokens[here].clause == tokens[there].clause and all(one.folded in grammar.definite for one in between)


def is_inverted(tokens: list[Token], here: int, there: int, grammar: Grammar) -> bool:
    """Whether a phrase opens a clause, and who does it stands right behind its deed: "Nach 2010 fährt die Bahn"."""
    first = next((at for at in places_in(tokens, tokens[there].clause) if tokens[at].content), there)
    article = tokens[there + 1 : here]
    beside = all(one.folded in grammar.definite for one in article) if article else bool(tokens[here].entities)
    return beside and first < there < here and (grammar.is_tied(tokens, first) or tokens[first].dated)


def has_doer_beside(aligned: Aligned, here: int, there: int, grammar: Grammar) -> bool:
    """Whether a word is of the phrase that opens its clause, and who does it stands right beside the deed.

    "After a collision of two ships the ferry sails", "Nach dem Zusammenstoß zweier Schiffe verkehrt die Fähre": the
    ships do not.
    """
    tokens = aligned.told.tokens
    if grammar.words.free_order or tokens[there].value is not None or grammar.is_named(tokens[there]):
        return False
    noun = _noun_beside(tokens, here, there, grammar)
    if not here + 1 < noun < len(tokens) or noun in aligned.matched or tokens[noun].clause != tokens[here].clause:
        return False
    first = next(at for at in places_in(tokens, tokens[here].clause) if tokens[at].content)
    named = not grammar.nouns or (tokens[noun].text[0].isupper() and tokens[there].text[0].islower())
    return named and _is_led(tokens, noun, grammar) and grammar.is_tied(tokens, first)


def has_doer_behind(aligned: Aligned, there: int, grammar: Grammar) -> bool:
    """Whether who does a joined deed stands right behind it, and a pronoun before: "y lo pagó el fabricante"."""
    tokens, clitics = aligned.told.tokens, grammar.words.clitics
    before, noun = tokens[max(0, there - _FEWEST) : there], there + _FEWEST
    if len(before) < _FEWEST or before[1].folded not in clitics or before[0].folded not in grammar.words.joining:
        return False
    led = noun < len(tokens) and tokens[noun - 1].folded in grammar.definite - grammar.words.ties
    return led and tokens[noun].content and noun not in aligned.matched and tokens[noun].clause == tokens[there].clause


def _noun_beside(tokens: list[Token], here: int, there: int, grammar: Grammar) -> int:
    """Where the noun stands that may do a deed right beside it: behind its article where the verb stands second."""
    if grammar.nouns:
        return there + 2
    return next((at for at in range(there - 1, max(here + 1, there - 1 - _FEWEST), -1) if tokens[at].content), 0)


def _is_led(tokens: list[Token], noun: int, grammar: Grammar) -> bool:
    """Whether a noun that is no time stands behind an article of who does it, which nothing ties."""
    article, words = tokens[noun - 1], grammar.words
    led = article.folded in grammar.definite | words.indefinite
    cased = article.folded in words.oblique | words.accusative
    tied = not grammar.nouns and article.before in words.ties | words.joins
    timed = tokens[noun].value is not None or tokens[noun].dated or tokens[noun].folded in words.durations
    return led and not (cased or tied or timed)


def may_be_subject(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word at a clause's beginning may be who does it: a noun with an article, or a name."""
    token = tokens[at]
    if token.before in grammar.words.ties or token.dated:
        return False
    if token.before in grammar.words.clitics and (token.signs or token.mood == "past"):
        return False  # "La acusó": a verb with its object.
    if grammar.words.free_order:
        return True  # Without articles any word that nothing ties may be who does it.
    noun = grammar.nouns and token.text[0].isupper()  # By its capital, where nouns have one.
    titled = not at and grammar.is_role(token) and any(map(grammar.is_person, tokens[1:2]))  # "Farmer Ann Lee".
    noun = noun or titled or bool(token.entities) or token.before in grammar.definite
    return noun or opens_clause(tokens, at, grammar)


def stands_alone(tokens: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether a clause's verb stands second where a relative clause ends in it: "die Mutter wurde entlassen"."""
    inside = [token for token in tokens if token.clause == clause] if grammar.brackets else []
    beside = pairwise(inside[:-1])
    return any(noun.text[0].isupper() and (verb.signs & _HELPING or verb.mood in FINITE) for noun, verb in beside)


def is_owner(told: Told, here: int, there: int, grammar: Grammar) -> bool:
    """Whether a sentence in the active names somebody only as whose a thing is: "the plan of the mayor"."""
    tokens = told.tokens
    if grammar.is_named(tokens[there]) or any(
        PASSIVE in token.signs for token in tokens[:here] if token.clause == tokens[here].clause
    ):
        return False
    before = [token for token in tokens[max(0, here - _OWNER_WORDS) : here] if token.clause == tokens[here].clause]
    return any(token.folded in grammar.of_words for token in before)


def is_time(token: Token, grammar: Grammar) -> bool:
    """Whether a word tells when, or counts what does: "two years later", "on Monday"."""
    words = grammar.words
    counts = token.folded in words.durations or token.after in words.durations
    return counts or token.dated or token.folded in words.later


def first_in(tokens: Sequence[Token], there: int, grammar: Grammar) -> int:
    """Where the clause of a place has its first word that says something but no time; the place where none before."""
    inside = (at for at in places_in(tokens, tokens[there].clause) if tokens[at].content)
    return next((at for at in inside if not is_time(tokens[at], grammar)), there)
