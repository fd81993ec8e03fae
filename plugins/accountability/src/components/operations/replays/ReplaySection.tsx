import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  deliveryReplayPermission,
  Replay,
  ReplaysResponse,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { Polled } from '../../../hooks';
import { formatNumber, useText } from '../../../text';
import { Answer, EmptySentence, Section, Trouble } from '../../states';
import { ScrollBox } from '../../table';
import { replayErrorWords } from './replayErrorWords';
import { ReplayRow } from './ReplayRow';
import { isOpen } from './useReplays';

/** The latest replays; one that has not ended can be cancelled. */
export function ReplaySection(props: {
  replays: Polled<ReplaysResponse>;
  /** The one that was just asked for here. */
  asked?: Replay;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { replays } = props;
  const [trouble, setTrouble] = useState<string>();
  const cancel = async ({ id }: Replay) => {
    setTrouble(undefined);
    try {
      await api.cancelReplay(id);
    } catch (error) {
      const because = replayErrorWords(t, error, deliveryReplayPermission.name);
      setTrouble(t('replays.cancelFailed', { because }));
    }
    replays.retry();
  };
  return (
    <Answer
      polled={replays}
      what={t('replays.what')}
      permission={sourceReadPermission.name}
      boxes={[160]}
    >
      {data => (
        <Section title={t('replays.title')} sub={t('replays.sub')}>
          <Asked asked={props.asked} replays={data.replays} />
          <Trouble>{trouble}</Trouble>
          {data.replays.length === 0 ? (
            <EmptySentence>{t('replays.empty')}</EmptySentence>
          ) : (
            <Rows
              replays={data.replays}
              now={replays.refreshedAt ?? Date.now()}
              onCancel={cancel}
            />
          )}
        </Section>
      )}
    </Answer>
  );
}

/** Says that a replay was begun, until its own row says how it ended. */
function Asked(props: { asked?: Replay; replays: Replay[] }) {
  const t = useText();
  const { asked, replays } = props;
  const listed = replays.find(({ id }) => id === asked?.id) ?? asked;
  const { source, total } = asked ?? { source: '', total: 0 };
  return (
    <p className="acc-said" role="status">
      {listed &&
        isOpen(listed) &&
        t('replays.asked', {
          source,
          count: total,
          number: formatNumber(total),
        })}
    </p>
  );
}

function Rows(props: {
  replays: Replay[];
  now: number;
  onCancel(replay: Replay): Promise<void>;
}) {
  const t = useText();
  return (
    <ScrollBox label={t('replays.title')}>
      <table className="acc-table acc-replays" aria-label={t('replays.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 96 }}>{t('replays.status')}</th>
            <th style={{ minWidth: 200 }}>{t('replays.source')}</th>
            <th style={{ minWidth: 190 }}>{t('replays.read')}</th>
            <th style={{ minWidth: 200 }}>{t('replays.changed')}</th>
            <th style={{ minWidth: 132 }}>{t('replays.requested')}</th>
            <th>
              <span className="acc-hidden">{t('replays.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.replays.map(replay => (
            <ReplayRow
              key={replay.id}
              replay={replay}
              now={props.now}
              onCancel={props.onCancel}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
