"""A name server for tests: answers as it is told, whatever is asked."""

import socket

from aiohttp.abc import AbstractResolver, ResolveResult


class TurningResolver(AbstractResolver):
    """Answers each question with the next address of a list, as a hostile name server does; the last one stays.

    Without a list no name exists.
    """

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002  # The interface gives it.
    ) -> list[ResolveResult]:
        """The next address."""
        self.asked += 1
        if not self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        address = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        version = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=port, family=version, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing to close."""
