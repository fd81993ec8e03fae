export { Backtester } from './Backtester';
export { pruneBacktests } from './pruneBacktests';
export { readBacktest } from './readBacktest';
export { requestBacktest } from './requestBacktest';
export type { Requested } from './requestBacktest';
