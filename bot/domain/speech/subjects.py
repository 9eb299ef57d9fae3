"""Whose clause it is: the subject of a sentence, and the subject of a verb of speech in it."""

from bot.domain.speech.tokens import ACTORS, Part, Sentence, Token

_CLAUSE_OPENS = frozenset({Part.COMMA, Part.CONJUNCTION, Part.THAT, Part.COLON, Part.DASH})
_LISTED = frozenset({Part.COMMA, Part.CONJUNCTION})


def subject_of(row: Sentence) -> Token | None:
    """The first actor of a sentence that no preposition governs."""
    return next((token for token in row if token.part in ACTORS and not token.governed), None)


def subject_of_verb(row: Sentence, begin: int, verb: int, position: int) -> Token | None:
    """The subject of the verb of speech at `verb`, sought from `begin` to the quotation at `position`.

    The quotation before it stands for its own speaker, where the verb has no subject beside it.
    """
    at = verb - 1
    while at >= begin and (row[at].part == Part.AUXILIARY or row[at].word.endswith("ly")):
        at -= 1
    participle = row[verb].part == Part.PARTICIPLE
    if at >= begin:
        beside = _beside(row, begin, at, participle=participle)
        if beside is not None:
            return beside
    actors = [index for index in range(begin, verb) if row[index].part in ACTORS and not row[index].governed]
    if not actors:
        return _behind(row, begin, verb, position)
    if participle:
        return row[actors[0]]
    if row[at].part == Part.COMMA:
        return row[_parted(row, actors)]
    if row[at].part == Part.CONJUNCTION:
        return row[next((index for index in reversed(actors) if _opens_clause(row, begin, index)), actors[0])]
    return row[actors[-1]]


def _beside(row: Sentence, begin: int, at: int, *, participle: bool) -> Token | None:
    """The subject that stands right before its verb or before the relative pronoun or the "as" there."""
    before = row[at]
    if before.part in ACTORS:
        own = participle and at - 2 >= begin and row[at - 2].part == Part.COMMA  # ", with Ann Lee noting"
        return before if own or not before.governed else None
    if before.part == Part.RELATIVE:
        return next((token for token in reversed(row[begin:at]) if token.part in ACTORS), None)
    if participle and before.part == Part.PREPOSITION and at > begin and row[at - 1].part in ACTORS:
        return row[at - 1]  # "quoted Ann Lee as saying"
    return None


def _behind(row: Sentence, begin: int, verb: int, position: int) -> Token | None:
    """The subject after its verb, or the quotation before it."""
    after = next((t for t in row[verb + 1 : position] if t.part in ACTORS and not t.governed), None)
    joined = verb > begin > 0 and row[begin].part == Part.CONJUNCTION  # "... “...” and called it “...”"
    if row[verb].part == Part.PARTICIPLE or joined or (after is None and begin > 0):
        return row[begin - 1] if begin > 0 and row[begin - 1].part == Part.QUOTE else None
    return after


def _parted(row: Sentence, actors: list[int]) -> int:
    """The actor whom an insertion parts from the verb: "Ann Lee, who knew Bo Ray, said"."""
    followed = [index for index in actors if row[index + 1].part == Part.COMMA]
    return next((index for index in followed if row[index + 2].part not in ACTORS), actors[0])


def _opens_clause(row: Sentence, begin: int, actor: int) -> bool:
    """Whether an actor begins a clause, and is no part of a list."""
    opens = actor == begin or row[actor - 1].part in _CLAUSE_OPENS
    return opens and row[actor + 1].part not in _LISTED
