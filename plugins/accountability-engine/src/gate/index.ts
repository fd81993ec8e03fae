export * from './GateInput';
export * from './decideGate';
export * from './decideUnasked';
export * from './evidenceOf';
export * from './gateScope';
export * from './modeOfRule';
export * from './rulesToAsk';
