"""Puts a verified bundle where a web server looks, in one step, and takes it back as easily.

Comes in: a zip and a folder. Goes out: the folder, whole: the old site or the new one.
"""
