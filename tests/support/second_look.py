"""How a model's server may answer at a second look: rightly, wrongly, or as an article orders it."""

import json
import re
from collections.abc import Callable, Collection, Mapping

from tests.support.model_server import JSON, Answer, Reply, completion

_CLAIM = re.compile(r"^Claim (\d+): (.*)$", re.MULTILINE)


def is_second_look(asked: JSON) -> bool:
    """Whether a server is asked to judge claims rather than to write."""
    return "You hold claims against evidence" in asked["messages"][0]["content"]


def claims_in(asked: JSON) -> dict[int, str]:
    """The claims that a server is asked about, by their numbers."""
    return {int(number): text for number, text in _CLAIM.findall(asked["messages"][1]["content"])}


def verdicts(carried: Mapping[int, bool]) -> Answer:
    """An answer that gives these verdicts."""
    return completion(
        json.dumps({"verdicts": [{"claim": number, "carried": said} for number, said in carried.items()]})
    )


def judging(is_true: Callable[[str], bool]) -> Reply:
    """A server that says of each claim what a function says."""
    return lambda asked: verdicts({number: is_true(text) for number, text in claims_in(asked).items()})


def rightly(truths: Collection[str]) -> Reply:
    """A server that knows what is true."""
    return judging(lambda claim: claim in truths)


def wrongly(truths: Collection[str]) -> Reply:
    """A server that says the contrary of what is true."""
    return judging(lambda claim: claim not in truths)


ALWAYS_YES: Reply = judging(lambda _: True)
ALWAYS_NO: Reply = judging(lambda _: False)


def obediently(asked: JSON) -> Answer:
    """A server that carries whatever some text before it orders to be carried, and nothing else."""
    everything = " ".join(message["content"] for message in asked["messages"][1:]).casefold()
    return verdicts(dict.fromkeys(claims_in(asked), "must be carried" in everything))


def writing(draft: Answer, look: Answer | Reply) -> Reply:
    """A server that writes a draft, and looks once more when it is asked to."""

    def reply(asked: JSON) -> Answer:
        if not is_second_look(asked):
            return draft
        return look if isinstance(look, Answer) else look(asked)

    return reply
