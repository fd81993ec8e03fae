import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { referenceNow } from '../../testing';
import { DAY } from '../../time';

/** What a share must be made of; undefined where it is to be unknown. */
export type ChangeAnswer = { hits: string[]; sample: string[] } | undefined;

const now = referenceNow;
const within = (at: number, days: number) => at >= now - days * DAY && at < now;
const mergeOf = (change: ChangeRecord) => change.endedAt ?? Infinity;
const onMain = (change: ChangeRecord) =>
  change.state === 'merged' && change.defaultBranch !== false;
const starts = (change: ChangeRecord, ...words: string[]) =>
  words.some(word => (change.title ?? '').toLowerCase().startsWith(word));

const undoes = (change: ChangeRecord) =>
  change.reverts !== undefined || starts(change, 'revert "', 'revert:');
const bringsBack = (change: ChangeRecord) =>
  starts(change, 'revert "revert "', 'reapply "');
const mends = (change: ChangeRecord) =>
  change.hotfix === true ||
  starts(change, 'fix:', 'fix(api)!:', 'hotfix:') ||
  (undoes(change) && !bringsBack(change));
const names = (change: ChangeRecord, other: ChangeRecord) =>
  change.reverts === other.id || change.reverts === other.sha;

function share(hits: ChangeRecord[], sample: ChangeRecord[]): ChangeAnswer {
  if (sample.length < 10) return undefined;
  return { hits: hits.map(c => c.id), sample: sample.map(c => c.id) };
}

/** Every change against every other, by the words of the definitions. */
export const changeOracle: Record<
  string,
  (changes: ChangeRecord[]) => ChangeAnswer
> = {
  'reliability.early_rework_21d': changes => {
    const sample = changes.filter(
      c =>
        onMain(c) &&
        c.origin !== 'push' &&
        c.paths &&
        within(mergeOf(c) + 21 * DAY, 28),
    );
    const mending = changes.filter(c => onMain(c) && mends(c));
    const hits = sample.filter(c =>
      mending.some(
        other =>
          mergeOf(other) > mergeOf(c) &&
          mergeOf(other) <= mergeOf(c) + 21 * DAY &&
          (names(other, c) ||
            (other.subject === c.subject &&
              (other.paths ?? []).some(path => c.paths?.includes(path)))),
      ),
    );
    const near = mending.filter(c => within(mergeOf(c), 28 + 21));
    const allSilent = near.length > 0 && near.every(c => !c.paths);
    return allSilent && hits.length === 0 ? undefined : share(hits, sample);
  },

  'reliability.revert_rate': changes => {
    const sample = changes.filter(c => onMain(c) && within(mergeOf(c), 28));
    const hits = sample.filter(
      c =>
        undoes(c) &&
        !bringsBack(c) &&
        !changes.some(
          other =>
            names(c, other) &&
            undoes(other) &&
            onMain(other) &&
            mergeOf(other) >= mergeOf(c) - 90 * DAY,
        ),
    );
    return share(hits, sample);
  },

  'security.unreviewed_merge': changes => {
    const approved = (c: ChangeRecord): boolean | undefined => {
      const counted = c.approvals === undefined ? undefined : c.approvals > 0;
      const told = isApproved(c);
      const known = c.sponsor === undefined ? counted ?? told : told ?? counted;
      if (known !== undefined) return known;
      const requests = changes.filter(
        other =>
          other.origin !== 'push' &&
          other.subject === c.subject &&
          mergeOf(other) <= mergeOf(c) &&
          mergeOf(other) >= mergeOf(c) - 90 * DAY,
      );
      const isPush = c.origin === 'push' && c.defaultBranch === true;
      return isPush && requests.length > 0 ? false : undefined;
    };
    const sample = changes.filter(
      c => onMain(c) && within(mergeOf(c), 28) && approved(c) !== undefined,
    );
    return share(
      sample.filter(c => approved(c) === false),
      sample,
    );
  },
};

/** What the reviews say; an account that is gone may have been a machine or the author. */
function isApproved(c: ChangeRecord): boolean | undefined {
  if (!c.reviews) return undefined;
  const named = c.reviews.filter(({ by, kind }) => by ?? kind);
  if (approvers({ ...c, reviews: named }).length > 0) return true;
  const gone = c.reviews.some(
    one =>
      !named.includes(one) && one.verdict === 'approve' && one.at <= mergeOf(c),
  );
  return gone ? undefined : false;
}

/** Reviews that still approve at the merge; each unnamed one is somebody else's. */
function approvers({ reviews = [], ...change }: ChangeRecord) {
  const voices = reviews.filter(
    ({ kind, by, at, verdict }) =>
      kind !== 'bot' &&
      verdict !== 'comment' &&
      at <= mergeOf(change) &&
      (by === undefined || (by !== change.author && by !== change.sponsor)),
  );
  return voices.filter(
    (voice, index) =>
      voice.verdict === 'approve' &&
      (voice.by === undefined ||
        !voices.slice(index + 1).some(({ by }) => by === voice.by)),
  );
}
