export { type PageTools, startPage } from './start-page';
