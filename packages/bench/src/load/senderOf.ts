import { mockCredentials } from '@backstage/backend-test-utils';
import { Receiver } from 'demo';
import { BenchServer } from '../server/BenchServer';
import { secrets } from '../server/secrets';

/** Where the benchmark's deliveries go, and how they are signed. */
export function senderOf(server: BenchServer): Receiver {
  const [, ingestToken] = mockCredentials.service.header().split(' ');
  return { ...secrets, ingestToken, baseUrl: server.baseUrl };
}
