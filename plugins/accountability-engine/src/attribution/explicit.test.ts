import { CauseClaim } from 'backstage-plugin-accountability-common';
import { deployed } from '../testing';
import { DAY, HOUR, MINUTE } from '../time';
import { before, charge, t } from './__testUtils__/charging';
import { CauseOverride } from './CauseOverride';
import { profiles } from './profiles';

describe('what a person named where the incident was written up', () => {
  it.each<{
    given: string;
    deployments: Parameters<typeof charge>[0];
    cause: Omit<CauseClaim, 'by'>;
    gives: object;
  }>([
    {
      given: 'a record, against everything that is nearer',
      deployments: [before('a', 20 * DAY), before('b', HOUR)],
      cause: { record: 'a' },
      gives: { method: 'explicit', cause: 'a', confidence: 1 },
    },
    {
      given: 'a record that began after the noted start and before the end',
      deployments: [before('a', -10 * MINUTE)],
      cause: { record: 'a' },
      gives: { method: 'explicit', cause: 'a', lagMs: -10 * MINUTE },
    },
    {
      given: 'a record that began after the end',
      deployments: [before('a', -31 * MINUTE)],
      cause: { record: 'a' },
      gives: { method: 'none' },
    },
    {
      given: 'a record of 90 days ago, to the millisecond',
      deployments: [before('a', 90 * DAY)],
      cause: { record: 'a' },
      gives: { method: 'explicit', cause: 'a' },
    },
    {
      given: 'a record a millisecond further back',
      deployments: [before('a', 90 * DAY + 1)],
      cause: { record: 'a' },
      gives: { method: 'none' },
    },
    {
      given: 'a deployment of staging, so time decides',
      deployments: [
        before('s', HOUR, { environment: 'staging' }),
        before('p', 2 * HOUR),
      ],
      cause: { record: 's' },
      gives: { method: 'temporal', cause: 'p' },
    },
    {
      given: 'a record of which the environment is unknown',
      deployments: [before('a', HOUR, { environment: undefined })],
      cause: { record: 'a' },
      gives: { method: 'explicit', cause: 'a' },
    },
    {
      given: 'what this service does not have, so time decides',
      deployments: [before('p', 2 * HOUR)],
      cause: { record: 'elsewhere' },
      gives: { method: 'temporal', cause: 'p' },
    },
    {
      given: 'a record that is gone and the commit that it brought',
      deployments: [before('a', HOUR, { sha: 'b81f0c4d2e' })],
      cause: { record: 'gone', sha: 'b81f0c4' },
      gives: { method: 'explicit', cause: 'a' },
    },
    {
      given: 'nothing at all',
      deployments: [before('p', 2 * HOUR)],
      cause: {},
      gives: { method: 'temporal', cause: 'p' },
    },
  ])('$given: $gives.method', ({ deployments, cause, gives }) => {
    expect(
      charge(deployments, { cause: { by: 'person', ...cause } }),
    ).toMatchObject(gives);
  });

  it.each([
    {
      named: { record: 's' },
      says: 'The deployment of sha-of- that is named as the cause went to staging, not to production.',
    },
    {
      named: { record: 'c' },
      says: 'The deployment of sha-of- that is named as the cause was cancelled or never began.',
    },
    {
      named: { sha: 'b81f0c4' },
      says: "The named cause is not among this service's deployments of the 90 days before.",
    },
    { named: {}, says: 'A cause is claimed, but none is named.' },
  ])('that is no possible cause: $says', ({ named, says }) => {
    const answer = charge(
      [
        before('s', HOUR, { environment: 'staging' }),
        before('c', HOUR, { result: 'cancellation' }),
      ],
      { cause: { by: 'person', ...named } },
    );

    expect(answer?.evidence[0]).toBe(says);
  });

  it('is kept beside the sentences where it is not among the deployments of the service, and no sentence quotes it', () => {
    const cause = {
      by: 'person' as const,
      record: 'github:deployment:acme/ledger:1',
      sha: 'b81f0c4',
      artifact: 'ghcr.io/acme/ledger:1',
    };

    const answer = charge([before('p', HOUR)], { cause });

    expect(answer).toMatchObject({ method: 'temporal', named: cause });
    expect(answer?.evidence.join(' ')).not.toMatch(/ledger|b81f0c4/);
  });
});

const decision = {
  id: 'o1',
  by: 'user:default/ann',
  at: t + DAY,
  reason: 'The postmortem says so.',
};
const ledger = { status: 'known', owner: 'ledger', resolves: true } as const;

function decide(cause?: CauseOverride['cause']): CauseOverride {
  return { incident: 'i', decision, cause };
}

describe('what was decided here', () => {
  const deployments = [before('a', 20 * DAY), before('b', HOUR)];

  it.each([
    {
      given: 'a deployment of the service, however old',
      override: decide({ record: before('a', 20 * DAY), owner: ledger }),
      gives: { method: 'explicit', cause: 'a', confidence: 1, decision },
    },
    {
      given: 'that no change is the cause',
      override: decide(),
      gives: {
        method: 'explicit',
        confidence: 1,
        decision,
        evidence: [
          'It was decided that no change is the cause: The postmortem says so.',
        ],
      },
    },
    {
      given: 'a deployment of another service, charged to its owner then',
      override: decide({
        record: deployed('l', { startedAt: t - 2 * HOUR }),
        service: 'component:default/ledger',
        owner: ledger,
      }),
      gives: {
        method: 'explicit',
        cause: 'l',
        causeService: 'component:default/ledger',
        causeOwner: ledger,
        lagMs: 2 * HOUR,
      },
    },
    {
      given: 'a deployment that is gone from the records',
      override: decide({ record: deployed('gone'), owner: ledger }),
      gives: { method: 'explicit', cause: 'gone', causeOwner: ledger },
    },
    {
      given: 'a deployment that no rule would take, to staging',
      override: decide({
        record: deployed('s', { environment: 'staging' }),
        owner: ledger,
      }),
      gives: { method: 'explicit', cause: 's' },
    },
  ])('$given', ({ override, gives }) => {
    const cause = { by: 'person', record: 'b' } as const;

    const answer = charge(deployments, { cause }, { overrides: [override] });

    expect(answer).toMatchObject(gives);
  });

  it.each([profiles.devlake, profiles.middleware])(
    'holds in the profile $name, which asks no other rung',
    profile => {
      const overrides = [decide()];

      const answer = charge(deployments, {}, { profile, overrides });

      expect(answer).toMatchObject({ method: 'explicit', decision });
      expect(answer?.cause).toBeUndefined();
    },
  );

  it('that no change is the cause leaves no trace of one', () => {
    const answer = charge(deployments, {}, { overrides: [decide()] });

    for (const key of ['cause', 'causeOwner', 'lagMs', 'remedy']) {
      expect(answer).not.toHaveProperty(key);
    }
  });

  it('of another incident changes nothing', () => {
    const overrides = [{ ...decide(), incident: 'j' }];

    const answer = charge(deployments, {}, { overrides });

    expect(answer).toEqual(charge(deployments));
  });

  it('says of every candidate that it was decided otherwise', () => {
    const answer = charge(deployments, {}, { overrides: [decide()] });

    expect(answer?.candidates).toMatchObject([
      { record: 'b', whyNot: 'It was decided that no change is the cause.' },
    ]);
  });
});
