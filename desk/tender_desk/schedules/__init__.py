"""Price schedules as bidders sent them: a workbook of any usual layout, read into price lines."""
