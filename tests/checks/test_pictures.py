"""The header of a picture says what Pillow and ImageMagick wrote."""

import io
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from podkit.checks._pictures import PictureHeader, read_header


def saved(mode, form, size=(7, 5), **options):
    """Give the bytes of a picture that Pillow wrote."""
    file = io.BytesIO()
    Image.new(mode, size).save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("mode", "form", "colours"),
    [
        ("RGB", "JPEG", "RGB"),
        ("L", "JPEG", "grey"),
        ("CMYK", "JPEG", "CMYK"),
        ("RGB", "PNG", "RGB"),
        ("RGBA", "PNG", "RGB"),
        ("L", "PNG", "grey"),
        ("LA", "PNG", "grey"),
        ("P", "PNG", "palette"),
    ],
)
def test_a_jpeg_or_png_has_a_size_and_colours(mode, form, colours):
    assert read_header(saved(mode, form)) == PictureHeader(form, 7, 5, colours)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("density", [72, 300])
def test_a_jpeg_or_png_may_say_how_dense_its_pixels_are(form, density):
    header = read_header(saved("RGB", form, dpi=(density, density)))
    assert round(header.density) == density


def test_a_jpeg_may_count_by_centimetres_or_not_at_all():
    data = bytearray(saved("RGB", "JPEG", dpi=(100, 100)))
    data[13] = 2
    assert read_header(bytes(data)).density == 254
    data[13] = 0
    assert read_header(bytes(data)).density is None
    data[6:10] = b"None"
    assert read_header(bytes(data)).density is None


def test_a_png_may_give_its_shape_alone():
    data = saved("RGB", "PNG", dpi=(72, 72))
    place = data.index(b"pHYs") + 12
    assert read_header(data[:place] + b"\0" + data[place + 1 :]).density is None


def test_a_progressive_jpeg_with_a_large_profile_is_read():
    data = saved("RGB", "JPEG", progressive=True, icc_profile=b"p" * 100_000, exif=b"e" * 60_000)
    assert read_header(data) == PictureHeader("JPEG", 7, 5, "RGB")


def test_fill_bytes_and_markers_without_segments_are_passed_over():
    data = saved("RGB", "JPEG")
    assert read_header(data[:2] + b"\xff\xd0\xff\xff" + data[2:]).width == 7


def test_what_imagemagick_writes_is_read(tmp_path):
    for name in ("a.jpg", "a.png", "a.gif", "a.bmp", "a.tiff", "a.webp"):
        subprocess.run(["convert", "-size", "9x4", "xc:red", tmp_path / name], check=True)
        header = read_header((tmp_path / name).read_bytes())
        assert header.format == {"jpg": "JPEG", "webp": "WebP"}.get(name[2:], name[2:].upper())
        assert (header.width, header.height) == (
            (9, 4) if name[2:] in {"jpg", "png"} else (None, None)
        )


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\0\0" * 9]
)
def test_what_is_no_picture_or_only_the_start_of_one_has_no_header(data):
    assert read_header(data) is None


@given(
    st.binary(max_size=60),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]),
)
def test_any_bytes_can_be_looked_at(data, start):
    assert read_header(start + data) is None or read_header(start + data).format


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_is_cut_off_before_its_size_has_no_header(form):
    whole = saved("RGB", form)
    headers = {read_header(whole[:length]) for length in range(len(whole) + 1)}
    assert headers == {None, PictureHeader(form, 7, 5, "RGB")}
