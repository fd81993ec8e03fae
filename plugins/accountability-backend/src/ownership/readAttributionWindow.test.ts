import { readAttributionWindow } from './readAttributionWindow';

const hour = 3_600_000;

describe('readAttributionWindow', () => {
  it.each([
    { given: 'PT6H', gives: 6 * hour },
    { given: '6 hours', gives: 6 * hour },
    { given: ' P2D ', gives: 48 * hour },
    { given: '90 days', gives: 90 * 24 * hour },
    { given: '91 days', gives: 'unreadable' },
    { given: '0 hours', gives: 'unreadable' },
    { given: '-1 hours', gives: 'unreadable' },
    { given: 'a while', gives: 'unreadable' },
    { given: 'P', gives: 'unreadable' },
    { given: '', gives: 'absent' },
    { given: undefined, gives: 'absent' },
  ])('gives $gives for $given', ({ given, gives }) => {
    const window = readAttributionWindow({
      metadata: {
        annotations: { 'accountability.io/attribution-window': given },
      },
    });

    expect(window.status === 'known' ? window.ms : window.status).toBe(gives);
  });

  it('is absent from an entity without annotations', () => {
    expect(readAttributionWindow({}).status).toBe('absent');
  });
});
