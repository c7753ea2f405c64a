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
}
