export { LookCard, type LookCardProps } from './LookCard';
export { createLookModel, type LookModel, type LookNews, type LookPorts, type OpenLook } from './look-model';
export { type MountSecondLookOptions, mountSecondLook, type SecondLook } from './mount';
