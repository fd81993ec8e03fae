/** One request as a sender would make it, all but the signature. */
export interface DemoDelivery {
  source: 'github' | 'pagerduty' | 'generic';
  /** Headers in lower case; signature and token are added by whoever sends it. */
  headers: Record<string, string>;
  body: string;
  /** Events in the body: 1 for a webhook. */
  events: number;
}
