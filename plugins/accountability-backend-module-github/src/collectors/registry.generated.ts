// Made by `npm run generate` from the files of this folder. Do not edit.
import { Collector } from 'backstage-plugin-accountability-node';
import { checkRun } from './checkRun';
import { checkSuite } from './checkSuite';
import { codeScanningAlert } from './codeScanningAlert';
import { dependabotAlert } from './dependabotAlert';
import { deployment } from './deployment';
import { deploymentProtectionRule } from './deploymentProtectionRule';
import { deploymentReview } from './deploymentReview';
import { deploymentStatus } from './deploymentStatus';
import { githubAppAuthorization } from './githubAppAuthorization';
import { installation } from './installation';
import { installationRepositories } from './installationRepositories';
import { installationTarget } from './installationTarget';
import { member } from './member';
import { membership } from './membership';
import { mergeGroup } from './mergeGroup';
import { meta } from './meta';
import { organization } from './organization';
import { ping } from './ping';
import { polledPullRequest } from './polledPullRequest';
import { polledRuleSuite } from './polledRuleSuite';
import { pullRequest } from './pullRequest';
import { pullRequestReview } from './pullRequestReview';
import { pullRequestReviewComment } from './pullRequestReviewComment';
import { pullRequestReviewThread } from './pullRequestReviewThread';
import { push } from './push';
import { release } from './release';
import { repositoryVulnerabilityAlert } from './repositoryVulnerabilityAlert';
import { secretScanningAlert } from './secretScanningAlert';
import { securityAdvisory } from './securityAdvisory';
import { status } from './status';
import { team } from './team';
import { teamAdd } from './teamAdd';
import { workflowJob } from './workflowJob';
import { workflowRun } from './workflowRun';

/** Every collector of this source. */
export const collectors: Collector[] = [
  checkRun,
  checkSuite,
  codeScanningAlert,
  dependabotAlert,
  deployment,
  deploymentProtectionRule,
  deploymentReview,
  deploymentStatus,
  githubAppAuthorization,
  installation,
  installationRepositories,
  installationTarget,
  member,
  membership,
  mergeGroup,
  meta,
  organization,
  ping,
  polledPullRequest,
  polledRuleSuite,
  pullRequest,
  pullRequestReview,
  pullRequestReviewComment,
  pullRequestReviewThread,
  push,
  release,
  repositoryVulnerabilityAlert,
  secretScanningAlert,
  securityAdvisory,
  status,
  team,
  teamAdd,
  workflowJob,
  workflowRun,
];
