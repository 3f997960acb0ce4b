import { readdirSync, readFileSync } from "node:fs";
import { filled } from "./placeholders.ts";

/** A documented request with its answer, as a page shows them; one file each. */
export interface Example {
  /** The name of its file without the extension. */
  readonly file: string;
  /** Where it is documented, or reported. */
  readonly page: string;
  readonly version: "v1.0" | "beta";
  /** The name that the page's source gives it. */
  readonly name: string;
  readonly request: {
    /** Null for a sample without a request. */
    readonly method: string | null;
    /** Below the version, with its query, as printed. */
    readonly path: string | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number | null;
    readonly headers: Readonly<Record<string, string>>;
    /** Null where the answer has none, or where the page cuts it. */
    readonly body: unknown;
  };
  /** What is odd about it, and what had to be repaired. */
  readonly note?: string;
}

const folder = new URL("../../../../packages/core/test/fixtures/documented/", import.meta.url);

/** Every example, its placeholders filled. */
export function readExamples(): readonly Example[] {
  const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
  return files.toSorted().map((file) => {
    const text = filled(readFileSync(new URL(`${file}.json`, folder), "utf8"));
    // The test "every file says where it is from and what it is" holds the files to this shape.
    return { file, ...(JSON.parse(text) as Omit<Example, "file">) };
  });
}
