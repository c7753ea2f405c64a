"""Parts of a *gabungan* that were typed with PPN."""

from pathlib import Path

from click.testing import CliRunner

from tender_cli.main import main

FOLDER = Path(__file__).parent / "17-parts-of-a-gabungan-with-ppn"


def test_both_bids_are_refused_with_the_figure_of_each_reading() -> None:
    """6.500.000 with PPN inside, 7.215.000 with it added: no bid falls and no tender fails."""
    told = CliRunner().invoke(main, ["check", str(FOLDER)])

    assert told.exit_code == 1
    assert told.output.count("ATR048") == 2
    for figure in ("Rp6.500.000,00", "Rp7.215.000,00", "Rp6.600.000,00", "Rp7.326.000,00"):
        assert figure in told.output
