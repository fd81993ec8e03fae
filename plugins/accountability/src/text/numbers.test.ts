import { duration, formatNumber } from './numbers';

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
