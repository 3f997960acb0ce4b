import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: { include: ["noise.ts"], setupFiles: [fileURLToPath(new URL("../../setup.ts", import.meta.url))] },
});
