export * from './burdenOf';
export * from './coverageOf';
export * from './levelOf';
