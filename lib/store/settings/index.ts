/** The light door of the store: settings alone, for content scripts too. */
export { inTurn } from './lock';
export { reviewerSetting, reviewLetters } from './review';
export {
  bumpModels,
  changeSecondLook,
  forgetFine,
  forgetFineClauses,
  rememberFine,
  type SecondLookChoice,
  secondLookSettings,
} from './second-look';
export {
  type ActiveDismissals,
  askFor,
  bumpBooks,
  changeProfiles,
  changeSite,
  follow,
  type LocaleChoice,
  type LogLoss,
  type LogMark,
  settings,
  wasAskedFor,
} from './settings';
export { changeTeam, clockSeen, shopZone, teamSetting } from './team';
