"""Whether a photographed page is blank, blurred or too dark to be read (R20).

A doubt warns and never refuses: the person looks again and decides. The picture is
looked at in grey, its longest side at 1000 pixels, without its outer twentieth.
The thresholds stand between made pages that are good and bad by a factor of two
on either side (tests/services/files/test_page_quality.py).
"""

from PIL import Image, ImageChops, ImageFilter, ImageStat

from services.files.verdicts import PageDoubt

SIDE = 1000
EDGE = 20  # one part in so many is left out on each side
# Nine tenths of the page darker than this: paper that is white to the eye is not.
DARK = 70
# What differs from its surroundings by so much is ink, whatever the light …
INK_CONTRAST = 10
# … and a page with less of it than this holds no line of writing.
BLANK = 0.001
# Strength of the edges (variance of the Laplacian) where there is ink, by the
# square of its contrast: blur takes it away, faint ink and bad light do not.
BLURRED = 0.9
LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), 1, 128)


def doubts_of(picture: Image.Image) -> tuple[PageDoubt, ...]:
    """Return what seems wrong with a photographed page, the gravest alone."""
    grey = _seen(picture)
    if _brightness(grey) < DARK:
        return (PageDoubt.DARK,)
    near, far = ImageFilter.GaussianBlur(2), ImageFilter.BoxBlur(SIDE // 50)
    contrast = ImageChops.difference(grey.filter(near), grey.filter(far))
    ink = contrast.point([255 * (level >= INK_CONTRAST) for level in range(256)])
    if ImageStat.Stat(ink).mean[0] / 255 < BLANK:
        return (PageDoubt.BLANK,)
    edges = ImageStat.Stat(grey.filter(LAPLACIAN), ink).var[0]
    strength = ImageStat.Stat(contrast, ink).mean[0]
    return (PageDoubt.BLURRED,) if edges / strength**2 < BLURRED else ()


def _seen(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L")
    grey.thumbnail((SIDE, SIDE))
    width, height = grey.size
    across, down = width // EDGE, height // EDGE
    return grey.crop((across, down, width - across, height - down))


def _brightness(grey: Image.Image) -> int:
    """Return the grey that nine tenths of the page do not pass."""
    counts, seen = grey.histogram(), 0
    for level, count in enumerate(counts):
        seen += count
        if seen >= 0.9 * sum(counts):
            return level
    return 255
