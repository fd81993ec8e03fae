import {
  DAY,
  deployment,
  incident,
  attribution,
  NOW,
  timelineResponse,
} from '../../../fixtures';
import { deploymentLanes, MARK_LIMIT, shapeOf } from './deploymentLanes';
import { incidentMarks, MAX_INCIDENT } from './incidentMarks';
import { causeLinks } from './causeLinks';
import { layoutTimeline } from './layoutTimeline';
import { ownerBands } from './ownerBands';
import { timeScale } from './scale';
import { weekTicks } from './ticks';
import { weekBars } from './weekBars';

const HOUR = 3_600_000;
const from = NOW - 90 * DAY;
const scale = timeScale({ from, to: NOW }, { left: 100, right: 1000 });
const wordsOf = () => 'sev 2, 5 min';
const lanesOf = (deployments: ReturnType<typeof deployment>[], zone = 'UTC') =>
  deploymentLanes({ deployments, attributions: [], scale, zone, top: 48 });

describe('timeScale', () => {
  it.each([
    ['the start', from, 100],
    ['the middle', from + 45 * DAY, 550],
    ['the end', NOW, 1000],
    ['before the window', from - DAY, 100],
    ['after the window', NOW + DAY, 1000],
  ])('%s is put in its place', (_, at, x) => {
    expect(scale.x(at)).toBe(x);
  });
});

describe('weekTicks', () => {
  it('stands on Mondays of the zone, also across a change of the clock', () => {
    const ticks = weekTicks(scale, 'Europe/Berlin');

    for (const { at } of ticks) {
      const text = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/Berlin',
        weekday: 'short',
        hour: '2-digit',
      }).format(at);
      expect(text).toMatch(/Mon.*00/);
    }
    expect(ticks.length).toBeGreaterThan(5);
  });

  it('leaves out weeks where labels have no room', () => {
    const narrow = timeScale({ from, to: NOW }, { left: 100, right: 420 });

    const ticks = weekTicks(narrow, 'UTC');

    const apart = ticks[1].x - ticks[0].x;
    expect(apart).toBeGreaterThanOrEqual(70);
  });
});

describe('deploymentLanes', () => {
  it('has a lane an environment: unknown first and never production, production last', () => {
    const lanes = lanesOf([
      deployment('1', NOW - DAY),
      deployment('2', NOW - DAY, { environment: undefined }),
      deployment('3', NOW - DAY, { environment: 'staging' }),
    ]);

    expect(
      lanes.map(({ environment, production }) => [environment, production]),
    ).toEqual([
      [undefined, false],
      ['staging', false],
      ['production', true],
    ]);
    expect(lanes[0].baseline).toBeLessThan(lanes[1].top);
  });

  it('stacks the deployments of one day of the zone upwards', () => {
    const day = Date.UTC(2026, 9, 20);
    const records = [1, 5, 23].map(hour =>
      deployment(`${hour}`, day + hour * HOUR),
    );

    const [utc] = lanesOf(records);
    const [berlin] = lanesOf(records, 'Europe/Berlin');

    expect(new Set(utc.marks.map(({ x }) => x)).size).toBe(1);
    expect(new Set(utc.marks.map(({ y }) => y)).size).toBe(3);
    expect(new Set(berlin.marks.map(({ x }) => x)).size).toBe(2);
  });

  it('keeps a deep day inside its lane', () => {
    const records = Array.from({ length: 60 }, (_, n) =>
      deployment(`${n}`, NOW - 5 * DAY + n),
    );

    const [lane] = lanesOf(records);

    for (const mark of lane.marks) {
      expect(mark.y).toBeGreaterThanOrEqual(lane.top);
      expect(mark.y).toBeLessThan(lane.baseline);
    }
  });

  it.each([
    [MARK_LIMIT, MARK_LIMIT, 0],
    [MARK_LIMIT + 1, 0, 80],
  ])('%i deployments give %i marks and %i day bars', (count, marks, bars) => {
    const records = Array.from({ length: count }, (_, n) =>
      deployment(`${n}`, from + DAY + (n % 80) * DAY),
    );

    const [lane] = lanesOf(records);

    expect(lane.marks).toHaveLength(marks);
    expect(lane.bars).toHaveLength(bars);
    expect(lane.count).toBe(count);
  });
});

describe('shapeOf', () => {
  const charge = attribution(
    incident('I', NOW),
    'linked',
    deployment('1', NOW - HOUR),
  );

  it.each([
    ['held', { result: 'success' as const }, []],
    ['never', { result: 'failure' as const }, []],
    ['never', { result: 'cancellation' as const }, []],
    ['failed', { result: 'success' as const }, [charge]],
    ['running', { result: undefined, state: 'executing' as const }, []],
  ])('%s', (shape, rest, charges) => {
    expect(shapeOf(deployment('1', NOW, rest), charges)).toBe(shape);
  });
});

