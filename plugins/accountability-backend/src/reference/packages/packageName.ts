/** A package url without version, taken apart. */
export interface PackageName {
  /** `npm`, in lower case. */
  type: string;
  /** Before the name, as its ecosystem writes it: `@acme`, `org.apache`, `github.com/acme`; empty where there is none. */
  namespace: string;
  name: string;
}

/** The parts of `pkg:npm/%40acme/pay`; undefined where it is no package url or its name could lead astray in an address. */
export function packageName(text: string): PackageName | undefined {
  const [, type, rest] = /^pkg:([a-z\d.+-]+)\/([^?#]+)$/i.exec(text) ?? [];
  const decoded = rest === undefined ? undefined : decode(rest);
  const parts = decoded?.split('/') ?? [];
  const name = parts.pop();
  const isPlain = ![...parts, name].some(
    part => !part || /^\.{1,2}$|[\s\\]/.test(part),
  );
  if (!name || !isPlain) return undefined;
  return { type: type.toLowerCase(), namespace: parts.join('/'), name };
}

/** In one spelling for comparing, however it was encoded: `pkg:npm/@acme/pay`. */
export function plainSpelling(text: string): string {
  return (decode(text) ?? text).toLowerCase();
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
