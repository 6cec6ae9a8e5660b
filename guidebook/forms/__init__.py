"""What editors fill in, made from the models of the content: the reference of fields, and the forms that go by it."""
