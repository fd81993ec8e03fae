import {
  IncidentResponse,
  PastAttribution,
} from 'backstage-plugin-accountability-common';

/** Since when the link in force stands, and the one that stood before it. */
export interface LinkSpans {
  /** Absent where it was the first and nothing tells when it was found. */
  since?: number;
  /** With its end. */
  before?: PastAttribution & { supersededAt: number };
}

/** Reads from the history since when the link in force stands, and what stood before it, until when. */
export function linkSpans({
  history,
  attribution,
  linkedAt,
}: Pick<IncidentResponse, 'history' | 'attribution' | 'linkedAt'>): LinkSpans {
  const before = history
    .flatMap(each => {
      const { supersededAt } = each;
      return supersededAt === undefined ? [] : [{ ...each, supersededAt }];
    })
    .sort((a, b) => b.supersededAt - a.supersededAt)[0];
  return {
    // The link in force stands since the one before it was superseded.
    since: linkedAt ?? before?.supersededAt ?? attribution?.decision?.at,
    before,
  };
}
