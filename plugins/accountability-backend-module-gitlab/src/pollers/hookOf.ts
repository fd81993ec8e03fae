import { PolledDelivery } from 'backstage-plugin-accountability-node';
import { Project } from './GitlabApi';

/** What a thing is told with. */
interface Told {
  /** Names it within its project. */
  key: string;
  /** The header of its webhook: `Deployment Hook`. */
  event: string;
  project: Project;
  payload: Record<string, unknown>;
}

/** A thing in the shape of its webhook. */
export function hookOf({ key, event, project, payload }: Told): PolledDelivery {
  return {
    key: `${project.path_with_namespace}/${key}`,
    headers: { 'x-gitlab-event': event },
    payload: { ...payload, project },
  };
}
