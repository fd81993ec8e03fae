import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runCli } from 'backstage-plugin-accountability-cli';
import { UnownedResponse } from 'backstage-plugin-accountability-common';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { backstageCli } from './__testUtils__/ConfigSchema';
import { commandsIn } from './__testUtils__/commandsIn';
import { startFirstSteps, tokens } from './__testUtils__/startFirstSteps';
import { textsToCopy } from './__testUtils__/textsToCopy';

jest.setTimeout(120_000);

const secret = 'of-the-webhook';
const gateToken = 'may-ask-gates-1234567';
const variables: Record<string, string> = {
  ACCOUNTABILITY_GITHUB_SECRET: secret,
  ACCOUNTABILITY_TOKEN: gateToken,
};

/** Gives a text by the sentence above it. */
const reader = (url: string) => (says: string) => {
  const text = textsToCopy(url).get(says);
  if (text === undefined) throw new Error(`Nothing is to be copied at ${says}`);
  return text;
};
const textOf = reader('http://localhost/api/accountability');
/** A text with what the environment has. */
const settingsOf = (says: string) =>
  textOf(says).replace(/\$\{(\w+)\}/g, (_, name) => variables[name]);

const policy = `${textOf('scorecard')}\n${textOf('gate')}\n`;

/** Runs the command line as a text has it, after `yarn accountability`. */
async function runYarn(args: string[], env: Record<string, string> = {}) {
  const [binary, ...rest] = args;
  expect(binary).toBe('accountability');
  const said: string[] = [];
  const code = await runCli(rest, {
    ...{ env, clock: () => performance.now(), sleep: async () => undefined },
    out: text => said.push(text),
    err: text => said.push(text),
  });
  return { code, said: said.join('') };
}

/** What every app has. */
const base = {
  app: { baseUrl: 'http://localhost' },
  backend: {
    baseUrl: 'http://localhost',
    listen: ':0',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};

/** Has Backstage hold settings against the schemas of all packages; throws where one is at fault. */
function checkConfiguration(says: string[], change = (text: string) => text) {
  const directory = mkdtempSync(join(tmpdir(), 'first-steps-'));
  const files = { base: stringify(base) };
  for (const each of says) {
    Object.assign(files, { [each]: change(settingsOf(each)) });
  }
  const flags = Object.entries(files).flatMap(([name, text]) => {
    const file = join(directory, `${name}.yaml`);
    writeFileSync(file, text);
    return ['--config', file];
  });
  backstageCli('config:check', '--strict', '--package', 'backend', ...flags);
}

/** The service with the annotations that a later step adds. */
const service = () => {
  const component = parse(textOf('component'));
  const { metadata } = parse(textOf('annotations'));
  return {
    ...component,
    metadata: { ...component.metadata, ...metadata },
  };
};

/** A service that the gate holds back: its owner is in no catalog. */
const orphan = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orphan' },
  spec: { type: 'service', lifecycle: 'production', owner: 'gone' },
};

function installAll() {
  const [, name] = /import\('([^']+)'\)/.exec(textOf('module')) ?? [];
  const { accountability } = parse(settingsOf('secret'));
  const { backend } = parse(settingsOf('token'));
  return startFirstSteps({
    catalog: [stringify(service()), textOf('group'), stringify(orphan)].join(
      '\n---\n',
    ),
    policy,
    module: jest.requireActual(name).default,
    settings: accountability,
    locations: parse(textOf('locations')).accountability.policy.locations,
    externalAccess: backend.auth.externalAccess,
  });
}

/** Posts as `curl` would with the arguments that a text has. */
function post([...args]: string[]) {
  const headers = new Headers();
  let body = '';
  let url = '';
  for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
    const value = arg.startsWith('-') ? args.shift() ?? '' : '';
    if (arg === '-H') {
      const [name, ...rest] = value.split(': ');
      headers.set(name, rest.join(': '));
    } else if (arg === '-d') body = value;
    else if (arg === '-X') expect(value).toBe('POST');
    else url = arg;
  }
  return fetch(url, { method: 'POST', headers, body });
}

