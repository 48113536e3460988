import { defineMessages } from '../translate';
import { en } from './practice.en';
import { zhCN } from './practice.zh-CN';
import { zhTW } from './practice.zh-TW';

export const practice = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
