/** What a library prints that knows `console.log` alone, so that it goes where all our output goes. It must not wait. */
export function printedBy(print: () => void): string {
  const lines: unknown[] = [];
  const { log } = console;
  console.log = (line: unknown) => void lines.push(line);
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${String(line)}\n`).join("");
}
