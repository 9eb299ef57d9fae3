"""What admins type, read by pure functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chat.links import canonical, host_of
from bot.errors import UsageError
from bot.guilds.domains import permits, warnings
from bot.guilds.parsing import (
    DomainLists,
    allowing,
    denying,
    read_count,
    read_domain,
    read_domain_list,
    read_domains,
    read_hour,
    read_money,
    with_lists,
    with_role,
    with_sections,
    without_domain,
    without_role,
    write_domains,
)
from bot.i18n.words import Words
from config import limits
from config.guild import GuildSettings, Section


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("example.org", "example.org"),
        (" Example.ORG. ", "example.org"),
        ("https://www.example.org/news/a?b=c", "example.org"),
        ("<http://news.example.org:8080/>", "news.example.org"),
        ("*.example.org", "*.example.org"),
        ("https://*.Example.org/", "*.example.org"),
        ("example.*", "example.*"),
        ("*news*.example", "*news*.example"),
        ("bücher.example", "bücher.example"),
        ("xn--bcher-kva.example", "bücher.example"),
        ("*.xn--bcher-kva.example", "*.bücher.example"),
        ("192.0.2.7", "192.0.2.7"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
    ],
)
def test_domain(typed: str, domain: str) -> None:
    """A domain is taken from whatever an admin pastes, in the form that hosts of links have."""
    assert read_domain(typed) == domain


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "*",
        "*.*",
        "localhost",
        "example",
        "two words.org",
        "me@example.org",
        "-a.example",
        "a..example",
        "ex[a-z].org",
        "a.b?.org",
        "*.xn--a\u0080.org",
        "1.2.3.999",
        f"{'a' * 64}.org",
        "https://",
        "`x`.*",
    ],
)
def test_domain_that_is_none(typed: str) -> None:
    """What is no domain is refused in a sentence, whatever it is."""
    with pytest.raises(UsageError, match="is not a domain name"):
        read_domain(typed)


@given(st.text(max_size=80))
def test_any_text_is_a_domain_or_refused(typed: str) -> None:
    """Nothing but UsageError comes of any text, and a domain that was read is read again as itself."""
    try:
        domain = read_domain(typed)
    except UsageError:
        return
    assert "`" not in domain
    assert read_domain(f"[{domain}]" if ":" in domain else domain) == domain


@pytest.mark.parametrize("typed", ["www.example.org", "bücher.example", "xn--bcher-kva.example", "M.Example.org"])
def test_denied_domain_is_that_of_its_links(typed: str) -> None:
    """A link to the address that an admin typed is denied by what was read of it."""
    settings = denying(GuildSettings(), read_domain(typed))
    assert not permits(host_of(canonical(f"https://{typed}/news/harbour-closes")), settings)
    assert permits("other.example", settings)


def test_list_of_domains() -> None:
    """Lines with a word and a domain; comments, blank lines and a byte order mark are passed over."""
    data = "\ufeff# our list\nallow example.org\n\nDENY *.Example.com  # spam\nallow example.org\n".encode()
    assert read_domains(data) == DomainLists(("example.org",), ("*.example.com",))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\xff", "it is not UTF-8 text"),
        (b"", "There is no domain"),
        (b"# nothing\n", "There is no domain"),
        (b"allow example.org\nexample.com\n", "line 2 is “example.com”"),
        (b"allow example.org\nblock example.com\n", "line 2"),
        (b"allow two words\n", "line 1"),
        (b'{"allow": []}', "line 1"),
        (b"allow a.org\n" * 100_000, "too large"),
    ],
)
def test_file_that_is_no_list(data: bytes, sentence: str) -> None:
    """A file that is no list is refused in a sentence that says which line is off."""
    with pytest.raises(UsageError, match=sentence):
        read_domains(data)


def test_lists_come_back_from_their_file() -> None:
    """What was exported is imported to the same lists."""
    settings = denying(allowing(GuildSettings(), "example.org", "*.bücher.example"), "spam.example")
    assert with_lists(GuildSettings(), read_domains(write_domains(settings)), instead=True) == settings


def test_domain_is_in_one_list() -> None:
    """Who denies what was allowed has it denied, and the other way round; an import denies what a file says both of."""
    settings = denying(allowing(GuildSettings(), "a.example", "b.example"), "a.example")
    assert (settings.allow, settings.deny) == (("b.example",), ("a.example",))
    assert allowing(settings, "a.example").deny == ()
    both = with_lists(GuildSettings(), DomainLists(("a.example",), ("a.example",)), instead=False)
    assert (both.allow, both.deny) == ((), ("a.example",))
    with pytest.raises(UsageError, match="neither list"):
        without_domain(settings, "c.example")


def test_lists_are_bounded() -> None:
    """A list has an end, and so have the roles."""
    domains = [f"d{number}.example" for number in range(limits.DOMAINS)]
    full = denying(GuildSettings(), *domains)
    assert denying(full, domains[0]) == full
    with pytest.raises(UsageError, match="holds at most"):
        denying(full, "more.example")
    with pytest.raises(UsageError, match="At most"):
        with_role(GuildSettings(roles=tuple(range(limits.ROLES))), 99)


@pytest.mark.parametrize(("typed", "count"), [("3", 3), (" none ", None), ("NONE", None), ("007", 7)])
def test_count(typed: str, count: int | None) -> None:
    """A whole number, or none."""
    assert read_count(typed, least=1) == count


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "", "nothing", "²", "1e3", "9999999"])
def test_count_that_is_none(typed: str) -> None:
    """All else is refused."""
    with pytest.raises(UsageError, match="Enter a whole number from 1 up, or “none” for no limit"):
        read_count(typed, least=1)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("2.50", 2.5), ("2,5", 2.5), ("0", 0.0), ("none", None), ("$5", 5.0), ("5 USD", 5.0), ("no limit", None)],
)
def test_money(typed: str, amount: float | None) -> None:
    """A sum with a point or a comma, or none."""
    assert read_money(typed, "USD") == amount


@pytest.mark.parametrize("typed", ["nan", "inf", "-1", "1.2.3", "€5", "", "1e9"])
def test_money_that_is_none(typed: str) -> None:
    """All else is refused."""
    with pytest.raises(UsageError, match=r"as money|Money is counted in USD"):
        read_money(typed, "USD")


def test_hour() -> None:
    """Hours of the day by their numbers, with minutes that are none."""
    assert [read_hour(typed) for typed in ("0", "08", "18:00", "23")] == [0, 8, 18, 23]
    for typed in ("24", "25", "-1", "18:30", "noon", "", "³"):
        with pytest.raises(UsageError, match="is not an hour of the day"):
            read_hour(typed)


def test_domains_with_commas() -> None:
    """Several domains come in one go, with commas, spaces or lines between them."""
    assert read_domain_list("example.org, *.example.com\nexample.net") == (
        "example.org",
        "*.example.com",
        "example.net",
    )
    with pytest.raises(UsageError, match="“nonsense” is not a domain name"):
        read_domain_list("example.org nonsense")


def test_lists_that_cross() -> None:
    """A denied domain that touches an allowed one is warned of, and one that need not be denied."""
    words = Words()

    def told(*, allow: str = "", deny: str = "") -> list[str]:
        return warnings(GuildSettings(allow=tuple(allow.split()), deny=tuple(deny.split())), words)

    assert told(deny="example.org") == []
    assert told(allow="example.org", deny="*.example.org") == [
        "⚠ `*.example.org` is denied, though `example.org` is allowed: it is left alone."
    ]
    assert told(allow="news.example.org", deny="example.org") == [
        "⚠ `example.org` is denied, so nothing of `news.example.org` is answered."
    ]
    assert told(allow="example.org", deny="example.com") == [
        "⚠ `example.com` need not be denied: only allowed domains are answered."
    ]


def test_roles_are_bounded_and_taken_back_once() -> None:
    """A role is chosen once; so many are enough; one that is not chosen cannot be taken back."""
    chosen = GuildSettings()
    for role in (*range(limits.ROLES), 0):
        chosen = with_role(chosen, role)
    assert chosen.roles == tuple(range(limits.ROLES))
    with pytest.raises(UsageError, match="At most"):
        with_role(chosen, limits.ROLES)
    assert 0 not in without_role(chosen, 0).roles
    with pytest.raises(UsageError, match="not among those"):
        without_role(chosen, limits.ROLES)


def test_brief_keeps_a_section() -> None:
    """Sections are shown and hidden one by one, in their order, until one is left."""
    hidden = with_sections(GuildSettings(), {Section.SUMMARY: None, Section.ACTORS: False, Section.QUOTES: True})
    assert hidden.sections == (Section.SUMMARY, Section.QUOTES)
    with pytest.raises(UsageError, match="at least one"):
        with_sections(hidden, dict.fromkeys(Section, False))


def test_domain_in_no_list_cannot_be_taken_out() -> None:
    """It is said to be in neither list."""
    with pytest.raises(UsageError, match="neither list"):
        without_domain(GuildSettings(deny=("a.example",)), "a.example", "b.example")
