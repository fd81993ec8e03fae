import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { decisionOf, denied } from './testing/decisionOf';
import { FakeGates } from './testing/FakeGates';
import { runAsCi } from './testing/runAsCi';

jest.setTimeout(60_000);

const root = resolve(__dirname, '..');
const examples = join(root, 'examples');
const command = `${process.execPath} ${join(root, 'bin/accountability')}`;
const words = z.record(z.string(), z.string());

async function readExample(path: string): Promise<unknown> {
  return parse(await readFile(join(examples, path), 'utf8'));
}

const step = z.looseObject({ env: words, run: z.string(), shell: z.string() });
const action = z.looseObject({
  inputs: z.record(
    z.string(),
    z.looseObject({ default: z.string().optional() }),
  ),
  runs: z.looseObject({ steps: z.tuple([step]) }),
});
const job = z.looseObject({ variables: words, script: z.array(z.string()) });
const template = z.looseObject({ '.accountability-gate': job });

/** What GitHub puts into the environment of the action's one step. */
async function gitHubStep(given: Record<string, string>) {
  const { inputs, runs } = action.parse(await readExample('github/action.yml'));
  const [{ env, run, shell: interpreter }] = runs.steps;
  const values = (text_: string) =>
    text_
      .replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => {
        if (!(name in inputs)) throw new Error(`no input ${name}`);
        return given[name] ?? inputs[name].default ?? '';
      })
      .replace('${{ github.sha }}', '3f2a9c1');
  const filled = Object.entries(env).map(([name, value]) => [
    name,
    values(value),
  ]);
  return { env: words.parse(Object.fromEntries(filled)), run, interpreter };
}

async function gitLabJob() {
  const { variables, script } = template.parse(
    await readExample('gitlab/accountability-gate.yml'),
  )['.accountability-gate'];
  return { variables, script: script.join('\n') };
}

describe('examples for CI', () => {
  let server: FakeGates;
  let url: string;
  let dir: string;

  beforeEach(async () => {
    server = new FakeGates();
    url = await server.start();
    dir = await mkdtemp(join(tmpdir(), 'ci-'));
  });

  afterEach(async () => {
    await server.stop();
    await rm(dir, { recursive: true });
  });

  const outcomes = [
    { given: 'allows', body: decisionOf(), gives: 0 },
    { given: 'denies', body: denied, gives: 1 },
  ];

  describe('the action of GitHub', () => {
    const inputs = (more: Record<string, string> = {}) => ({
      ...{ gate: 'deploy-production', service: 'component:default/payments' },
      ...{ url, token: 'a-secret-token', retries: '0', command, ...more },
    });
    async function run(more?: Record<string, string>) {
      const { env, run: script } = await gitHubStep(inputs(more));
      return runAsCi(script, { env, cwd: dir });
    }

    it.each(outcomes)('ends with $gives where the gate $given', async each => {
      server.answer = () => ({ body: each.body });

      const { code, out } = await run();

      expect(code).toBe(each.gives);
      expect(/^::error title=Holes are closed::/m.test(out)).toBe(
        each.gives === 1,
      );
    });

    it('asks with everything that it is given, whatever stands in it', async () => {
      const odd = `"; touch ${join(dir, 'slipped')} #$(touch slipped) *`;

      const { code } = await run({
        environment: odd,
        artifact: odd,
        labels: `two words\n\nincident-fix\n${odd}`,
        'break-glass': odd,
        point: 'pr',
      });

      expect(code).toBe(0);
      expect(server.requests[0].body).toMatchObject({
        entityRef: 'component:default/payments',
        point: 'pr',
        environment: odd,
        commit: '3f2a9c1',
        artifact: odd,
        labels: ['two words', 'incident-fix', odd],
        breakGlass: { reason: odd },
      });
      await expect(readFile(join(dir, 'slipped'))).rejects.toThrow('ENOENT');
    });

    it.each([
      { given: 'fail', gives: 3, says: '::error title=The gate was not asked' },
      {
        given: 'warn',
        gives: 0,
        says: '::warning title=The gate was not asked',
      },
    ])(
      'ends with $gives where nobody answers, and it is to $given',
      async each => {
        await server.stop();

        const { code, out } = await run({ 'on-unreachable': each.given });

        expect(code).toBe(each.gives);
        expect(out).toContain(each.says);
      },
    );

    it('writes SARIF for upload where it is told to', async () => {
      server.answer = () => ({ body: denied });

      const { code, out } = await run({ 'sarif-file': 'gate.sarif' });

      const { runs } = JSON.parse(
        await readFile(join(dir, 'gate.sarif'), 'utf8'),
      );
      expect(code).toBe(1);
      expect(runs[0].results).toHaveLength(5);
      expect(out).toMatch(/^DENIED/);
    });

    it('puts nothing into its script but by the environment', async () => {
      const { run: script, interpreter } = await gitHubStep({});

      expect(script).not.toContain('${{');
      expect(interpreter).toBe('sh');
    });

    it('has every input that the workflow gives it', async () => {
      const { inputs: known } = action.parse(
        await readExample('github/action.yml'),
      );
      const { jobs } = z
        .looseObject({
          jobs: z.looseObject({
            gate: z.looseObject({
              steps: z.array(z.looseObject({ with: words.optional() })),
            }),
          }),
        })
        .parse(await readExample('github/workflow.yml'));

      const given = jobs.gate.steps[1].with ?? {};
      expect(Object.keys(known)).toEqual(
        expect.arrayContaining(Object.keys(given)),
      );
      expect(Object.keys(given).length).toBeGreaterThan(5);
    });
  });

  describe('the job of GitLab', () => {
    async function run(more: Record<string, string> = {}) {
      const { variables, script } = await gitLabJob();
      const env = {
        ...variables,
        CI_COMMIT_SHA: '3f2a9c1',
        CI_JOB_ID: '12',
        ACCOUNTABILITY_TOKEN: 'a-secret-token',
        ACCOUNTABILITY_COMMAND: command,
        ACCOUNTABILITY_URL: url,
        ACCOUNTABILITY_SERVICE: 'component:default/payments',
        ACCOUNTABILITY_RETRIES: '0',
        ...more,
      };
      return runAsCi(script, { env, cwd: dir });
    }

    it.each(outcomes)('ends with $gives where the gate $given', async each => {
      server.answer = () => ({ body: each.body });

      const { code, out } = await run();

      const kept = await readFile(
        join(dir, 'accountability-decision.json'),
        'utf8',
      );
      expect(code).toBe(each.gives);
      expect(JSON.parse(kept)).toEqual(each.body);
      expect(out).toContain(
        'https://backstage.example.com/accountability/decisions/d-1',
      );
      expect(server.requests[0].body).toMatchObject({
        environment: 'production',
        commit: '3f2a9c1',
      });
    });

    it.each([
      { given: 'fail', gives: 3 },
      { given: 'warn', gives: 0 },
    ])(
      'ends with $gives where nobody answers, and it is to $given',
      async each => {
        await server.stop();

        const { code, err } = await run({
          ACCOUNTABILITY_ON_UNREACHABLE: each.given,
        });

        expect(code).toBe(each.gives);
        expect(err).toMatch(/gate was (NOT ASKED|not asked)/);
      },
    );
  });
});
