export type { Part } from './fields';
export { ItemPane, type ItemPaneProps } from './item-pane';
