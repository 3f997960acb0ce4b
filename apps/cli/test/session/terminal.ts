import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { run } from "../../src/run.ts";
import type { Input } from "../../src/surroundings.ts";

/** Where a session takes place. */
export interface Place {
  /** The current folder; also that of the program, which asks the process. */
  readonly folder: string;
  /** At the start; `export` adds to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly now: () => number;
}

/** A person at a shell, who says yes whenever they are asked. */
export interface Terminal {
  /** Runs a line, and gives all that then stands below it: stdout and stderr in the order in which they are written. */
  type(line: string): Promise<string>;
  /** Of the last command. */
  readonly exitCode: number;
}

/** `graph-sync` runs in this process; `export` and `echo $?` are built in, and any other line is given to sh. */
export function terminal({ folder, env: given, now }: Place): Terminal {
  const env: Record<string, string> = { ...given };
  let exitCode = 0;
  const graphSync = async (argv: readonly string[], more: Readonly<Record<string, string>>): Promise<string> => {
    let screen = "";
    const output = { write: (text: string) => (screen += text), columns: 120 };
    const stdin: Input = {
      isTTY: true,
      async *[Symbol.asyncIterator]() {
        // The terminal shows what is typed.
        output.write("y\n");
        yield "y\n";
      },
    };
    const surroundings = { argv, env: { ...env, ...more }, stdin, stdout: output, stderr: output, now };
    exitCode = await run({ ...surroundings, signal: new AbortController().signal });
    return screen;
  };
  return {
    async type(line) {
      const words = wordsOf(line);
      const assigned = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
      const variables = Object.fromEntries(words.slice(0, assigned).map(nameAndValue));
      const [command, ...rest] = words.slice(assigned);
      if (command === "graph-sync") return graphSync(rest, variables);
      if (line === "echo $?") {
        const told = `${exitCode}\n`;
        exitCode = 0;
        return told;
      }
      if (command === "export") {
        for (const [name] of rest.map(nameAndValue)) env[name] = shell(`${line}; printf %s "$${name}"`, folder).stdout;
        return "";
      }
      const { status, stdout, stderr } = shell(line, folder);
      exitCode = status ?? -1;
      return `${stdout}${stderr}`;
    },
    get exitCode() {
      return exitCode;
    },
  };
}

function shell(line: string, cwd: string): SpawnSyncReturns<string> {
  return spawnSync("sh", ["-c", line], { cwd, encoding: "utf8" });
}

function nameAndValue(word: string): readonly [string, string] {
  const at = word.indexOf("=");
  return [word.slice(0, at), word.slice(at + 1)];
}

/** Splits a line as a shell does: at blanks, but for those in quotes. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g, (_, single?: string, double?: string, escaped?: string) =>
      single === undefined ? (double?.replaceAll(/\\([$"\\`])/g, "$1") ?? escaped ?? "") : single,
    ),
  );
}
