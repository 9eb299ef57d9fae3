"""Answers a member who mentions the bot or writes to it in private: with a brief, or with why there is none."""

from bot.domain.chat.view import Text, View
from bot.errors import BusyError, NutgrafError, UnreachableError
from bot.messages.answering import Answering
from bot.messages.gathering import asker_of
from bot.messages.posts.gates import Stop, stopped_by
from bot.messages.posts.post import Heard, Trigger, look_into
from bot.messages.posts.refusals import refusal
from bot.ports import Delivery


async def answer_asker(
    answering: Answering, delivery: Delivery, heard: Heard, *, reads_messages: bool, patient: bool = True
) -> None:
    """Brief what the message holds, else what the message holds that it replies to.

    Raises:
        NutgrafError: a fault that passes, where `patient`: it is to be tried again. Whoever asked is told at once of a
            site that is away.
        DeliveryError: Discord does not take the answer.
    """
    post = heard.post
    own = heard.findings
    subject = heard.replied_to if own.is_empty and heard.replied_to is not None else post
    settings = await answering.settings_of(post)
    findings = own if subject is post else look_into(subject)
    # Whoever asks by name may ask about anybody's message: opting out is about being answered unasked.
    stop = stopped_by(subject, findings, settings, opted_out=frozenset(), trigger=Trigger.MENTION)
    if not heard.may_ask:
        stop = Stop.ROLE
    if stop is Stop.NOTHING and not reads_messages and not (post.texts and subject is post):
        # Discord hides the text of what does not mention the bot's account.
        stop = Stop.INTENT
    try:
        if stop is not None:
            raise refusal(stop, findings)
        await answering.asked(subject, findings, asker_of(post), to=post, links=own.fingerprint, patient=patient)
    except NutgrafError as error:
        if isinstance(error, BusyError) or (patient and error.passes and not isinstance(error, UnreachableError)):
            raise
        sentence = answering.words(post, settings).error(error)
        await delivery.reply(post.channel, post.id, View((Text(f"-# {sentence}"),)), nonce=f"n{post.id}")
