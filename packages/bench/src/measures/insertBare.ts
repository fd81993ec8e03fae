import { DemoDelivery } from 'demo';
import { Bench } from '../load/Bench';

/** Inserts the body of a delivery as a row through the same HTTP server: a route that does nothing else. */
export async function insertBare(
  { server }: Bench,
  { body, headers }: DemoDelivery,
): Promise<void> {
  const response = await fetch(`${server.baseUrl}/api/bare/rows`, {
    method: 'POST',
    headers,
    body,
  });
  await response.text();
  if (!response.ok) throw new Error(`A bare row was not inserted`);
}
