import { Account } from './accountPayload';
import { contributorIn } from './contributorIn';

/** Who asked for a change; where that is a machine, also the first person whom it was assigned to. */
export function writtenBy(
  author: Account | null | undefined,
  assignees: readonly Account[],
): { author?: string; authorKind?: 'person' | 'bot'; sponsor?: string } {
  const { by, kind } = contributorIn(author);
  const sponsor = assignees
    .map(contributorIn)
    .find(assignee => assignee.kind === 'person');
  return {
    author: by,
    authorKind: kind,
    sponsor: kind === 'bot' ? sponsor?.by : undefined,
  };
}
