import { ago, alerted, deployed, incident, many } from '../testing';
import { HOUR, MINUTE } from '../time';
import { alertDuplicatesFade } from './alertDuplicatesFade';
import { alertsOfAnyEnvironment } from './alertsOfAnyEnvironment';
import { alertVerdicts } from './alertVerdicts';
import { defineFact } from './defineFact';
import { measureDecided } from './measureDecided';
import { counted } from './wording';

const start = ago(2, 'd');
const anHour = { endedAt: start + HOUR };
const actedOn = { ...anHour, acknowledgedAt: start + MINUTE, incident: 'i' };

/** Share of alerts that led to action, among those of which it can be told. */
export const actionableRatio = defineFact({
  id: 'observability.actionable_ratio',
  burden: 'observability',
  question: 'Do our alerts lead to action?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['alert'],
  source:
    'DORA monitoring and observability, unactionable alerts. Actionable: a person took it up, and it led to an incident, production was mended while it fired, or it was labelled so. Noise: labelled so, or ended by itself with nobody at it, over in under 5 minutes, or a duplicate. Actionable over both, all others unknown and silenced ones left out; unknown under 10 decided alerts',
  ladder: {
    better: 'higher',
    bronze: 0.5,
    silver: 0.7,
    gold: 0.9,
    basis: 'convention',
  },
  gaming:
    'Acknowledging by reflex and opening an incident for every alert make it high; look at the share that is unknown and at alerts for each incident beside it.',
  changesAt: alertDuplicatesFade,

  measure(context) {
    const { actionable, noise, unknown, silenced } = alertVerdicts(context);
    return (
      alertsOfAnyEnvironment(context) ??
      measureDecided(context, {
        yes: actionable,
        no: noise,
        unknown,
        keys: ['actionable', 'noise'],
        of: 'alerts',
        that: 'led to action',
        besides:
          silenced.length > 0
            ? [`${counted(silenced.length, 'more was', 'more were')} silenced`]
            : [],
      })
    );
  },

  examples: [
    {
      given: 'five taken up with an incident, five gone in two minutes',
      records: [
        ...many(5, 'a', id => alerted(id, actedOn)),
        ...many(5, 'n', id => alerted(id)),
      ],
      gives: 0.5,
    },
    {
      given: 'one of ten is taken up in its incident, nine ended by themselves',
      records: [
        incident('i', { startedAt: start, acknowledgedAt: start + MINUTE }),
        alerted('a', { ...anHour, incident: 'i' }),
        ...many(9, 'n', id => alerted(id, { ...anHour, resolvedBy: 'system' })),
      ],
      gives: 0.1,
    },
    {
      given: 'a rollback while one of ten fired that somebody took up',
      records: [
        deployed('d1', { startedAt: ago(4, 'd') }),
        deployed('d2', { startedAt: ago(3, 'd') }),
        deployed('d3', { startedAt: start + 30 * MINUTE, sha: 'sha-of-d1' }),
        incident('i', { startedAt: start, endedAt: start + HOUR }),
        alerted('a', { ...actedOn, incident: undefined }),
        ...many(9, 'n', id => alerted(id)),
      ],
      gives: 0.1,
    },
    {
      given: 'five told again what another tells, labels outranking the rest',
      records: [
        ...many(5, 'n', id => alerted(id, { ...actedOn, label: 'noise' })),
        alerted('first', { ...actedOn, title: 'Disk fills up' }),
        ...many(5, 'same', id =>
          alerted(id, {
            title: 'Disk fills up',
            startedAt: start + HOUR + 4 * MINUTE,
            endedAt: start + 2 * HOUR,
          }),
        ),
      ],
      gives: 1 / 11,
    },
    {
      given: 'ten unknown ones: open for an hour, and taken up to no avail',
      records: [
        ...many(10, 'n', id => alerted(id)),
        ...many(5, 'u', id => alerted(id, anHour)),
        ...many(5, 'v', id => alerted(id, { ...actedOn, incident: undefined })),
      ],
      gives: 0,
    },
    {
      given: 'only unknown and silenced ones',
      records: [
        ...many(20, 'u', id => alerted(id, anHour)),
        ...many(20, 's', id => alerted(id, { silenced: true })),
      ],
      gives: 'insufficient-data',
    },
  ],
});
