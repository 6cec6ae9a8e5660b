"""From chapters to laid-out pages: the only room that knows WeasyPrint."""
