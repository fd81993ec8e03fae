import { z } from 'zod';
import { deploymentPayload } from './deploymentPayload';
import { slugOf } from './slugOf';

const schema = z.object(deploymentPayload);

/** A payload about a deployment. */
export type DeploymentPayload = z.output<typeof schema>;

/** What every event about a deployment says. GitHub's names compare without case. */
export function deploymentBase(payload: DeploymentPayload) {
  const { deployment, repository, workflow_run: run } = payload;
  const slug = slugOf(repository);
  return {
    record: `github:deployment:${slug}:${deployment.id}`,
    subject: `github:${slug}`,
    title: deployment.description,
    url: run?.html_url,
    environment: environmentOf(deployment),
    version: versionOf(payload),
    sha: deployment.sha,
  };
}

function environmentOf({
  environment,
  production_environment: isProduction,
}: DeploymentPayload['deployment']): string | undefined {
  const name = environment.trim().toLowerCase();
  if (isProduction || ['production', 'prod'].includes(name)) {
    return 'production';
  }
  return name.slice(0, 200) || undefined;
}

/** `payments/v1.2.3` and the like; any other path is a branch, and people name branches after themselves. */
const VERSION_IN_PATH = /[/@-]v?\d+(\.\d+)+[\w.+-]*$/;

/** The default branch and the commit itself name no version: every deployment would have the same, or a second SHA. */
function versionOf({
  deployment,
  repository,
}: DeploymentPayload): string | undefined {
  const given = versionIn(deployment.payload);
  if (given) return given.slice(0, 200);
  const ref = deployment.ref.replace(/^refs\/(tags|heads)\//, '');
  const says =
    ref !== '' &&
    ref !== deployment.sha &&
    ref !== repository.default_branch &&
    (!ref.includes('/') || VERSION_IN_PATH.test(ref));
  return says ? ref.slice(0, 200) : undefined;
}

const versioned = z.object({ version: z.string().trim().min(1) });

/** Payloads are objects, or JSON in a text where the deployment was made so. */
function versionIn(payload: unknown): string | undefined {
  const read = versioned.safeParse(
    typeof payload === 'string' ? parseOrNothing(payload) : payload,
  );
  return read.success ? read.data.version : undefined;
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
