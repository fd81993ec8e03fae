import { firstLine } from './firstLine';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** Names of long-term lines of Node.js. */
const lines = new Map([
  ['gallium', '16'],
  ['hydrogen', '18'],
  ['iron', '20'],
  ['jod', '22'],
  ['krypton', '24'],
]);

/** `.nvmrc`: a version of Node.js, or the name of one of its lines. */
export const nvmrc: Manifest = {
  path: '.nvmrc',
  read: text => {
    const line = firstLine(text);
    const name = /^lts\/([a-z]+)$/i.exec(line ?? '')?.[1].toLowerCase();
    return purlOf('pkg:generic/node', lines.get(name ?? '') ?? line);
  },
};
