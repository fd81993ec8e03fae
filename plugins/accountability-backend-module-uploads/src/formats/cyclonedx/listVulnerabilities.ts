import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { Read } from '../../bodies/Read';
import { readValue } from '../../bodies/readJson';
import { Bom, bomVulnerability, BomVulnerability } from './bom';

/** Most pairs of a vulnerability and a package; more is a scanner that went astray. */
const MOST_AFFECTED = 25_000;

const counted = z.object({ affects: lenient(z.array(z.unknown())) });
const list = z.object({ vulnerabilities: z.array(bomVulnerability) });

/** The vulnerabilities of a bill, counted before they are read; undefined where it says nothing of any. */
export function listVulnerabilities({
  vulnerabilities,
}: Bom): Read<BomVulnerability[] | undefined> {
  if (!vulnerabilities) return { ok: true, value: undefined };
  let affected = vulnerabilities.length;
  for (const each of vulnerabilities.slice(0, MOST_AFFECTED)) {
    const affects = counted.safeParse(each).data?.affects?.length ?? 0;
    affected += Math.max(0, affects - 1);
  }
  if (affected > MOST_AFFECTED) {
    return {
      ok: false,
      because: `The file names ${affected} affected packages, and at most ${MOST_AFFECTED} are taken; upload it in parts, each with a category of its own`,
      tooLarge: true,
    };
  }
  const read = readValue({ vulnerabilities }, list, 'CycloneDX');
  return read.ok ? { ok: true, value: read.value.vulnerabilities } : read;
}
