import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';
import { somebody, webhook } from './webhook';

/** Types of which nothing is recorded. */
const types = [
  'deployment_protection_rule',
  'deployment_review',
  'github_app_authorization',
  'installation',
  'installation_repositories',
  'installation_target',
  'member',
  'membership',
  'merge_group',
  'meta',
  'organization',
  'ping',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'repository_vulnerability_alert',
  'security_advisory',
  'team',
  'team_add',
];

/** What is told beside all that, people among it; and a type that is still unknown. */
export const asides: ExampleDelivery[] = [
  ...types.map(type =>
    webhook(`${type} is nothing to record`, type, {
      action: 'added',
      member: somebody,
    }),
  ),
  webhook('something happens that is still unknown', 'dream', {
    dreamer: somebody,
  }),
];
