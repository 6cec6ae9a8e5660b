"""Tables and maps of other offices → proposals. Pure but for `content_files`, the one writer of content."""
