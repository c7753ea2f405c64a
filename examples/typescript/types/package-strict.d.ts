// Made by make-types.mjs of the schemas of Tender.

/**
 * Something that happened, by its type.
 */
export type Event =
  | Deadline
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
  | Minutes;

/**
 * A tender as far as it is known: what goes in. Not said here: a key stands once in its object; the size of the file, its encoding, and the depth of extensions; how a number literal is written: no exponent, at most 18 digits before and 6 after the point; -0 is refused, and 1.0 is no whole number; lone surrogates, and NUL inside extensions; texts are in the Unicode form NFC, but for notes and other prose, extensions; a date is in the calendar; an id stands once in its list, and a name once in by, order, reserves and list; the panel has an odd number of members, three at least; a gabungan contract needs part at each HPS line, and stated_parts where a bid has lines; a harga_satuan bid has no empty list of lines; penawaran_dievaluasi goes with satu_file only; a scored criterion has weight and max_score, and a threshold of at most max_score; the weights of a stage's scored criteria sum to 100; a weight that is a fraction is at most 100; a KSO has one leader, and its shares sum to 100; nothing was handed in after the deadline in force; a price line is in the HPS, or is extra and gives its description and unit; no line, no component of an analysis and no sum of them comes to 19 digits before the point; corrected_total and corrected_by come together; the work performed of a running contract is at most its value; life_cycle goes with umur_ekonomis only, and has two costs for each of the operating_years; a vat_base is at most 1, and a rate times its base is a percentage that has an end; a bid has person_months only at lines where the HPS has them; members, participants and criteria that are named exist; a judgement is either a verdict or a score, of a kind that its criterion takes, up to its max; a judgement tidak_memenuhi gives its reason; a member answers a question once at a time; technical judgements are not later than the first pembukaan_harga, but in an evaluasi_ulang; a negosiasi that is sepakat has a total and one that is gagal has none; a bidder has one negosiasi at a time; the winner is no reserve.
 */
export interface Package {
  /**
   * The format and its number.
   */
  format: "tender-package/1";
  /**
   * The announcement and the tender document.
   */
  tender: Tender;
  /**
   * The panel that evaluates.
   */
  pokja: Pokja;
  /**
   * Those who registered or bid.
   */
  participants?: null | Participant[];
  /**
   * Who is outside the tender and may be affiliated with a bidder; the engine decides nothing of it.
   */
  parties?: null | Party[];
  /**
   * What members of the panel judged, one entry a word of theirs; none is ever deleted.
   */
  assessments?: null | Assessment[];
  /**
   * What happened, in any order.
   */
  events?: null | Event[];
  /**
   * Of what it is a repeat, if it is one.
   */
  previous?: null | Previous;
  /**
   * Anything of your own, carried along; the desk reads `kantor` and `ulang`.
   */
  extensions?: {
    [k: string]: unknown;
  };
}
/**
 * What is procured, and by which rules.
 */
export interface Tender {
  /**
   * The code of the tender in SPSE.
   */
  code: string;
  /**
   * The code of the package in the RUP.
   */
  rup_code?: null | string;
  /**
   * The name of the package.
   */
  title: string;
  /**
   * The ministry, institution or local government that buys.
   */
  buyer: string;
  /**
   * The unit of the buyer.
   */
  work_unit: string;
  /**
   * Where the money is from.
   */
  funding?: null | string;
  /**
   * The budget year. Unit: year.
   */
  fiscal_year?: null | (string | number);
  /**
   * The tender document.
   */
  document: Document;
  /**
   * What is procured. Terms: barang: goods (barang); pekerjaan_konstruksi: construction works (pekerjaan konstruksi); jasa_lainnya: other services (jasa lainnya); jasa_konsultansi_badan_usaha: consultancy by firms (jasa konsultansi badan usaha); jasa_konsultansi_perorangan: consultancy by individuals (jasa konsultansi perorangan).
   */
  category:
    "barang" | "pekerjaan_konstruksi" | "jasa_lainnya" | "jasa_konsultansi_badan_usaha" | "jasa_konsultansi_perorangan";
  /**
   * Whether businesses are qualified before or after they bid. Terms: pascakualifikasi: postqualification (pascakualifikasi); prakualifikasi: prequalification (prakualifikasi).
   */
  procedure: "pascakualifikasi" | "prakualifikasi";
  /**
   * In how many files or stages a bid is handed in: it decides when prices may be opened. Terms: satu_file: one file (satu file); dua_file: two files (dua file); dua_tahap: two stages (dua tahap).
   */
  envelope: "satu_file" | "dua_file" | "dua_tahap";
  /**
   * By what bids are ordered. Terms: harga_terendah_sistem_gugur: lowest price (harga terendah sistem gugur); harga_terendah_ambang_batas: lowest price above the threshold (harga terendah ambang batas); sistem_nilai: points (sistem nilai); umur_ekonomis: cost over economic life (umur ekonomis); kualitas_biaya: quality and cost (kualitas dan biaya); kualitas: quality (kualitas); pagu_anggaran: fixed budget (pagu anggaran); biaya_terendah: lowest cost (biaya terendah).
   */
  method:
    | "harga_terendah_sistem_gugur"
    | "harga_terendah_ambang_batas"
    | "sistem_nilai"
    | "umur_ekonomis"
    | "kualitas_biaya"
    | "kualitas"
    | "pagu_anggaran"
    | "biaya_terendah";
  /**
   * How the contract is priced. Terms: harga_satuan: unit prices (harga satuan); lumsum: lump sum (lumsum); gabungan: lump sum and unit prices (gabungan); terima_jadi: turnkey (terima jadi); putar_kunci: turnkey (putar kunci); waktu_penugasan: time charged (waktu penugasan).
   */
  contract: "harga_satuan" | "lumsum" | "gabungan" | "terima_jadi" | "putar_kunci" | "waktu_penugasan";
  /**
   * The day of the announcement: it chooses the law.
   */
  announced_on: string;
  /**
   * Whether the work is complex (kompleks).
   */
  complex?: null | boolean;
  /**
   * Whether it is design and build; refused by name.
   */
  integrated?: null | boolean;
  /**
   * Whether it is an international tender; refused by name.
   */
  international?: null | boolean;
  /**
   * Which round of the prakualifikasi. Unit: rounds.
   */
  qualification_round?: null | number;
  /**
   * Which round of the tender; above 1 it is a repeat. Unit: rounds.
   */
  round?: null | number;
  /**
   * The budget ceiling. Unit: rupiah, PPN included.
   */
  pagu: string;
  /**
   * The owner's estimate (HPS).
   */
  hps: Hps;
  /**
   * What the tender document asks, by stage.
   */
  requirements: RequirementsByStage;
  /**
   * Local standards, and values that the document itself sets.
   */
  regulation?: null | Regulation;
  /**
   * The zone in which papers print times and days end. Terms: Asia/Jakarta: WIB; Asia/Makassar: WITA; Asia/Jayapura: WIT.
   */
  time_zone?: null | ("Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura");
}
/**
 * The tender document (Dokumen Pemilihan).
 */
