// A running `tender serve`, asked by its types.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

import type { Answer, Asked, BahpRequest, CheckRequest, CheckResult } from "../types/tender.js";
import type { Compared, CompareRequest, EvaluateRequest, Evaluation } from "../types/tender.js";
import type { Explained, ExplainRequest, LawTold, Package, Paper, Reasons } from "../types/tender.js";
import type { ReasonsRequest, RequestError, RulesRequest, Similar } from "../types/tender.js";
import type { WhatIf, WhatifRequest } from "../types/tender.js";

// The keys of a request; a package is one, and not any object.
type Typed<R> = { [Key in keyof R]: Key extends "package" | "previous" | "other" ? Package : R[Key] };
type Keys<R> = Typed<Omit<R, "id" | "op">>;
type Question = Required<Pick<WhatifRequest, "place" | "value">>;

// What is asked, by op, and what it gives.
export interface Ops {
  check: { keys: Keys<CheckRequest>; result: CheckResult };
  evaluate: { keys: Keys<EvaluateRequest>; result: Evaluation };
  whatif: { keys: Omit<Keys<WhatifRequest>, keyof Question>; result: WhatIf };
  asked: { keys: Keys<WhatifRequest> & Question; result: Asked };
  similar: { keys: { packages: Package[] }; result: Similar };
  explain: { keys: Keys<ExplainRequest>; result: Explained };
  compare: { keys: Keys<CompareRequest>; result: Compared };
  reasons: { keys: Keys<ReasonsRequest>; result: Reasons };
  rules: { keys: Keys<RulesRequest>; result: LawTold };
  bahp: { keys: Keys<BahpRequest>; result: Paper };
}

export class Refused extends Error {
  constructor(readonly error: RequestError) {
    super(`${error.code}: ${error.message}`);
  }
}

export class Door {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  // Answers come in the order of the requests.
  readonly #waiting: ((answer: Answer) => void)[] = [];
  #asked = 0;

  // TENDER names the program where it is not on the path.
  constructor(command = process.env["TENDER"] ?? "tender") {
    const [program = "tender", ...words] = command.split(" ");
    this.#process = spawn(program, [...words, "serve", "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#process.on("error", () => {
      console.error(`${program} is not on the path: TENDER=env/bin/tender names it`);
      process.exit(1);
    });
    const lines = createInterface({ input: this.#process.stdout });
    lines.on("line", (line) => this.#waiting.shift()?.(JSON.parse(line) as Answer));
  }

  async ask<Op extends keyof Ops>(op: Op, keys: Ops[Op]["keys"]): Promise<Ops[Op]["result"]> {
    const id = ++this.#asked;
    const request = { id, op: op === "asked" ? "whatif" : op, ...keys };
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.push(resolve);
      this.#process.stdin.write(JSON.stringify(request) + "\n");
    });
    if (answer.error) throw new Refused(answer.error);
    return answer.result as unknown as Ops[Op]["result"];
  }

  close(): void {
    this.#process.stdin.end();
  }
}
