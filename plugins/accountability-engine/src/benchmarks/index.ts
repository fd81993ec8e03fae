export * from './answerOf';
export * from './BenchmarkEdition';
export * from './benchmarksOf';
export * from './editions';
