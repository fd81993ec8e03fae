import { formatInstant, useText } from '../../text';
import { Section } from '../states';
import { WindowAnswer } from './WindowAnswer';

/** W of a service on its page: how long it is, and what W the known causes propose. */
export function AttributionWindowSection(props: {
  entityRef: string;
  /** The past instant that the page speaks of. */
  at?: number;
}) {
  const t = useText();
  const { entityRef, at } = props;
  return (
    <Section
      title={t('window.title')}
      sub={
        at === undefined
          ? undefined
          : t('window.asOf', { at: formatInstant(at) })
      }
    >
      <WindowAnswer entityRef={entityRef} at={at} />
    </Section>
  );
}
