import { packBars } from './packBars';
import { placeBar, Room } from './placeBar';

const bar = (
  x: number,
  rest: { linked?: boolean; inBow?: boolean; label?: string } = {},
): Room =>
  placeBar({
    x,
    width: 20,
    label: 'ledger 2e1d0c7',
    bold: false,
    linked: false,
    inBow: false,
    lines: [],
    left: 112,
    right: 1180,
    ...rest,
  });

describe('placeBar', () => {
  it.each([
    { title: 'right where there is room', x: 400, lines: [], side: 'right' },
    { title: 'left at the edge', x: 1170, lines: [], side: 'left' },
    { title: 'left of a line', x: 400, lines: [440], side: 'left' },
    {
      title: 'right where both sides cross a line',
      x: 400,
      lines: [380, 440],
      side: 'right',
    },
    {
      title: 'right where left has no room',
      x: 120,
      lines: [160],
      side: 'right',
    },
  ])('puts words $title', ({ x, lines, side }) => {
    const { bar: placed } = placeBar({
      x,
      width: 20,
      label: 'ledger 2e1d0c7',
      bold: false,
      linked: false,
      inBow: false,
      lines,
      left: 112,
      right: 1180,
    });

    expect(placed.side).toBe(side);
  });
});

describe('packBars', () => {
  it.each([
    {
      title: 'one row where nothing meets',
      given: [bar(200), bar(500)],
      gives: [0, 0],
    },
    {
      title: 'a row for each that would meet',
      given: [bar(200), bar(230), bar(260)],
      gives: [0, 1, 2],
    },
    {
      title: 'bars with a line from left to right',
      given: [bar(300, { linked: true }), bar(260, { linked: true })],
      gives: [1, 0],
    },
    {
      title: 'a row below words that its line would fall through',
      given: [
        bar(200, { linked: true }),
        bar(215, {
          linked: true,
          label: 'storefront-gateway 2e1d0c7, candidate 0.21',
        }),
        bar(380, { linked: true }),
      ],
      gives: [0, 1, 2],
    },
    {
      title: 'nothing stands where a bow hangs',
      given: [
        bar(200, { linked: true, inBow: true }),
        bar(700, { inBow: true }),
        bar(690),
      ],
      gives: [0, 0, 2],
    },
  ])('$title', ({ given, gives }) => {
    expect(packBars(given)).toEqual(gives);
  });
});
