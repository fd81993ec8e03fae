import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot, logsDir, root } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { openLog, start } from '../lib/run.mjs';
import { tail } from '../lib/steps.mjs';
import { backstageCli } from '../lib/tools.mjs';
import { atEnd } from '../lib/main.mjs';
import { migrateTemplate } from './migrateTemplate.mjs';

const report = path.join(logsDir, 'unit.json');

/** Counts what Jest reports; a file that could not run counts as one failure. */
function read(code, log) {
  if (!fs.existsSync(report)) {
    return crashed(`Jest ended with code ${code} and no report`, log);
  }
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failures = result.testResults
    .filter(file => file.status === 'failed')
    .map(file => ({
      title: path.relative(root, file.name),
      text: file.message,
    }));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (code !== 0 && failed === 0) {
    return crashed(`Jest ended with code ${code} although no test failed`, log);
  }
  return {
    passed: result.numPassedTests,
    failed,
    skipped: result.numPendingTests + result.numTodoTests,
    failures,
  };
}

function crashed(why, log) {
  const failures = [{ title: 'unit', text: `${why}\n${tail(log, 120)}` }];
  return { passed: 0, failed: 1, skipped: 0, failures };
}

/** Unit and database tests of every package, against PostgreSQL 18 and SQLite. */
export async function unitStep({ grep }) {
  const log = openLog('unit');
  fs.rmSync(report, { force: true });
  const postgres = await startPostgres(inRoot('.data', 'test-postgres'));
  atEnd(() => postgres.stop());
  await migrateTemplate(postgres.connection);
  const workers = String(os.availableParallelism());
  const args = [
    '--watch=false',
    '--json',
    '--outputFile',
    report,
    '--maxWorkers',
    workers,
  ];
  if (grep) args.push('--testNamePattern', grep);
  const env = {
    ...process.env,
    CI: '1',
    TZ: 'UTC',
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.connection,
  };
  const child = start(
    process.execPath,
    [backstageCli, 'repo', 'test', ...args],
    { log, env },
  );
  const { code } = await child.ended;
  await postgres.stop();
  return read(code, log);
}
