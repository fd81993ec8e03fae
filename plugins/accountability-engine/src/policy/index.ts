export * from './CompiledPolicy';
export * from './PolicyEngine';
export * from './compilePolicy';
export * from './evaluateCheck';
export * from './modeAt';
export * from './whetherScored';
