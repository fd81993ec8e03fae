import {
  Attribution,
  AttributionCandidate,
} from 'backstage-plugin-accountability-common';
import { hideInLink } from './hideInLink';
import { RecordSight } from './RecordSight';

const owner = { status: 'unknown', because: 'Nobody owned it.' } as const;
const link: Attribution = {
  incident: 'i',
  incidentStartedAt: 2,
  method: 'linked',
  cause: 'own:1',
  lagMs: 1,
  confidence: 0.95,
  profile: 'default',
  ruleVersion: 'r5',
  evidence: ['It was seen.'],
  candidates: [],
  incidentOwner: owner,
  causeOwner: owner,
};
const candidate = (record: string, service?: string): AttributionCandidate => ({
  ...{ record, service, method: 'temporal', lagMs: 1 },
  ...{ confidence: 0.1, whyNot: 'It came later.' },
});

/** Of what may be seen begins with `own`, of what may not with `other`; of the rest nobody knows. */
const partly: RecordSight = {
  all: false,
  service: ref => ref.startsWith('own'),
  record: id => (/^(own|other)/.test(id) ? id.startsWith('own') : undefined),
  shows: id => id.startsWith('own'),
  claim: ({ record = '' }) => record.startsWith('own'),
};
const all: RecordSight = {
  ...{ all: true, service: () => true, record: () => true },
  ...{ shows: () => true, claim: () => true },
};
const hiddenCause = {
  causeHidden: true,
  confidence: 0.95,
  method: 'linked',
  evidence: ['The cause is a change of a service that you may not see.'],
};
const hiddenName =
  'Named as the cause is a change of a service that you may not see, or one that nothing is known of.';

describe('a link', () => {
  it.each<{ given: string; more: Partial<Attribution>; gives: object }>([
    { given: 'to a deployment of the service itself', more: {}, gives: link },
    {
      given: 'to one that is no longer kept',
      more: { cause: 'gone:1' },
      gives: { cause: 'gone:1', evidence: ['It was seen.'] },
    },
    {
      given: 'to one of a service that may be seen',
      more: { cause: 'own:2', causeService: 'own-service' },
      gives: { cause: 'own:2', causeService: 'own-service' },
    },
    {
      given: 'to one of a service that may not',
      more: { cause: 'gone:1', causeService: 'other-service' },
      gives: hiddenCause,
    },
    {
      given: 'to one that belongs to such a service by now',
      more: { cause: 'other:1' },
      gives: hiddenCause,
    },
    {
      given: 'with a name of what may be seen',
      more: { named: { by: 'person', record: 'own:2', sha: 'b81f0c4' } },
      gives: {
        named: { record: 'own:2' },
        evidence: [
          'It was seen.',
          'Named as the cause is record own:2, commit b81f0c4.',
        ],
      },
    },
    {
      given: 'with a name of what may not',
      more: { named: { by: 'person', record: 'other:1', version: 'other' } },
      gives: {
        cause: 'own:1',
        namedHidden: true,
        evidence: ['It was seen.', hiddenName],
      },
    },
    {
      given: 'with a name that nobody knows',
      more: { named: { by: 'machine', artifact: 'other' } },
      gives: { namedHidden: true, evidence: ['It was seen.', hiddenName] },
    },
    {
      given: 'of an earlier rule, which may quote what is named',
      more: { ruleVersion: 'r4', evidence: ['The named cause, other:1.'] },
      gives: {
        cause: 'own:1',
        evidence: [expect.stringContaining('An earlier version of the rule')],
      },
    },
    {
      given: 'with candidates of others',
      more: {
        candidates: [
          candidate('own:2'),
          candidate('other:1'),
          candidate('gone:1', 'other-service'),
        ],
      },
      gives: { candidates: [{ record: 'own:2' }] },
    },
    {
      given: 'with a remedy that undid one that is others’ by now',
      more: {
        remedy: {
          ...{ kind: 'rollback', record: 'own:3' },
          undone: ['other:1', 'own:1'],
        },
      },
      gives: { remedy: { record: 'own:3', undone: ['own:1'] } },
    },
  ])('$given', ({ more, gives }) => {
    const shown = hideInLink({ ...link, ...more }, partly);

    expect(shown).toMatchObject(gives);
    expect(JSON.stringify(shown)).not.toContain('other');
  });

  it('is whole to who may see everything', () => {
    const whole = {
      ...link,
      ...{ ruleVersion: 'r4', evidence: ['The named cause, other:1.'] },
      ...{ cause: 'other:2', causeService: 'other-service' },
      candidates: [candidate('gone:1', 'other-service')],
    };

    expect(hideInLink(whole, all)).toEqual(whole);
  });

  it('says of a decision on a hidden cause who took it and when, and not why', () => {
    const shown = hideInLink(
      {
        ...{ ...link, cause: 'other:1' },
        decision: { id: 'd', by: 'user:default/lee', at: 3, reason: 'other:1' },
      },
      partly,
    );

    expect(shown.decision).toEqual({
      ...{ id: 'd', by: 'user:default/lee', at: 3 },
      reason: 'The reason speaks of a service that you may not see.',
    });
  });
});
