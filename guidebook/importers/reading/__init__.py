"""Tables of any office as rows: bounds, encodings, sheets, headings, and how days and telephones are written."""
