export * from './facts/defineFact';
export * from './policy/CompiledPolicy';
export * from './assessTypes';
