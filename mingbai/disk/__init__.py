"""Writing so that nobody ever sees half: files, whole folders, one command at a time."""
