import { writeFileSync } from "node:fs";
import { sections } from "./behaviours.mjs";
import { fidelityPage } from "./page.mjs";

writeFileSync(new URL("../FIDELITY.md", import.meta.url), fidelityPage(sections));
