// Made by make-types.mjs of the schemas of Tender.

export type GroundId =
  | "pembatalan"
  | "perpres-16-2018:51(2)a"
  | "perpres-16-2018:51(2)b"
  | "perpres-16-2018:51(2)c"
  | "perpres-16-2018:51(2)d"
  | "perpres-16-2018:51(2)e"
  | "perpres-16-2018:51(2)f"
  | "perpres-16-2018:51(2)g"
  | "perpres-16-2018:51(2)h"
  | "perpres-16-2018:51(2)i"
  | "perpres-16-2018:51(1)a"
  | "perpres-16-2018:51(1)b"
  | "lkpp-12-2021:4.2.14.a.c"
  | "lkpp-12-2021:4.2.14.a.i"
  | "lkpp-12-2021:4.2.14.a.k"
  | "lkpp-12-2021:4.2.14.a.l"
  | "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi"
  | "lkpp-12-2021:4.1.1.j:gangguan_spse"
  | "lkpp-12-2021:4.1.1.j:kesalahan_dokumen"
  | "lkpp-12-2021:4.1.1.j:persekongkolan"
  | "lkpp-12-2021:4.1.1.j:diskriminatif"
  | "lkpp-12-2021:4.1.1.j:kecurangan_pengumuman";
export type Need =
  | "fakta"
  | "penilaian"
  | "pengganti_anggota"
  | "penilaian_tahap"
  | "catatan_pembuktian"
  | "nilai"
  | "pembukaan_harga"
  | "harga"
  | "rincian_harga"
  | "tarif_ppn_lumsum"
  | "biaya_umur_ekonomis"
  | "negosiasi"
  | "negosiasi_lanjutan"
  | "batas_pemasukan"
  | "tkdn"
  | "pernyataan_lpse"
  | "batas_komitmen_tkdn"
  | "hasil_reverse_auction"
  | "faktor_skp"
  | "faktor_kd"
  | "faktor_skn"
  | "perpanjangan"
  | "penutupan"
  | "keputusan_peringkat"
  | "konfirmasi_isian";
