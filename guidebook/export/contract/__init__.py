"""What data files promise to who reads them: name and version of the format, values to filter by, a JSON Schema."""
