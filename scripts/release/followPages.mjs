import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { StepFailure } from '../lib/steps.mjs';
import { readCodeBlocks } from './readCodeBlocks.mjs';

const INSTALL = '## Put it into your Backstage';
const INDEX = 'packages/backend/src/index.ts';
const START = 'backend.start();';
const read = name => fs.readFileSync(inRoot(name), 'utf8');

function only(blocks, wanted, page) {
  const found = blocks.find(wanted);
  if (!found)
    throw new StepFailure(
      `${page} lacks a block of code that is followed here`,
    );
  return found.text;
}

/** What the README says to add to an app: commands, lines of the backend, configuration. */
export function readInstallSection() {
  const blocks = readCodeBlocks(read('README.md'), INSTALL);
  const of = language =>
    only(blocks, block => block.language === language, 'README.md');
  return { commands: of('sh'), backend: of('ts'), configuration: of('yaml') };
}

/** What the afternoon says: the entity, the policy, and the commands for both. */
export function readAfternoon() {
  const page = 'docs/afternoon.md';
  const blocks = readCodeBlocks(read(page), '## The steps');
  const file = name => only(blocks, block => block.file === name, page);
  const command = name =>
    only(
      blocks,
      ({ language, text }) => language === 'sh' && text.includes(name),
      page,
    );
  return {
    entity: file('examples/entities.yaml'),
    policy: file('policies/first-steps.yaml'),
    check: command('policy check'),
    gate: command('accountability gate'),
  };
}

/** Adds the lines of the backend and the configuration, where the README says. */
export function applyInstallSection(app, { backend, configuration }) {
  const index = app.read(INDEX);
  if (!index.includes(START))
    throw new StepFailure(`${INDEX} of a fresh app has no ${START} any more`);
  app.write(INDEX, index.replace(START, `${backend}\n${START}`));
  const name = 'app-config.yaml';
  app.write(name, `${app.read(name)}\n${configuration}`);
}

/** Puts the afternoon's entity in the place of the fresh app's, and its policy beside it. */
export function applyAfternoon(app, { entity, policy }) {
  const name = 'examples/entities.yaml';
  const rest = app
    .read(name)
    .split(/^---$/m)
    .filter(text => text.trim() && !text.includes('name: example-website'));
  app.write(name, [...rest, `\n${entity}`].join('---'));
  app.write('policies/first-steps.yaml', policy);
}
