import { setImmediate } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { Entries, ParsedList } from '../lists/ReferenceList';
import { cvePattern } from './cvePattern';

/** Lines read at once: some 5 ms, then other work of the process has its turn. */
const AT_ONCE = 2000;

/** Where the columns are that are read. */
interface Header {
  cve: number;
  epss: number;
  columns: number;
}

/**
 * Reads the daily scores of FIRST, a CSV led by a line that says of which day
 * they are. A line that is no score makes all of it a fault, so that half a
 * file is none.
 */
export async function parseEpss(bytes: Buffer): Promise<ParsedList> {
  const text = bytes.toString('utf8');
  if (!text.endsWith('\n')) {
    return fault('it does not end with a line break, as if it were cut off');
  }
  const [about, names] = text.slice(0, 1000).split(/\r?\n/, 2);
  const made = DateTime.fromISO(
    /\bscore_date:([^,\s]+)/.exec(about)?.[1] ?? '',
    { zone: 'utc' },
  );
  if (!made.isValid) {
    return fault('its first line says no score_date');
  }
  const header = headerOf(names ?? '');
  if (!header) return fault('its second line names no columns cve and epss');
  const entries: Entries = new Map();
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (number > 2 && !addLine(entries, line, header)) {
      return fault(`line ${number} is no score`);
    }
    if (number % AT_ONCE === 0) await setImmediate();
  }
  if (entries.size === 0) return fault('there is no score in it');
  return { status: 'read', asOf: made.toMillis(), entries };
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (
    let end = text.indexOf('\n');
    end >= 0;
    end = text.indexOf('\n', start)
  ) {
    yield text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
  }
}

function headerOf(line: string): Header | undefined {
  const names = line.split(',').map(name => name.trim().toLowerCase());
  const header = {
    cve: names.indexOf('cve'),
    epss: names.indexOf('epss'),
    columns: names.length,
  };
  return header.cve < 0 || header.epss < 0 ? undefined : header;
}

/** Gives whether the line is a score. */
function addLine(entries: Entries, line: string, header: Header): boolean {
  const cells = line.split(',');
  if (cells.length !== header.columns) return false;
  const identifier = cells[header.cve].toUpperCase();
  const score = cells[header.epss];
  const epss = Number(score);
  if (score === '' || !(epss >= 0 && epss <= 1)) return false;
  if (!cvePattern.test(identifier)) return false;
  entries.set(identifier, epss);
  return true;
}

function fault(because: string): ParsedList {
  return { status: 'fault', because };
}
