import { CelValue } from '@bufbuild/cel';
import { PayloadValue } from '../payload/readPayload';

/** What expressions read of one delivery. */
export interface Scope {
  payload: PayloadValue;
  /** Those that are kept, so that a replay reads the same. */
  headers: ReadonlyMap<string, string>;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** One entry of the list that `each` names. */
  item?: CelValue;
}
