"""What is printed for one delegation: the booklet and the sheets beside it."""
