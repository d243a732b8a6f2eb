"""Cuts the site's fonts from Fontsource's files: only the weights, widths and features that the styles use.

    pip install fonttools==4.66.1 brotli==1.2.0
    npm pack @fontsource-variable/archivo@5.3.0 @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/jetbrains-mono@5.3.0
    python3 scripts/cut-fonts.py FOLDER_OF_THE_PACKED_FILES

Equal input gives equal bytes. docs/decisions/0004-fonts.md says why it is cut so.
"""

import io
import sys
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).parent.parent / "public" / "fonts"
LATIN = "20-7E,A0-FF,131,152-153,2C6,2DA,2DC,2002,2009,2010-2014,2018-201E,2022,2026,2032-2033,2039-203A,2044,20AC,2122,2190-2193,2212,2215"
TEXT = ["ccmp", "locl", "kern", "liga", "mark", "mkmk", "rvrn"]
# Name of the file made, package and file, axes, features, and the family's new name where the licence reserves the old one.
CUTS = [
    ("archivo", "archivo-5.3.0", "archivo-latin-standard-normal", {"wght": (400, 720), "wdth": (88, 112)}, [*TEXT, "tnum"], None),
    ("strata-serif", "source-serif-4-5.3.1", "source-serif-4-latin-wght-normal", {"wght": (400, 700)}, TEXT, "Strata Serif"),
    ("strata-serif-italic", "source-serif-4-5.3.1", "source-serif-4-latin-wght-italic", {"wght": (400, 700)}, TEXT, "Strata Serif"),
    ("jetbrains-mono", "jetbrains-mono-5.3.0", "jetbrains-mono-latin-wght-normal", {"wght": (400, 700)}, ["ccmp", "locl", "zero"], None),
]


def rename(font: TTFont, family: str) -> None:
    """Gives every name that a user can see the new family; copyright and licence stay."""
    italic = "Italic" if font["post"].italicAngle else "Regular"
    names = {1: family, 2: italic, 3: f"{family} {italic}", 4: f"{family} {italic}", 6: f"{family.replace(' ', '')}-{italic}", 16: family, 17: italic}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (18, 20, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)


def cut(source: bytes, axes: dict, features: list, family: str | None) -> bytes:
    # Written and read again: what the instancer leaves in memory lacks glyphs that do not vary.
    whole = io.BytesIO()
    instancer.instantiateVariableFont(TTFont(io.BytesIO(source), recalcTimestamp=False), axes).save(whole)
    font = TTFont(whole, recalcTimestamp=False)
    options = Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(LATIN))
    subsetter.subset(font)
    if family:
        rename(font, family)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


packed = Path(sys.argv[1])
for name, package, file, axes, features, family in CUTS:
    with tarfile.open(packed / f"fontsource-variable-{package}.tgz") as archive:
        member = archive.extractfile(f"package/files/{file}.woff2")
        if member is None:
            raise SystemExit(f"{package} holds no {file}.woff2")
        made = cut(member.read(), axes, features, family)
    (OUT / f"{name}.woff2").write_bytes(made)
    print(f"{name}.woff2 {len(made)} bytes")
