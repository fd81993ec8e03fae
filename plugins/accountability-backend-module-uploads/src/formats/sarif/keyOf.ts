import { digest } from '../../events/digest';
import { SarifResult } from './sarifLog';

type Fingerprints = SarifResult['fingerprints'];

/** A fingerprint that is one: some tools write a sentence in its place, the same for every result. */
const looksLikeOne = /^[^\s]{8,}$/;

/** Fingerprints of columns change with indentation. */
const columns = /column/i;

/**
 * What makes a result the same in the next run: its rule, its path, and its
 * fingerprint, else the code it points at, else nothing more. Never a line
 * number, since lines move with every change above them.
 */
export function keyOf(given: {
  ruleId: string;
  path: string;
  result: SarifResult;
  /** The code is the secret itself, and leaves no trace. */
  isSecret: boolean;
}): string {
  const { ruleId, path, result, isSecret } = given;
  const fingerprint =
    pick(result.fingerprints) ?? pick(result.partialFingerprints);
  const snippet =
    result.locations?.[0]?.physicalLocation?.region?.snippet?.text;
  const code = isSecret ? undefined : snippet?.replace(/\s+/g, ' ').trim();
  return digest([ruleId, path, fingerprint ?? code]);
}

/** One fingerprint of several, always the same one: a tool adds new kinds beside the old. */
function pick(fingerprints: Fingerprints = {}): string | undefined {
  const line = fingerprints.primaryLocationLineHash;
  if (line !== undefined && looksLikeOne.test(line)) return line;
  return Object.keys(fingerprints)
    .sort()
    .filter(name => !columns.test(name))
    .map(name => fingerprints[name])
    .find(value => looksLikeOne.test(value));
}
