/** Options of one call for plugins. Read it with the key's `of`, fill it with `context: [ … ]`. */
export type OptionBag = Readonly<Record<symbol, unknown>>;

/** One option with its value, as `context` takes it. */
export interface OptionEntry {
  /** The symbol of the key that made the entry. */
  readonly key: symbol;
  /** What the plugin is told. */
  readonly value: unknown;
}

/** A typed key: called, it makes an entry for `context`; `of` reads it back from a request's `options`. */
export interface OptionKey<T> {
  /** Makes an entry for `context`. */
  (value: T): OptionEntry;
  /** Reads the option from a request's `options`; undefined where the call did not set it. */
  of(options: OptionBag): T | undefined;
}

/**
 * Makes the key of a per-call option. The name is global (`Symbol.for`), so that two copies of a plugin understand
 * each other.
 * @example
 * export const retryOptions: OptionKey<RetryOptions> = defineOption("retryOptions");
 * await sync.get({ context: [retryOptions({ attempts: 1 })] });
 */
export function defineOption<T>(name: string): OptionKey<T> {
  const key = Symbol.for(`graph-sync.option.${name}`);
  const make = (value: T): OptionEntry => ({ key, value });
  // Only the entry made one line above is stored under this key.
  const of = (options: OptionBag): T | undefined => options[key] as T | undefined;
  return Object.assign(make, { of });
}

/** Options by key; the last entry of a key wins. */
export function optionBag(entries: readonly OptionEntry[]): OptionBag {
  const bag: Record<symbol, unknown> = {};
  for (const { key, value } of entries) bag[key] = value;
  return bag;
}
