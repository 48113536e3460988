/** Site profiles where they are kept, checked and exchanged; the page itself gets its one as plain data. */
export { KNOWN_PROFILES } from './known';
export { exportProfiles, importProfiles, profileAt, type Taught, withImported, withTaught } from './profiles';
export { taughtSchema } from './schema';
