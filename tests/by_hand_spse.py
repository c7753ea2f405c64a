"""A second, slow way to every total that SPSE may have made: whole fractions, line after line.

It takes the bid and the estimate as they are written, and nothing of the program's own lines.
"""

from fractions import Fraction

from tender_engine.terms import Contract

FIXED = ("lumsum", "terima_jadi", "putar_kunci")


def spse_total(price, tender, way):
    """The total with PPN by the choices of `way`, exactly, rounded as it says."""
    if way.uncorrected:
        return cut(Fraction(price.stated_total), way, "total")
    estimate = {line.id: line for line in tender.hps.lines or ()}
    total = Fraction(0)
    for line in price.lines:
        wanted = estimate.get(line.id)
        if wanted is None and not way.extra:
            continue
        net = net_of(line, wanted, way, tender)
        rate = Fraction(rate_of(line, wanted, way, price, tender)) / 100
        total += cut(cut(net, way, "baris") * (1 + rate), way, "baris_ppn")
    if tender.contract is Contract.GABUNGAN and not way.lumsum:
        total += beyond_the_lines(price, tender, way, estimate)
    return cut(total, way, "total")


def is_fixed(wanted, tender):
    """Whether a line of the document is part of a lumsum price."""
    if tender.contract is Contract.GABUNGAN:
        return wanted is not None and wanted.part == "lumsum"
    return tender.contract in FIXED


def as_written(line):
    """The amount as it stands, or what stands beside it multiplied."""
    if line.amount is not None:
        return Fraction(line.amount)
    months = 1 if line.person_months is None else line.person_months
    return Fraction(line.quantity or 0) * Fraction(months) * Fraction(line.unit_price or 0)


def net_of(line, wanted, way, tender):
    """A line without PPN."""
    if is_fixed(wanted, tender) and not way.lumsum:
        return as_written(line)
    if line.unit_price is None:
        return as_written(line) if way.blank or wanted is None else Fraction(0)
    if way.source == "jumlah_tertulis":
        return as_written(line)
    asked = None if wanted is None else wanted.person_months
    volume, months = line.quantity, asked if line.person_months is None else line.person_months
    if wanted is not None and (way.source == "volume_dokumen" or volume is None):
        volume, months = wanted.quantity, asked
    if volume is None:
        return as_written(line)
    return Fraction(volume) * Fraction(1 if months is None else months) * Fraction(line.unit_price)


def rate_of(line, wanted, way, price, tender):
    """The PPN of a line in percent."""
    general = tender.hps.vat_percent
    asked = general if wanted is None or wanted.vat_percent is None else wanted.vat_percent
    if way.vat == "tanpa_ppn":
        return 0
    if way.vat == "ppn_umum":
        return general
    if way.vat == "ppn_dokumen":
        return asked
    if tender.contract is Contract.GABUNGAN and is_fixed(wanted, tender):
        return price.vat_percent if asked == general else asked
    if line.vat_percent is not None:
        return line.vat_percent
    return price.vat_percent if asked == general else asked


def beyond_the_lines(price, tender, way, estimate):
    """What a gabungan price states as lumsum beyond the lines that it lists."""
    listed = [x for x in price.lines if is_fixed(estimate.get(x.id), tender) and x.id in estimate]
    rest = Fraction(price.stated_parts.lumsum) - sum(map(as_written, listed), Fraction(0))
    rates = {
        tender.hps.vat_percent if line.vat_percent is None else line.vat_percent
        for line in estimate.values()
        if is_fixed(line, tender)
    }
    rate = rates.pop() if len(rates) == 1 else tender.hps.vat_percent
    if way.vat == "ppn_penawaran" and rate == tender.hps.vat_percent:
        rate = price.vat_percent
    rate = {"tanpa_ppn": 0, "ppn_umum": tender.hps.vat_percent}.get(way.vat, rate)
    return cut(cut(rest, way, "baris") * (1 + Fraction(rate) / 100), way, "baris_ppn")


def cut(amount, way, scope):
    """`amount` rounded where `way` rounds this."""
    if way.rounded is None or way.rounded.scope != scope:
        return amount
    units = amount * 10**way.rounded.places
    whole = units.numerator // units.denominator
    up = not way.rounded.down and units - whole >= Fraction(1, 2)
    return Fraction(whole + up, 10**way.rounded.places)
