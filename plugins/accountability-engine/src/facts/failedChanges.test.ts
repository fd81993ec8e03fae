import {
  IncidentRecord,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { ForeignCharge } from '../assessTypes';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { FactInput, prepareFacts } from '../prepareFacts';
import {
  ago,
  causedBy,
  deployed,
  incident,
  many,
  referenceNow,
} from '../testing';
import { DAY, HOUR } from '../time';
import { changeFailRate } from './changeFailRate';
import { failedDeploymentRecoveryTime } from './failedDeploymentRecoveryTime';

function measured(
  records: ServiceRecord[],
  given: Partial<FactInput> = {},
  fact = changeFailRate,
) {
  const prepared = prepareFacts({
    now: referenceNow,
    service: exampleService,
    records,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
    ...given,
  });
  return measurePrepared(fact, prepared);
}

const ten = many(10, 'd', id => deployed(id, { startedAt: ago(40, 'd') }));
const back = ago(20, 'd');

/** What ran two weeks before the last change runs again. */
const rollback = [
  deployed('bad', { startedAt: back - 30 * DAY }),
  deployed('back', { sha: 'sha-of-d1', startedAt: back }),
];

describe('a rollback in the fail rate', () => {
  it.each([
    {
      given: 'that time alone charges it with fails no change',
      incidents: [incident('i', { startedAt: back + HOUR })],
      gives: 0,
      says: /; 1 incident is charged to a rollback or redeployment/,
    },
    {
      given: 'that a person charges it with fails what it deployed again',
      incidents: [causedBy('back', 'i', { startedAt: back + HOUR })],
      gives: 1 / 11,
      says: /1 of 11 .* add none\.$/,
    },
  ])('an incident $given', ({ incidents, gives, says }) => {
    const { value } = measured([...ten, ...rollback, ...incidents]);

    expect(value).toMatchObject({ value: gives, sampleSize: 11 });
    expect(value.because).toMatch(says);
  });

  it('brings no time to recover where time alone charges it', () => {
    const late = incident('i', { startedAt: back + HOUR });

    const { value } = measured(
      [...ten, ...rollback, late],
      {},
      failedDeploymentRecoveryTime,
    );

    expect(value).toMatchObject({ status: 'unknown' });
  });

  it('is forgotten with its charges when it is too long ago, and the fact knows when', () => {
    const at = ago(179, 'd');
    const records = [
      deployed('old', {
        sha: 'sha-of-d1',
        rollback: true,
        startedAt: at,
        endedAt: at,
      }),
      ...ten,
      causedBy('old', 'i', { startedAt: at + HOUR }),
    ];
    const forgotten = at + 180 * DAY + 1;

    const { value, nextChangeAt } = measured(records);

    expect(value).toMatchObject({ value: 0.1 });
    expect(nextChangeAt).toBe(forgotten);
    expect(measured(records, { now: forgotten }).value).toMatchObject({
      value: 0,
    });
  });
});

describe('a failed deployment', () => {
  const failed = deployed('f', { result: 'failure', startedAt: ago(40, 'd') });
  const theirs = (
    given: Partial<IncidentRecord>,
    finishedAt?: number,
  ): ForeignCharge => ({
    incident: incident('theirs', { startedAt: ago(39, 'd'), ...given }),
    attribution: {
      incident: 'theirs',
      incidentStartedAt: ago(39, 'd'),
      method: 'explicit',
      cause: 'f',
      confidence: 1,
      profile: 'default',
      ruleVersion: 'r',
      evidence: [],
      candidates: [],
      incidentOwner: { status: 'unknown', because: 'Not of interest.' },
      ...(finishedAt && {
        remedy: { kind: 'rollback', record: 'r', finishedAt, undone: ['f'] },
      }),
    },
  });

  it.each([
    { given: 'an incident of another service', incident: {}, gives: 11 },
    {
      given: 'one that was merged into another',
      incident: { mergedInto: 'other' },
      gives: 10,
    },
  ])('charged with $given leaves $gives changes', given => {
    const foreignCharges = [theirs(given.incident)];

    const { value } = measured([...ten, failed], { foreignCharges });

    expect(value.sampleSize).toBe(given.gives);
  });

  it('is recovered from when the end of its remedy has come, and the fact knows when', () => {
    const end = referenceNow + HOUR;
    const at = (now: number) =>
      measured(
        [failed],
        { foreignCharges: [theirs({}, end)], now },
        failedDeploymentRecoveryTime,
      );

    expect(at(referenceNow)).toMatchObject({
      value: { status: 'unknown' },
      nextChangeAt: end,
    });
    expect(at(end).value).toMatchObject({ status: 'known' });
  });
});
