export { Announcer, type AnnouncerProps } from './Announcer';
export { Card, type CardProps } from './Card';
export { CountBadge, type CountBadgeProps } from './CountBadge';
export { Guard, type GuardProps } from './Guard';
export { type HandedOver, handOver, takeOver } from './hand-over';
export { clearLeftovers, InPageHost } from './host';
export type { InPageModel } from './model';
export { type MountInPageOptions, mountInPage } from './mount';
export { News, type NewsProps } from './News';
export { Placed } from './Placed';
export {
  badgePlaces,
  isSmallFrame,
  type Point,
  placeBadge,
  placeCard,
  placeNews,
  type Size,
} from './placement';
export { pageTrust, type Trust } from './trust';
