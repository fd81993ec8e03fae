import { plainSpelling } from './packageName';
import { Allowed } from './PackageSource';

/** Whether a source may be asked for a package; `except` outweighs `only`. */
export function isAllowed(name: string, { only, except }: Allowed): boolean {
  const plain = plainSpelling(name);
  const begins = (start: string) => plain.startsWith(plainSpelling(start));
  return (only?.some(begins) ?? true) && !except.some(begins);
}
