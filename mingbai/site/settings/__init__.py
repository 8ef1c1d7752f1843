"""What mkdocs.yml may say: a list of what is known to be safe; anything else is refused."""
