import { verifyToken } from 'backstage-plugin-accountability-node';
import { Authentication } from './Authentication';

/** A sender that sends a secret along: in a header, or in the query. */
export function withToken(given: {
  header: string;
  /** What stands before the token: `Bearer `. */
  prefix?: string;
  secrets: readonly string[];
  /** The header as its sender would call it. */
  called?: string;
}): Authentication {
  const { header, prefix = '', secrets } = given;
  const { called = `The header ${header}` } = given;
  return {
    secretHeaders: [header],
    verify: ({ headers }) => {
      const refuse = (because: string) => ({ ok: false as const, because });
      const value = headers[header];
      if (!value) return refuse(`${called} is missing`);
      const token = withoutPrefix(value, prefix);
      if (token === undefined)
        return refuse(`${called} must begin with “${prefix.trim()}”`);
      return verifyToken({ secrets, token })
        ? { ok: true }
        : refuse(`${called} does not hold any configured secret`);
    },
  };
}

/** Names of schemes are compared without case. */
function withoutPrefix(value: string, prefix: string): string | undefined {
  const start = value.slice(0, prefix.length).toLowerCase();
  return start === prefix.toLowerCase()
    ? value.slice(prefix.length)
    : undefined;
}
