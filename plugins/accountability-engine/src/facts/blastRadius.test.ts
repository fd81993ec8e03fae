import {
  Attribution,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measureFact } from '../measureFact';
import { FactInput } from '../prepareFacts';
import {
  ago,
  causedBy,
  deployed,
  incident,
  many,
  referenceNow,
} from '../testing';
import { blastRadius } from './blastRadius';

/** Ten deployments that each broke this service. */
const records = many(10, 'd', id => [
  deployed(id, { startedAt: ago(100, 'd') }),
  causedBy(id, `i-${id}`, { startedAt: ago(99, 'd') }),
]).flat();

/** An incident of another service that is charged to a deployment of this one. */
function foreign(
  cause: string,
  id: string,
  given: Partial<IncidentRecord> & Pick<Partial<Attribution>, 'method'> = {},
) {
  const { method = 'explicit', ...ofIncident } = given;
  const one = incident(id, {
    subject: 'test:acme/search',
    startedAt: ago(99, 'd'),
    ...ofIncident,
  });
  const attribution: Attribution = {
    incident: id,
    incidentStartedAt: one.startedAt,
    method,
    cause,
    causeService: exampleService.entityRef,
    confidence: 1,
    profile: 'default',
    ruleVersion: '1',
    evidence: [],
    candidates: [],
    incidentOwner: { status: 'unknown', because: 'Not of interest.' },
  };
  return { attribution, incident: one };
}

function measure(given: Partial<FactInput>) {
  return measureFact(blastRadius, {
    now: referenceNow,
    service: exampleService,
    records,
    collectedKinds: ['deployment', 'incident'],
    sourceKinds: ['deployment', 'incident'],
    settings: defaultSettings,
    ...given,
  });
}

describe('the blast radius', () => {
  it.each([
    {
      given: 'an incident of another service charged beside its own',
      input: { foreignCharges: [foreign('d1', 'f1')] },
      gives: 0.1,
      says: 'the widest hit 2 services',
    },
    {
      given: 'two incidents of the same other service, one event',
      input: { foreignCharges: [foreign('d1', 'f1'), foreign('d1', 'f2')] },
      gives: 0.1,
      says: 'the widest hit 2 services',
    },
    {
      given: 'incidents of two other services',
      input: {
        foreignCharges: [
          foreign('d1', 'f1'),
          foreign('d1', 'f2', { subject: 'test:acme/mail' }),
          foreign('d2', 'f3'),
        ],
      },
      gives: 0.2,
      says: 'the widest hit 3 services',
    },
    {
      given: 'its own incident begun together with those of four others',
      input: {
        bursts: [
          {
            incident: 'i-d1',
            services: 5,
            from: ago(99, 'd'),
            to: ago(99, 'd'),
          },
        ],
      },
      gives: 0.1,
      says: 'the widest hit 5 services',
    },
    {
      given: 'another service that a dependency alone speaks for',
      input: {
        foreignCharges: [foreign('d1', 'f1', { method: 'dependency' })],
      },
      gives: 0,
      says: '0 of 10',
    },
    {
      given: 'an incident of another service that was merged into another',
      input: { foreignCharges: [foreign('d1', 'f1', { mergedInto: 'f0' })] },
      gives: 0,
      says: '0 of 10',
    },
  ])('is $gives with $given', ({ input, gives, says }) => {
    const value = measure(input);

    expect(value).toMatchObject({ status: 'known', value: gives });
    expect(value.because).toContain(says);
  });

  it('counts what broke another service alone as an event of its own', () => {
    const others = deployed('d11', { startedAt: ago(100, 'd') });

    const value = measure({
      records: [...records, others],
      foreignCharges: [foreign('d11', 'f1')],
    });

    expect(value).toMatchObject({ value: 0, sampleSize: 11 });
    expect(value.evidence).toContain('f1');
  });
});
