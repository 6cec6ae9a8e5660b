"""Small files of every kind that readers take home, as offices make them."""

from __future__ import annotations

import io
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(*names: str, mimetype: bytes = b"") -> bytes:
    """A zip of empty files, with the entry that says its kind first; the same octets whenever it is made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        if mimetype:
            file.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name in names:
            file.writestr(zipfile.ZipInfo(name), "")
    return written.getvalue()


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
HWPX = archive("Contents/section0.xml", mimetype=b"application/hwp+zip")
HWP = OLE + bytes(500) + b"HWP Document File" + bytes(100)
XLSX = archive("[Content_Types].xml", "xl/workbook.xml")
DOCX = archive("[Content_Types].xml", "word/document.xml")
PPTX = archive("[Content_Types].xml", "ppt/presentation.xml")
ZIP = archive("사진.txt")
CSV = "이름,전화\n강 박물관,043-222-0001\n".encode("cp949")
TXT = "견학 안내\n".encode()

WHOLE = {
    "a.pdf": PDF,
    "a.hwpx": HWPX,
    "a.hwp": HWP,
    "a.xlsx": XLSX,
    "a.docx": DOCX,
    "a.pptx": PPTX,
    "a.zip": ZIP,
    "a.csv": CSV,
    "a.txt": TXT,
    "A.PDF": PDF,
}
