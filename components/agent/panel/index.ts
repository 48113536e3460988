export { Panel, type PanelProps } from './panel';
export type { PanelSite } from './header';
