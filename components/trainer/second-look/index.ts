export { type Lessons, SecondLookPane, type SecondLookPaneProps } from './second-look-pane';
