"""Runs a command of the bot on a local Discord, in a process of its own: `launch.py API GATEWAY COMMAND…`."""

import sys

from bot.cli import main
from playground.connect import point_at

if __name__ == "__main__":
    with point_at(sys.argv[1], sys.argv[2]):
        sys.exit(main(sys.argv[3:]))
