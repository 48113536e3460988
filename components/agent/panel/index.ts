export type { PanelSite } from './header';
export { Panel, type PanelProps } from './panel';
export type { PersonalActions } from './personal';
