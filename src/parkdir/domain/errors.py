"""Told errors: the world's fault, said in the user's words, with what to do next. Everything else is a bug."""


class Told(Exception):
    """One sentence for the user. `code` is the command line's exit code."""

    code = 1


class NotFound(Told):
    """Nothing of that name; the sentence offers close ones."""


class Ambiguous(Told):
    """Several things of that name; the sentence lists them."""


class Stale(Told):
    """The record was changed elsewhere meanwhile; nothing was written."""


class BadData(Told):
    """A file's content is wrong; the sentence names file, line and field."""


class Unusable(Told):
    """A database or folder can't be used; it was left untouched."""


class MissingPart(Told):
    """A part of the system is missing: a display, a library."""

    code = 3