describe('what the first steps have to be copied', () => {
  it('is all tried here', () => {
    expect([...textsToCopy('').keys()]).toEqual([
      ...['component', 'group', 'module', 'secret', 'webhook', 'generic'],
      ...['annotations', 'locations', 'scorecard', 'policyCheck', 'levelHow'],
      ...['gate', 'token', 'ask'],
    ]);
  });

  it('is configuration that the packages know', () => {
    const says = ['secret', 'locations', 'token'];

    expect(() => checkConfiguration(says)).not.toThrow();
    expect(() =>
      checkConfiguration(['secret'], text => text.replace('secrets', 'secret')),
    ).toThrow('config:check');
  });

  it('is policy that the command line finds nothing wrong with', async () => {
    const policies = mkdtempSync(join(tmpdir(), 'policies-'));
    const [add, check] = commandsIn(textOf('policyCheck'));
    const run = (text: string) => {
      writeFileSync(join(policies, 'first-steps.yaml'), text);
      return runYarn(
        check.args.map(arg => (arg === 'policies' ? policies : arg)),
      );
    };

    expect(add.args.slice(0, 2)).toEqual(['add', '--dev']);
    expect(add.args[2]).toBe('backstage-plugin-accountability-cli');
    expect(await run(textOf('scorecard'))).toMatchObject({ code: 0 });
    expect(await run(policy)).toMatchObject({ code: 0 });
    expect(await run(policy.replace('owner_resolves', 'owner_is'))).toEqual({
      code: 1,
      said: expect.stringContaining('ownership.owner_is'),
    });
  });

  it('is, for a level, the check that the scorecard has', () => {
    const [{ spec }] = parseAllDocuments(policy).map(each => each.toJS());

    expect(parse(textOf('levelHow'))).toEqual(spec.checks);
  });
});

describe('who copies all of the first steps', () => {
  let installed: Awaited<ReturnType<typeof installAll>>;
  beforeAll(async () => {
    installed = await installAll();
  });

  const textHere = (says: string) => reader(installed.url)(says);
  const ask = async (change: (arg: string) => string = arg => arg) => {
    const [{ args, url }] = commandsIn(textHere('ask'));
    return runYarn(args.map(change), {
      ACCOUNTABILITY_URL: url,
      ACCOUNTABILITY_TOKEN: gateToken,
    });
  };

  it('has a service with an owner, by the catalog', async () => {
    const { steps } = await installed.until('services');

    expect(steps[0]).toMatchObject({ count: 1, of: 2 });
  });

  it('has GitHub deliver to the address of the webhook, with the secret', async () => {
    const body = JSON.stringify({ zen: 'Keep it logically awesome.' });
    const signed = createHmac('sha256', secret).update(body).digest('hex');
    const deliver = (signature: string) =>
      fetch(textHere('webhook'), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'ping',
          'x-github-delivery': 'one',
          'x-hub-signature-256': `sha256=${signature}`,
        },
        body,
      });

    expect((await deliver('0'.repeat(64))).status).toBe(401);
    expect((await deliver(signed)).ok).toBe(true);
  });

  it('has a deployment told, with a token that may send and no other', async () => {
    const send = (token: string) => {
      const env = { ACCOUNTABILITY_INGEST_TOKEN: token };
      const [{ args }] = commandsIn(textHere('generic'), env);
      return post(args);
    };

    expect((await send(gateToken)).status).toBe(403);
    expect((await send(tokens.ingest)).status).toBe(202);
    const { steps } = await installed.until('records');
    expect(steps[2]).toMatchObject({ count: 1, unowned: 0 });
  });

  it('has what each annotation names at the service', async () => {
    const subjects = ['github:acme/payments', 'pagerduty:PABC123'].concat(
      ...['argocd:payments', 'ci:payments', 'monitor:payments', 'ci:other'],
    );
    const events = subjects.map(subject => ({
      ...{ kind: 'deployment', record: `ci:deployment:of ${subject}`, subject },
      ...{ at: new Date().toISOString(), state: 'finished', result: 'success' },
    }));
    const answer = await fetch(`${installed.url}/deliveries/generic`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.ingest}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(events),
    });
    expect(answer.status).toBe(202);

    let unowned: UnownedResponse = { items: [] };
    while (unowned.items.length === 0) {
      await setTimeout(200);
      unowned = await installed.read('/unowned');
    }

    expect(unowned.items.map(({ subject }) => subject)).toEqual(['ci:other']);
  });

  it('has a check of their own in force, and a service at a level', async () => {
    const { steps } = await installed.until('level');

    expect(steps.slice(0, 5).map(({ state }) => state)).toEqual(
      Array(5).fill('done'),
    );
    expect(steps[4]).toMatchObject({ count: 1, of: 2 });
  });

  it('has a gate asked, whose answer is the code of the command', async () => {
    const allowed = await ask();
    const held = await ask(arg => arg.replace('/payments', '/orphan'));
    const [{ args }] = commandsIn(textHere('ask'));
    const unasked = await runYarn(args, {
      ACCOUNTABILITY_URL: installed.url,
      ACCOUNTABILITY_TOKEN: tokens.ingest,
    });

    expect(allowed).toMatchObject({ code: 0 });
    expect(held).toMatchObject({ code: 1 });
    expect(unasked).toMatchObject({ code: 3 });
    const { done } = await installed.until('gate');
    expect(done).toBe(true);
  });
});
