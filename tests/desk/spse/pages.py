"""Pages of the structure that SPSE's have, with bidders that do not exist."""

from tender_desk.spse.page_reading import read_spse

CHECK, CROSS, DASH = (f'<i class="fa fa-{icon}"></i>' for icon in ("check", "close", "minus"))
STAR = '<img src="/eproc4/public/images/star.gif" alt="*">'
ONE, TWO = "01.234.567.8-901.000", "02.345.678.9-012.000"
HEADS = (
    "No", "Nama Peserta", "K", "A", "T", "P", "PT", "HN", "H", "B", "P", "PK", "Alasan",
)  # fmt: skip
# The winner, and one that fell at the technical evaluation.
ROWS = (
    ("1", f"PT Satu Contoh - {ONE}", CHECK, CHECK, CHECK, "Rp 999.000.000,00",
     "Rp 1.098.900.000,00", "Rp 1.098.900.000,00", CHECK, CHECK, STAR, STAR, ""),
    ("2", f"CV. Dua Contoh - {TWO}", CHECK, CHECK, CROSS, "Rp. 1.100.000.000,50",
     "", "", DASH, "", "", "", "Metode tidak sesuai"),
)  # fmt: skip
RINCIAN = (
    "Jenis Barang/Jasa", "Satuan Unit", "Volume", "Harga/Biaya", "Pajak (%)", "Total", "Keterangan",
)  # fmt: skip


def table(heads=HEADS, rows=ROWS, before=""):
    """A table as HTML, with the text that stands before it."""
    head = "".join(f"<th>{cell}</th>" for cell in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<p>{before}</p><table class='table table-sm'><thead><tr>{head}</tr></thead>{body}</table>"
    )


def page(*tables):
    """A saved page around `tables`, with what a browser saves along."""
    junk = (
        "<script>var t = '<table><tr><th>Nama Peserta</th></tr></table>'</script><style>a{}</style>"
    )
    menu = '<ul class="nav"><li><a href="hasil_files/x.css">Peserta</a></li></ul>'
    body = "".join(tables or (table(),))
    head = f"<head><title>Hasil</title>{junk}</head>"
    return f"<!DOCTYPE html><html>{head}<body>{menu}{body}</body></html>"


def read(*tables):
    """What is read of a page of `tables`."""
    return read_spse(page(*tables).encode(), "hasil.html")


def pasted(*lines):
    """What is read of lines that were pasted, cells apart by `|`."""
    return read_spse("\n".join(lines).replace("|", "\t").encode(), "tempel.txt")


def codes(reading):
    """The code and place of everything that was not understood."""
    return [(told.code, told.cell) for told in reading.diagnose("id")]
