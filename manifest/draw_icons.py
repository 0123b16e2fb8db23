"""Draws the two icons of the app (a speech bubble that holds a saksliste). Run by hand; needs Pillow.

.venv/bin/python -m manifest.draw_icons
"""

from pathlib import Path

from PIL import Image, ImageDraw

SIZE = 192
SCALE = 8
TEAL, MINT, WHITE, CLEAR = (27, 94, 107, 255), (127, 214, 194, 255), (255, 255, 255, 255), (0, 0, 0, 0)
Colour = tuple[int, int, int, int]


def main() -> None:
    folder = Path(__file__).parent
    colour = _canvas(TEAL)
    _bubble(ImageDraw.Draw(colour), WHITE, None)
    _agenda(ImageDraw.Draw(colour), TEAL, MINT)
    colour.resize((192, 192), Image.Resampling.LANCZOS).save(folder / "color.png", optimize=True)
    outline = _canvas(CLEAR)
    _bubble(ImageDraw.Draw(outline), None, WHITE)
    _agenda(ImageDraw.Draw(outline), WHITE, WHITE)
    outline.resize((32, 32), Image.Resampling.LANCZOS).save(folder / "outline.png", optimize=True)


def _canvas(colour: Colour) -> Image.Image:
    return Image.new("RGBA", (SIZE * SCALE, SIZE * SCALE), colour)


def _bubble(draw: ImageDraw.ImageDraw, fill: Colour | None, edge: Colour | None) -> None:
    """The bubble: filled for the colour icon, drawn with a 13-unit line for the outline."""
    box, tail = _scaled(28, 34, 164, 134), [_at(58, 128), _at(58, 166), _at(98, 130)]
    width = 13 * SCALE if edge else 0
    draw.rounded_rectangle(box, radius=24 * SCALE, fill=fill, outline=edge, width=width)
    draw.polygon(tail, fill=fill or edge)


def _agenda(draw: ImageDraw.ImageDraw, line: Colour, dot: Colour) -> None:
    for y, end in ((64, 138), (86, 122), (108, 130)):
        draw.ellipse(_scaled(50, y - 7, 64, y + 7), fill=dot)
        draw.rounded_rectangle(_scaled(74, y - 5, end, y + 5), radius=5 * SCALE, fill=line)


def _at(x: int, y: int) -> tuple[int, int]:
    return x * SCALE, y * SCALE


def _scaled(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    return left * SCALE, top * SCALE, right * SCALE, bottom * SCALE


if __name__ == "__main__":
    main()
