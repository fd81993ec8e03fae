import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { count, duration, explain } from './lib/steps.mjs';
import { backstageCli, jscpd, knip, prettier, tsc } from './lib/tools.mjs';
import { browserStep } from './tests/browserStep.mjs';
import { commandStep } from './tests/commandStep.mjs';
import { unitStep } from './tests/unitStep.mjs';

const HELP = `npm test -- [step ...] [--only step] [--grep text]

Runs every step, or those named: generated, tsc, lint, prettier, knip,
duplicates, scripts, unit, build, browser.
--grep keeps the unit and browser tests whose titles match.`;

const one = { passed: 1, failed: 0, skipped: 0, failures: [] };

const steps = [
  {
    name: 'generated',
    title: 'generated files are fresh',
    run: () =>
      commandStep('generated', [inRoot('scripts/generate.mjs'), '--check']),
  },
  {
    name: 'tsc',
    title: 'types',
    run: () => commandStep('tsc', [tsc, '--pretty', 'false']),
  },
  {
    name: 'lint',
    title: 'lint',
    run: () =>
      commandStep('lint', [
        backstageCli,
        'repo',
        'lint',
        '--max-warnings',
        '0',
      ]),
  },
  {
    name: 'prettier',
    title: 'prettier',
    run: () =>
      commandStep('prettier', [
        ...[prettier, '--check', '.', '--loglevel', 'warn'],
        ...['--cache', '--cache-location', inRoot('.cache/prettier')],
      ]),
  },
  {
    name: 'knip',
    title: 'nothing is unused',
    // Its hints are about patterns that not every package has files for.
    run: () =>
      commandStep('knip', [
        ...[knip, '--no-progress', '--no-config-hints'],
        ...['--reporter', 'compact'],
      ]),
  },
  {
    name: 'duplicates',
    title: 'nothing is written twice',
    run: () => commandStep('duplicates', [jscpd]),
  },
  {
    name: 'scripts',
    title: 'tests of the scripts',
    run: () => commandStep('scripts', ['--test', 'scripts/tests/*.test.mjs']),
  },
  { name: 'unit', title: 'unit and database tests', run: unitStep },
  {
    name: 'build',
    title: 'build of the portal',
    run: () => buildPortal().then(() => one),
  },
  { name: 'browser', title: 'browser tests', run: browserStep },
];

const inWords = ({ passed, failed, skipped }) =>
  `${count(passed)} passed, ${count(failed)} failed${
    skipped ? `, ${count(skipped)} skipped` : ''
  }`;

/** Steps that leave a core idle each, so that they run side by side. */
const sideBySide = [['tsc', 'prettier', 'knip', 'duplicates']];

/** The steps in turns: what is in one turn runs at the same time. */
function turnsOf(chosen) {
  return chosen.flatMap(step => {
    const beside = sideBySide.find(names => names.includes(step.name)) ?? [];
    const turn = chosen.filter(
      other => other === step || beside.includes(other.name),
    );
    return turn[0] === step ? [turn] : [];
  });
}

/** Runs one step; a step that breaks counts as one failure. */
async function take({ name, title, run }, { alone, ...options }) {
  if (alone) process.stdout.write(`  ${title} … `);
  const begun = performance.now();
  let result;
  try {
    result = await run(options);
  } catch (error) {
    const failures = [{ title: name, text: explain(error) }];
    result = { passed: 0, failed: 1, skipped: 0, failures };
  }
  const took = duration(performance.now() - begun);
  const what = alone ? '' : `  ${title}: `;
  process.stdout.write(`${what}${took}, ${inWords(result)}\n`);
  return result;
}

function wanted({ values, positionals }) {
  const names = [...(values.only ?? []), ...positionals];
  const strange = names.find(name => !steps.some(step => step.name === name));
  if (strange) throw new Error(`There is no step "${strange}".\n\n${HELP}`);
  return names.length > 0
    ? steps.filter(step => names.includes(step.name))
    : steps;
}

await main(async () => {
  const given = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      grep: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (given.values.help) {
    console.log(HELP);
    return 0;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for (const turn of turnsOf(wanted(given))) {
    const alone = turn.length === 1;
    if (!alone) {
      const titles = turn.map(({ title }) => title).join(' and ');
      process.stdout.write(`  ${titles}, side by side …\n`);
    }
    const { grep } = given.values;
    const results = await Promise.all(
      turn.map(step => take(step, { grep, alone })),
    );
    for (const result of results) {
      for (const key of Object.keys(total)) total[key] += result[key];
      failures.push(...result.failures);
    }
  }
  for (const { title, text } of failures) console.log(`\n✗ ${title}\n${text}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});
