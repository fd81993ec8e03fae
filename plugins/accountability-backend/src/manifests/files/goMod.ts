import { Manifest } from './Manifest';
import { purlOf } from './purlOf';

/** `go.mod`: the toolchain, else the least Go that will do, which need not be the one that runs. */
export const goMod: Manifest = {
  path: 'go.mod',
  read: text => {
    const toolchain = /^toolchain[ \t]+go(\d[\w.]*)/m.exec(text)?.[1];
    const least = /^go[ \t]+(\d[\w.]*)/m.exec(text)?.[1];
    return purlOf('pkg:generic/go', toolchain ?? (least && `>=${least}`));
  },
};
