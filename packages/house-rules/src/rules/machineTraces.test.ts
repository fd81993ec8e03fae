import { describeRule } from '../describeRule';
import { machineTraces } from './machineTraces';

describeRule(machineTraces, {
  accepts: [
    [
      'relative and served paths',
      {
        'x.md':
          'docs/home, /api/work, `/accountability`, https://github.com/home/work',
      },
    ],
    [
      "the lock file's own resolutions",
      { 'yarn.lock': 'resolution: "knex@npm:3.1.0"' },
    ],
  ],
  rejects: [
    [
      "a user's folder",
      { 'x.md': 'see /home/ann/project' },
      ['names a path of one machine'],
    ],
    [
      'a folder of a container',
      { 'x.mjs': "'/work/main'" },
      ['names a path of one machine'],
    ],
    [
      'an archive of a registry',
      { 'yarn.lock': 'https://npm.example.net/knex/-/knex-3.1.0.tgz' },
      ['names a package registry'],
    ],
    [
      'a registry setting',
      { '.npmrc': 'registry=https://npm.example.net' },
      ['names a package registry'],
    ],
  ],
});
