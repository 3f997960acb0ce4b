import { access, constants, mkdir, readdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./file-fault.ts";

/**
 * Makes a folder, and those above it that are not there, one after the other. Node's own `recursive` never ends where the system
 * says of a folder that is there that it is not: below `/proc`, in Node 20. What the system says against it is thrown as it is.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Windows has other codes than EEXIST for some folders that are there, such as a drive.
    if (await isFolder(path)) return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path), mode);
    // Another run may have made it by now.
    await mkdir(path, { mode }).catch(async (again: unknown) => {
      if (!(await isFolder(path))) throw again;
    });
  }
}

/** Whether a folder is there, or can probably be made: the nearest one above it takes files. @throws what the system says against it */
export async function checkFolder(path: string): Promise<void> {
  try {
    if (!(await stat(path)).isDirectory()) await readdir(path);
    await access(path, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    await checkFolder(dirname(path));
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
