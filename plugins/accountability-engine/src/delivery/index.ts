export * from './byCommit';
export * from './byStart';
export * from './contentsOf';
export * from './couldReach';
export * from './ran';
export * from './sameCommit';
