export * from './TreeFile';
export * from './Violation';
export * from './readTree';
export * from './parse';
