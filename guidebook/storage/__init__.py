"""Files written whole or not at all, and files kept between builds."""
