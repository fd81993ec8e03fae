import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, formatSpan, useText } from '../../text';
import { sourceName } from '../links';
import { Section } from '../states';

import { ScrollBox } from '../table';
import { shortId } from '../timeline/recordName';
import { answersOf } from './minutes/answersOf';

/** Each step of answering with the rota it was with; nothing where no step was told of. */
export function AnswersSection({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { incident } = data;
  if (!incident.responses?.length) return null;
  const opened = incident.episodes[0]?.from ?? incident.startedAt;
  return (
    <Section title={t('answersTable.title')} sub={t('answersTable.sub')}>
      <ScrollBox label={t('answersTable.title')}>
        <table className="acc-table" aria-label={t('answersTable.title')}>
          <thead>
            <tr>
              <th>{t('evidence.when')}</th>
              <th>{t('answersTable.step')}</th>
              <th>{t('answersTable.rota')}</th>
              <th className="acc-right">{t('answersTable.after')}</th>
            </tr>
          </thead>
          <tbody>
            {answersOf(incident, []).map(({ key, step, at, team }) => (
              <tr key={key}>
                <td className="acc-nowrap">{formatInstant(at)}</td>
                <th scope="row">{t(`answerStep.${step}`)}</th>
                <td>
                  {team ? (
                    <Rota team={team} />
                  ) : (
                    <span className="acc-muted">
                      {t('checks.unknownValue')}
                    </span>
                  )}
                </td>
                <td className="acc-right acc-nowrap">
                  {formatSpan(Math.max(0, at - opened))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}

/** A rota by the end of its id, and what it is where its source says so. */
function Rota({ team }: { team: string }) {
  const t = useText();
  const parts = team.split(':');
  const what = parts[1]?.replaceAll('-', ' ');
  return (
    <>
      {shortId(team)}
      {parts.length === 3 && (
        <div className="acc-label">
          {t('answersTable.rotaOf', { what, source: sourceName(team) })}
        </div>
      )}
    </>
  );
}
