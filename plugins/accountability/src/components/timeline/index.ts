export { TimelineSection } from './TimelineSection';
export { TimelineCard } from './TimelineCard';
