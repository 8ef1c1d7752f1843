"""Files of any kind to their texts: what stands in them, around them and in their names.

Comes in: a name and bytes. Goes out: ``Part``s, each a text with where it stands and its context,
and the files into which nobody could look. Nothing is written, run or fetched.
"""
