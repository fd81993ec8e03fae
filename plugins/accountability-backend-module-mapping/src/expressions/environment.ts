import { CelEnv, celEnv } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';

/** Of CEL's strings extension, what never makes a text longer than the payload's own. */
const textFunctions = new Set([
  'charAt',
  'indexOf',
  'lastIndexOf',
  'lowerAscii',
  'split',
  'substring',
  'trim',
  'upperAscii',
]);

/** Standard CEL, with functions that take a text apart. */
export const environment: CelEnv = celEnv({
  funcs: strings.filter(({ name }) => textFunctions.has(name)),
});
