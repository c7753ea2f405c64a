// Made by make-types.mjs of the schemas of Tender.

/**
 * What bidders share, in one tender or over several. Never a verdict; internal.
 */
export interface Similar {
  /**
   * The tenders that were looked at, and behind them those that were refused.
   */
  tenders: (LookedAt | Refused)[];
  /**
   * Those that are another one again.
   */
  left_out: LeftOut[];
  /**
   * Those that repeat another one that is given.
   */
  repeats: Repeats[];
  /**
   * Who bid, over all tenders.
   */
  bidders: Bidder[];
  /**
   * What is shared.
   */
  similarities: Similarity[];
  /**
   * Who is joined to whom.
   */
  groups: Group[];
  /**
   * Who met whom, the most telling first.
   */
  pairs: Pair[];
  /**
   * How many pairs are not told. Unit: pairs.
   */
  pairs_left_out: number;
  /**
   * Red flags, each with its definition.
   */
  flags: RedFlag[];
}
/**
 * A tender that was looked at.
 */
export interface LookedAt {
  /**
   * Its number here. Unit: tenders from 1.
   */
  n: number;
  /**
   * Where it was read.
   */
  source: string;
  /**
   * Its code.
   */
  code: string;
  /**
   * The state of its evaluation. Terms: menunggu: it waits; dihitung: it was computed; ditetapkan: people have acted on it.
   */
  state: "menunggu" | "dihitung" | "ditetapkan";
  /**
   * Who was determined, among the bidders.
   */
  winner: null | string;
  /**
   * The equal prices of three bids or more, which are no fact about two; null where they are on few lines.
   */
  equal_of_many: null | EqualOfMany;
}
/**
 * Equal unit prices of three bids or more on a line, beside their own ratios to the HPS.
 */
export interface EqualOfMany {
  /**
   * On how many lines. Unit: lines.
   */
  count: number;
  /**
   * Of how many, for which three bids or more have a price. Unit: lines.
   */
  compared: number;
  /**
   * The first twenty of these lines.
   */
  lines: string[];
}
/**
 * A tender that could not be evaluated.
 */
export interface Refused {
  /**
   * Where it was read.
   */
  source: string;
  /**
   * All that is wrong with it.
   */
  diagnostics: Diagnostic[];
}
/**
 * Something that is wrong with a package.
 */
export interface Diagnostic {
  /**
   * What is wrong, by its stable code.
   */
  code: string;
  /**
   * The file, or the key of the request.
   */
  file: string;
  /**
   * Its line. Unit: lines from 1.
   */
  line: number;
  /**
   * Its column. Unit: signs from 1.
   */
  column: number;
  /**
   * The keys that lead there.
   */
  path: string;
  /**
   * What is wrong, in the language asked for.
   */
  message: string;
  /**
   * What to do.
   */
  hint: string;
  /**
   * The cell of a workbook; empty where it is none.
   */
  cell: string;
}
/**
 * A tender that is another one again.
 */
export interface LeftOut {
  /**
   * Its number. Unit: tenders from 1.
   */
  n: number;
  /**
   * Whether it is a copy or a repeat. Terms: salinan: a copy; evaluasi_ulang: a new evaluation of bids.
   */
  why: "salinan" | "evaluasi_ulang";
  /**
   * The number of the other one. Unit: tenders from 1.
   */
  by: number;
}
/**
 * A tender that repeats another one that is given, with bids of its own.
 */
export interface Repeats {
  /**
   * Its number. Unit: tenders from 1.
   */
  n: number;
  /**
   * The number of the one that it repeats. Unit: tenders from 1.
   */
  of: number;
  /**
   * How it repeats it. Terms: evaluasi_ulang: a new evaluation of bids; penawaran_ulang: new bids; tender_ulang: a new tender (Tender ulang); prakualifikasi_ulang: a new prakualifikasi.
   */
  kind: "evaluasi_ulang" | "penawaran_ulang" | "tender_ulang" | "prakualifikasi_ulang";
}
/**
 * Who bid, over all tenders.
 */
export interface Bidder {
  /**
   * Its code here.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The tax number, as it is written.
   */
  npwp: null | string;
  /**
   * Under which id in which tender.
   */
  bids: Bid[];
}
/**
 * A bid of a tender.
 */
