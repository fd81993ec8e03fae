import {
  Attribution,
  IncidentRecord,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { profiles } from '../attribution';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import {
  measureFact,
  MeasureOptions,
  measurePrepared,
  measureValues,
} from '../measureFact';
import { FactInput, prepareFacts } from '../prepareFacts';
import {
  ago,
  causedBy,
  deployed,
  incident,
  many,
  merged,
  referenceNow,
} from '../testing';
import { DAY, HOUR, MINUTE } from '../time';
import { changeFailRate } from './changeFailRate';
import { changeLeadTimeFirstCommit } from './changeLeadTimeFirstCommit';
import { changeLeadTimeHeadCommit } from './changeLeadTimeHeadCommit';
import { FactDefinition } from './defineFact';
import { deploymentFrequency } from './deploymentFrequency';
import { deploymentReworkRate } from './deploymentReworkRate';
import { failedDeploymentRecoveryTime } from './failedDeploymentRecoveryTime';
import { incidents } from './incidents';
import { mergeToProduction } from './mergeToProduction';
import { timeToRestore } from './timeToRestore';
import { unattributedShare } from './unattributedShare';

const dora: FactDefinition[] = [
  changeLeadTimeHeadCommit,
  changeLeadTimeFirstCommit,
  mergeToProduction,
  deploymentFrequency,
  changeFailRate,
  failedDeploymentRecoveryTime,
  deploymentReworkRate,
  timeToRestore,
];

function inputOf(
  records: ServiceRecord[],
  given: Partial<FactInput> = {},
): FactInput {
  return {
    now: referenceNow,
    service: exampleService,
    records,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
    ...given,
  };
}

/** A change a day for as long, merged at noon and deployed an hour later, its last commit two hours old by then. */
function daily(days: number, environment = 'production'): ServiceRecord[] {
  return Array.from({ length: days }, (_, i) => days - i).flatMap(day => {
    const sha = `${1000000 + day}`;
    const at = ago(day, 'd');
    return [
      merged(`c${day}`, {
        sha,
        endedAt: at - HOUR,
        headCommitAt: at - 2 * HOUR,
        firstAuthoredAt: at - 26 * HOUR,
      }),
      deployed(`${environment}-${day}`, {
        sha,
        environment,
        startedAt: at - 10 * MINUTE,
        endedAt: at,
      }),
    ];
  });
}

function known(
  fact: FactDefinition,
  records: ServiceRecord[],
  options?: MeasureOptions,
) {
  const value = measureFact(fact, inputOf(records), options);
  return value.status === 'known' ? value.value : value.reason;
}

describe('a fact over a window and an environment that are asked for', () => {
  it.each([7, 28, 90, 180])('counts the changes of %d days', windowDays => {
    const { value, values } = measureValues(
      changeLeadTimeHeadCommit,
      inputOf(daily(200)),
      { windowDays },
    );

    expect(value).toMatchObject({ value: 7200, sampleSize: windowDays });
    expect(value.window).toEqual({
      from: referenceNow - windowDays * DAY,
      to: referenceNow,
    });
    expect(values).toHaveLength(windowDays);
    expect(values[0]).toEqual({ record: 'c1', at: ago(1, 'd'), value: 7200 });
  });

  it.each([7, 28, 90, 180])('is a week’s worth over %d days', windowDays => {
    expect(known(deploymentFrequency, daily(200), { windowDays })).toBe(7);
  });

  it('is of that environment alone', () => {
    const onStaging = daily(10, 'staging').filter(
      ({ kind }) => kind === 'deployment',
    );
    const records = [...daily(20), ...onStaging];
    const staging = { environment: 'staging' };

    expect(known(deploymentFrequency, records, staging)).toBe(2.5);
    expect(known(mergeToProduction, records, staging)).toBe(3600);
    expect(
      measureFact(mergeToProduction, inputOf(records), staging).sampleSize,
    ).toBe(9);
  });

  it.each([
    changeFailRate,
    failedDeploymentRecoveryTime,
    deploymentReworkRate,
    incidents,
    timeToRestore,
    unattributedShare,
  ])('is unknown for $id outside production, and no zero', fact => {
    const value = measureFact(fact, inputOf(daily(20, 'staging')), {
      environment: 'staging',
    });

    expect(value).toMatchObject({ status: 'unknown' });
    expect(value.because).toMatch(/ask for production/);
  });

  it.each(dora)('is no number for $id where nothing was collected', fact => {
    const value = measureFact(fact, inputOf([], { collectedKinds: [] }));

    expect(value).toMatchObject({
      status: 'unknown',
      reason: 'never-collected',
    });
  });
});

describe('lead time', () => {
  const { because } = measureFact(
    changeLeadTimeHeadCommit,
    inputOf([
      ...daily(9),
      merged('late', {
        sha: 'aaaaaaa',
        endedAt: ago(30, 'min'),
        headCommitAt: ago(5, 'min'),
      }),
      merged('undated', { sha: 'bbbbbbb', endedAt: ago(29, 'min') }),
      deployed('last', { sha: 'bbbbbbb', startedAt: ago(20, 'min') }),
      deployed('odd', { sha: 'ccccccc', startedAt: ago(15, 'min') }),
    ]),
  );

  it('says what has no value and why', () => {
    expect(because).toBe(
      'Median 2 h over 8 changes (2 h to 2 h at 95 %), 28 days to 23 Nov 2026; 1 more does not say when its last commit was made; 1 change has a start after the deployment and no value (data quality); what 1 deployment brought is unknown.',
    );
  });

  it('is as long in the night in which clocks change', () => {
    const autumn = Date.parse('2026-10-25T03:30:00Z');
    const records = [
      merged('c0', { sha: '0000000', endedAt: autumn - 9 * HOUR }),
      deployed('d0', { sha: '0000000', startedAt: autumn - 8 * HOUR }),
      merged('c', {
        sha: '1111111',
        endedAt: autumn - HOUR,
        // 02:30 in Berlin for the first time; the deployment ends at 02:30 the second time and two hours later.
        headCommitAt: Date.parse('2026-10-25T02:30:00+02:00'),
      }),
      deployed('d', { sha: '1111111', startedAt: autumn, endedAt: autumn }),
    ];

    const value = measureFact(
      changeLeadTimeHeadCommit,
      inputOf(records, { now: autumn + DAY }),
    );

    expect(value).toMatchObject({ value: 3 * 3600 });
  });

  it('spreads over the answer scale', () => {
    const value = measureFact(changeLeadTimeFirstCommit, inputOf(daily(20)));

    expect(value).toMatchObject({
      distribution: { count: 19, p50: 93600, max: 93600 },
    });
  });
});

describe('deployment frequency', () => {
  it('tells the days of whole weeks from Monday, empty ones among them', () => {
    const records = [
      ...['a', 'b'].map(id =>
        deployed(id, { startedAt: Date.parse('2026-11-03T09:00:00Z') }),
      ),
      deployed('c', { startedAt: Date.parse('2026-11-08T23:00:00Z') }),
      deployed('e', { startedAt: Date.parse('2026-11-16T00:00:00Z') }),
    ];

    const value = measureFact(deploymentFrequency, inputOf(records));

    expect(value).toMatchObject({
      value: 1,
      parts: [
        { key: 'week of 2026-11-02', value: 2 },
        { key: 'week of 2026-11-09', value: 0 },
        { key: 'week of 2026-11-16', value: 1 },
      ],
      because:
        '4 production deployments, 28 days to 23 Nov 2026; in the median week on 1 day (UTC, since no owner names a time zone).',
    });
  });
});

describe('change fail rate', () => {
  const ten = many(10, 'd', id => deployed(id, { startedAt: ago(40, 'd') }));
  const again = many(5, 'r', id =>
    deployed(id, { sha: 'sha-of-d1', startedAt: ago(30, 'd') }),
  );

  it.each([
    { profile: profiles.default, gives: 0.1, says: /of distinct changes/ },
    {
      profile: { ...profiles.default, denominator: 'deployments' as const },
      gives: 1 / 15,
      says: /1 of 15 production deployments .* of all deployments/,
    },
  ])('is $gives by its policy, and says which', given => {
    const settings = { ...defaultSettings, attribution: given.profile };
    const records = [...ten, ...again, causedBy('d1', 'i')];

    const value = measureFact(changeFailRate, inputOf(records, { settings }));

    expect(value).toMatchObject({ value: given.gives });
    expect(value.because).toMatch(given.says);
  });

  it('counts a failure that another service felt', () => {
    const theirs: IncidentRecord = incident('theirs', {
      startedAt: ago(39, 'd'),
    });
    const attribution: Attribution = {
      incident: theirs.id,
      incidentStartedAt: theirs.startedAt,
      method: 'explicit',
      cause: 'd2',
      confidence: 1,
      profile: 'default',
      ruleVersion: 'r',
      evidence: [],
      candidates: [],
      incidentOwner: { status: 'unknown', because: 'Not of interest.' },
    };

    const value = measureFact(
      changeFailRate,
      inputOf(ten, { foreignCharges: [{ attribution, incident: theirs }] }),
    );

    expect(value).toMatchObject({
      value: 0.1,
      parts: [{ key: 'explicit', value: 1, records: ['d2', 'theirs'] }],
    });
  });

  it('says where an incident is charged to a rollback, which is no change', () => {
    const records = [
      deployed('old', { startedAt: ago(120, 'd') }),
      ...ten,
      deployed('back', { sha: 'sha-of-old', startedAt: ago(20, 'd') }),
      causedBy('back', 'i', { startedAt: ago(20, 'd') + HOUR }),
    ];

    const value = measureFact(changeFailRate, inputOf(records));

    expect(value).toMatchObject({ value: 0, sampleSize: 10 });
    expect(value.because).toMatch(
      /1 incident is charged to a rollback or redeployment, which is no change\.$/,
    );
  });

  it('takes a redeployment for a change once the first is out of memory, and knows when', () => {
    const records = [
      deployed('old', { endedAt: ago(179, 'd'), startedAt: ago(179, 'd') }),
      ...ten,
      deployed('again', { sha: 'sha-of-old', startedAt: ago(20, 'd') }),
    ];
    const turns = ago(179, 'd') + 180 * DAY + 1;
    const at = (now: number) =>
      measurePrepared(changeFailRate, prepareFacts(inputOf(records, { now })));

    expect(at(referenceNow).nextChangeAt).toBe(turns);
    expect(at(turns - 1).value.sampleSize).toBe(10);
    expect(at(turns).value.sampleSize).toBe(11);
  });

  it('moves with an incident that comes late, in the window of its deployment', () => {
    const late = causedBy('d1', 'i', { startedAt: ago(39, 'd') });
    const before = inputOf(ten, { now: ago(30, 'd') });

    expect(measureFact(changeFailRate, before)).toMatchObject({ value: 0 });
    expect(
      measureFact(changeFailRate, { ...before, records: [...ten, late] }),
    ).toMatchObject({ value: 0.1 });
  });
});

describe('failed deployment recovery time', () => {
  it('has one value a change, placed when its deployment finished', () => {
    const at = ago(40, 'd');
    const records = [
      deployed('d', { startedAt: at - HOUR, endedAt: at }),
      causedBy('d', 'i', { startedAt: at, endedAt: at + HOUR }),
      causedBy('d', 'j', { startedAt: at, endedAt: at + 3 * HOUR }),
      deployed('e', { startedAt: ago(2, 'd') }),
      causedBy('e', 'k', { startedAt: ago(1, 'd'), endedAt: undefined }),
    ];

    const { value, values } = measureValues(
      failedDeploymentRecoveryTime,
      inputOf(records),
    );

    expect(values).toEqual([{ record: 'd', at, value: 3 * 3600 }]);
    expect(value.because).toBe(
      'Median 3 h over 1 failed change, too few to say how far that is off, 90 days to 23 Nov 2026; 1 more is not recovered from yet.',
    );
  });

  it('has none while the rollback is on its way', () => {
    const at = ago(3, 'd');
    const records = [
      deployed('a', { sha: 'one', startedAt: at - DAY }),
      deployed('d', { sha: 'two', startedAt: at - HOUR, endedAt: at }),
      incident('i', { startedAt: at, endedAt: at + 2 * HOUR }),
      deployed('back', {
        sha: 'one',
        startedAt: at + HOUR,
        state: 'executing',
        result: undefined,
        endedAt: undefined,
      }),
    ];

    expect(known(failedDeploymentRecoveryTime, records)).toBe(
      'insufficient-data',
    );
  });
});

describe('every delivery metric', () => {
  const records: ServiceRecord[] = [
    ...daily(60),
    deployed('back', { sha: '1000020', startedAt: ago(18, 'd') }),
    deployed('broken', { result: 'failure', startedAt: ago(17, 'd') }),
    deployed('stage', { environment: 'staging' }),
    causedBy('production-12', 'i', { startedAt: ago(12, 'd') + HOUR }),
    causedBy('production-12', 'j', { startedAt: ago(12, 'd') + HOUR }),
    incident('merged', { startedAt: ago(9, 'd'), mergedInto: 'i' }),
    incident('around', { startedAt: ago(19, 'd'), endedAt: ago(17, 'd') }),
    incident('open', { startedAt: ago(1, 'd') + HOUR, endedAt: undefined }),
  ];

  it.each(dora)('$id is the same in any order of arrival', fact => {
    const expected = measureValues(fact, inputOf(records));

    fc.assert(
      fc.property(
        fc.shuffledSubarray(records, { minLength: records.length }),
        shuffled => {
          expect(measureValues(fact, inputOf(shuffled))).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});
