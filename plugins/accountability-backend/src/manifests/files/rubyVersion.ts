import { firstLine } from './firstLine';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** `.ruby-version`: `3.3.6` or `ruby-3.3.6`. */
export const rubyVersion: Manifest = {
  path: '.ruby-version',
  read: text =>
    purlOf('pkg:generic/ruby', firstLine(text)?.replace(/^ruby-/, '')),
};
