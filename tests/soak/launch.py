"""Runs a command of the bot on a local Discord, in a process of its own: `launch.py API GATEWAY LIMITS COMMAND…`.

LIMITS are tuned numbers that a trial sets, as JSON: `{"PROMISE_LEASE_SECONDS": 2.0}`.
"""

import json
import sys

from bot.cli import main
from config import limits
from playground.connect import point_at

if __name__ == "__main__":
    api, gateway, told, *command = sys.argv[1:]
    for name, value in json.loads(told).items():
        setattr(limits, name, value)
    with point_at(api, gateway):
        sys.exit(main(command))
