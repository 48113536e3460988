export { maskText } from './mask';
