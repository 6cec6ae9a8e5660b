"""Metadata of PDF files: the information dictionary, and the XMP packet with the standards that a file conforms to.

The packet is our own template, because pikepdf's editor cannot write the extension schema that PDF/A wants for PDF/UA.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pikepdf import Dictionary

PRODUCER = "Jumin Guidebook"
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
{standards}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

PDFA = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
"""
PDFUA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
PDFX = """<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class BookMetadata:
    """What the file says of itself. `date` is `YYYY-MM-DD` from the content, never from the clock."""

    title: str
    author: str
    subject: str
    language: str
    date: str
    page_label: str
    """The name of a link to a page: `{page}쪽`."""


def xmp_packet(values: Mapping[str, str], pdfa: bool, pdfua: bool, pdfx_identity: str = "") -> bytes:
    """The packet: `values` as `values_of` gives them, and whether the file is PDF/A-2b, PDF/UA-1.

    `pdfx_identity` is the UUID of a PDF/X-4 file; empty for files that are none.
    """
    pdfx = PDFX.format(identity=escape(pdfx_identity)) if pdfx_identity else ""
    standards = (PDFA if pdfa else "") + (PDFUA if pdfua else "") + pdfx
    escaped = {name: escape(value) for name, value in values.items()}
    return PACKET.format(**escaped, standards=standards).encode()


def values_of(metadata: BookMetadata) -> dict[str, str]:
    """The values of a book's XMP packet."""
    return {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "language": metadata.language,
        "moment": f"{metadata.date}T00:00:00+09:00",
        "producer": PRODUCER,
    }


def docinfo_of(metadata: BookMetadata) -> Dictionary:
    """The information dictionary of a book."""
    moment = pdf_date(metadata.date)
    return Dictionary(
        Title=metadata.title,
        Author=metadata.author,
        Subject=metadata.subject,
        Producer=PRODUCER,
        CreationDate=moment,
        ModDate=moment,
    )


def pdf_date(date: str) -> str:
    """Midnight in Seoul of a date `YYYY-MM-DD`, as PDF writes moments."""
    return f"D:{date.replace('-', '')}000000+09'00'"
