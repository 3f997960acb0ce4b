import type { SeedObject } from "./seed-document.ts";

/** One app of a seed, whatever its form: ids that are checked, and objects that are not read yet. */
export interface SeedApp {
  readonly applicationId: string;
  readonly appId: string;
  readonly servicePrincipalId: string;
  readonly displayName: string;
  readonly templates: readonly SeedObject[];
  readonly jobs: readonly SeedObject[];
  readonly secrets: readonly SeedObject[];
}
