"""Every tuned number, with its unit and its reason: a module for each room, and all of them by the name of this one."""

from config.limits.answering import *
from config.limits.caches import *
from config.limits.checking import *
from config.limits.database import *
from config.limits.discord import *
from config.limits.extraction import *
from config.limits.fetching import *
from config.limits.housekeeping import *
from config.limits.models import *
from config.limits.owing import *
from config.limits.reading import *
from config.limits.reports import *
from config.limits.requests import *