export type NoticeCode =
  | "BERAKHIR_SEBELUM_WAKTUNYA"
  | "DASAR_TINDAKAN_TIDAK_TERCATAT"
  | "LEWAT_BATAS_WAKTU"
  | "MASA_SANGGAH_BELUM_BERAKHIR"
  | "WAKTU_SPSE"
  | "BARIS_TAMBAHAN"
  | "BARIS_TIDAK_DITAWARKAN"
  | "BIAYA_DI_ATAS_HPS"
  | "DAFTAR_HITAM_TIDAK_DIMINTA"
  | "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH"
  | "HARGA_SATUAN_KOSONG"
  | "HARGA_TANPA_PENAWARAN"
  | "JAMINAN_PENAWARAN_DI_LUAR_RENTANG"
  | "JAMINAN_PENAWARAN_TIDAK_DIMINTA"
  | "JAMINAN_PENAWARAN_TIDAK_DIWAJIBKAN"
  | "KONFIRMASI_BERBEDA"
  | "KOREKSI_BERBEDA"
  | "SEGMENTASI_BERBEDA"
  | "KUALIFIKASI_USAHA_TIDAK_DIMINTA"
  | "DASAR_GAGAL_TIDAK_PASTI"
  | "PENAWARAN_TERENDAH_BELUM_PASTI"
  | "NILAI_BERJAUHAN"
  | "PESERTA_PENGULANGAN"
  | "PAKET_SEBELUMNYA_TIDAK_DISEBUT"
  | "NEGOSIASI_LEBIH_TINGGI"
  | "PEMBUKAAN_HARGA_TERLALU_DINI"
  | "SANGGAH_BELUM_DIJAWAB"
  | "PENAWARAN_SEBELUM_DAFTAR"
  | "PEMASUKAN_KURANG_DARI_TIGA"
  | "PENILAIAN_SEBELUM_REVERSE_AUCTION"
  | "ANGGOTA_TIDAK_MENILAI"
  | "KEPENTINGAN_BELUM_DINYATAKAN"
  | "PERNYATAAN_KEPENTINGAN_TERLAMBAT"
  | "PENILAIAN_ANGGOTA_BERHALANGAN"
  | "PENILAIAN_TANPA_DOKUMEN"
  | "PENILAIAN_TIDAK_DIPAKAI"
  | "REZIM_BELUM_DIBACA"
  | "RINCIAN_HPS_BERBEDA"
  | "RINCIAN_LUMSUM_BERBEDA"
  | "SAMA_DIURUTKAN_NILAI_TEKNIS"
  | "SANGGAH_BENAR_SUBSTANSIAL"
  | "SURAT_PADA_PENETAPAN"
  | "TARIF_PPN_DUA_BACAAN"
  | "TARIF_PPN_BERBEDA"
  | "SELISIH_DI_BAWAH_SEN"
  | "TEPAT_80_PERSEN"
  | "TINDAKAN_BERBEDA"
  | "TOTAL_BERBEDA"
  | "TOTAL_SAMA"
  | "UNSUR_TIDAK_DISEBUT"
  | "BERITA_ACARA_TIDAK_DIPAKAI"
  | "PENETAPAN_TANPA_BERITA_ACARA"
  | "URUTAN_WAKTU"
  | "ALASAN_MENGUNDURKAN_DIRI"
  | "ANALISIS_BELUM_LENGKAP"
  | "ANALISIS_TIDAK_DIPAKAI"
  | "ANALISIS_HARGA_DIMINTA"
  | "CATATAN_TIMPANG_TIDAK_DIPAKAI"
  | "HARGA_SATUAN_TIMPANG"
  | "JAMINAN_SANGGAH_BANDING"
  | "KEWAJARAN_BERBEDA"
  | "KEWAJARAN_TANPA_ANALISIS"
  | "NEGOSIASI_BACAAN_LAIN"
  | "NEGOSIASI_TIDAK_DIPAKAI"
  | "PENGUNDURAN_DIRI_TANPA_SANKSI"
  | "PENGUNDURAN_DIRI_TIDAK_DIPAKAI"
  | "BATAS_KOMITMEN_TKDN_TIDAK_DIPAKAI"
  | "FAKTA_KSO_TIDAK_DIPAKAI"
  | "PERNYATAAN_LPSE_TIDAK_DIPAKAI"
  | "PREFERENSI_TANPA_BARANG"
  | "PREFERENSI_TIDAK_BERLAKU"
  | "SAMA_DIURUTKAN_TKDN"
  | "SANGGAH_BANDING"
  | "SANGGAH_BANDING_TIDAK_DIJAWAB"
  | "SANGGAH_SEBAGAI_PENGADUAN"
  | "TINDAKAN_TIDAK_DIPAKAI"
  | "SANKSI_PENGUNDURAN_DIRI"
  | "REVERSE_AUCTION_TIDAK_DIPAKAI"
  | "TKDN_BELUM_DIKETAHUI"
  | "TKDN_DINYATAKAN_DUA_KALI";

/**
 * What an evaluation found. Amounts are rupiah, PPN included, as texts in plain notation. Scores have ten decimals, half up; `exact` is the fraction that decides. Not said here: the passed, failed, pending and not_evaluated of a stage repeat its verdicts; corrections make corrected minus stated; the root follows from all the rest.
 */
