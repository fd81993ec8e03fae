import { describeRule } from '../describeRule';
import { enginePurity } from './enginePurity';

const path = 'plugins/accountability-engine/src/facts/x.ts';
const rejected: [text: string, says: string][] = [
  ['const a = Date.now();', 'calls Date.now'],
  ['const a = new Date();', 'asks new Date()'],
  ['const a = Date();', 'asks Date()'],
  ['const a = Math.random();', 'calls Math.random'],
  ['const a = DateTime.now();', 'calls DateTime.now'],
  ['const a = DateTime.local();', 'asks DateTime.local()'],
  ['const a = DateTime.utc();', 'asks DateTime.utc()'],
  ['const f = async () => 1;', 'is async'],
  ['const f: Promise<void> = g();', 'uses Promise'],
  ["import { readFile } from 'fs/promises';", 'imports fs/promises'],
  ["import path from 'node:path';", 'imports node:path'],
  ["const a = fetch('x');", 'uses fetch'],
  ['setTimeout(f, 1);', 'uses setTimeout'],
  ['const a = process.env.A;', 'uses process'],
];

describeRule(enginePurity, {
  accepts: [
    ['a date from an instant', { [path]: 'const a = new Date(now);' }],
    ['a time from its parts', { [path]: 'DateTime.utc(2026, 1, 2);' }],
    [
      'a property called process',
      { [path]: 'const a = b.process; const c = { process: 1 };' },
    ],
    ['a clock outside the engine', { 'plugins/a/src/x.ts': 'Date.now();' }],
    [
      "a test's clock",
      { 'plugins/accountability-engine/src/x.test.ts': 'Date.now();' },
    ],
  ],
  rejects: rejected.map(([text, says]) => [text, { [path]: text }, [says]]),
});
