"""The rules of whose somebody is, who gives and gets, and who does it, asked one after the other."""

from collections.abc import Callable

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.chained.chained import of_chain
from bot.domain.claims.rules.dealt.two_deeds import of_other_noun
from bot.domain.claims.rules.doers.objects import agent_as_undergoer
from bot.domain.claims.rules.given.agents import done_by_both
from bot.domain.claims.rules.given.credited import credited
from bot.domain.claims.rules.given.doers import given_to_doer
from bot.domain.claims.rules.given.givers import receives
from bot.domain.claims.rules.given.latter import done_by_latter
from bot.domain.claims.rules.given.letting import lets_do
from bot.domain.claims.rules.given.recased import receiver_as_giver
from bot.domain.claims.rules.given.received import done_by_receiver
from bot.domain.claims.rules.given.relatives import of_relative, taken_twice
from bot.domain.claims.rules.given.things import done_to_owner
from bot.domain.claims.rules.given.warded import done_for_opponent
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.halved.places import done_at_other
from bot.domain.claims.rules.halved.suits import directed_at_owner
from bot.domain.claims.rules.joining.denied_phrases import denied_exchanged
from bot.domain.claims.rules.joining.neighbours import neighbours_exchanged
from bot.domain.claims.rules.meant.tenses import told_in_other_time
from bot.domain.claims.rules.meant.verb_second import done_by_inverted, turned_where_second
from bot.domain.claims.rules.named.beside import of_name_beside
from bot.domain.claims.rules.named.leads import tied_otherwise, told_by_listener
from bot.domain.claims.rules.named.respective import of_the_other
from bot.domain.claims.rules.series.unnamed_sides import degree_of_other, unnamed_side_turned
from bot.domain.claims.rules.voiced.after_relative import of_object_in_relative
from bot.domain.claims.rules.voiced.cases import turned_by_case
from bot.domain.claims.rules.voiced.closing import governed_by_somebody_inside
from bot.domain.claims.rules.voiced.instrumental import undergone_by_agent
from bot.domain.claims.rules.voiced.inverted import turned_behind_verb
from bot.domain.claims.rules.voiced.unfinished import only_unfinished
from bot.domain.claims.rules.wholes.whose import whose_deed

GIVEN: tuple[Callable[[Clauses, Aligned, Grammar], str], ...] = (
    whose_deed,
    of_chain,
    receives,
    credited,
    done_by_both,
    of_relative,
    taken_twice,
    done_to_owner,
    done_for_opponent,
    lets_do,
    receiver_as_giver,
    given_to_doer,
    agent_as_undergoer,
    done_by_receiver,
    told_in_other_time,
    turned_where_second,
    done_by_inverted,
    tied_otherwise,
    told_by_listener,
    of_the_other,
    of_name_beside,
    done_by_latter,
    turned_by_case,
    only_unfinished,
    turned_behind_verb,
    undergone_by_agent,
    of_object_in_relative,
    governed_by_somebody_inside,
    neighbours_exchanged,
    denied_exchanged,
    unnamed_side_turned,
    degree_of_other,
    done_at_other,
    directed_at_owner,
    of_other_noun,
)
"""Each tells what speaks against a claim beside a sentence, "" for nothing."""
GIVEN_IN_HEADLINES = tuple(rule for rule in GIVEN if rule not in {told_in_other_time, done_to_owner})
"""Those for headlines that are told as sentences are: "The court frees the captain" tells of yesterday."""
GIVEN_IN_CLIPPED = tuple(rule for rule in GIVEN_IN_HEADLINES if rule not in {whose_deed, of_chain, of_name_beside})
"""Those for headlines that leave out articles and helping verbs."""
