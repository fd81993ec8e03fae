import { HOUR } from './time';
import { measureReported } from './measureReported';
import { referenceNow as now } from './testing';

const fact = {
  id: 'sonar.coverage',
  unit: 'ratio',
  provider: 'sonar',
  maxAgeMs: 48 * HOUR,
} as const;

const told = (hoursAgo: number) => ({
  value: 0.8,
  observedAt: now - hoursAgo * HOUR,
});

describe('a fact that others measure', () => {
  it.each([
    {
      given: 'told within its time',
      measured: measureReported(fact, told(47), now),
      gives: { status: 'known', value: 0.8, observedAt: now - 47 * HOUR },
    },
    {
      given: 'told exactly so long ago',
      measured: measureReported(fact, told(48), now),
      gives: { status: 'unknown', reason: 'stale' },
    },
    {
      given: 'never told of this service',
      measured: measureReported(fact, undefined, now),
      gives: { status: 'unknown', reason: 'never-collected' },
    },
    {
      given: 'of a provider that told nothing yet',
      measured: measureReported({ ...fact, silent: true }, undefined, now),
      gives: { status: 'unknown', reason: 'no-source' },
    },
  ])('is $gives.status where $given', ({ measured, gives }) => {
    expect(measured.value).toMatchObject({
      id: fact.id,
      unit: 'ratio',
      ...gives,
      because: expect.stringMatching(/^(Told by )?sonar.*\.$/),
    });
  });

  it('turns at the very instant at which it is too old', () => {
    const { nextChangeAt } = measureReported(fact, told(1), now);

    expect(nextChangeAt).toBe(now + 47 * HOUR);
    const at = nextChangeAt ?? now;
    const statusAt = (instant: number) =>
      measureReported(fact, told(1), instant).value.status;
    expect([statusAt(at - 1), statusAt(at)]).toEqual(['known', 'unknown']);
  });

  it('has no turn where it is unknown', () => {
    expect(measureReported(fact, undefined, now)).not.toHaveProperty(
      'nextChangeAt',
    );
  });

  it('says as of when it was measured, so that the same is said of the same', () => {
    const said = [now, now + HOUR].map(
      at => measureReported(fact, told(1), at).value.because,
    );

    expect(said[0]).toBe('Told by sonar, as of 23 Nov 2026, 11:00:00 UTC.');
    expect(said[1]).toBe(said[0]);
  });
});
