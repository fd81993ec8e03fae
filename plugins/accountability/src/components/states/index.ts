export { Answer } from './Answer';
export { EmptySentence } from './EmptySentence';
export { ErrorPanel } from './ErrorPanel';
export { LoadingBoxes } from './LoadingBoxes';
export { Section } from './Section';
export { Trouble } from './Trouble';
export { errorStatus } from './errorStatus';
