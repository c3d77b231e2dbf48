"""Makes the four typeface files beside this script out of Noto Sans CJK's two collections.

    python make_fonts.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc [--out DIRECTORY]

Needs fontTools (README.md names the version); the program itself does not. The same input gives the same bytes.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-not-found, import-untyped, unused-ignore]
from fontTools.misc.transform import Transform  # type: ignore[import-not-found, import-untyped, unused-ignore]
from fontTools.pens.recordingPen import (  # type: ignore[import-not-found, import-untyped, unused-ignore]
    DecomposingRecordingPen,
)
from fontTools.pens.t2CharStringPen import (  # type: ignore[import-not-found, import-untyped, unused-ignore]
    T2CharStringPen,
)
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-not-found, import-untyped, unused-ignore]
from fontTools.ttLib import TTCollection  # type: ignore[import-not-found, import-untyped, unused-ignore]

SOURCE_FAMILY = "Noto Sans CJK SC"
SOURCE_VERSION = "2.004"

# Blocks the main file takes whole, as far as the source draws them: letters, punctuation, units, arrows, symbols.
SYMBOL_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B: pinyin, names of firms
    (0x02B0, 0x02FF),  # tone marks
    (0x0370, 0x045F),  # Greek, Cyrillic
    (0x1E3E, 0x1E3F),  # pinyin's m with an acute accent
    (0x2000, 0x2BFF),  # punctuation, currencies, units, arrows, mathematics, enclosed numbers, boxes, shapes, marks
    (0x3000, 0x312F),  # punctuation, kana, bopomofo
    (0x3220, 0x3250),  # (一) and the rest of the bracketed and circled
    (0x3280, 0x32B0),
    (0x3371, 0x33FF),  # square units
    (0xFE30, 0xFE6F),  # forms GBK has
    (0xFF01, 0xFF60),  # full-width
    (0xFFE0, 0xFFE6),
)

# Outside GBK, met in names of people, places and firms.
RARE_HANZI = "䶮𠮷㛃㙍㳇㬎䲟䜣㭎㧑㟃㠓㸌𬭎𬬻𬭊𬭛𬭳𬭶𬣙𬍛𬘡𬇙𬀩𬤇𬱖𫍯𫖮𫍽𫐄𫟹𬭼"

# Characters of GBK, or in use, that the source lacks: each is put together from drawn ones.
# character: (whose width it takes, ((part, scale, right, up), ...)); units of a thousandth of the em
Parts = tuple[tuple[str, float, float, float], ...]
COMPOSED: dict[str, tuple[str, Parts]] = {
    "≒": ("≡", (("＝", 1.0, 0.0, 0.0), ("·", 0.65, -110.0, 433.0), ("·", 0.65, 460.0, -167.0))),
    "₁": ("¹", (("¹", 1.0, 0.0, -560.0),)),
    "₂": ("²", (("²", 1.0, 0.0, -560.0),)),
    "₃": ("³", (("³", 1.0, 0.0, -560.0),)),
    "₄": ("⁴", (("⁴", 1.0, 0.0, -560.0),)),
}
# Syllables no file here keeps: their glyphs are overdrawn with the composed ones.
DONORS = "가각간갈감"


@dataclass(frozen=True)
class Cut:
    """One of the two families: its name, its files' first part, the characters it holds."""

    family: str
    stem: str
    characters: frozenset[int]


def double_byte(encoding: str) -> Iterator[int]:
    """Every character the encoding writes in two bytes."""
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                text = bytes((lead, trail)).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                yield ord(text)


def is_hanzi(code: int) -> bool:
    return code == 0x3007 or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def cuts() -> tuple[Cut, Cut]:
    gb2312 = frozenset(double_byte("gb2312"))
    gbk = frozenset(double_byte("gbk"))
    symbols = {code for first, last in SYMBOL_BLOCKS for code in range(first, last + 1)}
    main = gb2312 | symbols | {code for code in gbk if not is_hanzi(code)} | {ord("〇")}
    rest = {code for code in gbk if is_hanzi(code)} | {ord(character) for character in RARE_HANZI}
    return (
        Cut("Parkdir Sans SC", "ParkdirSansSC", main),
        # The space is there for what asks a font for its space, not to be drawn.
        Cut("Parkdir Sans SC Rest", "ParkdirSansSCRest", frozenset(rest - main | {ord(" ")})),
    )


def opened(collection: Path) -> Any:
    """The simplified Chinese face of the collection, alone."""
    faces = TTCollection(str(collection), recalcTimestamp=False)
    for face in faces.fonts:
        names = face["name"]
        if names.getDebugName(1) == SOURCE_FAMILY:
            version = str(names.getDebugName(5))
            if not version.startswith(f"Version {SOURCE_VERSION}"):
                sys.exit(f"{collection.name}: {version}, and this script is written for {SOURCE_VERSION}")
            return face
    sys.exit(f"{collection.name}: no face {SOURCE_FAMILY}")


