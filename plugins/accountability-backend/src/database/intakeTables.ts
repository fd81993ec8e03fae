import { DbInstant } from './DbInstant';

export interface DeliveryRow {
  source: string;
  id: string;
  dedupe_key: string;
  received_at: DbInstant;
  headers: string;
  body: Buffer | null;
  verdict: string;
  because: string | null;
  events: number;
  refused: string | null;
}

export interface InboxRow {
  id: string;
  source: string;
  events: number;
  due_at: DbInstant;
  attempts: number;
  trouble: string | null;
}

export interface SourceHourRow {
  source: string;
  hour: DbInstant;
  writer: string;
  accepted: number;
  ignored: number;
  unsupported: number;
  rejected: number;
  refused: number;
  limited: number;
  events: number;
  timed: number;
  lag_ms: number | string;
  longest_lag_ms: number | string;
}

export interface SourceStateRow {
  source: string;
  heard_at: DbInstant | null;
  quiet_since: DbInstant | null;
  quiet_because: string | null;
  refused_at: DbInstant | null;
  refused_because: string | null;
}

export interface IntakeBeatRow {
  id: string;
  listening_since: DbInstant;
  beat_at: DbInstant;
}

export interface ReplayRow {
  id: string;
  source: string;
  received_from: DbInstant;
  received_to: DbInstant;
  status: string;
  requested_at: DbInstant;
  ended_at: DbInstant | null;
  total: number;
  read: number;
  changed: number;
  events_added: number;
  events_removed: number;
  bookmark: string | null;
  attempts: number;
  trouble: string | null;
  lease: string | null;
  leased_until: DbInstant | null;
}

export interface RetentionMarkRow {
  what: string;
  pruned_until: DbInstant;
}

export interface PollBookmarkRow {
  source: string;
  stream: string;
  subject: string;
  bookmark: DbInstant;
  pass: string | null;
  etag: string | null;
  polled_at: DbInstant | null;
  next_at: DbInstant;
  failures: number;
  trouble: string | null;
  limited_until: DbInstant | null;
  asked_at: DbInstant | null;
  lease: string | null;
  leased_until: DbInstant | null;
}
