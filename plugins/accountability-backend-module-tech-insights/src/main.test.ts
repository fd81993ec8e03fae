import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

const check = (operator: string) => `techInsights:
  factChecker:
    checks:
      one:
        type: json-rules-engine
        name: One
        factIds: [scan]
        rule: { conditions: { all: [{ fact: x, operator: ${operator}, value: 1 }] } }
`;

async function run(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'app-config.yaml');
  writeFileSync(file, text);
  const told = { out: '', err: '' };
  const code = await main([file], {
    out: more => {
      told.out += more;
    },
    err: more => {
      told.err += more.replace(file, 'file');
    },
  });
  return { code, ...told };
}

describe('the importer as a command', () => {
  it('writes the scorecard', async () => {
    expect(await run(check('equal'))).toEqual({
      code: 0,
      out: expect.stringContaining('scan.x == 1.0'),
      err: '',
    });
  });

  it('fails where a check is lost, and says where', async () => {
    expect(await run(check('isNear'))).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^file:8:58: one: the operator isNear/),
    });
  });

  it('says how it is called', async () => {
    const err: string[] = [];

    const code = await main([], { out: () => {}, err: text => err.push(text) });

    expect([code, err[0]]).toEqual([2, expect.stringContaining('Usage')]);
  });
});
