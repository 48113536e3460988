/** Query keys of everything the store holds; a longer key is part of the shorter one. */
export const storeKeys = {
  books: ['books'],
  book: (id: string) => ['books', id],
  corrections: ['corrections'],
  dismissals: ['dismissals'],
  sent: ['sent'],
  counters: ['counters'],
  scriptUsage: ['scriptUsage'],
  promises: ['promises'],
  remedies: ['remedies'],
  gaps: ['gaps'],
  escalations: ['escalations'],
  followUps: ['followUps'],
  practiceResults: ['practiceResults'],
  personalScripts: ['personalScripts'],
  bookDrafts: ['bookDrafts'],
  bookDraft: (id: string) => ['bookDrafts', id],
} as const;
