import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** An Alertmanager that runs for a test. */
export interface RunningAlertmanager {
  /** Tells it of alerts, as Prometheus does. */
  post(alerts: object[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real Alertmanager with a configuration (YAML, of which JSON is a part) in a folder of its own. */
export async function startAlertmanager(
  binary: string,
  config: object,
): Promise<RunningAlertmanager> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'alertmanager-'));
  const configFile = path.join(folder, 'alertmanager.yml');
  fs.writeFileSync(configFile, JSON.stringify(config));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    binary,
    [
      `--config.file=${configFile}`,
      `--storage.path=${folder}`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise(resolve => child.once('exit', resolve));
  await untilReady(`http://${address}/-/ready`).catch(error => {
    child.kill();
    throw error;
  });
  return {
    post: async alerts => {
      const { ok, status } = await fetch(`http://${address}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      });
      if (!ok) throw new Error(`Alertmanager answered ${status}`);
    },
    stop: async () => {
      child.kill();
      await ended;
      fs.rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('Alertmanager did not start');
}
