import './nav.css';
import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { RiMenuLine, RiSettings3Line } from '@remixicon/react';
import { Steps } from './Steps';

function Item(props: NavContentNavItem) {
  return (
    <SidebarItem
      className="halden-navItem"
      icon={() => props.icon}
      to={props.href}
      text={props.title}
    />
  );
}

/** The pages of the portal, the catalog first and settings last. */
export function SidebarContent({ navItems }: NavContentComponentProps) {
  // The graph of one entity opens from its own page; a bare graph leads nowhere.
  navItems.take('page:catalog-graph');
  const nav = navItems.withComponent(Item);
  return (
    <Sidebar>
      <SidebarItem icon={Steps} to="/" text="Halden" />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<RiMenuLine aria-hidden />}>
        {nav.take('page:catalog')}
        {nav.take('page:accountability')}
        {nav.take('page:search')}
        <SidebarDivider />
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label="Settings"
        icon={<RiSettings3Line aria-hidden />}
        to="/settings"
      >
        {nav.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
}
