import { execFileSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { TreeFile } from './TreeFile';

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|gz|zip)$/;

function git(cwd: string, ...args: string[]): string {
  const maxBuffer = 64 * 1024 * 1024;
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer });
}

/** Every text file that git knows or would take. */
export function readTree(): TreeFile[] {
  const root = git(process.cwd(), 'rev-parse', '--show-toplevel').trim();
  const known = ['--cached', '--others', '--exclude-standard'];
  const listed = git(root, 'ls-files', '-z', ...known);
  return [...new Set(listed.split('\0'))]
    .filter(path => path && !BINARY.test(path))
    .filter(path => existsSync(resolve(root, path)))
    .sort()
    .map(path => ({ path, text: readFileSync(resolve(root, path), 'utf8') }));
}
