import { defineMessages } from '../translate';
import { en } from './ledger.en';
import { zhCN } from './ledger.zh-CN';
import { zhTW } from './ledger.zh-TW';

export const ledger = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
