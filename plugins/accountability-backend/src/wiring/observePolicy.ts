import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { exemptionStates } from 'backstage-plugin-accountability-common';
import { readBehindScrapes } from './figures/readBehindScrapes';
import { StandingFigures, UnknownFactShare } from './figures/StandingFigures';
import { Gauge, offerGauges } from './offerGauges';

const SECOND_MS = 1000;
/** Counts over all services are read once in this time, whatever is scraped; facts of each service less often. */
const FIGURES_FRESH_MS = 60 * SECOND_MS;
const UNKNOWN_FRESH_MS = 30 * 60 * SECOND_MS;

/** By name. None says anything of a single service: there are thousands. */
const gauges: Record<string, Gauge<StandingFigures>> = {
  check_results: {
    description: 'Check results of all services, by scorecard and status',
    unit: '{check}',
    of: ({ results }) =>
      results.map(({ scorecard, status, checks }) => [
        checks,
        { scorecard, status },
      ]),
  },
  services: {
    description: 'Services by scorecard and the level they have reached',
    unit: '{service}',
    of: ({ levels }) =>
      levels.map(({ scorecard, level = 'none', services }) => [
        services,
        { scorecard, level },
      ]),
  },
  'coverage.known': {
    description: 'Applicable checks whose result is known',
    unit: '{check}',
    of: ({ coverage }) => [[coverage.known]],
  },
  'coverage.applicable': {
    description: 'Applicable checks',
    unit: '{check}',
    of: ({ coverage }) => [[coverage.applicable]],
  },
  services_behind_policy: {
    description: 'Services that are still judged by an earlier policy',
    unit: '{service}',
    of: ({ policy }) => [[policy.behind]],
  },
  'policy.faults': {
    description: 'Faults of policy as it was read last',
    unit: '{fault}',
    of: ({ policy }) => [[policy.faults]],
  },
  'policy.rules': {
    description:
      'Rules in force, kept from earlier files, or refused for their faults',
    unit: '{rule}',
    of: ({ policy }) => [
      [policy.rulesActive, { state: 'active' }],
      [policy.rulesKept, { state: 'kept' }],
      [policy.rulesRefused, { state: 'refused' }],
    ],
  },
  'policy.documents_refused': {
    description: 'Documents of policy that are in force in no form',
    unit: '{document}',
    of: ({ policy }) => [[policy.documentsRefused]],
  },
  'policy.sources_failed': {
    description: 'Places of policy that could not be read last',
    unit: '{place}',
    of: ({ policy }) => [[policy.sourcesFailed]],
  },
  'policy.read_age_seconds': {
    description: 'Since the least fresh place of policy was last read',
    unit: 's',
    of: ({ policy }) =>
      policy.secondsSinceRead === undefined ? [] : [[policy.secondsSinceRead]],
  },
  exemptions: {
    description: 'Exemptions by state',
    unit: '{exemption}',
    of: ({ exemptions }) =>
      exemptionStates.map(state => [exemptions[state], { state }]),
  },
};

/**
 * Offers how policy and services stand as gauges. All replicas read the same
 * tables, so take the maximum over replicas, never the sum.
 */
export function observePolicy(options: {
  metrics: MetricsService;
  readFigures(): Promise<StandingFigures>;
  readUnknown(): Promise<UnknownFactShare[]>;
  now(): number;
  /** Told why unknown facts could not be read. */
  onFailed(error: unknown): void;
}): void {
  const { metrics, now } = options;
  offerGauges(metrics, gauges, {
    readFigures: options.readFigures,
    freshMs: FIGURES_FRESH_MS,
    now,
  });
  const unknown = readBehindScrapes(options.readUnknown, {
    freshMs: UNKNOWN_FRESH_MS,
    now,
    onFailed: options.onFailed,
  });
  metrics
    .createObservableGauge('accountability.fact.unknown_ratio', {
      description:
        'Share of services of which a fact is unknown today, the 50 largest',
      unit: '1',
    })
    .addCallback(result => {
      for (const { fact, share } of unknown()) result.observe(share, { fact });
    });
}
