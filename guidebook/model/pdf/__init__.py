"""What a PDF file is made of, for those who write one and those who read it back: reading is not making."""
