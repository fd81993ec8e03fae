import { Codeowners, CodeownersDialect } from './Codeowners';
import { parseGitlab } from './parseGitlab';
import { parsePlain } from './parsePlain';

/** Reads a CODEOWNERS file. Lines that cannot be meant so are left out and told as errors. */
export function parseCodeowners(
  text: string,
  dialect: CodeownersDialect,
): Codeowners {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return dialect === 'gitlab' ? parseGitlab(lines) : parsePlain(lines, dialect);
}
