import { createHmac, timingSafeEqual } from 'node:crypto';

/** What to check: any of the signatures by any of the secrets makes the body genuine. */
export interface HmacCheck {
  /** Several while a secret is being rotated. */
  secrets: readonly string[];
  /** In hex, as the sender gave them; several while it rotates. */
  signatures: readonly string[];
  /** The body as received, byte by byte. */
  body: Buffer;
  algorithm: 'sha256' | 'sha512';
}

/** Whether one of the secrets signed the body; compares in constant time and all pairs, so that time tells nothing. */
export function verifyHmac(check: HmacCheck): boolean {
  const { secrets, signatures, body, algorithm } = check;
  const given = signatures.map(signature => Buffer.from(signature, 'hex'));
  let genuine = false;
  for (const secret of secrets) {
    const expected = createHmac(algorithm, secret).update(body).digest();
    for (const signature of given) {
      const equal =
        signature.length === expected.length &&
        timingSafeEqual(signature, expected);
      genuine = equal || genuine;
    }
  }
  return genuine;
}
