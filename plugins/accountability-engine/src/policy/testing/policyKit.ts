import {
  FactData,
  FactUnit,
  FactValue,
} from 'backstage-plugin-accountability-common';
import { CompiledCheck, CompiledPolicy } from '../CompiledPolicy';
import { FactType, PolicyScope } from '../PolicyEngine';
import { compilePolicy } from '../compilePolicy';

/** The facts that the examples speak of. */
export const sampleFacts: readonly FactType[] = [
  { id: 'reliability.change_fail_rate', unit: 'ratio' },
  { id: 'reliability.incidents', unit: 'count' },
  { id: 'reliability.failed_deployment_recovery_time', unit: 'seconds' },
  { id: 'reliability.deployment_frequency', unit: 'per-week' },
  { id: 'ownership.owner_resolves', unit: 'boolean' },
  { id: 'security.known_exploited_open_days', unit: 'days' },
  { id: 'pipeline.main_success', unit: 'ratio' },
  { id: 'security.scanner', unit: 'text' },
  { id: 'security.last_scan', unit: 'instant' },
  { id: 'pipeline.required_checks', unit: 'texts' },
  { id: 'ownership.contacts', unit: 'labels' },
];

const base = (id: string, unit: FactUnit) => ({
  id,
  unit,
  sampleSize: 20,
  window: { from: 0, to: 1 },
  observedAt: 1,
  evidence: [],
  evidenceCount: 0,
});

/** Facts with these values; undefined is a fact that is unknown for want of records. */
export function factValues(
  values: Record<string, FactData | undefined>,
  facts: readonly FactType[] = sampleFacts,
): Map<string, FactValue> {
  const known = new Map<string, FactValue>();
  for (const [id, value] of Object.entries(values)) {
    const unit = facts.find(fact => fact.id === id)?.unit ?? 'count';
    known.set(
      id,
      value === undefined
        ? {
            ...base(id, unit),
            status: 'unknown',
            reason: 'insufficient-data',
            because: 'Only 3 records, 10 are needed.',
          }
        : { ...base(id, unit), status: 'known', value, because: 'Measured.' },
    );
  }
  return known;
}

/** 2026-11-23T12:00:00Z. */
const sampleNow = Date.UTC(2026, 10, 23, 12);

/** A production service with these facts. */
export function scopeOf(
  values: Record<string, FactData | undefined> = {},
  service: Partial<PolicyScope['service']> = {},
): PolicyScope {
  return {
    facts: factValues(values),
    now: sampleNow,
    service: {
      kind: 'Component',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/payments',
      entity: { metadata: { name: 'payments', title: 'Payments' } },
      ...service,
    },
  };
}

/** Fields of a check besides its expression, as written. */
export interface CheckFields {
  when?: string;
  messageExpression?: string;
  engine?: string;
  ask?: string;
}

/** A scorecard of one check, whose expressions are written as blocks. */
export function scorecardText(
  expression: string,
  fields: CheckFields = {},
): string {
  const block = (text: string) => `|\n${text.replace(/^/gm, '        ')}`;
  const { when, messageExpression, engine, ask } = fields;
  const line = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`      ${name}: ${value}`];
  return [
    'apiVersion: accountability.io/v1alpha1',
    'kind: Scorecard',
    'metadata: { name: sample, title: Sample }',
    'spec:',
    '  checks:',
    '    - id: only',
    '      title: The only check',
    '      burden: reliability',
    ...line('when', when && block(when)),
    ...line('expression', engine ? undefined : block(expression)),
    ...line('messageExpression', messageExpression && block(messageExpression)),
    ...line('engine', engine),
    ...line('ask', ask),
    '',
  ].join('\n');
}

/** Compiles texts as files `a.yaml`, `b.yaml` and so on. */
export function compileTexts(...texts: string[]): CompiledPolicy {
  const files = texts.map((text, index) => ({
    name: `${String.fromCharCode(97 + index)}.yaml`,
    text,
  }));
  return compilePolicy({ files, facts: sampleFacts, digest: 'digest' });
}

/** The one check of a scorecard that has to compile. */
export function compileOne(
  expression: string,
  fields: CheckFields = {},
): CompiledCheck {
  const { scorecards, diagnostics } = compileTexts(
    scorecardText(expression, fields),
  );
  const check = scorecards[0]?.checks[0];
  if (!check)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return check;
}
