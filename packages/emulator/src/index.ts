export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.ts";
export { EmulatorError, type EmulatorErrorCode, isEmulatorError } from "./emulator-error.ts";
export type {
  SeedApplication,
  SeedDirectoryObject,
  SeedGroup,
  SeedReference,
  SeedUser,
  TenantSeed,
} from "./seed/tenant-seed.ts";
export type { DirectoryEntry } from "./store/directory.ts";
