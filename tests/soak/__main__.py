"""Trials of the whole bot as processes of its own: `python -m tests.soak soak|burst|kill …`. One JSON line each.

soak   posts over some minutes while processes and stores are killed, stopped and frozen, and Discord fails
burst  400 posts in two seconds over 100 servers
kill   posts in a minute while processes are killed or stopped, and nothing else happens
"""

import argparse
import asyncio
import json
import random
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from bot.domain.values.source import Page
from bot.domain.values.wish import Wish
from config import limits
from tests.soak.chaos import Chaos
from tests.soak.stage import Stage, figures, set_stage, story

# Posts with which processes are warmed before they are weighed, and seconds after which they rest: connections to
# sites and to Discord are kept open for fifteen, and looked at every fifteen.
WARM_POSTS = 40
REST_SECONDS = 33.0

# Posts to each command that asks for a brief.
POSTS_A_COMMAND = 20

# Connections to Redis that a process may hold: two pools of its own, and the job engine's, one or two for each job.
REDIS_MOST = 2 * limits.REDIS_CONNECTIONS + 2 * limits.JOBS_AT_ONCE

# What a process may weigh at the end of a soak, by what it weighed at the beginning.
ALLOWED: dict[str, Callable[[int], float]] = {
    "megabytes_of_its_own": lambda before: before * 1.25 + 10,
    "descriptors": lambda before: before + 6,
    "to_redis": lambda _: REDIS_MOST,
    "tasks": lambda before: before + 6,
}


async def post_over(stage: Stage, posts: int, seconds: float) -> None:
    """Post evenly over a time."""
    begun, first = time.monotonic(), len(stage.posts)
    for number in range(posts):
        await asyncio.sleep(max(0.0, begun + seconds * number / posts - time.monotonic()))
        stage.post(first + number)
        if (first + number) % POSTS_A_COMMAND == 0:
            stage.command(first + number)


async def ready(stage: Stage) -> None:
    """Start every process."""
    for bot in stage.bots:
        bot.start()
    for bot in stage.bots:
        await bot.until_ready()


async def soak(options: argparse.Namespace) -> dict[str, Any]:
    """Mixed load and mixed faults; what each process weighs before and after, warm both times."""
    async with set_stage(servers=8, shared_stores=True, workers=options.workers, latency=0.3) as stage:
        await ready(stage)
        begin = await warm(stage, seconds=options.patience)
        seconds = options.minutes * 60
        async with Chaos(stage, random.Random(options.seed), every=options.every) as chaos:  # No secret.
            await post_over(stage, options.posts - 2 * WARM_POSTS, seconds)
        await stage.until_answered(seconds=options.patience)
        end = await warm(stage, seconds=options.patience)
        print_logs(stage, options)
        wrong = {"lost_at": await stage.told_of(stage.lost[:5]), "doubled_at": await stage.told_of(stage.doubled[:5])}
        return figures(stage, did=chaos.did, begin=begin, end=end, **wrong)


async def warm(stage: Stage, *, seconds: float) -> dict[str, dict[str, Any]]:
    """Let every process work for a moment and come to rest; what each weighs then."""
    for bot in stage.bots:
        await bot.until_ready()
    await post_over(stage, WARM_POSTS, 5.0)
    await stage.until_answered(seconds=seconds)
    await asyncio.sleep(REST_SECONDS)
    return {bot.name: await bot.weight() | {"to": bot.descriptors()} for bot in stage.bots}


def grown(begin: dict[str, dict[str, Any]], end: dict[str, dict[str, Any]]) -> list[str]:
    """What of the processes is more at the end than it was at the beginning, beyond what rests in pools."""
    return [
        f"{name}: {what} {begin[name][what]} -> {end[name][what]}"
        for name in begin
        for what, most in ALLOWED.items()
        if end[name].get(what, 0) > most(begin[name].get(what, 0))
    ]


