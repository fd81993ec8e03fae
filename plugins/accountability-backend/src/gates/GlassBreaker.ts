/** Somebody who may go past a gate, and why. */
export interface GlassBreaker {
  /** Entity ref of the person. */
  by: string;
  /** Entity ref of the group that lets them. */
  group: string;
  reason: string;
}