export interface Bid {
  /**
   * The number of the tender. Unit: tenders from 1.
   */
  n: number;
  /**
   * The id of the participant.
   */
  participant: string;
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
/**
 * Bidders that are joined, each to at least one other.
 */
export interface Group {
  /**
   * Who they are.
   */
  bidders: string[];
  /**
   * How many pairs of them are joined. Unit: pairs.
   */
  edges: number;
  /**
   * Those of whom each is joined to each; null where that is too much to find.
   */
  cliques: null | string[][];
  /**
   * How many more such sets were found and are not told. Unit: sets.
   */
  cliques_left_out: number;
  /**
   * Whether all such sets were looked for.
   */
  cliques_all: boolean;
}
/**
 * Two bidders that met.
 */
export interface Pair {
  /**
   * Who they are.
   */
  bidders: string[];
  /**
   * In how many tenders both bid; none where they are joined and never met. Unit: tenders.
   */
  together: number;
  /**
   * How many of these each won. Unit: tenders.
   */
  won: number[];
  /**
   * What came of each.
   */
  encounters: Encounter[];
  /**
   * By what they are joined; null where they are not.
   */
  joined_by: null | Edge;
}
/**
 * Two bidders in one tender.
 */
export interface Encounter {
  /**
   * The number of the tender. Unit: tenders from 1.
   */
  n: number;
  /**
   * Their ranks; null for who has none. Unit: ranks from 1.
   */
  ranks: (null | number)[];
  /**
   * How far their totals are apart. Unit: share of the lower, four decimals.
   */
  distance: null | string;
  /**
   * Who won it.
   */
  winner: null | string;
}
/**
 * By what two bidders are joined.
 */
export interface Edge {
  /**
   * What says much.
   */
  strong: string[];
  /**
   * What says little alone.
   */
  weak: string[];
}
/**
 * A red flag, whether it was raised or not.
 */
export interface RedFlag {
  /**
   * Its code.
   */
  code: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * When it is raised.
   */
  definition: string;
  /**
   * Where it was read.
   */
  source: FlagSource;
  /**
   * The values that it turns on.
   */
  thresholds: Threshold[];
  /**
   * Why it is not computed; null where it is.
   */
  not_computed: null | string;
  /**
   * What was found, by what it is a figure of.
   */
  found: FoundAmong[];
}
/**
 * Where a red flag was read.
 */
export interface FlagSource {
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
   * Its page.
   */
  url: string;
}
/**
 * A value that a red flag turns on.
 */
export interface Threshold {
  /**
   * A value of the law, by its name.
   */
  param: string;
  /**
   * The value, in plain notation.
   */
  value: string;
  /**
   * How well it was read.
   */
  source: string;
}
/**
 * What was found among tenders, participants or buyers.
 */
export interface FoundAmong {
  /**
   * Of what it is a figure. Terms: tender: tenders; peserta: the participant; pembeli: buyers; satuan_kerja: units of buyers.
   */
  group: "tender" | "peserta" | "pembeli" | "satuan_kerja";
  /**
   * How many there are. Unit: of the group.
   */
  population: number;
  /**
   * How many there have to be to tell. Unit: of the group.
   */
  population_least: null | number;
  /**
   * Whether there are.
   */
  enough: boolean;
  /**
   * How many are left out, by why. Unit: of the group.
   */
  left_out: {
    [k: string]: number;
  };
  /**
   * Where outliers begin; null where none are sought.
   */
  fences: null | Fences;
  /**
   * Of whom it is raised.
   */
  raised: Raised[];
}
/**
 * Where outliers begin.
 */
export interface Fences {
  /**
   * The first quartile. Unit: share, four decimals.
   */
  q1: null | string;
  /**
   * The third quartile. Unit: share, four decimals.
   */
  q3: null | string;
  /**
   * Below it is an outlier. Unit: share, four decimals.
   */
  lower: null | string;
  /**
   * Above it is an outlier. Unit: share, four decimals.
   */
  upper: null | string;
}
/**
 * A red flag that is raised.
 */
export interface Raised {
  /**
   * Of what.
   */
  subject: string;
  /**
   * Of whom.
   */
  participants: string[];
  /**
   * The figure. Unit: share, four decimals.
   */
  value: null | string;
  /**
   * The fraction that decides.
   */
  exact: null | string;
  /**
   * What it rests on, by name.
   */
  facts: {
    [k: string]: string;
  };
}
