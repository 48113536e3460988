import type { TranslationOf } from '../translate';
import type { en } from './bundles.en';

export const zhTW: TranslationOf<typeof en> = {
  lead: '客服在設定裡存一個檔案，你在這裡匯入；判定也用檔案送回去。檔案都遮蔽過、簽了名，同一則訊息不會算兩次。',
  in: '匯入',
  choose: '選檔案，或拖到這裡',
  reading: '讀取中…',
  outcomes: '檔案的結果',
  refused: '整份沒收：{why}',
  records: '{agent}：新的 {added} 則，已有 {known} 則',
  verdicts: '判定：新的 {added} 則，已有 {known} 則',
  signed: '簽名 {from}',
  nobody: '（沒寫名字）',
  out: '送回',
  outLead: '給客服的判定；每個人只會收下自己訊息的。',
  exportVerdicts: '存判定',
  exportOwn: '存這個瀏覽器的訊息',
  maskedAgain: '寫出之前，每句話再遮蔽一次。',
  saved: '已存成 {file}',
  failed: '檔案沒做成。',
};
