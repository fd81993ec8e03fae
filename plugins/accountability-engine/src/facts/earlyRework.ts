import { ago, many, merged } from '../testing';
import { DAY, nextWindowChange } from '../time';
import { defineFact, FactContext } from './defineFact';
import { isMend } from './isMend';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';
import { reworkedChanges, reworkMs, reworkSettlesAt } from './reworkedChanges';
import { counted } from './wording';

const mergedOn = ago(30, 'd');
const ten = many(10, 'c', id =>
  merged(id, { endedAt: mergedOn, paths: [`src/${id}.ts`] }),
);
/** A change that mends the first of the ten, so many days after it. */
const fixAfter = (days: number, given: Parameters<typeof merged>[1] = {}) =>
  merged('fix', {
    endedAt: mergedOn + days * DAY,
    title: 'fix: round the other way',
    paths: ['src/c1.ts', 'README.md'],
    ...given,
  });

/** Share of merged requests that had to be mended within three weeks. */
export const earlyRework = defineFact({
  id: 'reliability.early_rework_21d',
  burden: 'reliability',
  question: 'How much of what we merge has to be mended within three weeks?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'Survival of code over three weeks (arXiv 2604.00917), by files: requests merged into the default branch of which a later change flagged hotfix, undoing another, or titled fix, hotfix or revert as conventional commits are, touches a path or undoes the whole within 21 days, over all whose 21 days ended in the window and whose paths are known; so they were merged 21 to 49 days ago, and no younger one counts, since of those only the mended ones can be told; of more than 200 files the first 200 are looked at; 95 % Wilson interval; unknown under 10, and where no mending change tells its paths',
  ladder: {
    better: 'lower',
    bronze: 0.25,
    silver: 0.15,
    gold: 0.08,
    basis: 'derived',
  },
  gaming:
    'Fixes that carry another title are not seen, and files that everybody touches count too often; look at the change failure rate and at the trend of the service itself beside it.',
  windowBy: { change: reworkSettlesAt },
  lateDays: 21,

  changesAt(context) {
    const { from, to } = context.window;
    return nextWindowChange(
      { from: from - reworkMs, to },
      allMends(context).map(({ at }) => at),
    );
  },

  measure(context) {
    const changes = context.inWindow.change;
    const { reworked } = reworkedChanges(context.records.change, context);
    const sample = changes.filter(({ paths }) => paths).map(({ id }) => id);
    const hits = sample.filter(id => reworked.has(id));
    const untold = changes.length - sample.length;
    const mends = mendsOf(context);
    const silent = mends.filter(({ change }) => !change.paths);
    const besides = [
      ...(untold > 0 ? [`the paths of ${untold} more are unknown`] : []),
      ...(silent.length > 0
        ? [
            `the paths of ${counted(
              silent.length,
              'mending change',
            )} are unknown, so it may be more`,
          ]
        : []),
    ];
    const share = measureShare(context, {
      hits,
      sample,
      of: 'merged requests whose 21 days ended',
      that: 'were mended in them',
      ...(besides.length > 0 && { besides: besides.join('; ') }),
    });
    if (share.status === 'unknown') return share;
    if (
      hits.length === 0 &&
      silent.length > 0 &&
      silent.length === mends.length
    ) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: sample.length,
        evidence: silent.map(({ change }) => change.id),
        because: `The paths of all ${counted(
          silent.length,
          'mending change',
        )} near these merges are unknown, so what they mend cannot be told; let the source of changes send them`,
      };
    }
    return share;
  },

  examples: [
    {
      given: 'one of ten was touched again by a fix, twenty days later',
      records: [...ten, fixAfter(20)],
      gives: 0.1,
    },
    {
      given: 'a fix on the 22nd day is late',
      records: [...ten, fixAfter(22)],
      gives: 0,
    },
    {
      given: 'work on the same file that mends nothing',
      records: [...ten, fixAfter(5, { title: 'feat: round to cents' })],
      gives: 0,
    },
    {
      given: 'the same path in another repository',
      records: [...ten, fixAfter(5, { subject: 'test:acme/search' })],
      gives: 0,
    },
    {
      given: 'it was undone by a push that names it and no path',
      records: [
        ...ten,
        fixAfter(2, { origin: 'push', reverts: 'c1', paths: undefined }),
      ],
      gives: 0.1,
    },
    {
      given: 'requests merged a week ago are in no number, mended or not',
      records: [
        ...ten,
        ...many(10, 'new', id =>
          merged(id, { endedAt: ago(7, 'd'), paths: ['src/new.ts'] }),
        ),
        merged('fix', {
          endedAt: ago(6, 'd'),
          hotfix: true,
          paths: ['src/new.ts'],
        }),
      ],
      gives: 0,
    },
    {
      given: 'ten whose paths nobody told',
      records: [
        ...many(10, 'c', id => merged(id, { endedAt: mergedOn })),
        fixAfter(5),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'fixes that do not tell what they touch',
      records: [...ten, fixAfter(5, { paths: undefined })],
      gives: 'insufficient-data',
    },
  ],
});

function allMends({ records }: FactContext) {
  return records.change.flatMap(change => {
    const at = mergedToMain(change);
    return at !== undefined && isMend(change) ? [{ change, at }] : [];
  });
}

/** Changes made to mend that could have mended one of the window. */
function mendsOf(context: FactContext) {
  const { from, to } = context.window;
  return allMends(context).filter(({ at }) => at >= from - reworkMs && at < to);
}
