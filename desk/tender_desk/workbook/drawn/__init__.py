"""How what a workbook holds becomes sheets: cells, drop-downs, styles, the first sheet to read."""
