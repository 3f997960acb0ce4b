import type { Pattern } from "./pattern.ts";

/** What can be said of a pattern from its beginning. */
export interface Beginning {
  /** The characters that it can begin with, as bits over a sample of characters. */
  readonly set: bigint;
  /** Whether it can match nothing. */
  readonly nullable: boolean;
  /** Whether there are places where it matches not even nothing. */
  readonly canFail: boolean;
  /** Whether it can match nowhere but at the beginning of the text. */
  readonly atStart: boolean;
}

/** ASCII, and one or two of each kind beyond it that sets tell apart. */
const sample: readonly string[] = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...Array.from(
    "\u0085\u00a0\u00b5\u00df\u00e9\u0130\u01c5\u0301\u03a9\u0416\u05d0\u0663\u200d\u2028\u203f\u20ac\u4e2d\ufffd",
  ),
];
const all = (1n << BigInt(sample.length)) - 1n;

/** Makes a function that remembers what it found, for the nodes of one pattern. */
export function beginnings(ignoreCase: boolean): (pattern: Pattern) => Beginning {
  const found = new Map<Pattern, Beginning>();
  const sets = new Map<string, bigint>();

  function beginningOf(pattern: Pattern): Beginning {
    const beginning = found.get(pattern) ?? compute(pattern);
    found.set(pattern, beginning);
    return beginning;
  }

  function compute(pattern: Pattern): Beginning {
    const place = { set: 0n, nullable: true, canFail: true, atStart: false };
    switch (pattern.type) {
      case "set":
        return { ...place, set: membersOf(pattern.source), nullable: false };
      case "sequence":
        return inTurn(pattern.items.map(beginningOf));
      case "alternatives":
        return either(pattern.options.map(beginningOf));
      case "repeat": {
        const { set, nullable, canFail } = beginningOf(pattern.body);
        const needed = pattern.least > 0;
        return { set, nullable: nullable || !needed, canFail: needed && canFail, atStart: false };
      }
      case "group":
        return beginningOf(pattern.body);
      case "look":
        return place;
      case "assertion":
        return { ...place, atStart: pattern.atStart };
      case "back-reference":
        return { ...place, set: all };
    }
  }

  function membersOf(source: string): bigint {
    const known = sets.get(source);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^(?:${source})$`, ignoreCase ? "iu" : "u");
    let members = 0n;
    for (const [index, character] of sample.entries()) if (pattern.test(character)) members |= 1n << BigInt(index);
    sets.set(source, members);
    return members;
  }

  return beginningOf;
}

function inTurn(items: readonly Beginning[]): Beginning {
  let set = 0n;
  let nullable = true;
  for (const item of items) {
    if (nullable) set |= item.set;
    nullable &&= item.nullable;
  }
  return { set, nullable, canFail: items.some(({ canFail }) => canFail), atStart: items[0]?.atStart === true };
}

function either(options: readonly Beginning[]): Beginning {
  return {
    set: options.reduce((set, option) => set | option.set, 0n),
    nullable: options.some(({ nullable }) => nullable),
    canFail: options.every(({ canFail }) => canFail),
    atStart: options.every(({ atStart }) => atStart),
  };
}
