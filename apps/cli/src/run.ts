import { CommanderError } from "commander";
import { refuseTokenArgument } from "./connection/token-argument.ts";
import { defect, Refusal } from "./errors/refusal.ts";
import { report } from "./errors/report.ts";
import { endedBy } from "./ending.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { discreet } from "./output/discreet.ts";
import { program } from "./program.ts";
import type { Surroundings } from "./surroundings.ts";

/** Runs the program once and gives its exit code. It touches nothing but its surroundings, and it never throws. */
export async function run(outside: Surroundings): Promise<ExitCode> {
  const surroundings = discreet(outside);
  let code: ExitCode = exitCodes.ok;
  try {
    // What the scripts of `completion` call; no verb, for no person types it.
    if (surroundings.argv[0] === "complete" && surroundings.argv[1] === "--") {
      const { candidates } = await import("./completion/candidates.ts");
      surroundings.stdout.write(await candidates(surroundings.argv.slice(2), surroundings));
      return code;
    }
    refuseTokenArgument(surroundings.argv);
    const command = await program(surroundings, (given) => {
      code = given;
    });
    await command.parseAsync(surroundings.argv, { from: "user" });
    // A Ctrl-C that came too late to stop anything must still end the script around it.
    return endedBy(surroundings.signal) ?? code;
  } catch (error) {
    const ended = endedBy(surroundings.signal);
    if (ended !== undefined) return ended;
    // Commander has printed its own sentence already; help and version that were asked for are a success.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const refusal = error instanceof Refusal ? error : defect(error);
    report(refusal, surroundings.stderr);
    return refusal.exitCode;
  }
}
