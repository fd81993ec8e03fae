import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { ago, many, merged } from '../testing';
import { defineFact, FactContext } from './defineFact';
import { measureShare } from './measureShare';
import { mergedToMain } from './mergedToMain';
import { saidNear, saidNearDays } from './saidNear';
import { counted, windowWords } from './wording';

/** Share of merges that went round the rules of their branch. */
export const gateBypass = defineFact({
  id: 'security.gate_bypass',
  burden: 'security',
  question: 'How much reaches our main branch past its rules?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'OpenSSF Scorecard branch protection: changes merged into the default branch that went round a rule of it, over those of which it is known; a repository of which only such merges are told, and of none in the 90 days before and after that it went round no rule, is in neither number, since its source may tell of nothing else; 95 % Wilson interval; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.05,
    silver: 0.01,
    gold: 0,
    basis: 'convention',
  },
  gaming:
    'Rules that are loosened need no way round them; look at unreviewed merges beside it, which counts whatever the rules are.',
  windowBy: { change: mergedToMain },
  lateDays: saidNearDays,

  measure(context) {
    const changes = context.inWindow.change;
    const isTold = saidNear(context.records.change, {
      shows: ({ bypassed }) => bypassed?.length === 0,
    });
    const known = changes.filter(change => change.bypassed && isTold(change));
    const past = changes.filter(wentRound);
    const hits = known.filter(wentRound);
    const untold = changes.length - known.length;
    const lone = past.length - hits.length;
    if (known.length === 0 && lone > 0) return onlyBypasses(past, context);
    const besides = [
      ...(untold - lone > 0 ? [`of ${untold - lone} more it is unknown`] : []),
      ...(lone > 0
        ? [
            `${lone} more went round a rule in a repository of which nothing else is told`,
          ]
        : []),
    ];
    return measureShare(context, {
      hits: hits.map(({ id }) => id),
      sample: known.map(({ id }) => id),
      of: 'merges of which it is known',
      that: 'went round a rule',
      ...(besides.length > 0 && { besides: besides.join('; ') }),
    });
  },

  examples: [
    {
      given: 'one of ten went round a rule',
      records: [
        ...many(9, 'c', id => merged(id, { bypassed: [] })),
        merged('b', { bypassed: ['required review'] }),
      ],
      gives: 0.1,
    },
    {
      given: 'merges of which nobody said are in neither number',
      records: [
        ...many(10, 'c', id => merged(id, { bypassed: [] })),
        ...many(10, 'u', id => merged(id)),
      ],
      gives: 0,
    },
    {
      given:
        'all ten of the window did, and one before it is told of that did not',
      records: [
        merged('old', { endedAt: ago(40, 'd'), bypassed: [] }),
        ...many(10, 'b', id => merged(id, { bypassed: ['required review'] })),
      ],
      gives: 1,
    },
    {
      given: 'a source that tells of none but those that did',
      records: [
        ...many(30, 'c', id => merged(id)),
        ...many(10, 'b', id => merged(id, { bypassed: ['required review'] })),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'no source tells of rules',
      records: many(10, 'c', id => merged(id)),
      gives: 'insufficient-data',
    },
  ],
});

function wentRound({ bypassed = [] }: ChangeRecord): boolean {
  return bypassed.length > 0;
}

function onlyBypasses(past: readonly ChangeRecord[], context: FactContext) {
  return {
    status: 'unknown' as const,
    reason: 'insufficient-data' as const,
    sampleSize: 0,
    evidence: past.map(({ id }) => id),
    because: `${counted(past.length, 'merge')} went round a rule, ${windowWords(
      context,
    )}, and of no other is it known whether it did; let the source of changes say so of every merge that it asked of`,
  };
}
