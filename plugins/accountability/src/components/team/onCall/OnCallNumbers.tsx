import { OnCallWeek, shifts } from 'backstage-plugin-accountability-common';
import { formatDay, useText } from '../../../text';
import { totalOf } from './layoutBars';

/** The bars in numbers, for those who hear them. */
export function OnCallNumbers(props: { weeks: OnCallWeek[]; zone: string }) {
  const t = useText();
  return (
    // A table alone is as wide as its words, and so would be the page.
    <div className="acc-hidden">
      <table aria-label={t('onCall.title')}>
        <thead>
          <tr>
            <th scope="col">{t('onCall.week')}</th>
            {shifts.map(shift => (
              <th key={shift} scope="col">
                {t(`onCall.${shift}`)}
              </th>
            ))}
            <th scope="col">{t('onCall.total')}</th>
          </tr>
        </thead>
        <tbody>
          {props.weeks.map(week => (
            <tr key={week.from}>
              <th scope="row">{formatDay(week.from, props.zone)}</th>
              {shifts.map(shift => (
                <td key={shift}>{week[shift]}</td>
              ))}
              <td>{totalOf(week)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
