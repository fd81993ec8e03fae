import { FactDefinition } from 'backstage-plugin-accountability-engine';
import {
  DeliverySource,
  FactsExtensionPoint,
  Poller,
  PollersExtensionPoint,
  SourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';

/** Tells of a module that failed; the others and the plugin go on. */
type ReportFailure = (options: { error: Error }) => void;

/** Sources, pollers and facts that modules add. */
export class Contributions {
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

  /** The extension point of one module: an id that is taken fails that module alone. */
  sourcesFor(report: ReportFailure): SourcesExtensionPoint {
    return {
      addSource: source => {
        if (source.id === 'generic' || this.sourcesById.has(source.id)) {
          report({
            error: new Error(`There is a source "${source.id}" already`),
          });
          return;
        }
        this.sourcesById.set(source.id, source);
      },
    };
  }

  /** The extension point of one module: an id that is taken fails that module alone. */
  factsFor(report: ReportFailure): FactsExtensionPoint {
    return {
      addFact: fact => {
        if (this.factsById.has(fact.id)) {
          report({ error: new Error(`There is a fact "${fact.id}" already`) });
          return;
        }
        this.factsById.set(fact.id, fact);
      },
    };
  }

  /** The extension point of one module: a source that is polled already fails that module alone. */
  pollersFor(report: ReportFailure): PollersExtensionPoint {
    return {
      addPoller: poller => {
        if (this.pollersBySource.has(poller.source)) {
          report({
            error: new Error(`There is a poller of "${poller.source}" already`),
          });
          return;
        }
        this.pollersBySource.set(poller.source, poller);
      },
    };
  }
}
