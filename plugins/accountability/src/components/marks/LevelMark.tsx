import { useText } from '../../text';
import { levelName } from './levelName';
import { LevelSteps } from './LevelSteps';

/** A level: steps filled up to it, and its name. */
export function LevelMark(props: {
  name?: string;
  rank: number;
  ladder: string[];
  large?: boolean;
}) {
  const t = useText();
  return (
    <span className="acc-level">
      <LevelSteps
        rank={props.rank}
        steps={props.ladder.length}
        size={props.large ? 24 : 16}
      />
      <span className={props.large ? 'acc-big' : undefined}>
        {props.name ? levelName(props.name) : t('level.none')}
      </span>
    </span>
  );
}
