"""Which facts of a finding are amounts of rupiah, which people read to the sen."""

__all__ = ["is_amount"]

_AMOUNTS = frozenset(
    {
        "batas",
        "biaya_operasional",
        "biaya_pemeliharaan",
        "biaya_umur_ekonomis",
        "daftar_kuantitas",
        "disepakati",
        "harga_penawaran",
        "harga_reverse_auction",
        "harga_terkoreksi",
        "hasil_klarifikasi",
        "hea",
        "nilai_sisa",
        "pagu",
        "penawaran_tanpa_ppn",
        "pengaruh",
        "pengurang",
        "surat_penawaran",
        "total_terkoreksi",
    }
)
# What else may be days or percent is money in the facts of these rules.
_ASKED, _OF_MONEY = frozenset({"diminta", "diserahkan"}), frozenset({"administration.bid_bond"})


def is_amount(rule: str, name: str) -> bool:
    """Whether the fact `name` of a finding by `rule` is an amount of rupiah."""
    return name in _AMOUNTS or (rule in _OF_MONEY and name in _ASKED)
