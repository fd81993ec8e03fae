import { FactDefinition } from 'backstage-plugin-accountability-engine';
import {
  DeliverySource,
  FactsExtensionPoint,
  Poller,
  PollersExtensionPoint,
  SourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';

/** Sources, pollers and facts that modules add. */
export class Contributions {
  /** What was left out, and why, as sentences. */
  readonly troubles: string[] = [];
  private readonly sourcesById = new Map<string, DeliverySource>();
  private readonly pollersBySource = new Map<string, Poller>();
  private readonly factsById: Map<string, FactDefinition>;

  constructor(builtInFacts: readonly FactDefinition[]) {
    this.factsById = new Map(builtInFacts.map(fact => [fact.id, fact]));
  }

  get sources(): DeliverySource[] {
    return [...this.sourcesById.values()];
  }

  get pollers(): Poller[] {
    return [...this.pollersBySource.values()];
  }

  get facts(): FactDefinition[] {
    return [...this.factsById.values()];
  }

  /** For modules with sources. One whose id is taken is left out, and the others stand. */
  readonly sourcesPoint: SourcesExtensionPoint = {
    addSource: source =>
      this.add(this.sourcesById, { what: 'source', id: source.id }, source),
  };

  /** For modules with facts; likewise. */
  readonly factsPoint: FactsExtensionPoint = {
    addFact: fact =>
      this.add(this.factsById, { what: 'fact', id: fact.id }, fact),
  };

  /** For modules with pollers; likewise, a source has one at most. */
  readonly pollersPoint: PollersExtensionPoint = {
    addPoller: poller =>
      this.add(
        this.pollersBySource,
        { what: 'poller of', id: poller.source },
        poller,
      ),
  };

  private add<T>(
    to: Map<string, T>,
    { what, id }: { what: string; id: string },
    added: T,
  ): void {
    if (id === 'generic' || to.has(id)) {
      this.troubles.push(
        `There is a ${what} "${id}" already; another one of that name is left out`,
      );
    } else to.set(id, added);
  }
}
