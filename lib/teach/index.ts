/** From clicks on a page to selectors that outlive it. Pure: elements in, selectors out. */
export { messagesFrom, type TaughtMessages } from './messages';
export { isWritten, selectorOf } from './selector';
