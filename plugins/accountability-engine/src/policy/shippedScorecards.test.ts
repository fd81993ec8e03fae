import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { burdens } from 'backstage-plugin-accountability-common';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { FactType } from './PolicyEngine';
import { compilePolicy } from './compilePolicy';
import { evaluateCheck } from './evaluateCheck';
import { factValues, scopeOf } from './testing/policyKit';

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

const facts: FactType[] = [
  { id: 'reliability.deployment_frequency', unit: 'per-week' },
  { id: 'reliability.change_fail_rate', unit: 'ratio' },
  { id: 'reliability.failed_deployment_recovery_time', unit: 'seconds' },
  { id: 'reliability.incidents', unit: 'count' },
  { id: 'reliability.unattributed_share', unit: 'ratio' },
  { id: 'ownership.owner_resolves', unit: 'boolean' },
  { id: 'ownership.machine_written_reviewed', unit: 'ratio' },
  { id: 'ownership.machine_written_share', unit: 'ratio' },
  { id: 'pipeline.main_success', unit: 'ratio' },
  { id: 'pipeline.queue_p95', unit: 'seconds' },
  { id: 'pipeline.waiting_time', unit: 'seconds' },
  { id: 'pipeline.wasted_time', unit: 'seconds' },
  { id: 'reliability.incident_time', unit: 'seconds' },
  { id: 'observability.alerts_per_week', unit: 'per-week' },
  { id: 'observability.actionable_ratio', unit: 'ratio' },
  { id: 'security.unreviewed_merge', unit: 'ratio' },
  { id: 'security.known_exploited_open_days', unit: 'days' },
];

const compile = (text: string) =>
  compilePolicy({ files: [{ name: 'x.yaml', text }], facts, digest: '' });

const policy = compile(
  read('plugins/accountability-backend/policies/production-readiness.yaml'),
);

const healthy = {
  'reliability.deployment_frequency': 5,
  'reliability.change_fail_rate': 0.02,
  'reliability.failed_deployment_recovery_time': 3600,
  'reliability.incidents': 1,
  'reliability.unattributed_share': 0.1,
  'ownership.owner_resolves': true,
  'ownership.machine_written_reviewed': 1,
  'ownership.machine_written_share': 0.6,
  'pipeline.main_success': 0.95,
  'pipeline.queue_p95': 60,
  'observability.alerts_per_week': 2,
  'observability.actionable_ratio': 0.9,
  'security.unreviewed_merge': 0,
  'security.known_exploited_open_days': 0,
};

const statuses = (values: Record<string, number | boolean | undefined>) => {
  const [scorecard] = policy.scorecards;
  const scope = { ...scopeOf(), facts: factValues(values, facts) };
  return scorecard.checks.map(check => evaluateCheck(check, scope).status);
};

describe('production-readiness', () => {
  it('compiles, covers every burden and every level, and judges no machine-written share', () => {
    const [{ checks, levels }] = policy.scorecards;

    expect(policy.diagnostics).toEqual([]);
    expect(new Set(checks.map(({ burden }) => burden))).toEqual(
      new Set(burdens),
    );
    expect(new Set(checks.map(({ level }) => level))).toEqual(new Set(levels));
    expect(checks.flatMap(check => check.facts)).not.toContain(
      'ownership.machine_written_share',
    );
    expect(checks.every(({ remediation }) => remediation)).toBe(true);
  });

  it.each([
    ['Component', 'service', 'production', true],
    ['Component', 'website', 'production', true],
    ['Component', 'library', 'production', false],
    ['Component', 'service', 'experimental', false],
    ['API', 'service', 'production', false],
  ])('%s of type %s in %s: %s', (kind, type, lifecycle, applies) => {
    const { match } = policy.scorecards[0];

    expect(
      match &&
        evaluateFilterPredicate(match, { kind, spec: { type, lifecycle } }),
    ).toBe(applies);
  });

  it('passes a healthy service throughout', () => {
    expect(new Set(statuses(healthy))).toEqual(new Set(['pass']));
  });

  it('knows nothing of a service without records', () => {
    expect(new Set(statuses({}))).toEqual(new Set(['unknown']));
  });

  it('asks a quiet service for neither recovery nor action', () => {
    const quiet = statuses({
      ...healthy,
      'reliability.change_fail_rate': 0,
      'reliability.failed_deployment_recovery_time': undefined,
      'reliability.incidents': 0,
      'reliability.unattributed_share': undefined,
      'observability.alerts_per_week': 0,
      'observability.actionable_ratio': undefined,
    });

    expect(new Set(quiet)).toEqual(new Set(['pass', 'not-applicable']));
  });
});
