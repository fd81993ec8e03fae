import { FactDefinition } from 'backstage-plugin-accountability-engine';
import {
  AskedEngine,
  DeliverySource,
  FactProvider,
  FactProvidersExtensionPoint,
  FactsExtensionPoint,
  PolicyEnginesExtensionPoint,
  Poller,
  PollersExtensionPoint,
  SourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { whyNotProvided } from './whyNotProvided';

/** What modules add. */
export class Contributions {
  /** What was left out, and why, as sentences. */
  readonly troubles: string[] = [];
  private readonly sourcesById = new Map<string, DeliverySource>();
  private readonly pollersBySource = new Map<string, Poller>();
  private readonly factsById: Map<string, FactDefinition>;
  private readonly enginesById = new Map<string, AskedEngine>();
  private readonly providersById = new Map<string, FactProvider>();

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

  get engines(): AskedEngine[] {
    return [...this.enginesById.values()];
  }

  /** Without the facts of theirs that are left out. */
  get providers(): FactProvider[] {
    return [...this.providersById.values()];
  }

  /** For modules with sources. One whose id is taken is left out, and the others stand. */
  readonly sourcesPoint: SourcesExtensionPoint = {
    addSource: source =>
      this.add(this.sourcesById, { what: 'source', id: source.id }, source),
  };

  /** For modules with facts; likewise. */
  readonly factsPoint: FactsExtensionPoint = {
    addFact: fact => {
      const what = { what: 'fact', id: fact.id };
      if (this.providedIds().has(fact.id)) this.tell(what);
      else this.add(this.factsById, what, fact);
    },
  };

  /** For modules with engines that are asked; `cel` is the built-in one. */
  readonly enginesPoint: PolicyEnginesExtensionPoint = {
    addEngine: engine => {
      const what = { what: 'policy engine', id: engine.id };
      if (engine.id === 'cel') this.tell(what);
      else this.add(this.enginesById, what, engine);
    },
  };

  /** For modules with facts that are measured elsewhere; a fact whose id is taken or cannot be read by policy is left out alone. */
  readonly providersPoint: FactProvidersExtensionPoint = {
    addProvider: provider => {
      const what = { what: 'fact provider', id: provider.id };
      if (this.providersById.has(provider.id)) {
        this.tell(what);
        return;
      }
      const facts = this.takeProvided(provider);
      const { id, everyMs } = provider;
      const read: FactProvider['read'] = options => provider.read(options);
      this.providersById.set(id, { id, everyMs, facts, read });
    },
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
    if (id === 'generic' || to.has(id)) this.tell({ what, id });
    else to.set(id, added);
  }

  private takeProvided({ facts }: FactProvider): FactProvider['facts'] {
    const taken = new Set([...this.factsById.keys(), ...this.providedIds()]);
    return facts.filter(({ id }) => {
      const trouble = whyNotProvided(id);
      if (trouble) this.troubles.push(`${trouble}; it is left out`);
      else if (taken.has(id)) this.tell({ what: 'fact', id });
      else {
        taken.add(id);
        return true;
      }
      return false;
    });
  }

  private tell({ what, id }: { what: string; id: string }): void {
    this.troubles.push(
      `There is a ${what} "${id}" already; another one of that name is left out`,
    );
  }

  private providedIds(): Set<string> {
    return new Set(
      this.providers.flatMap(({ facts }) => facts.map(({ id }) => id)),
    );
  }
}
