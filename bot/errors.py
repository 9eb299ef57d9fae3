"""Every fault a user can meet, one tree; each error carries the sentence that the user reads.

    NutgrafError
    ├── UsageError                  exit 2    the call's words are off
    ├── ConfigurationError          exit 78   a setting is missing or wrong
    ├── UnreadableError             exit 65   the source is no article
    │   ├── PaywallError                      only a stub is given without paying
    │   ├── ConsentWallError                  a cookie or consent page stands before the article
    │   ├── LoginWallError                    a login page stands before the article
    │   ├── CaptchaError                      the site asks whether a human is there
    │   ├── AgeGateError                      the page asks for its readers' age
    │   ├── SoftNotFoundError                 the page says "not found" with status 200
    │   ├── SectionFrontError                 a home page or section front: many stories, no article
    │   ├── VideoPageError                    a video with a line or two of text
    │   ├── TooShortError                     too few words to be an article
    │   ├── UnsupportedTypeError              an image, an archive, a program: nothing to read
    │   └── ExtractionError                   the page could not be read within its limits
    ├── UnreachableError            exit 69   the source could not be fetched
    │   ├── AddressRefusedError               a private or otherwise forbidden address
    │   ├── HttpStatusError                   the site answered with an error status
    │   ├── SiteNotFoundError                 no site has that name
    │   ├── FetchTimeoutError                 the site was too slow
    │   └── TooLargeError                     the page is larger than the limit
    ├── EngineError                 exit 69   a model could not write a draft
    │   ├── ModelUnavailableError             connection, time-out, 5xx, circuit open
    │   ├── ModelRefusedError                 a refusal or a content filter
    │   ├── ModelAnswerError                  a broken answer
    │   │   ├── ModelCutError                 an answer that ran into its limit
    │   │   └── ModelEmptyError               an answer with nothing in it
    │   └── QuotaSpentError                   the account's quota is spent
    ├── LimitReachedError           exit 69   a cooldown or a daily limit
    │   └── BusyChannelError                  a channel has had its briefs of this minute
    ├── BusyError                   exit 69   others' pages are being read; it is tried again
    ├── BrokenOffError              exit 69   the work was broken off, for no fault of the source
    ├── StorageError                exit 69   the database did not answer
    ├── QueueAwayError              exit 69   the job engine did not answer
    └── DeliveryError               exit 69   Discord did not take an answer
        ├── GoneError                         what was to be answered is not there any more
        └── PassingRefusalError               Discord is busy or away: the same request is taken later

Foreign errors stop at the adapters. A sentence is built from the class's `template` and keyword arguments, so that
an edge that speaks another language can translate the template before it fills it.
"""

from enum import IntEnum
from typing import ClassVar

from bot.domain.values.usage import Usage

COPY = "There may be a copy in the Wayback Machine: {copy}"
"""What follows the sentence of an error whose page is gone; `Words.error` says it in other languages."""


PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""HTTP statuses with which a site says that it has trouble now, and not that a page is not there."""


class ExitStatus(IntEnum):
    """Exit statuses of the command line, after sysexits.h."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    NO_ARTICLE = 65
    UNREACHABLE = 69
    CONFIGURATION = 78


class NutgrafError(Exception):
    """A fault with one clear sentence for the user.

    Args:
        template: overrides the class's sentence; `str.format` fields are filled from `fields`.
        fields: values for the template's fields, plain text.

    Attributes:
        usage: what calls to a model had cost by then.
        passes: whether the same may well succeed a little later, because nothing is wrong with the source itself. Such
            a fault is never the last word on a message that is owed an answer.

    A field `copy` is the address of a copy of what is gone; the sentence then ends with it.
    """

    template: ClassVar[str] = "Something went wrong."
    status: ClassVar[ExitStatus] = ExitStatus.UNEXPECTED
    usage: Usage = Usage()
    passes: bool = False

    def __init__(self, template: str | None = None, /, **fields: object) -> None:
        self.sentence_template = template or self.template
        self.fields = fields
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The sentence in English, its fields filled in."""
        said = self.sentence_template.format(**self.fields) if self.fields else self.sentence_template
        return f"{said} {COPY.format(**self.fields)}" if "copy" in self.fields else said


class UnexpectedError(NutgrafError):
    """A fault of the program's own, in the field `number` as the log has it."""

    template = "Something went wrong that should not have; its number in the log is {number}."
    passes = True


class UsageError(NutgrafError):
    """The call's words are off."""

    template = "I do not know that call; see --help."
    status = ExitStatus.USAGE


class ConfigurationError(NutgrafError):
    """A setting is missing or wrong."""

    template = "The configuration is not usable."
    status = ExitStatus.CONFIGURATION


class UnreadableError(NutgrafError):
    """The source was had, but it is no article."""

    template = "There is no article there that I could read."
    status = ExitStatus.NO_ARTICLE


class PaywallError(UnreadableError):
    """Only a stub is given without paying."""

    template = "The article is behind a paywall; only its first lines are public, so I did not summarise it."


class ConsentWallError(UnreadableError):
    """A cookie or consent page stands before the article."""

    template = "The site shows a cookie consent page instead of the article."


class LoginWallError(UnreadableError):
    """A login page stands before the article."""

    template = "The site asks for a login before it shows the article."


