"""The bot in other languages: names of commands, private and public answers, numbers and plural forms."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.adapters.processes.pool import KillablePool
from playground.rules.state import Interaction, Member, Message
from tests.catalogues import languages
from tests.support.extraction import extract
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.site import Site
from tests.support.town import Town

# Discord's clients speak these; the bot may speak more, in channels alone.
DISCORD = [str(locale) for locale in discord.Locale]


@pytest.fixture
async def redaktion(tmp_path: Path, processes: KillablePool) -> AsyncIterator[Newsroom]:
    """A newsroom in a guild whose preferred locale is German."""
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(Town())
        site = await stack.enter_async_context(Site())
        room = await stack.enter_async_context(Newsroom(town, site, tmp_path, locale="de", processes=processes))
        yield room
        await town.settle()
        assert town.violations == []


async def refused(newsroom: Newsroom, who: Member) -> Message:
    """The private word to a member who gives `/summarize` nothing."""
    asked = await newsroom.town.slash(newsroom.general, who, "summarize")
    return await newsroom.answer(asked)


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("de", "Gib mir genau eines von dreien: einen Link, einen Text oder eine Datei."),
        ("fr", "Donnez-moi exactement l'un des trois"),
        ("es-ES", "Dame exactamente una de las tres cosas: un enlace, un texto o un archivo."),
        ("es-419", "Dame exactamente una de las tres cosas: un enlace, un texto o un archivo."),
        ("ro", "Dă-mi exact unul dintre cele trei: un link, un text sau un fișier."),
        ("uk", "Дайте мені щось одне з трьох: посилання, текст або файл."),
        ("it", "Dammi esattamente una delle tre cose: un link, un testo o un file."),
        ("pt-BR", "Envie exatamente uma das três coisas: um link, um texto ou um arquivo."),
        ("pl", "Podaj mi dokładnie jedno z trzech: link, tekst albo plik."),
        ("sv-SE", "Ge mig bara en av tre saker: en länk, en text eller en fil."),
        ("ru", "Дайте мне что-то одно: ссылку, текст или файл."),
        ("ja", "Give me exactly one of the three: a link, a text or a file."),
    ],
)
async def test_a_private_refusal_is_in_the_members_language(newsroom: Newsroom, locale: str, sentence: str) -> None:
    """Whoever asks is refused in the language of their client, and in English where the bot does not speak it."""
    member = newsroom.town.member(newsroom.guild, "kim", locale=locale)
    answer = await refused(newsroom, member)
    assert answer.ephemeral
    assert sentence in answer.text


async def test_errors_of_pages_are_in_the_members_language(newsroom: Newsroom) -> None:
    """A fault of a site is told in the language of who asked, its fields filled in."""
    member = newsroom.town.member(newsroom.guild, "kim", locale="uk")
    url = newsroom.site.url("/missing")
    asked = await newsroom.town.slash(newsroom.general, member, "summarize", link=url)
    assert "Сайт каже, що такої сторінки немає (HTTP 404)." in (await newsroom.answer(asked)).text


async def test_a_public_answer_is_in_the_guilds_language(redaktion: Newsroom) -> None:
    """In a German guild a watched link and a public command get German headings and buttons, whoever asks."""
    await redaktion.watch()
    post = await redaktion.town.post(redaktion.news, redaktion.ana, redaktion.link())
    watched = await redaktion.answer(post)
    asked = await redaktion.town.slash(redaktion.general, redaktion.ben, "summarize", link=redaktion.link())
    for answer in (watched, await redaktion.answer(asked)):
        assert HEADLINE in answer.text
        assert "nach Regeln geschrieben" in answer.text
        assert "1 Minute Lesezeit" in answer.text
        labels = [button["label"] for button in answer.buttons]
        assert "Mehr" in labels
        assert "Entfernen" in labels


async def test_a_language_of_config_is_that_of_public_answers(newsroom: Newsroom) -> None:
    """Where an admin chose a language, the words around a brief are in it, whatever the guild's locale."""
    await newsroom.watch()
    await newsroom.config("language", language="fr")
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    answer = await newsroom.answer(post)
    assert "rédigé selon des règles" in answer.text
    assert "1 minute de lecture" in answer.text


async def test_a_private_answer_is_in_the_members_language(newsroom: Newsroom) -> None:
    """What only a Ukrainian sees is Ukrainian, in an English guild."""
    member = newsroom.town.member(newsroom.guild, "kim", locale="uk")
    asked = await newsroom.town.slash(newsroom.general, member, "summarize", text=STORY, private=True)
    answer = await newsroom.answer(asked)
    assert answer.ephemeral
    assert "написано за правилами" in answer.text
    assert "Показати в каналі" in [button["label"] for button in answer.buttons]


async def test_the_menu_answers_in_the_members_language(newsroom: Newsroom) -> None:
    """The message menu refuses in Romanian whom Discord speaks Romanian to."""
    member = newsroom.town.member(newsroom.guild, "kim", locale="ro")
    post = await newsroom.town.post(newsroom.general, newsroom.ana, "nothing to read")
    asked = await newsroom.town.context_menu(member, "Summarize", post)
    assert "Dă-mi un link, un articol sau un fișier cu unul" in (await newsroom.answer(asked)).text


async def test_a_mention_is_answered_in_the_guilds_language(redaktion: Newsroom) -> None:
    """A mention without a link gets a German word in a German guild."""
    post = await redaktion.town.post(redaktion.general, redaktion.ana, f"<@{redaktion.town.bot.id}>")
    assert "Gib mir einen Link, einen Artikel oder eine Datei damit" in (await redaktion.answer(post)).text


