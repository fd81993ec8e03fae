import { CodeownersState, ownersOfPath, parseCodeowners } from '../codeowners';
import { many, merged } from '../testing';
import { wilsonInterval } from '../time';
import { isResolved, largestOwner, whyNoCodeowners } from './codeownersStates';
import { defineFact, FactContext } from './defineFact';
import { mergedAt } from './mergedAt';
import { minimumShareSample } from './measureShare';
import { counted, windowWords } from './wording';

const touching = (folder: string) => (id: string) =>
  merged(id, { paths: [`${folder}/${id}.ts`] });
const state = (text: string): CodeownersState => ({
  subject: 'test:acme/payments',
  file: parseCodeowners(text, 'github'),
  owners: new Map([
    ['@acme/payments', { refs: ['group:default/payments'], size: 5 }],
    ['@acme/everybody', { refs: ['group:default/everybody'], size: 300 }],
    ['@acme/gone', { refs: [] }],
  ]),
});

/** Share of the paths that merged changes touched for which CODEOWNERS names somebody of the catalog, groups of more than 25 people aside. */
export const codeownersCoverage = defineFact({
  id: 'ownership.codeowners_coverage',
  burden: 'ownership',
  question: 'Does CODEOWNERS name who answers for what we change?',
  unit: 'ratio',
  windowDays: 90,
  needs: ['change'],
  source:
    'Distinct paths that merged changes touched, as the platform reads CODEOWNERS: those with an owner that is in the catalog and no group of more than 25 people, over all; a repository without the file names nobody; repositories whose file was not looked for are left out; 95 % Wilson interval; unknown under 10 paths',
  ladder: {
    better: 'higher',
    bronze: 0.6,
    silver: 0.9,
    gold: 0.98,
    basis: 'convention',
  },
  gaming:
    'One line that names everybody would make it whole; groups of more than 25 people do not count.',
  windowBy: { change: mergedAt },
  reads: ['codeowners'],

  measure(context) {
    const why = whyNoCodeowners(context);
    if (why) return why;
    const { touched, besides, evidence } = pathsOf(context);
    const all = touched.reduce((sum, { paths }) => sum + paths.size, 0);
    const tail = [...besides, ...withoutFile(context)]
      .map(sentence => `; ${sentence}`)
      .join('');
    if (all < minimumShareSample) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: all,
        evidence,
        because: `${counted(all, 'path')} touched in the ${windowWords(
          context,
        )}; a share needs at least ${minimumShareSample}${tail}`,
      };
    }
    const owned = touched.reduce(
      (sum, { of, paths }) =>
        sum + [...paths].filter(path => isOwned(of, path)).length,
      0,
    );
    return {
      status: 'known',
      value: owned / all,
      sampleSize: all,
      evidence,
      interval: wilsonInterval(owned, all),
      because: `${owned} of ${all} paths that merged changes touched have an owner of the catalog in CODEOWNERS, ${windowWords(
        context,
      )}${tail}`,
    };
  },

  examples: [
    {
      given: 'six of ten paths named, the others left to everybody',
      codeowners: [state('* @acme/everybody\n/src/ @acme/payments')],
      records: [
        ...many(6, 'a', touching('src')),
        ...many(4, 'b', touching('docs')),
      ],
      gives: 0.6,
    },
    {
      given: 'a path is counted once, however often it is touched',
      codeowners: [state('/src/ @acme/payments')],
      records: [
        ...many(8, 'a', touching('src')),
        ...many(2, 'b', touching('docs')),
        ...many(9, 'again', id => merged(id, { paths: ['docs/b1.ts'] })),
      ],
      gives: 0.8,
    },
    {
      given: 'an owner that the catalog does not have is none',
      codeowners: [state('* @acme/gone')],
      records: many(10, 'a', touching('src')),
      gives: 0,
    },
    {
      given: 'a repository that has no such file',
      codeowners: [{ subject: 'test:acme/payments', owners: new Map() }],
      records: many(10, 'a', touching('src')),
      gives: 0,
    },
    {
      given: 'changes that tell no paths',
      codeowners: [state('* @acme/payments')],
      records: many(10, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
    {
      given: 'nobody looked for the file',
      records: many(10, 'a', touching('src')),
      gives: 'never-collected',
    },
  ],
});

/** Distinct paths by repository whose file was looked for. */
function pathsOf({ inWindow, codeowners }: FactContext) {
  const touched = new Map(
    codeowners.map(of => [of.subject, { of, paths: new Set<string>() }]),
  );
  const evidence: string[] = [];
  const left = { pathless: 0, unread: 0 };
  for (const { id, subject, paths } of inWindow.change) {
    const known = touched.get(subject);
    if (!known) left.unread++;
    else if (!paths) left.pathless++;
    else {
      for (const path of paths) known.paths.add(path);
      evidence.push(id);
    }
  }
  const besides = [
    ...(left.pathless > 0
      ? [`${counted(left.pathless, 'change tells', 'changes tell')} no paths`]
      : []),
    ...(left.unread > 0
      ? [
          `${counted(
            left.unread,
            'change is',
            'changes are',
          )} to a repository whose file was not looked for`,
        ]
      : []),
  ];
  return { touched: [...touched.values()], besides, evidence };
}

function withoutFile({ codeowners }: FactContext): string[] {
  return codeowners
    .filter(({ file }) => !file)
    .map(({ subject }) => `${subject} has no CODEOWNERS file`);
}

function isOwned(of: CodeownersState, path: string): boolean {
  if (!of.file) return false;
  return ownersOfPath(of.file, path)
    .flatMap(({ owners }) => owners)
    .some(
      owner =>
        isResolved(of, owner) &&
        (of.owners.get(owner)?.size ?? 0) <= largestOwner,
    );
}
