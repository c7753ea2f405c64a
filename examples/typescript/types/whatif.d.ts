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

/**
 * What would have changed a result, one thing at a time. Internal.
 */
export interface WhatIf {
  /**
   * What comes out of the figures alone.
   */
  outcome: Outcome;
  /**
   * Acts on the result, which were set aside to look.
   */
  set_aside: SetAside[];
  /**
   * What would have brought another outcome, the nearest first.
   */
  flips: Flip[];
  /**
   * What would have the evaluation wait.
   */
  to_waiting: Flip[];
  /**
   * What an evaluation without a result waits for; nothing can turn it.
   */
  waits_for: string[];
  /**
   * Whether nothing that was tried turns it.
   */
  steady: boolean;
  /**
   * Within which range each kind of figure was moved.
   */
  ranges: Ranges;
  /**
   * How many more would turn it and are not written out.
   */
  further: Further[];
  /**
   * The same of what would have it wait.
   */
  further_waiting: Further[];
  /**
   * The kinds of which not every figure was tried. Terms: harga_satuan: unit prices (harga satuan); harga_total: totals; nilai: scores; ambang_batas: thresholds; bobot: weights; hps: the HPS; batas_kewajaran: the line of fair prices; suara: a vote; penilaian: a judgement; peserta_keluar: a bidder that leaves; tanpa_koreksi: a bid without its corrections; bacaan: another reading of the law.
   */
  unlooked: (
    | "harga_satuan"
    | "harga_total"
    | "nilai"
    | "ambang_batas"
    | "bobot"
    | "hps"
    | "batas_kewajaran"
    | "suara"
    | "penilaian"
    | "peserta_keluar"
    | "tanpa_koreksi"
    | "bacaan"
  )[];
}
/**
 * What comes out.
 */
export interface Outcome {
  /**
   * The result, or that the order is awaited (seri), that it waits (menunggu), or is refused (ditolak).
   */
  kind: string;
  /**
   * Who wins; null where nobody does.
   */
  winner: null | string;
  /**
   * Who is on the list of a prakualifikasi.
   */
  shortlist: string[];
  /**
   * On what it fails; null where it does not.
   */
  ground: null | GroundId;
  /**
   * What is awaited, or refused, by code.
   */
  codes: string[];
}
/**
 * An event that was set aside.
 */
export interface SetAside {
  /**
   * Which kind of event it is.
   */
  type: string;
  /**
   * When it was.
   */
  at: string;
}
/**
 * Something that turns the outcome.
 */
export interface Flip {
  /**
   * What was changed.
   */
  kind: string;
  /**
   * Its place in the package, or whom or what it is about.
   */
  subject: string;
  /**
   * What is given; null where nothing is.
   */
  now: null | string;
  /**
   * The nearest that can be written on this side of the boundary.
   */
  from: string;
  /**
   * The nearest beyond it.
   */
  to: string;
  /**
   * The boundary itself; null where it is no figure.
   */
  exact: null | string;
  /**
   * The outcome at the lower of both.
   */
  below: null | Outcome;
  /**
   * The outcome on the boundary, where that can be written.
   */
  at: null | Outcome;
  /**
   * The outcome at the higher of both.
   */
  above: null | Outcome;
}
/**
 * Within which range each kind of figure was moved.
 */
export interface Ranges {
  /**
   * Of unit prices.
   */
  harga_satuan: "0..2*hps";
  /**
   * Of totals.
   */
  harga_total: "0..2*hps";
  /**
   * Of scores.
   */
  nilai: "0..max_score";
  /**
   * Of thresholds.
   */
  ambang_batas: "+-10";
  /**
   * Of weights.
   */
  bobot: "+-10";
  /**
   * Of the HPS.
   */
  hps: "+-10%";
  /**
   * Of the line of fair prices.
   */
  batas_kewajaran: "+-10%";
}
/**
 * Figures of a kind that would turn it, or have it wait, too.
 */
export interface Further {
  /**
   * What they are. Terms: harga_satuan: unit prices (harga satuan); harga_total: totals; nilai: scores; ambang_batas: thresholds; bobot: weights; hps: the HPS; batas_kewajaran: the line of fair prices.
   */
  kind: "harga_satuan" | "harga_total" | "nilai" | "ambang_batas" | "bobot" | "hps" | "batas_kewajaran";
  /**
   * Of whom; null where they are the tender's.
   */
  participant: null | string;
  /**
   * How many. Unit: figures.
   */
  cells: number;
}
