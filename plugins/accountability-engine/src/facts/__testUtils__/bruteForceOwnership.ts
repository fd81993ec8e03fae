import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { referenceNow } from '../../testing';
import { DAY, HOUR } from '../../time';
import { OwnershipPast } from './ownershipPast';

/** A value with its sample, or undefined where it must be unknown. */
export type Answer = { value: number; sample: number } | undefined;

type Yes = boolean | undefined;

/** Who owned it then, by looking at every span. */
function ownerThen({ spans }: OwnershipPast, at: number): string | undefined {
  return spans.find(
    ({ from, to = Infinity, resolves }) => resolves && from <= at && at < to,
  )?.owner;
}

function inGroup(
  { people }: OwnershipPast,
  key: string | undefined,
  { group, at }: { group: string; at: number },
): Yes {
  const memberships = key === undefined ? key : people.memberships.get(key);
  if (!memberships) return undefined;
  return memberships.some(
    one =>
      one.group === group &&
      at >= (one.from ?? -Infinity) &&
      at < (one.to ?? Infinity),
  );
}

function either(answers: readonly Yes[]): Yes {
  if (answers.some(one => one === true)) return true;
  return answers.every(one => one === false) ? false : undefined;
}

const mergedAt = ({ endedAt = NaN }: ChangeRecord) => endedAt;
const personOf = (change: ChangeRecord) =>
  change.authorKind === 'bot'
    ? change.sponsor
    : change.author ?? change.sponsor;
const isNobody = (change: ChangeRecord) =>
  change.authorKind === 'bot' && change.sponsor === undefined;

/** Approvers that stand; undefined where nobody told of reviews and not all approvals are ruled out. */
function approvers(
  change: ChangeRecord,
): { by?: string; at: number }[] | undefined {
  if (!change.reviews) return change.approvals === 0 ? [] : undefined;
  const others = change.reviews.filter(
    ({ by, kind, verdict, at }) =>
      kind !== 'bot' &&
      verdict !== 'comment' &&
      at <= mergedAt(change) &&
      !(by !== undefined && (by === change.author || by === change.sponsor)),
  );
  const isGone = ({ by, kind }: (typeof others)[number]) =>
    by === undefined && kind === undefined;
  const approving = others.filter(
    (one, place) =>
      one.verdict === 'approve' &&
      !isGone(one) &&
      (one.by === undefined ||
        !others.slice(place + 1).some(later => later.by === one.by)),
  );
  const gone = others.some(one => isGone(one) && one.verdict === 'approve');
  return approving.length === 0 && gone && change.approvals !== 0
    ? undefined
    : approving;
}

function isWaved(change: ChangeRecord): boolean {
  const { additions: lines } = change;
  const approved = approvers(change) ?? [];
  if (lines === undefined || lines < 50 || approved.length === 0) return false;
  const told = (change.reviews ?? []).filter(
    ({ kind, by }) => kind !== 'bot' && by !== change.author,
  );
  if (told.some(({ comments }) => comments !== 0)) return false;
  const last = Math.max(...approved.map(({ at }) => at));
  return lines > (500 * (last - change.startedAt)) / HOUR;
}

/** Changes of the window under a large group, with the group. */
function ownedIn(past: OwnershipPast, days: number) {
  return past.changes.flatMap(change => {
    const at = mergedAt(change);
    const owner = ownerThen(past, at);
    const isIn = at >= referenceNow - days * DAY && at < referenceNow;
    const size = owner ? past.people.sizes.get(owner) : undefined;
    if (!isIn || owner === undefined || (size ?? 0) < 5) return [];
    return [{ change, then: { group: owner, at } }];
  });
}

function share(answers: readonly Yes[]): Answer {
  const told = answers.filter(one => one !== undefined);
  if (told.length < 10) return undefined;
  return {
    value: told.filter(Boolean).length / told.length,
    sample: told.length,
  };
}

/** The plainest answers to some facts of ownership. */
export const bruteForceOwnership: Record<
  string,
  (past: OwnershipPast) => Answer
> = {
  'ownership.owner_touch': past =>
    share(
      ownedIn(past, 90).map(({ change, then }) => {
        const written = isNobody(change)
          ? false
          : inGroup(past, personOf(change), then);
        const approved = isWaved(change)
          ? [false]
          : approvers(change)?.map(({ by }) => inGroup(past, by, then)) ?? [
              undefined,
            ];
        return either([written, ...approved]);
      }),
    ),

  'ownership.minor_unowned': past => {
    const all = past.changes.filter(
      change =>
        mergedAt(change) < referenceNow &&
        mergedAt(change) >= referenceNow - 180 * DAY &&
        personOf(change) !== undefined,
    );
    const owned = ownedIn(past, 180).filter(
      ({ change }) => personOf(change) !== undefined,
    );
    return share(
      owned.map(({ change, then }) => {
        const own = all.filter(one => personOf(one) === personOf(change));
        if (own.length / all.length >= 0.05) return false;
        const approved = either(
          approvers(change)?.map(({ by }) => inGroup(past, by, then)) ?? [
            undefined,
          ],
        );
        return approved === undefined ? undefined : !approved;
      }),
    );
  },

  'ownership.knowledge_retained': past => {
    const owner = ownerThen(past, referenceNow);
    if (!owner || (past.people.sizes.get(owner) ?? 0) < 5) return undefined;
    const today = Math.floor(referenceNow / DAY) * DAY;
    const rows = past.authorship.filter(({ day }) => today - day <= 547 * DAY);
    const days = new Map<string, Map<string, number>>();
    for (const { contributor, day, area, changes } of rows) {
      const areas = days.get(`${contributor} ${day}`) ?? new Map();
      days.set(`${contributor} ${day}`, areas);
      areas.set(area, (areas.get(area) ?? 0) + changes);
    }
    const sample = [...days.values()].reduce(
      (sum, areas) => sum + Math.max(...areas.values()),
      0,
    );
    if (sample < 10) return undefined;
    const weigh = (of: typeof rows) =>
      of.reduce(
        (sum, { day, changes, reviews }) =>
          sum + Math.exp(-(today - day) / DAY / 90) * (changes + reviews / 2),
        0,
      );
    const isOwner = (key: string) =>
      inGroup(past, key, { group: owner, at: referenceNow });
    const known = rows.filter(
      ({ contributor }) => isOwner(contributor) !== undefined,
    );
    if (weigh(known) === 0) return undefined;
    const held = rows.filter(({ contributor }) => isOwner(contributor));
    return { value: weigh(held) / weigh(rows), sample };
  },

  'ownership.unowned_days': past => {
    const first = Math.min(...past.spans.map(({ from }) => from));
    if (!(first <= referenceNow - 90 * DAY)) return undefined;
    let hours = 0;
    for (let at = referenceNow - 365 * DAY; at < referenceNow; at += HOUR) {
      if (at >= first && ownerThen(past, at) === undefined) hours++;
    }
    return { value: Math.floor(hours / 24), sample: NaN };
  },
};
