import { RiArrowRightSLine } from '@remixicon/react';
import {
  checkStatuses,
  Transition,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { levelName, StatusMark } from '../../marks';

/** From what to what a check result or a level turned. */
export function TurnWords(props: {
  turn: Pick<Transition, 'check' | 'from' | 'to'>;
}) {
  const t = useText();
  const { check, from, to } = props.turn;
  return (
    <span className="acc-inline">
      <Side word={from} level={!check} />
      <RiArrowRightSLine size={16} aria-label={t('worse.to')} />
      <Side word={to} level={!check} />
    </span>
  );
}

function Side({ word, level }: { word: string; level: boolean }) {
  const t = useText();
  const status = checkStatuses.find(each => each === word);
  if (!level && status) return <StatusMark status={status} />;
  const named = word && word !== 'none';
  return (
    <span className="acc-nowrap">
      {named ? levelName(word) : t('level.none')}
    </span>
  );
}
