import { Link, useSidebarOpenState } from '@backstage/core-components';

/** The name of the invented company, as three rising steps and a word. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      aria-label="Halden portal"
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 'var(--bui-space-3)',
        padding: 'var(--bui-space-5)',
        color: 'var(--bui-fg-solid)',
        fontWeight: 600,
        fontSize: 'var(--bui-font-size-4)',
      }}
    >
      <svg width="24" height="24" viewBox="0 0 16 16" aria-hidden>
        <path
          d="M1 10h3v5H1zM6.5 6h3v9h-3zM12 1h3v14h-3z"
          fill="currentColor"
        />
      </svg>
      {isOpen && <span>Halden</span>}
    </Link>
  );
}
