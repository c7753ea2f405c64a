"""How the sheets of a workbook become the plain values of a package, each with its cell."""
