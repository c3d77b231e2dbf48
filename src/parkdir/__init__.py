"""parkdir: a directory of a district's industrial parks; every figure says where from and as of when."""

__version__ = "0.1.0"