class CaptchaError(UnreadableError):
    """The site asks whether a human is there."""

    template = "The site asks to prove that a human is reading (a CAPTCHA), so I could not read the article."


class AgeGateError(UnreadableError):
    """The page asks for its readers' age before it shows anything."""

    template = "The site asks for the reader's age before it shows that page, so I could not read it."


class SoftNotFoundError(UnreadableError):
    """The page says "not found" with status 200."""

    template = "The site says that this page does not exist (any more)."


class SectionFrontError(UnreadableError):
    """A home page or section front: many stories, no article."""

    template = "That is a front page with many stories, not an article; give me the link of one story."


class VideoPageError(UnreadableError):
    """A video with a line or two of text."""

    template = "That page is a video with hardly any text, and I can only read text."


class TooShortError(UnreadableError):
    """Too few words to be an article."""

    template = "There is too little text there to be an article."


class UnsupportedTypeError(UnreadableError):
    """An image, an archive, a program: nothing to read."""

    template = "That is not a text that I can read; I read web pages, plain text and PDF."


class ExtractionError(UnreadableError):
    """The page could not be read within its limits of time, memory and nesting."""

    template = "The page is built in a way that I could not read safely."


class UnreachableError(NutgrafError):
    """The source could not be fetched."""

    template = "I could not reach that address."
    status = ExitStatus.UNREACHABLE
    passes = True


class AddressRefusedError(UnreachableError):
    """A private or otherwise forbidden address."""

    template = "I do not open that kind of address."
    passes = False


class SiteNotFoundError(UnreachableError):
    """No site has that name."""

    template = "I could not find that site; is the address right?"


class HttpStatusError(UnreachableError):
    """The site answered with an error status, in the field `code`."""

    template = "The site answered with an error (HTTP {code})."

    def __init__(self, template: str | None = None, /, **fields: object) -> None:
        super().__init__(template, **fields)
        self.passes = fields.get("code") in PASSING_STATUSES


class FetchTimeoutError(UnreachableError):
    """The site was too slow."""

    template = "The site took too long to answer."


class TooLargeError(UnreachableError):
    """The page is larger than the limit, in the field `limit_mb`, megabytes."""

    template = "The page is larger than the {limit_mb} MB that I read."
    passes = False


class EngineError(NutgrafError):
    """A model could not write a draft."""

    template = "The model could not write a brief."
    status = ExitStatus.UNREACHABLE


class ModelUnavailableError(EngineError):
    """Connection, time-out, 5xx, or the circuit is open. `retry_after` is the seconds that its server asks for."""

    template = "The model could not be reached."
    passes = True
    retry_after: float = 0.0


class ModelRefusedError(EngineError):
    """A refusal or a content filter."""

    template = "The model refused to write about this article."


class ModelAnswerError(EngineError):
    """An empty, cut or broken answer."""

    template = "The model's answer could not be used."


class ModelCutError(ModelAnswerError):
    """The answer ran into the limit of its length."""

    template = "The model's answer was cut off."


class ModelEmptyError(ModelAnswerError):
    """The answer had nothing in it."""

    template = "The model's answer was empty."


class QuotaSpentError(EngineError):
    """The account's quota is spent."""

    template = "The model's quota is spent."


class LimitReachedError(NutgrafError):
    """A cooldown or a daily limit."""

    template = "A limit of this server is reached; try again later."
    status = ExitStatus.UNREACHABLE


class BusyChannelError(LimitReachedError):
    """A channel has had its briefs of this minute: what is watched is answered later."""

    template = "That is enough for this minute here; try again in a moment."


class BusyError(NutgrafError):
    """Others' pages are being read, and the turn of this one did not come. The same request is taken later."""

    template = "I am busy with other pages just now; try again in a minute."
    status = ExitStatus.UNREACHABLE
    passes = True


class BrokenOffError(NutgrafError):
    """The work was broken off: its process ended, was stopped, or had no turn in time."""

    template = "The work on that was broken off; try again in a moment."
    status = ExitStatus.UNREACHABLE
    passes = True


class StorageError(NutgrafError):
    """The database did not answer."""

    template = "The database did not answer; try again in a moment."
    status = ExitStatus.UNREACHABLE
    passes = True


class QueueAwayError(NutgrafError):
    """The job engine did not answer."""

    template = "The queue of jobs did not answer; try again in a moment."
    status = ExitStatus.UNREACHABLE
    passes = True


class DeliveryError(NutgrafError):
    """Discord did not take an answer. `reason` is Discord's own word for it, "" where it gave none."""

    template = "Discord did not take my answer; try again in a moment."
    status = ExitStatus.UNREACHABLE
    reason: str = ""


class GoneError(DeliveryError):
    """The message or channel that an answer was for is not there any more, or the bot may not see it."""

    template = "That message is not there any more, or I may not see it."


class PassingRefusalError(DeliveryError):
    """Discord is busy, broken or away (429, 5xx, a lost connection): the same request is taken later."""

    passes = True


class ElsewhereError(Exception):
    """A page that is no article itself leads on to one. No user meets it: whoever reads follows it.

    Args:
        url: where it leads.
        otherwise: the fault of the page itself, where that cannot be followed.
    """

    def __init__(self, url: str, otherwise: NutgrafError) -> None:
        super().__init__(url, otherwise)
        self.url = url
        self.otherwise = otherwise
