import { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { useLocation } from 'react-router-dom';
import { Tags } from './Tags';

/** The head of a page: the way to it as the app's header shows it, its title, what is said of it, and what may be done. */
export function PageHead(props: {
  /** The page it stands below. */
  parent: { label: string; href: string };
  title: string;
  /** What it is called on the way to it; its title where that is absent. */
  name?: string;
  /** A sentence below the title. */
  lead?: string;
  tags: ReactNode[];
  /** At the right: buttons and controls. */
  children?: ReactNode;
}) {
  const { parent, title, name = title, lead, tags, children } = props;
  const { pathname } = useLocation();
  return (
    <BreadcrumbEntry entry={parent}>
      <BreadcrumbEntry entry={{ label: name, href: pathname }}>
        <header className="acc-head">
          <div className="acc-recordTitle">
            {/* The app's header has the page's one h1, of the plugin; what stands below it is an h2, as in Backstage's own Header. */}
            <h2>{title}</h2>
            {lead && <p style={{ margin: 0 }}>{lead}</p>}
            <Tags tags={tags} />
          </div>
          {children}
        </header>
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
}
