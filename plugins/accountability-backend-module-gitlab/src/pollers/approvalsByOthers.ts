import { epochOf } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const approval = z.object({
  user: z.object({ id: z.number(), username: z.string() }),
  /** Only newer releases tell it. */
  approved_at: z.string().nullish(),
});

/** Who approved a merge request. */
export const approvalsSchema = z.object({ approved_by: z.array(approval) });

/** Somebody's approval. */
export type PolledApproval = z.output<typeof approval>;

/** Approvals by others than the author up to the merge. Undefined where the author is not known. */
export function approvalsByOthers(
  { approved_by: approvals }: z.output<typeof approvalsSchema>,
  request: { author?: { id?: number } | null; merged_at?: string | null },
): PolledApproval[] | undefined {
  const { author, merged_at: mergedAt } = request;
  if (!author) return undefined;
  return approvals.filter(
    ({ user, approved_at: at }) =>
      user.id !== author.id &&
      (epochOf(at) ?? 0) <= (epochOf(mergedAt) ?? Infinity),
  );
}
