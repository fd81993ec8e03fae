import { z } from 'zod';
import { instant } from './records/instant';

const entityRef = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-z0-9.-]*:[^:/\s]+\/[^:/\s]+$/i,
    'must be a full entity ref, e.g. component:default/payments',
  )
  .max(400)
  .transform(ref => ref.toLowerCase());

/**
 * A service changed hands at an instant. Imported history and demo
 * reorganisations arrive as these, through the same door as record events.
 */
export const ownerChangeSchema = z.strictObject({
  kind: z.literal('owner'),
  entityRef,
  owner: entityRef,
  at: instant,
});

/** An owner change as its sender writes it. */
export type OwnerChangeInput = z.input<typeof ownerChangeSchema>;

/** An owner change as read: refs in lower case, the instant in epoch milliseconds. */
export type OwnerChange = z.output<typeof ownerChangeSchema>;

/** Where an owner span comes from. */
export type OwnerOrigin = 'catalog' | 'import';

/** A time during which one owner answered for a service: from inclusive, to exclusive, open where `to` is absent. */
export interface OwnerSpan {
  owner: string;
  /** False where the ref names no entity of the catalog: such an owner answers for nothing. */
  resolves: boolean;
  from: number;
  to?: number;
  origin: OwnerOrigin;
}

/** Who answered for a service at an instant; `because` says why nobody is known. */
export type OwnerAt =
  | { status: 'known'; owner: string; resolves: boolean }
  | { status: 'unknown'; because: string };
