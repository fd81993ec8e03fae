import { PolicyScope } from 'backstage-plugin-accountability-engine';

/** A service as engines are asked of it: its facts as they were measured. */
export interface AskedService
  extends Pick<PolicyScope, 'facts' | 'now' | 'request'> {
  service: PolicyScope['service'] & { entityRef: string };
}
