"""`python -m tender_cli` is the command `tender`."""

from tender_cli.main import main

if __name__ == "__main__":
    main(prog_name="tender")
