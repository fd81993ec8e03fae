import fs from 'node:fs';
import path from 'node:path';
import { loadedProduct } from '../../e2e/support/loadedProduct.mjs';
import { inRoot, logsDir } from '../lib/paths.mjs';
import { buildPortal } from '../lib/portal.mjs';
import { openLog, start } from '../lib/run.mjs';
import { tail } from '../lib/steps.mjs';

const TWELVE_MINUTES_MS = 12 * 60_000;

/** Counts the events of Node's test runner; suites are not tests. */
function read({ code, report, log, grep }) {
  const lines = fs.existsSync(report)
    ? fs.readFileSync(report, 'utf8').split('\n').filter(Boolean)
    : [];
  const tests = lines.map(line => JSON.parse(line));
  const failures = tests
    .filter(test => test.outcome === 'failed')
    .map(test => ({ title: `${test.file}: ${test.name}`, text: test.error }));
  const count = outcome =>
    tests.filter(test => test.outcome === outcome).length;
  const isEmpty = tests.length === 0 && !grep;
  if (isEmpty || (code !== 0 && failures.length === 0)) {
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

/** Whether what a pattern matches stands in a file. */
function says(file, pattern) {
  return pattern.test(fs.readFileSync(inRoot(file), 'utf8'));
}

const partition = (all, belongs) => [
  all.filter(belongs),
  all.filter(one => !belongs(one)),
];

function addUp(results) {
  const sum = key => results.reduce((total, one) => total + one[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** Runs files one after the other. */
async function runFiles(files, { grep, log, name, env }) {
  const report = path.join(logsDir, `browser-${name}.jsonl`);
  fs.rmSync(report, { force: true });
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
  const { code } = await start(process.execPath, [...args, ...files], {
    log,
    env: { ...process.env, ...env },
  }).ended;
  return read({ code, report, log, grep });
}

/**
 * Files that need the demo company share one product, which takes a minute to fill;
 * in the order of their names each leaves it so that the next finds what it expects.
 */
async function runShared(files, options) {
  const product = await loadedProduct('e2e-shared');
  try {
    const { dataDir, port } = product;
    const SHARED_PRODUCT = JSON.stringify({ dataDir, port });
    return await runFiles(files, { ...options, env: { SHARED_PRODUCT } });
  } finally {
    await product.stop();
  }
}

/** The tests that drive the whole product through a browser, one file after the other. */
export async function browserStep({ grep }) {
  const log = openLog('browser');
  await buildPortal();
  const all = fs
    .readdirSync(inRoot('e2e'))
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => path.join('e2e', name))
    // Node runs the hooks of a file also where no title in it matches, and what they start never ends.
    .filter(file => !grep || says(file, new RegExp(grep)));
  const [sharing, others] = partition(all, file => says(file, /loadedProduct/));
  const results = [];
  if (sharing.length > 0)
    results.push(await runShared(sharing, { grep, log, name: 'shared' }));
  if (others.length > 0)
    results.push(await runFiles(others, { grep, log, name: 'alone' }));
  return addUp(results);
}
