"""One form for every record: the order of the model's keys, one rule of quotes, and every comment where it belongs."""
