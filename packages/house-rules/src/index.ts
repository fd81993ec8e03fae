export * from './rules';
export * from './tree';
