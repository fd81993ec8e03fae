import fs from 'node:fs';
import path from 'node:path';
import { inRoot, logsDir } from '../lib/paths.mjs';
import { buildPortal } from '../lib/portal.mjs';
import { openLog, start } from '../lib/run.mjs';
import { tail } from '../lib/steps.mjs';

const report = path.join(logsDir, 'browser.jsonl');
const TWELVE_MINUTES_MS = 12 * 60_000;

/** Counts the events of Node's test runner; suites are not tests. */
function read(code, log) {
  const lines = fs.existsSync(report)
    ? fs.readFileSync(report, 'utf8').split('\n').filter(Boolean)
    : [];
  const tests = lines.map(line => JSON.parse(line));
  const failures = tests
    .filter(test => test.outcome === 'failed')
    .map(test => ({ title: `${test.file}: ${test.name}`, text: test.error }));
  const count = outcome =>
    tests.filter(test => test.outcome === outcome).length;
  if (tests.length === 0 || (code !== 0 && failures.length === 0)) {
    const text = `The test runner ended with code ${code}\n${tail(log, 120)}`;
    failures.push({ title: 'browser', text });
  }
  return {
    passed: count('passed'),
    failed: failures.length,
    skipped: count('skipped'),
    failures,
  };
}

/** Node runs the hooks of a file also where no title in it matches, and what they start never ends. */
function mayMatch(file, grep) {
  return new RegExp(grep).test(fs.readFileSync(inRoot(file), 'utf8'));
}

/** The tests that drive the whole product through a browser, one file after the other. */
export async function browserStep({ grep }) {
  const log = openLog('browser');
  fs.rmSync(report, { force: true });
  await buildPortal();
  const files = fs
    .readdirSync(inRoot('e2e'))
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => path.join('e2e', name))
    .filter(file => !grep || mayMatch(file, grep));
  if (files.length === 0)
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  const args = [
    '--test',
    '--test-concurrency=1',
    `--test-timeout=${TWELVE_MINUTES_MS}`,
    `--test-reporter=${inRoot('scripts/tests/eventReporter.mjs')}`,
    `--test-reporter-destination=${report}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
  ];
  if (grep) args.push(`--test-name-pattern=${grep}`);
  const { code } = await start(process.execPath, [...args, ...files], { log })
    .ended;
  return read(code, log);
}