export interface Evaluation {
  /**
   * The format and its number.
   */
  format: "tender-evaluation/1";
  /**
   * Whether the evaluation waits, was computed, or people have acted on it as well. Terms: menunggu: it waits; dihitung: it was computed; ditetapkan: people have acted on it.
   */
  state: "menunggu" | "dihitung" | "ditetapkan";
  /**
   * What came out; null while it waits. Terms: pemenang: a winner; daftar_peserta: a list of those who may bid; gagal: no agreement.
   */
  result: "pemenang" | "daftar_peserta" | "gagal" | null;
  /**
   * What was decided at each stage, in the order of the procedure.
   */
  stages: StageResult[];
  /**
   * The prices that were opened, and what was corrected.
   */
  prices: OpenedPrice[];
  /**
   * The scores of each participant before their weights.
   */
  scores: Scores[];
  /**
   * The order of the bids, the best first.
   */
  ranking: Rank[];
  /**
   * Who is proposed, or was determined; null while nobody is.
   */
  winner: null | string;
  /**
   * Who is proposed behind the winner, in order.
   *
   * @maxItems 2
   */
  reserves: string[];
  /**
   * Who is proposed for the list of a prakualifikasi.
   */
  shortlist: string[];
  /**
   * What the law has follow, by its code.
   */
  next: null | string;
  /**
   * Why the tender fails, if it does.
   */
  failure: null | Failure;
  /**
   * The periods of the law, in the order in which they begin.
   */
  calendar: Period[];
  /**
   * What became of the result; null while nobody has acted on it.
   */
  after_award: null | AfterAward;
  /**
   * What is missing, and of whom; added to the package it is evaluated again.
   */
  awaiting: AwaitedItem[];
  /**
   * What people have to look at; nothing of it decides.
   */
  notices: Notice[];
  /**
   * The law that it was evaluated under.
   */
  regulation: AppliedRegulation;
  /**
   * The digest of the package that was evaluated.
   */
  package: string;
  /**
   * What bidders share; null where nobody looked. Internal, and no part of the root.
   */
  similarities: null | Similarity[];
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The head of the decision trail, which every paper prints.
   */
  root: string;
}
/**
 * What was decided at a stage.
 */
export interface StageResult {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  id:
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
   * What was decided of each participant who entered it.
   */
  verdicts: StageVerdict[];
  /**
   * Who passed.
   */
  passed: string[];
  /**
   * Who fell.
   */
  failed: string[];
  /**
   * Who waits.
   */
  pending: string[];
  /**
   * Who was lawfully left alone.
   */
  not_evaluated: string[];
}
/**
 * What was decided of a participant at a stage.
 */
export interface StageVerdict {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * Why, as minutes print it.
   */
  reason: string;
  /**
   * What each rule found.
   */
  findings: Finding[];
  /**
   * What members of the panel said of it, those that count and those that do not.
   */
  votes: Vote[];
}
/**
 * What a rule found.
 */
export interface Finding {
  /**
   * The rule that found it, by id.
   */
  rule: string;
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * Why, as minutes print it.
   */
  reason: string;
  /**
   * The figures that it rests on, exactly, by name.
   */
  facts: {
    [k: string]: string;
  };
  /**
   * The values of the law that were used.
   */
  values: UsedValue[];
  /**
   * The texts behind it.
   *
   * @minItems 1
   */
  citations: [Citation, ...Citation[]];
}
/**
 * A value of the law that was used.
 */
export interface UsedValue {
  /**
   * A value of the law, by its name.
   */
  param: string;
  /**
   * The value, in plain notation or as a term.
   */
  value: string;
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified.
   */
  source: "text" | "secondary" | "unverified";
  /**
   * Who sets it: the national law, a local standard, or the tender document.
   */
  set_by: string;
  /**
   * Which of several readings it is, where there are several.
   */
  variant: null | string;
  /**
   * The clause of the tender document that sets it, if it does.
   */
  clause: null | string;
}
/**
 * A passage that is cited.
 */
export interface Citation {
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified.
   */
  source: "text" | "secondary" | "unverified";
  /**
   * The clause of the tender document, if it asks it.
   */
  clause: null | string;
}
/**
 * What a member of the panel said.
 */
export interface Vote {
  /**
   * On what: a criterion, a named check, or the stage.
   */
  criterion: string;
  /**
   * The id of the member.
   */
  member: string;
  /**
   * Whether it meets; null where it was scored. Terms: memenuhi: meets; tidak_memenuhi: does not meet.
   */
  verdict: null | ("memenuhi" | "tidak_memenuhi");
  /**
   * The score; null where it was judged by a verdict. Unit: points.
   */
  score: null | string;
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note: string;
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Whether it counts; one that a later word replaced does not.
   */
  counts: boolean;
}
/**
 * A price that was opened. One that no stage opened is nowhere.
 */
