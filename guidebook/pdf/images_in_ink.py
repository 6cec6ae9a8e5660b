"""Converts an image of a finished PDF to ink: photographs stay JPEG, what was lossless stays so, masks are kept."""

from __future__ import annotations

import io
import zlib
from typing import Any, Protocol

from pikepdf import Array, Dictionary, Name, PdfImage
from PIL import Image, ImageChops, ImageStat

QUALITY = 90
SMALL = 64 * 64
"""Pixels up to which a JPEG's blocks and tables gain nothing."""
FAINT = 2
"""Levels of 255 that the channels of a grey picture may be apart."""
OUTDATED = ("/Decode", "/DecodeParms", "/Interpolate", "/Intent")


class ImageConversion(Protocol):
    """What the pixels of images become."""

    def grey(self, picture: Image.Image) -> Image.Image:
        """A picture of mode `L` as amounts of black."""

    def coloured(self, picture: Image.Image) -> Image.Image:
        """A picture of mode `RGB` in ink: `L` or `CMYK`."""

    def separate(self, picture: Image.Image) -> Image.Image | None:
        """A picture of mode `CMYK` in ink; None if it is already."""


def convert_image(image: Any, conversion: ImageConversion) -> None:
    """Replace the pixels of an image XObject. Stencil masks have no colours, and stay."""
    if image.get("/ImageMask", False):
        return
    picture = PdfImage(image).as_pil_image()
    drawn = _in_ink(picture, conversion)
    if drawn is None or (drawn is picture and image.ColorSpace == Name.DeviceGray):
        return
    photograph = "/DCTDecode" in str(image.get("/Filter")) and drawn.width * drawn.height > SMALL
    for key in OUTDATED:
        if key in image:
            del image[key]
    image.ColorSpace = Name.DeviceGray if drawn.mode == "L" else Name.DeviceCMYK
    image.BitsPerComponent = 8
    if photograph:
        _as_jpeg(image, drawn)
    else:
        _lossless(image, drawn)


def is_grey(picture: Image.Image) -> bool:
    """Whether a picture of mode `RGB` has no colour in it."""
    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return all(ImageStat.Stat(ImageChops.difference(*pair)).extrema[0][1] <= FAINT for pair in pairs)


def _in_ink(picture: Image.Image, conversion: ImageConversion) -> Image.Image | None:
    if picture.mode in ("1", "L"):
        return conversion.grey(picture if picture.mode == "L" else picture.convert("L"))
    if picture.mode == "CMYK":
        return conversion.separate(picture)
    picture = picture.convert("RGB")
    return conversion.grey(picture.getchannel("G")) if is_grey(picture) else conversion.coloured(picture)


def _as_jpeg(image: Any, drawn: Image.Image) -> None:
    octets = io.BytesIO()
    drawn.save(octets, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    image.write(octets.getvalue(), filter=Name.DCTDecode)
    if drawn.mode == "CMYK":  # JPEG files of four channels count the light and not the ink
        image.Decode = Array([1, 0] * 4)


def _lossless(image: Any, drawn: Image.Image) -> None:
    channels = len(drawn.getbands())
    parameters = Dictionary(Predictor=12, Colors=channels, Columns=drawn.width, BitsPerComponent=8)
    image.write(zlib.compress(_predicted(drawn, channels), 9), filter=Name.FlateDecode, decode_parms=parameters)


def _predicted(drawn: Image.Image, channels: int) -> bytes:
    """PNG's rows: each as its difference from the one above, which is what flat drawings compress best by."""
    above = Image.new(drawn.mode, drawn.size, 0)
    above.paste(drawn, (0, 1))
    rows, length = _difference(drawn, above), drawn.width * channels
    return b"".join(b"\x02" + rows[start : start + length] for start in range(0, len(rows), length))


def _difference(minuend: Image.Image, subtrahend: Image.Image) -> bytes:
    return ImageChops.subtract_modulo(minuend, subtrahend).tobytes()
