"""Tables that are too wide for their page: measured as laid out, set smaller, turned, or parted by columns.

`measure` reads WeasyPrint's boxes, `arrange` is the arithmetic, `rebuild` changes the document, and `fit` lays out
again until every table has its room.
"""