def compose(font: Any) -> None:
    """Draws what the source lacks over glyphs that are thrown away anyway."""
    cmap = font.getBestCmap()
    top = font["CFF "].cff.topDictIndex[0]
    glyphs = font.getGlyphSet()
    drawings = {}
    for character, (width_of, parts) in COMPOSED.items():
        drawing = DecomposingRecordingPen(glyphs)
        for part, scale, right, up in parts:
            pen = TransformPen(drawing, Transform(scale, 0, 0, scale, right, up))
            glyphs[cmap[ord(part)]].draw(pen)
        drawings[character] = (drawing, font["hmtx"][cmap[ord(width_of)]][0])
    for donor, (character, (drawing, width)) in zip(DONORS, drawings.items(), strict=True):
        name = cmap[ord(donor)]
        old = top.CharStrings[name]
        pen = T2CharStringPen(width - old.private.nominalWidthX, glyphs)
        drawing.replay(pen)
        new = pen.getCharString(private=old.private, globalSubrs=old.globalSubrs)
        old.setProgram(new.program)
        font["hmtx"][name] = (width, round(old.calcBounds(glyphs)[0]))
        for table in font["cmap"].tables:
            if table.isUnicode() and hasattr(table, "cmap") and table.format != 14:
                table.cmap[ord(character)] = name
                table.cmap.pop(ord(donor), None)


def rename(font: Any, cut: Cut, weight: str) -> str:
    """Names the font as the modified version it is; who made the original and under which licence stays."""
    full = cut.family if weight == "Regular" else f"{cut.family} {weight}"
    postscript = f"{cut.stem}-{weight}"
    names = font["name"]
    designed = names.getDebugName(10)
    # Every record but the English ones of Windows, and the trademark on a name this font no longer bears.
    names.names = [
        record
        for record in names.names
        if (record.platformID, record.langID) == (3, 0x409) and record.nameID in {0, 8, 9, 11, 12, 13, 14}
    ]
    for number, text in (
        (1, cut.family),
        (2, weight),
        (3, f"{SOURCE_VERSION};{postscript}"),
        (4, full),
        (5, f"Version {SOURCE_VERSION}"),
        (6, postscript),
        (10, f"Subset of {SOURCE_FAMILY} {SOURCE_VERSION}, renamed. Of the original: {designed}"),
        (16, cut.family),
        (17, weight),
    ):
        names.setName(text, number, 3, 1, 0x409)
    names.names.sort()

    cff = font["CFF "].cff
    cff.fontNames[0] = postscript
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = full, cut.family, weight
    for part in top.FDArray:
        part.FontName = f"{postscript}-{part.FontName.rpartition('-')[2]}"

    bold = weight == "Bold"
    os2 = font["OS/2"]
    os2.usWeightClass = 700 if bold else 400
    os2.fsSelection = os2.fsSelection & ~0b110_0001 | (0b010_0000 if bold else 0b100_0000)
    os2.achVendID = "    "
    # Latin 1 and simplified Chinese: Qt and Windows read from here which writing a font is for.
    os2.ulCodePageRange1, os2.ulCodePageRange2 = 1 << 0 | 1 << 18, 0
    font["head"].macStyle = 1 if bold else 0
    return postscript


def make(collection: Path, weight: str, cut: Cut, out: Path) -> Path:
    font = opened(collection)
    compose(font)
    options = subset.Options(
        layout_features=["kern"],
        layout_scripts=["DFLT", "latn", "grek", "cyrl", "hani", "kana"],
        hinting=True,  # a fifth of the size, and strokes at 12 pixels that are lines, not grey
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
        canonical_order=True,
        drop_tables=[*subset.Options().drop_tables, "BASE", "VORG", "vhea", "vmtx"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=cut.characters)
    subsetter.subset(font)
    # The subsetter's variation sequences choose between regional forms, of which one is left.
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format in {4, 12}]
    path = out / f"{rename(font, cut, weight)}.otf"
    font.save(str(path), reorderTables=True)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the typeface files out of Noto Sans CJK's collections.")
    parser.add_argument("regular", type=Path, help="NotoSansCJK-Regular.ttc")
    parser.add_argument("bold", type=Path, help="NotoSansCJK-Bold.ttc")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="where to write (beside this script)")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for cut in cuts():
        for weight, collection in (("Regular", given.regular), ("Bold", given.bold)):
            path = make(collection, weight, cut, given.out)
            content = path.read_bytes()
            print(f"{path.name}\t{len(content)} bytes\tsha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
