export * from './byStart';
export * from './contentsOf';
export * from './ran';
export * from './sameCommit';
