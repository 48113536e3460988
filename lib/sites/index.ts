export {
  CONSOLE_SCRIPT,
  createRegistrar,
  declaredSites,
  grantedOf,
  type Registrar,
  type RegistrationApi,
} from './registration';
export * from './site';
