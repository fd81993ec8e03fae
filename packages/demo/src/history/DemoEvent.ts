import { RecordEventInput } from 'backstage-plugin-accountability-common';

/** One event of the company's history. */
export interface DemoEvent {
  /** When its record began: decides whether all of the record comes as import or as webhooks. */
  begun: number;
  event: RecordEventInput;
}

/** The event input of one kind of record. */
export type EventOf<K extends RecordEventInput['kind']> = Extract<
  RecordEventInput,
  { kind: K }
>;
