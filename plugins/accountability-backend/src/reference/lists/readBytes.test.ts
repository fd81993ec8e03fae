import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { readBytes } from './readBytes';

const mb = 1024 * 1024;
const read = (...parts: (string | Buffer)[]) =>
  readBytes(Readable.from(parts.map(part => Buffer.from(part))), mb);

describe('bytes of a list', () => {
  it.each([
    { given: 'plain', parts: ['lis', 't'] },
    {
      given: 'packed, in parts of a byte',
      parts: [...gzipSync('list')].map(byte => Buffer.from([byte])),
    },
  ])('are read $given', async ({ parts }) => {
    expect(await read(...parts)).toEqual({
      status: 'read',
      bytes: Buffer.from('list'),
    });
  });

  it.each([
    { given: 'too many bytes', bytes: Buffer.alloc(mb + 1) },
    {
      given: 'a few bytes that would become too many',
      bytes: gzipSync(Buffer.alloc(50 * mb)),
    },
  ])('are not taken from $given', async ({ bytes }) => {
    expect(await read(bytes)).toEqual({
      status: 'fault',
      because: 'it has more than 1 MB, the most that is read',
    });
  });

  it.each([
    {
      given: 'half of what was packed',
      bytes: gzipSync('a long list of things').subarray(0, 20),
    },
    { given: 'damaged bytes', bytes: Buffer.from([0x1f, 0x8b, 8, 1, 2, 3]) },
  ])('are not taken from $given', async ({ bytes }) => {
    expect(await read(bytes)).toMatchObject({
      status: 'fault',
      because: expect.stringContaining('cannot be inflated'),
    });
  });

  it('are taken up to the last one that is allowed, and no more is asked for', async () => {
    let asked = 0;
    const endless = async function* endless() {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(mb / 4);
      }
    };

    expect(await readBytes(endless(), mb)).toMatchObject({ status: 'fault' });
    expect(asked).toBe(5);
  });
});
