import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeySource } from "./key.ts";

/** Where a sealed value belongs: to one key of one service principal. It opens nowhere else. */
export interface SecretPlace {
  readonly servicePrincipalId: string;
  readonly key: string;
}

/** Makes secrets unreadable before they reach the database, and readable again for who has the same key. */
export interface Vault {
  readonly seal: (plain: string, place: SecretPlace) => string;
  /**
   * The value that was sealed. A text that never was is given back as it is: people write to the database by hand.
   *
   * @throws {SealError} where it was sealed with another key or for another place, or was changed since.
   */
  readonly open: (stored: string, place: SecretPlace) => string;
}

/** A sealed value that does not open. The message holds nothing of it. */
export class SealError extends Error {
  override readonly name = "SealError";
}

/** Before a sealed value: what it is, and in which form. */
export const sealMark = "sealed:v1:";

const cipher = "aes-256-gcm";
/** In bytes; AES-GCM is made for 96 bits, and random ones do not meet before billions of values. */
const ivLength = 12;
const tagLength = 16;

/** AES-256-GCM. */
export function vault(keys: KeySource): Vault {
  return {
    seal(plain, place) {
      const iv = randomBytes(ivLength);
      const sealing = createCipheriv(cipher, keys.find() ?? keys.make(), iv, { authTagLength: tagLength }).setAAD(
        bytesOf(place),
      );
      const hidden = Buffer.concat([sealing.update(plain, "utf8"), sealing.final()]);
      return sealMark + Buffer.concat([iv, sealing.getAuthTag(), hidden]).toString("base64url");
    },
    open(stored, place) {
      if (!stored.startsWith(sealMark)) return stored;
      const key = keys.find();
      if (key === undefined) throw new SealError("There is a sealed secret, but its key is gone.");
      const sealed = Buffer.from(stored.slice(sealMark.length), "base64url");
      const iv = sealed.subarray(0, ivLength);
      const tag = sealed.subarray(ivLength, ivLength + tagLength);
      try {
        const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(bytesOf(place));
        opening.setAuthTag(tag);
        return opening.update(sealed.subarray(ivLength + tagLength), undefined, "utf8") + opening.final("utf8");
      } catch (error) {
        throw new SealError("A secret was sealed with another key, or was changed since.", { cause: error });
      }
    },
  };
}

/** JSON, because it keeps the two apart whatever is in them. */
function bytesOf({ servicePrincipalId, key }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([servicePrincipalId, key]));
}
