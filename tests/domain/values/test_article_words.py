"""How long an article is, in words."""

import pytest

from bot.domain.values.article import Article


@pytest.mark.parametrize("language", ["zh", "ja", None])
def test_half_the_characters_are_words_where_nothing_parts_them(language: str | None) -> None:
    """It is the script that puts no spaces between words, whatever language a text is taken for."""
    assert Article("埃勒里港将于周一关闭，渡轮停航。", language=language).words == 8


def test_a_name_in_another_script_changes_no_count() -> None:
    """A story in words with spaces is counted by these."""
    assert Article("The ferry line 渡轮 stops on Monday, the mayor said.", language="en").words == 10
