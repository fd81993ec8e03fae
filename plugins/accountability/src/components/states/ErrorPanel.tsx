import { Box, Button } from '@backstage/ui';
import { useText } from '../../text';
import { errorStatus } from './errorStatus';

/** Why a page has no answer: not allowed, not there, or broken; a broken one can be asked again. */
export function ErrorPanel(props: {
  error: Error;
  /** What was asked for, as people call it. */
  what: string;
  /** The permission to ask for; absent means that of scorecards. */
  permission?: string;
  retry(): void;
}) {
  const t = useText();
  const { what, permission } = props;
  const status = errorStatus(props.error);
  if (status.code === 403) {
    const ask = permission
      ? t('state.askForOperations', { permission })
      : t('state.askFor');
    return <Panel title={t('state.forbidden', { what })} text={ask} />;
  }
  if (status.code === 404) {
    return (
      <Panel title={t('state.notFound', { what })} text={status.sentence} />
    );
  }
  return (
    <Panel
      title={t('state.failed')}
      text={status.sentence}
      retry={props.retry}
    />
  );
}

function Panel(props: { title: string; text: string; retry?: () => void }) {
  const t = useText();
  return (
    <Box bg="neutral" className="acc-card" role="alert">
      <div className="acc-message">
        <div>
          <p className="acc-strong">{props.title}</p>
          <p className="acc-muted">{props.text}</p>
        </div>
        {props.retry && (
          <Button variant="secondary" onPress={props.retry}>
            {t('state.retry')}
          </Button>
        )}
      </div>
    </Box>
  );
}
