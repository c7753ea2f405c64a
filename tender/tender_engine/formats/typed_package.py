# ruff: noqa: UP013 - several keys a line: classes would take three pages
"""`tender-package/1` as it is written, for who checks types; `docs/format.md` says what it means.

What says nothing is left out. A rulebook declares further keys: what a document asks at a stage,
what is known there, and what stands at a business (`business_size`). Those are in no type; `get`
reads them.
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

__all__ = ["PackageDict"]

# A figure is a text in plain notation, exact; money in rupiah. A term is one of an enumeration, or
# the id of a stage. Days and moments are texts of ISO 8601, moments with their offset.
Id: TypeAlias = str
Number: TypeAlias = str
Term: TypeAlias = str
Day: TypeAlias = str
Moment: TypeAlias = str

# What can be looked up, and people.
Evidence = TypedDict("Evidence", {"file": str, "page": NotRequired[str]})
Person = TypedDict("Person", {
    "id": NotRequired[Id], "name": str, "nik": NotRequired[str], "npwp": NotRequired[str],
    "position": NotRequired[str], "share_percent": NotRequired[Number]})  # fmt: skip
KeyPerson = TypedDict("KeyPerson", {
    "id": NotRequired[Id], "name": str, "nik": NotRequired[str], "npwp": NotRequired[str],
    "position": NotRequired[str], "share_percent": NotRequired[Number],
    "certificate": NotRequired[str]})  # fmt: skip
Equipment = TypedDict("Equipment", {
    "id": Id, "title": str, "serial": NotRequired[str], "plate": NotRequired[str],
    "owner": NotRequired[str]})  # fmt: skip
Contact = TypedDict("Contact", {"phone": list[str], "email": list[str]}, total=False)
Deed = TypedDict("Deed", {"number": str, "date": Day, "notary": str})
FileProperties = TypedDict("FileProperties", {
    "file": str, "of": Term, "author": NotRequired[str], "last_by": NotRequired[str],
    "company": NotRequired[str], "created": NotRequired[Moment], "modified": NotRequired[Moment],
    "software": NotRequired[str]})  # fmt: skip
PriceCommitment = TypedDict("PriceCommitment", {"alg": Term, "value": str})
PartyDict = TypedDict("PartyDict", {
    "id": Id, "name": str, "kind": str, "officers": NotRequired[list[Person]],
    "shareholders": NotRequired[list[Person]]})  # fmt: skip

# The tender, its document and its panel.
Criterion = TypedDict("Criterion", {
    "id": Id, "title": str, "clause": NotRequired[str], "weight": NotRequired[Number],
    "threshold": NotRequired[Number], "max_score": NotRequired[Number],
    "unsur": NotRequired[Term]})  # fmt: skip
Requirements = TypedDict("Requirements", {
    "criteria": list[Criterion], "clauses": dict[str, str], "rounding": Term, "binding": Term,
    "lowest": int, "clause": str, "weight": Number, "threshold": Number, "panel": Term,
    "tkdn_preference": Number, "tkdn_least": Number, "operating_years": int,
    "scope": Term}, total=False)  # fmt: skip
HpsLine = TypedDict("HpsLine", {
    "id": Id, "description": str, "unit": str, "quantity": Number, "unit_price": Number,
    "vat_percent": NotRequired[Number], "vat_base": NotRequired[str], "part": NotRequired[Term],
    "main": NotRequired[bool], "goods": NotRequired[bool],
    "person_months": NotRequired[Number]})  # fmt: skip
Hps = TypedDict("Hps", {
    "total": Number, "vat_percent": Number, "vat_base": NotRequired[str],
    "lines": NotRequired[list[HpsLine]]})  # fmt: skip
Addendum = TypedDict("Addendum", {
    "number": str, "date": NotRequired[Day], "subject": NotRequired[str]})  # fmt: skip
Document = TypedDict("Document", {
    "number": str, "date": Day, "addenda": NotRequired[list[Addendum]]})  # fmt: skip
DocumentValue = TypedDict("DocumentValue", {
    "param": str, "value": str, "clause": str, "reason": str})  # fmt: skip
Regulation = TypedDict("Regulation", {
    "overlays": list[str], "values": list[DocumentValue]}, total=False)  # fmt: skip
TenderDict = TypedDict("TenderDict", {
    "code": str, "rup_code": NotRequired[str], "title": str, "buyer": str, "work_unit": str,
    "funding": NotRequired[str], "fiscal_year": NotRequired[str], "document": Document,
    "category": Term, "procedure": Term, "envelope": Term, "method": Term, "contract": Term,
    "announced_on": Day, "complex": NotRequired[bool], "integrated": NotRequired[bool],
    "international": NotRequired[bool], "qualification_round": NotRequired[int],
    "round": NotRequired[int], "pagu": Number, "hps": Hps, "requirements": dict[Term, Requirements],
    "regulation": NotRequired[Regulation], "time_zone": NotRequired[str]})  # fmt: skip
PokjaMember = TypedDict("PokjaMember", {
    "id": Id, "name": str, "nip": NotRequired[str], "role": NotRequired[str]})  # fmt: skip
Pokja = TypedDict("Pokja", {"decree": str, "members": list[PokjaMember]})

# Those who bid.
Coefficient = TypedDict("Coefficient", {
    "offered": Number, "accepted": NotRequired[bool], "agreed": NotRequired[Number],
    "hps": NotRequired[Number]})  # fmt: skip
BasePrice = TypedDict("BasePrice", {
    "offered": Number, "accepted": bool, "market": Number, "hps": Number}, total=False)  # fmt: skip
Component = TypedDict("Component", {
    "id": Id, "kind": Term, "description": str, "unit": str, "coefficient": Coefficient,
    "price": BasePrice})  # fmt: skip
AnalysedLine = TypedDict("AnalysedLine", {
    "id": Id, "components": NotRequired[list[Component]], "overhead_percent": NotRequired[Number],
    "profit_percent": NotRequired[Number], "unit_price": NotRequired[BasePrice]})  # fmt: skip
FairnessAnalysis = TypedDict("FairnessAnalysis", {"lines": list[AnalysedLine]})
Unbalanced = TypedDict("Unbalanced", {"id": Id, "outcome": Term, "note": NotRequired[str]})
MemberFacts = TypedDict("MemberFacts", {"evidence": list[Evidence]}, total=False)
Facts = TypedDict("Facts", {
    "kewajaran_harga": FairnessAnalysis, "timpang": list[Unbalanced],
    "evidence": list[Evidence]}, total=False)  # fmt: skip
PriceLine = TypedDict("PriceLine", {
    "id": Id, "quantity": NotRequired[Number], "unit_price": Number | None,
    "amount": NotRequired[Number], "vat_percent": NotRequired[Number], "vat_base": NotRequired[str],
    "tkdn_percent": NotRequired[Number], "extra": NotRequired[bool],
    "description": NotRequired[str], "unit": NotRequired[str], "part": NotRequired[Term],
    "person_months": NotRequired[Number]})  # fmt: skip
StatedParts = TypedDict("StatedParts", {"harga_satuan": Number, "lumsum": Number})
LifeCycle = TypedDict("LifeCycle", {
    "operating": list[Number], "maintenance": list[Number], "residual": Number})  # fmt: skip
Price = TypedDict("Price", {
    "stated_total": Number, "vat_percent": Number, "vat_base": NotRequired[str],
    "schedule_total": NotRequired[Number], "stated_parts": NotRequired[StatedParts],
    "lines": NotRequired[list[PriceLine]], "corrected_total": NotRequired[Number],
    "corrected_by": NotRequired[Term], "tkdn_percent": NotRequired[Number],
    "life_cycle": NotRequired[LifeCycle]})  # fmt: skip
Submitted = TypedDict("Submitted", {
    "kualifikasi": Moment, "penawaran": Moment,
    "penawaran_tahap_dua": Moment}, total=False)  # fmt: skip
Member = TypedDict("Member", {
    "id": Id, "name": str, "npwp": NotRequired[str], "share_percent": NotRequired[Number],
    "lead": NotRequired[bool], "facts": NotRequired[dict[Term, MemberFacts]]})  # fmt: skip
ParticipantDict = TypedDict("ParticipantDict", {
    "id": Id, "name": str, "npwp": NotRequired[str], "submitted": NotRequired[Submitted],
    "members": NotRequired[list[Member]], "officers": NotRequired[list[Person]],
    "shareholders": NotRequired[list[Person]], "key_personnel": NotRequired[list[KeyPerson]],
    "equipment": NotRequired[list[Equipment]],
    "address": NotRequired[str], "contact": NotRequired[Contact],
    "bank_accounts": NotRequired[list[str]], "deeds": NotRequired[list[Deed]],
    "file_metadata": NotRequired[list[FileProperties]],
    "price_commitment": NotRequired[PriceCommitment],
    "facts": NotRequired[dict[Term, Facts]], "price": NotRequired[Price]})  # fmt: skip

# What people judged, and what happened.
AssessmentDict = TypedDict("AssessmentDict", {
    "stage": Term, "participant": Id, "criterion": NotRequired[Id], "by": list[Id],
    "verdict": NotRequired[Term], "score": NotRequired[Number], "note": NotRequired[str],
    "clause": NotRequired[str], "evidence": NotRequired[list[Evidence]], "at": Moment})  # fmt: skip
Present = TypedDict("Present", {"name": str, "role": str, "for": NotRequired[Id]})
TalkedItem = TypedDict("TalkedItem", {
    "line": NotRequired[Id], "title": NotRequired[str], "asked": str, "agreed": str})  # fmt: skip
Deadline = TypedDict("Deadline", {
    "type": Literal["batas_pemasukan"], "at": Moment, "of": Term, "until": Moment})  # fmt: skip
Extension = TypedDict("Extension", {
    "type": Literal["perpanjangan"], "at": Moment, "of": Term, "until": Moment})  # fmt: skip
Closing = TypedDict("Closing", {"type": Literal["penutupan"], "at": Moment, "of": Term})
PriceOpening = TypedDict("PriceOpening", {"type": Literal["pembukaan_harga"], "at": Moment})
Clarification = TypedDict("Clarification", {
    "type": Literal["klarifikasi"], "at": Moment, "participant": Id, "stage": Term, "question": str,
    "answer": str, "evidence": NotRequired[list[Evidence]]})  # fmt: skip
Negotiation = TypedDict("Negotiation", {
    "type": Literal["negosiasi"], "at": Moment, "participant": Id, "outcome": Term,
    "total": NotRequired[Number], "items": NotRequired[list[TalkedItem]]})  # fmt: skip
ReverseAuction = TypedDict("ReverseAuction", {
    "type": Literal["reverse_auction"], "at": Moment, "held": bool,
    "totals": NotRequired[dict[Id, Number]], "reason": str})  # fmt: skip
Withdrawal = TypedDict("Withdrawal", {
    "type": Literal["pengunduran_diri"], "at": Moment, "participant": Id, "stage": Term,
    "reason": str, "accepted": NotRequired[bool], "cause": NotRequired[Term]})  # fmt: skip
RankingDecision = TypedDict("RankingDecision", {
    "type": Literal["keputusan_peringkat"], "at": Moment, "by": list[Id], "order": list[Id],
    "reason": str})  # fmt: skip
Confirmation = TypedDict("Confirmation", {
    "type": Literal["konfirmasi_nilai"], "at": Moment, "param": str, "value": str,
    "clause": str})  # fmt: skip
TypingConfirmation = TypedDict("TypingConfirmation", {
    "type": Literal["konfirmasi_isian"], "at": Moment, "doubt": Term, "participant": Id,
    "line": NotRequired[Id], "figure": Number, "by": list[Id], "note": str})  # fmt: skip
Award = TypedDict("Award", {
    "type": Literal["penetapan"], "at": Moment, "of": Term, "by": Term, "number": str,
    "winner": NotRequired[Id], "reserves": NotRequired[list[Id]],
    "list": NotRequired[list[Id]]})  # fmt: skip
FailureAct = TypedDict("FailureAct", {
    "type": Literal["pernyataan_gagal"], "at": Moment, "of": Term, "by": Term, "ground": str,
    "evidence": NotRequired[list[Evidence]]})  # fmt: skip
Cancellation = TypedDict("Cancellation", {
    "type": Literal["pembatalan"], "at": Moment, "by": Term, "reason": str,
    "number": NotRequired[str], "evidence": NotRequired[list[Evidence]]})  # fmt: skip
Announcement = TypedDict("Announcement", {"type": Literal["pengumuman"], "at": Moment, "of": Term})
Objection = TypedDict("Objection", {
    "type": Literal["sanggah"], "at": Moment, "of": Term, "participant": Id,
    "channel": NotRequired[Term], "addressee": NotRequired[Term]})  # fmt: skip
ObjectionAnswer = TypedDict("ObjectionAnswer", {
    "type": Literal["jawaban_sanggah"], "at": Moment, "of": Term, "participant": Id,
    "decision": Term, "cause": NotRequired[str]})  # fmt: skip
Appeal = TypedDict("Appeal", {
    "type": Literal["sanggah_banding"], "at": Moment, "of": Term, "participant": Id,
    "bond": NotRequired[Number], "decision": NotRequired[Term],
    "addressee": NotRequired[Term]})  # fmt: skip
BondClarification = TypedDict("BondClarification", {
    "type": Literal["klarifikasi_jaminan"], "at": Moment, "participant": Id,
    "result": Term})  # fmt: skip
AppealAnswer = TypedDict("AppealAnswer", {
    "type": Literal["jawaban_sanggah_banding"], "at": Moment, "participant": Id,
    "decision": Term})  # fmt: skip
ObjectionPeriodEnd = TypedDict("ObjectionPeriodEnd", {
    "type": Literal["akhir_masa_sanggah"], "at": Moment, "of": Term})  # fmt: skip
AwardProposal = TypedDict("AwardProposal", {
    "type": Literal["usul_penetapan"], "at": Moment, "number": NotRequired[str]})  # fmt: skip
Refusal = TypedDict("Refusal", {
    "type": Literal["penolakan"], "at": Moment, "by": Term, "reason": str})  # fmt: skip
Explanation = TypedDict("Explanation", {
    "type": Literal["penjelasan"], "at": Moment, "number": NotRequired[str]})  # fmt: skip
Appointment = TypedDict("Appointment", {
    "type": Literal["sppbj"], "at": Moment, "participant": Id, "number": str})  # fmt: skip
DeclaredInterest = TypedDict("DeclaredInterest", {
    "type": Literal["pernyataan"], "at": Moment, "member": Id, "interest": str | bool,
    "participants": NotRequired[list[Id]]})  # fmt: skip
Invitation = TypedDict("Invitation", {
    "type": Literal["undangan"], "at": Moment, "of": Term, "participant": Id, "for": Moment,
    "place": NotRequired[str], "number": NotRequired[str],
    "present": NotRequired[list[Present]]})  # fmt: skip
Letter = TypedDict("Letter", {
    "type": Literal["surat"], "at": Moment, "of": Id, "participant": NotRequired[Id], "number": str,
    "place": NotRequired[str], "date": Day})  # fmt: skip
Minutes = TypedDict("Minutes", {
    "type": Literal["berita_acara"], "at": Moment, "of": Term, "number": str, "place": str,
    "present": NotRequired[list[Present]]})  # fmt: skip
EventDict: TypeAlias = (
    Deadline
    | Extension
    | Closing
    | PriceOpening
    | Clarification
    | Negotiation
    | ReverseAuction
    | Withdrawal
    | RankingDecision
    | Confirmation
    | TypingConfirmation
    | Award
    | FailureAct
    | Cancellation
    | Announcement
    | Objection
    | ObjectionAnswer
    | Appeal
    | BondClarification
    | AppealAnswer
    | ObjectionPeriodEnd
    | AwardProposal
    | Refusal
    | Explanation
    | Appointment
    | DeclaredInterest
    | Invitation
    | Letter
    | Minutes
)

Previous = TypedDict("Previous", {"kind": Term, "package": str, "reason": str})


class PackageDict(TypedDict):
    """A package."""

    format: str
    tender: TenderDict
    pokja: Pokja
    participants: NotRequired[list[ParticipantDict]]
    parties: NotRequired[list[PartyDict]]
    assessments: NotRequired[list[AssessmentDict]]
    events: NotRequired[list[EventDict]]
    previous: NotRequired[Previous]
    extensions: NotRequired[Any]
