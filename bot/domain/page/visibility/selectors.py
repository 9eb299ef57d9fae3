"""CSS selectors held against a page's elements, within a budget that no style sheet can exceed."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

import cssselect2
import tinycss2
from lxml import etree
from lxml.html import HtmlElement

from config.limits import NAMES_KEPT, SELECTOR_CHARACTERS, SELECTOR_STEPS

# Ancestors and siblings of an element that a selector is held against.
_LEVELS, _SIBLINGS = 60, 200


class Selector:
    """One selector of a list.

    Attributes:
        weight: its specificity.
        key: what an element must have to be meant: ("#", id), (".", class), ("", tag) or ("", "*").
        test: whether it means a wrapped element.
    """

    __slots__ = ("key", "test", "weight")

    def __init__(self, compiled: Any) -> None:
        self.weight: tuple[int, int, int] = compiled.specificity
        self.test: Callable[[Wrapped], bool] = compiled.test
        if compiled.id is not None:
            self.key = ("#", str(compiled.id))
        elif compiled.class_name is not None:
            self.key = (".", str(compiled.class_name))
        else:
            self.key = ("", str(compiled.lower_local_name or "*"))


@lru_cache(maxsize=NAMES_KEPT)
def compiled(selectors: str) -> tuple[Selector, ...]:
    """The selectors of a list; those that are no CSS, mean a part of an element, or wait for an event are left out."""
    if len(selectors) > SELECTOR_CHARACTERS or ":has(" in selectors:
        return ()
    found: list[Selector] = []
    for part in _parted(tinycss2.parse_component_value_list(selectors)):
        try:
            listed = cssselect2.compile_selector_list(part)
        except (cssselect2.SelectorError, NotImplementedError, SyntaxError, MemoryError, RecursionError, ValueError):
            continue
        found += [Selector(one) for one in listed if not one.never_matches and one.pseudo_element is None]
    return tuple(found)


def _parted(values: list[Any]) -> Iterator[list[Any]]:
    """A list's selectors one by one: browsers drop the whole list for one fault, but readers of pages need not."""
    begun: list[Any] = []
    for value in [*values, None]:
        if value is None or value == ",":
            if begun:
                yield begun
            begun = []
        else:
            begun.append(value)


class StepsLeft:
    """The steps that are left for a page; `spend` raises `OverflowError` when there are none."""

    def __init__(self) -> None:
        self.left = SELECTOR_STEPS

    def spend(self, steps: int) -> None:
        """Take some steps."""
        self.left -= steps
        if self.left < 0:
            raise OverflowError


class Wrapped:
    """An element as cssselect2's tests read it, with its surroundings looked up when asked for and paid for."""

    in_html_document, in_disabled_fieldset, namespace_url, lang = True, False, "", ""

    def __init__(self, element: HtmlElement, budget: StepsLeft) -> None:
        self.etree_element = element
        self.local_name = str(element.tag)
        self._budget = budget

    @property
    def id(self) -> str | None:
        """Its id."""
        value = self.etree_element.get("id")
        return None if value is None else str(value)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        self._budget.spend(1)
        return (self.etree_element.get("class") or "").split()

    @property
    def parent(self) -> "Wrapped | None":
        """The element around it."""
        self._budget.spend(1)
        above = self.etree_element.getparent()
        return None if above is None else Wrapped(above, self._budget)

    @property
    def ancestors(self) -> Iterator["Wrapped"]:
        """The elements around it, the innermost first."""
        for above in islice(self.etree_element.iterancestors(), _LEVELS):
            self._budget.spend(1)
            yield Wrapped(above, self._budget)

    @property
    def previous(self) -> "Wrapped | None":
        """The element before it."""
        return next(self.previous_siblings, None)

    @property
    def previous_siblings(self) -> Iterator["Wrapped"]:
        """The elements before it, the nearest first."""
        for sibling in islice(self.etree_element.itersiblings(etree.Element, preceding=True), _SIBLINGS):
            self._budget.spend(1)
            yield Wrapped(sibling, self._budget)

    @property
    def etree_children(self) -> list[HtmlElement]:
        """Its elements."""
        found = list(islice(self.etree_element.iterchildren(etree.Element), _SIBLINGS))
        self._budget.spend(len(found))
        return found

    @property
    def etree_siblings(self) -> list[HtmlElement]:
        """The elements of the one around it; of very many those near the first."""
        above = self.etree_element.getparent()
        if above is None:
            return [self.etree_element]
        found = list(islice(above.iterchildren(etree.Element), 2 * _SIBLINGS))
        self._budget.spend(len(found))
        return found

    @property
    def index(self) -> int:
        """How many elements stand before it; of very many as many as are looked at."""
        return sum(1 for _ in self.previous_siblings)
