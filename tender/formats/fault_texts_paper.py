"""The words of the faults of texts and figures that no paper can say, in both languages."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "PKT106": FaultText(
        "Huruf ke-{position} ditulis sebagai beberapa tanda Unicode (bukan bentuk NFC), sehingga "
        "teks ini tampak sama dengan teks lain yang berbeda.",
        'Ketik ulang, atau salin bentuk NFC-nya: "{found}".',
        "Character {position} is written as several signs of Unicode (not in the form NFC), so "
        "that this text looks like another one that differs.",
        'Type it again, or copy its form NFC: "{found}".',
    ),
    "PKT107": FaultText(
        "Volume kali harga satuan (atau nilai tertulis) di sini mencapai 19 angka di depan koma; "
        "tidak ada terbilang untuk nilai sebesar itu.",
        "Periksa volume, orang-bulan, koefisien, dan harga satuannya: satu di antaranya tentu "
        "salah ketik. Paling banyak 18 angka.",
        "Quantity times unit price (or the amount as written) comes to 19 digits before the point "
        "here; no words reach such an amount.",
        "Check quantity, person-months, coefficient and unit price: one of them is surely a slip. "
        "At most 18 digits.",
    ),
    "PKT108": FaultText(
        "Jumlah dari daftar ini mencapai 19 angka di depan koma; tidak ada terbilang untuk nilai "
        "sebesar itu.",
        "Periksa baris-barisnya: yang terbesar tentu salah ketik. Paling banyak 18 angka.",
        "What stands in this list sums to 19 digits before the point; no words reach such an "
        "amount.",
        "Check its lines: the largest are surely slips. At most 18 digits.",
    ),
}
