import { defineMessages } from '../translate';
import { en } from './panel.en';
import { zhCN } from './panel.zh-CN';
import { zhTW } from './panel.zh-TW';

export const panel = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
