import { duration, formatNumber, printQuantity } from './numbers';
import { quantity } from './quantity';

describe('quantity', () => {
  it.each([
    [0.2154, 'ratio', '21.5\u00a0%'],
    [0, 'ratio', '0\u00a0%'],
    [372, 'seconds', '6.2\u00a0min'],
    [45, 'seconds', '45\u00a0s'],
    [3 * 3600, 'seconds', '3\u00a0h'],
    [5 * 86400, 'seconds', '5\u00a0d'],
    [11, 'days', '11\u00a0d'],
    [2.5, 'per-week', '2.5\u00a0per\u00a0week'],
    [1284, 'count', '1,284'],
    [true, 'boolean', 'yes'],
    [false, 'boolean', 'no'],
  ] as const)('%s %s is printed as %s', (value, unit, text) => {
    expect(printQuantity(quantity(value, unit))).toBe(text);
  });
});

describe('formatNumber', () => {
  it('has a true minus sign and no negative zero', () => {
    expect(formatNumber(-2)).toBe('\u22122');
    expect(formatNumber(-0.01)).toBe('0');
  });
});

describe('duration', () => {
  it('keeps the sign', () => {
    expect(duration(-120)).toEqual({ number: '\u22122', unit: 'min' });
  });
});
