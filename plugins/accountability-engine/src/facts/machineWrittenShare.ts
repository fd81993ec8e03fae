import {
  ChangeRecord,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { ago, many, merged } from '../testing';
import { wilsonInterval } from '../time';
import { defineFact } from './defineFact';
import { fewPeople } from './fewPeople';
import { mergedAt } from './mergedAt';
import { minimumShareSample } from './measureShare';
import { reportsAside } from './reportsAside';
import { counted, percent, windowWords } from './wording';

const marked = { machineWritten: 'declared' } as const;
const inferred = { machineWritten: 'inferred' } as const;

/** At least this share of merged changes is machine-written, by markers that attest or declare it. Context only: a limit on it would make people strip the markers. */
export const machineWrittenShare = defineFact({
  id: 'ownership.machine_written_share',
  burden: 'ownership',
  question: 'How much of what we merge says that a machine wrote it?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Merged changes with a marker that attests or declares a machine, or of whose merge or last commit an uploaded note of git-ai or record of Agent Trace tells lines of machines, over all merged changes; a lower bound, since unmarked is not human (arXiv 2606.24429: a small part is found); what is only inferred, and what bots made that follow rules, are parts of their own; unknown under 10, and where fewer than 5 people are known to stand for them',
  gaming:
    'Any aim for it would make people strip the markers; so there is none.',
  windowBy: { change: mergedAt, ...reportsAside },
  reads: ['people'],

  measure(context) {
    const changes = context.inWindow.change;
    const evidence = changes.map(({ id }) => id);
    const sampleSize = changes.length;
    if (sampleSize < minimumShareSample) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize,
        evidence,
        because: `${counted(sampleSize, 'merged change')} in the ${windowWords(
          context,
        )}; a share needs at least ${minimumShareSample}`,
      };
    }
    const few = fewPeople(changes, context);
    if (few) return few;
    const hits = changes.filter(change => makerOf(change) === 'machine');
    const share = percent(hits.length / sampleSize);
    return {
      status: 'known',
      value: hits.length / sampleSize,
      sampleSize,
      evidence,
      interval: { low: wilsonInterval(hits.length, sampleSize).low, high: 1 },
      parts: partsOf(changes),
      because: `At least ${share} of ${sampleSize} merged changes are marked machine-written${ofThem(
        hits,
        sampleSize,
      )}, ${windowWords(
        context,
      )}; a lower bound, the rest is unmarked, not human`,
    };
  },

  examples: [
    {
      given: 'four of ten changes carry a marker',
      records: [
        ...many(4, 'm', id => merged(id, marked)),
        ...many(6, 'c', id => merged(id)),
      ],
      gives: 0.4,
    },
    {
      given: 'what is only inferred counts for nothing',
      records: [
        merged('m', marked),
        ...many(4, 'i', id => merged(id, inferred)),
        ...many(5, 'c', id => merged(id)),
      ],
      gives: 0.1,
    },
    {
      given: 'no marker at all: at least none',
      records: many(10, 'c', id => merged(id)),
      gives: 0,
    },
    {
      given: 'a change that is still open does not count',
      records: [
        ...many(10, 'c', id => merged(id)),
        merged('o', { ...marked, state: 'opened', endedAt: undefined }),
      ],
      gives: 0,
    },
    {
      given: 'ten changes of two people',
      records: [
        ...many(5, 'm', id => merged(id, { ...marked, author: 'ada' })),
        ...many(5, 'c', id => merged(id, { author: 'ben' })),
      ],
      gives: 'too-few-people',
    },
    {
      given: 'nine merged changes, too few for a share',
      records: [
        ...many(9, 'm', id => merged(id, marked)),
        merged('old', { endedAt: ago(40, 'd') }),
      ],
      gives: 'insufficient-data',
    },
  ],
});

/** One marked commit of twenty marks a change; where it is known how much of each is in marked commits, that is said. */
function ofThem(hits: readonly ChangeRecord[], all: number): string {
  const fractions = hits.flatMap(
    ({ provenance }) => provenance?.fraction ?? [],
  );
  if (hits.length === 0 || fractions.length < hits.length) return '';
  const sum = fractions.reduce((total, fraction) => total + fraction, 0);
  return `, or ${percent(sum / all)} by what is in marked commits`;
}

function partsOf(changes: readonly ChangeRecord[]) {
  const part = (key: string, of: (change: ChangeRecord) => boolean) => {
    const records = changes.filter(of).map(({ id }) => id);
    return { key, value: records.length, records };
  };
  return [
    part('attested', change => change.machineWritten === 'attested'),
    part('declared', change => change.machineWritten === 'declared'),
    part(
      'inferred',
      change =>
        change.machineWritten === 'inferred' &&
        makerOf(change) !== 'automation',
    ),
    part('automation', change => makerOf(change) === 'automation'),
  ].filter(({ value }) => value > 0);
}
