"""The licences of what is locked: only such as let the program be used and shipped by anybody."""

import re
import tomllib
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKED = sorted(package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"])

# Names of licences as packages write them, in their expression, their classifiers or their free text.
ALLOWED = re.compile(
    r"\b(MIT|MIT-0|BSD|Apache|ISC|ISCL|PSF|Python Software Foundation|MPL|Mozilla Public License|LGPL"
    r"|Lesser General Public|CC BY|CC0|Unlicense|Zlib|HPND|0BSD|Historical Permission|Public Domain|LPL|CNRI)",
    re.IGNORECASE,
)
# Packages whose wheels name none; what their sources say.
SILENT = {"pgserver": "Apache-2.0"}


def said_by(package: PackageMetadata) -> str:
    """What a package says of its licence."""
    classifiers = [line for line in package.get_all("Classifier") or [] if line.startswith("License")]
    expression, text = (next(iter(package.get_all(name) or []), "") for name in ("License-Expression", "License"))
    return "\n".join([expression, *classifiers, text[:400]])


def test_licences_may_be_shipped() -> None:
    """Every locked package that is installed here names an allowed licence; where it offers a choice, one is allowed.

    Those of the groups for benchmarks and documentation are seen where those groups are installed.
    """
    seen, faults = 0, []
    for name in LOCKED:
        try:
            said = said_by(metadata(name)).strip() or SILENT.get(name, "")
        except PackageNotFoundError:
            continue
        seen += 1
        if not ALLOWED.search(said):
            faults.append(f"{name}: {said}")
    assert faults == []
    assert seen > len(LOCKED) / 2
