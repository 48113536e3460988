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
  storeUnavailable:
    'The local store cannot be opened, so nothing new is kept. The built-in phrasebook still works.',
} as const;
