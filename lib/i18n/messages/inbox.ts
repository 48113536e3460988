import { defineMessages } from '../translate';
import { en } from './inbox.en';
import { zhCN } from './inbox.zh-CN';
import { zhTW } from './inbox.zh-TW';

export const inbox = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
