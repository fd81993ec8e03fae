import { describeRule } from '../describeRule';
import { roomCycles } from './roomCycles';

const src = 'plugins/accountability-backend/src';
const index = (...rooms: string[]) =>
  rooms.map(room => `import { a } from '../${room}';`).join('\n');

describeRule(roomCycles, {
  accepts: [
    [
      'one way',
      {
        [`${src}/api/index.ts`]: index('records'),
        [`${src}/records/index.ts`]: '',
      },
    ],
  ],
  rejects: [
    [
      'two rooms that import each other',
      {
        [`${src}/api/index.ts`]: index('records'),
        [`${src}/records/index.ts`]: index('api'),
      },
      [
        'backend/api → backend/records → backend/api',
        'backend/records → backend/api → backend/records',
      ],
    ],
  ],
});
