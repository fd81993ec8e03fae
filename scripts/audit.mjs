import fs from 'node:fs';
import { judgeAdvisories, readAdvisories } from './audit/judgeAdvisories.mjs';
import { yarnSettings } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { start } from './lib/run.mjs';
import { count, StepFailure } from './lib/steps.mjs';
import { yarnScript } from './lib/toolchain.mjs';

const HELP = `npm run audit

Asks the registry for known holes in the packages that run in production, and
fails where one is high or critical and not allowed by scripts/audit/allowed.json.
It needs the network, so that npm test does without it.`;

/** What the registry knows. Yarn ends with 1 where it knows anything. */
async function askRegistry() {
  const child = start(
    process.execPath,
    [
      yarnScript,
      ...['npm', 'audit', '--all', '--recursive', '--json'],
      ...['--environment', 'production'],
    ],
    {
      env: { ...process.env, ...(await yarnSettings()) },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  const { code } = await child.ended;
  const advisories = readAdvisories(output);
  if (!advisories || (code !== 0 && advisories.length === 0)) {
    throw new StepFailure(
      'The registry could not be asked for known holes: see that it is reached, and that it answers audits; a mirror may not.',
    );
  }
  return advisories;
}

await main(async () => {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const allowed = JSON.parse(
    fs.readFileSync(inRoot('scripts', 'audit', 'allowed.json'), 'utf8'),
  );
  const advisories = await askRegistry();
  const faults = judgeAdvisories(advisories, {
    allowed,
    today: new Date().toISOString().slice(0, 10),
  });
  console.log(
    `${count(advisories.length)} advisories, ${count(
      faults.length,
    )} to look at`,
  );
  faults.forEach(fault => console.log(`  ${fault}`));
  return faults.length === 0 ? 0 : 1;
});