export interface OpenedPrice {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The total of the bid letter. Unit: rupiah, PPN included.
   */
  stated_total: string;
  /**
   * The total after the arithmetic correction. Unit: rupiah, PPN included.
   */
  corrected_total: null | string;
  /**
   * The total that was agreed in talks. Unit: rupiah, PPN included.
   */
  negotiated_total: null | string;
  /**
   * The last price of a reverse auction. Unit: rupiah, PPN included.
   */
  reverse_auction_total: null | string;
  /**
   * The total that a contract would have. Unit: rupiah, PPN included.
   */
  final_total: null | string;
  /**
   * The corrected total. Unit: percent of the HPS, four decimals.
   */
  percent_of_hps: null | string;
  /**
   * The price with the preference for domestic content (HEA), for the order only. Unit: rupiah, PPN included.
   */
  hea: null | string;
  /**
   * The performance bond that the winner hands in. Unit: rupiah.
   */
  performance_bond: null | string;
  /**
   * Each cell that was corrected; their effects make corrected minus stated.
   */
  corrections: Correction[];
}
/**
 * A cell that was corrected.
 */
export interface Correction {
  /**
   * The line; null where it is the whole.
   */
  line: null | string;
  /**
   * The rule that found it, by id.
   */
  rule: string;
  /**
   * Which cell.
   */
  field: string;
  /**
   * What was written; null where it was blank. Unit: that of the cell.
   */
  from: null | string;
  /**
   * What it is now. Unit: that of the cell.
   */
  to: null | string;
  /**
   * What it changes of the total. Unit: rupiah, PPN included.
   */
  effect: string;
}
/**
 * The scores of a participant before their weights; null where there is none.
 */
export interface Scores {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * Of the qualification.
   */
  qualification: null | Score;
  /**
   * Of the technical bid.
   */
  technical: null | Score;
  /**
   * Of the price.
   */
  price: null | Score;
  /**
   * Of all together.
   */
  combined: null | Score;
}
/**
 * A score, shown and exact.
 */
export interface Score {
  /**
   * With ten decimals, half up. Unit: points, 0 to 100.
   */
  value: string;
  /**
   * The fraction that decides.
   */
  exact: string;
}
/**
 * A place in the order.
 */
export interface Rank {
  /**
   * The place. Unit: places from 1.
   */
  rank: number;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * By what it was ranked.
   */
  basis: RankedByAmount | RankedByScore;
}
/**
 * Ranked by an amount: the least first.
 */
export interface RankedByAmount {
  /**
   * Which figure.
   */
  by: string;
  /**
   * The figure. Unit: rupiah, PPN included.
   */
  figure: string;
  /**
   * There is none: the amount is exact.
   */
  exact: null;
}
/**
 * Ranked by a score: the highest first.
 */
export interface RankedByScore {
  /**
   * Which score.
   */
  by: string;
  /**
   * The score with ten decimals, half up. Unit: points, 0 to 100.
   */
  figure: string;
  /**
   * The fraction that decides.
   */
  exact: string;
}
/**
 * Why the tender, or its qualification, fails.
 */
export interface Failure {
  /**
   * On which ground.
   */
  ground: GroundId;
  /**
   * Who declares it. Terms: pokja: the Pokja; pa: the PA/KPA; kpa: the KPA; ppk: the PPK.
   */
  declared_by: "pokja" | "pa" | "kpa" | "ppk";
  /**
   * From when it holds. Terms: segera: at once; setelah_masa_sanggah: after the objection period (masa sanggah).
   */
  effective: "segera" | "setelah_masa_sanggah";
  /**
   * What follows, by its code.
   */
  follow_up: null | string;
  /**
   * The texts behind it.
   */
  citations: Citation[];
}
/**
 * A period of the law, with what is left of it as of the latest time in the package.
 */
