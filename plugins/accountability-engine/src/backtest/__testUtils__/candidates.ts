import {
  CheckStatus,
  FactUnit,
  FactValue,
} from 'backstage-plugin-accountability-common';
import { compilePolicy } from '../../policy';
import { Backtest } from '../Backtest';
import { BacktestService, KeptValue } from '../BacktestService';
import { incidentsFact } from '../backtestFacts';

/** Wednesday, 2026-11-25T12:00:00Z. */
export const now = Date.UTC(2026, 10, 25, 12);

export const facts = [
  { id: 'reliability.change_fail_rate', unit: 'ratio' as const },
  { id: incidentsFact, unit: 'count' as const },
  { id: 'ownership.owner_resolves', unit: 'boolean' as const },
  { id: 'security.scanner', unit: 'text' as const },
  { id: 'security.last_scan', unit: 'instant' as const },
];
const units = new Map<string, FactUnit>(facts.map(one => [one.id, one.unit]));

/** Compiles a scorecard `ready` of these checks, each the fields after its burden. */
export function candidateOf(
  checks: Record<string, string>,
  { head = '', name = 'ready' } = {},
) {
  const text = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ${name}, title: Ready }
spec:
  levels: [bronze]
${head}
  checks:
${Object.entries(checks)
  .map(
    ([id, fields]) =>
      `    - { id: ${id}, title: The ${id}, burden: security, ${fields} }`,
  )
  .join('\n')}
`;
  const files = [{ name: 'candidate.yaml', text }];
  return compilePolicy({ files, facts, digest: '' });
}

/** A fact with a value; undefined is unknown. */
function factOf(
  id: string,
  value: number | boolean | string | undefined,
): FactValue {
  const base = { id, unit: units.get(id) ?? 'count', sampleSize: 1 };
  const window = { from: 0, to: 1 };
  const rest = { window, observedAt: 1, evidence: [], evidenceCount: 0 };
  return value === undefined
    ? {
        ...base,
        ...rest,
        status: 'unknown',
        reason: 'no-source',
        because: 'No source.',
      }
    : { ...base, ...rest, status: 'known', value, because: 'Measured.' };
}

/** A service of today, with what a test gives. */
export function serviceOf(
  name: string,
  given: {
    now?: Record<string, number | boolean | string | undefined>;
    owner?: string;
    title?: string;
    inForce?: Record<string, CheckStatus>;
    past?: Record<string, KeptValue>[];
    incidents?: number[];
    exemptions?: BacktestService['exemptions'];
    type?: string;
  } = {},
): BacktestService {
  const { type = 'service', owner, title = name } = given;
  return {
    service: {
      entityRef: `component:default/${name}`,
      kind: 'Component',
      type,
      owner,
      entity: { kind: 'Component', metadata: { name }, spec: { type } },
    },
    title,
    facts: new Map(
      Object.entries(given.now ?? {}).map(([id, value]) => [
        id,
        factOf(id, value),
      ]),
    ),
    exemptions: given.exemptions ?? [],
    inForce: new Map(Object.entries(given.inForce ?? {})),
    past: (given.past ?? []).map(week => new Map(Object.entries(week))),
    incidents: given.incidents ?? [],
  };
}

/** The report of a candidate over services. */
export function reportOf(
  candidate: ReturnType<typeof candidateOf>,
  services: readonly BacktestService[],
  options: { days?: number; incidentWeeks?: number } = {},
) {
  const backtest = Backtest.create({
    candidate,
    facts,
    now,
    days: 90,
    ...options,
  });
  services.forEach(service => backtest.add(service));
  return backtest.report();
}
