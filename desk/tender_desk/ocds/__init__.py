"""OCDS 1.1, the Open Contracting Data Standard: releases of what is public, and packages of them.

`docs/ocds.md` says field by field what becomes what, and what is not exported and why.
"""
