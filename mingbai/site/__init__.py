"""What surrounds the pages that MkDocs makes: hand-written ones, settings, links out, security."""