export interface Document {
  /**
   * Its number.
   */
  number: string;
  /**
   * Its day.
   */
  date: string;
  /**
   * Its addenda, in order; a text stands for the number of one.
   */
  addenda?: null | (string | Addendum)[];
}
/**
 * An addendum to the tender document.
 */
export interface Addendum {
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * The day of the paper.
   */
  date?: null | string;
  /**
   * What it changes.
   */
  subject?: null | string;
}
/**
 * The owner's estimate (HPS).
 */
export interface Hps {
  /**
   * Its total, which governs. Unit: rupiah, PPN included.
   */
  total: string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent: string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * The lines, in no order.
   */
  lines?: null | HpsLine[];
}
/**
 * A line of the HPS: what a bid is priced by.
 */
export interface HpsLine {
  /**
   * Its code; a line of a bid names it by that.
   */
  id: string;
  /**
   * What is delivered, in words.
   */
  description: string;
  /**
   * The unit of the volume.
   */
  unit: string;
  /**
   * The volume. Unit: that of the line.
   */
  quantity: string;
  /**
   * The price of one unit. Unit: rupiah, net of PPN.
   */
  unit_price: string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent?: null | string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * In a contract of both kinds: whether the line is priced by unit or as a lump sum. Terms: harga_satuan: unit prices (harga satuan); lumsum: lump sum (lumsum).
   */
  part?: null | ("harga_satuan" | "lumsum");
  /**
   * Whether it is a main item (mata pembayaran utama).
   */
  main?: null | boolean;
  /**
   * Whether a preference for domestic goods may be given for it.
   */
  goods?: null | boolean;
  /**
   * The person months of a line that is priced by them; they multiply the volume. Unit: person months.
   */
  person_months?: null | string;
}
/**
 * What the tender document asks, by stage.
 */
export interface RequirementsByStage {
  /**
   * Arithmetic correction (koreksi aritmatik).
   */
  koreksi_aritmatik?: null | RequirementsKoreksiAritmatik;
  /**
   * Bids evaluated (penawaran dievaluasi).
   */
  penawaran_dievaluasi?: null | RequirementsPenawaranDievaluasi;
  /**
   * Administration (evaluasi administrasi).
   */
  evaluasi_administrasi?: null | RequirementsEvaluasiAdministrasi;
  /**
   * Qualification (evaluasi kualifikasi).
   */
  evaluasi_kualifikasi?: null | RequirementsEvaluasiKualifikasi;
  /**
   * Technical evaluation (evaluasi teknis).
   */
  evaluasi_teknis?: null | RequirementsEvaluasiTeknis;
  /**
   * Equalization (penyetaraan teknis).
   */
  penyetaraan_teknis?: null | RequirementsPenyetaraanTeknis;
  /**
   * Price evaluation (evaluasi harga).
   */
  evaluasi_harga?: null | RequirementsEvaluasiHarga;
  /**
   * Proof of qualification (pembuktian kualifikasi).
   */
  pembuktian_kualifikasi?: null | RequirementsPembuktianKualifikasi;
}
/**
 * How sums are corrected, where the document says it.
 */
export interface RequirementsKoreksiAritmatik {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesKoreksiAritmatik;
  /**
   * What a corrected total is rounded to. Terms: none: not rounded; sen: to the sen; rupiah: to the rupiah.
   */
  rounding?: null | ("none" | "sen" | "rupiah");
  /**
   * Which figure binds where the bid letter and the price schedule differ. Terms: surat_penawaran: the bid letter; daftar_kuantitas: the price schedule.
   */
  binding?: null | ("surat_penawaran" | "daftar_kuantitas");
}
/**
 * What people judge: by a verdict, or by a score where it has a weight and a highest score.
 */
export interface Criterion {
  /**
   * Its code.
   */
  id: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Where the tender document says so.
   */
  clause?: null | string;
  /**
   * Its weight among the scored criteria of its stage, which come to 100. Unit: percent.
   */
  weight?: null | string;
  /**
   * The least score that passes. Unit: points of `max_score`.
   */
  threshold?: null | string;
  /**
   * The highest score. Unit: points.
   */
  max_score?: null | string;
  /**
   * To which part of a consultant's proposal it belongs. Terms: pengalaman: experience (unsur pengalaman); proposal_teknis: technical proposal (unsur proposal teknis); tenaga_ahli: experts (unsur tenaga ahli).
   */
  unsur?: null | ("pengalaman" | "proposal_teknis" | "tenaga_ahli");
}
/**
 * Where the tender document asks it.
 */
export interface ClausesKoreksiAritmatik {
  /**
   * Where the tender document asks it.
   */
  rounding?: null | string;
  /**
   * Where the tender document asks it.
   */
  binding?: null | string;
}
/**
 * How many bids are evaluated.
 */
export interface RequirementsPenawaranDievaluasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesPenawaranDievaluasi;
  /**
   * So many of the lowest are evaluated, refilled as they fall. Unit: bids.
   */
  lowest?: null | number;
  /**
   * Where the tender document says so.
   */
  clause?: null | string;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesPenawaranDievaluasi {
  /**
   * Where the tender document asks it.
   */
  lowest?: null | string;
  /**
   * Where the tender document asks it.
   */
  clause?: null | string;
}
/**
 * What the document asks of administration.
 */
export interface RequirementsEvaluasiAdministrasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiAdministrasi;
  /**
   * For how many days a bid has to be valid, at least. Unit: days.
   */
  bid_validity_days?: null | number;
  /**
   * In how many days the work has to be done, at most. Unit: days.
   */
  completion_days?: null | number;
  /**
   * The bid bond (jaminan penawaran): true where the document asks for one, or what it asks.
   */
  bid_bond?: null | (boolean | AskedBond);
  /**
   * Whether a KSO hands in its agreement; the law asks it of every KSO.
   */
  kso_agreement?: null | boolean;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiAdministrasi {
  /**
   * Where the tender document asks it.
   */
  bid_validity_days?: null | string;
  /**
   * Where the tender document asks it.
   */
  completion_days?: null | string;
  /**
   * Where the tender document asks it.
   */
  bid_bond?: null | string;
  /**
   * Where the tender document asks it.
   */
  kso_agreement?: null | string;
}
/**
 * The bond that the tender document asks for.
 */
export interface AskedBond {
  /**
   * Its least amount. In forms: nilai (Rp). Unit: rupiah.
   */
  amount?: null | string;
  /**
   * The last day on which it has to be valid. In forms: berlaku sampai.
   */
  valid_until?: null | string;
}
/**
 * What the document asks of the qualification.
 */
export interface RequirementsEvaluasiKualifikasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiKualifikasi;
  /**
   * Which sizes of business may bid. Terms: mikro: micro business; kecil: small business; menengah: medium business; besar: large business; koperasi: cooperative.
   */
  business_size?:
    | null
    | [
        "mikro" | "kecil" | "menengah" | "besar" | "koperasi",
        ...("mikro" | "kecil" | "menengah" | "besar" | "koperasi")[]
      ];
  /**
   * Whether bidders are looked up in the Daftar Hitam.
   */
  blacklist?: null | boolean;
  /**
   * The packages that a business can still take on (SKP): true as the law has it, or what the document sets.
   */
  skp?: null | (boolean | PackagesAsked);
  /**
   * The basic capacity (Kemampuan Dasar, KD): true as the law has it, or what the document sets.
   */
  kd?: null | (boolean | TimesAsked);
  /**
   * The real capacity that is left (SKN): true, or what the document sets.
   */
  skn?: null | (boolean | FactorsAsked);
  /**
   * What the shares in a KSO have to be.
   */
  kso?: null | KsoAsked;
  /**
   * Papers that have to be valid on a day.
   */
  papers?: null | WantedPaper[];
  /**
   * Which experience a business has to have.
   */
  experience?: null | Experience;
  /**
   * How a business has to be rated in SIKaP (kinerja Penyedia).
   */
  performance?: null | LeastRating;
  /**
   * The least score, where it is scored. Unit: points, 0 to 100.
   */
  threshold?: null | string;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiKualifikasi {
  /**
   * Where the tender document asks it.
   */
  business_size?: null | string;
  /**
   * Where the tender document asks it.
   */
  blacklist?: null | string;
  /**
   * Where the tender document asks it.
   */
  skp?: null | string;
  /**
   * Where the tender document asks it.
   */
  kd?: null | string;
  /**
   * Where the tender document asks it.
   */
  skn?: null | string;
  /**
   * Where the tender document asks it.
   */
  kso?: null | string;
  /**
   * Where the tender document asks it.
   */
  papers?: null | string;
  /**
   * Where the tender document asks it.
   */
  experience?: null | string;
  /**
   * Where the tender document asks it.
   */
  performance?: null | string;
  /**
   * Where the tender document asks it.
   */
  threshold?: null | string;
}
/**
 * What a business can still take on, by packages (SKP).
 */
