import { AskedEngine } from 'backstage-plugin-accountability-node';

const KNOWN_FOR_MS = 5 * 60 * 1000;
const TIMEOUT_MS = 2000;

/** Versions of other engines as decisions name them. Each replica asks for itself, every five minutes at most. */
export class EngineVersions {
  static create(engines: readonly AskedEngine[]): EngineVersions {
    return new EngineVersions(engines);
  }

  private readonly known = new Map<
    string,
    { version: Promise<string>; until: number }
  >();

  private constructor(private readonly engines: readonly AskedEngine[]) {}

  /** The version of each engine; `unknown` for one that does not say. Never throws. */
  async of(
    ids: readonly string[],
    now: number,
  ): Promise<{ id: string; version: string }[]> {
    return Promise.all(
      ids.map(async id => ({ id, version: await this.versionOf(id, now) })),
    );
  }

  private versionOf(id: string, now: number): Promise<string> {
    const known = this.known.get(id);
    if (known && now < known.until) return known.version;
    const engine = this.engines.find(one => one.id === id);
    const version = engine ? ask(engine) : Promise.resolve('unknown');
    this.known.set(id, { version, until: now + KNOWN_FOR_MS });
    return version;
  }
}

async function ask(engine: AskedEngine): Promise<string> {
  try {
    return await engine.version(AbortSignal.timeout(TIMEOUT_MS));
  } catch {
    // That it cannot be asked is told by its answers.
    return 'unknown';
  }
}
