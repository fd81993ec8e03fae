import { firstLine } from './firstLine';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** `.python-version`: its first line is the one that is used. */
export const pythonVersion: Manifest = {
  path: '.python-version',
  read: text =>
    purlOf('pkg:generic/python', firstLine(text)?.replace(/^python-/, '')),
};
