import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Where the pages of operation are. */
export const operations = join(__dirname, '../../../../docs/operations');

/** A row of the tables of metrics. */
export interface DocumentedMetric {
  prometheus: string;
  name: string;
  kind: string;
  labels: string[];
}

const codes = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

/** The metrics that metrics.md has, in its order. */
export function readDocumentedMetrics(): DocumentedMetric[] {
  return readFileSync(join(operations, 'metrics.md'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `accountability_'))
    .map(line => line.split('|').slice(1, -1))
    .map(([prometheus, name, kind, labels]) => ({
      prometheus: codes(prometheus)[0],
      name: codes(name)[0],
      kind: kind.trim(),
      labels: codes(labels).sort(),
    }));
}

/** A dashboard of Grafana's, as far as we look into it. */
export interface Dashboard {
  file: string;
  uid: string;
  title: string;
  schemaVersion: number;
  panels: {
    id: number;
    title: string;
    type: string;
    description?: string;
    gridPos: { x: number; y: number; w: number; h: number };
    targets?: { refId: string; expr: string }[];
  }[];
}

/** All dashboards, by file. */
export function readDashboards(): Dashboard[] {
  const folder = join(operations, 'grafana');
  return readdirSync(folder).map(file => ({
    file,
    ...JSON.parse(readFileSync(join(folder, file), 'utf8')),
  }));
}

/** An alert of Prometheus's. */
export interface AlertRule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook: string };
}

/** The alerts of rules.yaml. */
export function readAlertRules(): AlertRule[] {
  const text = readFileSync(join(operations, 'prometheus/rules.yaml'), 'utf8');
  const { groups }: { groups: { rules: AlertRule[] }[] } = parse(text);
  return groups.flatMap(({ rules }) => rules);
}
