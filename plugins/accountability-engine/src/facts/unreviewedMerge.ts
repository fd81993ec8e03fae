import { ChangeRecord, FactPart } from 'backstage-plugin-accountability-common';
import { countApprovals } from '../changes';
import { ago, many, merged } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';
import { saidNear, saidNearDays } from './saidNear';

const approve = {
  verdict: 'approve',
  kind: 'person',
  at: ago(3, 'd'),
} as const;
const pushed = {
  origin: 'push',
  defaultBranch: true,
  approvals: undefined,
} as const;
const byRules = {
  level: undefined,
  tools: [],
  commits: 1,
  automation: true,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
};

/** Who asked for an unreviewed change, and how it is said. */
const askers = [
  ['people', 'by people'],
  ['bots', 'by bots that follow rules'],
  ['machines', 'by other machines'],
  ['unknown', 'by whom nobody told'],
  ['pushes', 'pushed past requests'],
] as const;

/** Share of merged changes that nobody but their author approved. */
export const unreviewedMerge = defineFact({
  id: 'security.unreviewed_merge',
  burden: 'security',
  question: 'How much reaches our main branch without a review?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'OpenSSF Scorecard code review: changes merged into the default branch without the approval of a person other than author and sponsor, over those of which approvals are known; a push straight to it counts as unreviewed where a request of its repository was told of in the 90 days before, and is unknown elsewhere, since a request may stand behind it; parts by who asked for it; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.1,
    silver: 0.02,
    gold: 0,
    basis: 'derived',
  },
  gaming:
    'An approval by a second account, or one that nobody thought about, counts as a review; look at rubber stamps and at bypassed rules beside it.',
  windowBy: { change: mergedToMain },
  lateDays: saidNearDays,

  measure(context) {
    const changes = context.inWindow.change;
    const hasRequests = saidNear(context.records.change, {
      shows: ({ origin }) => origin !== 'push',
      beforeOnly: true,
    });
    const known = changes.flatMap(change => {
      const approvals = approvalsFor(change);
      return approvals === undefined ? [] : [{ change, approvals }];
    });
    const untold = changes.length - known.length;
    const unreviewed = known
      .filter(({ approvals }) => approvals === 0)
      .map(({ change }) => change);
    const parts = partsOf(unreviewed);
    const besides = [
      ...askers.flatMap(([asker, words]) =>
        parts
          .filter(({ key }) => key === asker)
          .map(({ value }) => `${value} ${words}`),
      ),
      ...(untold > 0 ? [`approvals of ${untold} more are unknown`] : []),
    ];
    const share = measureShare(context, {
      hits: unreviewed.map(({ id }) => id),
      sample: known.map(({ change }) => change.id),
      of: 'merged changes',
      that: 'had no approval',
      ...(besides.length > 0 && { besides: besides.join('; ') }),
    });
    return share.status === 'unknown' ? share : { ...share, parts };

    function approvalsFor(change: ChangeRecord): number | undefined {
      const approvals = countApprovals(change);
      if (approvals !== undefined || change.origin !== 'push') return approvals;
      return change.defaultBranch && hasRequests(change) ? 0 : undefined;
    }
  },

  examples: [
    {
      given: 'one of ten merged without approval',
      records: [
        ...many(9, 'c', id => merged(id)),
        merged('u', { approvals: 0 }),
      ],
      gives: 0.1,
    },
    {
      given: 'approvals of the author, the sponsor and a bot are none',
      records: [
        ...many(9, 'c', id => merged(id)),
        merged('u', {
          approvals: undefined,
          author: 'ada',
          sponsor: 'ben',
          reviews: [
            { ...approve, by: 'ada' },
            { ...approve, by: 'ben' },
            { ...approve, by: 'linter', kind: 'bot' },
          ],
        }),
      ],
      gives: 0.1,
    },
    {
      given: 'bots that follow rules count, in a part of their own',
      records: [
        ...many(9, 'c', id => merged(id)),
        merged('b', { approvals: 0, provenance: byRules }),
      ],
      gives: 0.1,
    },
    {
      given: 'two pushes past the requests of the repository',
      records: [
        ...many(8, 'c', id => merged(id, { endedAt: ago(5, 'd') })),
        ...many(2, 'p', id => merged(id, pushed)),
      ],
      gives: 0.2,
    },
    {
      given: 'pushes to a repository whose requests nobody tells of',
      records: [
        ...many(10, 'c', id => merged(id, { subject: 'test:acme/search' })),
        ...many(10, 'p', id => merged(id, pushed)),
      ],
      gives: 0,
    },
    {
      given: 'changes whose approvals are unknown are in neither number',
      records: [
        ...many(10, 'c', id => merged(id)),
        ...many(10, 'u', id => merged(id, { approvals: undefined })),
      ],
      gives: 0,
    },
    {
      given: 'closed ones and old ones do not count',
      records: [
        ...many(10, 'c', id => merged(id)),
        merged('closed', { state: 'closed', approvals: 0 }),
        merged('old', { endedAt: ago(29, 'd'), approvals: 0 }),
      ],
      gives: 0,
    },
    {
      given: 'nothing but pushes',
      records: many(20, 'p', id => merged(id, pushed)),
      gives: 'insufficient-data',
    },
    {
      given: 'nine merged changes, too few for a share',
      records: many(9, 'c', id => merged(id, { approvals: 0 })),
      gives: 'insufficient-data',
    },
  ],
});

function partsOf(unreviewed: readonly ChangeRecord[]): FactPart[] {
  return askers
    .map(([key]) => {
      const records = unreviewed
        .filter(change => askedBy(change) === key)
        .map(({ id }) => id);
      return { key, value: records.length, records };
    })
    .filter(({ value }) => value > 0);
}

function askedBy({
  origin,
  provenance,
  authorKind,
}: ChangeRecord): (typeof askers)[number][0] {
  if (origin === 'push') return 'pushes';
  if (provenance?.automation) return 'bots';
  if (authorKind === 'bot') return 'machines';
  return authorKind === 'person' ? 'people' : 'unknown';
}
