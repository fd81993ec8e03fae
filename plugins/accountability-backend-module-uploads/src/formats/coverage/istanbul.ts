import { z } from 'zod';
import { readJson } from '../../bodies/readJson';
import { CoverageRead } from './CoverageRead';

const ran = z.object({ total: z.int().min(0), covered: z.int().min(0) });

const summary = z.object({
  total: z.object({ lines: ran, branches: ran.optional() }),
});

/** Reads the json-summary of istanbul, nyc, c8, jest and vitest: its sum over all files. */
export function istanbul(text: string): CoverageRead {
  const read = readJson(text, summary, "istanbul's json-summary");
  return read.ok
    ? { ok: true, value: { tool: 'istanbul', ...read.value.total } }
    : {
        ok: false,
        because: `${read.because}; the reporter's name is json-summary`,
      };
}
