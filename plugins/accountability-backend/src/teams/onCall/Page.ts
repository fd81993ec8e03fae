import { IncidentRecord } from 'backstage-plugin-accountability-common';

/** A page: the first call of somebody to an incident, and who was to take it. */
export interface Page {
  /** Epoch milliseconds. */
  at: number;
  /** The source's own name of the rota; absent where it was not told. */
  rota?: string;
  /** Entity ref of who owned the service then. */
  owner: string;
}

/** The first step of an incident at which somebody was called; undefined where nobody was, or it is part of another. */
export function firstCall({
  mergedInto,
  responses = [],
}: IncidentRecord):
  | NonNullable<IncidentRecord['responses']>[number]
  | undefined {
  return mergedInto === undefined
    ? responses.find(({ step }) => step !== 'acknowledged')
    : undefined;
}
