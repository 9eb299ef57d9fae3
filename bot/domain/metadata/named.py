"""A page's elements by the classes and ids that it gives them, read in one pass for all who ask."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

# By its attributes a page is asked in half the time of "//*[@class]".
_CLASSED = etree.XPath("descendant-or-self::*[@class]")
_WITH_ID = etree.XPath("descendant-or-self::*/@id/..")


class NamedElements:
    """The elements of a page that have a class or an id.

    Pages give few different names to many elements, so whether any name is of a kind is asked of the names alone.

    Attributes:
        classes: the names of all classes.
        names: those of all classes and ids.
    """

    def __init__(self, tree: HtmlElement) -> None:
        self._by_class: dict[str, list[HtmlElement]] = {}
        self._by_id: dict[str, list[HtmlElement]] = {}
        for element in _CLASSED(tree):
            self._by_class.setdefault(element.get("class"), []).append(element)
        for element in _WITH_ID(tree):
            self._by_id.setdefault(element.get("id"), []).append(element)
        self.classes = frozenset(" ".join(self._by_class).split())
        self.names = self.classes.union(self._by_id)
        self._written = "\n".join([*self._by_class, *self._by_id])
        self._lower: str | None = None
        self._with_class: dict[str, list[str]] | None = None

    def any(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is found in the class or the id of any element."""
        return pattern.search(self._written) is not None

    def holds(self, *words: str) -> bool:
        """Whether any of the words, in lower case, stands in the class or the id of any element, as a part of it."""
        if self._lower is None:
            self._lower = self._written.lower()
        return any(word in self._lower for word in words)

    def of_class(self, name: str) -> Iterator[HtmlElement]:
        """The elements of a class."""
        if self._with_class is None:
            self._with_class = {}
            for written in self._by_class:
                for one in frozenset(written.split()):
                    self._with_class.setdefault(one, []).append(written)
        for written in self._with_class.get(name, ()):
            yield from self._by_class[written]

    def of_id(self, name: str) -> list[HtmlElement]:
        """The elements with an id: one, where the page makes no mistake."""
        return self._by_id.get(name, [])
