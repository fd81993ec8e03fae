import {
  ChangeRecord,
  MetricValue,
  provenanceReports,
} from 'backstage-plugin-accountability-common';
import { makerOf } from '../changes';
import { ago, causedBy, deployed, merged } from '../testing';
import { formatDuration, HOUR, percentile, SECOND } from '../time';
import { defineFact, FactContext, Measurement } from './defineFact';
import { failedDeploymentRecoveryTime } from './failedDeploymentRecoveryTime';
import { minimumSide } from './makerSides';
import { fewPeople } from './fewPeople';
import { byDeployment } from './measureLeadTime';
import { reportsAside } from './reportsAside';
import { counted, windowWords } from './wording';

const began = ago(80, 'd');
const shaOf = (place: number) => `${1000000 + place}`;
/** So many deployments of one change each that all failed; those of machines took two hours, the others one. */
const failures = (count: number) =>
  Array.from({ length: count + 1 }, (_, place) => {
    const at = began + place * 20 * HOUR;
    const isMachine = place % 2 === 1;
    const deployment = deployed(`d${place}`, {
      sha: shaOf(place),
      startedAt: at,
    });
    const finished = deployment.endedAt ?? at;
    return [
      merged(`c${place}`, {
        sha: shaOf(place),
        endedAt: at - HOUR,
        ...(isMachine && { machineWritten: 'declared' as const }),
      }),
      deployment,
      causedBy(`d${place}`, `i${place}`, {
        startedAt: finished,
        endedAt: finished + (isMachine ? 2 : 1) * HOUR,
      }),
    ];
  }).flat();

/** How much longer it takes to recover from failed deployments that are machine-written for the most part than from the rest. A correlation. */
export const recoveryDelta = defineFact({
  id: 'ownership.machine_written_recovery_delta',
  burden: 'ownership',
  question: 'Do we recover as fast from what a machine wrote?',
  unit: 'seconds',
  windowDays: 90,
  needs: ['deployment', 'incident', 'change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Failed deployment recovery time: median (type 7) of those more than half of whose changes are marked machine-written (attested or declared) less the median of the rest; changes of bots that follow rules are not counted, and deployments of nothing else are left out; no interval; unknown under 30 on either side, and where fewer than 5 people are known to stand for one; a correlation, not a cause',
  gaming:
    'Closing incidents early makes both shorter; look at failed_deployment_recovery_time beside it.',
  windowBy: { ...byDeployment, ...reportsAside },
  reads: ['people'],
  changesAt: context => failedDeploymentRecoveryTime.changesAt?.(context),

  measure(context) {
    const recovery = failedDeploymentRecoveryTime.measure(context);
    if (recovery.status === 'unknown') return recovery;
    const sides = sidesOf(recovery.values ?? [], context);
    const why = whyNot(sides, context);
    if (why) return why;
    const medianOf = ({ values }: Side) => percentile(values, 0.5) ?? NaN;
    const [machine, rest] = [medianOf(sides.machine), medianOf(sides.rest)];
    const inWords = (seconds: number) => formatDuration(seconds * SECOND);
    return {
      status: 'known',
      value: machine - rest,
      sampleSize: sides.machine.values.length + sides.rest.values.length,
      evidence: [...sides.machine.records, ...sides.rest.records],
      parts: [
        {
          key: 'machine-written',
          value: machine,
          records: sides.machine.records,
        },
        { key: 'rest', value: rest, records: sides.rest.records },
      ],
      because: `Median ${inWords(machine)} over ${counted(
        sides.machine.values.length,
        'failed deployment',
      )} machine-written for the most part and ${inWords(rest)} over ${
        sides.rest.values.length
      } others, ${windowWords(
        context,
      )}; a correlation, not a cause, and how far it is off is not said`,
    };
  },

  examples: [
    {
      given: 'thirty of machines took two hours, thirty others one',
      records: failures(60),
      gives: 3600,
    },
    {
      given: 'twenty of either, too few to compare',
      records: failures(40),
      gives: 'insufficient-data',
    },
    {
      given: 'nothing failed',
      records: [deployed('d'), merged('c')],
      collected: ['deployment', 'incident', 'change'],
      gives: 'insufficient-data',
    },
  ],
});

/** Failed deployments of one side: times in seconds, records, and what they brought. */
interface Side {
  values: number[];
  records: string[];
  changes: ChangeRecord[];
}

function sidesOf(
  recoveries: readonly MetricValue[],
  { contents }: FactContext,
) {
  const none = (): Side => ({ values: [], records: [], changes: [] });
  const sides = { machine: none(), rest: none() };
  for (const { record, value } of recoveries) {
    const brought = contents.get(record);
    if (brought?.status !== 'known') continue;
    const changes = brought.changes.filter(
      change => makerOf(change) !== 'automation',
    );
    if (changes.length === 0) continue;
    const made = changes.filter(change => makerOf(change) === 'machine').length;
    const side = made * 2 > changes.length ? sides.machine : sides.rest;
    side.values.push(value);
    side.records.push(record);
    side.changes.push(...changes);
  }
  return sides;
}

function whyNot(
  { machine, rest }: { machine: Side; rest: Side },
  context: FactContext,
): Measurement | undefined {
  if (machine.values.length < minimumSide || rest.values.length < minimumSide) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      sampleSize: machine.values.length + rest.values.length,
      evidence: [...machine.records, ...rest.records],
      because: `${machine.values.length} failed deployments machine-written for the most part and ${rest.values.length} others that were recovered from; a comparison needs at least ${minimumSide} of both`,
    };
  }
  return (
    fewPeople(machine.changes, context) ?? fewPeople(rest.changes, context)
  );
}
