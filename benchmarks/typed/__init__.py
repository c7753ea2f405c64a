"""What a Pokja types of three tenders, from `init` to the record (`python -m benchmarks.typed`).

Each tender of `tests/typed` is played into an empty workbook cell by cell, in the rounds of a
Pokja, and what is typed or chosen is counted by sheet. A block that comes from a file (the
estimate's lines, a bid's prices, SPSE's list of bidders) counts one, and so does a value that is
pulled down over the cells below it. `--house FOLDER` counts the workbook of another checkout, by
the sheets that it lays out.
"""
