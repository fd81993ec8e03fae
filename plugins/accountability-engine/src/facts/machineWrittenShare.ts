import { ago, many, merged } from '../testing';
import { wilsonInterval } from '../time';
import { defineFact } from './defineFact';
import { mergedAt } from './mergedAt';
import { minimumShareSample } from './measureShare';
import { counted, percent, windowWords } from './wording';

const marked = { machineWritten: 'declared' } as const;

/** At least this share of merged changes is machine-written. Context only: a limit on it would make people strip the markers. */
export const machineWrittenShare = defineFact({
  id: 'ownership.machine_written_share',
  burden: 'ownership',
  question: 'How much of what we merge says that a machine wrote it?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['change'],
  source:
    'Markers on merged changes (attested, declared or inferred) over all merged changes; a lower bound, since unmarked is not human; unknown under 10',
  windowBy: { change: mergedAt },

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
    const parts = (['attested', 'declared', 'inferred'] as const).map(how => {
      const records = changes
        .filter(({ machineWritten }) => machineWritten === how)
        .map(({ id }) => id);
      return { key: how, value: records.length, records };
    });
    const hits = parts.reduce((sum, { value }) => sum + value, 0);
    return {
      status: 'known',
      value: hits / sampleSize,
      sampleSize,
      evidence,
      interval: { low: wilsonInterval(hits, sampleSize).low, high: 1 },
      parts: parts.filter(({ value }) => value > 0),
      because: `At least ${percent(
        hits / sampleSize,
      )} of ${sampleSize} merged changes are marked machine-written, ${windowWords(
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
      given: 'nine merged changes, too few for a share',
      records: [
        ...many(9, 'm', id => merged(id, marked)),
        merged('old', { endedAt: ago(40, 'd') }),
      ],
      gives: 'insufficient-data',
    },
  ],
});