export interface PackagesAsked {
  /**
   * How many packages it can carry (KP), where the document sets it. In forms: KP. Unit: packages.
   */
  kp?: null | string;
  /**
   * The least SKP. In forms: paling kurang. Unit: packages.
   */
  least?: null | string;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What a business can do, by its highest contract (KD).
 */
export interface TimesAsked {
  /**
   * By how much the highest contract is multiplied, where the document sets it. In forms: kali NPt. Unit: times.
   */
  times?: null | string;
  /**
   * In how many of the last years it was finished. In forms: tahun terakhir. Unit: years.
   */
  years?: null | number;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What a business can still take on, by its equity (SKN).
 */
export interface FactorsAsked {
  /**
   * The factor of the turn of capital (fp). In forms: fp. Unit: factor.
   */
  fp?: null | string;
  /**
   * The factor of liquidity (fl). In forms: fl. Unit: factor.
   */
  fl?: null | string;
  /**
   * The least SKN. In forms: paling kurang, bagian HPS (mis. 0,1). Unit: share of the HPS.
   */
  least_share?: null | string;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What the document asks of a KSO.
 */
export interface KsoAsked {
  /**
   * Whether nobody's share may be larger than that of who leads it. In forms: porsi leadfirm terbesar.
   */
  lead_largest?: null | boolean;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * A paper that has to be valid on a day.
 */
export interface WantedPaper {
  /**
   * Its code; the fact has it as a key. In forms: kode.
   */
  id: string;
  /**
   * What it is. In forms: surat.
   */
  title: string;
  /**
   * On which day it has to be valid. In forms: berlaku pada. Terms: batas_pemasukan: the deadline for handing in; pembuktian: the proof of the qualification; penetapan: Determination of the winner (penetapan).
   */
  valid_on: "batas_pemasukan" | "pembuktian" | "penetapan";
  /**
   * Of which members of a KSO only, by their ids. In forms: hanya anggota KSO.
   */
  members?: null | [string, ...string[]];
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * Which experience is asked.
 */
export interface Experience {
  /**
   * How many jobs. In forms: jumlah pekerjaan. Unit: jobs.
   */
  jobs: number;
  /**
   * In how many of the last years they were finished. In forms: dalam berapa tahun terakhir. Unit: years.
   */
  years: number;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * Which performance is asked.
 */
export interface LeastRating {
  /**
   * The least rating. In forms: paling kurang. Terms: buruk: bad; cukup: sufficient; baik: good; sangat_baik: very good.
   */
  least: "buruk" | "cukup" | "baik" | "sangat_baik";
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What the document asks of the technical bid.
 */
export interface RequirementsEvaluasiTeknis {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiTeknis;
  /**
   * The weight of the technical score beside the price. Unit: percent.
   */
  weight?: null | string;
  /**
   * The least technical score. Unit: percent.
   */
  threshold?: null | string;
  /**
   * How the scores of several members become one. Terms: mean: the mean.
   */
  panel?: null | "mean";
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiTeknis {
  /**
   * Where the tender document asks it.
   */
  weight?: null | string;
  /**
   * Where the tender document asks it.
   */
  threshold?: null | string;
  /**
   * Where the tender document asks it.
   */
  panel?: null | string;
}
/**
 * What the document asks where technical bids are made equal.
 */
export interface RequirementsPenyetaraanTeknis {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesPenyetaraanTeknis;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesPenyetaraanTeknis {
  /**
   * Where the tender document asks it.
   */
  penyetaraan?: null | string;
}
/**
 * What the document sets of prices.
 */
export interface RequirementsEvaluasiHarga {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiHarga;
  /**
   * The weight of the price beside the technical score. Unit: percent.
   */
  weight?: null | string;
  /**
   * The highest preference for domestic content. Unit: percent.
   */
  tkdn_preference?: null | string;
  /**
   * The least commitment to domestic content. Unit: percent.
   */
  tkdn_least?: null | string;
  /**
   * Of how many years the running costs are added to a price. Unit: years.
   */
  operating_years?: null | number;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiHarga {
  /**
   * Where the tender document asks it.
   */
  weight?: null | string;
  /**
   * Where the tender document asks it.
   */
  tkdn_preference?: null | string;
  /**
   * Where the tender document asks it.
   */
  tkdn_least?: null | string;
  /**
   * Where the tender document asks it.
   */
  operating_years?: null | string;
  /**
   * Where the tender document asks it.
   */
  kewajaran_harga?: null | string;
}
/**
 * What the document sets of the proof of the qualification.
 */
export interface RequirementsPembuktianKualifikasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesPembuktianKualifikasi;
  /**
   * Who is asked to prove. Terms: calon_pemenang_dan_cadangan: the proposed winner and the proposed reserves; semua_lulus_harga: every participant who passes the price evaluation.
   */
  scope?: null | ("calon_pemenang_dan_cadangan" | "semua_lulus_harga");
}
/**
 * Where the tender document asks it.
 */
export interface ClausesPembuktianKualifikasi {
  /**
   * Where the tender document asks it.
   */
  scope?: null | string;
  /**
   * Where the tender document asks it.
   */
  attended?: null | string;
  /**
   * Where the tender document asks it.
   */
  sikap_qualified?: null | string;
}
/**
 * What of the law is set for this tender alone.
 */
export interface Regulation {
  /**
   * Local standards by name, in order.
   */
  overlays?: null | string[];
  /**
   * Values of the law that the document sets, where the law lets it.
   */
  values?: null | DocumentValue[];
}
/**
 * A value of the law that the document sets.
 */
export interface DocumentValue {
  /**
   * A value of the law, by its name.
   */
  param: string;
  /**
   * What it sets, in plain notation or as a term.
   */
  value: string;
  /**
   * Where the tender document says so.
   */
  clause: string;
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * The panel (Pokja Pemilihan).
 */
export interface Pokja {
  /**
   * The decree that made it.
   */
  decree: string;
  /**
   * Its members: an odd number, three at least.
   *
   * @maxItems 2000
   */
  members: PokjaMember[];
}
/**
 * A member of the panel.
 */
export interface PokjaMember {
  /**
   * Its code.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The number as a civil servant.
   */
  nip?: null | string;
  /**
   * What it does in the panel.
   */
  role?: null | string;
}
/**
 * Who registered, with what is known and the price that was handed in.
 */
export interface Participant {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The size of the business. Terms: mikro: micro business; kecil: small business; menengah: medium business; besar: large business; koperasi: cooperative.
   */
  business_size?: null | ("mikro" | "kecil" | "menengah" | "besar" | "koperasi");
  /**
   * When what was handed in; a time that is absent was not handed in.
   */
  submitted?: null | Submitted;
  /**
   * The members of a KSO; none for who bids alone.
   */
  members?: null | Member[];
  /**
   * Those who direct the business; they decide nothing.
   */
  officers?: null | (string | Person)[];
  /**
   * Those who own it; they decide nothing.
   */
  shareholders?: null | (string | Person)[];
  /**
   * People who are offered; they decide nothing.
   */
  key_personnel?: null | (string | KeyPerson)[];
  /**
   * Machines that are offered; they decide nothing.
   */
  equipment?: null | Equipment[];
  /**
   * Where the business is.
   */
  address?: null | string;
  /**
   * How to reach it; it decides nothing.
   */
  contact?: null | Contact;
  /**
   * Its accounts; they decide nothing.
   */
  bank_accounts?: null | string[];
  /**
   * Its deeds; they decide nothing.
   */
  deeds?: null | Deed[];
  /**
   * What files that were handed in say of themselves; of a price file it is sealed with the price.
   */
  file_metadata?: null | FileProperties[];
  /**
   * The digest of a price that came before it; kept and never read.
   */
  price_commitment?: null | PriceCommitment;
  /**
   * What is known, by the stage at which it counts; absent is unknown.
   */
  facts?: null | FactsByStage;
  /**
   * The price file; null until it is opened. One that is there and may not be opened shows nowhere.
   */
  price?: null | Price;
}
/**
 * When each file came in.
 */
export interface Submitted {
  /**
   * When the qualification came in.
   */
  kualifikasi?: null | string;
  /**
   * When the bid came in.
   */
  penawaran?: null | string;
  /**
   * When the second bid of two stages came in.
   */
  penawaran_tahap_dua?: null | string;
}
/**
 * A member of a KSO.
 */
export interface Member {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The size of the business. Terms: mikro: micro business; kecil: small business; menengah: medium business; besar: large business; koperasi: cooperative.
   */
  business_size?: null | ("mikro" | "kecil" | "menengah" | "besar" | "koperasi");
  /**
   * The share. Unit: percent.
   */
  share_percent?: null | string;
  /**
   * Whether it leads the KSO.
   */
  lead?: null | boolean;
  /**
   * What is known, by the stage at which it counts; absent is unknown.
   */
  facts?: null | MemberFactsByStage;
}
/**
 * What is known of a member of a KSO, by stage.
 */
export interface MemberFactsByStage {
  /**
   * Administration (evaluasi administrasi).
   */
  evaluasi_administrasi?: null | MemberFactsEvaluasiAdministrasi;
  /**
   * Qualification (evaluasi kualifikasi).
   */
  evaluasi_kualifikasi?: null | MemberFactsEvaluasiKualifikasi;
  /**
   * Technical evaluation (evaluasi teknis).
   */
  evaluasi_teknis?: null | MemberFactsEvaluasiTeknis;
  /**
   * Equalization (penyetaraan teknis).
   */
  penyetaraan_teknis?: null | MemberFactsPenyetaraanTeknis;
  /**
   * Price evaluation (evaluasi harga).
   */
  evaluasi_harga?: null | MemberFactsEvaluasiHarga;
  /**
   * Proof of qualification (pembuktian kualifikasi).
   */
  pembuktian_kualifikasi?: null | MemberFactsPembuktianKualifikasi;
}
/**
 * What is known of a member for the administration.
 */
export interface MemberFactsEvaluasiAdministrasi {
  /**
   * For how many days the bid is valid. Unit: days.
   */
  bid_validity_days?: null | number;
  /**
   * In how many days the bidder does the work. Unit: days.
   */
  completion_days?: null | number;
  /**
   * The bid bond that was handed in; false where there is none.
   */
  bid_bond?: null | (false | Bond);
  /**
   * Whether the agreement of the KSO was handed in.
   */
  kso_agreement?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The bond that was handed in.
 */
export interface Bond {
  /**
   * Its amount. In forms: nilai (Rp). Unit: rupiah.
   */
  amount?: null | string;
  /**
   * The last day on which it is valid. In forms: berlaku sampai.
   */
  valid_until?: null | string;
  /**
   * Its number; it decides nothing. In forms: nomor.
   */
  number?: null | string;
  /**
   * Who issued it; it decides nothing. In forms: penerbit.
   */
  issuer?: null | string;
}
/**
 * Where something is shown.
 */
export interface Evidence {
  /**
   * The file.
   */
  file: string;
  /**
   * The page in it. Unit: page.
   */
  page?: null | (string | number);
}
/**
 * What is known of a member for the qualification.
 */
export interface MemberFactsEvaluasiKualifikasi {
  /**
   * Whether the business is on the Daftar Hitam.
   */
  blacklist?: null | boolean;
  /**
   * The packages that it has running.
   */
  skp?: null | PackagesRun;
  /**
   * Its highest contract of like work.
   */
  kd?: null | HighestContract;
  /**
   * Its equity, and the contracts that it is bound by.
   */
  skn?: null | Finances;
  /**
   * Its papers, by the id of the one that is asked; false where it has none.
   */
  papers?: null | {
    [k: string]: null | (false | HeldPaper);
  };
  /**
   * The jobs that it finished.
   */
  experience?: null | Job[];
  /**
   * The day on which it was founded.
   */
  founded_on?: null | string;
  /**
   * How it is rated in SIKaP.
   */
  performance?: null | Rated;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The packages of a business.
 */
export interface PackagesRun {
  /**
   * How many are running. In forms: paket berjalan. Unit: packages.
   */
  running: number;
  /**
   * The most that ran at one time in the last five years. In forms: paket terbanyak sekaligus. Unit: packages.
   */
  most_at_once?: null | number;
}
/**
 * The highest contract of like work.
 */
export interface HighestContract {
  /**
   * Its value (NPt). In forms: NPt (Rp). Unit: rupiah, PPN included.
   */
  highest: string;
  /**
   * The day on which it was finished. In forms: selesai.
   */
  completed_on?: null | string;
}
/**
 * The equity of a business and the contracts that it is bound by.
 */
export interface Finances {
  /**
   * Its equity. In forms: ekuitas (Rp). Unit: rupiah.
   */
  equity: string;
  /**
   * The contracts that are running. In forms: paket berjalan.
   */
  running?: null | RunningContract[];
}
/**
 * A contract that is running.
 */
export interface RunningContract {
  /**
   * Its value. In forms: nilai kontrak (Rp). Unit: rupiah, PPN included.
   */
  contract: string;
  /**
   * The value of the work performed. In forms: prestasi (Rp). Unit: rupiah, PPN included; at most contract.
   */
  done: string;
  /**
   * The share of the business in it. In forms: porsi (%). Unit: percent.
   */
  share_percent: string;
}
/**
 * A paper that a bidder has.
 */
export interface HeldPaper {
  /**
   * Its number. In forms: nomor.
   */
  number?: null | string;
  /**
   * The last day on which it is valid; null is for ever, absent is unknown. In forms: berlaku sampai.
   */
  valid_until?: null | string;
}
/**
 * A job that was finished.
 */
export interface Job {
  /**
   * What it was. In forms: pekerjaan.
   */
  title: string;
  /**
   * The day on which it was finished. In forms: tanggal selesai.
   */
  completed_on: string;
  /**
   * Its value. In forms: nilai (Rp). Unit: rupiah, PPN included.
   */
  value?: null | string;
}
/**
 * How a business performed.
 */
export interface Rated {
  /**
   * Its rating in SIKaP; absent is unknown. In forms: menurut SIKaP. Terms: buruk: bad; cukup: sufficient; baik: good; sangat_baik: very good.
   */
  sikap?: null | ("buruk" | "cukup" | "baik" | "sangat_baik");
}
/**
 * What is known of a member for the technical evaluation.
 */
export interface MemberFactsEvaluasiTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known of a member where technical bids are made equal.
 */
export interface MemberFactsPenyetaraanTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known of a member for the price.
 */
export interface MemberFactsEvaluasiHarga {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known of a member from the proof.
 */
export interface MemberFactsPembuktianKualifikasi {
  /**
   * Whether it is qualified in SIKaP, which exempts it from the proof.
   */
  sikap_qualified?: null | boolean;
  /**
   * Whether it attended the proof.
   */
  attended?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * Somebody behind a business.
 */
export interface Person {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id?: null | string;
  /**
   * The name.
   */
  name: string;
  /**
   * The number of the identity card.
   */
  nik?: null | string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The position.
   */
  position?: null | string;
  /**
   * The share. Unit: percent.
   */
  share_percent?: null | string;
}
/**
 * Somebody who is offered for the work.
 */
export interface KeyPerson {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id?: null | string;
  /**
   * The name.
   */
  name: string;
  /**
   * The number of the identity card.
   */
  nik?: null | string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The position.
   */
  position?: null | string;
  /**
   * The share. Unit: percent.
   */
  share_percent?: null | string;
  /**
   * The certificate and its number.
   */
  certificate?: null | string;
}
/**
 * A machine that is offered.
 */
export interface Equipment {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * What it is.
   */
  title: string;
  /**
   * Its serial number.
   */
  serial?: null | string;
  /**
   * Its number plate.
   */
  plate?: null | string;
  /**
   * Whose it is.
   */
  owner?: null | string;
}
/**
 * How to reach a business.
 */
export interface Contact {
  /**
   * Telephone numbers.
   */
  phone?: null | string[];
  /**
   * Addresses.
   */
  email?: null | string[];
}
/**
 * A deed of the business.
 */
export interface Deed {
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * The day of the paper.
   */
  date: string;
  /**
   * The notary.
   */
  notary: string;
}
/**
 * What a file says of itself.
 */
export interface FileProperties {
  /**
   * Its name.
   */
  file: string;
  /**
   * Whether it is a price file, sealed with the price, or another. Terms: price: the price; other: another file.
   */
  of: "price" | "other";
  /**
   * Who made it.
   */
  author?: null | string;
  /**
   * Who saved it last.
   */
  last_by?: null | string;
  /**
   * The company that it names.
   */
  company?: null | string;
  /**
   * When it was made.
   */
  created?: null | string;
  /**
   * When it was saved last.
   */
  modified?: null | string;
  /**
   * The program.
   */
  software?: null | string;
}
/**
 * A digest of a price, handed in before the price.
 */
export interface PriceCommitment {
  /**
   * How it was made. Terms: sha256: SHA-256.
   */
  alg: "sha256";
  /**
   * 64 hexadecimal digits.
   */
  value: string;
}
/**
 * What is known of a bidder, by stage.
 */
export interface FactsByStage {
  /**
   * Opening (pembukaan).
   */
  pembukaan?: null | FactsPembukaan;
  /**
   * Administration (evaluasi administrasi).
   */
  evaluasi_administrasi?: null | FactsEvaluasiAdministrasi;
  /**
   * Qualification (evaluasi kualifikasi).
   */
  evaluasi_kualifikasi?: null | FactsEvaluasiKualifikasi;
  /**
   * Technical evaluation (evaluasi teknis).
   */
  evaluasi_teknis?: null | FactsEvaluasiTeknis;
  /**
   * Equalization (penyetaraan teknis).
   */
  penyetaraan_teknis?: null | FactsPenyetaraanTeknis;
  /**
   * Price evaluation (evaluasi harga).
   */
  evaluasi_harga?: null | FactsEvaluasiHarga;
  /**
   * Proof of qualification (pembuktian kualifikasi).
   */
  pembuktian_kualifikasi?: null | FactsPembuktianKualifikasi;
}
/**
 * What is known from the opening.
 */
export interface FactsPembukaan {
  /**
   * Whether the file of the bid can be opened.
   */
  readable?: null | boolean;
  /**
   * The statement of LPSE that it cannot.
   */
  lpse_statement?: null | Statement;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The statement of LPSE that a file cannot be opened.
 */
export interface Statement {
  /**
   * Its number. In forms: nomor.
   */
  number: string;
  /**
   * Its day. In forms: tanggal.
   */
  date: string;
}
/**
 * What is known for the administration.
 */
export interface FactsEvaluasiAdministrasi {
  /**
   * For how many days the bid is valid. Unit: days.
   */
  bid_validity_days?: null | number;
  /**
   * In how many days the bidder does the work. Unit: days.
   */
  completion_days?: null | number;
  /**
   * The bid bond that was handed in; false where there is none.
   */
  bid_bond?: null | (false | Bond);
  /**
   * Whether the agreement of the KSO was handed in.
   */
  kso_agreement?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known for the qualification.
 */
export interface FactsEvaluasiKualifikasi {
  /**
   * Whether the business is on the Daftar Hitam.
   */
  blacklist?: null | boolean;
  /**
   * The packages that it has running.
   */
  skp?: null | PackagesRun;
  /**
   * Its highest contract of like work.
   */
  kd?: null | HighestContract;
  /**
   * Its equity, and the contracts that it is bound by.
   */
  skn?: null | Finances;
  /**
   * Its papers, by the id of the one that is asked; false where it has none.
   */
  papers?: null | {
    [k: string]: null | (false | HeldPaper);
  };
  /**
   * The jobs that it finished.
   */
  experience?: null | Job[];
  /**
   * The day on which it was founded.
   */
  founded_on?: null | string;
  /**
   * How it is rated in SIKaP.
   */
  performance?: null | Rated;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known for the technical evaluation.
 */
export interface FactsEvaluasiTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known where technical bids are made equal.
 */
export interface FactsPenyetaraanTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What clarifying the price brought; sealed with the price.
 */
export interface FactsEvaluasiHarga {
  /**
   * The analysis of a price below the line of fair prices.
   */
  kewajaran_harga?: null | FairnessAnalysis;
  /**
   * What was found of unit prices far above the HPS.
   */
  timpang?: null | Unbalanced[];
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The analysis of a low price: what was offered, explained and agreed.
 */
export interface FairnessAnalysis {
  /**
   * The lines, in no order.
   *
   * @minItems 1
   * @maxItems 20000
   */
  lines: [AnalysedLine, ...AnalysedLine[]];
}
/**
 * A line whose unit price was analysed.
 */
export interface AnalysedLine {
  /**
   * The id of the line of the HPS.
   */
  id: string;
  /**
   * What the unit price is made of.
   */
  components?: null | [Component, ...Component[]];
  /**
   * What is added for overhead. Unit: percent.
   */
  overhead_percent?: null | string;
  /**
   * What is added for profit; it is shown and not counted. Unit: percent.
   */
  profit_percent?: null | string;
  /**
   * Of goods and services: the unit price as a whole.
   */
  unit_price?: null | BasePrice;
}
/**
 * A component of a unit price.
 */
export interface Component {
  /**
   * Its code.
   */
  id: string;
  /**
   * Whether it is labour, material or equipment. Terms: upah: labour; bahan: material; alat: equipment.
   */
  kind: "upah" | "bahan" | "alat";
  /**
   * What it is.
   */
  description: string;
  /**
   * Its unit.
   */
  unit: string;
  /**
   * How much of it one unit of the line takes.
   */
  coefficient: Coefficient;
  /**
   * What one unit of it costs.
   */
  price: BasePrice;
}
/**
 * How much of a component one unit of a line takes.
 */
export interface Coefficient {
  /**
   * As it was offered. Unit: that of the component, a unit of the line.
   */
  offered: string;
  /**
   * Whether the explanation was believed.
   */
  accepted?: null | boolean;
  /**
   * What was agreed, where it was not. Unit: that of the component, a unit of the line.
   */
  agreed?: null | string;
  /**
   * What the HPS has. Unit: that of the component, a unit of the line.
   */
  hps?: null | string;
}
/**
 * What one unit costs.
 */
export interface BasePrice {
  /**
   * As it was offered. Unit: rupiah, net of PPN.
   */
  offered?: null | string;
  /**
   * Whether it was proven.
   */
  accepted?: null | boolean;
  /**
   * What the market asks, where it was not. Unit: rupiah, net of PPN.
   */
  market?: null | string;
  /**
   * What the HPS has. Unit: rupiah, net of PPN.
   */
  hps?: null | string;
}
/**
 * What was found of a unit price far above the HPS; it stays inside.
 */
export interface Unbalanced {
  /**
   * The id of the line.
   */
  id: string;
  /**
   * What was found. Terms: timpang: unbalanced; tidak_timpang: not unbalanced.
   */
  outcome: "timpang" | "tidak_timpang";
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note?: null | string;
}
/**
 * What is known from the proof of the qualification.
 */
export interface FactsPembuktianKualifikasi {
  /**
   * Whether it is qualified in SIKaP, which exempts it from the proof.
   */
  sikap_qualified?: null | boolean;
  /**
   * Whether it attended the proof.
   */
  attended?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * A price file as it was handed in.
 */
export interface Price {
  /**
   * The total of the bid letter. Unit: rupiah, PPN included.
   */
  stated_total: string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent: string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * The total that the price schedule states, where it is another. Unit: rupiah, PPN included.
   */
  schedule_total?: null | string;
  /**
   * The two parts of a price in a contract of both kinds.
   */
  stated_parts?: null | StatedParts;
  /**
   * The lines as they were written.
   */
  lines?: null | PriceLine[];
  /**
   * A total that somebody has corrected already; it comes with `corrected_by`. Unit: rupiah, PPN included.
   */
  corrected_total?: null | string;
  /**
   * Who corrected it. Terms: spse: in SPSE; pokja: the Pokja.
   */
  corrected_by?: null | ("spse" | "pokja");
  /**
   * The domestic content (TKDN). Unit: percent.
   */
  tkdn_percent?: null | string;
  /**
   * What it costs to run, where bids are ordered by the cost of an economic life.
   */
  life_cycle?: null | LifeCycle;
}
/**
 * The two parts of a price.
 */
export interface StatedParts {
  /**
   * What is priced by unit. Unit: rupiah, net of PPN.
   */
  harga_satuan: string;
  /**
   * What is a lump sum. Unit: rupiah, net of PPN.
   */
  lumsum: string;
}
/**
 * A line of a bid as it was written; what is absent is as the document has it.
 */
export interface PriceLine {
  /**
   * The id of the line of the HPS; another one only where `extra` is true.
   */
  id: string;
  /**
   * The volume that the bid wrote, where it is another. Unit: that of the line.
   */
  quantity?: null | string;
  /**
   * The price of one unit; null where it was left blank. Unit: rupiah, net of PPN.
   */
  unit_price: null | string;
  /**
   * The product that the bid wrote. Unit: rupiah, net of PPN.
   */
  amount?: null | string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent?: null | string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * The domestic content (TKDN). Unit: percent.
   */
  tkdn_percent?: null | string;
  /**
   * Whether it is a line that the document does not have.
   */
  extra?: null | boolean;
  /**
   * What is delivered, in words.
   */
  description?: null | string;
  /**
   * The unit of the volume.
   */
  unit?: null | string;
  /**
   * In a contract of both kinds: whether the line is priced by unit or as a lump sum. Terms: harga_satuan: unit prices (harga satuan); lumsum: lump sum (lumsum).
   */
  part?: null | ("harga_satuan" | "lumsum");
  /**
   * The person months of a line that is priced by them; they multiply the volume. Unit: person months.
   */
  person_months?: null | string;
}
/**
 * The costs of an economic life.
 */
export interface LifeCycle {
  /**
   * What it costs to operate, a figure a year in order. Unit: rupiah, PPN included.
   *
   * @maxItems 2000
   */
  operating: string[];
  /**
   * What it costs to maintain, a figure a year in order. Unit: rupiah, PPN included.
   *
   * @maxItems 2000
   */
  maintenance: string[];
  /**
   * What it is worth at the end. Unit: rupiah, PPN included.
   */
  residual: string;
}
/**
 * Somebody outside the tender.
 */
export interface Party {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * What it is to the tender.
   */
  kind: string;
  /**
   * Those who direct the business; they decide nothing.
   */
  officers?: null | (string | Person)[];
  /**
   * Those who own it; they decide nothing.
   */
  shareholders?: null | (string | Person)[];
}
/**
 * A word of one or more members of the panel. The most specific entry decides; a later word of a member replaces the earlier.
 */
export interface Assessment {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * On whom: an id, or `*` for everybody.
   */
  participant: "*" | string;
  /**
   * On what: a criterion or a named check; absent it is the stage as a whole.
   */
  criterion?: null | string;
  /**
   * Which members said it; one may stand without the brackets.
   */
  by: [string, ...string[]] | string;
  /**
   * Whether it meets; a scored criterion has a score in its place. Terms: memenuhi: meets; tidak_memenuhi: does not meet.
   */
  verdict?: null | ("memenuhi" | "tidak_memenuhi");
  /**
   * The score of a scored criterion. Unit: points of its `max_score`.
   */
  score?: null | string;
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note?: null | string;
  /**
   * Where the tender document says so.
   */
  clause?: null | string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
}
/**
 * The deadline until which files may be handed in.
 */
export interface Deadline {
  /**
   * Which kind of event it is.
   */
  type: "batas_pemasukan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * For which file. Terms: kualifikasi: the qualification; penawaran: the bid; penawaran_tahap_dua: the second bid of two stages.
   */
  of: "kualifikasi" | "penawaran" | "penawaran_tahap_dua";
  /**
   * The deadline.
   */
  until: string;
}
/**
 * The deadline was extended.
 */
export interface Extension {
  /**
   * Which kind of event it is.
   */
  type: "perpanjangan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * For which file. Terms: kualifikasi: the qualification; penawaran: the bid; penawaran_tahap_dua: the second bid of two stages.
   */
  of: "kualifikasi" | "penawaran" | "penawaran_tahap_dua";
  /**
   * The new deadline.
   */
  until: string;
}
/**
 * Handing in was closed.
 */
export interface Closing {
  /**
   * Which kind of event it is.
   */
  type: "penutupan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * For which file. Terms: kualifikasi: the qualification; penawaran: the bid; penawaran_tahap_dua: the second bid of two stages.
   */
  of: "kualifikasi" | "penawaran" | "penawaran_tahap_dua";
}
/**
 * The price files were opened, in two files or stages.
 */
export interface PriceOpening {
  /**
   * Which kind of event it is.
   */
  type: "pembukaan_harga";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
}
/**
 * A clarification, printed in the public record as it is typed.
 */
export interface Clarification {
  /**
   * Which kind of event it is.
   */
  type: "klarifikasi";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * What was asked.
   */
  question: string;
  /**
   * What was answered.
   */
  answer: string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * Talks with a bidder.
 */
export interface Negotiation {
  /**
   * Which kind of event it is.
   */
  type: "negosiasi";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * Whether they came to an agreement. Terms: sepakat: agreement reached; gagal: no agreement.
   */
  outcome: "sepakat" | "gagal";
  /**
   * What was agreed. Unit: rupiah, PPN included.
   */
  total?: null | string;
  /**
   * The points of the talks, in order.
   */
  items?: null | TalkedItem[];
}
/**
 * A point of the talks.
 */
export interface TalkedItem {
  /**
   * The line of the document that it is about.
   */
  line?: null | string;
  /**
   * What it is about, where it is no line.
   */
  title?: null | string;
  /**
   * What the panel asked.
   */
  asked: string;
  /**
   * What was agreed.
   */
  agreed: string;
}
/**
 * A reverse auction between two bidders.
 */
export interface ReverseAuction {
  /**
   * Which kind of event it is.
   */
  type: "reverse_auction";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Whether it was held.
   */
  held: boolean;
  /**
   * The last price of each participant, by id. Unit: rupiah, PPN included.
   */
  totals?: null | {
    [k: string]: null | string;
  };
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * A bidder withdrew.
 */
export interface Withdrawal {
  /**
   * Which kind of event it is.
   */
  type: "pengunduran_diri";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * At which stage it falls. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
  /**
   * Whether the panel accepts the reason; absent is unknown.
   */
  accepted?: null | boolean;
  /**
   * Whether it withdrew, or would not extend its bid. Terms: pengunduran_diri: it withdrew; menolak_perpanjangan: it would not extend its bid.
   */
  cause?: null | ("pengunduran_diri" | "menolak_perpanjangan");
}
/**
 * The panel's decision on the order of equal bids.
 */
export interface RankingDecision {
  /**
   * Which kind of event it is.
   */
  type: "keputusan_peringkat";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Which members decided.
   */
  by: [string, ...string[]] | string;
  /**
   * The participants, the best first.
   *
   * @minItems 2
   * @maxItems 2000
   */
  order: [string, string, ...string[]];
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * The panel confirmed a value of the law against its document.
 */
export interface Confirmation {
  /**
   * Which kind of event it is.
   */
  type: "konfirmasi_nilai";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * A value of the law, by its name.
   */
  param: string;
  /**
   * What the document has.
   */
  value: string;
  /**
   * Where the tender document says so.
   */
  clause: string;
}
/**
 * Somebody looked again: a figure that was doubted is written so.
 */
export interface TypingConfirmation {
  /**
   * Which kind of event it is.
   */
  type: "konfirmasi_isian";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Which doubt it answers. Terms: harga_berlipat: a unit price that is a power of ten off the HPS; total_jauh: a corrected total far from the stated one; volume_berbeda: volumes or words that are not the document's; baris_nol: a unit price of 0; penawaran_kosong: every unit price blank or 0.
   */
  doubt: "harga_berlipat" | "total_jauh" | "volume_berbeda" | "baris_nol" | "penawaran_kosong";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The line that is doubted.
   */
  line?: null | string;
  /**
   * The figure as it is typed. Unit: the doubted figure as it is typed: a total with PPN, a unit price net of it, or a volume.
   */
  figure: string;
  /**
   * Which members looked.
   */
  by: [string, ...string[]] | string;
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note: string;
}
/**
 * The determination of the winner, or of the list of a prakualifikasi.
 */
export interface Award {
  /**
   * Which kind of event it is.
   */
  type: "penetapan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Of which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * Who did it. Terms: pokja: the Pokja; pa: the PA/KPA.
   */
  by: "pokja" | "pa";
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Who won.
   */
  winner?: null | string;
  /**
   * Who stands behind, in order.
   */
  reserves?: null | string[];
  /**
   * The participants on the list, in order.
   */
  list?: null | string[];
}
/**
 * The tender, or its qualification, was declared to have failed.
 */
export interface FailureAct {
  /**
   * Which kind of event it is.
   */
  type: "pernyataan_gagal";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Of which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * Who did it. Terms: pokja: the Pokja; pa: the PA/KPA.
   */
  by: "pokja" | "pa";
  /**
   * On which ground, by its id.
   */
  ground: string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The selection was called off by a decision.
 */
export interface Cancellation {
  /**
   * Which kind of event it is.
   */
  type: "pembatalan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Who did it. Terms: pa: the PA/KPA; kpa: the KPA; ppk: the PPK.
   */
  by: "pa" | "kpa" | "ppk";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
  /**
   * The number of the paper.
   */
  number?: null | string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * A result was announced.
 */
export interface Announcement {
  /**
   * Which kind of event it is.
   */
  type: "pengumuman";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * What it is about. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
}
/**
 * An objection (sanggah).
 */
export interface Objection {
  /**
   * Which kind of event it is.
   */
  type: "sanggah";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Against which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * By which way it came. Terms: spse: in SPSE; luar: outside SPSE.
   */
  channel?: null | ("spse" | "luar");
  /**
   * To whom. Terms: pokja: the Pokja; ppk: the PPK; pa: the PA/KPA; kpa: the KPA; lainnya: something else.
   */
  addressee?: null | ("pokja" | "ppk" | "pa" | "kpa" | "lainnya");
}
/**
 * The answer to an objection.
 */
export interface ObjectionAnswer {
  /**
   * Which kind of event it is.
   */
  type: "jawaban_sanggah";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Against which result the objection was. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided. Terms: benar_substansial: the objection is right and substantial; benar_tidak_substansial: the objection is right, not substantial; tidak_benar: the objection is not right.
   */
  decision: "benar_substansial" | "benar_tidak_substansial" | "tidak_benar";
  /**
   * What was found: the id of a ground.
   */
  cause?: null | string;
}
/**
 * An appeal (sanggah banding).
 */
export interface Appeal {
  /**
   * Which kind of event it is.
   */
  type: "sanggah_banding";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Against which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The appeal bond. Unit: rupiah.
   */
  bond?: null | string;
  /**
   * What was decided on it. Terms: benar_substansial: the objection is right and substantial; benar_tidak_substansial: the objection is right, not substantial; tidak_benar: the objection is not right.
   */
  decision?: null | ("benar_substansial" | "benar_tidak_substansial" | "tidak_benar");
  /**
   * To whom. Terms: pokja: the Pokja; ppk: the PPK; pa: the PA/KPA; kpa: the KPA; lainnya: something else.
   */
  addressee?: null | ("pokja" | "ppk" | "pa" | "kpa" | "lainnya");
}
/**
 * Whether the appeal bond is valid.
 */
export interface BondClarification {
  /**
   * Which kind of event it is.
   */
  type: "klarifikasi_jaminan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What its issuer said. Terms: sah: valid; tidak_sah: not valid.
   */
  result: "sah" | "tidak_sah";
}
/**
 * The answer to an appeal.
 */
export interface AppealAnswer {
  /**
   * Which kind of event it is.
   */
  type: "jawaban_sanggah_banding";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided. Terms: benar: right; tidak_benar: the objection is not right.
   */
  decision: "benar" | "tidak_benar";
}
/**
 * The objection period is over.
 */
export interface ObjectionPeriodEnd {
  /**
   * Which kind of event it is.
   */
  type: "akhir_masa_sanggah";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Of which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
}
/**
 * The panel proposed who is to be determined by the PA.
 */
export interface AwardProposal {
  /**
   * Which kind of event it is.
   */
  type: "usul_penetapan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The number of the paper.
   */
  number?: null | string;
}
/**
 * A determination, or a contract, was refused.
 */
export interface Refusal {
  /**
   * Which kind of event it is.
   */
  type: "penolakan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Who did it. Terms: pa: the PA/KPA; ppk: the PPK.
   */
  by: "pa" | "ppk";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * The meeting in which the tender document was explained (aanwijzing).
 */
export interface Explanation {
  /**
   * Which kind of event it is.
   */
  type: "penjelasan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The number of the paper.
   */
  number?: null | string;
}
/**
 * The appointment of the supplier (SPPBJ).
 */
export interface Appointment {
  /**
   * Which kind of event it is.
   */
  type: "sppbj";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The number of the paper.
   */
  number: string;
}
/**
 * What interest a member of the panel declared.
 */
export interface DeclaredInterest {
  /**
   * Which kind of event it is.
   */
  type: "pernyataan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the member.
   */
  member: string;
  /**
   * What it is; false where there is none.
   */
  interest: false | string;
  /**
   * In whom.
   */
  participants?: null | string[];
}
/**
 * An invitation to a bidder.
 */
export interface Invitation {
  /**
   * Which kind of event it is.
   */
  type: "undangan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * To what. Terms: klarifikasi: a clarification; negosiasi: Clarification and negotiation (negosiasi); pembuktian: the proof of the qualification.
   */
  of: "klarifikasi" | "negosiasi" | "pembuktian";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * For when.
   */
  for: string;
  /**
   * Where it was held or written.
   */
  place?: null | string;
  /**
   * The number of the paper.
   */
  number?: null | string;
  /**
   * Who was there.
   */
  present?: null | Present[];
}
/**
 * Somebody who was there.
 */
export interface Present {
  /**
   * The name.
   */
  name: string;
  /**
   * As what.
   */
  role: string;
  /**
   * For which participant.
   */
  for?: null | string;
}
/**
 * Number and day of a letter or of minutes that no act gives.
 */
export interface Letter {
  /**
   * Which kind of event it is.
   */
  type: "surat";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Which paper, by its key.
   */
  of: string;
  /**
   * To whom, where each participant has its own.
   */
  participant?: null | string;
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Where it was held or written.
   */
  place?: null | string;
  /**
   * The day that it bears.
   */
  date: string;
}
/**
 * The minutes (berita acara) were signed.
 */
export interface Minutes {
  /**
   * Which kind of event it is.
   */
  type: "berita_acara";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * What it is about. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Where it was held or written.
   */
  place: string;
  /**
   * Who was there.
   */
  present?: null | Present[];
}
/**
 * Of what package this one is a repeat.
 */
export interface Previous {
  /**
   * Which kind of repeat. Terms: evaluasi_ulang: a new evaluation of bids; penawaran_ulang: new bids; tender_ulang: a new tender (Tender ulang); prakualifikasi_ulang: a new prakualifikasi.
   */
  kind: "evaluasi_ulang" | "penawaran_ulang" | "tender_ulang" | "prakualifikasi_ulang";
  /**
   * The digest of the package before.
   */
  package: string;
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
