"""Where a run reads and writes, files written whole or not at all, and files kept between builds."""
