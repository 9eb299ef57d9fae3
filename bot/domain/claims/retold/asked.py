"""What is asked of an article in place of a role: other roles of the same person, or sentences with their name."""

from dataclasses import dataclass

NOT_CALLED_SO = "the article does not call them so"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that must stand: a role, or a sentence that has whose role it is for its subject.

    `deed` is the sentence's verb, which what proves it must have in this very form or not at all; "" for none.
    `told` are the words of a role that a sentence of a language's forms has, "" for a sentence of another make.
    `bearer` is of whom a role is asked, where it is another than whose role is to be proven. `beside` are words of
    which what proves it must have one, in any ending.
    """

    text: str
    sentence: bool = False
    deed: str = ""
    told: str = ""
    bearer: int | None = None
    beside: tuple[str, ...] = ()


def spoken(words: list[str]) -> str:
    """Words as a role, without the mark that stood behind the last."""
    return " ".join(words).rstrip(",;:").strip()
