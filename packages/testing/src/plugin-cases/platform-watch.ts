/** What a plugin must take from its host, and what it used instead. */
export async function platformUses(run: () => Promise<void>): Promise<readonly string[]> {
  const used = new Set<string>();
  const watched = [
    watch(Math, "random", "Math.random", used),
    watch(Date, "now", "Date.now", used),
    watch(performance, "now", "performance.now", used),
    watch(globalThis, "setTimeout", "setTimeout", used),
    watch(globalThis, "setInterval", "setInterval", used),
    watch(AbortSignal, "timeout", "AbortSignal.timeout", used),
    watchDates(used),
  ];
  try {
    await run();
  } finally {
    for (const restore of watched.reverse()) restore();
  }
  return [...used];
}

/** Notes each call of a function, which does what it did. */
function watch<T extends object>(owner: T, name: keyof T & string, title: string, used: Set<string>): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const original: unknown = owner[name];
  if (typeof original !== "function") throw new Error(`There is no ${title} to watch.`);
  const noted = new Proxy(original, {
    apply(target, self, args) {
      used.add(title);
      // The arguments of a call are a list.
      return Reflect.apply(target, self === undefined ? owner : self, args as readonly unknown[]) as unknown;
    },
  });
  Object.defineProperty(owner, name, { value: noted, configurable: true, writable: true });
  return () => {
    if (before !== undefined) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}

/** `new Date()` reads the clock, `new Date(ms)` does not. */
function watchDates(used: Set<string>): () => void {
  const original = globalThis.Date;
  globalThis.Date = new Proxy(original, {
    construct(target, args, newTarget) {
      if (args.length === 0) used.add("new Date()");
      // What a constructor makes is an object.
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  return () => {
    globalThis.Date = original;
  };
}
