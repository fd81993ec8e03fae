import { AffectedService } from 'backstage-plugin-accountability-common';
import { affected, service } from '../../../fixtures';
import { COLUMN_LIMIT, layoutAffected } from './layoutAffected';

const layout = (given: AffectedService[]) =>
  layoutAffected(given, { service, width: 700 });

describe('layoutAffected', () => {
  it('stands dependencies left, the service in the middle, dependents right, the affected on top', () => {
    const { boxes } = layout(affected);

    const names = [...boxes]
      .sort((a, b) => a.x - b.x || a.y - b.y)
      .map(({ near }) => near.service.title);
    expect(names).toEqual([
      'ledger',
      'payments-api',
      'checkout-web',
      'refund-worker',
      'order-service',
    ]);
  });

  it('joins each to the service, strongly only where it was affected', () => {
    const { lines } = layout(affected);

    expect(lines.map(line => line.affected)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('draws the service even where the answer leaves it out', () => {
    const { boxes, lines } = layout([]);

    expect(boxes.map(({ near }) => near.service.title)).toEqual([
      'payments-api',
    ]);
    expect(lines).toEqual([]);
  });

  it('counts what has no room', () => {
    const many = Array.from({ length: COLUMN_LIMIT + 3 }, (_, n) => ({
      ...affected[2],
      service: { ...service, entityRef: `component:default/s${n}` },
    }));

    expect(layout(many).more).toBe(3);
  });
});
