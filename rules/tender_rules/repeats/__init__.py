"""Repeats: the package that comes after another one, made of it and held against it.

`making` writes what each kind takes over, `holding` tells where a package is no such repeat. Both
rest on `causes`, why there is a repeat at all, and on `questions`, who answered what.
"""
