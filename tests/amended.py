"""What passages are called from which day on, retyped from the readings and not from the table.

Perpres 12/2021 from 2 February 2021, Perpres 46/2025 from 30 April 2025, texts of regimes that are
over.
"""

import datetime as dt

BEFORE, AMENDED = dt.date(2021, 2, 1), dt.date(2021, 2, 2)
STILL, AGAIN = dt.date(2025, 4, 29), dt.date(2025, 4, 30)

# In 2018, as amended in 2021, and from 30 April 2025 on.
PERPRES = [
    ("1 angka 43", "1 secondary", "1 secondary"),
    ("1 angka 49", "1 secondary", "1 secondary"),
    ("9 ayat (1) huruf n angka 1", "9 secondary", "9 secondary"),
    ("9 ayat (1) huruf n angka 2", "9 secondary", "9 secondary"),
    ("13 ayat (1) huruf c angka 1", "13 secondary", "13 secondary"),
    ("13 ayat (1) huruf c angka 2", "13 secondary", "13 secondary"),
    ("13 ayat (2)", "13 secondary", "13 secondary"),
    ("26 ayat (5) huruf b", "26 ayat (4) huruf b text", "26 ayat (4) huruf b secondary"),
    ("26 ayat (5) huruf a", "26 ayat (4) huruf a text", "26 ayat (4) huruf a secondary"),
    ("26 ayat (5) huruf c", "26 ayat (4) huruf c text", "26 ayat (4) huruf c secondary"),
    ("26 ayat (8)", "26 ayat (7) text", "26 ayat (7) secondary"),
    ("26 ayat (4)", "1 angka 33 text", "1 angka 33 secondary"),
    ("26 ayat (3)", "26 ayat (2) text", "26 ayat (2) secondary"),
    ("27 ayat (3)", "27 secondary", "27 secondary"),
    ("27 ayat (6)", "27 secondary", "27 secondary"),
    ("27 ayat (3) (disimpulkan)", "27 (disimpulkan) secondary", "27 (disimpulkan) secondary"),
    ("27 ayat (8)", "27 secondary", "27 secondary"),
    ("30 ayat (2)", "30 ayat (2) text", "30 secondary"),
    ("30 ayat (2), Jaminan Sanggah Banding", "30 ayat (2a) text", "30 secondary"),
    ("30 ayat (5)", "30 ayat (5) text", "30 secondary"),
    ("31 ayat (1)", "31 ayat (1) text", "31 ayat (1) secondary"),
    ("31 ayat (2)", "31 secondary", "31 secondary"),
    ("32 ayat (1)", "32 ayat (1) text", "32 ayat (1) secondary"),
    ("33 ayat (3)", "33 ayat (3) secondary", "33 ayat (3) secondary"),
    ("39 ayat (4)", "39 ayat (4) secondary", "39 ayat (4) secondary"),
    ("51 ayat (1) huruf b", "51 ayat (1) huruf b text", "51 ayat (1) huruf b secondary"),
    ("51 ayat (2) huruf i", "51 ayat (2) huruf i text", "51 ayat (2) huruf i secondary"),
    ("51 ayat (3)", "51 ayat (4) text", "51 ayat (4) secondary"),
    ("51 ayat (4)", "51 ayat (5) text", "51 ayat (5) secondary"),
    ("51 ayat (5)", "51 ayat (6) text", "51 ayat (6) secondary"),
    ("51 ayat (5) huruf a", "51 ayat (6) huruf a text", "51 ayat (6) huruf a secondary"),
    ("51 ayat (5) huruf b", "51 ayat (6) huruf b text", "51 ayat (6) huruf b secondary"),
    ("51 ayat (7)", "51 secondary", "51 secondary"),
    ("51 ayat (8)", "51 secondary", "51 secondary"),
    ("51 ayat (9)", "51 secondary", "51 secondary"),
    ("51 ayat (10)", "51 ayat (10) secondary", "51 ayat (10) secondary"),
    ("65 ayat (4)", "65 ayat (4) text", "65 ayat (4) secondary"),
    ("67", "67 text", "67 secondary"),
    ("67 ayat (8)", "67 ayat (3) huruf e text", "67 secondary"),
    ("67 ayat (9)", "67 ayat (3) huruf f text", "67 secondary"),
    ("78 ayat (5) huruf b", "78 ayat (5) huruf b secondary", "78 secondary"),
]  # fmt: skip

ENDED = [
    ("Perka LKPP 14/2012", "2018-12-31", "2019-01-01"),
    ("Standar Dokumen Pengadaan sebelum Perpres 16/2018", "2018-12-31", "2019-01-01"),
    ("RKS sebuah tender sebelum Perpres 16/2018", "2018-12-31", "2019-01-01"),
    ("Perpres 54/2010", "2018-06-30", "2018-07-01"),
    ("Peraturan LKPP 9/2018", "2021-06-01", "2021-06-02"),
    ("Kepdep LKPP 3/2018", "2021-06-01", "2021-06-02"),
]

# Texts of a later day, with the day before and the first.
BEGUN = [
    ("Peraturan LKPP 9/2018", "2018-05-31", "2018-06-01"),
    ("Kepdep LKPP 3/2018", "2018-05-31", "2018-06-01"),
    ("Permen PUPR 14/2020", "2020-05-30", "2020-05-31"),
    ("Peraturan LKPP 12/2021", "2021-06-01", "2021-06-02"),
    ("SE Kepala LKPP 4/2022", "2022-01-24", "2022-01-25"),
]
