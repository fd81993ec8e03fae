import { ago, causedBy, deployed, incident } from '../testing';
import { HOUR } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact } from './defineFact';
import { hasEnded, nextEnd } from './hasEnded';
import { measureMedian } from './measureMedian';
import { onlyInProduction } from './onlyInProduction';
import { counted } from './wording';

const began = ago(10, 'd');

/** Median time from the impact of an incident to its final resolution, whatever caused it. */
export const timeToRestore = defineFact({
  id: 'reliability.time_to_restore',
  burden: 'reliability',
  question: 'How long do our incidents last?',
  unit: 'seconds',
  windowDays: 90,
  needs: ['incident'],
  source:
    'Time to restore, which DORA replaced by failed deployment recovery time in 2023: median (type 7) over incidents begun in the window of final resolution less start of impact; those merged into others do not count, those open have no value, reopening moves the end',
  ladder: {
    better: 'lower',
    bronze: 604800,
    silver: 86400,
    gold: 3600,
    basis: 'derived',
  },
  gaming:
    'Resolving incidents early, or opening them late, makes it short; look at who detected them and at failed deployment recovery time beside it.',
  windowBy: { incident: countedIncident },
  changesAt: ({ now, inWindow }) =>
    nextEnd(
      now,
      inWindow.incident.map(({ endedAt }) => endedAt),
    ),

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const begun = context.inWindow.incident;
    const resolved = begun.flatMap(({ id, startedAt, endedAt, episodes }) =>
      !hasEnded(endedAt, context.now)
        ? []
        : [{ id, startedAt, ms: endedAt - startedAt, episodes }],
    );
    const timed = resolved.filter(({ ms }) => ms >= 0);
    const open = begun.length - resolved.length;
    const negative = resolved.length - timed.length;
    const reopened = timed.filter(({ episodes }) => episodes.length > 1).length;
    return measureMedian(context, {
      timed: timed.map(({ id, startedAt, ms }) => ({
        record: id,
        at: startedAt,
        ms,
        records: [id],
      })),
      of: ['incident', 'incidents'],
      none:
        begun.length === 0
          ? 'No incident began, so there is no time to measure'
          : 'No incident that began was resolved, so there is no time to measure',
      besides: [
        ...(reopened > 0
          ? [
              `${counted(
                reopened,
                'was',
                'were',
              )} reopened and the last end counts`,
            ]
          : []),
        ...(open > 0
          ? [`${counted(open, 'more is', 'more are')} not resolved yet`]
          : []),
        ...(negative > 0
          ? [
              `${counted(
                negative,
                'more ends',
                'more end',
              )} before the impact and no value comes of that (data quality)`,
            ]
          : []),
      ],
      otherwise: begun.map(({ id }) => id),
    });
  },

  examples: [
    {
      given: 'an incident of no known cause that lasted an hour',
      records: [incident('i', { startedAt: began, endedAt: began + HOUR })],
      gives: 3600,
    },
    {
      given: 'three incidents of which two overlap: each counts for itself',
      records: [
        deployed('d', { startedAt: began - HOUR }),
        causedBy('d', 'i', { startedAt: began, endedAt: began + HOUR }),
        causedBy('d', 'j', { startedAt: began, endedAt: began + 3 * HOUR }),
        incident('k', {
          startedAt: began + 24 * HOUR,
          endedAt: began + 26 * HOUR,
        }),
      ],
      gives: 7200,
    },
    {
      given: 'an incident that was reopened for an hour after four',
      records: [
        incident('i', {
          startedAt: began,
          endedAt: began + 5 * HOUR,
          episodes: [
            { from: began, to: began + HOUR },
            { from: began + 4 * HOUR, to: began + 5 * HOUR },
          ],
        }),
      ],
      gives: 18000,
    },
    {
      given: 'one merged into another, and one still open',
      records: [
        incident('i', { startedAt: began, endedAt: began + HOUR }),
        incident('j', {
          startedAt: began,
          endedAt: began + 9 * HOUR,
          mergedInto: 'i',
        }),
        incident('k', { startedAt: began, endedAt: undefined }),
      ],
      gives: 3600,
    },
    {
      given: 'by the clock of its source it ends in an hour: not yet',
      records: [incident('k', { startedAt: began, endedAt: ago(-1, 'h') })],
      gives: 'insufficient-data',
    },
    {
      given: 'the only incident is still open',
      records: [incident('k', { startedAt: began, endedAt: undefined })],
      gives: 'insufficient-data',
    },
  ],
});
