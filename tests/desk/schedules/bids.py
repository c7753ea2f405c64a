"""Documents with what a bidder asks for their lines, by which layouts are filled."""

from decimal import Decimal

from attrs import frozen

from tender_engine.model import HpsLine
from tests.desk.schedules.books import hps

__all__ = ["GOODS", "PEOPLE", "SERVICES", "WORKS", "Document", "Line"]


@frozen
class Line:
    """A line of a document with what a bidder asks for it, and for which volume if another."""

    hps: HpsLine
    price: Decimal | None
    section: str = ""
    offered: Decimal | None = None

    @property
    def volume(self) -> Decimal:
        """The volume as the bidder writes it."""
        return self.hps.quantity if self.offered is None else self.offered

    @property
    def months(self) -> Decimal | None:
        """The second volume."""
        return self.hps.person_months

    @property
    def amount(self) -> Decimal:
        """Volume times price."""
        return self.volume * (self.months or 1) * (self.price or Decimal(0))


@frozen
class Document:
    """The lines of a document with a bid; `rate` is of PPN in percent."""

    lines: tuple[Line, ...]
    rate: Decimal = Decimal(11)

    @property
    def net(self) -> Decimal:
        """The sum of all lines."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def vat(self) -> Decimal:
        """PPN on it."""
        return self.net * self.rate / 100


def _line(section: str, name: str, words: str, unit: str, volume: str, price: str, **more) -> Line:
    return Line(hps(name, words, unit, volume, **more), Decimal(price), section)


# 5,000,000 + 3,000,000 + 36,000,000 + 16,250,000 = 60,250,000; PPN 6,627,500; 66,877,500.
WORKS = Document((
    _line("PEKERJAAN TANAH", "A1", "Galian tanah biasa", "m3", "100", "50000"),
    _line("PEKERJAAN TANAH", "A2", "Urugan pasir", "m3", "12.5", "240000"),
    _line("PEKERJAAN PASANGAN", "B1", "Pasangan batu kali", "m3", "40", "900000"),
    _line("PEKERJAAN PASANGAN", "B2", "Plesteran 1:4", "m2", "250", "65000"),
))  # fmt: skip
# 305,000,000 + 20,500,000 + 17,500,000 = 343,000,000; PPN 37,730,000; 380,730,000.
GOODS = Document((
    _line("", "P1", "Laptop 14 inci", "unit", "20", "15250000"),
    _line("", "P2", "Printer laser", "unit", "5", "4100000"),
    _line("", "P3", "UPS 1200 VA", "unit", "10", "1750000"),
))  # fmt: skip
# 150,000,000 + 162,000,000 + 39,000,000 = 351,000,000; PPN 38,610,000; 389,610,000.
PEOPLE = Document((
    _line("BIAYA PERSONEL", "T1", "Ketua tim", "orang", "1", "25000000", person_months="6"),
    _line("BIAYA PERSONEL", "T2", "Ahli struktur", "orang", "2", "18000000", person_months="4.5"),
    _line("BIAYA NONPERSONEL", "N1", "Sewa kendaraan", "unit", "1", "6500000", person_months="6"),
))  # fmt: skip
# 360,000,000 + 230,400,000 + 5,000,000 = 595,400,000; PPN 65,494,000; 660,894,000.
SERVICES = Document((
    _line("", "S1", "Jasa kebersihan gedung", "bulan", "12", "30000000"),
    _line("", "S2", "Petugas keamanan", "OB", "48", "4800000"),
    _line("", "S3", "Peralatan kebersihan", "ls", "1", "5000000"),
))  # fmt: skip
