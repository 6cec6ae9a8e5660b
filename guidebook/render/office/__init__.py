"""Office documents: forms, schedules and reports that offices send to one another."""
