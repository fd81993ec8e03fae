export { Answer } from './Answer';
export { EmptySentence } from './EmptySentence';
export { Section } from './Section';
export { Trouble } from './Trouble';
export { errorStatus } from './errorStatus';
