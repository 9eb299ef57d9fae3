"""`make security`: measures the figures of SECURITY.md, prints them and puts them there."""

import argparse
import asyncio
import re
import sys

from tests.conftest import ROOT
from tests.security.figures import measure, table

PAGE = ROOT / "SECURITY.md"
PLACE = re.compile(r"(?<=<!-- figures -->\n).*?(?=\n<!-- end of figures -->)", re.DOTALL)


def main() -> int:
    """Measure; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="of fuzzing for each harness (default: 10)")
    options = parser.parse_args()
    told = table(asyncio.run(measure(seconds_each=options.seconds)))
    sys.stdout.write(f"{told}\n")
    PAGE.write_text(PLACE.sub(lambda _: told, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
