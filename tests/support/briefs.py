"""`python -m tests.support.briefs FILE ...`: briefs of texts by the built-in engine, one JSON object a line.

The same reading as `nutgraf brief --json --engine builtin`, without the processes around it, for scorers.
"""

import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.domain.brief.builtin import write_draft
from bot.domain.page.files.clean import clean_paste
from bot.domain.values.wish import Wish
from config.limits import POOL_GARBAGE_OBJECTS


def main(paths: Sequence[str]) -> None:
    """Print a brief of each file."""
    gc.freeze()  # As in the processes in which the bot reads.
    gc.set_threshold(POOL_GARBAGE_OBJECTS)
    for path in paths:
        article = clean_paste(Path(path).read_text(encoding="utf-8"))
        draft = write_draft(article, Wish())
        brief = {
            "headline": draft.headline,
            "summary": [sentence.text for sentence in draft.sentences],
            "actors": [
                {"name": actor.name, "kind": actor.kind.value, "role": actor.role, "aliases": actor.aliases}
                for actor in draft.actors
            ],
            "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in draft.quotes],
            "article": {"language": article.language},
        }
        sys.stdout.write(json.dumps(brief) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
