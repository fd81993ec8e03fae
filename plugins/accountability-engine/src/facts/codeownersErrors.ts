import { CodeownersState, parseCodeowners } from '../codeowners';
import { isResolved, whyNoCodeowners } from './codeownersStates';
import { defineFact } from './defineFact';
import { counted } from './wording';

const state = (
  text: string,
  objections?: CodeownersState['objections'],
): CodeownersState => ({
  subject: 'test:acme/payments',
  file: parseCodeowners(text, 'github'),
  owners: new Map([
    ['@acme/payments', { refs: ['group:default/payments'], size: 5 }],
  ]),
  objections,
});

/** Faults of the CODEOWNERS files of a service: what the platform objects to, else lines that cannot be read and owners whom nobody knows. */
export const codeownersErrors = defineFact({
  id: 'ownership.codeowners_errors',
  burden: 'ownership',
  question: 'What is wrong with our CODEOWNERS?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source:
    'What the platform objects to (GitHub: codeowners/errors), where it was asked; else lines that cannot be meant so and distinct owners whom the catalog does not have; all repositories of the service together',
  ladder: {
    better: 'lower',
    bronze: 5,
    silver: 0,
    gold: 0,
    basis: 'convention',
  },
  gaming: 'An empty file has no faults; look at codeowners_coverage beside it.',
  reads: ['codeowners'],

  measure(context) {
    const why = whyNoCodeowners(context);
    if (why) return why;
    const files = context.codeowners.filter(({ file }) => file);
    if (files.length === 0) {
      return {
        status: 'unknown',
        reason: 'not-applicable',
        because: `None of ${counted(
          context.codeowners.length,
          'repository',
          'repositories',
        )} of this service has a CODEOWNERS file`,
      };
    }
    const faults = files.map(of => ({ of, found: faultsOf(of) }));
    const value = faults.reduce((sum, { found }) => sum + found.length, 0);
    const [first] = faults.flatMap(({ found }) => found);
    return {
      status: 'known',
      value,
      sampleSize: files.length,
      evidence: [],
      parts: faults
        .map(({ of, found }) => ({
          key: of.subject,
          value: found.length,
          records: [],
        }))
        .filter(part => part.value > 0),
      because: `${counted(value, 'fault')} in ${counted(
        files.length,
        'CODEOWNERS file',
      )}${first ? `, the first: ${first}` : ''}`,
    };
  },

  examples: [
    {
      given: 'a file without faults',
      codeowners: [state('* @acme/payments')],
      gives: 0,
    },
    {
      given: 'a line that cannot be read and an owner whom nobody knows, twice',
      codeowners: [state('!docs @acme/payments\n/a @acme/gone\n/b @acme/gone')],
      gives: 2,
    },
    {
      given: 'what the platform says counts, and not our own reading',
      codeowners: [
        state('/a @acme/gone\n/b @acme/gone', [
          { line: 1, kind: 'Unknown owner', because: 'gone is no team' },
        ]),
      ],
      gives: 1,
    },
    {
      given: 'a repository that has no such file',
      codeowners: [{ subject: 'test:acme/payments', owners: new Map() }],
      gives: 'not-applicable',
    },
    {
      given: 'nobody looked for the file',
      gives: 'never-collected',
    },
  ],
});

/** Each in words, in the order of the file. */
function faultsOf(of: CodeownersState): string[] {
  if (of.objections) {
    return of.objections.map(
      ({ line, because }) => `line ${line}, ${because.replace(/\.$/, '')}`,
    );
  }
  const { errors = [], rules = [] } = of.file ?? {};
  const strangers = new Set(
    rules
      .flatMap(({ owners }) => owners)
      .filter(owner => !isResolved(of, owner)),
  );
  return [
    ...errors.map(
      ({ line, because }) => `line ${line}, ${because.replace(/\.$/, '')}`,
    ),
    ...[...strangers].map(owner => `${owner} is nobody of the catalog`),
  ];
}
