import { GateDecision } from 'backstage-plugin-accountability-common';
import { annotationsOf } from '../findings/annotationsOf';
import { sarifOf } from '../findings/sarifOf';
import { decisionText } from './decisionText';
import { findingsOf } from './findingsOf';
import { Presentation } from './Presentation';

/** A decision in a format. */
export function tellDecision(
  decision: GateDecision,
  { format, portalUrl, catalogFile }: Presentation,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(decision, undefined, 2)}\n`;
    case 'sarif':
      return sarifOf({ findings: findingsOf(decision), file: catalogFile });
    case 'github':
      return (
        annotationsOf(findingsOf(decision)) + decisionText(decision, portalUrl)
      );
    default:
      return decisionText(decision, portalUrl);
  }
}
