import { z } from 'zod';
import { fixedPart } from './fixedPart';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';
import { readJson } from './readJson';

const node = z
  .object({ node: z.string().optional().catch(undefined) })
  .optional()
  .catch(undefined);
const schema = z.object({ engines: node, volta: node });

/** `package.json`: the Node.js that Volta pins, else the ones that `engines` allows. */
export const packageJson: Manifest = {
  path: 'package.json',
  read: text => {
    const { engines, volta } = readJson(text, schema) ?? {};
    const asked = volta?.node ?? engines?.node;
    return purlOf('pkg:generic/node', asked && fixedPart(asked));
  },
};
