import { ServiceChange } from 'backstage-plugin-accountability-common';
import { shortId } from '../timeline/recordName';

/** A change by its title, else by the end of its record id. */
export function changeName({ title, id }: ServiceChange): string {
  return title ?? shortId(id);
}
