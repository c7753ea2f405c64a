"""The Indonesian of what click says by itself."""

__all__ = ["CLICK"]

# Where a text has places, click fills them; the keys are click's own texts.
CLICK = {
    "Usage:": "Pemakaian:",
    "[OPTIONS]": "[OPSI]",
    "COMMAND [ARGS]...": "PERINTAH [KATA]...",
    "Options": "Opsi",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Error: {message}": "Galat: {message}",
    "Try '{command} {option}' for help.": "Bantuan: '{command} {option}'.",
    "Missing command.": "Perintahnya belum disebut.",
    "No such command {name!r}.": "Tidak ada perintah {name!r}.",
    "No such option {name!r}.": "Tidak ada opsi {name!r}.",
    "Did you mean {possibility}?": "Maksud Anda {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Maksud Anda salah satu dari: {possibilities}?)",
    "Missing argument": "Belum disebut:",
    "Missing option": "Opsi belum disebut:",
    "Missing parameter": "Belum disebut:",
    "Choose from:\n\t{choices}": "Pilih dari:\n\t{choices}",
    "Invalid value: {message}": "Nilai tidak sah: {message}",
    "Invalid value for {param_hint}: {message}": "Nilai tidak sah untuk {param_hint}: {message}",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "{name} {filename!r} is not readable.": "Tidak ada izin untuk membaca {filename!r}.",
    "Option {name!r} requires an argument.": "Opsi {name!r} memerlukan nilai.",
    "Option {name!r} does not take a value.": "Opsi {name!r} tidak memakai nilai.",
    "Got unexpected extra argument ({args})": "Kata berlebih: {args}",
    "Got unexpected extra arguments ({args})": "Kata berlebih: {args}",
    "default: {default}": "bawaan: {default}",
    "env var: {var}": "variabel lingkungan: {var}",
    "Aborted!": "Dihentikan.",
}
