import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { runAsCi } from './testing/runAsCi';

jest.setTimeout(60_000);

const root = resolve(__dirname, '..');
const example = join(root, 'examples/policy-repository');
const words = z.record(z.string(), z.string());

/** What the file of each host has its runner do, and the command that it names. */
const hosts = {
  async GitHub() {
    const { jobs } = z
      .object({
        jobs: z.object({
          policy: z.object({
            env: words,
            steps: z.array(z.object({ run: z.string().optional() })),
          }),
        }),
      })
      .parse(await readYaml('.github/workflows/policy.yml'));
    const { env, steps } = jobs.policy;
    return { env, script: steps.flatMap(({ run }) => run ?? []).join('\n') };
  },
  async GitLab() {
    const { policy } = z
      .object({
        policy: z.object({ variables: words, script: z.array(z.string()) }),
      })
      .parse(await readYaml('.gitlab-ci.yml'));
    return { env: policy.variables, script: policy.script.join('\n') };
  },
};

async function readYaml(path: string): Promise<unknown> {
  return parse(await readFile(join(example, path), 'utf8'));
}

describe.each(Object.entries(hosts))(
  'a repository of policy on %s',
  (_, ci) => {
    let clone: string;
    beforeEach(async () => {
      clone = await mkdtemp(join(tmpdir(), 'policy-repository-'));
      await cp(example, clone, { recursive: true });
    });
    afterEach(() => rm(clone, { recursive: true }));

    async function run() {
      const { env, script } = await ci();
      const command = `${process.execPath} ${join(root, 'bin/accountability')}`;
      const ended = await runAsCi(script, {
        env: { ...env, ACCOUNTABILITY_COMMAND: command },
        cwd: clone,
      });
      return { ...ended, said: ended.out + ended.err };
    }

    async function change(path: string, from: string, to: string) {
      const text = await readFile(join(clone, path), 'utf8');
      expect(text).toContain(from);
      await writeFile(join(clone, path), text.replace(from, to));
    }

    it('is checked and tested, and holds', async () => {
      const { said, code } = await run();

      expect(said).toContain('12 of 12 cases hold; 0 faults');
      expect(code).toBe(0);
    });

    it.each([
      {
        given: 'a limit that was raised',
        path: 'policies/production-standard.yaml',
        from: 'known_exploited_open_days <= 14',
        to: 'known_exploited_open_days <= 30',
        says: 'holes-are-closed is pass, and fail was expected: security.known_exploited_open_days is 15 d, at most 30 d.',
      },
      {
        given: 'a rule that no longer denies',
        path: 'policies/deploy-production.yaml',
        from: 'check: production-standard/owner-exists\n      mode: enforce',
        to: 'check: production-standard/owner-exists\n      mode: warn',
        says: 'gate/deploy-production is warn, and deny was expected',
      },
      {
        given: 'a fact that there is not',
        path: 'policies/production-standard.yaml',
        from: 'security.known_exploited_open_days <=',
        to: 'security.known_exploited_days <=',
        says: "unknown fact 'security.known_exploited_days' (did you mean 'security.known_exploited_open_days'?)",
      },
      {
        given: 'an expectation that is another',
        path: 'tests/production-standard.test.yaml',
        from: 'level/production-standard: silver',
        to: 'level/production-standard: bronze',
        says: 'level/production-standard is silver, and bronze was expected',
      },
    ])('is held back by $given', async ({ path, from, to, says }) => {
      await change(path, from, to);

      const { said, code } = await run();

      expect(said).toContain(says);
      expect(code).toBe(1);
    });

    it('is held back where a check can no longer fail in any case', async () => {
      await change(
        'policies/production-standard.yaml',
        'sonar.coverage >= 0.6',
        'sonar.coverage >= 0.0',
      );
      await change(
        'tests/production-standard.test.yaml',
        'coverage-is-told: warn',
        'coverage-is-told: pass',
      );

      const { said, code } = await run();

      expect(said).toContain('12 of 12 cases hold');
      expect(said).toMatch(
        /No case fails these.*\n.*production-standard\/coverage-is-told/,
      );
      expect(code).toBe(1);
    });

    it('runs the version that it stands in', async () => {
      const { version } = z
        .object({ version: z.string() })
        .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));

      const { env } = await ci();

      expect(env.ACCOUNTABILITY_COMMAND).toContain(`-cli@${version} `);
    });
  },
);

it('the cases are written where GitLab looks for them', async () => {
  const { policy } = z
    .object({
      policy: z.object({
        script: z.array(z.string()),
        artifacts: z.object({ reports: z.object({ junit: z.string() }) }),
      }),
    })
    .parse(await readYaml('.gitlab-ci.yml'));

  expect(policy.script.at(-1)).toContain(
    `--output ${policy.artifacts.reports.junit}`,
  );
});
