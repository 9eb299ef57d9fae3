"""Speaks to people in their language: templates from a catalogue, numbers and times by the language's customs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from babel.dates import format_date, format_skeleton, format_timedelta
from babel.numbers import format_currency, format_decimal

from bot.errors import NutgrafError

# What tells a command's name from the same word in a sentence, as gettext's context.
NAME_CONTEXT = "name"


@dataclass(frozen=True)
class Words:
    """The program's words in one language.

    Attributes:
        language: ISO 639-1 code, known to Babel.
        messages: translations by English template, or by (context, template); plural forms in order.
        plural: the index of the plural form of a number.
        currency: the code of the currency in which money is counted.
    """

    language: str = "en"
    messages: Mapping[str | tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = lambda number: int(number != 1)
    currency: str = "USD"

    def say(self, template: str, /, **fields: object) -> str:
        """A template in this language, its fields filled in; in English where it is not translated."""
        (found,) = self.messages.get(template, (template,))[:1]
        return found.format(**fields) if fields else found

    def count(self, one: str, many: str, /, number: int, **fields: object) -> str:
        """The form of a template that suits a number, which it shows as `{number}`."""
        forms = self.messages.get(one)
        form = (one if number == 1 else many) if forms is None else forms[min(self.plural(number), len(forms) - 1)]
        return form.format(number=self.number(number), **fields)

    def name(self, name: str) -> str | None:
        """A command's or option's name in this language, None where it has none of its own."""
        found = self.messages.get((NAME_CONTEXT, name))
        return found[0] if found else None

    def error(self, error: NutgrafError) -> str:
        """The sentence of an error."""
        said = self.say(error.sentence_template, **error.fields)
        if copy := error.fields.get("copy"):
            return f"{said} {self.say('There may be a copy in the Wayback Machine: {copy}', copy=copy)}"
        return said

    def number(self, number: int) -> str:
        """A whole number, grouped as is usual."""
        text: str = format_decimal(number, locale=self.language)
        return text

    def money(self, amount: float) -> str:
        """An amount of the configured currency, with two digits after the point, four below one."""
        # Cents matter in sums of a few, and their hundredths in what one brief costs.
        pattern = "¤#,##0.00" if amount >= 1 else "¤#,##0.00##"
        text: str = format_currency(amount, self.currency, pattern, locale=self.language, currency_digits=False)
        return text

    def month(self, day: date) -> str:
        """A month with its year."""
        text: str = format_skeleton("yMMMM", day, locale=self.language)
        return text

    def day(self, published: str) -> str | None:
        """An ISO 8601 date or date-time as a day, None when it is neither."""
        try:
            day = datetime.fromisoformat(published).date()
        except ValueError:
            return None
        return self.date(day)

    def date(self, day: date) -> str:
        """A day."""
        text: str = format_date(day, format="medium", locale=self.language)
        return text

    def ago(self, age: timedelta) -> str:
        """How long ago something was."""
        text: str = format_timedelta(-max(age, timedelta(seconds=1)), add_direction=True, locale=self.language)
        return text
