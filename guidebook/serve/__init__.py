"""The live preview: a server for one editor on this computer, what it shows beside the pages, and what it watches."""
