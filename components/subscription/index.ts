export { refusalText } from './problem';
