"""A small bot that does one of everything, for the tests of the local Discord."""

from typing import Any

import discord
from discord import app_commands


class Card(discord.ui.LayoutView):
    """A container with text, a row of buttons and a select menu."""

    def __init__(self, text: str) -> None:
        super().__init__(timeout=None)
        again: discord.ui.Button[Any] = discord.ui.Button(label="Again", custom_id="again")
        ask: discord.ui.Button[Any] = discord.ui.Button(label="Ask", custom_id="ask")
        link: discord.ui.Button[Any] = discord.ui.Button(label="Source", url="https://example.org/")
        options = [discord.SelectOption(label="Short", value="s"), discord.SelectOption(label="Long", value="l")]
        select: discord.ui.Select[Any] = discord.ui.Select(custom_id="length", placeholder="Length", options=options)
        again.callback = self._again  # type: ignore[method-assign]  # The way discord.py documents it.
        ask.callback = self._ask  # type: ignore[method-assign]  # As above.
        select.callback = self._choose  # type: ignore[method-assign]  # As above.
        self.select = select
        container: discord.ui.Container[Any] = discord.ui.Container(
            discord.ui.TextDisplay(text),
            discord.ui.Separator(),
            discord.ui.ActionRow(again, ask, link),
            discord.ui.ActionRow(select),
        )
        self.add_item(container)

    async def _again(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("again, in private")

    async def _ask(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_modal(Question())

    async def _choose(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(view=Card(f"chosen: {self.select.values[0]}"))


class Question(discord.ui.Modal, title="Question"):
    """A modal with one text field."""

    word: discord.ui.Label[Any] = discord.ui.Label(text="Word", component=discord.ui.TextInput(custom_id="word"))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Say the word."""
        field = self.word.component
        assert isinstance(field, discord.ui.TextInput)
        await interaction.response.send_message(f"the word is {field.value}", ephemeral=True)


class SimpleBot(discord.AutoShardedClient):
    """Answers "card", "echo …" and the commands below."""

    def __init__(self, *, intents: discord.Intents | None = None, **options: Any) -> None:
        chosen = intents if intents is not None else discord.Intents.default()
        if intents is None:
            chosen.message_content = True
        super().__init__(
            intents=chosen, chunk_guilds_at_startup=False, allowed_mentions=discord.AllowedMentions.none(), **options
        )
        self.tree = app_commands.CommandTree(self)
        self.heard: list[str] = []
        self.answered: list[str] = []
        self.polls: list[str] = []
        self.unavailable: list[int] = []
        self.deleted: list[int] = []
        self.reactions: list[str] = []
        self.channels_gone: list[int] = []
        self.guilds_left: list[int] = []
        self.edits: list[tuple[int, str | None]] = []
        self.interactions: list[discord.Interaction[Any]] = []
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        """Register the commands and the view that outlives a restart."""
        self.add_view(Card("-"))
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Answer."""
        if message.author == self.user:
            return
        self.heard.append(message.content)
        if message.poll is not None:
            self.polls.append(message.poll.question)
        if message.reference is not None and isinstance(message.reference.resolved, discord.Message):
            self.answered.append(message.reference.resolved.content)
        if message.content == "card":
            await message.reply(view=Card(f"a card for <@{message.author.id}>"), mention_author=False)
        elif message.content.startswith("echo"):
            await message.reply(message.content.removeprefix("echo ") or "-", mention_author=False)
        elif message.content == "file":
            data = await message.attachments[0].read()
            copy = discord.File(__file__, filename="code.txt")
            await message.reply(f"{len(data)} bytes", file=copy)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Remember."""
        self.interactions.append(interaction)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Remember."""
        self.deleted.append(event.message_id)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Remember."""
        self.deleted.extend(sorted(event.message_ids))

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Remember what was edited, with None where no one edited."""
        self.edits.append((event.message_id, event.data.get("edited_timestamp")))

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """Remember."""
        self.reactions.append(f"+{event.emoji}")

    async def on_raw_reaction_remove(self, event: discord.RawReactionActionEvent) -> None:
        """Remember."""
        self.reactions.append(f"-{event.emoji}")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Remember."""
        self.channels_gone.append(channel.id)

    async def on_guild_unavailable(self, guild: discord.Guild) -> None:
        """Remember."""
        self.unavailable.append(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Remember."""
        self.guilds_left.append(guild.id)


def add_commands(tree: app_commands.CommandTree[SimpleBot]) -> None:
    """One command of each kind."""

    @tree.command(description="Say something.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def say(interaction: discord.Interaction[SimpleBot], text: str, private: bool = False) -> None:
        await interaction.response.send_message(text, ephemeral=private)

    @tree.command(description="Take time.")
    async def slow(interaction: discord.Interaction[SimpleBot], file: discord.Attachment | None = None) -> None:
        await interaction.response.defer()
        size = len(await file.read()) if file else 0
        await interaction.edit_original_response(content=f"done {size}")
        await interaction.followup.send("and more", ephemeral=True)

    @tree.command(description="Pick a colour.")
    async def colour(interaction: discord.Interaction[SimpleBot], name: str) -> None:
        await interaction.response.send_message(name)

    @colour.autocomplete("name")
    async def complete(
        interaction: discord.Interaction[SimpleBot],  # noqa: ARG001 - discord.py hands it over.
        typed: str,
    ) -> list[app_commands.Choice[str]]:
        names = ("red", "green", "grey")
        return [app_commands.Choice(name=name, value=name) for name in names if name.startswith(typed)]

    group = app_commands.Group(
        name="config", description="Settings.", default_permissions=discord.Permissions(manage_guild=True)
    )

    @group.command(description="Watch a channel.")
    async def watch(interaction: discord.Interaction[SimpleBot], channel: discord.TextChannel) -> None:
        await interaction.response.send_message(f"watching {channel.name}", ephemeral=True)

    tree.add_command(group)

    @tree.context_menu(name="Count letters")
    async def count(interaction: discord.Interaction[SimpleBot], message: discord.Message) -> None:
        await interaction.response.send_message(f"{len(message.content)} letters", ephemeral=True)

    @tree.context_menu(name="Greet")
    async def greet(interaction: discord.Interaction[SimpleBot], member: discord.Member) -> None:
        await interaction.response.send_message(f"hello {member.name}")
