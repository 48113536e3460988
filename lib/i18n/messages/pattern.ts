import { defineMessages } from '../translate';
import { en } from './pattern.en';
import { zhCN } from './pattern.zh-CN';
import { zhTW } from './pattern.zh-TW';

export const pattern = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
