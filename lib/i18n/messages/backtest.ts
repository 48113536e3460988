import { defineMessages } from '../translate';
import { en } from './backtest.en';
import { zhCN } from './backtest.zh-CN';
import { zhTW } from './backtest.zh-TW';

export const backtest = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
