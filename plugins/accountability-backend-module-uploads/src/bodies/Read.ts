/** What was read, or why nothing was. */
export type Read<TValue> = { ok: true; value: TValue } | Unread;

/** Why nothing was read; `tooLarge` where it might be what it should be, and is too much of it. */
export interface Unread {
  ok: false;
  because: string;
  tooLarge?: true;
}
