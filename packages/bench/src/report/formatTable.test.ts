import { formatTable } from './formatTable';

describe('formatTable', () => {
  it('aligns values and shows ratios with what they are to', () => {
    const table = formatTable([
      { name: 'raw', value: 12345.6, unit: 'rows/s' },
      {
        name: 'deliveries',
        value: 1.2345,
        unit: 'ms',
        ratio: { to: 'raw', value: 0.1 },
      },
    ]);

    expect(table).toBe(
      [
        'raw         12,346 rows/s',
        'deliveries    1.23 ms      0.1 x raw',
      ].join('\n'),
    );
  });
});
