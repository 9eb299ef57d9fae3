"""What the names of a page's elements say of them: classes, ids and labels of what stands beside an article."""

import re
from functools import lru_cache

from config.limits import NAMES_KEPT

_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:promo|promos|promotion|newsletter|rail|share|sharing|social|recommend\w*|recirc\w*|bio|adverts?"
    r"|advertisement|ads?|signup|subscri\w*|paywall|trending|popular|most-?read|most-?viewed|river|nav|navigation|menu"
    r"|widget|tags|toc|ticker|support|membership|pullquote|pull-quote|legal|copyright|disclaimer|imprint|rich-?link"
    r"|info-?box|fact-?box)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SURELY_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|discussion|disqus|related|teasers?|sidebar|footer|captions?|cookies?|consent|cmp2?"
    r"|breadcrumbs?|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Names that say nothing of what an element is: hooks of scripts, states, layouts, and boxes of text that are called
# after what stands near them; and the part of a name that is a modifier.
_HARMLESS = re.compile(
    r"^(?:js|is|has|no|with)-.|cmp[-_]+text|-layout|layout-|above-footer|widget-container|widget__content"
    r"|paywall[-_]+(?:container|content|wrapper|body)|teaser[-_]+(?:[a-z]+[-_]+)?(?:text|content|body|lead)"
    r"|(?:article|news|node|text|entry)\w*[-_]+teaser",
    re.IGNORECASE,
)
_MODIFIER = re.compile(r"--[\w-]+")
_UNWANTED = re.compile(
    r"(?:^|[\s_-])(?:promo|promos|newsletters?|recirc\w*|sign-?up|subscri\w*|related|outbrain|taboola|breadcrumbs?|cookies?"
    r"|consent|most-?read|most-?viewed|trending|comments?"
    r"|kommentare?|commentaires|comentarios|rich-?link|advert\w*|disclosures?|poll|moduletable|read-(?:more|also|next)"
    r"|see-also|lee-tambien|leer-mas|lire-aussi|leggi-anche|lesen-sie-auch|mehr-zum-thema)(?:$|[\s_-])",
    re.IGNORECASE,
)
# The first parts of all names that these patterns find: of most names it is seen at once that they hold none.
_TELLING = frozenset((
    "promo", "promos", "promotion", "newsletter", "newsletters", "rail", "share", "sharing", "social", "bio", "ad",
    "ads", "sign", "signup", "paywall", "trending", "popular", "most", "mostread", "mostviewed", "river", "nav",
    "navigation", "menu", "widget", "tags", "toc", "ticker", "support", "membership", "pull", "pullquote", "legal",
    "copyright", "disclaimer", "imprint", "rich", "richlink", "info", "infobox", "fact", "factbox", "comment",
    "comments", "discussion", "disqus", "related", "teaser", "teasers", "sidebar", "footer", "caption", "captions",
    "cookie", "cookies", "consent", "cmp", "cmp2", "breadcrumb", "breadcrumbs", "outbrain", "taboola", "kommentar",
    "kommentare", "commentaires", "comentarios", "disclosure", "disclosures", "poll", "moduletable", "read", "see",
    "lee", "leer", "lire", "leggi", "lesen", "mehr",
))  # fmt: skip
_TELLING_STEMS = ("recommend", "recirc", "subscri", "advert")

_OPENING = re.compile(
    r"standfirst|lede|(?:^|[\s_-])(?:lead|intro|dek|chapo|vorspann|subtitle|summary)(?:$|[\s_-])", re.IGNORECASE
)

# What holds more than this share of the page's prose is not beside the article, whatever it is called: a widget may
# well hold all of a page, comments hold more than a short article at times.
BESIDE_SHARE, _SURELY_SHARE = 0.4, 0.75


_NOTHING = (0.0, False)


@lru_cache(maxsize=NAMES_KEPT)
def judged(names: str) -> tuple[float, bool]:
    """The share of a page's prose up to which an element of these names is beside it, and whether they are unwanted."""
    # Name by name: elements have ever new sets of the same few names.
    told = {one for one in map(_judged, names.split()) if one is not _NOTHING}
    return (max(most for most, _ in told), any(unwanted for _, unwanted in told)) if told else _NOTHING


@lru_cache(maxsize=NAMES_KEPT)
def _judged(name: str) -> tuple[float, bool]:
    plain = name.lower()
    if _TELLING.isdisjoint(plain.replace("_", "-").split("-")) and not any(stem in plain for stem in _TELLING_STEMS):
        return _NOTHING
    if _HARMLESS.search(name):
        return _NOTHING
    name = _MODIFIER.sub(" ", name)
    most = _SURELY_SHARE if _SURELY_BESIDE.search(name) else BESIDE_SHARE if _BESIDE.search(name) else 0.0
    return most, _UNWANTED.search(name) is not None


@lru_cache(maxsize=NAMES_KEPT)
def is_opening(names: str) -> bool:
    """Whether an element of these names is a standfirst."""
    return _OPENING.search(names) is not None
