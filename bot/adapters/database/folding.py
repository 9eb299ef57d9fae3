"""What two writings of the same words have in common for a search: case and accents do not matter."""

import unicodedata

# Letters with a stroke or of two letters, which Unicode does not take apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"})


def folded(text: str) -> str:
    """A text in small letters without accents; what is typed and what is kept are folded alike.

    Rows keep it: where it changes, a migration has to fold them anew.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)
