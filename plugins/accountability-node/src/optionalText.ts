import { z } from 'zod';
import { cutText } from './cutText';
import { withoutPeople } from './withoutPeople';

/**
 * A text that people wrote, as record events take it: without people, on one
 * line, and cut. It is never worth a delivery. `clean` takes out what else its
 * sender puts there.
 */
export const optionalText = (
  max: number,
  clean: (text: string) => string = text => text,
) =>
  z
    .string()
    // What is far behind the cut is not searched for people.
    .transform(text =>
      cutText(withoutPeople(clean(text.slice(0, 4 * max))), max),
    )
    .optional()
    .catch(undefined);
