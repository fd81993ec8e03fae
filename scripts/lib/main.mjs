import { ensureInstalled } from './install.mjs';
import { stopAll } from './run.mjs';
import { explain } from './steps.mjs';
import { ensureToolchain } from './toolchain.mjs';

/** Work to be undone when the script ends, newest first. */
const undo = [];

/** Has `work` done when the script ends, however it ends. */
export function atEnd(work) {
  undo.push(work);
}

let ending;

/** Undoes everything once, then ends the process. */
function end(code) {
  ending ??= (async () => {
    for (const work of undo.reverse()) {
      await Promise.resolve()
        .then(work)
        .catch(error => console.error(explain(error)));
    }
    await stopAll();
    process.exit(code);
  })();
  return ending;
}

/**
 * Runs a script with its toolchain and packages at hand. `work` gives the exit code;
 * a signal stops what runs and ends with `codeOnSignal`.
 */
export async function main(work, { codeOnSignal = 130 } = {}) {
  try {
    for (const name of ['SIGINT', 'SIGTERM'])
      process.on(name, () => end(codeOnSignal));
    for (const name of ['uncaughtException', 'unhandledRejection'])
      process.on(name, error => {
        console.error(explain(error));
        end(1);
      });
    await ensureToolchain();
    await ensureInstalled();
    await end((await work()) ?? 0);
  } catch (error) {
    if (!ending) console.error(explain(error));
    await end(1);
  }
}
