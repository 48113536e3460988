export { LookCard, type LookCardProps } from './LookCard';
export type { LookModel, LookNews, LookPorts, OpenLook } from './look-model';
export { type MountSecondLookOptions, mountSecondLook, type SecondLook } from './mount';
