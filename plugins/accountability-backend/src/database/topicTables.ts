import { DbInstant } from './DbInstant';

export interface ChangeTopicRow {
  record_id: string;
  topic: string;
  subject: string;
  merged_at: DbInstant;
}
