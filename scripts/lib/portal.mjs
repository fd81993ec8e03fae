import fs from 'node:fs';
import { digestOf, isStamped, writeStamp } from './digest.mjs';
import { inRoot } from './paths.mjs';
import { openLog, run } from './run.mjs';
import { backstageCli } from './tools.mjs';

const sources = [
  'packages/app',
  'plugins/accountability',
  'plugins/accountability-common',
  'yarn.lock',
  'app-config.yaml',
];
const stamp = inRoot('.cache', 'portal.stamp');

/** Builds the portal unless it was built from exactly these sources. */
export async function buildPortal() {
  const digest = digestOf(sources);
  const built = fs.existsSync(inRoot('packages/app/dist/index.html'));
  if (built && isStamped(stamp, digest)) return 'unchanged';
  await run(process.execPath, [backstageCli, 'package', 'build'], {
    what: 'the build of the portal',
    cwd: inRoot('packages/app'),
    log: openLog('portal-build'),
  });
  writeStamp(stamp, digest);
  return undefined;
}
