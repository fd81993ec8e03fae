export * from './history';
export * from './oracleContents';
export * from './oracleDevlake';
export * from './oracleLadder';
export * from './oracleMiddleware';
