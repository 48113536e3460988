import type { TranslationOf } from '../translate';
import type { en } from './bundles.en';

export const zhCN: TranslationOf<typeof en> = {
  lead: '客服在设置里存一个文件，你在这里导入；判定也用文件送回去。文件都遮盖过、签了名，同一条消息不会算两次。',
  in: '导入',
  choose: '选文件，或拖到这里',
  reading: '在读…',
  outcomes: '文件的结果',
  refused: '整份没收：{why}',
  records: '{agent}：新的 {added} 条，已有 {known} 条',
  verdicts: '判定：新的 {added} 条，已有 {known} 条',
  signed: '签名 {from}',
  nobody: '（没写名字）',
  out: '送回',
  outLead: '给客服的判定；每个人只会收下自己消息的。',
  exportVerdicts: '存判定',
  exportOwn: '存这个浏览器的消息',
  maskedAgain: '写出之前，每句话再遮盖一次。',
  saved: '已存为 {file}',
  failed: '文件没做成。',
};
