import { z } from 'zod';
import { Manifest } from './Manifest';
import { purlOf } from './purlOf';
import { readJson } from './readJson';

const schema = z.object({
  sdk: z.object({
    version: z.string(),
    rollForward: z.string().optional().catch(undefined),
  }),
});

/** `global.json`: the .NET SDK, which may be rolled forward to any later one. */
export const globalJson: Manifest = {
  path: 'global.json',
  read: text => {
    const { version, rollForward } = readJson(text, schema)?.sdk ?? {};
    const isLeast = /^(?:latest)?major$/i.test(rollForward ?? '');
    return purlOf(
      'pkg:generic/dotnet',
      version && (isLeast ? `>=${version}` : version),
    );
  },
};
