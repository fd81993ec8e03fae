export type { BenchOptions } from './BenchOptions';
export { runBench } from './runBench';
