import { IncidentRecord } from 'backstage-plugin-accountability-common';
import {
  cardPayments,
  clock,
  deployment,
  incidentResponse,
  NOW,
  poorIncidentResponse,
} from '../../../fixtures';
import { timeScale } from '../../timeline/layout/scale';
import { incidentSegments } from './incidentSegments';
import { layoutMinutes } from './layoutMinutes';
import { minuteTicks } from './minuteTicks';
import { minuteWindow } from './minuteWindow';
import { packRows } from './packRows';

const MINUTE = 60_000;
const layout = (data = incidentResponse()) =>
  layoutMinutes(data, { width: 1184, now: NOW });

describe('minuteWindow', () => {
  it('holds what began in the two hours before, and what ended in the hour after', () => {
    const { from, to } = minuteWindow(incidentResponse(), NOW);

    expect(from).toBeLessThan(clock(8, 52));
    expect(from).toBeGreaterThan(clock(8, 40));
    expect(to).toBeGreaterThan(clock(10, 2));
    expect(to).toBeLessThan(clock(10, 10));
  });

  it('goes to now while the incident goes on', () => {
    expect(minuteWindow(poorIncidentResponse(), NOW).to).toBeGreaterThanOrEqual(
      NOW,
    );
  });
});

describe('minuteTicks', () => {
  it.each([
    { span: 10, step: 1 },
    { span: 75, step: 10 },
    { span: 60 * 24 * 3, step: 360 },
    { span: 60 * 24 * 60, step: 7200 },
  ])('$span minutes are cut by $step', ({ span, step }) => {
    const from = clock(9, 0);
    const scale = timeScale(
      { from, to: from + span * MINUTE },
      { left: 112, right: 1180 },
    );

    const ticks = minuteTicks(scale);

    expect(ticks[1].at - ticks[0].at).toBe(step * MINUTE);
    expect(ticks[1].x - ticks[0].x).toBeGreaterThanOrEqual(72);
  });
});

describe('packRows', () => {
  it('puts what would meet into rows of their own', () => {
    const extents = [
      { from: 0, to: 10 },
      { from: 5, to: 15 },
      { from: 11, to: 20 },
      { from: 0, to: 30 },
    ];

    expect(packRows(extents)).toEqual([0, 1, 0, 2]);
  });
});

describe('incidentSegments', () => {
  const scale = timeScale(
    { from: clock(9, 0), to: clock(11, 0) },
    { left: 0, right: 120 },
  );
  const kinds = (rest: Partial<IncidentRecord>) =>
    incidentSegments({ ...cardPayments, ...rest }, scale, clock(11, 0)).map(
      ({ kind, x, width }) => `${kind} ${x}+${width}`,
    );

  it.each([
    {
      title: 'not seen, then open, then answered',
      given: {},
      gives: ['unseen 17+3', 'open 20+6', 'answered 26+32'],
    },
    {
      title: 'open to the end where no answer was told',
      given: { acknowledgedAt: undefined },
      gives: ['unseen 17+3', 'open 20+38'],
    },
    {
      title: 'closed between two episodes',
      given: {
        episodes: [
          { from: clock(9, 20), to: clock(9, 40) },
          { from: clock(9, 50), to: clock(9, 58) },
        ],
      },
      gives: [
        'unseen 17+3',
        'open 20+6',
        'answered 26+14',
        'closed 40+10',
        'answered 50+8',
      ],
    },
    {
      title: 'to now while it goes on',
      given: {
        endedAt: undefined,
        acknowledgedAt: undefined,
        episodes: [{ from: clock(9, 20) }],
      },
      gives: ['unseen 17+3', 'open 20+100'],
    },
  ])('$title', ({ given, gives }) => {
    expect(kinds(given)).toEqual(gives);
  });
});

describe('layoutMinutes', () => {
  it('says of each deployment what it is to the incident', () => {
    const roles = layout().deployments.bars.map(
      ({ record, role }) => `${record.version} ${role}`,
    );

    expect(roles).toEqual([
      '4.12.0 cause',
      '4.11.3 remedy',
      '7.4.0 candidate',
      '4.11.3 candidate',
    ]);
  });

  it('draws the cause, each candidate and what was undone as lines', () => {
    const links = layout().links.map(({ kind, method }) => `${kind} ${method}`);

    expect(links).toEqual([
      'cause remediation',
      'candidate dependency',
      'candidate temporal',
      'undoes remediation',
    ]);
  });

  it('keeps a deployment that began long before at the edge of the chart', () => {
    const early = layout().deployments.bars.filter(bar => bar.early);

    expect(early.map(bar => [bar.record.version, bar.x])).toEqual([
      ['4.11.3', layout().scale.left],
    ]);
  });

  it('comes from above where the cause began together with the impact', () => {
    const data = incidentResponse();
    const late = deployment('4.12.0', cardPayments.startedAt + MINUTE);

    const { links, incident } = layout({
      ...data,
      records: [late, cardPayments],
    });

    const [x, y] = links[0].path.split(/[ C]/).slice(-2).map(Number);
    expect(x).toBeCloseTo(incident.from, 0);
    expect(y).toBe(incident.line - 9);
  });

  it('draws those that matter where there are too many, and counts the others', () => {
    const data = incidentResponse();
    const many = Array.from({ length: 30 }, (_, n) =>
      deployment(`s.${n}`, clock(9, n), { environment: 'staging' }),
    );

    const { deployments } = layout({
      ...data,
      records: [...data.records, ...many],
    });

    expect(deployments.bars[0].role).toBe('cause');
    expect(deployments.bars).toHaveLength(14);
    expect(deployments.more).toBe(20);
  });

  it('puts no word of a deployment over another one', () => {
    const data = incidentResponse();
    const many = Array.from({ length: 8 }, (_, n) =>
      deployment(`4.12.${n + 1}`, clock(9, 30 + n)),
    );

    const { bars } = layout({
      ...data,
      records: [...data.records, ...many],
    }).deployments;

    const places = bars.map(({ x, y }) => `${Math.round(x)} ${y}`);
    expect(new Set(places).size).toBe(bars.length);
  });

  it('needs nothing but the incident', () => {
    const { deployments, alerts, links, answers } = layout(
      poorIncidentResponse(),
    );

    expect([deployments.bars, alerts.bars, links, answers.marks]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
