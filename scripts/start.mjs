import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { atEnd, main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { freePortFrom, isFree } from './lib/ports.mjs';
import { runDemo, startBackend, startDemo } from './lib/product.mjs';
import { openLog } from './lib/run.mjs';
import { step, StepFailure } from './lib/steps.mjs';

const HELP = `npm start -- [--port 7007] [--fresh] [--no-demo]

--port     the port to listen on; without it 7007 or the next free one
--fresh    forget everything kept in .data and begin anew
--no-demo  begin with an empty catalog instead of the demo company`;

const PORT = 7007;
const dataDir = inRoot('.data');

function options() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string' },
      fresh: { type: 'boolean' },
      demo: { type: 'boolean', default: true },
      help: { type: 'boolean' },
    },
  });
  return values;
}

/** The port asked for, or the first free one from 7007 on. */
async function choosePort(asked) {
  if (asked === undefined) {
    const port = await freePortFrom(PORT);
    if (port !== PORT) console.log(`  port ${PORT} is in use, taking ${port}`);
    return port;
  }
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StepFailure(`"${asked}" is not a port`);
  }
  if (!(await isFree(port))) {
    throw new StepFailure(
      `Port ${port} is in use. Choose another with \`npm start -- --port\`.`,
    );
  }
  return port;
}

function box(lines) {
  const width = Math.max(...lines.map(line => line.length));
  const edge = '─'.repeat(width + 4);
  const rows = lines.map(line => `│  ${line.padEnd(width)}  │`);
  return ['', `┌${edge}┐`, ...rows, `└${edge}┘`, ''].join('\n');
}

/** Brings the demo company's half year in; a second start goes on where the first ended. */
async function loadDemo(where) {
  const log = openLog('demo');
  const onLine = line => line.trim() && console.log(`  ${line}`);
  await runDemo('load', { ...where, log, onLine });
}

await main(
  async () => {
    const { port: asked, fresh, demo, help } = options();
    if (help) {
      console.log(HELP);
      return 0;
    }
    if (fresh && fs.existsSync(dataDir)) {
      console.log('  --fresh: forgetting everything in .data');
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
    const port = await choosePort(asked);
    await step('building the portal', buildPortal);
    const where = { dataDir, port };
    if (demo) {
      await step('writing the demo catalog', () =>
        runDemo('catalog', { ...where, log: openLog('demo-catalog') }),
      );
    }
    const onTrouble = line => console.log(`  backend ${line}`);
    let backend;
    await step('starting the backend', async () => {
      backend = await startBackend({
        ...where,
        log: openLog('backend'),
        onTrouble,
      });
    });
    atEnd(() => console.log('\n  stopping …'));
    console.log(
      box([
        `Accountability is at ${backend.url}/accountability`,
        'Ctrl-C stops it; its data stays in .data',
      ]),
    );
    if (demo) {
      await loadDemo(where);
      startDemo('live', { ...where, log: openLog('demo-live') });
      console.log(
        '  the demo company goes on working; what it does arrives live',
      );
    }
    const { code, signal } = await backend.ended;
    throw new StepFailure(
      `The backend ended with ${signal ?? `code ${code}`}`,
      {
        log: inRoot('.data', 'logs', 'backend.log'),
      },
    );
  },
  { codeOnSignal: 0 },
);
