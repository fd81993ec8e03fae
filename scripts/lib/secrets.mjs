import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = [
  'ACCOUNTABILITY_GITHUB_SECRET',
  'ACCOUNTABILITY_PAGERDUTY_SECRET',
  'ACCOUNTABILITY_ALERTMANAGER_SECRET',
  'ACCOUNTABILITY_CDEVENTS_SECRET',
  'ACCOUNTABILITY_INGEST_TOKEN',
  'ACCOUNTABILITY_CI_TOKEN',
];

/** The secrets of a data folder as environment variables; made once, readable by their owner alone. */
export function secretsOf(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const there = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : {};
  const missing = NAMES.filter(name => !there[name]);
  if (missing.length === 0) return there;
  const made = missing.map(name => [name, randomBytes(32).toString('hex')]);
  const all = { ...there, ...Object.fromEntries(made) };
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}
