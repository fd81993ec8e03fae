import { firstLine } from './firstLine';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** `runtime.txt` of platforms that run Python: `python-3.12.1`. */
export const runtimeTxt: Manifest = {
  path: 'runtime.txt',
  read: text =>
    purlOf(
      'pkg:generic/python',
      /^python-(.+)$/.exec(firstLine(text) ?? '')?.[1],
    ),
};
