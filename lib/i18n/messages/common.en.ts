/** Words that every surface uses. */
export const en = {
  productName: 'Tactful',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the text and press {key}.',
  undo: 'Undo',
  remove: 'Remove',
  edit: 'Edit',
  clear: 'Clear',
  more: 'More',
  next: 'Next',
  required: 'required',
  optional: 'optional',
  on: 'On',
  off: 'Off',
  loading: 'Loading…',
  notifications: 'Notices',
  interfaceLanguage: 'Language',
  followBrowser: 'Same as the browser',
  storeFull:
    'There is no space left on this disk: what happens now is not kept. Free some space; nothing that was kept is lost.',
  storeOutdated: 'Tactful was updated in another tab, so this page can keep nothing any more. Reload it.',
  storeWaiting:
    'An older page of Tactful holds the store open. Close or reload other Tactful tabs; until then nothing is kept here.',
  gotIt: 'Got it',
  lossReplaced:
    'The store was begun anew, empty: its files were damaged or deleted. On {when} it still held {count} messages for QA, and whatever phrasebooks, promises and sentences of your own there were. Bring the agents’ files in again under “Hand-over”, and phrasebooks from the files they were saved to.',
  lossOlder:
    '{count} messages that were kept on {when} are missing: files of the store were damaged. The others are there. Ask the agents for their files again; what you have already is recognised.',
  storeUnavailable:
    'The local store cannot be opened, so nothing new is kept. The built-in phrasebook still works.',
} as const;
