import { z } from 'zod';
import { JobPayload } from './jobPayload';
import { ProjectPayload } from './projectPayload';

/** The path in `git@host:group/project.git` and in `ssh://git@host:2222/group/project.git`. */
const SSH_PATH = /^(?:ssh:\/\/[^/]+\/|[^/:]+:)(.+?)(?:\.git)?$/;

/** The project of a job, by its own path or by its repository's address; a job of none is refused. */
export function projectOfJob({
  project,
  repository,
}: JobPayload): ProjectPayload {
  if (project) return project;
  const { git_ssh_url: address, homepage } = repository ?? {};
  const path =
    SSH_PATH.exec(address ?? '')?.[1] ??
    (homepage && new URL(homepage).pathname.replace(/^\/+|\/+$/g, ''));
  return {
    path_with_namespace: z
      .string({ error: 'it names no project' })
      .min(1)
      .parse(path),
    default_branch: undefined,
    web_url: homepage,
  };
}
