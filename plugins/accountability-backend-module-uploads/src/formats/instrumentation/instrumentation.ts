import { z } from 'zod';
import { printable } from '../../binding/parameters';
import { readJson } from '../../bodies/readJson';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';

/** Checks that a report may hold. */
const MOST_CHECKS = 50;

/** A name that a measure can have behind `check:`. */
const checkName = printable(90).regex(/^\S(?:.*\S)?$/u);

const isName = (name: string) => checkName.safeParse(name).success;

const report = z.strictObject({
  tool: printable(200).min(1),
  checks: z
    .record(z.string(), z.unknown())
    .refine(checks => {
      const count = Object.keys(checks).length;
      return count > 0 && count <= MOST_CHECKS;
    }, `must hold 1 to ${MOST_CHECKS} checks`)
    .refine(
      checks => Object.keys(checks).every(isName),
      'must name each check in 1 to 90 characters, without control characters and without a blank at its ends',
    )
    .pipe(z.record(z.string(), z.enum(['pass', 'fail', 'not-applicable']))),
});

/** Checks of a service's instrumentation, in a form of our own: which of them pass, fail, or do not apply. */
export const instrumentation: UploadFormat = {
  id: 'instrumentation',
  read: ({ text }): Reading => {
    const read = readJson(text, report, 'report of instrumentation');
    if (!read.ok) return refuse(read);
    const { tool, checks } = read.value;
    const applicable = Object.entries(checks).filter(
      ([, result]) => result !== 'not-applicable',
    );
    const passed = applicable.filter(([, result]) => result === 'pass');
    return {
      reports: [
        {
          tool,
          measures: {
            ...Object.fromEntries(
              applicable.map(([name, result]) => [
                `check:${name}`,
                result === 'pass' ? 1 : 0,
              ]),
            ),
            passed: passed.length,
            applicable: applicable.length,
          },
          closes: false,
        },
      ],
    };
  },
};
