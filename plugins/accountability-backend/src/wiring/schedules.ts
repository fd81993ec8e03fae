import { HumanDuration } from '@backstage/types';

/** What a task does. */
export type Work = (signal: AbortSignal) => Promise<void>;

/** How a task runs by the clock. */
interface Schedule {
  /** `global`: on one replica at a time; `local`: on every replica. */
  scope: 'global' | 'local';
  frequency: HumanDuration;
  initialDelay: HumanDuration;
  timeout: HumanDuration;
}

const seconds = (count: number): HumanDuration => ({ seconds: count });
const minutes = (count: number): HumanDuration => ({ minutes: count });

/** What runs by the clock. */
export interface Tasks {
  catalogSync: Work;
  assessmentWorker: Work;
  inboxRecovery: Work;
  replay: Work;
  polling: Work;
  askedPolling: Work;
  sourceTally: Work;
  sourceWatch: Work;
  retention: Work;
  policyReload: Work;
  attestationRequests: Work;
  regressions: Work;
  weeklyDigests: Work;
  campaignReminders: Work;
  exemptionNotices: Work;
  codeowners: Work;
  referenceLists: Work;
  packages: Work;
  runtimes: Work;
  reportedFacts: Work;
  gateRetention: Work;
  backtests: Work;
  backtestRetention: Work;
  organisation: Work;
}

/** When each task runs. The catalog sync and looks at policy run as often as configured. */
export const schedules: readonly (Schedule & { task: keyof Tasks })[] = [
  {
    task: 'catalogSync',
    scope: 'global',
    frequency: minutes(2),
    initialDelay: seconds(3),
    timeout: minutes(15),
  },
  {
    task: 'assessmentWorker',
    scope: 'local',
    frequency: seconds(1),
    initialDelay: seconds(1),
    timeout: minutes(15),
  },
  {
    task: 'inboxRecovery',
    scope: 'local',
    frequency: seconds(5),
    initialDelay: seconds(1),
    timeout: minutes(15),
  },
  {
    task: 'replay',
    scope: 'local',
    frequency: seconds(2),
    initialDelay: seconds(5),
    timeout: minutes(60),
  },
  {
    task: 'polling',
    scope: 'local',
    frequency: seconds(30),
    initialDelay: seconds(20),
    timeout: minutes(30),
  },
  {
    task: 'askedPolling',
    scope: 'local',
    frequency: seconds(5),
    initialDelay: seconds(20),
    timeout: minutes(15),
  },
  {
    task: 'sourceTally',
    scope: 'local',
    frequency: seconds(5),
    initialDelay: seconds(5),
    timeout: minutes(1),
  },
  {
    task: 'sourceWatch',
    scope: 'global',
    frequency: seconds(30),
    initialDelay: seconds(10),
    timeout: minutes(2),
  },
  {
    task: 'retention',
    scope: 'global',
    frequency: minutes(60),
    initialDelay: minutes(5),
    timeout: minutes(30),
  },
  {
    task: 'policyReload',
    scope: 'local',
    frequency: seconds(30),
    // Addresses are read for the first time.
    initialDelay: seconds(2),
    timeout: minutes(5),
  },
  {
    task: 'attestationRequests',
    scope: 'global',
    frequency: minutes(24 * 60),
    // Once the catalog is read.
    initialDelay: minutes(2),
    timeout: minutes(10),
  },
  {
    task: 'regressions',
    scope: 'global',
    frequency: minutes(1),
    initialDelay: minutes(1),
    timeout: minutes(10),
  },
  {
    task: 'weeklyDigests',
    scope: 'global',
    // Zones begin their Monday at quarters of an hour.
    frequency: minutes(5),
    // Once services are assessed.
    initialDelay: minutes(10),
    timeout: minutes(30),
  },
  {
    task: 'campaignReminders',
    scope: 'global',
    frequency: minutes(60),
    // Once services are assessed.
    initialDelay: minutes(10),
    timeout: minutes(15),
  },
  {
    task: 'exemptionNotices',
    scope: 'global',
    frequency: minutes(1),
    initialDelay: minutes(1),
    timeout: minutes(10),
  },
  {
    task: 'codeowners',
    scope: 'global',
    frequency: minutes(60),
    initialDelay: minutes(1),
    timeout: minutes(45),
  },
  {
    task: 'referenceLists',
    scope: 'global',
    frequency: minutes(1),
    initialDelay: seconds(15),
    timeout: minutes(15),
  },
  {
    task: 'packages',
    scope: 'global',
    frequency: minutes(60),
    initialDelay: minutes(3),
    timeout: minutes(45),
  },
  {
    task: 'runtimes',
    scope: 'global',
    frequency: minutes(60),
    initialDelay: minutes(2),
    timeout: minutes(45),
  },
  {
    task: 'reportedFacts',
    scope: 'global',
    frequency: minutes(1),
    // Once the catalog is read.
    initialDelay: seconds(45),
    timeout: minutes(30),
  },
  {
    task: 'gateRetention',
    scope: 'global',
    frequency: minutes(60),
    initialDelay: minutes(6),
    timeout: minutes(30),
  },
  {
    task: 'backtests',
    scope: 'local',
    frequency: seconds(5),
    initialDelay: seconds(10),
    timeout: minutes(60),
  },
  {
    task: 'backtestRetention',
    scope: 'global',
    frequency: minutes(60),
    initialDelay: minutes(7),
    timeout: minutes(5),
  },
  {
    task: 'organisation',
    scope: 'local',
    frequency: seconds(5),
    // What a start has to do comes before a copy that nobody asked for yet.
    initialDelay: minutes(1),
    timeout: minutes(10),
  },
];
