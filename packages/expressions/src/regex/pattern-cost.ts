import { beginnings } from "./beginnings.ts";
import {
  type Alternatives,
  type Pattern,
  PatternError,
  type ReadPattern,
  type Repeat,
  type Sequence,
} from "./pattern.ts";
import { shown } from "../text/shown.ts";

/**
 * How long a search may take at worst: about `n ** exponent / exponent! * 2 ** bits * work` steps over `n`
 * characters.
 *
 * JavaScript searches by trying, and a pattern that can match the same text in many ways may try all of them. A choice is
 * free where the next character decides it: then trying ends at once. What is left is counted here, before anything runs.
 */
export interface PatternCost {
  readonly exponent: number;
  readonly bits: number;
  readonly work: number;
}

/** @throws PatternError where the number of ways grows with the text exponentially, or a repetition has one in it. */
export function patternCost(text: string, { root, ignoreCase }: ReadPattern): PatternCost {
  const count: Count = { text, beginningOf: beginnings(ignoreCase) };
  const { steps, retry, bits, work } = costOf(root, { set: 0n, mayFail: false }, count);
  return { exponent: Math.max(steps, retry + (count.beginningOf(root).atStart ? 0 : 1)), bits, work };
}

interface Count {
  readonly text: string;
  readonly beginningOf: ReturnType<typeof beginnings>;
}

/** What stands behind a place. */
interface Follow {
  /** The characters that can come next. */
  readonly set: bigint;
  /** Whether the attempt can still fail there; where it cannot, it is not made again from the next character on. */
  readonly mayFail: boolean;
}

interface Cost {
  /** Of one attempt: an exponent of the text's length. */
  readonly steps: number;
  /** Of one attempt that fails. */
  readonly retry: number;
  /** In how many ways it can match from one place: an exponent of the text's length, and bits on top. */
  readonly ways: number;
  readonly bits: number;
  /** How many steps the repetitions with a bound take in one pass. */
  readonly work: number;
  /** Whether there is a repetition without a bound in it. */
  readonly unbounded: boolean;
}

const free: Cost = { steps: 0, retry: 0, ways: 0, bits: 0, work: 1, unbounded: false };

function costOf(pattern: Pattern, follow: Follow, count: Count): Cost {
  switch (pattern.type) {
    case "set":
    case "assertion":
      return free;
    case "back-reference":
      return { ...free, steps: 1, retry: 1 };
    case "group":
      return costOf(pattern.body, follow, count);
    case "look":
      // What is found by looking is not looked for again in another way.
      return { ...costOf(pattern.body, { set: 0n, mayFail: true }, count), ways: 0 };
    case "sequence":
      return inTurn(pattern, follow, count);
    case "alternatives":
      return either(pattern, follow, count);
    case "repeat":
      return repeated(pattern, follow, count);
  }
}

function inTurn({ items }: Sequence, follow: Follow, count: Count): Cost {
  const costs: Cost[] = [];
  let next = follow;
  for (const item of items.toReversed()) {
    costs.push(costOf(item, next, count));
    const { set, nullable, canFail } = count.beginningOf(item);
    next = { set: nullable ? set | next.set : set, mayFail: next.mayFail || canFail };
  }
  let { steps, retry, ways, bits, work, unbounded } = free;
  for (const cost of costs.toReversed()) {
    steps = Math.max(steps, ways + cost.steps);
    retry = Math.max(retry, ways + cost.retry);
    ways += cost.ways;
    bits += cost.bits;
    work += cost.work - 1;
    unbounded ||= cost.unbounded;
  }
  return { steps, retry, ways, bits, work, unbounded };
}

function either({ options }: Alternatives, follow: Follow, count: Count): Cost {
  const costs = options.map((option) => costOf(option, follow, count));
  let seen = 0n;
  let overlap = false;
  for (const option of options) {
    const { set, nullable } = count.beginningOf(option);
    const first = nullable ? set | follow.set : set;
    overlap ||= (seen & first) !== 0n;
    seen |= first;
  }
  return {
    steps: Math.max(...costs.map(({ steps }) => steps)),
    retry: Math.max(...costs.map(({ retry }) => retry)),
    ways: Math.max(...costs.map(({ ways }) => ways)),
    bits: Math.max(...costs.map(({ bits }) => bits)) + (overlap ? Math.log2(options.length) : 0),
    work: Math.max(...costs.map(({ work }) => work)),
    unbounded: costs.some(({ unbounded }) => unbounded),
  };
}

const maxBound = 1000;

function repeated({ body, least, most }: Repeat, follow: Follow, count: Count): Cost {
  const { set } = count.beginningOf(body);
  const again = { set: set | follow.set, mayFail: true };
  const inner = costOf(body, most > 1 ? again : follow, count);
  const open = least !== most && (set & follow.set) !== 0n;
  if (most !== Infinity) {
    if (most > maxBound) refuse(count, `repeats something up to ${most} times; ${maxBound} is the most`);
    const bits = inner.bits * most + (open ? Math.log2(most - least + 1) : 0);
    const more = inner.ways * Math.max(most - 1, 0);
    const work = inner.work * Math.max(most, 1);
    return { ...inner, ways: inner.ways * most, bits, work, steps: inner.steps + more, retry: inner.retry + more };
  }
  if (inner.unbounded) {
    const bound = "bound one of them, as in {1,20}";
    refuse(count, `repeats without a bound what itself repeats without one, which can take for ever; ${bound}`);
  }
  if (inner.bits > 0) {
    refuse(count, "repeats without a bound what can match the same text in several ways, which can take for ever");
  }
  const retry = inner.steps + (follow.mayFail ? 1 : 0);
  return { ...inner, steps: inner.steps + 1, retry, ways: open ? 1 : 0, unbounded: true };
}

function refuse({ text }: Count, why: string): never {
  throw new PatternError(`the regular expression ${shown(text)} ${why}`);
}
