import {
  RecordEvent,
  RecordKind,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object'
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

function isKind(value: unknown): value is RecordKind {
  return recordKinds.some(kind => kind === value);
}

// Stored documents were checked when written, so the marks of one suffice.
function isEvent(value: object): value is RecordEvent {
  return (
    'kind' in value &&
    isKind(value.kind) &&
    'at' in value &&
    Number.isFinite(value.at) &&
    'state' in value &&
    typeof value.state === 'string' &&
    'record' in value &&
    typeof value.record === 'string' &&
    'subject' in value &&
    typeof value.subject === 'string'
  );
}

function isRecord(value: object): value is ServiceRecord {
  return (
    'kind' in value &&
    isKind(value.kind) &&
    'id' in value &&
    typeof value.id === 'string' &&
    'startedAt' in value &&
    Number.isFinite(value.startedAt)
  );
}

/** A record event as stored; undefined where it cannot be read, so that one bad row breaks no other. */
export function parseStoredEvent(text: string): RecordEvent | undefined {
  const value = parseObject(text);
  return value && isEvent(value) ? value : undefined;
}

/** A record as stored; undefined where it cannot be read. */
export function parseStoredRecord(text: string): ServiceRecord | undefined {
  const value = parseObject(text);
  return value && isRecord(value) ? value : undefined;
}
