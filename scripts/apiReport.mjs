import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { openLog, run } from './lib/run.mjs';
import { step } from './lib/steps.mjs';
import { publishedPackages } from './release/publishedPackages.mjs';
import { writeDeclarations } from './release/stagePackages.mjs';

const HELP = `npm run api-report -- [--check] [--skip-tsc]

Writes report.api.md of every package: what it exports, with signatures. --check writes nothing
and fails where one is not what the code exports. --skip-tsc takes the declarations of the last run.`;

const repoTools = inRoot(
  'node_modules/@backstage/repo-tools/bin/backstage-repo-tools',
);
// All exports are public, and the house has its own rule for what they say of themselves.
const NOT_TOLD = [
  'ae-missing-release-tag',
  'ae-undocumented',
  'ae-wrong-input-file-type',
  'ae-forgotten-export',
];

await main(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      check: { type: 'boolean' },
      'skip-tsc': { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  // A command has no exports that others build on.
  const packages = publishedPackages().filter(
    ({ manifest }) => manifest.backstage.role !== 'cli',
  );
  await step('writing declarations', () =>
    writeDeclarations(packages, { skip: values['skip-tsc'] }),
  );
  await step('reports', () =>
    run(
      process.execPath,
      [
        ...[repoTools, 'api-reports', '--allow-warnings', 'plugins/**'],
        ...['--omit-messages', NOT_TOLD.join(',')],
        ...(values.check ? ['--ci'] : []),
        ...packages.map(({ folder }) => folder),
      ],
      { what: 'backstage-repo-tools api-reports', log: openLog('api-report') },
    ),
  );
});