export interface Period {
  /**
   * Which period.
   */
  id: string;
  /**
   * Of which result, or of what.
   */
  of: string;
  /**
   * Of whom; null where it is everybody's.
   */
  participant: null | string;
  /**
   * In which round. Unit: rounds.
   */
  round: number;
  /**
   * When it begins.
   */
  from: string;
  /**
   * When it ends: the last moment that is in it.
   */
  until: string;
  /**
   * In which days. Terms: hari_kalender: calendar days; hari_kerja: working days.
   */
  counted: "hari_kalender" | "hari_kerja";
  /**
   * How many have passed. Unit: days, as `counted`.
   */
  used: null | number;
  /**
   * How many are left. Unit: days, as `counted`.
   */
  left: null | number;
  /**
   * The texts behind it.
   */
  citations: Citation[];
  /**
   * Whether it has begun, runs, or is over. Terms: belum: not begun; berjalan: running; lewat: over.
   */
  state: "belum" | "berjalan" | "lewat";
}
/**
 * What became of a result that people acted on.
 */
export interface AfterAward {
  /**
   * Where it stands. Terms: belum_diumumkan: not announced yet; masa_sanggah: objections may come in (masa sanggah); menunggu_jawaban: an objection (sanggah) is to be answered; masa_sanggah_banding: appeals may come in (masa sanggah banding); menunggu_jawaban_banding: an appeal (sanggah banding) is to be answered; penetapan_batal: the act on the result stands no more; siap_sppbj: ready for the appointment (SPPBJ); selesai: at its end.
   */
  state:
    | "belum_diumumkan"
    | "masa_sanggah"
    | "menunggu_jawaban"
    | "masa_sanggah_banding"
    | "menunggu_jawaban_banding"
    | "penetapan_batal"
    | "siap_sppbj"
    | "selesai";
  /**
   * The states that it went through, in order.
   *
   * @minItems 1
   */
  path: [string, ...string[]];
  /**
   * What has to come next.
   */
  waits_for: string[];
}
/**
 * Something that is missing.
 */
export interface AwaitedItem {
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
   * On whom; null where it is on nobody alone.
   */
  participant: null | string;
  /**
   * On what; null where it is on the stage as a whole.
   */
  criterion: null | string;
  /**
   * What is needed, and where in the package it is answered.
   */
  needs: Need;
  /**
   * Of whom: ids of members or participants.
   */
  from: string[];
}
/**
 * Something that people have to look at.
 */
export interface Notice {
  /**
   * What it is.
   */
  code: NoticeCode;
  /**
   * The same in words, in Indonesian.
   */
  message: string;
  /**
   * On whom; null where it is on nobody alone.
   */
  participant: null | string;
  /**
   * Whether it may leave the panel. Terms: publik: anybody; internal: those inside.
   */
  audience: "publik" | "internal";
}
/**
 * The law that was in force on the day of the announcement.
 */
export interface AppliedRegulation {
  /**
   * The state of the law.
   */
  rulebook: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * The version of the rulebook.
   */
  version: string;
  /**
   * The digest of the rulebook; null where it has no manifest.
   */
  digest: null | string;
  /**
   * Local standards over it.
   */
  overlays: string[];
  /**
   * The values of the law that were used.
   */
  values: UsedValue[];
}
/**
 * Something that bidders share; never a verdict.
 */
export interface Similarity {
  /**
   * What it is.
   */
  kind: string;
  /**
   * How much it says. Terms: kuat: it says much; lemah: it says little alone.
   */
  strength: "kuat" | "lemah";
  /**
   * Who share it.
   *
   * @minItems 1
   */
  participants: [string, ...string[]];
  /**
   * How often. Unit: places.
   */
  count: number;
  /**
   * Of how many that were compared. Unit: places.
   */
  compared: number;
  /**
   * On which lines of the price; null where it is not of prices.
   */
  lines: null | string[];
  /**
   * The rule that found it.
   */
  rule: string;
  /**
   * The values that are shared, by name.
   */
  facts: {
    [k: string]: string;
  };
  /**
   * How rare that is; null where nobody could say.
   */
  base_rate: null | BaseRate;
}
/**
 * How rare something shared is among bids that know nothing of each other.
 */
export interface BaseRate {
  /**
   * How it was reckoned.
   */
  model: null | string;
  /**
   * The chance.
   */
  chance: null | string;
  /**
   * The fraction that decides.
   */
  exact: null | string;
  /**
   * Why there is none.
   */
  reason: null | string;
}
