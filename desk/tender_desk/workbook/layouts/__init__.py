"""Which sheets a workbook has, with which fields and columns, and what stands in them."""
