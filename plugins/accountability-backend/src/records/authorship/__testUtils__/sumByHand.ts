import {
  ChangeRecord,
  ServiceRecord,
  approvalsOf,
  isRubberStamp,
} from 'backstage-plugin-accountability-common';
import { AuthorshipDayRow } from '../../../database/tables';

/** Who worked on what, summed from all records that there are, written to be obvious. */
export function sumByHand(
  records: readonly ServiceRecord[],
): AuthorshipDayRow[] {
  const merged = records
    .filter((one): one is ChangeRecord => one.kind === 'change')
    .filter(({ state, paths }) => state === 'merged' && paths)
    .filter(({ defaultBranch }) => defaultBranch !== false);
  const all = records.filter(
    (one): one is ChangeRecord => one.kind === 'change',
  );
  const rows: AuthorshipDayRow[] = [];
  for (const change of merged) {
    const isCovered = all.some(
      other =>
        change.origin === 'push' &&
        other.origin !== 'push' &&
        other.state === 'merged' &&
        other.subject === change.subject &&
        other.sha !== undefined &&
        other.sha === change.sha,
    );
    if (isCovered) continue;
    for (const area of new Set(change.paths?.map(areaOf))) {
      const add = (contributor: string | undefined, what: object) => {
        if (contributor === undefined) return;
        const { subject, endedAt = 0 } = change;
        const day = new Date(endedAt).toISOString().slice(0, 10);
        const none = { changes: 0, reviews: 0 };
        rows.push({ subject, area, contributor, day, ...none, ...what });
      };
      const { author, authorKind, sponsor } = change;
      add(authorKind === 'bot' ? sponsor : author, { changes: 1 });
      if (isRubberStamp(change)) continue;
      approvalsOf(change)?.forEach(({ by }) => add(by, { reviews: 1 }));
    }
  }
  return summed(rows);
}

function areaOf(path: string): string {
  const parts = path.split('/');
  parts.pop();
  return parts.length === 0 ? '.' : parts.slice(0, 2).join('/');
}

function summed(rows: readonly AuthorshipDayRow[]): AuthorshipDayRow[] {
  const sums = new Map<string, AuthorshipDayRow>();
  for (const row of rows) {
    const { subject, area, contributor, day } = row;
    const key = JSON.stringify([subject, area, contributor, day]);
    const known = sums.get(key) ?? { ...row, changes: 0, reviews: 0 };
    sums.set(key, {
      ...known,
      changes: known.changes + row.changes,
      reviews: known.reviews + row.reviews,
    });
  }
  return [...sums.values()];
}
