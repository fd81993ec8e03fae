import { root } from '../lib/paths.mjs';
import { step, StepFailure } from '../lib/steps.mjs';
import { findEarlierVersion } from './findEarlierVersion.mjs';
import { openVersion } from './openVersion.mjs';

const MOST_COMMITS = 10;

/**
 * Starts the earlier version, by `start` of its commit and scripts. Not every commit between two
 * releases runs: without `from` the one before is taken where one does not, ten times at most.
 */
export async function startEarlier({ from, start }) {
  let version = await findEarlierVersion({ folder: root, from });
  let instead;
  for (let left = MOST_COMMITS; ; left -= 1) {
    console.log(`  from ${version.commit.slice(0, 12)} "${version.title}"`);
    const opened = await openVersion(version.commit, { instead });
    const whole = { ...version, ...opened };
    try {
      let earlier;
      await step('starting it', async () => {
        earlier = await start(whole);
      });
      return { version: whole, earlier };
    } catch (error) {
      if (from || left === 1)
        throw new StepFailure(
          `${error.message}. Give another one with --from.`,
          { log: error.log },
        );
      console.log('  it does not run; the commit before it, then');
    }
    instead = opened.folder;
    const ref = `${version.commit}^`;
    version = await findEarlierVersion({ folder: root, from: ref });
  }
}