def print_logs(stage: Stage, options: argparse.Namespace) -> None:
    """The processes' logs, into a folder where that is wanted."""
    if options.logs is not None:
        options.logs.mkdir(parents=True, exist_ok=True)
        for bot in stage.bots:
            (options.logs / f"{bot.name}.log").write_text(bot.text(), encoding="utf-8")


async def burst(options: argparse.Namespace) -> dict[str, Any]:
    """Many posts at once over many servers."""
    async with set_stage(servers=100, shared_stores=options.workers > 0, workers=options.workers, latency=0.3) as stage:
        await ready(stage)
        begun = time.monotonic()
        await post_over(stage, options.posts, 2.0)
        await stage.until_answered(seconds=options.patience)
        took = time.monotonic() - begun
        weights = {bot.name: await bot.weight() for bot in stage.bots}
        print_logs(stage, options)
        beside = {"requests_a_second_at_most": limits.REQUESTS_A_SECOND, "read_a_second_on_one_core": readers_speed()}
        return figures(
            stage, seconds=round(took, 1), answers_a_second=round(options.posts / took, 1), **beside, weights=weights
        )


def readers_speed(pages: int = 40) -> float:
    """Stories a second that this machine reads, writes and checks on one core, just then."""
    from bot.domain.brief.builtin import write_draft  # noqa: PLC0415  # The tables are this trial's alone.
    from bot.domain.brief.check import check  # noqa: PLC0415  # As above.
    from bot.domain.page.extract import extract  # noqa: PLC0415  # As above.

    for part in (range(5), range(5, pages + 5)):  # The first few warm up.
        begun = time.monotonic()
        for number in part:
            page = Page(f"https://news.example/{number}", "text/html", "utf-8", story(number).encode())
            article = extract(page)
            check(write_draft(article, Wish()), article)
    return round(pages / (time.monotonic() - begun), 1)


async def kill(options: argparse.Namespace) -> dict[str, Any]:
    """Processes that end, and nothing else."""
    async with set_stage(servers=8, shared_stores=True, workers=options.workers, latency=0.5) as stage:
        await ready(stage)
        sign = signal.Signals[f"SIG{options.signal}"]
        posting = asyncio.create_task(post_over(stage, options.posts, options.seconds))
        for number in range(options.kills):
            await asyncio.sleep(options.seconds / (options.kills + 1))
            bot = stage.bots[number % len(stage.bots)]
            await bot.begin_anew(sign, after=options.down)
        await posting
        await stage.until_answered(seconds=options.patience)
        print_logs(stage, options)
        return figures(stage, kills=options.kills, signal=options.signal, lost_at=await stage.told_of(stage.lost[:5]))


TRIALS: dict[str, Callable[[argparse.Namespace], Coroutine[None, None, dict[str, Any]]]] = {
    "soak": soak,
    "burst": burst,
    "kill": kill,
}


def main() -> int:
    """Run a trial; 1 where something was lost, doubled or sent too fast, or a process weighs more than before."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("trial", choices=TRIALS)
    parser.add_argument("--workers", type=int, default=2, help="processes that do jobs; 0 for one that does all")
    parser.add_argument("--posts", type=int, default=400)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--signal", choices=("KILL", "TERM"), default="KILL")
    parser.add_argument("--down", type=float, default=3.0, help="seconds that a killed process is away")
    parser.add_argument("--every", type=float, default=12.0, help="seconds between two faults")
    parser.add_argument("--patience", type=float, default=90.0, help="seconds without a new answer until the end")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--logs", type=Path, help="a folder for the processes' logs")
    options = parser.parse_args()
    found = asyncio.run(TRIALS[options.trial](options))
    more = grown(found["begin"], found["end"]) if "begin" in found else []
    sys.stdout.write(json.dumps({"trial": options.trial, **found, "grown": more}) + "\n")
    return int(any(found[what] for what in ("lost", "doubled", "unfinished", "429")) or bool(more))


if __name__ == "__main__":
    sys.exit(main())
