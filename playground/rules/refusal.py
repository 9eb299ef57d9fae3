"""What the REST API answers when it refuses: an HTTP status, Discord's own code, and the fault's place in the form."""

from playground.rules.state import JSON


class Refusal(Exception):  # noqa: N818 - it is what Discord answers, not a fault of ours.
    """A refused request.

    Args:
        status: the HTTP status.
        code: Discord's JSON error code.
        message: its sentence.
        errors: faults of a form by dotted path: (path, code, sentence).
    """

    def __init__(self, status: int, code: int, message: str, errors: list[tuple[str, str, str]] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors or []

    def body(self) -> JSON:
        """The answer's body, its form errors nested as Discord nests them."""
        body: JSON = {"message": self.message, "code": self.code}
        for path, code, sentence in self.errors:
            place = body.setdefault("errors", {})
            for key in path.split(".") if path else ():
                place = place.setdefault(key, {})
            place.setdefault("_errors", []).append({"code": code, "message": sentence})
        return body


def unauthorized() -> Refusal:
    """The token is wrong."""
    return Refusal(401, 0, "401: Unauthorized")


def missing_access() -> Refusal:
    """The bot does not see the channel."""
    return Refusal(403, 50001, "Missing Access")


def missing_permissions() -> Refusal:
    """The bot sees the channel but may not do that."""
    return Refusal(403, 50013, "Missing Permissions")


def unknown(what: str, code: int) -> Refusal:
    """There is no such thing."""
    return Refusal(404, code, f"Unknown {what}")


def unknown_channel() -> Refusal:
    """There is no such channel."""
    return unknown("Channel", 10003)


def unknown_guild() -> Refusal:
    """There is no such guild."""
    return unknown("Guild", 10004)


def unknown_message() -> Refusal:
    """There is no such message."""
    return unknown("Message", 10008)


def unknown_interaction() -> Refusal:
    """The interaction is unknown, or older than three seconds."""
    return unknown("interaction", 10062)


def invalid_form(*errors: tuple[str, str, str]) -> Refusal:
    """Fields of the body are not as they must be."""
    return Refusal(400, 50035, "Invalid Form Body", list(errors))
