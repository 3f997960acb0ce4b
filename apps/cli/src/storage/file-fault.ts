import { Refusal } from "../errors/refusal.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";

/** What the system says against a file, and what to do about it: for the codes that people meet. */
const known: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  EACCES: ["you may not", "Is it yours, and its folder too?"],
  EPERM: ["the system does not allow it", "Is it yours, and its folder too?"],
  EROFS: ["what it is on can only be read", "Name another place."],
  ENOSPC: ["no space is left", "Make room there, or name another place."],
  EDQUOT: ["no space of yours is left", "Make room there, or name another place."],
  EISDIR: ["it is a folder", "Name a file."],
  ENOTDIR: ["what stands above it is a file", "Name a path below a folder."],
  EEXIST: ["something else has its name", "Name another place."],
  ENOENT: ["its folder is not there, and cannot be made", "Name a place in a folder that can hold files."],
  ENAMETOOLONG: ["its name is too long", "Name a shorter one."],
  ELOOP: ["its links lead in a circle", "Name the file itself."],
  EFBIG: ["it would be larger than is allowed", "Allow larger files (ulimit -f), or name another place."],
  EBUSY: ["the system uses it", "Name another place."],
  EIO: ["the device does not work", "Try again, or name another place."],
  EMFILE: ["too many files are open", "Close other programs, or allow more open files (ulimit -n)."],
};

/** What to say of a file or folder that the system does not let us use. */
export function unusable(
  path: string,
  error: unknown,
  { hint, exitCode = exitCodes.failed }: { readonly hint?: string; readonly exitCode?: ExitCode } = {},
): Refusal {
  const code = codeOf(error) ?? "unknown error";
  const [why, what] = known[code] ?? [undefined, "Is it yours, and its folder too?"];
  const message = `${plain(path)} cannot be used${why === undefined ? "" : `: ${why}`} (${code}).`;
  return new Refusal(exitCode, message, hint ?? what, { cause: error });
}

/** The code of an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  // Errors of ours have codes too, which begin with ERR_.
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^E(?!RR_)[A-Z0-9]+$/.test(code) ? code : undefined;
}