describe('incidentMarks', () => {
  const marksOf = (incidents: ReturnType<typeof incident>[]) =>
    incidentMarks(incidents, { attributions: [], scale, line: 200, wordsOf });

  it('is as long as the minutes to restore, the longest full', () => {
    const marks = marksOf([
      incident('A', NOW - 30 * DAY, { minutes: 100 }),
      incident('B', NOW - 20 * DAY, { minutes: 50 }),
    ]);

    expect(marks.map(({ length }) => length)).toEqual([
      MAX_INCIDENT,
      MAX_INCIDENT / 2,
    ]);
  });

  it('says no minutes of an incident that goes on', () => {
    expect(marksOf([incident('A', NOW - HOUR)])[0].minutes).toBeUndefined();
  });

  it('leaves out what was merged into another incident', () => {
    expect(
      marksOf([
        incident('A', NOW - DAY, { mergedInto: 'pagerduty:incident:B' }),
      ]),
    ).toEqual([]);
  });

  it('puts labels where they have room and drops them where they have not', () => {
    const marks = marksOf([
      incident('A', NOW - 60 * DAY, { minutes: 5 }),
      incident('B', NOW - 40 * DAY, { minutes: 5 }),
      incident('C', NOW - 39 * DAY, { minutes: 5 }),
      incident('D', NOW - 38 * DAY, { minutes: 5 }),
      incident('E', NOW - HOUR, { minutes: 5 }),
    ]);

    expect(marks.map(({ label }) => label)).toEqual([
      'right',
      'left',
      undefined,
      'right',
      'left',
    ]);
  });

  it.each([
    { words: 'now', gives: 'right' },
    { words: 'in a language that takes much longer to say it', gives: 'left' },
  ])('gives a label the room of its words: $words', ({ words, gives }) => {
    const [{ label }] = incidentMarks([incident('A', NOW - 9 * DAY)], {
      ...{ attributions: [], scale, line: 200 },
      wordsOf: () => words,
    });

    expect(label).toBe(gives);
  });
});

describe('causeLinks', () => {
  it('links an incident to its cause, and draws none where the cause is outside', () => {
    const cause = deployment('1', NOW - 9 * DAY);
    const before = deployment('0', from - DAY);
    const a = incident('A', NOW - 8 * DAY, { minutes: 5 });
    const b = incident('B', NOW - 4 * DAY, { minutes: 5 });
    const attributions = [
      attribution(a, 'linked', cause),
      attribution(b, 'linked', before),
    ];
    const lanes = deploymentLanes({
      deployments: [cause],
      attributions,
      scale,
      zone: 'UTC',
      top: 48,
    });

    const links = causeLinks(
      lanes,
      incidentMarks([a, b], { attributions, scale, line: 200, wordsOf }),
    );

    expect(links.map(({ attribution: link }) => link.incident)).toEqual([a.id]);
    expect(links[0].path).toMatch(/^M[\d.]+ [\d.]+C/);
  });
});

describe('ownerBands', () => {
  const span = (owner: string, since: number, to?: number) => ({
    owner: `group:default/${owner}`,
    resolves: true,
    origin: 'catalog' as const,
    from: since,
    to,
  });

  it('cuts spans to the window and says who was nobody', () => {
    const bands = ownerBands(
      [span('a', from - DAY, from + 10 * DAY), span('b', from + 20 * DAY)],
      { scale, attributions: [] },
    );

    expect(bands.map(({ owner, x, width }) => [owner, x, width])).toEqual([
      ['group:default/a', 100, 100],
      [undefined, 200, 100],
      ['group:default/b', 300, 700],
    ]);
  });

  it('charges a failed change once to the owner of its time, however many incidents it caused', () => {
    const cause = { ...deployment('1', Date.UTC(2026, 9, 8)) };
    const attributions = ['A', 'B'].map(id =>
      attribution(incident(id, Date.UTC(2026, 9, 10)), 'linked', cause),
    );
    const { spans } = timelineResponse();

    const bands = ownerBands(spans, { scale, attributions });

    expect(bands.map(({ owner, charged }) => [owner, charged])).toEqual([
      ['group:default/checkout', 1],
      ['group:default/payments-core', 0],
    ]);
  });
});

describe('weekBars', () => {
  it('sums days to weeks from Monday and keeps empty weeks', () => {
    const bars = weekBars(
      [
        { day: '2026-10-05', count: 3 },
        { day: '2026-10-11', count: 1 },
        { day: '2026-10-12', count: 2 },
      ],
      scale,
      32,
    );

    const of = (at: number) => bars.find(bar => bar.from === at);
    expect(of(Date.UTC(2026, 9, 5))).toMatchObject({ count: 4, height: 32 });
    expect(of(Date.UTC(2026, 9, 12))).toMatchObject({ count: 2, height: 16 });
    expect(of(Date.UTC(2026, 9, 19))).toMatchObject({ count: 0 });
  });
});

describe('layoutTimeline', () => {
  it('puts lanes, incidents and alerts below each other', () => {
    const layout = layoutTimeline(timelineResponse(), { width: 1184, wordsOf });

    const baselines = layout.lanes.map(({ baseline }) => baseline);
    expect(baselines).toEqual([...baselines].sort((a, b) => a - b));
    expect(layout.incidents.line).toBeGreaterThan(Math.max(...baselines));
    expect(layout.alerts.line).toBeGreaterThan(layout.incidents.line);
    expect(layout.height).toBeGreaterThan(layout.alerts.line);
  });
});
