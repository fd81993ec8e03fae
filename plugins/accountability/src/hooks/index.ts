export { usePolled, POLL_MS } from './usePolled';
export type { Polled } from './usePolled';
export { useAsOf } from './useAsOf';
export type { Pages } from './usePages';
export { usePages } from './usePages';
export { useRefreshOnSignal } from './useRefreshOnSignal';
export { useElementWidth } from './useElementWidth';
export { useOverflows } from './useOverflows';
