import { epochOf } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Who approved a merge request, as far as they are told apart. */
export const approvalsSchema = z.object({
  approved_by: z.array(
    z.object({
      user: z.object({ id: z.number(), username: z.string() }),
      approved_at: z.string().nullish(),
    }),
  ),
});

/** Accounts that GitLab makes for tokens and services. */
const MACHINE =
  /^((project|group)_\d+_bot|service_account_|gitlab-bot$|ghost$)/i;

/** Approvals by people other than the author up to the merge. Undefined where the author is not known. */
export function countApprovals(
  { approved_by: approvals }: z.output<typeof approvalsSchema>,
  request: { author?: { id: number } | null; merged_at?: string | null },
): number | undefined {
  const { author, merged_at: mergedAt } = request;
  if (!author) return undefined;
  return approvals.filter(
    ({ user, approved_at: at }) =>
      user.id !== author.id &&
      !MACHINE.test(user.username) &&
      (epochOf(at) ?? 0) <= (epochOf(mergedAt) ?? Infinity),
  ).length;
}
