import { cutText, textWidth } from './textWidth';

describe('textWidth', () => {
  it.each([
    ['PCHECKOUT', 'pcheckout'],
    ['www', 'iii'],
    ['一二三', 'abc'],
  ])('%s needs more room than %s', (wide, narrow) => {
    expect(textWidth(wide)).toBeGreaterThan(textWidth(narrow));
  });
});

it('makes bold words wider', () => {
  expect(textWidth('ledger', 'bold')).toBeGreaterThan(textWidth('ledger'));
});

describe('cutText', () => {
  it('leaves alone what fits', () => {
    expect(cutText('ledger', textWidth('ledger'))).toBe('ledger');
  });

  it.each([10, 40, 63, 120])('keeps to %s px', room => {
    const text = cutText('storefront-gateway 2e1d0c7 (production)', room);

    expect(text.endsWith('…')).toBe(true);
    expect(textWidth(text)).toBeLessThanOrEqual(Math.max(room, 17));
  });
});
