import {
  cardPayments,
  clock,
  deployment,
  incidentResponse,
  NOW,
  poorIncidentResponse,
  remediated,
} from '../../../fixtures';
import { Text, textWidth } from '../../../text';
import { layoutMinutes } from './layoutMinutes';

const MINUTE = 60_000;

/** Words without a translation, longer than those of the portal. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as Text;
const layout = (data = incidentResponse(), width = 1184) =>
  layoutMinutes(data, { width, now: NOW, t });

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

  it.each([720, 1184, 1900])(
    'puts no word of a deployment over another one, %s px wide',
    width => {
      const near = Array.from({ length: 10 }, (_, n) =>
        deployment(`sha-${n}`, clock(9, 5 + n), {
          version: undefined,
          sha: `${n}e1d0c76cb5e`,
          environment: n % 3 === 0 ? 'staging' : 'production',
        }),
      );
      const data = incidentResponse();
      const { candidates } = remediated;

      const { bars } = layout(
        incidentResponse({
          records: [...data.records, ...near],
          attribution: {
            ...remediated,
            candidates: near
              .map(({ id }) => ({ ...candidates[1], record: id }))
              .concat(candidates),
          },
        }),
        width,
      ).deployments;

      const words = bars.map(({ label, side, x, y, width: wide, role }) => {
        const room = textWidth(label, role === 'cause' ? 'bold' : 'regular');
        const from = side === 'right' ? x + wide + 6 : x - 6 - room;
        return { y, from, to: from + room, bar: [x, x + wide] };
      });
      const meetings = words.flatMap((one, place) =>
        words
          .slice(place + 1)
          .filter(
            other =>
              one.y === other.y &&
              Math.min(one.from, one.bar[0]) <
                Math.max(other.to, other.bar[1]) &&
              Math.min(other.from, other.bar[0]) < Math.max(one.to, one.bar[1]),
          ),
      );
      expect(meetings).toEqual([]);
    },
  );

  it('gives candidates from before the chart one mark together, each still told of', () => {
    const data = incidentResponse();
    const early = [1, 2, 3].map(day =>
      deployment(`4.10.${day}`, Date.UTC(2026, 8, 20 + day)),
    );

    const { deployments, links } = layout(
      incidentResponse({
        records: [...data.records, ...early],
        attribution: {
          ...remediated,
          candidates: [
            ...remediated.candidates,
            ...early.map(({ id }) => ({
              ...remediated.candidates[1],
              record: id,
              confidence: 0.3,
            })),
          ],
        },
      }),
    );

    expect(deployments.earlier?.of).toHaveLength(4);
    expect(deployments.earlier?.label).toBe('minutes.earlier 4 0.3');
    expect(deployments.bars.filter(bar => bar.early)).toEqual([]);
    expect(links.filter(({ kind }) => kind === 'candidate')).toHaveLength(2);
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
