import { ConfigReader } from '@backstage/config';
import {
  defaultSettings,
  profiles,
} from 'backstage-plugin-accountability-engine';
import { readAttribution } from './readAttribution';

function read(attribution: object) {
  return readAttribution(new ConfigReader({ accountability: { attribution } }));
}

const HOUR = 3_600_000;

describe('accountability.attribution', () => {
  it('left out is the evidence ladder with a window of 24 hours', () => {
    const settings = readAttribution(new ConfigReader({}));

    expect(settings).toEqual(defaultSettings);
    expect(settings.attribution).toMatchObject({
      name: 'default',
      rungs: ['explicit', 'linked', 'remediation', 'temporal'],
      scope: 'service',
      anchor: 'started',
      comparator: 'at-or-before',
      incidentFrom: 'impact',
      windowMs: 24 * HOUR,
      results: 'reached',
      redeploys: false,
      bursts: 'apart',
      denominator: 'changes',
    });
  });

  it.each([
    { given: {}, gives: profiles.default },
    { given: { profile: 'default' }, gives: profiles.default },
    { given: { profile: 'devlake' }, gives: profiles.devlake },
    { given: { profile: 'middleware' }, gives: profiles.middleware },
    {
      given: { window: { hours: 6 } },
      gives: { ...profiles.default, windowMs: 6 * HOUR },
    },
    {
      given: { window: 'PT90M' },
      gives: { ...profiles.default, windowMs: 1.5 * HOUR },
    },
    {
      given: { window: '2 days' },
      gives: { ...profiles.default, windowMs: 48 * HOUR },
    },
    {
      given: { scope: 'system', anchor: 'finished', comparator: 'before' },
      gives: {
        ...profiles.default,
        scope: 'system',
        anchor: 'finished',
        comparator: 'before',
      },
    },
    {
      given: {
        incidentFrom: 'opened',
        results: 'success',
        bursts: 'charged',
        denominator: 'deployments',
      },
      gives: {
        ...profiles.default,
        incidentFrom: 'opened',
        results: 'success',
        bursts: 'charged',
        denominator: 'deployments',
      },
    },
    {
      given: { profile: 'devlake', window: { hours: 6 } },
      gives: {
        ...profiles.devlake,
        name: 'devlake, changed',
        windowMs: 6 * HOUR,
      },
    },
    {
      given: { profile: 'middleware', scope: 'service' },
      gives: {
        ...profiles.middleware,
        name: 'middleware, changed',
        scope: 'service',
      },
    },
    {
      given: { profile: 'devlake', scope: 'project' },
      gives: {
        ...profiles.devlake,
        name: 'devlake, changed',
        scope: 'project',
      },
    },
    {
      given: { profile: 'devlake', scope: 'project-or-system' },
      gives: { ...profiles.devlake, name: 'devlake, changed' },
    },
    {
      given: { profile: 'middleware', hotfixTitle: '^fix' },
      gives: profiles.middleware,
    },
  ])('of $given gives the profile $gives.name', ({ given, gives }) => {
    expect(read(given).attribution).toEqual(gives);
  });

  it.each([
    { title: 'Hotfix: totals', usual: true, own: false },
    { title: 'hot-fix totals', usual: true, own: false },
    { title: 'Fix for incident 412', usual: true, own: false },
    { title: 'Incidental change', usual: false, own: false },
    { title: 'URGENT: totals', usual: false, own: true },
  ])(
    'takes “$title” for made to mend: $usual, by a pattern of its own: $own',
    ({ title, usual, own }) => {
      const { hotfixTitle } = read({ hotfixTitle: '^urgent' });

      expect(defaultSettings.hotfixTitle.test(title)).toBe(usual);
      expect(hotfixTitle.test(title)).toBe(own);
    },
  );

  it.each([
    {
      given: { profile: 'dora' },
      says: 'accountability.attribution.profile is dora; it is one of default, devlake, middleware',
    },
    {
      given: { scope: 'team' },
      says: 'accountability.attribution.scope is team; it is one of service, system, project, project-or-system, owner',
    },
    {
      given: { anchor: 'created' },
      says: 'accountability.attribution.anchor is created; it is one of started, finished',
    },
    {
      given: { comparator: '<' },
      says: 'accountability.attribution.comparator is <; it is one of before, at-or-before',
    },
    {
      given: { incidentFrom: 'created' },
      says: 'accountability.attribution.incidentFrom is created; it is one of impact, opened',
    },
    {
      given: { results: 'all' },
      says: 'accountability.attribution.results is all; it is one of reached, success',
    },
    {
      given: { denominator: 'all' },
      says: 'accountability.attribution.denominator is all; it is one of changes, deployments',
    },
    {
      given: { hotfixTitle: '(' },
      says: 'accountability.attribution.hotfixTitle is no regular expression',
    },
    { given: { window: 'often' }, says: 'accountability.attribution.window' },
    { given: { scope: 7 }, says: 'accountability.attribution.scope' },
  ])('refuses $given by name', ({ given, says }) => {
    expect(() => read(given)).toThrow(says);
  });
});
