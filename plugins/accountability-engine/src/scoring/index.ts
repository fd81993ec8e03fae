export * from './burdenOf';
export * from './coverageOf';
export * from './pointsOf';
export * from './levelOf';
