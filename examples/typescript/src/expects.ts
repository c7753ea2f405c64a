// What the types refuse: a line below each mark that is no error is one.
import type { Door } from "./door.js";
import type { AwaitedItem, Event, Finding, HpsLine, Package, Tender } from "../types/tender.js";

export const line: HpsLine = {
  id: "1",
  description: "Galian tanah biasa",
  unit: "m3",
  quantity: "120.5",
  unit_price: "85000",
};
// @ts-expect-error an amount is a text, which no binary fraction touches
export const binary: HpsLine = { ...line, unit_price: 85000.5 };
// @ts-expect-error a key is written as it is
export const misspelt: Partial<Tender> = { titel: "Jalan" };
// @ts-expect-error a method that the law does not have
export const method: Tender["method"] = "termurah";
// @ts-expect-error an event has what its type has
export const event: Event = { type: "penutupan", at: "2023-03-01T09:00:00+07:00", winner: "p1" };
// @ts-expect-error what is awaited is one of a list
export const needs: AwaitedItem["needs"] = "sesuatu";
// @ts-expect-error a rule that the law does not have
export const rule: Finding["rule"] = "price.cieling";

declare const door: Door;
declare const given: Package;
export const result = door.ask("evaluate", { package: given, lang: "en" });
// @ts-expect-error a language that is not spoken
export const language = door.ask("evaluate", { package: given, lang: "jv" });
// @ts-expect-error a question is a place and a value
export const half = door.ask("asked", { package: given, place: "tender.hps.total" });

// What a rule found may be counted on: none of it is missing.
export const facts = (found: Finding): string[] => Object.values(found.facts);
