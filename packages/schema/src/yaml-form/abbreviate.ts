import { isArray, isObject, type Member, memberOf, membersOf, objectOf, textOf } from "../model/json.ts";
import { type Defaults, type Kind, nameOf, same } from "./defaults.ts";
import { sourceFor } from "./source-for.ts";

/**
 * An item in few words: its name, and what differs from the defaults. `without` lists members that the defaults have and
 * the item has not. What cannot be said so is under `verbatim`, so nothing is ever lost.
 */
export function abbreviate(item: unknown, kind: Kind, defaults: Defaults): unknown {
  const name = isObject(item) ? textOf(item, nameOf[kind]) : undefined;
  if (!isObject(item) || name === undefined || !sayable(item, name)) return { verbatim: item };
  const usual = defaults[kind];
  const rest = membersOf(item).filter(([member]) => member !== nameOf[kind]);
  const own = rest.filter(([member, value]) => !(Object.hasOwn(usual, member) && same(memberOf(usual, member), value)));
  const without = membersOf(usual).flatMap(([member]) => (Object.hasOwn(item, member) ? [] : [member]));
  const members = [...own.map(shortSource), ...(without.length === 0 ? [] : [["without", without] as const])];
  const [only] = members;
  if (only === undefined) return kind === "attribute" ? name : objectOf([[name, {}]]);
  const from = members.length === 1 && only[0] === "from";
  return objectOf([[name, from ? only[1] : objectOf(members)]]);
}

/** The item that was abbreviated; undefined where a text is no abbreviation of any. */
export function restore(short: unknown, kind: Kind, defaults: Defaults): unknown {
  if (typeof short === "string") return full(short, {}, kind, defaults);
  if (!isObject(short)) return undefined;
  const [first, second] = membersOf(short);
  if (first === undefined || second !== undefined) return undefined;
  const [name, value] = first;
  if (name === "verbatim") return value;
  if (typeof value === "string") return full(name, { from: value }, kind, defaults);
  return full(name, value ?? {}, kind, defaults);
}

/** Names with a meaning of their own here, and names too long for a key, are left to `verbatim`. */
function sayable(item: object, name: string): boolean {
  return name !== "verbatim" && name.length <= 500 && !Object.hasOwn(item, "without") && !Object.hasOwn(item, "from");
}

/** A source that its expression tells whole is the expression. */
function shortSource([name, value]: Member): Member {
  const expression = name === "source" && isObject(value) ? textOf(value, "expression") : undefined;
  if (expression === undefined) return [name, value];
  return same(sourceFor(expression), value) ? ["from", expression] : [name, value];
}

function full(name: string, members: unknown, kind: Kind, defaults: Defaults): unknown {
  if (!isObject(members)) return undefined;
  const given = memberOf(members, "without");
  const without = new Set(isArray(given) ? given : []);
  const usual = membersOf(defaults[kind]).filter(([member]) => !without.has(member) && !Object.hasOwn(members, member));
  const own = membersOf(members).filter(([member]) => member !== "without" && member !== "from");
  const from = textOf(members, "from");
  const source: readonly Member[] = from === undefined ? [] : [["source", sourceFor(from) ?? { expression: from }]];
  return objectOf([[nameOf[kind], name], ...source, ...usual, ...own]);
}
