import { defineMessages } from '../translate';
import { en } from './team.en';
import { zhCN } from './team.zh-CN';
import { zhTW } from './team.zh-TW';

export const team = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
