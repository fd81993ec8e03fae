import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { ago, incident } from '../testing';
import { HOUR, MINUTE } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact } from './defineFact';
import { measureMedian } from './measureMedian';
import { onlyInProduction } from './onlyInProduction';
import { counted } from './wording';

const start = ago(2, 'd');
const taken = (minutes: number) => ({
  startedAt: start,
  acknowledgedAt: start + minutes * MINUTE,
});

/** Median time until somebody takes an incident up. */
export const timeToAcknowledge = defineFact({
  id: 'observability.time_to_acknowledge',
  burden: 'observability',
  question: 'How long until somebody is at it?',
  unit: 'seconds',
  windowDays: 90,
  needs: ['incident'],
  source:
    'PagerDuty seconds to first acknowledgement: median (type 7) over acknowledged incidents begun in the window of first acknowledgement less opened, or reopened where only that was acknowledged; merged ones not counted, those never acknowledged have no value and are said',
  gaming:
    'Acknowledging by reflex, or by machine, makes it short; look at the time to restore beside it.',
  windowBy: { incident: countedIncident },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const begun = context.inWindow.incident;
    const waits = begun.flatMap(record => {
      const ms = waitOf(record);
      return ms === undefined ? [] : [{ record, ms }];
    });
    const timed = waits.filter(({ ms }) => ms >= 0);
    const never = begun.filter(one => one.acknowledgedAt === undefined);
    const open = never.filter(({ endedAt }) => endedAt === undefined).length;
    const negative = waits.length - timed.length;
    return measureMedian(context, {
      timed: timed.map(({ record: { id, startedAt }, ms }) => ({
        record: id,
        at: startedAt,
        ms,
        records: [id],
      })),
      of: ['incident', 'incidents'],
      none:
        begun.length === 0
          ? 'No incident began, so there is no time to measure'
          : `None of ${counted(begun.length, 'incident')} was acknowledged`,
      besides: [
        ...(never.length > open
          ? [`${never.length - open} more ended without acknowledgement`]
          : []),
        ...(open > 0
          ? [counted(open, 'more waits for it', 'more wait for it')]
          : []),
        ...(negative > 0
          ? [
              `${counted(
                negative,
                'more was',
                'more were',
              )} acknowledged before the start, and no value comes of that (data quality)`,
            ]
          : []),
      ],
      otherwise: begun.map(({ id }) => id),
    });
  },

  examples: [
    {
      given: 'taken up after two, four and ten minutes',
      records: [
        incident('i', taken(2)),
        incident('j', taken(4)),
        incident('k', taken(10)),
      ],
      gives: 240,
    },
    {
      given: 'one felt an hour before it was opened, and one never taken up',
      records: [
        incident('i', {
          ...taken(5),
          startedAt: start - HOUR,
          episodes: [{ from: start }],
        }),
        incident('j'),
      ],
      gives: 300,
    },
    {
      given: 'one that was only taken up once it was reopened',
      records: [
        incident('i', {
          startedAt: start,
          acknowledgedAt: start + 3 * HOUR + MINUTE,
          episodes: [
            { from: start, to: start + HOUR },
            { from: start + 3 * HOUR, to: start + 4 * HOUR },
          ],
        }),
      ],
      gives: 60,
    },
    {
      given: 'nobody took it up',
      records: [incident('i', { endedAt: undefined })],
      gives: 'insufficient-data',
    },
  ],
});

/** From the opening that was acknowledged; negative where the clocks disagree. */
function waitOf(record: IncidentRecord): number | undefined {
  const { acknowledgedAt, episodes, startedAt } = record;
  if (acknowledgedAt === undefined) return undefined;
  const opened =
    episodes.findLast(({ from }) => from <= acknowledgedAt) ?? episodes.at(0);
  return acknowledgedAt - (opened?.from ?? startedAt);
}
