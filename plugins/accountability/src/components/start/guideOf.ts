import { FirstStepId } from 'backstage-plugin-accountability-common';
import { firstStepsMessages } from '../../text/messages/firstSteps';
import * as code from './snippets';

/** One thing to do. */
export interface GuidePart {
  /** Its sentence, by its key. */
  says: keyof (typeof firstStepsMessages)['firstStepGuide'];
  /** What is to be copied for it. */
  code?: string;
}

/** What to do for a step, in order; `url` is the address of the API, as a sender would call it. */
export function guideOf(step: FirstStepId, url: string): GuidePart[] {
  switch (step) {
    case 'services':
      return [
        { says: 'component', code: code.component },
        { says: 'group', code: code.group },
        { says: 'sync' },
      ];
    case 'source':
      return [
        { says: 'module', code: code.githubModule },
        { says: 'secret', code: code.secrets },
        { says: 'webhook', code: `${url}/deliveries/github` },
        { says: 'generic', code: code.genericDelivery(url) },
      ];
    case 'records':
      return [
        { says: 'annotations', code: code.annotations },
        { says: 'hints' },
      ];
    case 'policy':
      return [
        { says: 'locations', code: code.locations },
        { says: 'scorecard', code: code.scorecard },
        { says: 'policyCheck', code: code.policyCheck },
      ];
    case 'level':
      return [{ says: 'levelHow', code: code.check }, { says: 'levelWhy' }];
    default:
      return [
        { says: 'gate', code: code.gate },
        { says: 'token', code: code.gateToken },
        { says: 'ask', code: code.askGate(url) },
      ];
  }
}
