/** What stands below a member: nothing, as below a text; what nobody promises; or members. Of a list, below its items. */
export type Below = "value" | "any" | Members;

/** What is known of the members of an object. */
export interface Members {
  readonly names: Readonly<Record<string, Below>>;
  /** Whether there may be others: Graph adds members, and a version of this program that does not know them prints them. */
  readonly open: boolean;
}

/** An object that this program makes: it has these members and no others. */
export function ours(values: readonly string[], others: Readonly<Record<string, Below>> = {}): Members {
  return { names: { ...Object.fromEntries(values.map((name) => [name, "value" as const])), ...others }, open: false };
}

/** An object of Graph, with the members of its model: one that is missing here does not compile. */
export function ofGraph<T>(names: NamesOf<T>): Members {
  return { names, open: true };
}

/** The members of a model by what stands below them; an index signature names none. */
type NamesOf<T> = {
  readonly [Name in keyof T as string extends Name ? never : Name]-?: BelowOf<NonNullable<T[Name]>>;
};
type BelowOf<Value> = unknown extends Value
  ? "any"
  : Value extends string | number | boolean
    ? "value"
    : Value extends readonly (string | number | boolean)[]
      ? "value"
      : "any" | Members;

/** A path that is not documented, and where it leaves what is. */
export interface Stray {
  readonly path: string;
  /** What of it is documented: `status` of `status.foo`; "" for nothing. */
  readonly above: string;
  /** What is documented there instead. */
  readonly names: readonly string[];
  /** Whether an answer may have it all the same. */
  readonly open: boolean;
}

/** Where a path such as `status.code` leaves the documented members; undefined where it does not. */
export function stray(path: string, members: Members): Stray | undefined {
  return below("", path, members);

  function below(above: string, rest: string, { names, open }: Members): Stray | undefined {
    const name = beginnings(rest).find((each) => Object.hasOwn(names, each));
    const found = name === undefined ? undefined : names[name];
    if (name === undefined || found === undefined) {
      return { path, above: above.slice(0, -1), names: Object.keys(names), open };
    }
    const further = rest.slice(name.length + 1);
    if (further === "" || found === "any") return undefined;
    if (found !== "value") return below(`${above}${name}.`, further, found);
    // An item of a list.
    return /^\d+$/.test(further) ? undefined : { path, above: `${above}${name}`, names: [], open: false };
  }
}

/** `a.b.c`, `a.b` and `a`: names may have dots, such as `@odata.type`. */
export function beginnings(path: string): readonly string[] {
  const parts = path.split(".");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
}
