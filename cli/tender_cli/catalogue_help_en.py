"""What commands and options are for, in English, by key."""

__all__ = ["HELP"]

HELP = {
    "commands": "Commands",
    "exit_codes": "Exit codes",
    "exit.0": "done; evaluated, whatever the result",
    "exit.1": "the data is invalid, or a verification failed",
    "exit.2": "used wrongly, or a file is not there",
    "exit.3": "the evaluation waits for a judgement or an input",
    "exit.4": "an error of this program",
    "tender.help": "Evaluates government tenders: corrects, judges, ranks, explains, records and"
    " replays. PATH is a file, a folder with paket.json or paket.xlsx, or - for standard input."
    " Language: --lang id|en anywhere, or TENDER_LANG.",
    "init.short": "Make an example package, or a workbook to fill in.",
    "check.short": "Check a package and tell all its faults.",
    "status.short": "Tell how far each tender of a folder is.",
    "evaluate.short": "Evaluate a package, for people or as JSON.",
    "bahp.short": "Write the BAHP, other minutes, and letters.",
    "reasons.short": "Print the reasons, ready to paste into SPSE.",
    "report.short": "Make an HTML report for screen and paper.",
    "worksheet.short": "Refresh the workbook with what the engine found beside it.",
    "explain.short": "Explain a participant's result, a rule or a code.",
    "similar.short": "Tell what is the same between bidders, over tenders too.",
    "compare.short": "Compare two evaluations: what differs, and why.",
    "whatif.short": "Tell which number, word or bidder would change the result.",
    "batch.short": "Evaluate many tenders at once, a row each.",
    "ulang.short": "Write the package of a repeat: of evaluation, bids, tender, qualification.",
    "import.short": "Read SPSE's tables or an OCDS release: compare or fill a package.",
    "export.short": "Write what is public as releases of OCDS.",
    "workflow.short": "Draw the procedure and the path a tender took.",
    "rules.short": "List the values and rules in force.",
    "verify.short": "Verify a recorded trail and replay it.",
    "serve.short": "Answer other programs, one line of JSON a request.",
    "init.help": "Make the folder DIR with a filled, valid example package and what explains it."
    " A folder that holds anything is not touched.",
    "check.help": "Read the package at PATH and tell every fault with its place and a hint."
    " Nothing is written.",
    "similar.help": "Tell what is the same between the bidders of the package at PATH: numbers,"
    " names, files and opened prices, and how rare that is. No verdict, and no part of any"
    " paper; people conclude. Of several PATHs, or of a folder of many tenders as for tender"
    " status,"
    " also who is joined to whom across tenders, who met whom how often, what is offered in"
    " packages"
    " at once, and red flags. Prices are compared inside one tender only.",
    "status.help": "Tell the stage, what is awaited from whom, doubts about typing, what keeps the"
    " minutes a draft, and the next days: a line for each tender in FOLDER and the folders in it,"
    " or all of it where there is only one. A folder with paket.json or paket.xlsx is one tender."
    " Hidden folders, cadangan and jejak are left out; a tender with faults has its line too."
    " Without FOLDER, this folder.",
    "evaluate.help": "Evaluate the package at PATH under the law in force on the day of its"
    " announcement. Nothing is written unless --record asks for it.",
    "bahp.help": "Write the Berita Acara Hasil Pemilihan of the package at PATH, in Indonesian; of"
    " a Seleksi its Berita Acara Hasil Seleksi, of a prakualifikasi its Berita Acara Hasil"
    " Prakualifikasi. While the Pokja's act is not in the package, it says KONSEP (draft)."
    " --document chooses other minutes or the letter to one participant; --format docx or pdf"
    " writes Word or PDF. --all DIR writes every document that can be written, numbered, in Word"
    " and PDF, to the new folder DIR; before the result is announced to DIR/dalam, marked RAHASIA"
    " (secret), and says what the other documents wait for.",
    "reasons.help": "Print, in Indonesian, why each participant of the package at PATH passed or"
    " fell at each stage that SPSE asks about (A, K, T, H, B), one paragraph each, to be pasted.",
    "worksheet.help": "Refresh the workbook at PATH: its sheets Hasil and columns Mesin hold, in"
    " Indonesian, corrected cells, verdicts, ranking, and what is awaited; nothing that you typed"
    " is changed. What the file held before is kept in the folder cadangan. With --output it is"
    " written to a new file, and always so for a JSON package.",
    "whatif.help": "Tell what would change the result of the package at PATH if one number,"
    " one vote, one bidder or one reading of the law were another: the"
    " boundary exactly, and the result on both sides. Acts on the result"
    " (penetapan and after) are set aside; prices that were not opened are not"
    " read. It stays inside: no part of it is in a BAHP, a letter or a public"
    " report. Nothing is written.",
    "batch.help": "Evaluate every tender of all SOURCEs and write a row each, in order: where it"
    " came from, its number, and the whole evaluation, or its faults. A SOURCE is a package,"
    " a workbook, a folder as for tender status, a .jsonl or .gz file with a package a"
    " line, or - for standard input that is one. A package with faults stops nothing. A"
    " price that was not opened is in no row; all else is internal. With --output, work"
    " that was broken off goes on with --resume.",
    "report.help": "Make the report on the package at PATH, in Indonesian, as one HTML file without"
    " script or network: the flow, prices against the HPS, corrections, and every participant at"
    " every stage. Without --public it holds what is internal too.",
    "explain.help": "Explain a participant's result with formulas and figures (PATH PARTICIPANT),"
    " a rule, value or named check (such as price.ceiling, bid_bond), a ground of failure, a page"
    " (such as sanggah), or the code of a fault or notice (such as PKT013).",
    "compare.help": "Tell every verdict, price and rank that differs between two evaluations,"
    " with the values of the law and the parts of the package behind it. A and B are two packages;"
    " without B, the package A is compared with itself as if announced on --at or under the local"
    " standard --overlay. A price that was not opened is not told. The exit code is 0 also where"
    " something differs.",
    "ulang.help": "Write the package NEW that repeats the package OLD, with what it takes over."
    " evaluasi: the same bids, with every judgement but those that --anew names. penawaran: whoever"
    " was registered, after a prakualifikasi with the qualification. tender and prakualifikasi:"
    " what the document asks, in the next round, announced on --announced. NEW is a folder, a"
    " paket.json or a workbook .xlsx; without an ending it is what OLD is. The reason is the answer"
    " to an objection or the failure that OLD records. OLD is not changed; keep it as it is, for"
    " NEW names its digest.",
    "import.help": "Read what another system shows or publishes. See tender import spse --help"
    " and tender import ocds --help.",
    "import.ocds.short": "A release of OCDS 1.1: tender, bidders, values of bids, award.",
    "import.ocds.help": "Write the package of the one release of OCDS 1.1 in FILE, or - for"
    " standard input, as far as that release goes. Nothing is made up: what the package lacks and"
    " what of the release was not taken is told one by one.",
    "export.help": "Write what other systems can read. See tender export ocds --help.",
    "export.ocds.short": "A release package of OCDS 1.1, one release a tender.",
    "export.ocds.help": "Write the release package of OCDS 1.1 of each tender at PATH: a file, a"
    " folder, or a folder of many tenders. Only what is public: before its result is announced the"
    " notice and its document, after that also bids, verdicts with reason and citation, and the"
    " award. Unit prices of the HPS, prices that were not opened and what members said are never"
    " in it. docs/ocds.md says what becomes what.",
    "spse.short": "SPSE's tables: bidders, results, price lines.",
    "spse.help": "Compare SPSE's tables with the evaluation of the package at PATH: bids,"
    " corrected and negotiated totals, the marks A K T H B, and the winner; every difference"
    " is explained line by line. FILE is a page of SPSE saved as HTML, a table pasted into a"
    " text file, or - for standard input. With --fill, what the package lacks is filled into"
    " a new package OUT; what is there is never changed. Where PATH is a workbook and OUT ends"
    " in .xlsx, OUT is that very workbook, with cells filled that were empty.",
    "workflow.help": "Draw a procedure. With the PATH of a package, the path that its tender took"
    " is marked.",
    "rules.help": "List the values and rules in force today or on --at, with their provisions and"
    " how well each was read. With NAME: one value or rule with all its entries. With diff FROM TO:"
    " what changed from one day to the other.",
    "verify.help": "Verify a recorded trail: its chain, its packages, the root on the paper, and"
    " every run again. PATH is the package folder, the folder of the trail, or jejak.jsonl.",
    "serve.help": "Answer the requests of another program, in any language, until standard input"
    " ends: each line is one JSON object with id, op (check, evaluate, bahp, explain, compare,"
    " reasons, whatif, similar, rules, schema) and mostly package; each answer is one line, in"
    " order, with result or error. Nothing is kept between requests and nothing is written. The"
    " answers are for those inside: audience says of each whom it is for. See docs/serve.md.",
    "option.stdio": "Requests on standard input, answers on standard output.",
    "option.timeout": "End a request that takes longer than SECONDS; the next ones are answered.",
    "option.after-award": "Draw what becomes of a result after penetapan, announcement and sanggah;"
    " with a PATH where it stands.",
    "option.lang": "Language: id (Indonesian) or en (English).",
    "option.json": "Print one JSON object and nothing else on standard output.",
    "option.record": "Record the run; without DIR in the folder jejak beside the package.",
    "option.shared": "With --record: leave to the umask who may read what is new; else only you.",
    "option.format": "Form of the output.",
    "option.internal": "The working paper: everything, also what is not public.",
    "option.workbook": "An empty Excel workbook to fill in.",
    "option.from": "Take the requirements, criteria and panel members of this tender; or of a"
    " checklist: an .xlsx with the sheets Persyaratan and Kriteria, or one that comes with it:"
    " konstruksi, barang, konsultansi.",
    "option.public": "Without what is internal.",
    "option.at_time": "The time on the results and in the name of the copy, not that of the clock.",
    "option.document": "The document to write:",
    "option.participant": "Of this participant alone; a letter needs it.",
    "option.all": "Write every document that can be written to this folder; what is in it stays.",
    "option.draft": "With --all: also what is still KONSEP (a draft).",
    "option.kop": "The office's letterhead (.docx) to write the Word document or PDF on.",
    "option.output": "Write to this new file; its ending decides the format.",
    "option.previous": "Hold it against the package OLD that this one repeats.",
    "option.anew": "Judge this stage anew, or this participant at this stage; may be repeated.",
    "option.announced": "The day on which the new tender or prakualifikasi was announced.",
    "option.reason": "Why it is repeated, where OLD does not record it.",
    "option.set": "The result if this were another: what the screen says under What is changed, or"
    " its place in the package (tender.hps.total=1000000).",
    "option.today": "How the days stand, on screens and in drafts, as of this date.",
    "option.at": "The law in force on this day.",
    "option.overlay": "Add this local standard.",
    "option.anchor": "The root printed in the signed BAHP, or the 16 digits in its foot.",
    "option.publisher": "The name of whoever publishes.",
    "option.ocid-prefix": "The registered ocid prefix, such as ocds-213czf.",
    "option.published": "The day of publication; without it the last day that is told.",
    "option.uri": "The URI of the release package; without it urn:ocds:OCID:ROOT.",
    "option.extension": "Where the publisher serves extension.json of this program.",
    "option.with-identifiers": "With NPWP: for those inside alone, not for the public.",
    "option.ocid": "The release of this tender, where the file holds several.",
    "option.workers": "So many processes; without it as many as processors, 0 in this very one.",
    "option.summary": "In short: state, result, winner, final prices, what is awaited, notices.",
    "option.root": "With --summary: the root of the trail too.",
    "option.resume": "Go on with FILE after its last whole line.",
    "option.scheduler": "Work on the dask scheduler at this address, or on one that is made here.",
    "option.compare": "Compare each row with a CSV table of published results.",
    "option.fail-on": "Exit code 1 if any is refused (ditolak) or, with --compare, other than"
    " published (berbeda) or without its pair (tanpa_pasangan), 3 if any waits; repeatable.",
    "option.fill": "Write a new package OUT, or PATH itself (a workbook), with what SPSE adds.",
}
