export * from './askGraphql';
export * from './Clock';
export * from './createHttpClient';
export * from './HttpClient';
export type { HttpClientOptions } from './HttpSettings';
export * from './OutsideFault';
export * from './walkPages';
export { withinSignal } from './withinSignal';
