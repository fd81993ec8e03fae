const TITLE = /^revert\b/i;
const COMMIT = /^This reverts commit ([0-9a-f]{40}|[0-9a-f]{64})\b/im;
const GITHUB = /^Reverts (?:([\w.-]+\/[\w.-]+))?#(\d+)\b/m;
const GITLAB = /\bThis reverts merge request (?:([\w./-]+))?!(\d+)\b/i;

/**
 * What a message says that it undoes, in the words of git, GitHub and GitLab: a
 * record id, or a commit. A squash repeats the messages of its commits, which
 * may undo each other: it counts where the title is a revert's.
 */
export function revertsOf(
  message: string,
  subject: string,
): string | undefined {
  if (!TITLE.test(message)) return undefined;
  const [host, own = ''] = subject.split(/:(.*)/s);
  const request = { github: GITHUB, gitlab: GITLAB }[host];
  const [, slug = own, number] = request?.exec(message) ?? [];
  return number
    ? `${host}:change:${slug.toLowerCase()}:${number}`
    : COMMIT.exec(message)?.[1].toLowerCase();
}
