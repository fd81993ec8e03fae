import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import {
  gotThrough,
  isBefore,
  inOrder,
  latest,
  oracleContents,
  reach,
  touchedProduction,
  whatOf,
} from '../../testing/oracle';
import { isDuring, oracleRemedy } from '../../testing/oracle/oracleRemedy';
import { medianOf, wilson } from './bruteForceDeliveryNumbers';
import {
  Asked,
  names,
  notKnown,
  PastCharge,
  Question,
  Told,
} from './deliveryPast';

/** What broke something, how long until it was made good, and how much of what is deployed makes good. */
export const bruteForceDeliveryFailures: Record<string, Question> = {
  'reliability.change_fail_rate': { days: 90, answer: failRate },
  'reliability.failed_deployment_recovery_time': { days: 90, answer: recovery },
  'reliability.deployment_rework_rate': { days: 180, answer: rework },
};

/** What was delivered as one, oldest deployment first, with what it is charged with. */
interface Delivered {
  deployments: DeploymentRecord[];
  charges: PastCharge[];
}

function finishOf(one: DeploymentRecord): number {
  return one.endedAt ?? one.startedAt;
}

function finished(asked: Asked, from: number): DeploymentRecord[] {
  return asked.deployments.filter(
    one =>
      touchedProduction(one) &&
      one.state === 'finished' &&
      finishOf(one) >= from &&
      finishOf(one) < asked.now,
  );
}

/** Single deployments, or all of one commit that came first in the window; one that failed only if something is charged to it. */
function deliveredIn(asked: Asked): Delivered[] {
  const isOne = asked.profile.denominator === 'changes';
  const reached = inOrder(
    finished(asked, isOne ? asked.from - reach : asked.from).filter(
      one =>
        gotThrough(one) ||
        asked.charges.some(({ deployment }) => deployment === one.id),
    ),
  );
  if (!isOne) return reached.map(one => withCharges([one], asked));
  const keyOf = (one: DeploymentRecord) => whatOf(one) ?? `only ${one.id}`;
  return names(reached.map(keyOf))
    .map(key => reached.filter(one => keyOf(one) === key))
    .filter(deployments => {
      const came = deployments.filter(one => !one.rollback).map(finishOf);
      return came.length > 0 && Math.min(...came) >= asked.from;
    })
    .map(deployments => withCharges(deployments, asked));
}

function withCharges(deployments: DeploymentRecord[], asked: Asked): Delivered {
  const charges = deployments.flatMap(one =>
    asked.charges.filter(
      ({ deployment, method }) =>
        deployment === one.id &&
        !(
          asked.profile.denominator === 'changes' &&
          method === 'temporal' &&
          goesBack(one, asked)
        ),
    ),
  );
  return { deployments, charges };
}

/** A rollback is no change, and what time alone charges it with is of none. */
function goesBack(one: DeploymentRecord, { deployments }: Asked): boolean {
  if (one.rollback) return true;
  const earlier = deployments.filter(
    other =>
      touchedProduction(other) &&
      isBefore(other, one) &&
      whatOf(other) !== undefined,
  );
  const same = latest(
    earlier.filter(other => gotThrough(other) && whatOf(other) === whatOf(one)),
  );
  return (
    same !== undefined &&
    same.startedAt >= one.startedAt - reach &&
    earlier.some(
      other => isBefore(same, other) && whatOf(other) !== whatOf(one),
    )
  );
}

function idsOf({ deployments, charges }: Delivered): string[] {
  return [
    ...deployments.map(({ id }) => id),
    ...charges.map(({ incident }) => incident.id),
  ];
}

function failRate(asked: Asked): Told {
  const delivered = deliveredIn(asked);
  const firsts = delivered.map(({ deployments }) => deployments[0].id);
  if (delivered.length < 10) return notKnown(firsts, delivered.length);
  const failed = delivered.filter(({ charges }) => charges.length > 0);
  const parts: Record<string, { value: number; records: string[] }> = {};
  let rest = failed;
  for (const rung of ['explicit', 'linked', 'remediation', 'temporal']) {
    const isOf = ({ charges }: Delivered) =>
      charges.some(({ method }) => method === rung);
    const those = rest.filter(isOf);
    rest = rest.filter(each => !isOf(each));
    if (those.length > 0) {
      const records = names(those.flatMap(idsOf));
      parts[rung] = { value: those.length, records };
    }
  }
  return {
    value: failed.length / delivered.length,
    sampleSize: delivered.length,
    evidence: names([...firsts, ...failed.flatMap(idsOf)]),
    interval: wilson(failed.length, delivered.length),
    parts,
  };
}

function recovery(asked: Asked): Told {
  const failed = deliveredIn(asked).filter(({ charges }) => charges.length > 0);
  const evidenceOf = (one: Delivered) => [
    ...idsOf(one),
    ...one.charges.flatMap(({ remedy }) => remedy?.record ?? []),
  ];
  const recovered = failed.flatMap(one => {
    const ends = one.charges.flatMap(({ incident, remedy }) => [
      incident.endedAt ?? Infinity,
      ...(remedy ? [remedy.finishedAt ?? Infinity] : []),
    ]);
    const last = Math.max(...ends);
    const [first] = one.deployments
      .filter(({ id }) => one.charges.some(each => each.deployment === id))
      .sort((a, b) => finishOf(a) - finishOf(b) || (a.id < b.id ? -1 : 1));
    const took = Math.max(0, last - finishOf(first));
    const single = {
      record: first.id,
      at: finishOf(first),
      value: took / 1000,
    };
    return last > asked.now ? [] : [{ single, evidence: evidenceOf(one) }];
  });
  return recovered.length === 0
    ? notKnown(failed.flatMap(evidenceOf))
    : medianOf(
        recovered.map(({ single }) => single),
        recovered.flatMap(({ evidence }) => evidence),
      );
}

function rework(asked: Asked): Told {
  const all = finished(asked, asked.from).filter(gotThrough);
  const ids = names(all.map(({ id }) => id));
  if (all.length < 10) return notKnown(ids, all.length);
  const counted = asked.incidents.filter(one => one.mergedInto === undefined);
  const judged = all.map(one => {
    const remedy = oracleRemedy(one, asked);
    const mended = counted.some(
      incident => remedy && isDuring(remedy, incident, asked.now),
    );
    return { id: one.id, one, kind: mended ? remedy?.kind : undefined };
  });
  const production = asked.deployments.filter(
    ({ environment }) => environment === 'production',
  );
  const untold = judged.filter(
    ({ one, kind }) =>
      !kind && oracleContents(one, production, asked.changes) === 'unknown',
  );
  if (untold.length > all.length / 2) return notKnown(ids, all.length);
  const mended = judged.filter(({ kind }) => kind);
  const kinds = names(mended.flatMap(({ kind }) => kind ?? []));
  const parts = kinds.map(kind => {
    const records = mended.filter(each => each.kind === kind);
    return [
      kind,
      { value: records.length, records: names(records.map(({ id }) => id)) },
    ];
  });
  return {
    value: mended.length / all.length,
    sampleSize: all.length,
    evidence: ids,
    interval: wilson(mended.length, all.length),
    parts: Object.fromEntries(parts),
  };
}
