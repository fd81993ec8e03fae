import { describeRule } from '../describeRule';
import { packageManifests } from './packageManifests';

const good = {
  name: 'backstage-plugin-x',
  license: 'Apache-2.0',
  description: 'x',
  backstage: { role: 'node-library', pluginId: 'x' },
  repository: { directory: 'plugins/x' },
  files: ['dist'],
};
const path = 'plugins/x/package.json';
const manifest = (changes: object) => ({
  [path]: JSON.stringify({ ...good, ...changes }),
});

describeRule(packageManifests, {
  accepts: [
    ['a complete manifest', manifest({})],
    [
      'a private one without a home',
      manifest({
        private: true,
        name: 'x',
        repository: undefined,
        files: undefined,
      }),
    ],
    [
      'a library or command without a plugin id',
      manifest({ backstage: { role: 'cli' } }),
    ],
  ],
  rejects: [
    ['no licence', manifest({ license: undefined }), ['lacks the licence']],
    [
      'no role',
      manifest({ backstage: { pluginId: 'x' } }),
      ['lacks its Backstage role'],
    ],
    [
      'the home of another',
      manifest({ repository: { directory: 'plugins/y' } }),
      ['lacks repository.directory plugins/x'],
    ],
    [
      'a plugin without its id',
      manifest({ backstage: { role: 'backend-plugin' } }),
      ['lacks its plugin id'],
    ],
    ['nothing published', manifest({ files: [] }), ['does not publish dist']],
  ],
});
