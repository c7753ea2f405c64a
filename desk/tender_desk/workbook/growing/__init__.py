"""Adds sheets and columns to a workbook that somebody works in, and leaves all else as it is.

The file is edited part by part. A part that nothing is added to keeps its very bytes: pictures,
charts, comments, pivot tables, drop-downs of newer versions of Excel, and whatever else there is.
"""
