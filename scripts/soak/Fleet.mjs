import { freePort } from '../lib/ports.mjs';
import { startBackend } from '../lib/product.mjs';
import { openLog } from '../lib/run.mjs';

/** Some backends on one database, of which each can be killed or replaced while the others go on. */
export class Fleet {
  #replicas = [];

  /** Of this tree's version unless `launchBackend` starts another one. */
  static async start({
    dataDir,
    replicas,
    name = 'soak-backend',
    launchBackend = startBackend,
    config = ['app-config.yaml', 'scripts/soak/app-config.yaml'],
    onTrouble,
  }) {
    const fleet = new Fleet();
    for (let number = 1; number <= replicas; number++) {
      const port = await freePort();
      const log = openLog(replicas === 1 ? name : `${name}-${number}`);
      const launch = () =>
        launchBackend({ dataDir, port, log, config, onTrouble });
      fleet.#replicas.push({
        ...{ port, launch },
        backend: await launch(),
      });
    }
    return fleet;
  }

  get urls() {
    return this.#replicas.map(({ port }) => `http://localhost:${port}`);
  }

  get pids() {
    return this.#replicas.map(({ backend }) => backend.child.pid);
  }

  /** Kills one, whatever it is at, and starts it anew. */
  async killAndStart(number) {
    const replica = this.#replicas[number % this.#replicas.length];
    await replica.backend.kill();
    replica.backend = await replica.launch();
  }

  /** Replaces one after the other: each ends as it is told to, and the next waits until it is ready again. */
  async replaceAll() {
    for (const replica of this.#replicas) {
      await replica.backend.stop();
      replica.backend = await replica.launch();
    }
  }

  stop() {
    return Promise.all(this.#replicas.map(({ backend }) => backend.stop()));
  }
}
