"""What one reader is told, in order, for one place on one date: frozen dataclasses of words.

All choosing and wording happens here, once, for web and paper alike.
"""
