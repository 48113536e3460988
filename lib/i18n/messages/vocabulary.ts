import type { Category, Language, MoveId, ScenarioId, Severity } from '@/lib/phrasebook/vocabulary';
import { defineMessages } from '../translate';
import { en } from './vocabulary.en';
import { zhCN } from './vocabulary.zh-CN';
import { zhTW } from './vocabulary.zh-TW';

export const vocabulary = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });

export const categoryName = (id: Category): string => vocabulary(`category.${id}`);
export const severityName = (id: Severity): string => vocabulary(`severity.${id}`);
export const moveName = (id: MoveId): string => vocabulary(`move.${id}`);
export const scenarioName = (id: ScenarioId): string => vocabulary(`scenario.${id}`);
export const languageName = (id: Language): string => vocabulary(`language.${id}`);
