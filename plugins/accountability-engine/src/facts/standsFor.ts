import { ChangeRecord } from 'backstage-plugin-accountability-common';

/**
 * The person who stands for a change: its author, for a bot its sponsor.
 * `nobody` where a bot has none; undefined where it is not told.
 */
export function standsFor({
  author,
  authorKind,
  sponsor,
}: ChangeRecord): { key: string } | 'nobody' | undefined {
  if (authorKind === 'bot') return sponsor ? { key: sponsor } : 'nobody';
  const key = author ?? sponsor;
  return key === undefined ? undefined : { key };
}
