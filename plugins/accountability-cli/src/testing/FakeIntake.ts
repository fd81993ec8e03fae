import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { FakeApi } from './FakeApi';

/** One batch as it reached the intake. */
export interface ReceivedBatch {
  key: string;
  token: string;
  /** Below the plugin's address, with its query. */
  path: string;
  events: Record<string, unknown>[];
}

/** What the intake is made to answer to a request; undefined takes the batch. */
export type Mood = (
  count: number,
) => { status: number; headers?: Record<string, string> } | undefined;

/** A twin of the generic intake over HTTP: knows duplicates by key and refuses events with the version `bad`. */
export class FakeIntake extends FakeApi {
  readonly taken: ReceivedBatch[] = [];
  mood: Mood = () => undefined;
  private requests = 0;
  private readonly answers = new Map<string, DeliveryResponse>();

  protected async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const batch = readBatch(request, await text(request));
    const trouble = this.mood(++this.requests);
    if (trouble) {
      response.writeHead(trouble.status, trouble.headers).end('{}');
      return;
    }
    response.writeHead(200).end(JSON.stringify(this.take(batch)));
  }

  private take(batch: ReceivedBatch): DeliveryResponse {
    const before = this.answers.get(batch.key);
    if (before) return { ...before, duplicate: true };
    this.taken.push(batch);
    const refused = batch.events.flatMap(({ version }, i) =>
      version === 'bad' ? [{ line: i + 1, because: 'version is bad' }] : [],
    );
    const answer: DeliveryResponse = {
      id: batch.key,
      verdict: { status: 'accepted' },
      events: batch.events.length - refused.length,
      duplicate: false,
      refused,
    };
    this.answers.set(batch.key, answer);
    return answer;
  }
}

function readBatch(request: IncomingMessage, body: string): ReceivedBatch {
  return {
    key: String(request.headers['idempotency-key']),
    token: String(request.headers.authorization),
    path: String(request.url).replace('/api/accountability', ''),
    events: body
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  };
}