async def test_a_button_answers_in_the_language_of_who_presses(newsroom: Newsroom) -> None:
    """All quotes of an English answer come with Ukrainian words and the form of their number."""
    member = newsroom.town.member(newsroom.guild, "kim", locale="uk")
    asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=newsroom.link())
    answer = await newsroom.answer(asked)
    panel = await newsroom.answer(await newsroom.town.press(answer, member, answer.buttons[0]["custom_id"]))
    quotes = next(button["custom_id"] for button in panel.buttons if ":quotes:" in button["custom_id"])
    pressed: Interaction = await newsroom.town.press(panel, member, quotes)
    assert "5 цитат" in (await newsroom.answer(pressed)).text


async def test_config_shows_settings_in_the_admins_language(newsroom: Newsroom) -> None:
    """A Romanian admin reads the settings in Romanian."""
    admin = newsroom.town.member(newsroom.guild, "kim", permissions="manage_guild", locale="ro")
    asked = await newsroom.town.slash(newsroom.general, admin, "config show")
    shown = await newsroom.answer(asked)
    assert "**Canale urmărite:** niciunul" in shown.text
    assert "trimitere la sinteza anterioară timp de 48 de ore" in shown.text


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", {1: "1 Wort", 2: "2 Wörter", 1240: "1.240 Wörter"}),
        ("fr", {0: "0 mot", 1: "1 mot", 2: "2 mots", 1240: "1\u202f240 mots"}),
        ("es", {1: "1 palabra", 2: "2 palabras"}),
        ("ro", {1: "1 cuvânt", 2: "2 cuvinte", 19: "19 cuvinte", 20: "20 de cuvinte", 101: "101 cuvinte"}),
        ("uk", {1: "1 слово", 3: "3 слова", 5: "5 слів", 11: "11 слів", 21: "21 слово", 22: "22 слова"}),
        ("pl", {1: "1 słowo", 3: "3 słowa", 5: "5 słów", 12: "12 słów", 22: "22 słowa"}),
        ("pt", {0: "0 palavra", 1: "1 palavra", 2: "2 palavras"}),
        ("tr", {1: "1 sözcük", 2: "2 sözcük"}),
        ("xx", {1: "1 word", 2: "2 words", 1240: "1,240 words"}),
    ],
)
async def test_plural_forms(newsroom: Newsroom, language: str, forms: dict[int, str]) -> None:
    """A number takes the form of its language, and is written as is usual there; an unknown language is English."""
    words = newsroom.parts.catalogues.words(language)
    assert {number: words.count("{number} word", "{number} words", number) for number in forms} == forms


def locales(language: str) -> list[str]:
    """The locales of Discord's clients in which a language is spoken."""
    return [locale for locale in DISCORD if locale.partition("-")[0] == language]


def test_spanish_is_spoken_on_both_sides_of_the_ocean() -> None:
    """One catalogue serves every locale of its language."""
    assert set(locales("es")) == {"es-ES", "es-419"}


def commands_of(newsroom: Newsroom) -> list[dict[str, Any]]:
    """The commands as they were registered with Discord."""
    return list(newsroom.town.requests("PUT", r".*/applications/\d+/commands")[-1].body)


def siblings(commands: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Every group of commands, sub-commands or options that stand beside each other."""
    yield [command for command in commands if command.get("type", 1) == 1]
    yield [command for command in commands if command.get("type", 1) != 1]
    for command in commands:
        yield from _inner(command)


def _inner(command: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    options = command.get("options") or []
    yield options
    for option in options:
        yield from _inner(option)


def paths(commands: list[dict[str, Any]], locale: str) -> Iterator[tuple[str, str]]:
    """What each command is called in English and in a locale, its groups before it."""
    for command in commands:
        name = command["name"]
        local = (command.get("name_localizations") or {}).get(locale, name)
        if command.get("type", 1) in {1, 2}:
            yield name, local
            for inner, inner_local in paths(command.get("options") or [], locale):
                yield f"{name} {inner}", f"{local} {inner_local}"


@pytest.mark.parametrize("language", languages())
async def test_commands_are_registered_in_each_language(newsroom: Newsroom, language: str) -> None:
    """Each command, option and description is registered for each locale of a language; siblings differ in name."""
    commands = commands_of(newsroom)
    assert commands
    words = newsroom.parts.catalogues.words(language)
    for locale in locales(language):
        for group in siblings(commands):
            names = [one.get("name_localizations", {}).get(locale) for one in group]
            assert None not in names, f"{[one['name'] for one in group]} in {locale}"
            assert len(set(names)) == len(names)
            for one in group:
                if one.get("description"):
                    shown = (one.get("description_localizations") or {}).get(locale, one["description"])
                    assert shown == words.say(one["description"])
                for choice in one.get("choices") or []:
                    shown = (choice.get("name_localizations") or {}).get(locale, choice["name"])
                    assert shown == words.say(choice["name"])


@pytest.mark.parametrize("language", languages())
async def test_sentences_call_commands_by_their_names(newsroom: Newsroom, language: str) -> None:
    """Where an English sentence names a command, its translation names it as the language's clients show it."""
    names = dict(paths(commands_of(newsroom), next(iter(locales(language)), "en-US")))
    mention = re.compile("|".join(rf"/{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)))
    words = newsroom.parts.catalogues.words(language)
    named = 0
    for template in {template.id for template in extract().templates if isinstance(template.id, str)}:
        for found in mention.findall(template):
            named += 1
            assert f"/{names[found[1:]]}" in words.say(template), template
    assert named > 5
