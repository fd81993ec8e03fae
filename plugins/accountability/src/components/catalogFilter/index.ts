export { StandingPicker } from './StandingPicker';
