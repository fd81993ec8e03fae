import { createHash } from 'node:crypto';
import {
  ownerChangeSchema,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { eventsOfRow, Filled } from './eventsOfRow';
import { columnOf } from './columnOf';
import { Condition, Mapping } from './mappingSchema';
import { Target } from './targets';
import { Template } from './template';

/** What became of a row. */
export type MappedRow =
  | { status: 'mapped'; events: unknown[] }
  | { status: 'skipped' }
  | { status: 'refused'; because: string };

const instants = [
  'at',
  'startedAt',
  'acknowledgedAt',
  'resolvedAt',
  'impactStart',
];

/** Turns rows into record events or owner changes, and refuses those that the intake would refuse. */
export class RowMapper {
  constructor(
    private readonly options: {
      target: Target;
      sourceName: string;
      mapping: Mapping;
      templates: Map<string, Template>;
    },
  ) {}

  map(values: Record<string, unknown>): MappedRow {
    const { mapping, target, templates } = this.options;
    if (mapping.skip.some(condition => meets(values, condition))) {
      return { status: 'skipped' };
    }
    if (templates.size === 0) return check([values]);
    const filled = this.fill(values);
    if (!filled.ok) return { status: 'refused', because: filled.because };
    return check(eventsOfRow(target, filled.fields));
  }

  private fill(
    values: Record<string, unknown>,
  ): { ok: true; fields: Filled } | { ok: false; because: string } {
    const { mapping, templates, sourceName, target } = this.options;
    const fields: Filled = {};
    for (const [field, template] of templates) {
      const text = template(values);
      const maps = mapping.values[field] ?? {};
      const value = Object.hasOwn(maps, text) ? maps[text] : text;
      if (!value) continue;
      const read = this.readTime(field, value);
      if (!read.ok) return read;
      fields[field] = read.value;
    }
    // A row that names no record always gets the same one, wherever it stands in the file.
    fields.record ??= `${sourceName}:${target.slice(0, -1)}:${createHash(
      'sha256',
    )
      .update(JSON.stringify(Object.entries(fields).sort()))
      .digest('hex')
      .slice(0, 24)}`;
    return { ok: true, fields };
  }

  private readTime(
    field: string,
    value: string,
  ): { ok: true; value: string } | { ok: false; because: string } {
    const { times } = this.options.mapping;
    if (!times || !instants.includes(field)) return { ok: true, value };
    const { format, zone } = times;
    const read = DateTime.fromFormat(value, format, { zone, setZone: true });
    const text = read.toUTC().toISO();
    return text
      ? { ok: true, value: text }
      : {
          ok: false,
          because: `${field}: "${value}" is not a time written as ${format}`,
        };
  }
}

function meets(
  values: Record<string, unknown>,
  { column, empty, in: list, matches }: Condition,
): boolean {
  const text = columnOf(values, column).trim();
  if (empty !== undefined) return (text === '') === empty;
  if (list) return list.includes(text);
  return matches !== undefined && new RegExp(matches).test(text);
}

function check(events: unknown[]): MappedRow {
  for (const event of events) {
    const schema = isOwnerChange(event) ? ownerChangeSchema : recordEventSchema;
    const read = schema.safeParse(event);
    if (!read.success) {
      return { status: 'refused', because: sentence(read.error) };
    }
  }
  return { status: 'mapped', events };
}

function isOwnerChange(event: unknown): boolean {
  return (
    typeof event === 'object' &&
    event !== null &&
    'kind' in event &&
    event.kind === 'owner'
  );
}

function sentence({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => `${path.join('.') || 'row'}: ${message}`)
    .join('; ');
}
