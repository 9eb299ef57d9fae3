"""The other orders of a form's words where verbs stand second: words before the verb, a verb last in a clause.

"{a} erreicht {b}" is "{z} erreicht {a} {b}" behind words before the verb, and "{a} {b} erreicht" behind "dass".
"""

import re
from collections.abc import Mapping, Sequence

SLOT, EMPTY = re.compile(r"\{(\w)\??\}"), "?}"
# The slot of what stands before the verb, and where that stands second.
OPENING = "z"
_SECOND = 2
# What parts a form in which a clause follows, or sentences.
_PARTING = (",", ";")
# A pronoun for nobody, which stays behind its verb: "gibt es".
_IMPERSONAL = "es"


def opened(written: str) -> str:
    """A form with words before its verb, "" where that does not stand second: "{z} lebt {a} allein"."""
    parts = [part for part in written.split() if not part.endswith(EMPTY)]
    verb = _verb_of(parts)
    if not verb or len(parts) <= verb + 1:
        return ""
    first, behind = parts[:verb], parts[verb + 1 :]
    if behind[0] == _IMPERSONAL and verb == _SECOND:
        first, behind = [_IMPERSONAL, *first], behind[1:]
    first[-verb:] = [part if "{" in part else part.lower() for part in first[-verb:]]
    return " ".join((f"{{{OPENING}}}", parts[verb], *first, *behind))


def ended(written: str, particles: frozenset[str], reported: Mapping[str, str]) -> str:
    """A form with its verb last, as in a clause behind "dass"; "" for one that a clause follows.

    `particles` join a verb that they end: "fallen weg" is "wegfallen". `reported` are verbs in what somebody says.
    """
    parts = written.split()
    verb = _verb_of(parts)
    if not verb or len(parts) <= verb + 1 or any(part.endswith(_PARTING) for part in parts):
        return ""
    first, behind = parts[:verb], parts[verb + 1 :]
    if behind[0] == _IMPERSONAL and verb == _SECOND:
        first, behind = [_IMPERSONAL, *first], behind[1:]
    verbs = _told(parts[verb], reported)
    if behind and behind[-1] in particles:
        particle = behind.pop()
        verbs = [f"{particle}{word}" for word in verbs]
    return " ".join((*first, *behind, "/".join(verbs)))


def told(written: str, reported: Mapping[str, str]) -> str:
    """A form with its verb as in what somebody says, too: "{a} ist/sei {b}"; "" for one without such a verb."""
    parts = written.split()
    verb = _verb_of(parts)
    said = "/".join(_told(parts[verb], reported)) if verb else ""
    return " ".join((*parts[:verb], said, *parts[verb + 1 :])) if verb and said != parts[verb] else ""


def _told(verbs: str, reported: Mapping[str, str]) -> list[str]:
    return [one for word in verbs.split("/") for one in (word, reported.get(word)) if one]


def _verb_of(parts: Sequence[str]) -> int:
    """Where a form's verb stands behind its first slot, 0 where that is not sure: "{a} lebt", "Bei {a} fallen"."""
    slot = next((at for at, part in enumerate(parts[:_SECOND]) if SLOT.fullmatch(part)), None)
    if slot is None or len(parts) <= slot + 1 or "{" in parts[slot + 1] or "(" in parts[slot + 1]:
        return 0
    return slot + 1
