import { PolicyFault } from 'backstage-plugin-accountability-common';
import { Place } from './PreparedCase';

/** What a case came to. */
export interface CaseResult extends Place {
  /** Name of its document. */
  test: string;
  name: string;
  /** What is not as it was expected, at its place; none where the case holds. */
  failures: PolicyFault[];
  /** Checks (`<scorecard>/<check>`) and rules (`gate/<gate>/<rule>`) that fail in it, where something was expected of them. */
  failing: string[];
}
