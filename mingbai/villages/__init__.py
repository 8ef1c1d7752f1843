"""Village editions: which PDFs an office orders, made by many processes, kept in a manifest."""
