import { annotationsOf } from '../findings/annotationsOf';
import { plainLine } from '../findings/plainLine';
import { sarifOf } from '../findings/sarifOf';
import { Presentation } from './Presentation';

/** That a gate could not be asked, in a format; `goesOn` where the job goes on all the same. */
export function tellUnasked(
  given: { gate: string; because: string; goesOn: boolean },
  { format }: Pick<Presentation, 'format'>,
): string {
  const { gate, because, goesOn } = given;
  const words = `NOT ASKED: ${plainLine(gate)}: ${plainLine(because)}`;
  switch (format) {
    case 'json':
      return `${JSON.stringify({ gate, unasked: because, goesOn })}\n`;
    case 'sarif':
      return sarifOf({ findings: [], trouble: words });
    case 'github':
      return annotationsOf([
        {
          rule: gate,
          title: 'The gate was not asked',
          level: goesOn ? 'warning' : 'error',
          message: words,
        },
      ]);
    default:
      return `${words}\n`;
  }
}
