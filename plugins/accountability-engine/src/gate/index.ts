export * from './decideGate';
