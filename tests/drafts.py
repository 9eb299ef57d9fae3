"""`python -m tests.drafts`: a hash of what the built-in engine writes of every known text, set by set.

Run it before and after a change that moves code and rewrites none: the same hashes are the same drafts, byte for byte.
`--keep FILE` writes each draft's own hash too, and `--compare FILE` names the texts whose drafts are others since.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.domain.brief.builtin import write_draft
from bot.domain.page.files.clean import clean_paste
from bot.domain.values.wish import Wish
from tests.conftest import SHARED
from tests.quality import load


def corpus() -> Iterator[tuple[str, str]]:
    """The texts of the project's own corpus, by name."""
    return ((f"{case.language}/{case.name}", case.text) for case in load())


def known_texts(file: Path) -> Iterator[tuple[str, str]]:
    """The texts of a set, an object a line, by their numbers."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            text = json.loads(line).get("text")
            if isinstance(text, str):
                yield f"{file.stem}:{number}", text


def hash_of(text: str) -> str:
    """The hash of all that is in the draft of a text."""
    try:
        draft: object = asdict(write_draft(clean_paste(text), Wish()))
    except Exception as error:  # noqa: BLE001  # What a text is refused for belongs to what is compared.
        draft = repr(error)
    return hashlib.sha256(json.dumps(draft, sort_keys=True, default=str).encode(errors="surrogatepass")).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each set: its hash, how many texts it has, its name; 1 where a comparison finds others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", type=Path, help="files with an object a line; by default all that are here")
    parser.add_argument("--keep", type=Path, help="write the hash of each draft to this file")
    parser.add_argument("--compare", type=Path, help="name the texts whose hash differs from that in this file")
    options = parser.parse_args(arguments)
    found = options.sets or sorted((SHARED / "data").glob("*.jsonl"))
    each: dict[str, str] = {}
    for name, texts in [("corpus", corpus()), *((file.stem, known_texts(file)) for file in found)]:
        drafts = {key: hash_of(text) for key, text in texts}
        whole = hashlib.sha256("\n".join(f"{key} {value}" for key, value in drafts.items()).encode()).hexdigest()
        sys.stdout.write(f"{whole}  {len(drafts):4}  {name}\n")
        sys.stdout.flush()
        each |= drafts
    if options.keep is not None:
        options.keep.write_text(json.dumps(each, indent=1), encoding="utf-8")
    if options.compare is None:
        return 0
    before = json.loads(options.compare.read_text(encoding="utf-8"))
    others = [key for key, value in each.items() if before.get(key) != value]
    sys.stdout.writelines(f"another draft: {key}\n" for key in others)
    return int(bool(others))


if __name__ == "__main__":
    sys.exit(main())
