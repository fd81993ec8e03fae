import { spawnSync } from 'node:child_process';

/** Whether git can be run. */
export const gitIsHere = spawnSync('git', ['version']).status === 0;
