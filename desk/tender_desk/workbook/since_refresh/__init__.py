"""What a workbook keeps of its last refresh, and how it is held to that."""
