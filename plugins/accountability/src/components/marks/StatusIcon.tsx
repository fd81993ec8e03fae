import { CheckStatus } from 'backstage-plugin-accountability-common';

const question =
  'M6.3 6.5c.1-1 .8-1.6 1.8-1.6s1.7.6 1.7 1.5c0 1.3-1.8 1.4-1.8 2.7M8 10.6v.9';

/** The shape of a check result: it says the status without its colour. */
export function StatusIcon({ status }: { status: CheckStatus }) {
  return (
    <svg
      className={`acc-icon acc-state-${status}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden
    >
      <Shape status={status} />
    </svg>
  );
}

function Shape({ status }: { status: CheckStatus }) {
  switch (status) {
    case 'pass':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M5.2 8.3l2 2 3.7-4.2" />
        </>
      );
    case 'warn':
      return (
        <path
          d="M8 2.2 14.4 13.4H1.6zM8 6.4v3.4M8 11.2v.9"
          strokeLinejoin="round"
        />
      );
    case 'fail':
      return (
        <>
          <path
            d="M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z"
            fill="currentColor"
          />
          <path
            d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"
            stroke="var(--bui-bg-neutral-1)"
            strokeWidth="1.7"
          />
        </>
      );
    case 'exempt':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M6.3 5.6v4.8M9.7 5.6v4.8" />
        </>
      );
    case 'unknown':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.2" />
          <path d={question} />
        </>
      );
    default:
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M5 8h6" />
        </>
      );
  }
}
