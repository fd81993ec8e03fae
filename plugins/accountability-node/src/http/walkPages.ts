import { HttpAnswer, HttpClient, HttpRequest } from './HttpClient';

/** Asks for page after page, as their `Link` headers name them; ends with the last one or the first fault. */
export async function* walkPages(
  client: HttpClient,
  first: HttpRequest,
): AsyncGenerator<HttpAnswer, void> {
  let request: HttpRequest | undefined = first;
  while (request) {
    const answer: HttpAnswer = await client.get(request);
    yield answer;
    request =
      answer.status === 'answered' && answer.next !== undefined
        ? { path: answer.next, signal: first.signal }
        : undefined;
  }
}
