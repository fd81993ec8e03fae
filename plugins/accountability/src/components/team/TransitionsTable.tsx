import { RiArrowRightSLine } from '@remixicon/react';
import {
  checkStatuses,
  CheckStatus,
  Transition,
} from 'backstage-plugin-accountability-common';
import { formatDate, formatDay, formatNumber, useText } from '../../text';
import { levelName, StatusMark } from '../marks';
import { ServiceLink } from '../record';
import { EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';

const COLUMNS = 4;

/** The transitions of each service, the one that moved last first. */
function byService(transitions: Transition[]) {
  const services = new Map<
    string,
    { entityRef: string; title: string; turns: Transition[] }
  >();
  for (const turn of transitions) {
    const { entityRef, title } = turn;
    const service = services.get(entityRef);
    if (service) service.turns.push(turn);
    else services.set(entityRef, { entityRef, title, turns: [turn] });
  }
  return [...services.values()];
}

/** Levels and check results that changed in the last seven days, service by service, with the reason of each. */
export function TransitionsTable(props: {
  transitions: Transition[];
  to: number;
}) {
  const t = useText();
  const { transitions, to } = props;
  return (
    <Section
      title={t('team.moved')}
      sub={t('team.movedSub', {
        to: formatDate(to),
        count: transitions.length,
      })}
    >
      {transitions.length === 0 ? (
        <EmptySentence>{t('team.movedEmpty')}</EmptySentence>
      ) : (
        <ScrollBox label={t('team.moved')}>
          <table className="acc-table" aria-label={t('team.moved')}>
            <thead>
              <tr>
                <th>{t('team.day')}</th>
                <th>{t('team.what')}</th>
                <th>{t('team.change')}</th>
                <th>{t('team.why')}</th>
              </tr>
            </thead>
            {byService(transitions).map(({ entityRef, title, turns }) => (
              <tbody key={entityRef}>
                <tr className="acc-group">
                  <th scope="rowgroup" colSpan={COLUMNS}>
                    <ServiceLink entityRef={entityRef}>{title}</ServiceLink>{' '}
                    <span className="acc-label">
                      {t('team.movedOf', {
                        count: turns.length,
                        number: formatNumber(turns.length),
                      })}
                    </span>
                  </th>
                </tr>
                {turns.map(transition => (
                  <Row
                    key={`${transition.scorecard} ${transition.check} ${transition.at}`}
                    transition={transition}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}

function Row({ transition }: { transition: Transition }) {
  const t = useText();
  const { check } = transition;
  return (
    <tr>
      <td className="acc-nowrap">{formatDay(transition.at)}</td>
      <th scope="row">
        {check ? (
          <code className="acc-code">{check}</code>
        ) : (
          t('team.levelMoved')
        )}
      </th>
      <td>
        <span className="acc-inline">
          <Side word={transition.from} level={!check} />
          <RiArrowRightSLine size={16} aria-label="→" />
          <Side word={transition.to} level={!check} />
        </span>
      </td>
      <td className="acc-muted">{transition.because}</td>
    </tr>
  );
}

function Side({ word, level }: { word: string; level: boolean }) {
  const t = useText();
  if (level) {
    return (
      <span>{word && word !== 'none' ? levelName(word) : t('level.none')}</span>
    );
  }
  return isStatus(word) ? <StatusMark status={word} /> : <span>{word}</span>;
}

function isStatus(word: string): word is CheckStatus {
  return checkStatuses.some(status => status === word);
}
