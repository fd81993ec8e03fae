import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ScorecardServiceRow } from 'backstage-plugin-accountability-common';
import { ScorecardPage, readScorecardServices } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { AskedServices, ServicesRequest, askedServices } from './askedServices';
import { csvLine } from './csvLine';

const PAGE = 500;

/** What express gives to answer with, but for its JSON. */
type CsvResponse = Writable & {
  setHeader(name: string, value: string): unknown;
};

/** `GET /scorecards/:scorecard/services` as CSV: all services, read page by page as the caller takes them. */
export async function sendServicesCsv(
  context: ApiContext,
  req: ServicesRequest,
  res: CsvResponse,
): Promise<void> {
  const asked = await askedServices(context, req);
  // What goes wrong before the first line is still an answer of its own.
  const first = await readPage(context, asked);
  res.setHeader('Content-Type', 'text/csv; charset=utf-8; header=present');
  res.setHeader(
    'Content-Disposition',
    `attachment; filename="${asked.scorecard.name}.csv"`,
  );
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  await pipeline(Readable.from(writeLines(context, asked, first)), res);
}

async function* writeLines(
  context: ApiContext,
  asked: AskedServices,
  first: ScorecardPage,
): AsyncGenerator<string> {
  const checks = asked.scorecard.checks
    .filter(({ mode }) => mode !== 'off')
    .map(({ id }) => id);
  yield csvLine([
    ...['service', 'title', 'owner', 'level', 'known', 'applicable'],
    ...checks,
  ]);
  let page = first;
  for (;;) {
    yield page.services.map(service => toLine(service, checks)).join('');
    if (!page.nextAfter) return;
    page = await readPage(context, asked, page.nextAfter);
  }
}

function toLine(
  service: ScorecardServiceRow,
  checks: readonly string[],
): string {
  const { coverage, results } = service;
  return csvLine([
    service.entityRef,
    service.title,
    service.owner ?? '',
    service.level ?? '',
    coverage.known,
    coverage.applicable,
    ...checks.map(check => results[check]?.status ?? ''),
  ]);
}

function readPage(
  { database }: ApiContext,
  { scope, sort }: AskedServices,
  after?: ScorecardPage['nextAfter'],
): Promise<ScorecardPage> {
  return readScorecardServices(database, {
    ...scope,
    sort,
    after,
    limit: PAGE,
  });
}
