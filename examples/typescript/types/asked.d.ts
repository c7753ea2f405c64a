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
 * The answer to one's own question. Internal.
 */
export interface Asked {
  /**
   * What comes out as it is.
   */
  outcome: Outcome;
  /**
   * Acts on the result, which were set aside to look.
   */
  set_aside: SetAside[];
  /**
   * What was asked, and what comes out so.
   */
  asked: Question;
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
 * One value in the place of another.
 */
export interface Question {
  /**
   * The place in the package, or a value of the law.
   */
  place: string;
  /**
   * What stands there instead.
   */
  value: string;
  /**
   * What comes out; null where such a package is refused.
   */
  outcome: null | Outcome;
  /**
   * Whether the outcome stays.
   */
  same: boolean;
}
