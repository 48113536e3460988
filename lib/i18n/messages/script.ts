import { defineMessages } from '../translate';
import { en } from './script.en';
import { zhCN } from './script.zh-CN';
import { zhTW } from './script.zh-TW';

export const script = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
