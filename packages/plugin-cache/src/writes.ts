/** The names of an answer, made when they are first asked for: a hit seldom needs them. */
export type Tags = () => readonly string[];

/** Numbers the writes of this process, so that an answer can be told older than a write. */
export interface Writes {
  /** The number of the last one. */
  last(): number;
  /** Whether none of these names was written after `since`; they are only asked for where anything was. */
  isCurrent(tags: Tags, since: number): boolean;
  note(tags: readonly string[]): void;
  /** As if everything had been written. */
  noteAll(): void;
}

/** More names than this are not remembered one by one. */
const maxTags = 10_000;

export function writes(): Writes {
  const lastOf = new Map<string, number>();
  let last = 0;
  // What was asked for before this counts as older than a write.
  let floor = 0;

  function noteAll(): void {
    floor = last += 1;
    lastOf.clear();
  }

  return {
    last: () => last,
    isCurrent: (tags, since) =>
      since === last || (since >= floor && tags().every((tag) => (lastOf.get(tag) ?? 0) <= since)),
    note(tags) {
      if (lastOf.size > maxTags) return noteAll();
      last += 1;
      for (const tag of tags) lastOf.set(tag, last);
    },
    noteAll,
  };
}
