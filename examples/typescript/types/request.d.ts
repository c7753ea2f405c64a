// Made by make-types.mjs of the schemas of Tender.

export type Request =
  | CheckRequest
  | EvaluateRequest
  | BahpRequest
  | ExplainRequest
  | CompareRequest
  | ReasonsRequest
  | WhatifRequest
  | SimilarRequest
  | RulesRequest
  | SchemaRequest;

export interface CheckRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "check";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The package before, of which this one is a repeat.
   */
  previous?: {
    [k: string]: unknown;
  };
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface EvaluateRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "evaluate";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The package before, of which this one is a repeat.
   */
  previous?: {
    [k: string]: unknown;
  };
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface BahpRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "bahp";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * Which paper, by its key. Terms: pembukaan-kualifikasi; hasil-prakualifikasi; pembukaan: Opening (pembukaan); evaluasi; pembukaan-harga; undangan-klarifikasi; daftar-hadir-klarifikasi; klarifikasi: a clarification; undangan-pembuktian; daftar-hadir-pembuktian; pembuktian: the proof of the qualification; bahp; pengumuman-prakualifikasi; usul-penetapan; penetapan: Determination of the winner (penetapan); pengumuman; gagal: no agreement; pengumuman-gagal; pembatalan; pengumuman-pembatalan; surat; jawaban-sanggah; undangan-negosiasi; daftar-hadir-negosiasi; negosiasi: Clarification and negotiation (negosiasi); laporan.
   */
  document?:
    | "pembukaan-kualifikasi"
    | "hasil-prakualifikasi"
    | "pembukaan"
    | "evaluasi"
    | "pembukaan-harga"
    | "undangan-klarifikasi"
    | "daftar-hadir-klarifikasi"
    | "klarifikasi"
    | "undangan-pembuktian"
    | "daftar-hadir-pembuktian"
    | "pembuktian"
    | "bahp"
    | "pengumuman-prakualifikasi"
    | "usul-penetapan"
    | "penetapan"
    | "pengumuman"
    | "gagal"
    | "pengumuman-gagal"
    | "pembatalan"
    | "pengumuman-pembatalan"
    | "surat"
    | "jawaban-sanggah"
    | "undangan-negosiasi"
    | "daftar-hadir-negosiasi"
    | "negosiasi"
    | "laporan";
  /**
   * The id of a participant.
   */
  participant?: string;
  /**
   * As what it is written. Terms: markdown; json; docx.
   */
  format?: "markdown" | "json" | "docx";
  /**
   * Whether it is the working paper, with all that is internal.
   */
  internal?: boolean;
  /**
   * The package before, of which this one is a repeat.
   */
  previous?: {
    [k: string]: unknown;
  };
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface ExplainRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "explain";
  /**
   * The package, `tender-package/1`.
   */
  package?: {
    [k: string]: unknown;
  };
  /**
   * The id of a participant.
   */
  participant?: string;
  /**
   * A code, a rule, a value of the law or a page.
   */
  topic?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface CompareRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "compare";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The package that it is compared with.
   */
  other?: {
    [k: string]: unknown;
  };
  /**
   * The day whose law applies.
   */
  at?: string;
  /**
   * Local standards by name.
   */
  overlays?: string[];
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface ReasonsRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "reasons";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The id of a participant.
   */
  participant?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface WhatifRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "whatif";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * A place in the package, or a value of the law.
   */
  place?: string;
  /**
   * What stands there instead.
   */
  value?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface SimilarRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "similar";
  /**
   * The package, `tender-package/1`.
   */
  package?: {
    [k: string]: unknown;
  };
  /**
   * The packages, in order.
   */
  packages?: {
    [k: string]: unknown;
  }[];
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface RulesRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "rules";
  /**
   * A rule, a value, a check, a ground or a page.
   */
  name?: string;
  /**
   * The day whose law applies.
   */
  at?: string;
  /**
   * Local standards by name.
   */
  overlays?: string[];
  /**
   * The first day.
   */
  from?: string;
  /**
   * The day that it is compared with.
   */
  to?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface SchemaRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "schema";
  /**
   * Of what. Terms: package; package-strict; evaluation; request; answer; check; whatif; asked; similar.
   */
  of?: "package" | "package-strict" | "evaluation" | "request" | "answer" | "check" | "whatif" | "asked" | "similar";
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
