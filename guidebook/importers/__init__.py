"""Tables of other offices → values for the content, one kind of data a module. Pure: they propose, others write."""
