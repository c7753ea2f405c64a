"""The workbook of a package: what it is laid out as, how it is drawn, read, and refreshed.

`kinds` is what one cell may hold, `layouts` which sheets there are, with what fields and columns;
`drawn` makes a file of them and `reading` a package of a file. `matrices` are the sheets with
bidders across. `off_place` knows pasted blocks and what stands beside its place, `told` the words
of every fault. `growing` writes into a file that people work in, and `since_refresh` holds such a
file to its last state.
"""
