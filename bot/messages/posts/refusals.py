"""Why a message is not briefed, as errors that say so."""

from bot.domain.chat.links import host_of
from bot.domain.chat.view import escape
from bot.errors import NutgrafError, UnreadableError
from bot.i18n.marking import to_say
from bot.messages.posts.gates import Stop
from bot.messages.posts.post import Findings
from config import limits

HOW_TO_ASK = to_say("Give me a link, an article or a file with one; or mention me in a reply to a message that has it.")


def refusal(stop: Stop, findings: Findings) -> NutgrafError:
    """Why a gate stopped a message that somebody asked about."""
    if stop is Stop.NOTHING:
        return UnreadableError(HOW_TO_ASK)
    return UnreadableError(stop.template, **fields_of(findings))


def fields_of(findings: Findings) -> dict[str, object]:
    """What the sentence of a gate names."""
    domain = escape(host_of(findings.links[0].url)) if findings.links else ""
    name = escape(findings.unread[0].name) if findings.unread else ""
    return {"domain": domain, "name": name, "limit_mb": limits.PDF_BYTES // 1_000_000}
