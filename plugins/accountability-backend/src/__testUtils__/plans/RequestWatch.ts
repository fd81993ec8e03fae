import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import { Knex } from 'knex';
import { Sent } from './explainQuery';

/**
 * Tells statements that a request sends from those of the work that goes on
 * beside it: what a request awaits runs in its async context, and a statement
 * is told in the context that sends it.
 */
export class RequestWatch {
  readonly #context = new AsyncLocalStorage<Sent[]>();
  #current: Sent[] = [];

  constructor({ server, knex }: { server: Server; knex: Knex }) {
    server.prependListener('request', () =>
      this.#context.enterWith(this.#current),
    );
    knex.on('query', ({ sql, bindings = [] }: Sent) =>
      this.#context.getStore()?.push({ sql, bindings }),
    );
  }

  /** Statements of the one request that `ask` makes, in their order, without those that begin or end a transaction. */
  async statementsOf(ask: () => PromiseLike<unknown>): Promise<Sent[]> {
    const sent: Sent[] = [];
    this.#current = sent;
    await ask();
    return sent.filter(({ sql }) =>
      /^\s*(select|with|insert|update|delete)/i.test(sql),
    );
  }
}
