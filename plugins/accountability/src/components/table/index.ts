export { MoreButton } from './MoreButton';
export { Toggle } from './Toggle';
export { ScrollBox } from './ScrollBox';
