import { mockServices } from '@backstage/backend-test-utils';
import { application } from './application';
import { environmentOf } from './environmentOf';
import { readEnvironmentRules } from './readEnvironmentRules';

const environments = [
  { environment: 'production', cluster: '*-prod', namespace: 'pay*' },
  { environment: 'Prod', cluster: 'https://prod.acme.example' },
  { environment: 'qa', project: 'quality' },
  { environment: 'preview', application: 'pr-*-payments' },
];

const rules = readEnvironmentRules(
  mockServices.rootConfig({
    data: { accountability: { sources: { argocd: { environments } } } },
  }),
);

const payments = { uid: 'u-1', name: 'payments' };

describe('the environment of an application', () => {
  it.each([
    { given: { environment: 'Staging ' }, gives: 'staging' },
    { given: { environment: 'prod' }, gives: 'production' },
    { given: { environment: 'pre-production' }, gives: 'pre-production' },
    {
      given: { destination: { name: 'eu-prod', namespace: 'payments' } },
      gives: 'production',
    },
    {
      given: { destination: { name: 'eu-prod', namespace: 'ledger' } },
      gives: undefined,
    },
    {
      given: { destination: { server: 'https://prod.acme.example' } },
      gives: 'production',
    },
    {
      given: { destination: { server: 'https://prodXacme.example' } },
      gives: undefined,
    },
    {
      given: {
        environment: 'staging',
        destination: { server: 'https://prod.acme.example' },
      },
      gives: 'staging',
    },
    { given: { project: 'quality', destination: null }, gives: 'qa' },
    {
      given: { metadata: { uid: 'u', name: 'pr-7-payments' } },
      gives: 'preview',
    },
    { given: { environment: null }, gives: undefined },
    { given: { environment: ' ' }, gives: undefined },
    { given: { environment: 7 }, gives: undefined },
  ])('is $gives by $given', ({ given, gives }) => {
    const read = application.parse({ metadata: payments, ...given });

    expect(environmentOf(read, rules)).toBe(gives);
  });

  it('is that of a rule without patterns where no other fits', () => {
    const read = application.parse({ metadata: payments });

    expect(
      environmentOf(read, [
        { environment: 'qa', patterns: { project: 'quality' } },
        { environment: 'production', patterns: {} },
      ]),
    ).toBe('production');
  });

  it('has no rules where none are configured', () => {
    expect(readEnvironmentRules(undefined)).toEqual([]);
  });
});
