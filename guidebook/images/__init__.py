"""Pictures of the content as they are published: drawn anew in the sizes that pages and paper need."""
