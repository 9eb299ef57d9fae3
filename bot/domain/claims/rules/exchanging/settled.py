"""Faults that settle a claim: what is told of elsewhere, or in other words, does not take them away."""

from bot.domain.claims.comparing.wording import COND, ONLY, PART
from bot.domain.claims.rules.adding import SAID
from bot.domain.claims.rules.counting.compared import COMPARED
from bot.domain.claims.rules.counting.ratios import OTHERS_COUNTED
from bot.domain.claims.rules.cues.denied import BEYOND
from bot.domain.claims.rules.cues.excepted import EXCEPTED
from bot.domain.claims.rules.dealt.crossing import CROSSED
from bot.domain.claims.rules.dealt.parted import DEALT
from bot.domain.claims.rules.exchanging.doing import EXCHANGED
from bot.domain.claims.rules.exchanging.whys import OTHER_WHY
from bot.domain.claims.rules.halved.gapped import EXCHANGED_HALVES
from bot.domain.claims.rules.halved.participial import OTHER_DEED
from bot.domain.claims.rules.halved.receivers import DONE_TO_RECEIVER
from bot.domain.claims.rules.heard.heard import NOT_SO
from bot.domain.claims.rules.joining.halves import OPENED, OTHER_HALF
from bot.domain.claims.rules.kept.kept import LOST
from bot.domain.claims.rules.meant.restrictions import TURNED_ORDER
from bot.domain.claims.rules.named.exchanged import PUT
from bot.domain.claims.rules.named.respective import ANOTHERS_SHARE
from bot.domain.claims.rules.speech import ANOTHER_SPEAKER
from bot.domain.claims.rules.stated.halves import OTHERS_HALF
from bot.domain.claims.rules.stated.polls import HELD_BY_SHARE
from bot.domain.claims.rules.turned.causes import TURNED_CAUSE
from bot.domain.claims.rules.turned.instead import INSTEAD, TURNED_INSTEAD
from bot.domain.claims.rules.turned.killers import KILLED

_LEFT_OUT = (*(f"leaves out {SAID[sign]}" for sign in (COND, PART, ONLY)), "leaves out of how many", EXCEPTED)
_TOLD_OF_ANOTHER = (
    TURNED_ORDER,
    INSTEAD,
    TURNED_INSTEAD,
    COMPARED,
    BEYOND,
    OTHER_HALF,
    OPENED,
    ANOTHER_SPEAKER,
    ANOTHERS_SHARE,
    OTHERS_HALF,
    HELD_BY_SHARE,
)
UNCONDITIONAL = (
    *_LEFT_OUT,
    *_TOLD_OF_ANOTHER,
    OTHER_WHY,
    NOT_SO,
    OTHER_DEED,
    CROSSED,
    EXCHANGED_HALVES,
    DONE_TO_RECEIVER,
    OTHERS_COUNTED,
    *LOST,
)
# No other form of the claim is tried; no cut or joined sentence of the article is.
FINAL = (
    *(KILLED, PUT, DEALT, EXCHANGED, OTHER_WHY, NOT_SO),
    *(OTHER_DEED, CROSSED, HELD_BY_SHARE, OTHERS_HALF, EXCHANGED_HALVES, DONE_TO_RECEIVER),
    *LOST,
)
UNCUT = (PUT, DEALT, TURNED_CAUSE, TURNED_INSTEAD, EXCHANGED, OTHER_DEED, CROSSED, EXCHANGED_HALVES, *LOST)
