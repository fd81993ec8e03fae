import { describeRule } from '../describeRule';
import { packageFiles } from './packageFiles';

const manifest = (changes: object = {}) =>
  JSON.stringify({ name: 'x', backstage: { role: 'cli' }, ...changes });
const entity = `metadata:
  name: x
spec:
  type: backstage-cli
  owner: group:default/accountability
  system: accountability
`;
const good = {
  'catalog-info.yaml': '    - ./plugins/x/catalog-info.yaml\n',
  'plugins/x/package.json': manifest(),
  'plugins/x/README.md': '# x',
  'plugins/x/catalog-info.yaml': entity,
};
const { 'plugins/x/README.md': _, ...withoutReadme } = good;
const { 'plugins/x/catalog-info.yaml': __, ...withoutEntity } = good;

describeRule(packageFiles, {
  accepts: [
    ['a package with its page and its entity', good],
    [
      'a private one that is in no catalog',
      {
        'packages/x/package.json': manifest({ private: true }),
        'packages/x/README.md': '# x',
      },
    ],
  ],
  rejects: [
    ['no page', withoutReadme, ['has no README.md']],
    ['no entity', withoutEntity, ['has no catalog-info.yaml']],
    [
      'an entity that nothing lists',
      { ...good, 'catalog-info.yaml': '' },
      ['does not list ./plugins/x/catalog-info.yaml'],
    ],
    [
      'an entity of another role',
      {
        ...good,
        'plugins/x/catalog-info.yaml': entity.replace('-cli', '-library'),
      },
      ['does not say `type: backstage-cli`'],
    ],
  ],
});
