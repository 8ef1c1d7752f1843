"""The bundle: a built site packed, proved and verified, to be carried to another machine.

Comes in: ``dist/site``. Goes out: a zip with a list of its files, and what a host needs beside it.
"""
