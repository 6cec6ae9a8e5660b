"""What a book, booklet, leaflet, report and edition is made of, and the forms that go with it."""
