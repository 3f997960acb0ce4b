import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ssr } from "../../conditions.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  ssr,
  test: { include: ["leaks.ts"], setupFiles: [fileURLToPath(new URL("../../setup.ts", import.meta.url))] },
});
