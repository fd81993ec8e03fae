import { verifyHmac } from 'backstage-plugin-accountability-node';
import { Authentication } from './Authentication';

/** A sender that signs the body. Several signatures are parted by commas while it rotates. */
export function signedByHmac(given: {
  header: string;
  algorithm: 'sha256' | 'sha512';
  encoding: 'hex' | 'base64';
  /** What stands before each signature: `sha256=`. */
  prefix?: string;
  secrets: readonly string[];
}): Authentication {
  const { header, algorithm, encoding, prefix = '', secrets } = given;
  const inHex = (signature: string) =>
    Buffer.from(signature, encoding).toString('hex');
  return {
    secretHeaders: [header],
    verify: ({ headers, body }) => {
      const signatures = (headers[header] ?? '')
        .split(',')
        .map(signature => signature.trim())
        .filter(signature => signature.startsWith(prefix))
        .map(signature => inHex(signature.slice(prefix.length)));
      return verifyHmac({ secrets, signatures, body, algorithm })
        ? { ok: true }
        : {
            ok: false,
            because: `The header ${header} does not match any configured secret`,
          };
    },
  };
}
