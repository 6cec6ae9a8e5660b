"""Any table → entries for records of one kind."""
