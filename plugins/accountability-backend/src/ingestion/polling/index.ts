export { isPolled } from './isPolled';
export { PollRunner } from './PollRunner';
export type { PolledSource } from './PollRunner';
export type { PollRunnerOptions } from './PollRunnerOptions';
export { readPolling } from './readPolling';
export type { PolledStream } from './readPolling';
