import path from 'node:path';

function outcomeOf({ type, data }) {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

function errorOf({ details }) {
  const error = details?.error;
  return String(error?.cause?.stack ?? error?.cause ?? error?.stack ?? '');
}

/** A reporter for Node's test runner: one line of JSON a test that ended. */
export default async function* eventReporter(source) {
  for await (const event of source) {
    const ended = event.type === 'test:pass' || event.type === 'test:fail';
    if (!ended || event.data.details?.type === 'suite') continue;
    const file = event.data.file ? path.basename(event.data.file) : '';
    const outcome = outcomeOf(event);
    const error = outcome === 'failed' ? errorOf(event.data) : undefined;
    yield `${JSON.stringify({
      file,
      name: event.data.name,
      outcome,
      error,
    })}\n`;
  }
}
