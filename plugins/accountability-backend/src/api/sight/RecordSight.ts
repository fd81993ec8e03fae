import { CauseClaim } from 'backstage-plugin-accountability-common';

/** What a caller may see of the records that an answer on one service names. */
export interface RecordSight {
  /** That everything may be seen. */
  all: boolean;
  /** Whether a service may be named. */
  service(entityRef: string): boolean;
  /** Whether a record may be named, since it is of a service that may be; undefined where no record of that id is kept. */
  record(id: string): boolean | undefined;
  /** Whether a record may be shown; unlike its name nobody sees one of no service. */
  shows(id: string): boolean;
  /** Whether what an incident says of its cause is known to be of a service that may be named. */
  claim(claim: CauseClaim, incident: string): boolean;
}
