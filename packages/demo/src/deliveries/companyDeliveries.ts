import {
  OwnerChangeInput,
  RecordEventInput,
} from 'backstage-plugin-accountability-common';
import { CompanyPlan } from '../company/CompanyPlan';
import { planService } from '../company/planService';
import { day, iso } from '../company/time';
import { DemoEvent } from '../history/DemoEvent';
import { serviceHistory } from '../history/serviceHistory';
import { unownedHistory } from '../history/unownedHistory';
import { DemoDelivery } from './DemoDelivery';
import { deliveryOf } from './deliveryOf';
import { genericBatches } from './genericBatches';

/** Records begun in the last 14 days come as webhooks where the source sends any. */
const webhookDays = 14;

/**
 * The whole story as deliveries: owner history, then imported records, then
 * webhooks. Services are told one after another, so memory does not grow with
 * their number; telling each twice is cheaper than keeping it.
 */
export function* companyDeliveries(plan: CompanyPlan): Generator<DemoDelivery> {
  yield* genericBatches(ownerChanges(plan));
  yield* genericBatches(imported(plan));
  const recent = plan.options.now - webhookDays * day;
  for (const { begun, event } of allEvents(plan)) {
    const delivery = begun < recent ? undefined : deliveryOf(event);
    if (delivery) yield delivery;
  }
}

function* imported(plan: CompanyPlan): Generator<RecordEventInput> {
  const recent = plan.options.now - webhookDays * day;
  for (const { begun, event } of allEvents(plan)) {
    if (begun < recent || !deliveryOf(event)) yield event;
  }
}

function* allEvents(plan: CompanyPlan): Generator<DemoEvent> {
  for (let index = 0; index < plan.options.services; index++) {
    yield* serviceHistory(plan, planService(plan, index));
  }
  yield* unownedHistory(plan);
}

function* ownerChanges(plan: CompanyPlan): Generator<OwnerChangeInput> {
  for (let index = 0; index < plan.options.services; index++) {
    const { name, handOvers } = planService(plan, index);
    for (const { owner, at } of handOvers) {
      yield {
        kind: 'owner',
        entityRef: `component:default/${name}`,
        owner,
        at: iso(at),
      };
    }
  }
}
