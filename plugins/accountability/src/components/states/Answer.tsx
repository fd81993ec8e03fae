import { ReactNode } from 'react';
import { Polled } from '../../hooks';
import { formatInstant, useText } from '../../text';
import { ErrorPanel } from './ErrorPanel';
import { LoadingBoxes } from './LoadingBoxes';

/** Shows an answer, or what stands in its place; an old answer stays when a refresh fails, and says so. */
export function Answer<T>(props: {
  polled: Polled<T>;
  what: string;
  permission?: string;
  /** Boxes shown while nothing has arrived, see `LoadingBoxes`. */
  boxes: (number | number[])[];
  children: (data: T) => ReactNode;
}) {
  const t = useText();
  const { data, error, refreshedAt, retry } = props.polled;
  if (data === undefined) {
    return error ? (
      <ErrorPanel
        error={error}
        what={props.what}
        permission={props.permission}
        retry={retry}
      />
    ) : (
      <LoadingBoxes boxes={props.boxes} />
    );
  }
  return (
    <>
      {error && (
        <p className="acc-note acc-small" role="status">
          {t('state.stale', {
            at: formatInstant(refreshedAt ?? 0),
            because: error.message,
          })}
        </p>
      )}
      {props.children(data)}
    </>
  );
}
