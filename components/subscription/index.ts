export { refusalText } from './problem';
export { SignPane } from './sign-pane';
