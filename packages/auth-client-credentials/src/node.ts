export { assertionFile } from "./node/assertion-file.ts";
export { certificateFile, type CertificateFileOptions } from "./node/certificate-file.ts";
export { decryptPem } from "./node/decrypt-pem.ts";
