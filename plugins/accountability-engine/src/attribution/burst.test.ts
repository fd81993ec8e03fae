import { HOUR, MINUTE } from '../time';
import { back, bad, before, charge, old, t, v } from './__testUtils__/charging';
import { IncidentBurst } from './IncidentBurst';
import { profiles } from './profiles';

const burst: IncidentBurst = {
  incident: 'i',
  services: 5,
  from: t - MINUTE,
  to: t,
};
const near = [before('a', HOUR)];

describe('an incident that began together with those of other services', () => {
  it('is charged to nobody by time alone, and says so', () => {
    const link = charge(near, {}, { bursts: [burst] });

    expect(link).toMatchObject({
      method: 'none',
      burst: { services: 5, from: t - MINUTE, to: t },
      evidence: [
        'Incidents of 5 services began within 2 min of each other: an event of the platform, for which time alone charges nobody.',
      ],
      candidates: [
        {
          record: 'a',
          whyNot:
            'Several services broke together; time alone charges nobody then.',
        },
      ],
    });
    expect(link).not.toHaveProperty('cause');
  });

  it('is charged by time where all others depend on its service', () => {
    expect(
      charge(near, {}, { bursts: [{ ...burst, cascade: 'root' }] }),
    ).toMatchObject({ method: 'temporal', cause: 'a' });
  });

  it('is not where all depend on another of them', () => {
    expect(
      charge(near, {}, { bursts: [{ ...burst, cascade: 'downstream' }] }),
    ).toMatchObject({
      method: 'none',
      evidence: [
        'Incidents of 5 services began within 2 min of each other, and all others depend on one of them: a cascade, which time alone charges to that one.',
      ],
    });
  });

  it.each([
    {
      given: 'a claim',
      deployments: near,
      incident: { cause: { by: 'machine' as const, record: 'a' } },
      gives: { method: 'linked', cause: 'a' },
    },
    {
      given: 'a rollback',
      deployments: [old, bad, v('1', back)],
      incident: { endedAt: t + 2 * HOUR },
      gives: { method: 'remediation', cause: 'bad' },
    },
  ])('is charged as ever by $given', ({ deployments, incident, gives }) => {
    expect(charge(deployments, incident, { bursts: [burst] })).toMatchObject(
      gives,
    );
  });

  it.each([profiles.devlake, profiles.middleware])(
    'is charged as any other by the profile $name, which knows of none',
    profile => {
      const link = charge(near, {}, { bursts: [burst], profile });

      expect(link).toMatchObject({ method: 'temporal', cause: 'a' });
      expect(link).not.toHaveProperty('burst');
    },
  );
});
